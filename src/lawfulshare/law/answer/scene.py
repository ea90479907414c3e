"""The facts as seen from one item going to one recipient."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import SILENCE_MEANS
from lawfulshare.law.packs.naming import shape_of

_TOGETHER = frozenset({"lives_with", "stays"})
_LISTS = paths.ENTRIES
_ENTRY = {key: entry for entry, key in _LISTS.items()}


class Scene:
    """Looks up what was said at a path of one case, with silences and derived facts as the law reads them."""

    def __init__(self, case: CaseFile, orders: Iterable[str] = ()) -> None:
        self.orders = frozenset(orders)
        self._stated: dict[str, Any] = case.model_dump(by_alias=True)
        self._entries: dict[str, dict[str, Any]] = {}
        for entry, key in _LISTS.items():
            listed = self._stated.get(key) or ()
            self._entries[key] = {_name(entry, stated, place): stated for place, stated in enumerate(listed)}
        self._known: dict[str, Any] = {
            key: None if key == "people" and self._stated[key] is None else tuple(named)
            for key, named in self._entries.items()
        }

    @property
    def pairs(self) -> tuple[str, ...]:
        """Give the proposed pairs: `i1>r1`."""
        return tuple(self._entries["disclosures"])

    def __call__(self, path: str) -> Any:
        """Give what is known at a path; None is not known."""
        try:
            return self._known[path]
        except KeyError:
            value = self._known[path] = self._look_up(path)
            return value

    @property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """Give the names of all entries, by what they are."""
        return {entry: tuple(self._entries[key]) for entry, key in _LISTS.items()}

    def has_the_entries_of(self, before: "Scene") -> bool:
        """Say whether the entries of each list are those of another scene, whatever is said of them."""
        return self.lists == before.lists and self("people") == before("people")

    def unlike(self, before: "Scene", facts: Iterable[str]) -> frozenset[str]:
        """Give those of the facts that may read otherwise than in a scene with the same entries."""
        stated = frozenset(self._differing(before))
        return frozenset(fact for fact in facts if fact in _WORKED_OUT or not stated.isdisjoint(_above(fact)))

    def _differing(self, before: "Scene") -> Iterator[str]:
        """Give the facts, or what they belong to, at which something else is said."""
        for key, now in self._stated.items():
            was = before._stated[key]
            if was == now:
                continue
            if key in _ENTRY:
                for name, entry in self._entries[key].items():
                    yield from _steps(_ENTRY[key], before._entries[key][name], entry)
            elif isinstance(was, dict) and isinstance(now, dict):
                yield from _steps(key, was, now)
            else:
                yield key

    def entries(self, entry: str) -> tuple[str, ...]:
        """Give the names of all entries of a list."""
        return tuple(self._entries[_LISTS[entry]])

    def stated_at(self, path: str) -> str:
        """Give the path at which a derived fact could be stated; any other path as it is."""
        first, _, rest = path.partition(".")
        entry = _ENTRY.get(first)
        name, _, rest = rest.partition(".") if entry else ("", "", rest)
        fact = f"{entry or first}.{rest}"
        if fact not in _DERIVED:
            return path
        return _STATED_AT[fact].format(name=name, recipient=name.partition(">")[2])

    def _look_up(self, path: str) -> Any:
        first, _, rest = path.partition(".")
        entry = _ENTRY.get(first)
        if entry is None:
            fact, at, name = path, self._stated, ""
            steps = path.split(".")
        else:
            name, _, rest = rest.partition(".")
            fact = f"{entry}.{rest}"
            at = self._entries[first].get(name) or {}
            steps = rest.split(".")
        if fact in _DERIVED:
            return _DERIVED[fact](self, name)
        value = _walk(at, steps)
        return self._read_silence(fact, value)

    def _read_silence(self, fact: str, value: Any) -> Any:
        """Read silence as the vocabulary says; *unknown* as a choice is not known."""
        if fact == "request.order_seen" and self("request.order_claimed") is not True:
            return False
        if value is not None:
            return None if value == "unknown" else value
        if fact == "disclosure.extent":
            return ""  # a cell of the grid that nobody has decided bounds nothing
        kind = _kind(fact)
        if not self._is_silent(fact):
            return "" if kind == "text" else None
        match kind:
            case "truth":
                return False
            case "choice" | "text":
                return "none"
            case "choices" | "ids" | "texts":
                return ()
        return None

    def _is_silent(self, fact: str) -> bool:
        """Say whether silence here means none: of itself, or because what it belongs to is not stated."""
        at = fact
        while at:
            if at in SILENCE_MEANS and (at == fact or _walk(self._stated, at.split(".")) is None):
                return True
            at = at.rpartition(".")[0]
        return False

    def is_stated(self, key: str) -> bool:
        """Say whether there is anything at a key of the case."""
        return self._stated.get(key) is not None

    def of(self, key: str, name: str, *steps: str) -> Any:
        """Give what was stated of one entry."""
        return _walk(self._entries[key].get(name) or {}, list(steps))


def _kind(fact: str) -> str:
    shape = shape_of(fact)
    return shape.kind if shape else ""


def _walk(at: Any, steps: list[str]) -> Any:
    for step in steps:
        if not isinstance(at, dict):
            return None
        at = at.get(step)
    return at


def _steps(root: str, was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    return (f"{root}.{step}" for step in now if was[step] != now[step])


def _above(fact: str) -> Iterator[str]:
    """Give a fact and all that it belongs to."""
    while fact:
        yield fact
        fact = fact.rpartition(".")[0]


def _name(entry: str, stated: Mapping[str, Any], place: int) -> str:
    return f"{stated['item']}>{stated['recipient']}" if entry == "disclosure" else str(stated.get("id", place))


def _any_known(truths: Iterable[bool | None]) -> bool | None:
    """True if one is; not known if one might be; else false."""
    found: bool | None = False
    for truth in truths:
        if truth:
            return True
        found = None if truth is None else found
    return found


def _lives_with(scene: Scene, person: str, others: Mapping[str, bool | None]) -> bool | None:
    """Say whether a person lives with one of the others, by what either says of the other."""

    def together(one: str, other: str) -> bool | None:
        relations = scene.of("people", one, "relationships")
        if relations is None:
            return None
        contacts = [relation["contact"] for relation in relations if relation["to"] == other]
        return _any_known(None if contact in (None, "unknown") else contact in _TOGETHER for contact in contacts)

    def one_of_them(other: str, is_one: bool | None) -> bool | None:
        near = _any_known((together(person, other), together(other, person)))
        if near is False or is_one is False:
            return False
        return None if near is None or is_one is None else True

    return _any_known(one_of_them(other, is_one) for other, is_one in others.items() if other != person)


def _lives_with_a_child(scene: Scene, person: str) -> bool | None:
    kinds = {other: scene(f"people.{other}.kind") for other in scene.entries("person")}
    return _lives_with(scene, person, {other: _is_child(kind) for other, kind in kinds.items()})


def _is_child(kind: str | None) -> bool | None:
    return None if kind is None else kind in ("child", "unborn")


def _lives_with_the_subject(scene: Scene, person: str) -> bool | None:
    about = scene("concern.about")
    return _lives_with(
        scene, person, {other: None if about is None else other in about for other in scene.entries("person")}
    )


def _subjects(scene: Scene, pair: str) -> tuple[str, ...] | None:
    about: tuple[str, ...] | None = scene.of("items", pair.partition(">")[0], "about")
    return about


def _is_about(scene: Scene, pair: str, person: str | None) -> bool | None:
    about = _subjects(scene, pair)
    return None if about is None or person is None else person in about


def _to_themselves(scene: Scene, pair: str) -> bool | None:
    return _is_about(scene, pair, scene.of("recipients", pair.partition(">")[2], "person"))


def _to_their_parent(scene: Scene, pair: str) -> bool | None:
    person, about = scene.of("recipients", pair.partition(">")[2], "person"), _subjects(scene, pair)
    children = scene.of("people", person, "parental_responsibility") if person else None
    return None if about is None or children is None else any(child in about for child in children)


def _to_their_agent(scene: Scene, pair: str) -> bool | None:
    return _is_about(scene, pair, scene.of("recipients", pair.partition(">")[2], "acts_for", "person"))


def _asked(scene: Scene, recipient: str) -> bool | None:
    asker = scene("request.from")
    return None if asker is None else asker == recipient


def _order_claimed(scene: Scene, _: str) -> bool:
    return scene("request.power_cited") in scene.orders


_DERIVED: dict[str, Callable[[Scene, str], bool | None]] = {
    "request.made": lambda scene, _: scene.is_stated("request"),
    "request.order_claimed": _order_claimed,
    "recipient.asked": _asked,
    "person.lives_with_a_child": _lives_with_a_child,
    "person.lives_with_the_subject": _lives_with_the_subject,
    "disclosure.to_themselves": _to_themselves,
    "disclosure.to_their_parent": _to_their_parent,
    "disclosure.to_their_agent": _to_their_agent,
}

_STATED_AT = {
    "request.made": "request",
    "request.order_claimed": "request.power_cited",
    "recipient.asked": "request.from",
    "person.lives_with_a_child": "people.{name}.relationships",
    "person.lives_with_the_subject": "people.{name}.relationships",
    "disclosure.to_themselves": "recipients.{recipient}.person",
    "disclosure.to_their_parent": "recipients.{recipient}.person",
    "disclosure.to_their_agent": "recipients.{recipient}.acts_for.person",
}

_WORKED_OUT = frozenset({*_DERIVED, "request.order_seen"})
"""The facts that more than one answer bears on."""
