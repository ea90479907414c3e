"""Paper: the finished PDF stands up to two validators, is read in the order it was written, and is always the same."""

import hashlib
import io
import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from paper_sample import GAELIC, LONG_WORD, WELSH, every_kind, frame, grid, page_one, record

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.family_map import family_map
from lawfulshare.record import twin
from lawfulshare.record.finishing import finish, stamp
from lawfulshare.record.finishing.comparing import parts
from lawfulshare.record.paper import Paper, render
from lawfulshare.record.record import (
    Bullets,
    CardTold,
    Cell,
    DecisionBox,
    Facts,
    FamilyPicture,
    Heading,
    Masthead,
    Moment,
    NewPage,
    Paragraph,
    Signatures,
    Table,
    Text,
    TimeLine,
)
from lawfulshare.record.tagging.lines import plain
from lawfulshare.record.tagging.pictures import LANE_LABEL, _half, time_figure
from lawfulshare.record.tagging.tree import Node


@pytest.fixture(scope="module")
def paper() -> Paper:
    return render(frame(), every_kind())


@pytest.fixture(scope="module")
def pdf(paper: Paper) -> bytes:
    return finish(paper, record())


@pytest.fixture(scope="module")
def on_disk(pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "record.pdf"
    path.write_bytes(pdf)
    return path


def said(text: str) -> str:
    return " ".join(text.split())


def authored(blocks) -> list[str]:
    """Every text of the blocks in the order in which a reader should meet it."""
    texts: list[Text] = []
    for block in blocks:
        match block:
            case Masthead(organisation, when):
                texts += [organisation, when]
            case DecisionBox(label, word, sentence):
                texts += [label, word, sentence]
            case Facts(rows):
                texts += [text for label, stack in rows for text in (label, *stack)]
            case Heading(_, text) | Paragraph(text):
                texts.append(text)
            case Bullets(entries):
                texts += [entry for entry in entries if entry]
            case Table(caption, head, rows):
                cells = (text for row in rows for cell in row for text in (cell.text, cell.small or ""))
                texts += [caption, *head, *cells]
            case Signatures(places):
                texts += [text for place in places for text in (place.title, *place.lines)]
    return [said(plain(text)) for text in texts if said(plain(text))]


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
@pytest.mark.parametrize("training", [False, True])
def test_the_file_has_no_fault_under_either_standard(profile, training, tmp_path):
    path = tmp_path / "record.pdf"
    path.write_bytes(finish(render(frame(training=training), every_kind(training=training)), record(training=training)))
    found = page.validate_pdf(str(path), profile=getattr(page.ValidationProfile, profile))
    assert [(fault.rule_id, fault.message) for fault in found.failures] == []
    assert found.is_compliant


def test_a_second_validator_finds_nothing_but_what_it_cannot_do(on_disk):
    told = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(on_disk)], capture_output=True, text=True, check=False
    )
    assert "result: PASS (no findings)" in told.stdout, told.stdout + told.stderr


