"""What changed between two packs or days, in words."""

from collections.abc import Iterable, Iterator
from typing import Any

from lawfulshare.law.answer.explanation import days_told
from lawfulshare.law.answer.reading import INDENT, Reader
from lawfulshare.law.answer.saying import OfTheLaw, Saying, ended
from lawfulshare.law.packs.comparing import Change, Difference, Side
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording, wording


class Differing:
    """Tells the differences of two sides."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self._was = Reader(old.provisions, old.lists, old.procedure)
        self._is = Reader(new.provisions, new.lists, new.procedure)
        self._saying = Saying(OfTheLaw(), new.provisions)
        self._words: Wording = wording("en")

    def lines(self, differences: Iterable[Difference]) -> Iterator[str]:
        """Tell them under headings: what comes, what goes, what changes."""
        told = tuple(differences)
        if not told:
            yield self._say("nothing")
        for how in ("come", "gone", "changed"):
            provisions = [one for one in told if one.about == "provision" and one.how == how]
            yield from self._under(f"provisions_{how}", provisions)
        yield from self._under("procedure", [one for one in told if one.about not in ("provision", "list")])
        yield from self._under("lists", [one for one in told if one.about == "list"])

    def heading(self, difference: Difference) -> str:
        """Name what differs, and how."""
        if difference.about == "provision":
            provision = self._provision(difference.name)
            return self._say("provision", title=provision.title, citation=provision.citation)
        name = self._is.list_named(difference.name)
        return self._say(f"about.{difference.about}", name=name, how=self._say(f"how.{difference.how}"))

    def changes(self, difference: Difference) -> Iterator[str]:
        """Tell each change of one difference, with what was and what is."""
        if difference.about == "provision" and difference.how != "changed":
            yield from self._days(self._provision(difference.name))
        for change in difference.changes:
            yield from self._change(change)

    def _say(self, key: str, /, **values: object) -> str:
        return self._words(f"changes.{key}", **values)

    def _under(self, heading: str, differences: list[Difference]) -> Iterator[str]:
        if differences:
            yield from ("", self._say(heading))
        for difference in differences:
            yield f"{INDENT}{self.heading(difference)}"
            yield from (f"{INDENT * 2}{line}" for line in self.changes(difference))

    def _provision(self, name: str) -> Provision:
        return self._new.provisions.get(name) or self._old.provisions[name]

    def _days(self, provision: Provision) -> Iterator[str]:
        for version in provision.versions:
            yield days_told(version, self._words)

    def _change(self, change: Change) -> Iterator[str]:
        *_, field = change.place
        match change.place:
            case ("version", day):
                yield self._say(f"version_{change.how}", version=days_told(change.new or change.old, self._words))
            case ("value", value):
                yield self._say(f"value_{change.how}", value=self._value(value, change.how))
            case ("version", _, "condition" | "exception" as kind, _) if change.how != "changed":
                part = change.new or change.old
                yield self._say(f"{kind}_{change.how}", says=ended(part.says))
                yield from self._read(part.when, self._is if change.new else self._was)
            case ("version", day, "condition" | "exception" as kind, name, field):
                yield self._say(f"{kind}_{field}", name=self._is.list_named(name))
                yield from self._was_and_is(change, field)
            case ("version", day, _):
                yield self._say(f"of_version.{field}", day=self._words.day(day))
                yield from self._was_and_is(change, field)
            case _:
                yield self._say(f"of_provision.{field}")
                yield from self._was_and_is(change, field)

    def _read(self, when: Any, reader: Reader) -> Iterator[str]:
        yield from (f"{INDENT}{line}" for line in reader.read(when).lines())

    def _was_and_is(self, change: Change, field: str) -> Iterator[str]:
        for key, value, reader in (("was", change.old, self._was), ("is", change.new, self._is)):
            if field in ("when", "never"):
                yield f"{INDENT}{self._say(f'{key}_asks')}"
                yield from (f"{INDENT}{line}" for line in self._read(value, reader))
            else:
                yield INDENT + self._say(key, value=self._told(field, value, reader))

    def _told(self, field: str, value: Any, reader: Reader) -> str:
        words = self._words
        match field:
            case "from" | "to":
                return words.day(value) if value else self._say("no_day")
            case "status":
                return words(f"law.statuses.{value}")
            case "kind":
                return words(f"law.kinds.{value}")
            case "read":
                return words(f"law.read.{'no_reading' if value == 'no' else value}")
            case "meets":
                return "; ".join(words(f"law.meets.{one}") for one in value) or self._say("nothing_said")
            case "route":
                return words(f"law.routes.{value}") if value else self._say("nothing_said")
            case "place":
                return self._say("after", row=reader.list_named(value)) if value else self._say("first")
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool):
            return self._say("so" if value else "not_so")
        if isinstance(value, tuple | list):
            return "; ".join(self._plain(one) for one in value) or self._say("nothing_said")
        return self._title_or_word(str(value)) if value else self._say("nothing_said")

    def _title_or_word(self, value: str) -> str:
        if value in self._new.provisions or value in self._old.provisions:
            return self._provision(value).title
        for key in (f"facts.words.sector.{value}", f"law.verdicts.{value}", f"facts.words.outcome.{value}"):
            if key in self._words:
                return self._words(key)
        return value

    def _value(self, value: str, how: str) -> str:
        reader, lists = (self._is, self._new.lists) if how == "come" else (self._was, self._old.lists)
        among = next(name for name, values in lists.items() if value in values)
        return reader.list_in_words(among)[lists[among].index(value)]
