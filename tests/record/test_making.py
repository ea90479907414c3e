"""From a case to a signed record by one road: all or nothing."""

import pytest
from made import CLOSED_AT, answered, changed, theo
from sealed import LawByHand, author

from lawfulshare.faults import NotReady
from lawfulshare.record import consistency, making, twin, verifying
from lawfulshare.wording import wording


@pytest.fixture(autouse=True)
def the_answer_by_hand(monkeypatch):
    monkeypatch.setattr(making, "assess", lambda case, law: answered(case))
    for give in ("first_answer", "proved_answer"):
        monkeypatch.setattr(consistency, give, lambda case, law: answered(case))


def make(case, **more):
    return making.make(
        case, LawByHand(), author(), number="LS-2026-7F3K9Q", closed_at=CLOSED_AT, words=wording("en"), **more
    )


def test_a_ready_case_becomes_a_record_that_verifies():
    told = verifying.verify("record.pdf", make(theo()), laws=lambda named: LawByHand())
    assert told.sound


def test_the_record_carries_the_case_as_it_was_given():
    record = twin.read(make(theo()))
    assert record.case == theo()
    assert record.closed_at == CLOSED_AT.isoformat()
    assert record.signers[0].certificate_sha256 == author().certificate_sha256


def test_what_is_missing_is_said_all_at_once():
    with pytest.raises(NotReady) as refused:
        make(changed(theo(), decision={"outcome": "LIMITED"}, decision_maker=None))
    assert {fault.where for fault in refused.value.faults} >= {
        "decision.rationale", "decision.purpose", "decision_maker.name",
    }  # fmt: skip


def test_a_training_record_says_so_on_its_face_and_inside():
    record = twin.read(make(theo(), training=True))
    assert record.training


def test_the_same_record_is_drawn_the_same():
    record = making.record_of(theo(), answered(theo()), author(), number="LS-2026-7F3K9Q", closed_at=CLOSED_AT)
    assert making.draw(record, LawByHand(), wording("en")) == making.draw(record, LawByHand(), wording("en"))
