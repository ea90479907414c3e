"""One provision in the book: its source, its days, what it asks, what follows, its cases, and room to sign it off."""

from collections.abc import Iterable, Iterator
from typing import Any

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.explanation import days_told
from lawfulshare.law.answer.reading import Reader
from lawfulshare.law.answer.saying import OfTheCase, OfTheLaw, Saying, ended
from lawfulshare.law.answer.standing import standing, standing_told
from lawfulshare.law.book.markup import Markup, bullets, element, machine, pairs, table, together
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.provision import Provision, Version
from lawfulshare.law.proving.beside import Beside
from lawfulshare.wording import Wording, wording


class ProvisionPart:
    """Writes provisions."""

    def __init__(self, pack: Pack, law: Law) -> None:
        self._pack, self._law = pack, law
        self._reader = Reader(pack.provisions, pack.lists, pack.procedure)
        self._saying = Saying(OfTheLaw(), pack.provisions)
        self._words: Wording = wording("en")

    def provision(self, provision: Provision, cases: Iterable[Beside]) -> Markup:
        """Write one provision."""
        heading = f"provision-{provision.id}-title"
        return element(
            "article",
            element("h3", provision.title, id=heading),
            element("p", provision.plain, class_="lead"),
            *self._notice(provision),
            pairs(self._source(provision)),
            *(self._version(version) for version in provision.versions),
            pairs(self._follows(provision)),
            self._cases(provision, tuple(cases)),
            self._sign_off(provision),
            element("p", element("a", self._say("back"), href="#contents"), class_="back"),
            id=f"provision-{provision.id}",
            aria_labelledby=heading,
        )

    def _say(self, key: str, /, **values: object) -> str:
        return self._words(f"book.{key}", **values)

    def _notice(self, provision: Provision) -> Iterator[Markup]:
        """Say what whoever signs has to look at first: a text that was not read, a commencement that was not seen."""
        stands = standing(self._law, provision)
        told = [self._say(f"notice.{reading(provision)}")] if provision.read != "whole" else []
        if stands != "in_force":
            told.append(self._say(f"notice.{stands}", day=self._words.day(self._law.day)))
        if told:
            yield element("div", *(element("p", one) for one in told), class_="notice")

    def _source(self, provision: Provision) -> Iterator[tuple[str, str]]:
        words = self._words
        yield self._say("citation"), provision.citation
        yield self._say("address"), element("a", provision.address, href=provision.address, rel="noreferrer")
        yield self._say("on_the_day", day=words.day(self._law.day)), standing_told(self._law, provision, words)
        yield self._say("read"), words(f"law.describe.reading.{reading(provision)}")
        yield self._say("kind"), words(f"law.kinds.{provision.kind}")
        yield self._say("meets"), "; ".join(words(f"law.meets.{sort}") for sort in provision.meets)
        yield self._say("route"), words(f"law.routes.{provision.route}") if provision.route else ""
        yield self._say("who"), provision.who or ""
        yield self._say("personal"), self._say("personal_yes") if provision.personal else ""
        yield self._say("alone"), self._say("alone_yes") if provision.bound_alone else ""
        yield self._say("id"), element("a", element("code", provision.id), href=f"#provision-{provision.id}")

    def _version(self, version: Version) -> Markup:
        inside: list[str] = [element("h4", days_told(version, self._words)), element("p", version.evidence)]
        if not version.conditions and not version.exceptions:
            inside.append(element("p", self._say("without_conditions")))
        for name, parts in (("conditions", version.conditions), ("exceptions", version.exceptions)):
            if parts:
                inside += [element("h5", self._say(name)), self._parts(parts.values())]
        return element("section", *inside, class_=f"version {version.status}")

    def _parts(self, parts: Iterable[Any]) -> Markup:
        def one(part: Any) -> Markup:
            fails = getattr(part, "fails", None)
            told = [element("p", ended(part.says))]
            if fails:
                told.append(element("p", self._say("where_not", says=ended(fails)), class_="fails"))
            return together((*told, machine(self._reader.read(part.when), self._words)))

        return element("ol", *(element("li", one(part)) for part in parts))

    def _follows(self, provision: Provision) -> Iterator[tuple[str, str]]:
        yield self._say("effect"), provision.effect or ""
        yield self._say("record"), provision.record or ""
        yield self._say("needs"), bullets(provision.needs) if provision.needs else ""
        opened = [
            element("a", self._pack.provisions[name].title, href=f"#provision-{name}") for name in provision.opens
        ]
        yield self._say("opens"), bullets(opened) if opened else ""
        hears = [self._saying.value("recipient.sector", sector) for sector in provision.refers_to]
        yield self._say("refers_to"), bullets(hears) if hears else ""

    def _cases(self, provision: Provision, cases: tuple[Beside, ...]) -> Markup:
        if not cases:
            return Markup("")
        first = _facts(cases[0].case, self._pack)
        rows = [
            (case.name, self._words.day(case.day), self._facts_cell(first, case, case is cases[0]), self._came(case))
            for case in cases
        ]
        head = (self._say("case"), self._say("day"), self._say("facts"), self._say("comes"))
        return element("div", table(self._say("cases", title=provision.title), head, rows), class_="cases")

    def _came(self, case: Beside) -> str:
        return self._words(f"law.came.{case.then.replace(' ', '_')}")

    def _facts_cell(self, first: dict[str, str], case: Beside, is_first: bool) -> Markup:
        """Tell the facts of the first case, and of each later one what differs from it."""
        facts = _facts(case.case, self._pack)
        if is_first:
            return bullets(facts.values())
        differing = tuple(_differing(first, facts, case.case, self._pack))
        if not differing:
            return element("p", self._say("as_before"))
        return together((element("p", self._say("as_before_but")), bullets(differing)))

    def _sign_off(self, provision: Provision) -> Markup:
        caption = self._say("sign_off", title=provision.title)
        head = (self._say("name"), self._say("date"), self._say("agree"), self._say("remarks"))
        boxes = self._say("boxes")
        return element("div", table(caption, head, [(" ", " ", boxes, " ")]), class_="sign-off")


