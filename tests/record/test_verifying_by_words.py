"""A record that another version of the program made: its pages are compared by their words."""

import io

import pikepdf
import pytest
import tampered_resigned
import tampering
from made import CLOSED_AT
from sealed import author
from tampering import RESIGNED, drawing_once, kept, law

from lawfulshare.record import consistency, making
from lawfulshare.record.blocks import blocks
from lawfulshare.record.record import Facts, Heading, Paragraph
from lawfulshare.record.signing import sign
from lawfulshare.record.verifying import verify
from lawfulshare.wording import wording

OLDER = {"lawfulshare": "0.0.9", "pack": "england"}


@pytest.fixture(autouse=True, scope="module")
def quickly():
    with drawing_once():
        yield


@pytest.fixture
def older(monkeypatch):
    """A record as an older version drew it: what that version drew of the blocks of today."""

    def make(drew=lambda blocks: blocks):
        made = kept().model_copy(update={"made_with": OLDER})
        with monkeypatch.context() as patch:
            patch.setattr(making, "blocks", lambda *asked: tuple(drew(tuple(blocks(*asked)))))
            return making.draw(made, law(), wording("en"))

    return make


def verified(pages):
    return verify("record.pdf", sign(pages, author(), at=CLOSED_AT))


def repacked(pages, change=lambda pdf: None):
    """The same pages, packed as another build would: not the same bytes."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pages)) as opened:
        change(opened)
        opened.Root.Outlines.First.Title = pikepdf.String("In words of its own")
        opened.save(out)
    return out.getvalue()


def test_the_same_words_match_and_the_answer_says_how_they_were_compared(older):
    told = verified(repacked(older()))
    assert told.questions.matches.answer == "yes"
    assert "0.0.9 made it" in told.questions.matches.says
    assert "word for word" in told.questions.matches.says
    assert [finding.code for finding in told.findings] == ["made-by-another-version"]
    assert told.sound


def test_pieces_that_an_older_version_did_not_print_are_counted(older):
    small = []

    def drew(today):
        small.extend(block for block in today if isinstance(block, Heading) and block.level == 3)
        return [block for block in today if block not in small]

    told = verified(older(drew))
    assert told.questions.matches.answer == "yes", told.questions.matches
    assert f"Of what this version prints, {len(small)} pieces are not there" in told.questions.matches.says
    assert told.sound


def test_a_text_of_one_s_own_that_is_not_on_the_page_is_missed(older):
    def drew(today):
        return [
            Facts(tuple(row for row in block.rows if row[0] != "Why")) if isinstance(block, Facts) else block
            for block in today
        ]

    told = verified(older(drew))
    assert told.questions.matches.answer == "unknown"
    assert not told.sound


@pytest.mark.parametrize(
    "drew",
    [
        lambda today: [*today, Paragraph("She has agreed to all of it.")],
        lambda today: [Heading(1, "Share everything"), *today],
        lambda today: [Facts(block.rows[::-1]) if isinstance(block, Facts) else block for block in today],
    ],
)
def test_words_beside_or_in_another_order_are_not_taken_for_the_data(older, drew):
    told = verified(older(drew))
    assert told.questions.matches.answer == "unknown"
    assert not told.sound


HIDES = {
    "text_is_invisible", "text_is_white", "text_is_off_the_page", "text_is_clipped_away", "text_is_behind_a_picture",
    "text_is_tiny", "page_is_cropped_before", "page_is_turned_before", "stamp_is_on_the_page",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HIDES))
def test_words_that_cannot_be_seen_are_found_whatever_version_is_named(older, name):
    change = getattr(tampered_resigned, name)
    told = verified(repacked(older(), change))
    assert told.questions.matches.answer == "no"
    assert "letters-hidden" in [finding.code for finding in told.findings]
    assert name in {kind.name for kind in RESIGNED}


@pytest.mark.parametrize("name", ["script_waits_for_the_reader", "layers_hide_something"])
def test_what_no_version_draws_is_found_whatever_version_is_named(older, name):
    told = verified(repacked(older(), getattr(tampered_resigned, name)))
    assert told.questions.matches.answer == "no"


@pytest.mark.parametrize("name", ["page_is_left_out", "pages_change_places", "page_is_put_in"])
def test_pages_left_out_or_moved_do_not_match(older, name):
    assert verified(repacked(older(), getattr(tampered_resigned, name))).questions.matches.answer == "unknown"


def test_every_letter_of_a_genuine_record_can_be_seen():
    from lawfulshare.record.visible import look

    for pdf in (tampering.signed(), tampering.countersigned()):
        assert look(pdf).all_visible
    assert consistency.same_program(kept())
