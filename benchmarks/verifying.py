"""Two hundred records verified and assessed again, against a plain loop of pyHanko's validation in one process."""

import io
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from figures import tell
from lawfulshare.case.case_file import CaseFile
from lawfulshare.desk.many import check_many
from lawfulshare.law.packs.law import Law
from lawfulshare.record.countersigning import countersign
from lawfulshare.record.identities import new
from lawfulshare.record.making import make
from lawfulshare.wording import wording

CLOSED = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
FILES = 200
DIFFERENT = 10


def validate(body: bytes) -> bool:
    """Validate each signature of a file, as pyHanko's own documentation does."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signatures = PdfFileReader(io.BytesIO(body)).embedded_signatures
    told = [
        validate_pdf_signature(one, ValidationContext(trust_roots=[one.signer_cert], allow_fetching=False))
        for one in signatures
    ]
    return all(status.bottom_line for status in told)


def verifying(case: CaseFile, law: Law) -> None:
    """Verify a folder of signed records, and one of countersigned ones; each kind against the loop over its files."""
    with tempfile.TemporaryDirectory() as home:
        author, second = (
            new(Path(home), name, "Trier", "Bench", "a long enough passphrase", at=CLOSED)
            for name in ("A. B.", "C. D.")
        )
        made = [
            make(case, law, author, number=f"LS-2026-BENCH{n}", closed_at=CLOSED, words=wording("en"))
            for n in range(DIFFERENT)
        ]
        later = CLOSED + timedelta(hours=1)
        for kind, bodies in (("signed", made), ("countersigned", [countersign(pdf, second, at=later) for pdf in made])):
            folder = Path(home) / kind
            folder.mkdir()
            for number in range(FILES):
                (folder / f"{number:03}.pdf").write_bytes(bodies[number % DIFFERENT])
            began = time.perf_counter()
            assert all(validate(path.read_bytes()) for path in sorted(folder.glob("*.pdf")))
            theirs = time.perf_counter() - began
            began = time.perf_counter()
            assert all(paper.is_sound for paper in check_many([folder], home=Path(home)))
            ours = time.perf_counter() - began
            tell(f"{FILES} {kind} records verified, drawn and assessed again, against a loop of pyHanko's validation",
                 f"{ours / theirs:.2f} × ({ours:.1f} s, {theirs:.1f} s)")  # fmt: skip
