"""One file on its way through the six questions."""

from dataclasses import dataclass

from cryptography import x509

from lawfulshare.law.packs.law import Law
from lawfulshare.record.record import Record
from lawfulshare.record.revisions import Revisions, Seal
from lawfulshare.record.verification import Question, Reply
from lawfulshare.wording import Wording


@dataclass
class Checked:
    """What is known of the file so far; the law that its record names, and the newest for the same day."""

    pdf: bytes
    trust: tuple[x509.Certificate, ...]
    seen: Revisions
    record: Record | None
    law: Law | None
    newest: Law | None
    words: Wording
    known: tuple[x509.Certificate, ...] = ()
    for_time: tuple[x509.Certificate, ...] = ()
    """The authorities whose timestamps are trusted."""
    lists: tuple[x509.CertificateRevocationList, ...] = ()
    """What authorities have withdrawn, as known here."""

    @property
    def author(self) -> Seal | None:
        """Give the author's signature."""
        return next((seal for seal in self.seen.seals if seal.part == "author"), None)

    def answer(self, question: str, answer: Reply, key: str, /, **values: object) -> Question:
        """Put one answer into words."""
        at = f"verification.{question}.{key}"
        return Question(answer=answer, says=self.words(f"{at}.says", **values), do=self.words(f"{at}.do", **values))
