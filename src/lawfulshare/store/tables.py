"""The tables, and nothing else."""

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = 1
"""The version of these tables; a program never opens newer ones."""


class Table(DeclarativeBase):
    """What every table is made from."""


class CaseVersion(Table):
    """One version of a case as it stood after an answer, and where in the wizard that was."""

    __tablename__ = "case_version"
    __table_args__ = (UniqueConstraint("case_id", "version"),)

    row: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    saved_at: Mapped[str]
    subject: Mapped[str]
    door: Mapped[str]
    page: Mapped[str]
    entry: Mapped[str | None]
    marks: Mapped[str]
    outcome: Mapped[str | None]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class SignedRecordKept(Table):
    """A signed record, by the digest of its bytes; never changed."""

    __tablename__ = "signed_record"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    case_id: Mapped[str] = mapped_column(index=True)
    outcome: Mapped[str | None]
    closed_at: Mapped[str]
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class Belonging(Table):
    """Something small of the person whose vault it is, such as the profile."""

    __tablename__ = "belonging"

    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
