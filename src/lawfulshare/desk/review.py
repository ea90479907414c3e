"""Someone's records and review sheets: find them, verify each; one bad file never stops the rest."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lawfulshare.desk.home import place
from lawfulshare.desk.papers import Papers
from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record.verification import Verification

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from lawfulshare.record.follow_up_checking import FollowUpVerification
    from lawfulshare.record.review_checking import ReviewVerification
    from lawfulshare.record.sheet_checking import RecordAtHand
    from lawfulshare.record.trusting import TrustedKey


def found(named: Iterable[Path]) -> Iterator[Path]:
    """Give each file that is named, and each PDF of each folder that is named, in order."""
    for path in named:
        if path.is_dir():
            yield from sorted(inner for inner in path.rglob("*") if inner.suffix.lower() == ".pdf" and inner.is_file())
        else:
            yield path


def check(
    path: Path, trust: tuple[bytes, ...] = (), home: Path | None = None, papers: Papers | None = None
) -> Verification:
    """Verify one record, by the law and the trusted keys at hand in a home, and by the review sheets beside it.

    Raises:
        NotOurs: it cannot be read, or carries no record.
    """
    from lawfulshare.desk.law_here import read_shelf
    from lawfulshare.record.trusting import anchors
    from lawfulshare.record.verifying import verify
    from lawfulshare.record.withdrawn import lists

    body = read(path)
    folder = home or place()
    shelf = read_shelf(folder)
    told = verify(
        path.name,
        body,
        trust,
        shelf.named,
        known=anchors(folder, "records"),
        for_time=anchors(folder, "time"),
        lists=lists(folder),
        newest=lambda named: shelf.on(named.pack, named.as_at),
    )
    return (papers or Papers(path.parent)).noticed(body, told)


def check_sheet(
    path: Path,
    trust: tuple[bytes, ...] = (),
    home: Path | None = None,
    folders: Collection[Papers] = (),
    kept: "Collection[RecordAtHand]" = (),
) -> "ReviewVerification":
    """Verify one review sheet, with the records that lie in the folders given, else beside it, and with those kept.

    Raises:
        NotOurs: it cannot be read, or carries no review.
    """
    from lawfulshare.record.review_checking import check_review
    from lawfulshare.record.review_sheet import read as read_sheet
    from lawfulshare.record.trusting import anchors
    from lawfulshare.record.withdrawn import lists

    body, folder = read(path), home or place()
    number = read_sheet(body, path.name).record.id
    at_hand = [record for papers in folders or (Papers(path.parent),) for record in papers.records(number)]
    return check_review(path.name, body, (*at_hand, *kept), trust, anchors(folder, "records"), lists=lists(folder))


def is_review_sheet(path: Path) -> bool:
    """Say whether a file gives itself out as a review sheet."""
    from lawfulshare.record.review_sheet import is_sheet

    try:
        return is_sheet(read(path))
    except NotOurs:
        return False


def check_follow_up_sheet(
    path: Path, trust: tuple[bytes, ...] = (), home: Path | None = None, folders: Collection[Papers] = ()
) -> "FollowUpVerification":
    """Verify one follow-up sheet, with the records that lie in the folders given, else beside it.

    Raises:
        NotOurs: it cannot be read, or carries no follow-up.
    """
    from lawfulshare.record.follow_up import read as read_follow_up
    from lawfulshare.record.follow_up_checking import check_follow_up
    from lawfulshare.record.trusting import anchors
    from lawfulshare.record.withdrawn import lists

    body, folder = read(path), home or place()
    number = read_follow_up(body, path.name).record.id
    at_hand = [record for papers in folders or (Papers(path.parent),) for record in papers.records(number)]
    return check_follow_up(path.name, body, at_hand, trust, anchors(folder, "records"), lists=lists(folder))


def read(path: Path) -> bytes:
    """Read a file that somebody gives.

    Raises:
        NotOurs: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as problem:
        reason = (problem.strerror or "the system refused").lower()
        raise NotOurs(
            Fault(path.name, f"it cannot be read ({reason})", "Check the name, and that you may open it.")
        ) from None


def certificate_of(body: bytes) -> "Certificate":
    """Give the certificate that somebody hands over: by itself, or in a record or a sealed file that its key signed.

    Raises:
        BadCaseFile: it is no certificate.
        BadSeal: the sealed file does not verify.
        NotOurs: the record is not as it was signed.
    """
    from lawfulshare.record.certificates import given
    from lawfulshare.record.sealing import certificate_in

    if body.startswith(b"%PDF-"):
        from lawfulshare.record.revisions import examine

        seen = examine(body)
        if not seen.seals or seen.findings:
            raise NotOurs(Fault("record", "it is not as it was signed", "Ask the owner of the key for a certificate."))
        return given(seen.seals[0].certificate)
    return certificate_in(body) if body.lstrip().startswith(b"{") else given(body)


def trust_signer(path: Path, compared: str, home: Path | None = None) -> "TrustedKey":
    """Trust the first key of a paper that is not trusted yet, once the beginning of its fingerprint was compared.

    Raises:
        NotOurs: the file cannot be read, or nobody signed it.
        BadSeal: too little was compared, or it is not this key's fingerprint.
        CannotWrite: the folder cannot be written.
    """
    from lawfulshare.record.certificates import given
    from lawfulshare.record.revisions import examine
    from lawfulshare.record.trusting import add, anchors
    from lawfulshare.record.vouching import stands
    from lawfulshare.record.withdrawn import lists

    folder = home or place()
    known, gone = anchors(folder, "records"), lists(folder)
    strange = next(
        (seal for seal in examine(read(path)).seals if stands(seal, known, (), gone).kind == "outside"), None
    )
    if strange is None:
        raise NotOurs(Fault(path.name, "it has no key that is not trusted yet", "Check it again."))
    return add(folder, given(strange.certificate), compared, ("records",))
