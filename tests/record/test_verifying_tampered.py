"""Every kind of tampering is named rightly: which question says no, and by which finding."""

import pytest
import tampered_after
import tampered_built
import tampered_resigned
from tampering import AFTER, RESIGNED, countersigned, drawing_once, signed

from lawfulshare.faults import NotOurs
from lawfulshare.record.verifying import verify


@pytest.fixture(autouse=True, scope="module")
def quickly():
    with drawing_once():
        yield


def codes(told):
    return [finding.code for finding in told.findings]


def answers(told):
    return {name: question.answer for name, question in told.questions}


def test_the_files_that_are_tampered_with_are_genuine():
    for pdf in (signed(), countersigned()):
        told = verify("record.pdf", pdf)
        assert told.sound, codes(told)
        assert codes(told) == []


@pytest.mark.parametrize("kind", AFTER + RESIGNED, ids=lambda kind: kind.name)
def test_tampering_is_named_rightly(kind):
    body = kind.make()
    if kind.question is None:
        with pytest.raises(NotOurs) as refused:
            verify("record.pdf", body)
        assert len(refused.value.faults) == 1
        return
    told = verify("record.pdf", body)
    assert not told.sound
    assert answers(told)[kind.question] == "no", answers(told)
    assert kind.code in codes(told)
    if kind in RESIGNED:
        assert (answers(told)["unchanged"], answers(told)["who"]) in {("yes", "yes"), ("yes", "unknown")}, codes(told)


def test_there_are_many_kinds_of_tampering():
    made = {kind.name for kind in AFTER + RESIGNED}
    assert len(made) == len(AFTER + RESIGNED) >= 100
    for module in (tampered_after, tampered_built, tampered_resigned):
        assert made & set(vars(module))
