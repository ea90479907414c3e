"""A copy of the record for a person whom it is about, with everybody else taken out (UK GDPR Art 15(4), DPA 2018 Sch 2
para 16): other people's names, what is about them and what they said; what was left out is said, and why.

Whether more must stay out, as where telling would harm somebody (DPA 2018 Sch 3), no program can judge: a person reads
the copy before it leaves.
"""

from collections.abc import Iterable, Iterator

from lawfulshare.case.people import Person
from lawfulshare.case.sharing import Item
from lawfulshare.record import twin
from lawfulshare.record.blocks.decision import harm_lines
from lawfulshare.record.blocks.involvement import person_lines
from lawfulshare.record.blocks.law import condition_lines, law_lines
from lawfulshare.record.blocks.naming import Telling, about, amount, ended
from lawfulshare.record.blocks.people import person_told
from lawfulshare.record.papers.heading import sender
from lawfulshare.record.papers.leaving_out import LeavingOut, is_mine
from lawfulshare.record.record import GOES, Block, Bullets, Facts, Heading, Paragraph, Run, Text

Row = tuple[str, tuple[Text, ...]]
OTHERS_SAID = ("enquiries", "statements", "advice")
"""Lists of the case in which others speak, or are spoken of: none of it is in the copy."""


def offered(told: Telling) -> Iterator[str]:
    """Give each living person whom the record is about."""
    subjects = about(told)
    yield from (one.id for one in told.case.people or () if one.id in subjects and one.kind != "deceased")


def blocks(told: Telling, whom: str, day: str) -> Iterator[Block]:
    """Tell one person what the record says of them."""
    yield from _Copy(told, whom, day).blocks()


class _Copy:
    """One copy on its way: what it leaves out is counted as it goes."""

    def __init__(self, told: Telling, whom: str, day: str) -> None:
        self._told, self._whom, self._day = told, whom, day
        self._say = told.words
        self._out = LeavingOut(told.case, whom, told.words)
        self._named = False
        self._person = next(one for one in told.case.people or () if one.id == whom)
        self._mine = tuple(item for item in told.case.items or () if is_mine(item, whom))

    def blocks(self) -> Iterator[Block]:
        told, say = self._told, self._say
        body = [*self._decision(), *self._you(self._person), *self._items(), *self._law()]
        yield Heading(1, say("papers.copy.for", who=told.label("person", self._whom)))
        yield Paragraph(say("papers.copy.lead"), "lead")
        yield Facts(tuple(sender(told, self._day)))
        yield from body
        yield Heading(2, say("papers.copy.left_out"))
        yield Paragraph(say("papers.copy.left_out_lead"))
        yield Bullets(tuple(self._left_out()))
        yield Heading(2, say("papers.copy.can"))
        yield Bullets(tuple(say(f"papers.person.{key}") for key in ("wrong", "object", "complain")))
        yield Paragraph(say("papers.cites", number=told.record.id, digest=twin.digest(told.record)), "small")

    def _decision(self) -> Iterator[Block]:
        told, chosen = self._told, self._told.case.decision
        rows: list[Row] = []
        if chosen and chosen.outcome:
            rows.append((told.say("decision.label"), (ended(told.say(f"outcome.{chosen.outcome}")),)))
        rows.append((told.say("people.decided_on"), (ended(told.day(told.case.decided_on)),)))
        if chosen and chosen.rationale:
            rows.append((told.say("page1.why"), (self._text(chosen.rationale),)))
        rows.append((told.say("page1.harm"), tuple(self._texts(harm_lines(told)))))
        for key in ("protective_factors", "wishes"):
            if text := getattr(told.case.concern, key):
                label = "protective" if key == "protective_factors" else "wishes"
                rows.append((told.say(f"concern.{label}"), (self._text(text),)))
        yield Heading(2, self._say("papers.copy.decision"))
        yield Facts(tuple(rows))

    def _you(self, person: Person) -> Iterator[Block]:
        told = self._told
        yield Heading(2, self._say("papers.copy.you"))
        lines = (*person_told(told, person, alone=True), *person_lines(told, person))
        yield Facts(((told.label("person", person.id), tuple(self._texts(lines))),))

    def _items(self) -> Iterator[Block]:
        told = self._told
        yield Heading(2, self._say("papers.copy.kept"))
        if not self._mine:
            yield Paragraph(self._say("papers.copy.nothing"))
        for number, item in enumerate(self._mine, 1):
            yield Facts(tuple(self._item(number, item)))
        if going := list(dict.fromkeys(self._receivers(self._mine))):
            yield Paragraph(self._text(self._say("papers.copy.went", who=ended(told.recipients(going)))))

    def _item(self, number: int, item: Item) -> Iterator[Row]:
        told = self._told
        lines: list[Text] = [self._text(told.label("item", item.id))]
        if item.own_words:
            lines.append(self._text(told.say("item.own_words", words=item.own_words.strip())))
        lines.append(ended(self._say(f"papers.schedule.nature.{item.nature or 'unsaid'}")))
        if item.on or item.period:
            when = told.day(item.on) if item.on else self._out.of(item.period).text
            lines.append(self._say("papers.schedule.when", when=when))
        yield told.say("item.number", number=number), tuple(lines)

    def _receivers(self, items: Iterable[Item]) -> Iterator[str]:
        ids = {item.id for item in items}
        for pair in self._told.case.disclosures or ():
            if pair.item in ids and amount(pair) in GOES:
                yield pair.recipient

    def _law(self) -> Iterator[Block]:
        told = self._told
        lines = (*law_lines(told), *condition_lines(told))
        yield Heading(2, told.say("law.heading"))
        yield Facts(((told.say("page1.law"), lines),))

    def _left_out(self) -> Iterator[str]:
        case, say = self._told.case, self._say
        if self._named:
            yield say("papers.copy.names")
        others = len(case.people or ()) - 1
        if others > 0:
            yield say(f"papers.copy.people.{'one' if others == 1 else 'many'}", number=others)
        items = len(case.items or ()) - len(self._mine)
        if items:
            yield say(f"papers.copy.items.{'one' if items == 1 else 'many'}", number=items)
        if any(getattr(case, name) for name in OTHERS_SAID):
            yield say("papers.copy.said")
        yield say("papers.copy.working")

    def _text(self, text: str) -> str:
        left = self._out.of(text)
        self._named = self._named or left.was
        return ended(left.text)

    def _texts(self, texts: Iterable[Text]) -> Iterator[Text]:
        for text in texts:
            if isinstance(text, str):
                yield self._text(text)
            else:
                yield tuple(self._run(run) for run in text)

    def _run(self, run: Run) -> Run:
        left = self._out.of(run.text)
        self._named = self._named or left.was
        blank = len(run.text) - len(run.text.lstrip()), len(run.text) - len(run.text.rstrip())
        return Run(" " * blank[0] + left.text + " " * blank[1], run.bold) if run.text.strip() else run
