"""The proof as it is told: goal, row, layer, provision, condition and exception, fact."""

from collections.abc import Iterator

from lawfulshare.case import paths
from lawfulshare.case.truth import Truth
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.law.answer.findings import NO_PAIR, Findings
from lawfulshare.law.answer.saying import OfTheCase, Saying, ended
from lawfulshare.law.language.nodes import Named, Some
from lawfulshare.law.language.weighing import Proof
from lawfulshare.wording import Wording, wording

TOLD_IN_PLACE = frozenset({"duty", "power", "basis", "condition", "confidence", "restriction"})
"""Kinds of provision that each pair's proof tells in full in a place of their own."""


def tell(found: Findings) -> ProofTold:
    """Tell the whole proof: the outcome, the verdict of each pair, each layer down to the person's own answers."""
    return _Telling(found).outcome(whole=True)


def tell_briefly(found: Findings) -> ProofTold:
    """Tell the outcome and the row that gave it, and no more."""
    return _Telling(found).outcome(whole=False)


class _Telling:
    """Tells the proof of one case; what is the same for two pairs is told once and shared."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._words: Wording = wording("en")
        self._saying = Saying(OfTheCase(found.case), found.law.provisions)
        self._told: dict[int, tuple[Proof, ProofTold]] = {}
        self._facts: dict[tuple[str, Truth], ProofTold] = {}

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
        deciding = self._found.row(table, pair)
        for row, _ in self._found.law.tables[table].rows:
            proof = self._found.proof(row.when, pair)
            parts = tuple(self._once(proof, in_row=True))
            yield ProofTold(kind="row", id=f"{table}.{row.name}", says=row.says, truth=proof.truth.value, parts=parts)
            if row is deciding:
                return

    def _layers(self, pair: str) -> Iterator[ProofTold]:
        """Tell each layer that shows provisions, with all of them; layers made of layers are told by these."""
        for name in self._found.law.procedure.layers:
            proof = self._found.proof(self._found.law.compiler.term(name), pair)
            if not any(part.kind == "layer" for part in self._parts(proof.parts[0], in_row=True)):
                yield self._named(proof, in_row=False)

    def _powers(self, pair: str) -> Iterator[ProofTold]:
        """Tell the powers that hold for a pair, or that may."""
        for _, term in self._found.law.terms("power"):
            if self._found.truth(term, pair) is not Truth.FAILS:
                yield self._named(self._found.proof(term, pair), in_row=False)

    def _parts(self, proof: Proof, *, in_row: bool) -> Iterator[ProofTold]:
        """Tell what a proof rests on; joining words and plain definitions dissolve into their parts."""
        term = proof.term
        if isinstance(term, Some) and term.binds == "pair":
            yield from self._some_pair(proof)
        elif isinstance(term, Named) and term.kind != "term":
            yield self._named(proof, in_row=in_row)
        elif proof.path is not None:
            yield self._facts.get((proof.path, proof.truth)) or self._fact(proof, proof.path)
        else:
            for part in proof.parts:
                yield from self._parts(part, in_row=in_row)

    def _some_pair(self, proof: Proof) -> Iterator[ProofTold]:
        for part in proof.parts:
            yield ProofTold(
                kind="goal", id=f"verdict {part.bound}", says=self._pair_says(str(part.bound)), truth=part.truth.value
            )

    def _named(self, proof: Proof, *, in_row: bool) -> ProofTold:
        """Tell a named part; in a row, or below a provision, what is told in its own place is only mentioned."""
        key = -id(proof) if in_row else id(proof)
        if key in self._told:
            return self._told[key][1]
        assert isinstance(proof.term, Named)
        kind, name = proof.term.kind, proof.term.name
        brief = in_row and (kind == "layer" or (kind == "provision" and self._has_its_place(name)))
        below = self._provision(proof) if kind == "provision" else self._once(proof.parts[0], in_row=in_row)
        parts = () if brief else tuple(below)
        told = ProofTold(
            kind=kind,
            id=name,
            says=self._says(kind, name, proof.truth),
            truth=proof.truth.value,
            parts=parts,
        )
        self._told[key] = (proof, told)
        return told

    def _has_its_place(self, name: str) -> bool:
        return self._found.law.provision(name).kind in TOLD_IN_PLACE

    def _once(self, proof: Proof, *, in_row: bool) -> Iterator[ProofTold]:
        """Tell each part once: the same fact is often asked by two terms."""
        seen: set[tuple[str, str | None, str]] = set()
        for part in self._parts(proof, in_row=in_row):
            if (part.id, part.path, part.truth) not in seen:
                seen.add((part.id, part.path, part.truth))
                yield part

    def _provision(self, proof: Proof) -> Iterator[ProofTold]:
        """Tell every condition and exception; of a provision that fails, the facts of those that make it fail."""
        for part in self._once(proof.parts[0], in_row=True):
            made_out = part.truth == ("fails" if part.kind == "exception" else "holds")
            yield part.model_copy(update={"parts": ()}) if made_out and proof.truth is Truth.FAILS else part

    def _says(self, kind: str, name: str, truth: Truth) -> str:
        law = self._found.law
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

    def _fact(self, proof: Proof, path: str) -> ProofTold:
        fact = paths.fact_of(path)
        told = self._facts[path, proof.truth] = ProofTold(
            kind="fact",
            id=fact,
            says=self._saying.sentence(path, proof.answer),
            truth=proof.truth.value,
            path=path,
            answer=proof.answer,
        )
        return told
