"""What a lawyer would send back: an unknown name, a look at pairs, a preference for what is not there."""

from collections.abc import Iterator
from typing import Any

from lawfulshare.faults import Fault
from lawfulshare.law.language.nodes import Some, Term, walk
from lawfulshare.law.language.terms import BadTerm, read
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision

_MEND = "Mend the file under resources/law, or install the program again."


def lint(law: Law) -> Iterator[Fault]:
    """Find every fault of a pack's provisions: in each version, whether it is law on the day or not."""
    for provision in law.provisions.values():
        yield from _terms(provision, law)
        for opened in provision.opens:
            if opened not in law.provisions:
                yield Fault(provision.id, f"it opens {opened}, which is not in the pack", _MEND)
    yield from _preferences(law)


def _terms(provision: Provision, law: Law) -> Iterator[Fault]:
    for version in provision.versions:
        parts: list[tuple[str, str, Any]] = [
            ("condition", name, part.when) for name, part in version.conditions.items()
        ]
        parts += [("exception", name, part.when) for name, part in version.exceptions.items()]
        for kind, name, when in parts:
            where = f"{provision.id} from {version.from_}, {kind} {name}"
            try:
                term = read(when, law.compiler)
            except BadTerm as problem:
                yield Fault(where, str(problem), _MEND)
                continue
            yield from _above_the_law(where, term)


def _above_the_law(where: str, term: Term) -> Iterator[Fault]:
    """A provision speaks of one pair."""
    for part in walk(term):
        if isinstance(part, Some) and part.binds == "pair":
            yield Fault(where, "a provision cannot look at other pairs", _MEND)


def _preferences(law: Law) -> Iterator[Fault]:
    wanted: dict[str, Any] = {"basis": law.nation.prefer.basis, "condition": law.nation.prefer.condition}
    for kind, names in wanted.items():
        for name in names:
            provision = law.provisions.get(name)
            if provision is None or provision.kind != kind:
                yield Fault("nation.yaml", f"it prefers {name}, which is no {kind} of the pack", _MEND)
