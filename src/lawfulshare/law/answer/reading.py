"""Terms in English: what a condition, an exception or a row of a table asks, as the machine reads it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.vocabulary import Verdict
from lawfulshare.law.answer.saying import OfTheLaw, Saying
from lawfulshare.law.packs.naming import DERIVED, silent_for
from lawfulshare.law.packs.procedure import Definition, Procedure
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording, wording

INDENT = "  "
SHORT = 6
"""A named list of so few values is read out; a longer one is named."""


class Read(NamedTuple):
    """One line of a term in words, with the lines under it, and what of the law it refers to."""

    says: str
    parts: tuple["Read", ...] = ()
    refers_to: str = ""

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Give the term as lines, each part under its own."""
        yield f"{INDENT * depth}{self.says}"
        for part in self.parts:
            yield from part.lines(depth + 1)


class Reader:
    """Reads the terms of one pack out in English, as they are written."""

    def __init__(
        self, provisions: Mapping[str, Provision], lists: Mapping[str, tuple[str, ...]], procedure: Procedure
    ) -> None:
        self._provisions = provisions
        self._lists = lists
        self._procedure = procedure
        self._saying = Saying(OfTheLaw(), provisions)
        self._words: Wording = wording("en")

    def read(self, written: Any) -> Read:
        """Read one term out, as it stands in YAML."""
        match written:
            case bool():
                return self._line("always" if written else "never")
            case str():
                return Read(self._bare(written))
            case list() | tuple():
                return self._joint("all", written)
            case {"all": parts}:
                return self._joint("all", parts)
            case {"any": parts}:
                return self._joint("any", parts)
            case {"not": part}:
                return self._not(part)
            case {"some": _} | {"every": _}:
                return self._quantified(written)
            case {"fact": _}:
                return self._compared(written)
            case {"member": _, "of": path}:
                return Read(self._saying.filled(path, "member"))
        return self._of_the_law(written)

    def term_in_words(self, name: str) -> str:
        """Give a defined term, or a layer, as a clause: its own sentence, else its name."""
        definition = self._defined(name)
        return _clause(definition.says) if definition and definition.says else self.list_named(name)

    def _defined(self, name: str) -> Definition | None:
        return self._procedure.layers.get(name) or self._procedure.terms.get(name)

    def list_named(self, name: str) -> str:
        """Give the name of a list in words."""
        return name.replace("_", " ")

    def list_in_words(self, name: str) -> tuple[str, ...]:
        """Give the values of a named list in words."""
        values = self._lists[name]
        return tuple(self._value_alone(value, values) for value in values)

    def _line(self, key: str, /, **values: object) -> Read:
        return Read(self._words(f"reading.{key}", **values))

    def _bare(self, path: str) -> str:
        if path in DERIVED or paths.facts()[path].kind == "truth":
            return self._saying.clause(path, True)
        return self._words("reading.not", clause=self._saying.clause(path, ""))

    def _joint(self, key: str, parts: Iterable[Any]) -> Read:
        read = tuple(self.read(part) for part in parts)
        return read[0] if len(read) == 1 else self._line(key)._replace(parts=read)

    def _not(self, part: Any) -> Read:
        if isinstance(part, str):
            truth = part in DERIVED or paths.facts()[part].kind == "truth"
            return Read(self._saying.clause(part, False if truth else ""))
        if isinstance(part, dict) and "some" in part:
            return self._quantified(part, nobody=True)
        inner = self.read(part)
        if isinstance(part, dict) and (key := next((key for key in ("term", "holds", "verdict") if key in part), "")):
            return inner._replace(says=self._negated(key, part[key]))
        if not inner.parts:
            return inner._replace(says=self._words("reading.not", clause=inner.says))
        if isinstance(part, dict) and ("any" in part or "all" in part):
            return self._line("none" if "any" in part else "not_all")._replace(parts=inner.parts)
        return self._line("not_all" if isinstance(part, list) else "not_whole")._replace(
            parts=inner.parts if isinstance(part, list) else (inner,)
        )

    def _negated(self, key: str, what: Any) -> str:
        match key:
            case "term":
                definition = self._defined(what)
                if definition and definition.fails:
                    return self._words("reading.term", clause=_clause(definition.fails), name=self.list_named(what))
                return self._words("reading.not_term", clause=self.term_in_words(what), name=self.list_named(what))
            case "holds":
                return self._words("reading.not_holds", title=self._title(what))
        return self._words("reading.not_verdict", verdicts=self._verdicts(what))

    def _quantified(self, written: Mapping[str, Any], *, nobody: bool = False) -> Read:
        parts = (self.read(written["when"]),)
        if written.get("some") == "pair":
            return self._line("no_pair" if nobody else "some_pair")._replace(parts=parts)
        key = "nobody" if nobody else "every" if "every" in written else "some"
        if "among" not in written:
            return self._line(key)._replace(parts=parts)
        among = self._saying.filled(written["among"], "among")
        return self._line(f"{key}_among", among=among)._replace(parts=parts)

    def _compared(self, written: Mapping[str, Any]) -> Read:
        fact = written["fact"]
        match written:
            case {"is": value}:
                return Read(self._saying.clause(fact, value))
            case {"below": limit}:
                return Read(self._saying.filled(fact, "below", str(limit)))
            case {"from": limit}:
                return Read(self._saying.filled(fact, "from", str(limit)))
            case {"at_least": level}:
                value = self._words("facts.join.or_graver", level=self._saying.value(fact, level))
                return Read(self._saying.filled(fact, "is", value))
        return self._among_values(fact, written.get("in", written.get("has")))

    def _among_values(self, fact: str, given: Any) -> Read:
        """Read *is one of these*, or *has one of these*; a long list by its name."""
        name = given if isinstance(given, str) and given in self._lists else ""
        values = self._lists[name] if name else (given,) if isinstance(given, str) else tuple(given)
        if name and len(values) > SHORT:
            value = self._words("facts.join.one_of", list=self.list_named(name))
            return Read(self._saying.filled(fact, "is", value), refers_to=f"list-{name}")
        stated = [value for value in values if value != "none" or silent_for(fact) != "none"]
        clauses = []
        if stated:
            said = self._saying.joined([self._saying.value(fact, value) for value in stated], "or")
            clauses.append(self._saying.filled(fact, "is", said))
        if len(stated) < len(values):
            clauses.append(self._saying.clause(fact, "none"))
        return Read(self._saying.joined(clauses, "or"), refers_to=f"list-{name}" if name else "")

    def _of_the_law(self, written: Mapping[str, Any]) -> Read:
        match written:
            case {"holds": name}:
                return self._line("holds", title=self._title(name))._replace(refers_to=f"provision-{name}")
            case {"term": name}:
                return self._line("term", clause=self.term_in_words(name), name=self.list_named(name))._replace(
                    refers_to=f"term-{name}"
                )
            case {"any_of": _, "meets": sort}:
                return self._line(f"meets.{sort}")
            case {"any_of": _, "route": route}:
                return self._line("route", route=self._words(f"law.routes.{route}"))
            case {"any_of": kind}:
                return self._line(f"any_kind.{kind}")
            case {"verdict": verdicts}:
                return self._line("verdict", verdicts=self._verdicts(verdicts))
            case {"duty_stands": True}:
                return self._line("duty_stands")
            case {"duty_stands": names}:
                return self._line("one_duty", duties=self._saying.joined([self._title(name) for name in names], "or"))
        return self._open(written["open"])

    def _open(self, part: Any) -> Read:
        if isinstance(part, str):
            return Read(self._saying.clause(part, None))
        return self._line("open")._replace(parts=(self.read(part),))

    def _verdicts(self, verdicts: Iterable[Verdict]) -> str:
        return self._saying.joined([self._words(f"law.verdicts.{verdict}") for verdict in verdicts], "or")

    def _title(self, name: str) -> str:
        return self._provisions[name].title

    def _value_alone(self, value: str, among: tuple[str, ...]) -> str:
        """Say a value of a list by the first closed list of the case that holds all of its values."""
        if value in self._provisions:
            return self._provisions[value].citation
        for fact, shape in paths.facts().items():
            if set(among) <= {*shape.choices, "none"} and value in shape.choices:
                return self._saying.value(fact, value)
        return value.replace("_", " ")


def _clause(sentence: str) -> str:
    """Give a sentence as part of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