def reading(provision: Provision) -> str:
    """Give the key under which it is said how much of a provision's text was read."""
    return "no_reading" if provision.read == "no" else provision.read


def _facts(case: CaseFile, pack: Pack) -> dict[str, str]:
    """Give every fact that a case states, by its path, as a sentence."""
    saying = Saying(OfTheCase(case), pack.provisions)
    stated = case.model_dump(mode="json", by_alias=True, exclude_none=True)
    stated.pop("format", None)
    return {path: saying.sentence(path, value) for path, value in _leaves(stated, "") if not path.endswith(".id")}


def _differing(first: dict[str, str], facts: dict[str, str], case: CaseFile, pack: Pack) -> Iterator[str]:
    """Tell what a case says otherwise than the first, and what it leaves unsaid."""
    saying = Saying(OfTheCase(case), pack.provisions)
    yield from (sentence for path, sentence in facts.items() if first.get(path) != sentence)
    yield from (saying.sentence(path, None) for path in first if path not in facts)


def _leaves(stated: Any, path: str) -> Iterator[tuple[str, Any]]:
    for key, value in stated.items():
        at = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _leaves(value, at)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for position, entry in enumerate(value):
                yield from _entry_leaves(at, entry, position)
        else:
            yield at, value


def _entry_leaves(at: str, entry: dict[str, Any], position: int) -> Iterator[tuple[str, Any]]:
    pair = "item" in entry and "recipient" in entry
    key = entry.get("id") or (f"{entry['item']}>{entry['recipient']}" if pair else str(position))
    rest = {name: value for name, value in entry.items() if not (pair and name in ("item", "recipient"))}
    yield from _leaves(rest, f"{at}.{key}")
