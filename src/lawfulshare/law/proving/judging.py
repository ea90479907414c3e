"""Judges a mutant of the law, the cheapest way first: does anything catch the mistake?

1. refused: the reader of the pack refuses it;  2. same: every observable is the same object, so it is no change;
3. beside: a case beside the law says otherwise;  4. whole: a whole case gets another answer than it must;
What is left is put to the solver (`settle`), which looks only so far as `QUICKLY` says:
5. property: a property of every answer is broken;  6. equivalent, as no case tells the two laws apart, or survived,
with a case file that does; undecided where the solver gives up, and where only what it does not look at differs.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import BadPack
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.language.nodes import FALSE
from lawfulshare.law.language.terms import BadTerm
from lawfulshare.law.language.weighing import Weighing
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.linting import lint
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.provision import LAW
from lawfulshare.law.proving.beside import PAIR, Beside, Members, answer_of, subject, told
from lawfulshare.law.proving.commencing import calendar
from lawfulshare.law.proving.coverage import last_day
from lawfulshare.law.proving.mutants import LISTS, PROCEDURE, Mutant, mutated
from lawfulshare.law.proving.solving import Bounds, Undecided
from lawfulshare.law.proving.specification import Judged, specification
from lawfulshare.law.proving.telling_apart import tell_apart
from lawfulshare.law.proving.trial import Trial
from lawfulshare.law.proving.visible import Visible, differing, named_by_cautions, unseen_by_the_solver, visible
from lawfulshare.law.proving.whole_cases import Whole, shortfalls

How: TypeAlias = Literal["refused", "same", "beside", "whole", "property", "equivalent", "survived", "undecided"]
QUICKLY = Bounds(patience=10_000, people=12)
"""How far to look for what a mutant changes: what takes longer counts as survived."""
CAUGHT: frozenset[How] = frozenset({"refused", "beside", "whole", "property"})
NO_CHANGE: frozenset[How] = frozenset({"same", "equivalent"})


class Judgement(NamedTuple):
    """What became of a mutant, and what caught it or what differs."""

    mutant: Mutant
    how: How
    by: str = ""
    day: str = ""
    case: CaseFile | None = None


class Yardstick(NamedTuple):
    """What the law is held against: cases beside it, lists once more, whole cases."""

    beside: tuple[Beside, ...]
    members: Mapping[str, Members]
    whole: tuple[Whole, ...]


class Judge:
    """Judges mutants of one pack; what does not differ from the pack is weighed once for all of them."""

    def __init__(self, pack: Pack, yardstick: Yardstick) -> None:
        self.pack = pack
        self.latest = last_day(pack)
        self.named = named_by_cautions(pack.on(self.latest))
        self._places = {name: name for name in pack.provisions}
        self._beside: dict[str, list[Beside]] = {}
        for case in yardstick.beside:
            self._beside.setdefault(case.about if case.kind == "provision" else PROCEDURE, []).append(case)
        self._members = yardstick.members
        self._whole = yardstick.whole
        self._weighed: dict[int, Weighing] = {}
        self._found: dict[int, Findings] = {}
        self._seen: dict[str, Visible] = {}

    def judge(self, mutant: Mutant) -> Judgement:
        """Say what becomes of a mutant."""
        try:
            pack = mutated(self.pack, mutant)
            if faults := lint(pack.on(self.latest), self._places):
                return Judgement(mutant, "refused", faults[0].what)
        except (BadPack, BadTerm, ValueError) as problem:
            return Judgement(mutant, "refused", str(problem).splitlines()[0])
        day, differs = self.difference(mutant, pack)
        if not day:
            return Judgement(mutant, "same")
        if mutant.piece == LISTS and (name := str(mutant.path[0])) in self._members:
            return Judgement(mutant, "beside", f"lists {name}", day)
        if case := next(self._beside_against(pack, mutant), None):
            return Judgement(mutant, "beside", f"{case.where}: {case.about}, {case.name}", day)
        if whole := next(self._whole_against(pack), None):
            return Judgement(mutant, "whole", whole, day)
        return Judgement(mutant, "survived", f"shows in {_few(differs)}", day)

    def settle(self, judgement: Judgement) -> Judgement:
        """Ask the solver of a mutant that survived whether it breaks a property, or any case tells it from the law."""
        if judgement.how != "survived":
            return judgement
        pack = mutated(self.pack, judgement.mutant)
        for day in self._days_apart(judgement.mutant, pack):
            try:
                if number := broken_property(self.pack.on(day), pack.on(day)):
                    return judgement._replace(how="property", by=number, day=day)
                case = tell_apart(self.pack.on(day), pack.on(day), QUICKLY)
            except Undecided as problem:
                return judgement._replace(how="undecided", by=str(problem), day=day)
            if case is not None:
                return judgement._replace(day=day, case=case)
            if unseen_by_the_solver(self.seen(day), visible(pack.on(day), self.named)):
                return judgement._replace(how="undecided", by="only what the solver does not look at differs", day=day)
        return judgement._replace(how="equivalent", by="no case tells them apart")

    def _days_apart(self, mutant: Mutant, pack: Pack) -> Iterator[str]:
        """Give the days on which the laws differ, once each way of differing, the latest first."""
        ways: set[tuple[tuple[str, int, int], ...]] = set()
        for day in days_of(self.pack, mutant, self.latest):
            ours, theirs = self.seen(day), visible(pack.on(day), self.named)
            way = tuple(
                (name, ours.get(name, FALSE).number, theirs.get(name, FALSE).number) for name in differing(ours, theirs)
            )
            if way and way not in ways:
                ways.add(way)
                yield day

    def seen(self, day: str) -> Visible:
        """Give what can be seen of the unchanged law of a day."""
        if day not in self._seen:
            self._seen[day] = visible(self.pack.on(day), self.named)
        return self._seen[day]

    def difference(self, mutant: Mutant, pack: Pack) -> tuple[str, tuple[str, ...]]:
        """Give the latest day on which something visible is another object, and what; no day: there is none."""
        for day in days_of(self.pack, mutant, self.latest):
            if differs := self._differing(pack, day):
                return day, differs
        return "", ()

    def _differing(self, pack: Pack, day: str) -> tuple[str, ...]:
        return differing(self.seen(day), visible(pack.on(day), self.named))

    def _beside_against(self, pack: Pack, mutant: Mutant) -> Iterator[Beside]:
        """Give the cases beside that say otherwise; those of the mutated piece come first."""
        own = self._beside.get(mutant.piece, [])
        others = (case for about, cases in self._beside.items() if about != mutant.piece for case in cases)
        return (case for case in (*own, *others) if self._says_otherwise(case, pack))

    def _says_otherwise(self, case: Beside, pack: Pack) -> bool:
        before, after = self.pack.uncompiled(case.day), pack.uncompiled(case.day)
        try:
            was, now = subject(before, case.kind, case.about), subject(after, case.kind, case.about)
            answers = case.kind == "row" and answer_of(before, case.about) != answer_of(after, case.about)
        except KeyError:
            return True
        if was is now and not answers:
            return False
        return (told(after, case, self._weighing(case, after).truth(now)) if now else "not law") != case.then

    def _whole_against(self, pack: Pack) -> Iterator[str]:
        differs = {day: bool(self._differing(pack, day)) for day in {whole.day for whole in self._whole}}
        for whole in self._whole:
            if not differs[whole.day]:
                continue
            found = Findings(whole.case, pack.on(whole.day), self._found.get(id(whole)))
            self._found.setdefault(id(whole), found)
            if falls := next(shortfalls(whole.expect, found), None):
                yield f"{whole.where}: {falls}"

    def _weighing(self, case: Beside, law: Law) -> Weighing:
        """Give what has been weighed of a case before, unless the case itself is seen otherwise by this law."""
        if law.orders != self.pack.uncompiled(case.day).orders:
            return _bound(Weighing(Scene(case.case, law.orders)))
        if id(case) not in self._weighed:
            self._weighed[id(case)] = _bound(Weighing(Scene(case.case, law.orders)))
        return self._weighed[id(case)]


def broken_property(before: Law, law: Law) -> str:
    """Give the number of a property that a law breaks and the law before it does not; nothing before it is proved.

    Raises:
        Undecided: the solver gave up.
    """
    if law.day < calendar().tried_from:
        return ""
    trial, as_before = Trial(Judged(law, specification())), Trial(Judged(before, specification()))
    return trial.broken_unlike(as_before, QUICKLY.patience)


def _few(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def _bound(weighing: Weighing) -> Weighing:
    weighing.bind(**PAIR)
    return weighing


def days_of(pack: Pack, mutant: Mutant, latest: str) -> tuple[str, ...]:
    """Give the days on which a mutant may show: of its version, or of all periods; the latest first."""
    begins = {v.from_ for provision in pack.provisions.values() for v in provision.versions if v.status in LAW}
    if mutant.piece in (PROCEDURE, LISTS) or mutant.path[0] != "versions":
        return tuple(sorted(begins, reverse=True))
    version = pack.provisions[mutant.piece].versions[int(mutant.path[1])]
    if mutant.path[-1] in ("from", "to"):
        ends = {day for day in (version.from_, version.to, str(mutant.becomes)) if day}
        return tuple(sorted(ends | {latest}, reverse=True))
    within = {day for day in begins if version.covers(day)} | ({latest} if version.covers(latest) else set())
    return tuple(sorted(within | {version.from_}, reverse=True))


def score(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Give how many mutants were caught, of how many that are not proved to be no change."""
    counted = [judgement for judgement in judgements if judgement.how not in NO_CHANGE]
    return sum(judgement.how in CAUGHT for judgement in counted), len(counted)
