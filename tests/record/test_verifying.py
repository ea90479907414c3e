"""Six questions: a genuine file, and everything that a stranger may do to it."""

import io
import json
from datetime import timedelta

import pikepdf
import pytest
from made import CLOSED_AT, answered, changed, theo, years_later
from pyhanko.pdf_utils import generic
from sealed import LawByHand, author, drawn, genuine, record, somebody

from lawfulshare.faults import BadCaseFile, NotOurs
from lawfulshare.record import consistency, making, verifying
from lawfulshare.record.record import Signer
from lawfulshare.record.signing import _QuietWriter, sign
from lawfulshare.record.verification import Verification, schema
from lawfulshare.wording import wording


@pytest.fixture(autouse=True)
def the_answer_by_hand(monkeypatch):
    for give in ("first_answer", "proved_answer"):
        monkeypatch.setattr(consistency, give, lambda case, law: answered(case))


def verify(pdf, trust=(), laws=lambda named: LawByHand()):
    return verifying.verify("record.pdf", pdf, trust, laws)


def answers(told: Verification):
    return {name: getattr(told.questions, name).answer for name in type(told.questions).model_fields}


def codes(told: Verification):
    return {finding.code for finding in told.findings}


def signed(made):
    return sign(making.draw(made, LawByHand(), wording("en")), author(), at=CLOSED_AT)


def test_a_genuine_file_is_sound_with_two_questions_left_to_the_reader():
    told = verify(genuine())
    assert answers(told) == {
        "unchanged": "yes", "who": "yes", "trusted": "unknown", "when": "unknown", "matches": "yes", "follows": "yes",
    }  # fmt: skip
    assert told.sound
    assert told.findings == ()
    assert (told.record.id, told.record.outcome) == ("LS-2026-7F3K9Q", "LIMITED")
    assert told.signatures[0].name == "J. Malik"


def test_a_key_that_the_reader_trusts_is_trusted():
    assert answers(verify(genuine(), [author().certificate]))["trusted"] == "yes"


def test_a_key_outside_what_the_reader_trusts_makes_it_unsound():
    told = verify(genuine(), [somebody("B. Someone").certificate])
    assert answers(told)["trusted"] == "no"
    assert not told.sound
    assert "certificate-outside-trust" in codes(told)


def test_a_trusted_certificate_that_is_none_is_a_fault():
    with pytest.raises(BadCaseFile, match="not a certificate"):
        verify(genuine(), [b"hello"])


@pytest.mark.parametrize("part", range(1, 10))
def test_one_changed_byte_in_a_signed_range_is_found(part):
    body = bytearray(genuine())
    body[len(drawn()) * part // 10] ^= 0x01
    try:
        told = verify(bytes(body))
    except NotOurs:
        return
    assert answers(told)["unchanged"] == "no"
    assert not told.sound


def test_appended_bytes_are_found():
    told = verify(genuine() + b"\n% nothing much\n")
    assert answers(told)["unchanged"] == "no"
    assert codes(told) & {"bytes-after-last-signature", "damaged-file"}


@pytest.mark.parametrize("kept", [200, 2000, 60_000])
def test_a_truncated_file_is_never_sound(kept):
    try:
        assert not verify(genuine()[:-kept]).sound
    except NotOurs as refused:
        assert len(refused.faults) == 1


def appended(change):
    """The signed file with one more revision, which nobody signed."""
    writer = _QuietWriter(io.BytesIO(genuine()))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def rename(writer):
    info = writer.prev.trailer["/Info"]
    info["/Title"] = generic.pdf_string("Another title")
    writer.update_container(info)


def redescribe(writer):
    reference = writer.root.raw_get("/Metadata")
    stream = generic.StreamObject(stream_data=writer.root["/Metadata"].data.replace(b"LS-2026", b"LS-2027"))
    stream.update({generic.pdf_name("/Type"): generic.pdf_name("/Metadata")})
    writer.objects[(reference.generation, reference.idnum)] = stream


def swap_twin(writer):
    file = writer.root["/AF"][0]["/EF"]
    reference = file.raw_get("/F")
    stream = generic.StreamObject(stream_data=file["/F"].data.replace(b"Theo", b"Leo!"))
    stream.update({generic.pdf_name("/Type"): generic.pdf_name("/EmbeddedFile")})
    writer.objects[(reference.generation, reference.idnum)] = stream


@pytest.mark.parametrize("change", [rename, redescribe, swap_twin])
def test_a_revision_that_nobody_signed_is_found(change):
    told = verify(appended(change))
    assert answers(told)["unchanged"] == "no"
    assert not told.sound


def test_a_file_that_is_written_anew_by_another_tool_is_found():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(genuine())) as opened:
        opened.save(out)
    assert answers(verify(out.getvalue()))["unchanged"] == "no"


