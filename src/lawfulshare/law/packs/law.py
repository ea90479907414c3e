"""The law of one day: each provision, layer and table of a pack as one term."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.law.language.first_match import Row, first_match, rows_alone
from lawfulshare.law.language.nodes import Named, Term
from lawfulshare.law.language.terms import read
from lawfulshare.law.packs.compiling import Compiler
from lawfulshare.law.packs.edition import Files
from lawfulshare.law.packs.overlay import Overlay
from lawfulshare.law.packs.procedure import Axiom, NationFile, Preference, Procedure, ReferralRow
from lawfulshare.law.packs.provision import LAW, Provision, Version


class LawOfTheDay(BaseModel):
    """Which pack, which edition of it, and the day whose law was used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pack: str
    version: str
    sha256: str
    as_at: str
    overlay: str | None = Field(
        None,
        description="SHA-256 of the organisation's overlay laid over the pack, where there was one.",
        exclude_if=lambda overlay: overlay is None,
    )


class Table(NamedTuple):
    """An ordered table, compiled: one term an answer, and one for each row that answers."""

    rows: tuple[tuple[Row, Named], ...]
    answers: dict[str, Term]


class Law:
    """A nation's law on a day. Two laws are equal only if they are the same object."""

    def __init__(
        self,
        edition: LawOfTheDay,
        nation: NationFile,
        provisions: Mapping[str, Provision],
        procedure: Procedure,
        lists: Mapping[str, tuple[str, ...]],
        *,
        cautions: Callable[[], Files],
        overlay: Overlay | None = None,
    ) -> None:
        self.nation = nation
        self.cautions = cautions
        self.overlay = overlay
        self.provisions = provisions
        self.procedure = procedure
        self.lists = lists
        self.day = edition.as_at
        self.edition = edition
        self.versions = {name: provision.on(self.day) for name, provision in provisions.items()}
        self.orders = frozenset(lists.get(procedure.orders, ()))
        self._terms: dict[str, tuple[tuple[str, Term], ...]] = {}
        self.compiler = Compiler(provisions, procedure, lists, self.day)

    def provision(self, name: str) -> Provision:
        """Give one provision by its id.

        Raises:
            KeyError: the pack has none of that id.
        """
        return self.provisions[name]

    def version(self, name: str) -> Version | None:
        """Give the text of a provision that is law on the day; None where it is not law then."""
        return self.versions.get(name)

    def in_force(self, kind: str) -> tuple[str, ...]:
        """Give the ids of a kind that are law on the day, the best first, the rest by id."""
        return self._in_force.get(kind, ())

    @cached_property
    def _in_force(self) -> dict[str, tuple[str, ...]]:
        ordered: dict[str, list[str]] = {}
        for provision in sorted(self.provisions.values(), key=lambda one: _rank(one, self.nation.prefer)):
            if self.versions[provision.id] is not None:
                ordered.setdefault(provision.kind, []).append(provision.id)
        return {kind: tuple(names) for kind, names in ordered.items()}

    def terms(self, kind: str) -> tuple[tuple[str, Term], ...]:
        """Give the provisions of a kind that are law on the day with their terms, the best first."""
        if kind not in self._terms:
            self._terms[kind] = tuple((name, self.holds(name)) for name in self.in_force(kind))
        return self._terms[kind]

    def holds(self, name: str) -> Term:
        """Give the term of a provision."""
        return self.compiler.holds(name)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Give the tables `verdict`, `outcome` and `suggested`, compiled."""
        read_as = {
            "verdict": self.compiler.rows(self.procedure.verdict),
            "outcome": self.compiler.rows(self.procedure.outcome),
            "suggested": self.compiler.asking().rows(self.procedure.suggested),
        }
        return {name: Table(tuple(rows_alone(rows)), first_match(rows)) for name, rows in read_as.items()}

    @cached_property
    def firm(self) -> "Law":
        """Give the same law without all that is known at second hand, to see what does not depend on it."""
        firm = {
            name: provision.model_copy(
                update={"versions": tuple(one for one in provision.versions if one.status != "in_force_secondary")}
            )
            for name, provision in self.provisions.items()
        }
        return Law(self.edition, self.nation, firm, self.procedure, self.lists, cautions=self.cautions)

    @cached_property
    def coming(self) -> dict[str, tuple[tuple[Term, ...], tuple[Term, ...]]]:
        """Give conditions and exceptions of what is enacted and not in force on the day, where it has conditions."""
        found: dict[str, tuple[tuple[Term, ...], tuple[Term, ...]]] = {}
        for name, provision in self.provisions.items():
            for version in provision.versions:
                if version.status == "enacted_not_in_force" and version.covers(self.day) and version.conditions:
                    compiler = self.compiler
                    found[name] = (
                        tuple(compiler.conditions(name, version)),
                        tuple(compiler.exceptions(name, version)),
                    )
        return found

    def is_coming(self, name: str) -> bool:
        """Say whether a provision is enacted and not in force on the day, or begins on a later day that is known."""
        on_the_day = (one for one in self.provisions[name].versions if one.covers(self.day))
        return any(one.status == "enacted_not_in_force" for one in on_the_day) or self.begins(name) is not None

    def begins(self, name: str) -> str | None:
        """Give the first day after this one on which a provision is law, where the pack knows one."""
        later = (one.from_ for one in self.provisions[name].versions if one.status in LAW and one.from_ > self.day)
        return next(later, None)

    @cached_property
    def referrals(self) -> tuple[tuple[ReferralRow, Term], ...]:
        """Give who must hear, and when."""
        return tuple((row, read(row.when, self.compiler)) for row in self.procedure.refer_to)

    @cached_property
    def axioms(self) -> tuple[tuple[Axiom, Term], ...]:
        """Give what no valid case file may say."""
        return tuple((axiom, read(axiom.never, self.compiler)) for axiom in self.procedure.axioms)


def _rank(provision: Provision, prefer: Preference) -> tuple[int, str]:
    """Order the preferred first, as they are preferred, and the rest by id."""
    order: tuple[str, ...] = {"basis": prefer.basis, "condition": prefer.condition}.get(provision.kind, ())
    key: str = provision.id
    if provision.route is not None:
        order, key = prefer.confidence, provision.route
    return (order.index(key) if key in order else len(order), provision.id)
