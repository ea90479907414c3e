"""Genuine records of generated cases raise no alarm, and an answer that does not follow is always found."""

import itertools
import random

import pytest
from generated import INVENTIONS, LEGAL, acceptance, cases, invented, record, signed
from made import CLOSED_AT
from sealed import author

from lawfulshare.record import consistency, making, twin
from lawfulshare.record.signing import sign
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording


def small(most):
    """Acceptance cases that are drawn quickly: the suite has no time for large grids."""
    return [case for case in acceptance() if 0 < len(case.disclosures or ()) <= most]


def alarms(seed, count, bases):
    for case, law, assessment in itertools.islice(cases(seed, bases), count):
        told = verify("record.pdf", signed(record(case, assessment), law))
        if not told.sound or told.findings:
            yield case, told.questions, told.findings


def overlooked(seed, count, bases):
    """What was invented and not named: the invention, and what was answered."""
    dice = random.Random(seed)
    with_grid = (one for one in cases(seed, bases) if one[2].disclosures)
    inventions = itertools.cycle(INVENTIONS)
    for (case, law, assessment), invention in itertools.islice(zip(with_grid, inventions, strict=False), count):
        told = verify("record.pdf", signed(invented(case, assessment, invention, dice), law))
        answers = {name: question.answer for name, question in told.questions}
        codes = [finding.code for finding in told.findings]
        named = INVENTIONS[invention] in codes and (invention not in LEGAL or "reasons-differ" not in codes)
        right = answers["unchanged"] == answers["matches"] == "yes" and answers["follows"] == "no"
        if told.sound or not named or not right:
            yield invention.__name__, answers, codes


def unmatched(seed, count, bases):
    """Records whose pages are of a case in which one fact is another, and that were not found out."""
    for case, law, assessment in itertools.islice(cases(seed, bases), count):
        made = record(case, assessment)
        decision = {"rationale": f"{case.decision.rationale or ''} She has agreed." if case.decision else "She agreed."}
        other = made.model_copy(update={"case": case.model_copy(
            update={"decision": case.decision and case.decision.model_copy(update=decision), "format": case.format}
        )})  # fmt: skip
        pages = making.draw(other, law, wording("en"))
        with_twin = sign(other_twin(pages, twin.dump(made)), author(), at=CLOSED_AT)
        told = verify("record.pdf", with_twin)
        if told.sound or told.questions.matches.answer != "no":
            yield case, told.questions


def other_twin(pages, body):
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as opened:
        opened.Root.AF[0].EF.F.write(body)
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_genuine_records_of_generated_cases_raise_no_alarm():
    assert list(alarms(1, 12, small(4))) == []


def test_an_answer_that_does_not_follow_is_found_though_its_author_signed_it():
    assert list(overlooked(2, 16, small(3))) == []


def test_pages_of_another_case_are_found_though_its_author_signed_them():
    assert list(unmatched(3, 4, [case for case in small(3) if case.decision])) == []


@pytest.mark.soak
def test_a_thousand_genuine_records_raise_no_alarm():
    assert list(alarms(4, 1000, acceptance())) == []


@pytest.mark.soak
def test_four_hundred_answers_that_do_not_follow_are_found():
    assert list(overlooked(5, 400, acceptance())) == []


@pytest.mark.soak
def test_a_hundred_pages_that_say_something_else_are_found():
    assert list(unmatched(6, 100, [case for case in acceptance() if case.decision])) == []


def test_somebody_who_says_that_another_version_made_it_gains_nothing(monkeypatch):
    """The law is held to every version; only words are not."""
    case, law, assessment = next(cases(7, small(3)))
    made = invented(case, assessment, next(iter(LEGAL)), random.Random(7))
    told = verify("record.pdf", signed(made.model_copy(update={"made_with": {"lawfulshare": "0.0.1"}}), law))
    assert told.questions.follows.answer == "no"
    monkeypatch.setattr(consistency, "program_version", lambda: "9.9.9")
    genuine = verify("record.pdf", signed(record(case, assessment), law))
    assert genuine.questions.follows.answer == "yes"
    assert "were not compared" in genuine.questions.follows.says
