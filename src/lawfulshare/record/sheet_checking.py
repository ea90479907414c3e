"""What is asked of every signed sheet that cites a record, whatever it says: six questions, and what to do now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from cryptography import x509
from pydantic import BaseModel, ConfigDict, Field

from lawfulshare.record import twin
from lawfulshare.record.certificates import grouped
from lawfulshare.record.redrawing import differences
from lawfulshare.record.revisions import Revisions, as_author_signed, examine, signature_told
from lawfulshare.record.verification import Question, Reply
from lawfulshare.record.vouching import stands
from lawfulshare.wording import Wording, wording

SheetFindingCode: TypeAlias = Literal[
    "sheet-changed", "key-not-the-one-named", "key-outside-trust", "key-withdrawn", "page-differs-from-data",
    "another-record", "countersignature-missing",
]  # fmt: skip


class SheetQuestions(BaseModel):
    """The six questions about a signed sheet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unchanged: Question = Field(description="Whether anything was changed since the sheet was signed.")
    who: Question = Field(description="Whether the signer is the one whose certificate the sheet names.")
    trusted: Question = Field(description="Whether the key is one that the reader trusts; unknown: not met before.")
    when: Question = Field(description="Whether the moment of signing is vouched for.")
    matches: Question = Field(description="Whether the printed page says what the data inside says.")
    cites: Question = Field(description="Whether the record at hand is the one that the sheet is about.")

    @property
    def sound(self) -> bool:
        """Say whether the sheet can be relied on: what must be answered yes is, and nothing is answered no."""
        must = (self.unchanged, self.who, self.matches)
        may_be_open = (self.trusted, self.when, self.cites)
        return all(one.answer == "yes" for one in must) and all(one.answer != "no" for one in may_be_open)


class Signer(NamedTuple):
    """Who signed, as the sheet says."""

    name: str
    role: str
    organisation: str
    certificate_sha256: str


class Claims(NamedTuple):
    """What a sheet claims: who signed it, which record it is about, what made it; and how it is drawn again."""

    words_at: str
    """Where the words of its answers stand."""
    signer: Signer
    record_id: str
    record_sha256: str
    version: str
    draw: Callable[[], bytes]


class RecordAtHand(NamedTuple):
    """A record that may be the one that a sheet cites."""

    id: str
    sha256: str
    """Of the file as its author signed it."""
    file_sha256: str


def at_hand(pdf: bytes) -> RecordAtHand:
    """Give what is needed to know a record by.

    Raises:
        NotOurs: it is no record.
    """
    return RecordAtHand(twin.read(pdf).id, sha256(as_author_signed(pdf)).hexdigest(), sha256(pdf).hexdigest())


@dataclass
class Sheet:
    """One sheet on its way through the six questions; what is found is kept in the order in which it is found."""

    pdf: bytes
    claims: Claims
    seen: Revisions
    words: Wording
    found: list[SheetFindingCode] = field(default_factory=list)

    def answer(self, question: str, answer: Reply, key: str, /, **values: object) -> Question:
        """Put one answer into words."""
        at = f"{self.claims.words_at}.verification.{question}.{key}"
        return Question(answer=answer, says=self.words(f"{at}.says", **values), do=self.words(f"{at}.do"))

    def unchanged(self) -> Question:
        """Is it as it was signed?"""
        if self.seen.seals and not self.seen.findings:
            return self.answer("unchanged", "yes", "yes")
        self.found.append("sheet-changed")
        return self.answer("unchanged", "no", "no" if self.seen.seals else "unsigned")

    def who(self) -> Question:
        """Did the one sign whom it names?"""
        if not self.seen.seals:
            return self.answer("who", "no", "unsigned")
        signature, named = signature_told(self.seen.seals[0]), self.claims.signer
        same = (signature.name, signature.role, signature.organisation) == named[:3]
        if signature.certificate_sha256 == named.certificate_sha256 and same and signature.intact:
            said = {"name": named.name, "role": named.role, "organisation": named.organisation}
            return self.answer("who", "yes", "yes", **said)
        self.found.append("key-not-the-one-named")
        return self.answer("who", "no", "no", name=signature.name)

    def trusted(
        self,
        trust: Sequence[x509.Certificate],
        known: Sequence[x509.Certificate],
        lists: Sequence[x509.CertificateRevocationList],
    ) -> Question:
        """Is the key trusted: one of `trust`, which then is all that counts, else one of those `known` here?"""
        if not self.seen.seals:
            return self.answer("trusted", "unknown", "unsigned")
        seal = self.seen.seals[0]
        kind = stands(seal, trust or known, (), lists).kind
        if kind in ("trusted", "withdrawn_later"):
            return self.answer("trusted", "yes", "yes")
        if kind in ("withdrawn", "expired"):
            self.found.append("key-withdrawn")
            return self.answer("trusted", "no", "withdrawn")
        if trust:
            self.found.append("key-outside-trust")
            return self.answer("trusted", "no", "outside")
        fingerprint = grouped(signature_told(seal).certificate_sha256)
        return self.answer("trusted", "unknown", "unknown", fingerprint=fingerprint)

    def when(self) -> Question:
        """When was it signed, by which clock?"""
        signed_on = self.seen.seals[0].signed_on if self.seen.seals else None
        if signed_on is None:
            return self.answer("when", "unknown", "unsigned")
        return self.answer("when", "unknown", "unknown", moment=f"{signed_on:%Y-%m-%d %H:%M}")

    def matches(self) -> Question:
        """Do the pages say what the data says?"""
        try:
            apart = differences(self.pdf, self.seen.drawn, self.claims.draw())
        except Exception:
            # The data inside is a stranger's until it is proved: what cannot be drawn does not match.
            return self.answer("matches", "no", "undrawn")
        if not apart and "changed-while-signing" not in self.seen.findings:
            return self.answer("matches", "yes", "yes")
        from lawfulshare.record.making import program_version

        if self.claims.version != program_version():
            return self.answer("matches", "unknown", "version")
        self.found.append("page-differs-from-data")
        return self.answer("matches", "no", "no")

    def cites(self, records: Sequence[RecordAtHand]) -> Question:
        """Is one of the records at hand the one that it is about?"""
        cited = self.claims.record_id
        if any(record.sha256 == self.claims.record_sha256 for record in records):
            return self.answer("cites", "yes", "yes", record=cited)
        if any(record.id == cited for record in records):
            self.found.append("another-record")
            return self.answer("cites", "no", "no", record=cited)
        return self.answer("cites", "unknown", "unknown", record=cited)


def look_into(pdf: bytes, claims: Claims) -> Sheet:
    """Begin to check a sheet."""
    return Sheet(pdf, claims, examine(pdf), wording())
