"""What can go wrong with the vault, each in one sentence."""

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from lawfulshare.faults import Fault, VaultTrouble
from lawfulshare.wording import wording

_SAYS: tuple[tuple[str, str], ...] = (
    ("disk is full", "full"),
    ("readonly database", "read_only"),
    ("unable to open", "read_only"),
    ("not a database", "damaged"),
    ("malformed", "damaged"),
    ("hmac", "damaged"),
    ("locked", "busy"),
)
"""What SQLite says, and which of our sentences that is."""

DISK_FULL = frozenset({28, 122})
"""ENOSPC and EDQUOT, as every system numbers them for Python."""


def trouble(kind: str, place: str = "vault", **values: object) -> VaultTrouble:
    """Give one trouble in words."""
    words = wording()
    return VaultTrouble(
        Fault(
            words(f"desk.place.{place}"),
            words(f"desk.trouble.{kind}.what", **values),
            words(f"desk.trouble.{kind}.mend", **values),
        )
    )


def of_database(problem: Exception) -> VaultTrouble:
    """Say in words what the database refused; nothing of the statement or its values is repeated."""
    if isinstance(problem, NoConnection):
        return trouble("busy")
    said = str(problem.orig if isinstance(problem, DBAPIError) else problem).lower()
    return trouble(next((kind for sign, kind in _SAYS if sign in said), "refused"))


def of_system(problem: OSError) -> VaultTrouble:
    """Say in words what the system refused."""
    return trouble("full" if problem.errno in DISK_FULL else "read_only")
