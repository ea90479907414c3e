"""What somebody could see of the law of a day: each provision, each answer of a table, who must hear, what is refused.

Terms are interned, so two laws that give the same objects here can never answer differently.
"""

from typing import TypeAlias

from lawfulshare.law.answer.cautions import compiled
from lawfulshare.law.language.nodes import FALSE, Named, Term
from lawfulshare.law.packs.law import Law
from lawfulshare.law.proving.observables import of_a_case, of_a_pair

Visible: TypeAlias = dict[str, Term]


def visible(law: Law, named: frozenset[str] = frozenset()) -> Visible:
    """Give every term of a law that an assessment shows, and the definitions of these names.

    Raises:
        BadTerm: something in the law is no term.
    """
    seen: Visible = {**of_a_pair(law), **of_a_case(law)}
    seen |= {f"axiom {axiom.axiom}": term for axiom, term in law.axioms}
    for name, provision in law.provisions.items():
        seen |= {f"meets {meets}: {name}": law.holds(name) for meets in provision.meets}
        seen |= {f"refers to {sector}: {name}": law.holds(name) for sector in provision.refers_to}
    seen |= {f"term {name}": law.compiler.term(name) for name in sorted(named)}
    return seen


def differing(one: Visible, other: Visible) -> tuple[str, ...]:
    """Name what is not the same object in both; what stands in one alone never holds in the other."""
    return tuple(name for name in sorted({*one, *other}) if one.get(name, FALSE) is not other.get(name, FALSE))


def unseen_by_the_solver(one: Visible, other: Visible) -> tuple[str, ...]:
    """Name what differs and is no answer of the law, so that the solver does not look at it.

    That is what only a caution asks for, and what a provision meets, or who must hear by it, in one law alone; the
    provision itself is an answer.
    """
    return tuple(
        name
        for name in differing(one, other)
        if name.startswith("term ")
        or (name.startswith(("meets ", "refers to ")) and not {name} <= one.keys() & other.keys())
    )


def named_by_cautions(law: Law) -> frozenset[str]:
    """Name the definitions and layers that cautions look at."""
    found: set[str] = set()
    todo: list[Term] = [term for _, term in compiled(law)]
    while todo:
        term = todo.pop()
        if isinstance(term, Named) and term.kind in ("term", "layer"):
            found.add(term.name)
        elif not isinstance(term, Named):
            todo.extend(term.parts)
    return frozenset(found)
