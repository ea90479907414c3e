"""The tables, and nothing else."""

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = 2
"""What this program writes; a vault of a higher number is never opened."""


class Table(DeclarativeBase):
    """What every table is."""


class Kept(Table):
    """What the vault keeps about itself: the profile."""

    __tablename__ = "kept"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class DraftVersion(Table):
    """One version of a case: what was said, and where the practitioner was. The unique pair is the lock."""

    __tablename__ = "draft_version"
    __table_args__ = (UniqueConstraint("case_id", "version"), Index("draft_by_case", "case_id", "version"))

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[str]
    version: Mapped[int]
    saved_at: Mapped[str]
    place: Mapped[str]
    subject: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class SignedRecord(Table):
    """One signed record, by its digest; never changed."""

    __tablename__ = "signed_record"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    case_id: Mapped[str]
    outcome: Mapped[str]
    closed_at: Mapped[str]
    subject: Mapped[str]
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class Amendment(Table):
    """Which record amends which, by their digests; a record is amended once."""

    __tablename__ = "amendment"

    sha256: Mapped[str] = mapped_column(ForeignKey("signed_record.sha256"), primary_key=True)
    amends: Mapped[str] = mapped_column(ForeignKey("signed_record.sha256"), unique=True)


class ReviewSheet(Table):
    """One review sheet, by its digest, with the countersigned record where there is one; never changed."""

    __tablename__ = "review_sheet"
    __table_args__ = (Index("sheet_by_record", "record_sha256", "reviewed_at"),)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    record_sha256: Mapped[str] = mapped_column(ForeignKey("signed_record.sha256"))
    verdict: Mapped[str]
    reviewed_at: Mapped[str]
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    countersigned: Mapped[bytes | None] = mapped_column(LargeBinary)