def test_the_syntax_is_sound(on_disk):
    told = subprocess.run(["qpdf", "--check", str(on_disk)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_every_face_is_embedded_and_none_is_helvetica(on_disk):
    told = subprocess.run(["pdffonts", str(on_disk)], capture_output=True, text=True, check=True)
    faces = told.stdout.splitlines()[2:]
    assert len(faces) >= 4
    assert all(re.search(r"Source(Sans3|CodePro)-.*\byes\s+yes\s+yes\b", face) for face in faces), told.stdout


def test_a_screen_reader_meets_every_text_once_in_the_order_it_was_written(on_disk):
    told = subprocess.run(["pdfinfo", "-struct-text", str(on_disk)], capture_output=True, text=True, check=True)
    heard = said(" ".join(re.findall(r'"([^\n]*)"\n', told.stdout)).replace("•", " "))
    wanted = said(" ".join(authored(every_kind())))
    assert heard.replace(" ", "") == wanted.replace(" ", "")
    for text in authored(every_kind()):  # spelled out: no word joined to the next at an end of line, none cut
        assert text in heard or LONG_WORD in text, text


def test_text_can_be_found_and_copied(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        text = said(" ".join(one.get_textpage().get_text_bounded() for one in opened))
    for sample in (WELSH, GAELIC, "Nobody outside the home now sees how he is cared for.", "Page 2 of"):
        assert sample in text


def test_what_was_drawn_on_each_page_can_be_read_back(paper, pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        found = [said(one.get_textpage().get_text_bounded()).split() for one in opened]
    assert [sorted(text.split()) for text in paper.texts] == [sorted(words) for words in found]


def test_a_long_table_breaks_between_rows_and_shows_its_head_again_without_saying_it_again(paper, on_disk):
    pages = [text for text in render(frame(), (*page_one(), grid(40))).texts if "Item " in text]
    assert len(pages) >= 4
    assert all("Information" in text.split("Item ")[0] for text in pages)
    assert all(re.findall(r"Item (\d+)", one)[-1] != re.findall(r"Item (\d+)", two)[0] for one, two in pairwise(pages))
    told = subprocess.run(["pdfinfo", "-struct-text", str(on_disk)], capture_output=True, text=True, check=True)
    assert told.stdout.count('"Information"') == 1


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    filling = tuple(Paragraph("A line. " * 40) for _ in range(60))
    blocks = [DecisionBox("Decision", "Share", "We share.")]
    for at, paragraph in enumerate(filling):
        blocks += [Heading(2, f"Heading {at}"), Heading(3, f"Lower {at}"), paragraph]
    for text in render(frame(), blocks).texts:
        assert not re.search(r"(Heading|Lower) \d+\nLS-2026", text)


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing():
    account = " ".join(f"word{number}" for number in range(4000))
    for block in (Facts((("Account", (account,)),)), Table("", ("A", "B"), ((Cell("a"), Cell(account)),))):
        drawn = render(frame(), (block,))
        assert len(drawn.texts) > 2
        assert re.findall(r"word\d+", " ".join(drawn.texts)) == account.split()


def test_a_word_wider_than_its_column_is_broken_and_not_cut():
    drawn = render(frame(), (Table("", ("A", "B"), ((Cell(LONG_WORD), Cell(LONG_WORD)),)),))
    assert drawn.texts[0].replace("\n", "").count("Rhosllanerchrugog") >= 2 * 12 - 2


def test_empty_texts_and_no_blocks_at_all_are_drawn():
    nothing = (Paragraph(""), Bullets(("", " ")), Facts(()), Facts((("", ()),)), Table("", (), ()), Masthead("", ""))
    for blocks in ((), nothing, (Table("", ("A",), ((Cell("", mark="send"),),)), DecisionBox("", "", ""))):
        assert len(pages_of(finish(render(frame(), blocks), record()))) == 1


def test_a_letter_that_the_face_lacks_is_named_and_an_unseen_one_left_out(tmp_path):
    drawn = render(frame(), (Paragraph("She is 李 \U0001f600, w\u0302en\u200b and\tso\x07on\r\nnext"),))
    assert "She is [U+674E] [U+1F600], ŵen and so on\nnext" in drawn.texts[0]
    path = tmp_path / "record.pdf"
    path.write_bytes(finish(drawn, record()))
    assert page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_A_3A).is_compliant


def test_markup_in_a_person_s_words_is_only_text():
    assert "<b>bold</b> &amp; (x) \\n" in render(frame(), (Paragraph("<b>bold</b> &amp; (x) \\n"),)).texts[0]


def test_a_heading_that_skips_a_level_is_our_own_mistake():
    with pytest.raises(ValueError, match="level 3 follows one of level 0"):
        render(frame(), (Heading(3, "Too deep"),))


def test_there_are_two_signature_fields_waiting_each_with_words_and_one_place_in_the_tree(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fields = opened.Root.AcroForm.Fields
        assert [str(field.T) for field in fields] == ["author", "supervisor"]
        for field in fields:
            assert "/V" not in field
            assert int(field.F) == 4
            assert str(field.TU)
        forms = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Form"]
        assert len(forms) == 2
        assert all(isinstance(form.K, pikepdf.Dictionary) and form.K.Type == "/OBJR" for form in forms)


def test_the_bookmarks_are_the_headings_and_lead_into_the_tree(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Decision: Share"]
        sections = [item.title for item in outline.root[0].children]
        assert sections == ["How much went to whom, and why", "Reasons", "What was asked"]
        assert str(opened.Root.Outlines.First.SE.S) == "/H1"


def test_a_training_record_differs_where_a_photocopy_shows_it():
    drawn = render(frame(training=True), page_one(training=True))
    assert all("TRAINING" in text for text in drawn.texts)
    assert finish(drawn, record(training=True)) != finish(render(frame(), page_one()), record())


def test_page_one_is_set_closer_where_that_keeps_the_whole_story_on_it():
    def pages_with(lines: int) -> list[int]:
        *before, signatures = page_one()
        told = Facts(((f"Why {lines}", tuple(f"Line {number}." for number in range(lines))),))
        drawn = render(frame(), (*before, told, signatures, NewPage(), Heading(2, "Next")))
        return [place.page for place in drawn.places]

    assert pages_with(1) == [0, 0]
    assert pages_with(7) == [0, 0]
    assert pages_with(30) == [1, 1]


def test_no_two_rings_of_a_lane_touch_and_each_stands_in_the_picture():
    moments = tuple(Moment(n, n + 3, f"2026-11-{n:02}") for n in range(1, 31))
    line = TimeLine("A line", (("Known", moments),), (("2026-11-01", "1 November"), ("2026-11-30", "30 November")))
    figure = time_figure(line, Node("Document"), 480.0)
    placed = sorted((row, x, _half(moment)) for moment, x, row in figure.rows[0])
    for (row, x, half), (below, y, other) in pairwise(placed):
        assert row != below or x + half <= y - other
    assert all(x - half >= LANE_LABEL and x + half <= 480 for _, x, half in placed)
    drawn = render(frame(), (line,))
    assert "A line" in {node.alternative for node in drawn.document.walk()}
    assert all(f"{n}–{n + 3}" in drawn.texts[0] for n in range(1, 31))


def test_a_picture_higher_than_a_page_is_drawn_smaller():
    people = [{"id": f"p{n}", "label": "Somebody", "kind": "adult"} for n in range(60)]
    plan = family_map(CaseFile.model_validate({"people": people}), 300)
    cards = tuple((one["id"], CardTold("Somebody", "Adult")) for one in people)
    drawn = render(frame(), (FamilyPicture("All of them", plan, cards, (), (("solid", "one home"),)),))
    assert len(drawn.texts) == 1 and drawn.texts[0].count("Somebody") == 60


def test_the_foot_shows_the_first_figures_of_the_twin(paper):
    figures = hashlib.sha256(twin.dump(record())).hexdigest()[:16]
    grouped = " ".join(re.findall("....", figures))
    assert all(grouped in text for text in paper.texts)
    assert f"Page 1 of {len(paper.texts)}" in paper.texts[0]


_AGAIN = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from paper_sample import every_kind, frame, record
from lawfulshare.record.finishing import finish
from lawfulshare.record.paper import render
print(hashlib.sha256(finish(render(frame(), every_kind()), record())).hexdigest())
"""


def test_the_same_record_gives_the_same_bytes_in_any_process_and_time_zone(pdf):
    here = hashlib.sha256(pdf).hexdigest()
    for seed, zone in (("1", "Pacific/Auckland"), ("77", "America/St_Johns")):
        told = subprocess.run(
            [sys.executable, "-c", _AGAIN, str(Path(__file__).parent)],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == here
    assert finish(render(frame(), every_kind()), record()) == pdf


def pages_of(body):
    return parts(body)["page-changed"]


def test_what_pages_draw_is_compared_whatever_way_it_was_packed(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        out = io.BytesIO()
        opened.save(out, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        contents = opened.pages[1].obj.Contents
        contents.write(contents.read_bytes().replace(b"Tj", b"Tj ", 1))
        changed = io.BytesIO()
        opened.save(changed)
    assert out.getvalue() != pdf
    assert pages_of(out.getvalue()) == pages_of(pdf)
    apart = [one == two for one, two in zip(pages_of(changed.getvalue()), pages_of(pdf), strict=True)]
    assert apart.count(False) == 1


def test_ten_pages_are_made_within_half_a_second():
    render(frame(), page_one())
    began = time.process_time()
    finish(render(frame(), every_kind()), record())
    assert time.process_time() - began < 0.5


def test_a_visible_signature_is_drawn_with_embedded_faces_and_fits_its_field(tmp_path):
    path = tmp_path / "stamp.pdf"
    path.write_bytes(stamp("Signed by " + "J. Malik " * 30, ("23 November 2026", "Ŵyl y dŵr"))(230, 57))
    with pypdfium2.PdfDocument(path) as opened:
        assert opened[0].get_size() == (230, 57)
        assert "Ŵyl y dŵr" in opened[0].get_textpage().get_text_bounded()
    told = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
    assert "Helvetica" not in told.stdout
    assert told.stdout.count("yes yes yes") == 2
