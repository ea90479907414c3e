"""Someone's records: find them, verify each; one bad file never stops the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lawfulshare.faults import Fault, LawfulShareError, NotOurs
from lawfulshare.record.verification import Verification


def found(named: Iterable[Path]) -> Iterator[Path]:
    """Give each file that is named, and each PDF of each folder that is named, in order."""
    for path in named:
        if path.is_dir():
            yield from sorted(inner for inner in path.rglob("*") if inner.suffix.lower() == ".pdf" and inner.is_file())
        else:
            yield path


def check(path: Path, trust: tuple[bytes, ...] = ()) -> Verification:
    """Verify one file.

    Raises:
        NotOurs: it cannot be read, or carries no record.
    """
    from lawfulshare.record.verifying import verify

    try:
        body = path.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or "the system refused").lower()
        raise NotOurs(
            Fault(path.name, f"it cannot be read ({reason})", "Check the name, and that you may open it.")
        ) from None
    return verify(path.name, body, trust=trust)


def check_all(
    named: Iterable[Path], trust: tuple[bytes, ...] = ()
) -> Iterator[tuple[Path, Verification | LawfulShareError]]:
    """Verify many files, one after the other: for each its verification, or the trouble with it."""
    for path in found(named):
        try:
            yield path, check(path, trust)
        except LawfulShareError as trouble:
            yield path, trouble
