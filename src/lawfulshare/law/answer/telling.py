"""The proof as it is told: goal, row, layer, provision, condition and exception, fact."""

import functools
from collections.abc import Iterator

from lawfulshare.case import paths
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.saying import OfTheCase, Saying, ended
from lawfulshare.law.language.nodes import Constant, Named, Some, Term
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording, wording

TOLD_IN_PLACE = frozenset({"duty", "power", "basis", "condition", "confidence", "restriction"})
"""Kinds of provision that each pair's proof tells in full in a place of their own."""


def tell(found: Findings) -> ProofTold:
    """Tell the whole proof: the outcome, the verdict of each pair, each layer down to the person's own answers."""
    return _Telling(found).outcome(whole=True)


def tell_briefly(found: Findings) -> ProofTold:
    """Tell the outcome and the row that gave it, and no more."""
    return _Telling(found).outcome(whole=False)


@functools.cache
def surface(term: Term) -> tuple[Term, ...]:
    """Give what a term rests on as it is told; joining words and plain definitions dissolve into their parts."""
    if isinstance(term, Constant):
        return ()
    if isinstance(term, Some) or not term.parts or (isinstance(term, Named) and term.kind != "term"):
        return (term,)
    return tuple(dict.fromkeys(shown for part in term.parts for shown in surface(part)))


@functools.cache
def _placed(term: Term) -> tuple[tuple[Term, frozenset[str], int, bool], ...]:
    """Give each part of a surface with what its seat is made of, and whether it is told for each person or pair."""
    return tuple((shown, shown.looks_at, shown.number, isinstance(shown, Some)) for shown in surface(term))


@functools.cache
def _shows_a_layer(term: Term) -> bool:
    """Say whether a layer is told by the layers that it is made of."""
    return any(
        _shows_a_layer(shown.parts[0])
        if isinstance(shown, Some)
        else isinstance(shown, Named) and shown.kind == "layer"
        for shown in surface(term)
    )


