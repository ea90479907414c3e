"""What a person can put right: where, what, how to mend; base of every error."""

from collections.abc import Iterable
from typing import NamedTuple


class Fault(NamedTuple):
    """One thing that a person can put right: where it is, what is wrong, how to mend it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what.rstrip('.')}. {self.mend}"


class LawfulShareError(Exception):
    """Base of every error that is meant for a person; carries all faults at once, each of one line."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))

    @classmethod
    def of(cls, faults: Iterable[Fault]) -> "LawfulShareError":
        """Make one error of all the faults found."""
        return cls(*faults)


class BadCaseFile(LawfulShareError):
    """A file that is not a case file, or one that this program cannot read."""


class BadPack(LawfulShareError):
    """A law pack, a list of cautions or the procedure that must not be used: a circle, an unknown path, and so on."""


class BadOverlay(LawfulShareError):
    """An organisation's overlay with a key that no overlay has, a value that does not fit, or nothing to confirm."""


class BadSeal(LawfulShareError):
    """A sealed file, law pack or overlay, that is changed, unsigned, not trusted, or older than what is here."""


class BadForm(LawfulShareError):
    """A form under forms/ that must not be shown: an unknown fact, a look forwards, a key given twice."""


class BadAnswer(LawfulShareError):
    """An answer that cannot stand where it was given: no such day, not on the list, nobody by that name."""


class BadContent(LawfulShareError):
    """A file of forms/ or resources/ that cannot be read at all."""


class NotReady(LawfulShareError):
    """A record that cannot be closed yet; each missing thing is a fault of its own."""


class IdentityTrouble(LawfulShareError):
    """A signing identity that is missing, expired, or locked by another passphrase."""


class NoTimestamp(LawfulShareError):
    """A timestamp server was named and gave no timestamp; nothing was signed, and it can be signed without one."""


class NotOurs(LawfulShareError):
    """A PDF that cannot be read, or that does not carry a record of ours."""


class VaultTrouble(LawfulShareError):
    """The vault of drafts cannot be opened or written: passphrase, disk, folder, a newer program's data."""


class SavedMeanwhile(LawfulShareError):
    """Someone else saved this case first."""

    def __init__(self, case_id: str, latest: int) -> None:
        super().__init__(
            Fault(
                where=f"case {case_id}",
                what=f"another window saved version {latest} while you were writing",
                mend="Your answers are still on the screen. Open the newer version and compare.",
            )
        )


class CannotWrite(LawfulShareError):
    """A file or folder that cannot be written: full disk, read-only, missing."""

    @classmethod
    def because(cls, where: str, problem: OSError) -> "CannotWrite":
        """Say in words what the system refused; nothing was left half-written."""
        reason = (problem.strerror or "the system refused").lower()
        return cls(Fault(where, f"cannot be written ({reason})", "Choose another folder, or free some space there."))