def test_a_record_that_nobody_signed_says_so():
    told = verify(drawn())
    assert (answers(told)["unchanged"], answers(told)["who"]) == ("no", "no")
    assert "not-signed" in codes(told)


def test_somebody_else_s_signature_under_a_named_author_is_found():
    told = verify(sign(drawn(), somebody("J. Malik"), at=CLOSED_AT))
    assert answers(told)["unchanged"] == "yes"
    assert answers(told)["who"] == "no"
    assert "certificate-not-the-one-named" in codes(told)


def test_pages_that_say_something_else_than_the_data_are_found():
    other = record(case=changed(theo(), handling="For nobody"))
    pages = making.draw(other, LawByHand(), wording("en"))
    with pikepdf.open(io.BytesIO(pages)) as paper, pikepdf.open(io.BytesIO(drawn())) as data:
        stream = paper.Root.AF[0].EF.F
        stream.write(data.Root.AF[0].EF.F.read_bytes())
        out = io.BytesIO()
        paper.save(out)
    told = verify(sign(out.getvalue(), author(), at=CLOSED_AT))
    assert answers(told)["matches"] == "no"
    assert "page-differs-from-data" in codes(told)


def test_an_outcome_that_does_not_follow_is_found():
    invented = record(assessment=answered(theo(), "SHARE"))
    told = verify(signed(invented))
    assert answers(told)["matches"] == "yes"
    assert answers(told)["follows"] == "no"
    assert "outcome-differs" in codes(told)
    assert not told.sound


def test_an_edition_that_is_not_known_here_leaves_two_questions_open():
    told = verify(genuine(), laws=lambda named: (_ for _ in ()).throw(BadCaseFile()))
    assert answers(told)["follows"] == answers(told)["matches"] == "unknown"
    assert not told.sound


def test_a_training_record_is_never_sound():
    told = verify(signed(record(training=True)))
    assert told.training
    assert not told.sound
    assert "training-record" in codes(told)
    assert answers(told)["unchanged"] == "yes"


def test_a_certificate_that_had_expired_when_it_signed_is_not_trusted():
    old = somebody(at=years_later(CLOSED_AT, -6))
    lying = type(old)(**{**vars(old), "expires": years_later(CLOSED_AT, 1)})
    named = record(signers=(Signer(part="author", certificate_sha256=old.certificate_sha256),))
    told = verify(sign(making.draw(named, LawByHand(), wording("en")), lying, at=CLOSED_AT))
    assert answers(told)["trusted"] == "no"
    assert "certificate-expired-when-signed" in codes(told)
    assert not told.sound


def test_a_record_signed_before_it_was_closed_contradicts_itself():
    early = record(closed_at=(CLOSED_AT + timedelta(days=2)).isoformat())
    assert answers(verify(signed(early)))["when"] == "no"


def test_a_countersignature_changes_nothing():
    both = sign(genuine(), somebody("P. Osei"), part="supervisor", at=CLOSED_AT + timedelta(days=1))
    told = verify(both)
    assert told.sound
    assert [signature.part for signature in told.signatures] == ["author", "supervisor"]


@pytest.mark.parametrize("body", [b"", b"hello", b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 4000, b"\x00" * 100])
def test_what_is_not_ours_is_refused_in_one_sentence(body):
    with pytest.raises(NotOurs) as refused:
        verify(body)
    assert len(refused.value.faults) == 1
    assert refused.value.faults[0].where == "record.pdf"


def test_a_locked_file_is_refused():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn())) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(NotOurs, match="encrypted"):
        verify(out.getvalue())


def test_the_signers_names_reach_no_log(caplog):
    caplog.set_level(0)
    verify(genuine())
    verify(genuine() + b"x")
    assert "Malik" not in caplog.text


def test_the_format_is_the_published_one_with_a_closed_list_of_findings():
    told = json.loads(verify(genuine()).model_dump_json())
    assert told["format"] == "lawfulshare.verification/1"
    assert set(told["questions"]) == {"unchanged", "who", "trusted", "when", "matches", "follows"}
    listed = schema()["$defs"]["Finding"]["properties"]["code"]["enum"]
    words = wording("en")
    assert all(f"verification.finding.{code}" in words for code in listed)
