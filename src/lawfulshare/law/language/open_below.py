"""Goes down from what is not settled to the open facts that it hangs on, at every spot at once."""

from collections.abc import Mapping
from heapq import heappop, heappush

from lawfulshare.law.language.columns import Columns
from lawfulshare.law.language.nodes import Some, Term


def open_below(columns: Columns, goals: Mapping[Term, int]) -> dict[Term, int]:
    """Give each open term without parts that the goals hang on, with the bits of the spots where they do.

    `goals`: terms, with the spots where they are asked. *Somebody* is itself a leaf while it is not known who is there.
    """
    reached: dict[Term, int] = {}
    leaves: dict[Term, int] = {}
    todo: list[int] = []
    terms: dict[int, Term] = {}

    def reach(term: Term, where: int) -> None:
        if where := where & columns.open(term):
            if term not in reached:
                terms[term.number] = term
                heappush(todo, -term.number)
            reached[term] = reached.get(term, 0) | where

    for term, where in goals.items():
        reach(term, where)
    while todo:  # a term's parts are older than the term, so each is come to once, when all above it are done
        term = terms[-heappop(todo)]
        where = reached[term]
        if not term.parts or (isinstance(term, Some) and term.binds == "person" and not columns.spots.knows_people):
            leaves[term] = where
            continue
        for part in term.parts:
            reach(part, columns.spots.seen_by(part, term, where))
    return leaves
