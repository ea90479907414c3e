"""Mutation of the law, run: which small mistakes in the pack would nothing catch?"""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.packs.pack import Pack, read_pack
from lawfulshare.law.proving.beside import LISTS as LISTS_CASES
from lawfulshare.law.proving.beside import cases_beside, read_members
from lawfulshare.law.proving.judging import Judge, Judgement, Yardstick, score
from lawfulshare.law.proving.mutants import Mutant, mutants
from lawfulshare.law.proving.whole_cases import whole_cases

TARGET = 0.95
"""The share of the mutants, not counting those proved to be no change, that has to be caught."""


class Bench(NamedTuple):
    """Where the law and its cases are, so that each process can read them for itself."""

    law: Path
    nation: str
    cases: tuple[Path, ...]

    def pack(self) -> Pack:
        """Read the pack."""
        return read_pack(self.law, self.nation)

    def yardstick(self) -> Yardstick:
        """Read the cases that the law is held against."""
        listed = self.law / LISTS_CASES
        return Yardstick(
            cases_beside(self.law),
            read_members(listed) if listed.is_file() else {},
            tuple(case for folder in self.cases for case in whole_cases(folder)),
        )


def judge_all(
    bench: Bench, which: Sequence[Mutant], processes: int = 2, *, settle: bool = False
) -> Iterator[Judgement]:
    """Judge these mutants of a pack, in several processes; with `settle`, the solver is asked of those that survive."""
    with ProcessPoolExecutor(processes) as several:
        left: list[Judgement] = []
        for judgement in several.map(_judge, repeat(bench), which, chunksize=_at_once(which, processes)):
            if settle and judgement.how == "survived":
                left.append(judgement)
            else:
                yield judgement
        yield from several.map(_settle, repeat(bench), left, chunksize=1)


def of_pieces(pack: Pack, pieces: Iterable[str]) -> list[Mutant]:
    """Give the mutants of some pieces of a pack: ids of provisions, `procedure`, `lists`."""
    wanted = frozenset(pieces)
    return [mutant for mutant in mutants(pack) if mutant.piece in wanted]


def spread(which: Sequence[Mutant], most: int) -> list[Mutant]:
    """Give at most so many of them, spread evenly over all."""
    if len(which) <= most:
        return list(which)
    return [which[number * len(which) // most] for number in range(most)]


def report(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Tell the score, what caught how many, and each mutant that nothing caught."""
    for judgement in judgements:
        if judgement.how in ("survived", "undecided"):
            yield f"{judgement.how}: {judgement.mutant} ({judgement.by} on {judgement.day})"
    ways = Counter(judgement.how for judgement in judgements)
    yield ", ".join(f"{count} {how}" for how, count in ways.most_common())
    caught, counted = score(judgements)
    share = caught / counted if counted else 1.0
    yield f"{caught} of {counted} mutants caught: {share:.1%} (at least {TARGET:.0%})"


def cases_apart(judgements: Iterable[Judgement]) -> Iterator[tuple[str, CaseFile]]:
    """Give for each mutant that survived a case that tells it from the law, to be read and decided."""
    for judgement in judgements:
        if judgement.case is not None:
            yield str(judgement.mutant), judgement.case


def is_enough(judgements: Sequence[Judgement]) -> bool:
    """Say whether enough of the mutants were caught."""
    caught, counted = score(judgements)
    return caught >= TARGET * counted


def _at_once(which: Sequence[Mutant], processes: int) -> int:
    return max(1, len(which) // (16 * processes))


@functools.cache
def _judge_of(bench: Bench) -> Judge:
    """Give the judge of this process, who weighs what does not change once for all mutants."""
    return Judge(bench.pack(), bench.yardstick())


def _judge(bench: Bench, mutant: Mutant) -> Judgement:
    return _judge_of(bench).judge(mutant)


def _settle(bench: Bench, judgement: Judgement) -> Judgement:
    return _judge_of(bench).settle(judgement)
