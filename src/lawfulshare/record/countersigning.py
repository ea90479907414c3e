"""Countersigning: a second person's signature on a record that its author signed, and nothing else changed."""

from datetime import datetime

from lawfulshare.faults import Fault, NotOurs
from lawfulshare.record.identities import OpenIdentity
from lawfulshare.record.revisions import Revisions, examine
from lawfulshare.record.signing import sign


def countersign(pdf: bytes, identity: OpenIdentity, *, at: datetime) -> bytes:
    """Add the supervisor's signature to a record that is as its author signed it.

    Raises:
        IdentityTrouble: the identity had expired, or was not made yet, at that moment.
        NotOurs: the record is changed, signed by the same key, countersigned already, or signed after that moment.
    """
    refuse_unfit(pdf, identity, at)
    return sign(pdf, identity, part="supervisor", at=at)


def refuse_unfit(pdf: bytes, identity: OpenIdentity, at: datetime) -> None:
    """Refuse what this person cannot countersign, or give a verdict on, at that moment.

    Raises:
        NotOurs: the record is changed, signed by the same key, countersigned already, or signed after that moment.
    """
    seen = refuse_changed(pdf)
    if len(seen.seals) > 1:
        raise _refused("it is countersigned already", "Open the countersigned record.")
    author = seen.seals[0]
    if author.certificate == identity.certificate:
        raise _refused("its author cannot countersign it", "Ask a second person to.")
    if author.signed_on is not None and at < author.signed_on.replace(microsecond=0):
        raise _refused("its author signed it later than now", "Check the clock of this computer.")


def refuse_changed(pdf: bytes) -> Revisions:
    """Refuse what is not as it was signed; give what was found of it.

    Raises:
        NotOurs: the record is changed, or nobody signed it.
    """
    seen = examine(pdf)
    if seen.findings or not seen.seals:
        raise _refused("it is not as its author signed it", "Verify it, and ask its author for the file again.")
    return seen


def _refused(what: str, mend: str) -> NotOurs:
    return NotOurs(Fault("record", what, mend))
