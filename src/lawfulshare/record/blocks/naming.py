"""How people, items, recipients, law and days are named on paper; what every block is handed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from lawfulshare.case import paths
from lawfulshare.case.sharing import Disclosure, Item
from lawfulshare.law.answer.assessment import DisclosureAnswer
from lawfulshare.law.answer.saying import OfTheCase, Saying
from lawfulshare.law.packs.naming import DERIVED
from lawfulshare.law.packs.pack import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.record.record import AMOUNT_OF_EXTENT, GOES, Amount, Record, Run, Text
from lawfulshare.wording import Wording

NAMED_IN_FULL = 3
"""How many items are named by their text in one line; more are named by their numbers."""


class Telling:
    """The record, the law of its day and the words, with a name for everything in the case."""

    def __init__(self, record: Record, law: Law, words: Wording) -> None:
        self.record = record
        self.case = record.case
        self.assessment = record.assessment
        self.law = law
        self.words = words
        self.saying = Saying(OfTheCase(self.case), law.provisions)
        self._labels = {
            "person": {p.id: p.label or p.name for p in self.case.people or ()},
            "recipient": {r.id: r.label for r in self.case.recipients or ()},
            "item": {i.id: i.what for i in self.case.items or ()},
        }

    def say(self, key: str, /, **values: object) -> str:
        """Give a sentence of the record's wording."""
        return self.words(f"record.{key}", **values)

    def knows(self, key: str) -> bool:
        """Say whether the record's wording has a sentence."""
        return f"record.{key}" in self.words

    def label(self, entry: str, id_: str | None) -> str:
        """Name a person, a recipient or an item as the practitioner did; else by its number."""
        given = self._labels[entry].get(id_ or "")
        if given:
            return given.strip()
        number = next((n for n, known in enumerate(self._labels[entry], 1) if known == id_), None)
        return self.say(f"unnamed.{entry}", number=number) if number else self.say(f"unnamed.no_{entry}")

    def people(self, ids: Iterable[str]) -> str:
        """Name several people in one phrase."""
        return self.listed([self.label("person", id_) for id_ in ids])

    def recipients(self, ids: Iterable[str]) -> str:
        """Name several recipients in one phrase."""
        return self.listed([self.label("recipient", id_) for id_ in ids])

    def listed(self, parts: Sequence[str]) -> str:
        """Join phrases as a reader would: `a`, `a and b`, `a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("joined", first=", ".join(parts[:-1]), last=parts[-1])

    def choice(self, value: str | None) -> str:
        """Put a value of a closed list into words; not known where there is none."""
        return self.say("answer.unknown") if value is None else self.say(f"choice.{value}")

    def choices(self, values: Iterable[str] | None) -> str:
        """Put several values of a closed list into words."""
        if values is None:
            return self.say("answer.unknown")
        return self.listed([self.choice(value) for value in values]) or self.say("answer.none")

    def truth(self, answer: bool | None) -> str:
        """Say yes, no, or not known: what is not known is never no."""
        return self.say({True: "answer.holds", False: "answer.fails", None: "answer.unknown"}[answer])

    def day(self, stated: str | None) -> str:
        """Write a day as people do: 23 November 2026."""
        if stated is None:
            return self.say("answer.unknown")
        return self.words.day(stated)

    def moment(self, stated: str) -> str:
        """Write a day and the clock time of the computer that closed the record."""
        try:
            return self.say("moment", day=self.day(stated), clock=f"{datetime.fromisoformat(stated):%H:%M}")
        except ValueError:
            return stated

    def provision(self, id_: str) -> Provision | None:
        """Give a provision of the pack, or None where this edition does not know it."""
        try:
            return self.law.provision(id_)
        except (KeyError, LookupError):
            return None


def some(told: Telling, parts: Sequence[str]) -> str:
    """Join a few phrases; of many, the first three and how many more there are."""
    if len(parts) <= NAMED_IN_FULL + 1:
        return told.listed(parts)
    return told.say("some", first=", ".join(parts[:NAMED_IN_FULL]), number=len(parts) - NAMED_IN_FULL)


def item_number(told: Telling, id_: str) -> int:
    """Give the place of an item among the items: by it the record calls an item where there are many."""
    return [item.id for item in told.case.items or ()].index(id_) + 1


def items_named(told: Telling, ids: Iterable[str]) -> str:
    """Name several items: each as it was described, and many by their numbers."""
    listed = list(dict.fromkeys(ids))
    if len(listed) <= NAMED_IN_FULL:
        return "; ".join(told.label("item", id_) for id_ in listed)
    numbers = sorted(item_number(told, id_) for id_ in listed)
    return told.say("items.numbered", numbers=told.listed(list(_spans(numbers))))


def answered(told: Telling, path: str) -> str:
    """Tell in a sentence what the case answers at a path; nothing of a fact that this program does not know."""
    if paths.fact_of(path) not in paths.facts():
        return ""
    return told.saying.sentence(path, paths.read(told.case, path))


def clause(told: Telling, path: str, value: object) -> str:
    """Tell as a part of a sentence that a fact is so; a fact that this program does not know by its path."""
    fact = paths.fact_of(path)
    if fact not in paths.facts() and fact not in DERIVED:
        return told.say("changed.unknown", path=path)
    return told.saying.clause(path, value)


def aged(told: Telling, years: int | None) -> str:
    """Say how old somebody is."""
    if years is None:
        return told.say("people.age_unknown")
    return told.say("people.age", age=years) if years else told.say("people.age_under_one")


def adviser(stated: str) -> str:
    """Name an adviser by a word of a list or as the practitioner wrote it."""
    return capital(stated.replace("_", " ").strip())


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """Write numbers as a reader would: 1, 3 and 5 to 9."""
    start = before = numbers[0]
    for number in (*numbers[1:], None):
        if number == before + 1:
            before = number
            continue
        yield from (
            [str(start)]
            if start == before
            else [str(start), str(before)]
            if before == start + 1
            else [f"{start}–{before}"]
        )
        if number is not None:
            start = before = number


def law_named(told: Telling, id_: str) -> str:
    """Name a provision by its title and its citation, never by its id where the pack knows it."""
    provision = told.provision(id_)
    if provision is None:
        return id_
    return told.say("law.named", title=provision.title, citation=provision.citation)


def laws(told: Telling, ids: Iterable[str]) -> str:
    """Name several provisions in one line."""
    return ended("; ".join(law_named(told, id_) for id_ in ids))


def labelled(label: str, text: str) -> Text:
    """Begin a line with a bold word, as in `Basis: legal obligation`."""
    return (Run(f"{label} ", bold=True), Run(text))


def capital(text: str) -> str:
    """Begin a line with a capital."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """End what a practitioner wrote with a full stop, unless it ends with a mark of its own."""
    kept = text.strip()
    bare = kept.rstrip("’”\"')]")
    return kept if not kept or bare[-1:] in {".", "!", "?", "…"} else f"{kept}."


def amount(pair: Disclosure) -> Amount:
    """Say how much the practitioner lets go."""
    return AMOUNT_OF_EXTENT[pair.extent]


def going(told: Telling) -> tuple[Disclosure, ...]:
    """List the pairs of which something goes."""
    return tuple(pair for pair in told.case.disclosures or () if amount(pair) in GOES)


def items_going(told: Telling) -> tuple[Item, ...]:
    """List the items of which something goes to somebody."""
    sent = {pair.item for pair in going(told)}
    return tuple(item for item in told.case.items or () if item.id in sent)


def recipients_going(told: Telling) -> tuple[str, ...]:
    """List the recipients to whom something goes, in the case's order."""
    sent = {pair.recipient for pair in going(told)}
    return tuple(recipient.id for recipient in told.case.recipients or () if recipient.id in sent)


def about(told: Telling) -> tuple[str, ...]:
    """List whom the case is about: those of the concern, else everybody whose part is to be its subject."""
    named = told.case.concern.about
    return named or tuple(person.id for person in told.case.people or () if person.part == "subject")


def answer_for(told: Telling, pair: Disclosure) -> DisclosureAnswer | None:
    """Give the law's answer for a pair."""
    known = told.assessment.disclosures
    return next((a for a in known if (a.item, a.recipient) == (pair.item, pair.recipient)), None)
