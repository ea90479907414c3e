"""The twin: exactly what was put in comes out, and whatever else is handed in is refused in one sentence."""

import io
import json
import zlib

import pikepdf
import pytest
from paper_sample import frame, page_one, record

from lawfulshare.case import case_file
from lawfulshare.content import root
from lawfulshare.faults import NotOurs
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.packs.pack import load
from lawfulshare.record import twin
from lawfulshare.record.finishing import finish
from lawfulshare.record.paper import render

ACCEPTANCE = sorted((root() / "tests" / "acceptance").glob("[0-9]*.json"))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return finish(render(frame(), page_one()), record())


def with_twin(pdf: bytes, body: bytes, change=None) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        spec = opened.Root.AF[0]
        spec.EF.F.write(body)
        if change:
            change(opened, spec)
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def refused(pdf: bytes) -> str:
    with pytest.raises(NotOurs) as caught:
        twin.read(pdf)
    assert len(caught.value.faults) == 1
    assert caught.value.__cause__ is None
    return str(caught.value)


def stated(**changes) -> bytes:
    return json.dumps(json.loads(twin.dump(record())) | changes).encode()


def test_what_was_put_in_comes_out_to_the_byte(pdf):
    assert twin.extract(pdf) == twin.dump(record())
    assert twin.read(pdf) == record()


def test_the_twin_is_canonical_and_says_no_more_than_the_case_does():
    body = twin.dump(record())
    tree = json.loads(body)
    assert body == json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert list(tree) == sorted(tree)
    assert "request" not in tree["case"]
    assert tree["amends"] is None
    assert twin.dump(twin.parse(body)) == body


def test_it_is_attached_as_the_source_with_its_kind_and_size(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        spec = opened.Root.AF[0]
        assert (str(spec.UF), str(spec.AFRelationship)) == ("record.json", "/Source")
        assert str(spec.EF.F.Subtype) == "/application/json"
        assert int(spec.EF.F.Params.Size) == len(twin.dump(record()))
        assert opened.Root.Names.EmbeddedFiles.Names[1].objgen == spec.objgen


@pytest.mark.parametrize("body", [b"", b"Kian", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"\0" * 4000])
def test_what_is_no_pdf_is_refused(body):
    assert refused(body).startswith("PDF: it is ")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_pdf_that_was_cut_short_is_refused(pdf, part):
    assert "damaged or cut short" in refused(pdf[: int(len(pdf) * part)])


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_pdf_is_refused(pdf, user):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    assert "encrypted" in refused(out.getvalue())


def test_a_pdf_of_somebody_else_is_refused(pdf):
    blank = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(blank)
    assert "there is no record of LawfulShare in it" in refused(blank.getvalue())


def test_a_twin_attached_in_another_way_or_twice_is_refused(pdf):
    def as_data(opened, spec):
        spec.AFRelationship = pikepdf.Name.Data

    def twice(opened, spec):
        opened.Root.AF = pikepdf.Array([spec, spec])

    for change in (as_data, twice):
        assert "not attached as a record is" in refused(with_twin(pdf, twin.dump(record()), change))


def test_a_twin_that_swells_when_it_is_unpacked_is_refused(pdf):
    swelling = zlib.compress(b" " * (twin.LARGEST_TWIN + 10), 9)

    def packed(opened, spec):
        spec.EF.F.write(swelling, filter=pikepdf.Name.FlateDecode)

    assert "larger than any record" in refused(with_twin(pdf, b"", packed))


def test_a_pdf_beyond_all_measure_is_not_even_opened(pdf, monkeypatch):
    monkeypatch.setattr(twin, "LARGEST_PDF", len(pdf) - 1)
    assert "larger than any record" in refused(pdf)


def test_a_record_of_a_newer_program_says_so(pdf):
    told = refused(with_twin(pdf, stated(format="lawfulshare.record/2")))
    assert "format version 2" in told
    assert "newer version of LawfulShare" in told


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[1]",
        b"{}",
        b"\xff\xfe",
        b'{"format":"lawfulshare.record/1","format":"lawfulshare.record/1"}',
        b'{"format":"lawfulshare.record/1"}',
        b'{"format":["lawfulshare.record/1"]}',
        b"[" * 100_000,
        b'{"format":"lawfulshare.record/' + b"9" * 90 + b'"}',
        stated(closed_at="yesterday"),
        stated(closed_at="2026-11-23T14:31:00"),
        stated(surprise=True),
        stated(case={"format": "lawfulshare.case/1", "disclosures": [{"item": "i9", "recipient": "r9"}]}),
        stated(case=None),
        stated(signers="nobody"),
        stated(id=7),
    ],
)
def test_data_that_is_not_a_record_is_refused_without_repeating_it(body):
    with pytest.raises(NotOurs) as caught:
        twin.parse(body)
    assert len(str(caught.value)) < 200


def test_a_signed_stranger_s_objects_do_not_break_the_reader(pdf):
    def no_file(opened, spec):
        del spec["/EF"]

    def odd(opened, spec):
        opened.Root.AF = pikepdf.String("record.json")

    for change in (no_file, odd):
        assert "PDF: " in refused(with_twin(pdf, b"{}", change))


@pytest.mark.parametrize("path", ACCEPTANCE, ids=lambda path: path.stem)
def test_the_twin_of_any_case_equals_its_source(path):
    case = case_file.read(json.dumps(json.loads(path.read_text(encoding="utf-8"))["case"]).encode())
    source = record().model_copy(
        update={"case": case, "assessment": first_answer(case, load("england").on(case.decided_on))}
    )
    assert twin.parse(twin.dump(source)) == source
