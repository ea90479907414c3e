"""What a lawyer would send back: unknown names, circles, exceptions that excuse nothing, rows never reached."""

from collections.abc import Mapping
from typing import Any

from lawfulshare.faults import Fault
from lawfulshare.law.language.first_match import Row
from lawfulshare.law.language.following import conjuncts, implied, refuted
from lawfulshare.law.language.nodes import FALSE, TRUE, Some, Term, walk
from lawfulshare.law.language.terms import BadTerm, read
from lawfulshare.law.packs.compiling import Circle, Compiler, Elsewhere
from lawfulshare.law.packs.edition import MEND
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision, Version

PROCEDURE = "procedure.yaml"


def lint(law: Law, places: Mapping[str, str]) -> tuple[Fault, ...]:
    """Find every fault of a pack: in each version, whether it is law on the day or not; `places` names the files."""
    return tuple(_Linting(law, places).faults())


class _Linting:
    """Reads every term of a pack once, where it stands; a fault of a definition is told there and nowhere else."""

    def __init__(self, law: Law, places: Mapping[str, str]) -> None:
        self._law, self._places = law, places
        self._rings: set[frozenset[str]] = set()
        self._told: list[Fault] = []

    def faults(self) -> list[Fault]:
        law = self._law
        for provision in law.provisions.values():
            for version in provision.versions:
                self._version(provision, version)
            self._alone(provision)
            for opened in provision.opens:
                if opened not in law.provisions:
                    self._tell(self._places[provision.id], f"it opens {opened}, which is not in the pack")
        self._preferences()
        self._definitions()
        for table, rows in (("verdict", law.procedure.verdict), ("outcome", law.procedure.outcome)):
            self._table(table, rows, law.compiler, total=True)
        self._table("suggested", law.procedure.suggested, law.compiler.asking(), total=False)
        return self._told

    def _tell(self, where: str, what: str) -> None:
        self._told.append(Fault(where, what, MEND))

    def _read(self, where: str, when: Any, names: Compiler, own: str = "") -> Term | None:
        try:
            return read(when, names)
        except Circle as circle:
            ring = frozenset(circle.ring)
            if own in ring and ring not in self._rings:
                self._rings.add(ring)
                self._tell(where, str(circle))
        except Elsewhere:
            pass
        except BadTerm as problem:
            self._tell(where, str(problem))
        return None

    def _version(self, provision: Provision, version: Version) -> None:
        at = f"{self._places[provision.id]} from {version.from_}"
        read_them: dict[tuple[str, str], Term] = {}
        parts = [("condition", name, part.when) for name, part in version.conditions.items()]
        parts += [("exception", name, part.when) for name, part in version.exceptions.items()]
        for kind, name, when in parts:
            where = f"{at}, {kind} {name}"
            term = self._read(where, when, self._law.compiler, provision.id)
            if term is None:
                continue
            read_them[kind, name] = term
            if any(isinstance(part, Some) and part.binds == "pair" for part in walk(term)):
                self._tell(where, "a provision cannot look at other pairs")
        conditions = conjuncts(*(term for (kind, _), term in read_them.items() if kind == "condition"))
        for (kind, name), term in read_them.items():
            if kind == "exception" and refuted(term, conditions | conjuncts(term)):
                self._tell(f"{at}, {kind} {name}", "it excuses nothing: it can never hold where the conditions do")

    def _alone(self, provision: Provision) -> None:
        try:
            self._law.compiler.alone(provision.id)
        except BadTerm as problem:
            if "bound_alone" in str(problem):
                self._tell(self._places[provision.id], str(problem))

    def _preferences(self) -> None:
        prefer, nation = self._law.nation.prefer, f"{self._law.nation.nation}/nation.yaml"
        wanted: dict[str, tuple[str, ...]] = {"basis": prefer.basis, "condition": prefer.condition}
        for kind, names in wanted.items():
            for name in names:
                provision = self._law.provisions.get(name)
                if provision is None or provision.kind != kind:
                    self._tell(nation, f"it prefers {name}, which is no {kind} of the pack")

    def _definitions(self) -> None:
        procedure, compiler = self._law.procedure, self._law.compiler
        for part, definitions in (("terms", procedure.terms), ("layers", procedure.layers)):
            for name, definition in definitions.items():
                self._read(f"{PROCEDURE} {part}.{name}", definition.when, compiler, name)
        for key, name in (("personal_data", procedure.personal_data), *procedure.needs_condition.items()):
            self._read(f"{PROCEDURE} {key}", {"term": name}, compiler)
        for row in procedure.refer_to:
            self._read(f"{PROCEDURE} refer_to row {row.row}", row.when, compiler)
        for axiom in procedure.axioms:
            self._read(f"{PROCEDURE} axiom {axiom.axiom}", axiom.never, compiler)
        try:
            compiler.values(procedure.orders)
        except BadTerm as problem:
            self._tell(f"{PROCEDURE} orders", str(problem))

    def _table(self, table: str, written: Any, names: Compiler, *, total: bool) -> None:
        before: list[Row] = []
        for row in written:
            where = f"{PROCEDURE} {table}, row {row.row}"
            when = self._read(where, row.when, names)
            if when is None:
                continue
            self._row(where, Row(row.row, row.then, "", when), before, written_false=row.when is False)
            before.append(Row(row.row, row.then, "", when))
        if total and before and before[-1].when is not TRUE:
            self._tell(f"{PROCEDURE} {table}", f"the last row of the {table} table must be `when: true`")

    def _row(self, where: str, row: Row, before: list[Row], *, written_false: bool) -> None:
        """Say of a row that it is never reached; one that only waits for law that is not in force is reached then."""
        if any(earlier.name == row.name for earlier in before):
            self._tell(where, "the name stands twice in the table")
        given = conjuncts(row.when)
        if written_false or (row.when is not FALSE and refuted(row.when, given)):
            self._tell(where, "it is never reached: it can never hold")
        elif row.when is not FALSE:
            hiding = next((earlier.name for earlier in before if implied(earlier.when, given)), None)
            if hiding is not None:
                self._tell(where, f"it is never reached: wherever it holds, row {hiding} before it holds")
