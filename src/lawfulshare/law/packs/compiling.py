"""A version to one term; resolves citations between provisions, refuses circles."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from lawfulshare.law.language.first_match import Row, first_match
from lawfulshare.law.language.nodes import FALSE, NamedKind, Term, all_of, any_of, named, negate, some
from lawfulshare.law.language.terms import BadTerm, FactShape, read
from lawfulshare.law.packs.naming import CaseNames
from lawfulshare.law.packs.procedure import Definition, Procedure
from lawfulshare.law.packs.provision import Condition, Exemption, Provision, Version


class Circle(BadTerm):
    """Something that leads back to itself."""

    def __init__(self, ring: tuple[str, ...]) -> None:
        self.ring = ring
        super().__init__(f"a circle: {' leads to '.join(ring)}")


class Elsewhere(BadTerm):
    """A fault of a definition or provision that a term names; it is told where that stands."""


PAIR = frozenset({"item", "recipient", "disclosure"})
Narrowed = Mapping[str, str]


class Compiler(CaseNames):
    """Knows every name of a pack on one day, and makes each of them one term, once."""

    def __init__(
        self,
        provisions: Mapping[str, Provision],
        procedure: Procedure,
        lists: Mapping[str, tuple[str, ...]],
        day: str,
    ) -> None:
        super().__init__(lists)
        self._provisions = provisions
        self._procedure = procedure
        self._versions = {name: provision.on(day) for name, provision in provisions.items()}
        self._made: dict[tuple[str, ...], Term] = {}
        self._making: list[tuple[str, ...]] = []
        self._more: Mapping[str, FactShape] = {}

    def asking(self, more: Mapping[str, FactShape] | None = None) -> Self:
        """Give a copy that may ask what is open, and that knows more facts: for what stands above the law."""
        above = type(self).__new__(type(self))
        above.__dict__.update(self.__dict__, _more=more or {}, may_ask_what_is_open=True, _made=dict(self._made))
        return above

    def shape(self, path: str) -> FactShape:
        """Give the shape of a fact."""
        return self._more[path] if path in self._more else super().shape(path)

    def term(self, name: str) -> Term:
        """Give a named definition or layer."""
        layer, definition = self._procedure.layers.get(name), self._procedure.terms.get(name)
        written: Definition | None = layer or definition
        if written is None:
            raise BadTerm(f"there is no term {name}")
        kind: NamedKind = "layer" if layer else "term"
        return self._once((kind, name), lambda: named(kind, name, read(written.when, self)))

    def holds(self, provision: str) -> Term:
        """Give the term of a provision; false where it is not law on the day."""
        if provision not in self._provisions:
            raise BadTerm(f"there is no provision {provision}")
        version = self._versions[provision]
        if version is None:
            return FALSE
        return self._once(
            ("provision", provision), lambda: named("provision", provision, self._whole(provision, version))
        )

    def any_of(self, kind: str, narrowed: Narrowed) -> Term:
        """Give *any provision of a kind*, narrowed down by what it meets or by its route."""
        key = ("kind", kind, *(f"{word}={value}" for word, value in narrowed.items()))
        found = self.of_kind(kind, narrowed)
        return self._once(key, lambda: any_of(*map(self.holds, found)))

    def of_kind(self, kind: str, narrowed: Narrowed) -> list[str]:
        """Give the ids of a kind, narrowed down.

        Raises:
            BadTerm: there is none, so the term would be empty for good.
        """
        found = [
            name
            for name, provision in self._provisions.items()
            if provision.kind == kind
            and narrowed.get("meets", "special") in (provision.meets or ("special",))
            and narrowed.get("route", provision.route) == provision.route
        ]
        if not found:
            raise BadTerm(f"there is no provision of kind {' '.join((kind, *narrowed.values()))}")
        return found

    def verdict(self, verdicts: Iterable[str]) -> Term:
        """Give *the verdict is one of these*, of a bound pair."""
        try:
            terms = self._verdicts()
        except BadTerm as problem:
            raise Elsewhere(str(problem)) from None
        strange = [verdict for verdict in verdicts if verdict not in terms]
        if strange:
            raise BadTerm(f"no row of the verdict table answers {', '.join(strange)}")
        return any_of(*(terms[verdict] for verdict in verdicts))

    def duty_stands(self, which: Any) -> Term:
        """Give *such a duty stands*, for some pair or alone."""
        ids = self.of_kind("duty", {}) if which is True else which
        return any_of(*(term for duty in ids for term in (some("pair", self.holds(duty)), self.alone(duty))))

    def alone(self, provision: str) -> Term:
        """Give *the duty binds without any pair*: what of it looks at no item, recipient or disclosure."""
        return self._made.get(("alone", provision)) or self._made.setdefault(
            ("alone", provision), self._without_pair(provision)
        )

    def _without_pair(self, provision: str) -> Term:
        version = self._versions.get(provision)
        if version is None or not self._provisions[provision].bound_alone:
            return FALSE
        conditions = [part for part in self.conditions(provision, version) if not part.looks_at & PAIR]
        if not conditions:
            raise BadTerm(f"{provision} is bound_alone, but each of its conditions looks at a pair")
        exceptions = [part for part in self.exceptions(provision, version) if not part.looks_at & PAIR]
        return all_of(*conditions, *map(negate, exceptions))

    def conditions(self, provision: str, version: Version) -> list[Term]:
        """Give the conditions of a version, each by its name."""
        return [self._part("condition", provision, name, part) for name, part in version.conditions.items()]

    def exceptions(self, provision: str, version: Version) -> list[Term]:
        """Give the exceptions of a version, each by its name."""
        return [self._part("exception", provision, name, part) for name, part in version.exceptions.items()]

    def rows(self, rows: Iterable[Any]) -> list[Row]:
        """Read the rows of a table."""
        return [Row(row.row, row.then, getattr(row, "says", ""), self._row(row.row, row.when)) for row in rows]

    def _row(self, name: str, when: Any) -> Term:
        try:
            return read(when, self)
        except (Circle, Elsewhere):
            raise
        except BadTerm as problem:
            raise BadTerm(f"row {name}: {problem}") from None

    def _verdicts(self) -> dict[str, Term]:
        return first_match(self.rows(self._procedure.verdict))

    def _whole(self, provision: str, version: Version) -> Term:
        exceptions = map(negate, self.exceptions(provision, version))
        return all_of(*self.conditions(provision, version), *exceptions)

    def _part(self, kind: Any, provision: str, name: str, part: Condition | Exemption) -> Term:
        key = (kind, provision, name)
        if key not in self._made:
            try:
                self._made[key] = named(kind, f"{provision}.{name}", read(part.when, self))
            except (Circle, Elsewhere):
                raise
            except BadTerm as problem:
                raise BadTerm(f"{kind} {name} of {provision}: {problem}") from None
        return self._made[key]

    def _once(self, key: tuple[str, ...], make: Callable[[], Term]) -> Term:
        if key not in self._made:
            if key in self._making:
                raise Circle(tuple(".".join(step[1:]) for step in (*self._making[self._making.index(key) :], key)))
            self._making.append(key)
            try:
                self._made[key] = make()
            except (Circle, Elsewhere):
                raise
            except BadTerm as problem:
                raise Elsewhere(str(problem)) from None
            finally:
                self._making.pop()
        return self._made[key]
