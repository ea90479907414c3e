"""The inner joints of ReportLab that the paper leans on: one test each, so that a new release is caught here."""

import io

import pytest
from reportlab.lib.pagesizes import A4

from lawfulshare.record.finishing.streams import mended
from lawfulshare.record.tagging.canvas import MarkingCanvas
from lawfulshare.record.tagging.faces import FACES, REGULAR, clean, fonts, width
from lawfulshare.record.tagging.lines import break_lines
from lawfulshare.record.tagging.styles import BODY
from lawfulshare.record.tagging.tree import Node


@pytest.fixture
def canvas() -> MarkingCanvas:
    return MarkingCanvas(io.BytesIO(), A4, "en-GB")


@pytest.mark.parametrize("face", FACES)
def test_a_face_tells_which_letters_it_can_write(face):
    known = fonts()[face].face.charToGlyph
    assert isinstance(known, dict)
    assert known[ord("ŵ")]
    assert 0x674E not in known


def test_a_width_is_a_number_of_points():
    assert 0 < width("Llŷn", REGULAR, 10.5) < width("Llŷn Llŷn", REGULAR, 10.5) < 100


def test_a_literal_goes_into_the_page_where_it_was_said(canvas):
    node = Node("P")
    with canvas.mark(node):
        canvas.put_words("Kian", REGULAR, 10, 0, 0)
    canvas.save()
    drawn = canvas._filename.getvalue()
    assert drawn.index(b"/P <</MCID 0>> BDC") < drawn.index(b"Tj") < drawn.index(b"EMC")


def test_marked_content_is_never_nested_and_an_artifact_swallows_marks(canvas):
    node = Node("P")
    with canvas.mark(node), pytest.raises(ValueError, match="nested"), canvas.mark(node):
        pass
    other = MarkingCanvas(io.BytesIO(), A4, "en-GB")
    with other.artifact("Pagination"), other.mark(node), other.artifact():
        pass
    assert other.marks == [[]]
    assert len(node.marks) == 1


def test_an_unused_face_is_not_in_the_file(canvas):
    canvas.put_words("Kian", REGULAR, 10, 0, 0)
    canvas.save()
    drawn = canvas._filename.getvalue()
    assert b"Helvetica" not in drawn
    assert b"SourceSans3-Bold" not in drawn


def test_a_table_of_letters_is_mended_into_short_blocks_without_nothing():
    pairs = "".join(f"<{code:02X}> <{code if code != 7 else 0:04X}>\n" for code in range(1, 256))
    table = mended(f"begincmap\nendcodespacerange\n255 beginbfchar\n{pairs}endbfchar\nendcmap\n")
    assert "<0000>" not in table
    assert [line for line in table.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "54 beginbfchar",
    ]
    assert table.endswith("endcmap\n")


def test_lines_are_broken_at_blanks_and_hyphens_and_keep_the_blank():
    lines = break_lines("one two three-four five", BODY, width("one two three-", REGULAR, 10.5) + 0.1)
    assert ["".join(part.text for part in line.stretches) for line in lines] == ["one two three-", "four five"]
    lines = break_lines("one two three\nfour", BODY, width("one two", REGULAR, 10.5) + 0.1)
    assert ["".join(part.text for part in line.stretches) for line in lines] == ["one two ", "three ", "four"]


def test_a_hard_blank_is_never_broken():
    lines = break_lines("section\u00a016LA applies", BODY, width("section 16LA", REGULAR, 10.5) + 0.1)
    assert clean(lines[0].stretches[0].text) == "section\u00a016LA "