class _Mentions:
    """Mentions the named parts of one law, without what they rest on: the same nodes in every proof."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._told: dict[tuple[Named, Truth], ProofTold] = {}

    def told(self, term: Named, truth: Truth) -> ProofTold:
        """Give the part in its own words."""
        told = self._told.get((term, truth))
        if told is None:
            assert term.kind != "term"
            says = self._says(term.kind, term.name, truth)
            told = ProofTold(kind=term.kind, id=term.name, says=says, truth=truth.value)
            self._told[term, truth] = told
        return told

    def has_its_place(self, term: Named) -> bool:
        """Say whether a provision is told in full in a place of its own."""
        return self._law.provision(term.name).kind in TOLD_IN_PLACE

    def _says(self, kind: str, name: str, truth: Truth) -> str:
        law = self._law
        if kind == "layer":
            layer = law.procedure.layers[name]
            return layer.fails if truth is Truth.FAILS else layer.says
        if kind == "provision":
            provision = law.provision(name)
            return f"{provision.title} ({provision.citation})"
        provision_id, _, part = name.partition(".")
        version = law.version(provision_id)
        assert version is not None, "a part of what is not law is never weighed"
        if kind == "exception":
            return version.exceptions[part].says
        condition = version.conditions[part]
        return (condition.fails or condition.says) if truth is Truth.FAILS else condition.says


@functools.lru_cache(maxsize=8)
def _mentions(law: Law) -> _Mentions:
    return _Mentions(law)


class _Telling:
    """Tells the proof of one case; what is the same for two pairs is told once and shared."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._words: Wording = wording("en")
        self._saying = Saying(OfTheCase(found.case), found.law.provisions)
        self._truth = found.columns.truth
        self._mentions = _mentions(found.law)
        self._told: dict[bool, dict[int, ProofTold]] = {True: {}, False: {}}
        self._spread: dict[tuple[int, bool], dict[int, ProofTold]] = {}
        self._facts: dict[tuple[str, Truth], ProofTold] = {}
        self._pairs: dict[tuple[str, Truth], ProofTold] = {}

    def outcome(self, *, whole: bool) -> ProofTold:
        """Tell the goal of the case."""
        code, stands = self._found.outcome
        table = "outcome" if stands or code is None else "suggested"
        rows = tuple(self._rows(table, NO_PAIR)) if whole else tuple(self._deciding(table))
        pairs = tuple(self._pair(pair) for pair in self._found.pairs) if whole else ()
        return ProofTold(
            kind="goal",
            id="outcome",
            says=self._words(f"law.outcome.{code or 'open'}"),
            truth="holds" if code and stands else "open",
            parts=(*rows, *pairs),
        )

    def _pair(self, pair: str) -> ProofTold:
        verdict = self._found.verdicts[pair]
        rows = tuple(self._rows("verdict", pair))
        layers = (*self._layers(pair), *self._powers(pair))
        return ProofTold(
            kind="goal",
            id=f"verdict {pair}",
            says=self._pair_says(pair),
            truth="open" if verdict == "open" else "holds",
            parts=(*rows, *layers),
        )

    def _pair_says(self, pair: str) -> str:
        item, _, recipient = pair.partition(">")
        what, label = self._saying.named("item", item), self._saying.named("recipient", recipient)
        verdict = self._words(f"law.verdicts.{self._found.verdicts[pair]}")
        return ended(self._words("law.pair", what=what, recipient=label, verdict=verdict))

    def _deciding(self, table: str) -> Iterator[ProofTold]:
        row = self._found.row(table)
        if row is not None:
            yield ProofTold(kind="row", id=f"{table}.{row.name}", says=row.says, truth="holds")

    def _rows(self, table: str, pair: str) -> Iterator[ProofTold]:
        """Tell each row down to the one that answers; where none does, every row."""
        deciding, at = self._found.row(table, pair), self._found.spot(pair)
        for row, _ in self._found.law.tables[table].rows:
            truth, parts = self._truth(row.when, at), self._parts(row.when, at, in_row=True)
            yield ProofTold(kind="row", id=f"{table}.{row.name}", says=row.says, truth=truth.value, parts=parts)
            if row is deciding:
                return

    def _layers(self, pair: str) -> Iterator[ProofTold]:
        """Tell each layer that shows provisions, with all of them; layers made of layers are told by these."""
        for name in self._found.law.procedure.layers:
            term = self._found.law.compiler.term(name)
            if not _shows_a_layer(term.parts[0]):
                yield self._one(term, self._found.spot(pair), in_row=False)

    def _powers(self, pair: str) -> Iterator[ProofTold]:
        """Tell the powers that hold for a pair, or that may."""
        for _, term in self._found.law.terms("power"):
            if self._found.truth(term, pair) is not Truth.FAILS:
                yield self._one(term, self._found.spot(pair), in_row=False)

    def _parts(self, term: Term, at: int, *, in_row: bool) -> tuple[ProofTold, ...]:
        """Tell what a term rests on, each part once: the same fact is often asked by two terms."""
        seats, known = self._found.spots.seats(at), self._told[in_row]
        told: dict[int, ProofTold] = {}
        for shown, looks_at, number, for_each in _placed(term):
            seat = seats[looks_at] + number
            if for_each:
                told |= self._each(shown, at, seat, in_row)
            else:
                part = known.get(seat) or self._told_at(seat, shown, at, in_row)
                told[id(part)] = part
        return tuple(told.values())

    def _each(self, term: Term, at: int, seat: int, in_row: bool) -> dict[int, ProofTold]:
        """Tell what a term rests on for each person or pair, each part once."""
        spots, key = self._found.spots, (seat, in_row)
        if key not in self._spread:
            if isinstance(term, Some) and term.binds == "pair":
                parts = [self._some_pair(term.parts[0], there) for there in spots.with_pair(at)]
            elif self._found.scene("people") is None:
                parts = [self._answer("people", Truth.OPEN)]
            else:
                each = spots.with_person(at)
                parts = [part for there in each for part in self._parts(term.parts[0], there, in_row=in_row)]
            self._spread[key] = {id(part): part for part in parts}
        return self._spread[key]

    def _some_pair(self, term: Term, at: int) -> ProofTold:
        pair, truth = self._found.spots.path("disclosure", at).partition(".")[2], self._truth(term, at)
        if (pair, truth) not in self._pairs:
            says = self._pair_says(pair)
            self._pairs[pair, truth] = ProofTold(kind="goal", id=f"verdict {pair}", says=says, truth=truth.value)
        return self._pairs[pair, truth]

    def _one(self, term: Term, at: int, *, in_row: bool) -> ProofTold:
        """Tell a named part or an answer; what is the same from two spots is told once."""
        seat = self._found.spots.seat(term, at)
        return self._told[in_row].get(seat) or self._told_at(seat, term, at, in_row)

    def _told_at(self, seat: int, term: Term, at: int, in_row: bool) -> ProofTold:
        """Tell what has not been told from this spot, nor from one that looks the same."""
        told = self._named(term, at, in_row) if isinstance(term, Named) else self._fact(term, at)
        self._told[in_row][seat] = told
        return told

    def _named(self, term: Named, at: int, in_row: bool) -> ProofTold:
        """Tell a named part; in a row, or below a provision, what is told in its own place is only mentioned."""
        truth = self._truth(term, at)
        mentioned = self._mentions.told(term, truth)
        if term.kind == "provision":
            parts = () if in_row and self._mentions.has_its_place(term) else self._provision(term, at, truth)
        elif term.kind == "layer" and in_row:
            parts = ()
        else:
            parts = self._parts(term.parts[0], at, in_row=in_row)
        if not parts:
            return mentioned
        return ProofTold(mentioned.kind, mentioned.id, mentioned.says, mentioned.truth, parts=parts)

    def _provision(self, term: Named, at: int, truth: Truth) -> tuple[ProofTold, ...]:
        """Tell every condition and exception; of a provision that fails, the facts of those that make it fail."""
        if truth is not Truth.FAILS:
            return self._parts(term.parts[0], at, in_row=True)
        told = []
        for part in surface(term.parts[0]):
            if isinstance(part, Named):
                truth = self._truth(part, at)
                if truth is (Truth.FAILS if part.kind == "exception" else Truth.HOLDS):
                    told.append(self._mentions.told(part, truth))
                    continue
            told.append(self._one(part, at, in_row=True))
        return tuple(told)

    def _fact(self, term: Term, at: int) -> ProofTold:
        """Tell the answer that a term without parts looks at."""
        path: str = term.path  # type: ignore[attr-defined]
        return self._answer(self._found.spots.path(path, at), self._truth(term, at))

    def _answer(self, path: str, truth: Truth) -> ProofTold:
        if (path, truth) not in self._facts:
            answer = self._found.scene(path)
            self._facts[path, truth] = ProofTold(
                kind="fact",
                id=paths.fact_of(path),
                says=self._saying.sentence(path, answer),
                truth=truth.value,
                path=path,
                answer=answer,
            )
        return self._facts[path, truth]
