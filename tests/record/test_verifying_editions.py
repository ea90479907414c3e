"""Under which law a record follows: the edition and the overlay that it names, and what has been corrected since."""

import pytest
from made import CLOSED_AT, answered, theo
from sealed import LawByHand, author, genuine, record

from lawfulshare.law.packs.law import LawOfTheDay
from lawfulshare.record import consistency, making, verifying
from lawfulshare.record.signing import sign
from lawfulshare.wording import wording

NAMED = answered(theo()).law


class Corrected(LawByHand):
    """A newer edition for the same day."""

    edition = LawOfTheDay(**(NAMED.model_dump() | {"version": "2027.1.0", "sha256": "ef" * 32}))


@pytest.fixture
def verify(monkeypatch):
    """Verify the example, with another answer by the corrected law."""

    def verify(today, *, laws=lambda named: LawByHand(), pdf=None):
        monkeypatch.setattr(
            consistency, "first_answer", lambda case, law: today if isinstance(law, Corrected) else answered(case)
        )
        monkeypatch.setattr(consistency, "proved_answer", lambda case, law: answered(case))
        return verifying.verify("r.pdf", pdf or genuine(), (), laws, newest=lambda named: Corrected())

    return verify


def codes(told):
    return [finding.code for finding in told.findings]


def test_law_that_was_corrected_since_gives_both_answers(verify):
    told = verify(answered(theo(), "NOT_NOW"))
    assert told.questions.follows.answer == "yes"
    assert "follows from the answers under the edition that was used" in told.questions.follows.says
    assert "Edition 2027.1.0 corrects that law. Under it the answer would be:" in told.questions.follows.says
    assert wording("en")("record.outcome.NOT_NOW") in told.questions.follows.says
    assert codes(told) == ["law-corrected-since"]
    assert told.sound


def test_a_correction_that_leaves_the_outcome_says_that_duties_or_grounds_differ(verify):
    told = verify(answered(theo()).model_copy(update={"duties": ()}))
    assert "the outcome is the same, and duties or grounds differ" in told.questions.follows.says
    assert codes(told) == ["law-corrected-since"]


def test_a_newer_edition_that_answers_alike_is_not_mentioned(verify):
    told = verify(answered(theo()))
    assert told.questions.follows.says.startswith("The answer (")
    assert "Edition" not in told.questions.follows.says
    assert codes(told) == []


def test_the_newest_edition_never_stands_in_for_one_that_is_unknown(verify):
    told = verify(answered(theo()), laws=lambda named: None)
    assert told.questions.follows.answer == "unknown"
    assert codes(told) == ["edition-not-known"]


def test_without_its_overlay_a_record_is_assessed_all_the_same_and_that_is_said(verify):
    law = NAMED.model_copy(update={"overlay": "cd" * 32})
    made = record(assessment=record().assessment.model_copy(update={"law": law}))
    pdf = sign(making.draw(made, LawByHand(), wording("en")), author(), at=CLOSED_AT)
    told = verify(answered(theo()), pdf=pdf)
    assert told.questions.follows.answer == "yes"
    assert "overlay-not-known" in codes(told)
    assert told.record.law.overlay == "cd" * 32
