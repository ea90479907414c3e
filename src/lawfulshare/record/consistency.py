"""Whether page, data and law agree: the questions *matches* and *follows*."""

from collections.abc import Iterator
from hashlib import sha256

from lawfulshare.case.paths import put
from lawfulshare.faults import BadCaseFile
from lawfulshare.law.answer.assessing import first_answer, proved_answer
from lawfulshare.law.answer.assessment import Assessment, WouldChange
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.packs.law import Law
from lawfulshare.record import twin
from lawfulshare.record.checking import Checked
from lawfulshare.record.making import as_kept, draw, program_version
from lawfulshare.record.record import Record
from lawfulshare.record.redrawing import by_words, differences
from lawfulshare.record.verification import FindingCode, Question, Reply

NEVER_DRAWN: frozenset[FindingCode] = frozenset({"action-changed", "layers-changed"})
"""What no version of the program has drawn or will draw: things that run, and things that can be switched off."""
REASONS = {"rejected", "warnings", "to_record", "coming", "disclosures", "explanation"}


def matches(checked: Checked) -> Question:
    """Say whether the printed page says what the data inside says."""
    record, law = checked.record, checked.law
    if record is None:
        return checked.answer("matches", "no", "unreadable")
    if law is None:
        return checked.answer("matches", "unknown", "version")
    if "changed-while-signing" in checked.seen.findings:
        return checked.answer("matches", "no", "signing")
    try:
        return _compared(checked, record, law, draw(record, law, checked.words))
    except Exception:
        # The data inside is a stranger's until it is proved: what cannot be drawn does not match.
        return checked.answer("matches", "no", "undrawn")


def _compared(checked: Checked, record: Record, law: Law, again: bytes) -> Question:
    apart = differences(checked.pdf, checked.seen.drawn, again)
    if not apart:
        return checked.answer("matches", "yes", "yes")
    if law.edition.overlay != record.assessment.law.overlay:
        checked.seen.find("overlay-not-known")
        return checked.answer("matches", "unknown", "overlay")
    if same_program(record) or apart & NEVER_DRAWN:
        checked.seen.find("page-differs-from-data")
        for code in sorted(apart):
            checked.seen.find(code)
        return checked.answer("matches", "no", "no")
    checked.seen.find("made-by-another-version")
    made = record.made_with.get("lawfulshare", "?")
    words = by_words(checked.pdf[: checked.seen.drawn], again, _answers(checked, record), _digest(checked.pdf))
    checked.seen.find("letters-hidden", when=words.how == "hidden")
    reply: Reply = "no" if words.how == "hidden" else "unknown" if words.how == "other" else "yes"
    return checked.answer("matches", reply, words.how, version=made, count=words.fewer)


def _answers(checked: Checked, record: Record) -> Iterator[str]:
    """Give what was said in words of one's own, and the outcome in ours."""
    yield checked.words(f"record.outcome.{record.assessment.outcome or 'none'}")
    waiting: list[object] = [record.case.model_dump(mode="json")]
    while waiting:
        match waiting.pop():
            case dict() as said:
                waiting.extend(said.values())
            case list() as said:
                waiting.extend(said)
            case str() as said:
                yield said


def _digest(pdf: bytes) -> str:
    return sha256(twin.extract(pdf)).hexdigest()[:16]


def follows(checked: Checked) -> Question:
    """Say whether the answer follows from the facts, under the edition and the day that the record names."""
    record, law = checked.record, checked.law
    if record is None:
        return checked.answer("follows", "no", "unreadable")
    if law is None or not _same_edition(record, law):
        known = checked.newest is not None and checked.newest.edition.version == record.assessment.law.version
        checked.seen.find("edition-differs" if known else "edition-not-known")
        return checked.answer("follows", "unknown", "edition")
    again = first_answer(record.case, law)
    apart = _legal_differences(record.assessment, again)
    if not apart and same_program(record) and not _same_reasons(record, law):
        apart = ["reasons-differ"]
    for code in apart:
        checked.seen.find(code)
    if apart:
        return checked.answer("follows", "no", "reasons" if apart == ["reasons-differ"] else "no")
    checked.seen.find("overlay-not-known", when=law.edition.overlay != record.assessment.law.overlay)
    key, today = _corrected(checked, again)
    asked = key if key != "yes" or same_program(record) else "worded"
    return checked.answer(
        "follows",
        "yes",
        asked,
        outcome=checked.words(f"record.outcome.{record.assessment.outcome or 'none'}"),
        day=record.assessment.law.as_at,
        today=checked.words(f"record.outcome.{today or 'none'}"),
        version=checked.newest.edition.version if checked.newest else "",
    )


def _corrected(checked: Checked, again: Assessment) -> tuple[str, str | None]:
    """Say whether the law of that day, as it is known now, gives another answer than the edition that was used."""
    record, newest = checked.record, checked.newest
    if record is None or newest is None or _same_edition(record, newest):
        return "yes", None
    today = first_answer(record.case, newest)
    if not _legal_differences(again, today):
        return "yes", None
    checked.seen.find("law-corrected-since")
    return "corrected_outcome" if today.outcome != again.outcome else "corrected", today.outcome


def _legal_differences(told: Assessment, again: Assessment) -> list[FindingCode]:
    """Compare outcome, duties, verdicts, bases, conditions and routes."""
    found: list[FindingCode] = []
    if (told.outcome, told.stands) != (again.outcome, again.stands):
        found.append("outcome-differs")
    if (told.duties, told.refer_to) != (again.duties, again.refer_to):
        found.append("duties-differ")
    legal = {
        "item",
        "recipient",
        "verdict",
        "lawful_basis",
        "condition",
        "confidentiality",
        "gateways",
        "personal_data",
    }
    if [pair.model_dump(include=legal) for pair in told.disclosures] != [
        pair.model_dump(include=legal) for pair in again.disclosures
    ]:
        found.append("disclosures-differ")
    return found


def _same_reasons(record: Record, law: Law) -> bool:
    """Say whether all else that the answer says of itself is so: its proof, what is open, what would change it.

    Another version of the program may word it otherwise, so only the version that made a record is held to it.
    """
    told = record.assessment
    try:
        proved = proved_answer(record.case, law)
    except BadCaseFile:
        return False
    again = proved.model_copy(update={"explanation": as_kept(proved.explanation)})
    return (
        told.model_dump(mode="json", include=REASONS) == again.model_dump(mode="json", include=REASONS)
        and {fact.path for fact in told.open} <= {fact.path for fact in again.open}
        and all(_changes(record, law, change) for change in told.would_change)
    )


def _changes(record: Record, law: Law, change: WouldChange) -> bool:
    """Say whether facts that would change the outcome do."""
    case = record.case
    try:
        for path, value in change.set.items():
            case = put(case, path, value)
    except (KeyError, ValueError):
        return False
    return Findings(case, law).outcome[0] == change.outcome != record.assessment.outcome


def same_program(record: Record) -> bool:
    """Say whether this very version of the program made the record."""
    return record.made_with.get("lawfulshare") == program_version()


def _same_edition(record: Record, law: Law) -> bool:
    return law.edition.sha256 == record.assessment.law.sha256
