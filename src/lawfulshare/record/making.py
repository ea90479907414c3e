"""Case to signed record by one road: assess, ready?, record, blocks, paper, twin, signature."""

from dataclasses import replace
from datetime import datetime

from lawfulshare import __version__
from lawfulshare.case.case_file import CaseFile
from lawfulshare.faults import NotReady
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.assessment import Assessment, ProofTold
from lawfulshare.law.packs.pack import Law
from lawfulshare.record.blocks import blocks, frame
from lawfulshare.record.identities import Identity, OpenIdentity
from lawfulshare.record.readiness import missing
from lawfulshare.record.record import Amended, Record, Signer
from lawfulshare.wording import Wording


def make(
    case: CaseFile,
    law: Law,
    identity: OpenIdentity,
    *,
    number: str,
    closed_at: datetime,
    words: Wording,
    training: bool = False,
    amends: Amended | None = None,
) -> bytes:
    """Close a case: give the signed PDF, whole or not at all. The case is the one *heard*.

    `amends` names the record that this one mends: the next round of the same decision.

    Raises:
        NotReady: something is missing; each missing thing is a fault of its own.
        IdentityTrouble: the identity has expired.
    """
    from lawfulshare.record.signing import sign

    assessment = assess(case, law)
    if faults := missing(case, assessment):
        raise NotReady(*faults)
    record = record_of(case, assessment, identity, number=number, closed_at=closed_at, training=training, amends=amends)
    return sign(draw(record, law, words), identity, at=closed_at)


def record_of(
    case: CaseFile,
    assessment: Assessment,
    identity: Identity,
    *,
    number: str,
    closed_at: datetime,
    training: bool = False,
    amends: Amended | None = None,
) -> Record:
    """Put together what the record contains; the author's certificate is pinned in it."""
    return Record(
        id=number,
        closed_at=closed_at.isoformat(timespec="seconds"),
        training=training,
        amends=amends.sha256 if amends else None,
        round=amends.round + 1 if amends else 1,
        signers=(Signer(part="author", certificate_sha256=identity.certificate_sha256),),
        case=case,
        assessment=assessment.model_copy(update={"explanation": as_kept(assessment.explanation)}),
        made_with={
            "lawfulshare": program_version(),
            "pack": f"{assessment.law.pack} {assessment.law.version}",
        },
    )


def as_kept(told: ProofTold) -> ProofTold:
    """Keep what carries the answer; of what fails, that it does, and under what holds, only what makes it hold.

    The whole proof of a large grid is many megabytes of facts that decide nothing. Whoever assesses the record's case
    again under the law that it names has all of it back.
    """
    if told.truth == "fails" and told.kind in ("row", "provision", "condition", "exception"):
        return replace(told, parts=())
    carrying = told.parts if told.kind != "condition" else [part for part in told.parts if part.truth == "holds"]
    return replace(told, parts=tuple(map(as_kept, carrying)))


def draw(record: Record, law: Law, words: Wording) -> bytes:
    """Draw a record as an unsigned PDF with its twin: the same record gives the same bytes."""
    from lawfulshare.record.finishing import finish
    from lawfulshare.record.paper import render

    return finish(render(frame(record, law, words), blocks(record, law, words)), record)


def program_version() -> str:
    """Give the version of this program, as records name it."""
    return __version__
