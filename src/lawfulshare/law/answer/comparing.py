"""Facts that compare two answers of a case, for cautions alone: the law never compares one answer with another.

    review.before_decision             the day of the next look lies before the day of the decision
    concern.referred_after_decision    the referral is dated after the decision that relies on it
    person.age_differs                 the age stated is not the one by the birth date, on the day of the decision
    person.holder_may_harm             somebody with parental responsibility for this person may be causing harm; where
                                       nobody's responsibility is stated, a parent of the case counts
    organisation.commissions_itself    the body that pays for the service is given as the same kind of body
    recipient.may_harm                 the recipient is a person of the case who may be causing harm
    item.kinds_counted                 how many kinds of information one item holds (a number)
    item.after_decision                the item is dated after the decision
    enquiry.asks_a_danger              the one asked could put somebody at risk
    enquiry.tells_what_is_withheld     what is told so that they can answer is withheld from them elsewhere
    enquiry.replied_before_asked       the reply is dated before the question
    statement.sources_agreeing         how many sources bear the statement out (a number)
    statement.source_disagrees         a source says otherwise
    advice.after_decision              the advice is dated after the decision
    transmission.before_decision       it went before it was decided
    transmission.to_somebody_withheld  everything proposed for this recipient is withheld
    transmission.slow                  it goes by post, as far as its words say

Each is open where something that it compares was not said.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from lawfulshare.case.paths import ENTRIES
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.terms import FactShape
from lawfulshare.wording import wording

_Compared: TypeAlias = Callable[[Scene, str], bool | int | None]


def compared(scene: Scene, path: str) -> Any:
    """Give a compared fact at its path; NotImplemented where the path holds none."""
    root, _, rest = path.partition(".")
    if rest.rpartition(".")[2] not in _LEAVES:
        return NotImplemented
    name, _, leaf = rest.rpartition(".")
    entry = _ENTRY.get(root, root)
    found = _COMPARED.get(f"{entry}.{leaf}")
    if found is None:
        return NotImplemented
    return found(scene, name) if name or entry not in ENTRIES else None


def _later(scene: Scene, one: str, other: str) -> bool | None:
    """Say whether one day lies after another."""
    first, second = scene(one), scene(other)
    return None if first is None or second is None else first > second


def _days(one: str, other: str) -> _Compared:
    return lambda scene, name: _later(scene, one.format(name), other.format(name))


def _age_differs(scene: Scene, person: str) -> bool | None:
    age, born, day = (scene(path) for path in (f"people.{person}.age", f"people.{person}.date_of_birth", "decided_on"))
    if age is None or born is None or day is None:
        return None
    years = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
    return bool(age != years)


def _may_harm(scene: Scene, person: str | None) -> bool | None:
    """Say whether a person may be causing harm, by their part or by what is said of them."""
    if person is None:
        return False
    if scene.of("people", person, "part") == "alleged_harmer":
        return True
    said = [scene(f"people.{person}.{fact}") for fact in ("may_harm_child", "may_harm_others")]
    return True if True in said else None if None in said else False


def _holder_may_harm(scene: Scene, person: str) -> bool | None:
    said: list[bool | None] = [False]
    for other in scene.entries("person"):
        children = scene.of("people", other, "parental_responsibility")
        holds = scene.of("people", other, "part") == "parent" if children is None else person in children
        if holds:
            said.append(_may_harm(scene, other))
    return True if True in said else None if None in said else False


def _endangers(scene: Scene, recipient: str | None) -> bool | None:
    endangered = scene.of("recipients", recipient or "", "could_endanger")
    return None if endangered is None else bool(endangered)


def _counted(entry: str, key: str) -> _Compared:
    def count(scene: Scene, name: str) -> int | None:
        listed = scene.of(entry, name, key)
        return None if listed is None else len(listed)

    return count


def _tells_withheld(scene: Scene, enquiry: str) -> bool | None:
    asked, told = (scene.of("enquiries", enquiry, key) for key in ("ask", "least_disclosed"))
    if asked is None or told is None:
        return None
    return any(scene.of("disclosures", f"{item}>{asked}", "extent") == "withhold" for item in told)


def _agreeing(scene: Scene, statement: str) -> int | None:
    sources = scene.of("statements", statement, "sources")
    return None if sources is None else sum(source["agrees"] is True for source in sources)


def _disagrees(scene: Scene, statement: str) -> bool:
    return any(source["agrees"] is False for source in scene.of("statements", statement, "sources") or ())


def _to_one_withheld(scene: Scene, transmission: str) -> bool | None:
    recipient = scene.of("transmission", transmission, "recipient")
    extents = [scene.of("disclosures", pair, "extent") for pair in scene.pairs if pair.endswith(f">{recipient}")]
    return None if not extents or None in extents else set(extents) == {"withhold"}


def _slow(scene: Scene, transmission: str) -> bool | None:
    how = scene.of("transmission", transmission, "how")
    return None if how is None else bool(set(how.lower().split()) & set(wording("en")("law.slow_routes").split()))


_ENTRY = {key: entry for entry, key in ENTRIES.items()}

_TRUTHS: dict[str, _Compared] = {
    "review.before_decision": _days("decided_on", "review.on"),
    "concern.referred_after_decision": _days("concern.referred.on", "decided_on"),
    "person.age_differs": _age_differs,
    "person.holder_may_harm": _holder_may_harm,
    "organisation.commissions_itself": lambda scene, _: (
        scene("organisation.commissioned_by") == scene("organisation.sector")
    ),
    "recipient.may_harm": lambda scene, name: _may_harm(scene, scene.of("recipients", name, "person")),
    "item.after_decision": _days("items.{}.on", "decided_on"),
    "enquiry.asks_a_danger": lambda scene, name: _endangers(scene, scene.of("enquiries", name, "ask")),
    "enquiry.tells_what_is_withheld": _tells_withheld,
    "enquiry.replied_before_asked": _days("enquiries.{}.asked_on", "enquiries.{}.reply.on"),
    "statement.source_disagrees": _disagrees,
    "advice.after_decision": _days("advice.{}.on", "decided_on"),
    "transmission.before_decision": _days("decided_on", "transmission.{}.on"),
    "transmission.to_somebody_withheld": _to_one_withheld,
    "transmission.slow": _slow,
}
_NUMBERS: dict[str, _Compared] = {
    "item.kinds_counted": _counted("items", "classes"),
    "statement.sources_agreeing": _agreeing,
}
_COMPARED = _TRUTHS | _NUMBERS
_LEAVES = frozenset(fact.rpartition(".")[2] for fact in _COMPARED)

COMPARED: dict[str, FactShape] = {
    **{fact: FactShape("truth", ()) for fact in _TRUTHS},
    **{fact: FactShape("number", ()) for fact in _NUMBERS},
}
"""The facts that compare, and what each may hold."""
