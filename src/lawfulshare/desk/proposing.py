"""An answer that is not accepted yet: the case as it would be, and what that would do to the rest."""

from dataclasses import dataclass
from typing import Any

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.guide.effects import Effect
from lawfulshare.guide.walk import Walk


@dataclass(frozen=True)
class Proposal:
    """One answer, the case and the way with it, and what changes besides the answer itself."""

    path: str
    value: Any
    before: CaseFile
    case: CaseFile
    way: Walk
    effect: Effect
    outcomes: tuple[Outcome | None, Outcome | None] = (None, None)
    """The law's outcome before and after, once something was decided; else none was looked for."""

    @property
    def matters(self) -> bool:
        """Say whether one should be told before: a later answer is touched, or what was decided stood on another."""
        return self.effect.matters or self.outcomes[0] != self.outcomes[1]
