"""Words explained in place, myths answered where they are typed, and the rationale read back."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import pytest
from kit_pages import law_text, page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.advising import Advising
from lawfulshare.desktop.buttons import QuietButton
from lawfulshare.desktop.disclosure import Disclosure
from lawfulshare.desktop.driving import type_text
from lawfulshare.desktop.explaining import Terms
from lawfulshare.desktop.form_page import FormPage
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.guide.answers import answer
from lawfulshare.guide.glossary import glossary
from lawfulshare.wording import wording

CASE = CaseFile(format="lawfulshare.case/1", mode="share", nation="england", decided_on="2026-11-25")
RATIONALE = "decision.rationale"
PAGE = page(
    title="Your decision",
    asks=[
        {"fact": RATIONALE, "as": "paragraph", "text": "What are your reasons?"},
        {"fact": "concern.reasonable_cause", "as": "yes_no_not_known", "text": "Is it significant harm?",
         "hint": "A child in need is another thing.", "law": ["some-law"], "example": "Early help is not it."},
    ],
)  # fmt: skip


@pytest.fixture
def form(qtbot):
    made = FormPage(PAGE, CASE, wording(), law_text)
    qtbot.addWidget(made)
    made.said.connect(lambda path, value: made.show_case(answer(made._case, path, value)))
    made.resize(800, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def typed(form, text):
    box = form.findChild(QPlainTextEdit)
    type_text(box, text)
    form.flush()
    return box


def test_a_word_opens_its_meaning_in_place_and_the_focus_stays(form):
    terms = form.findChild(Terms)
    assert [button.text() for button in terms.buttons] == ["Significant harm", "Child in need"]
    first, second = terms.buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert terms.meaning.endswith(glossary()["significant harm"])
    assert QApplication.focusWidget() is first
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert terms.meaning.endswith(glossary()["child in need"])
    assert second.accessibleDescription() != first.accessibleDescription()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert terms.meaning == ""


def test_the_words_of_an_example_are_explained_too(form):
    help_ = next(one for one in form.findChildren(Disclosure) if "counts" in one._button.text())
    help_.toggle()
    assert [button.text() for button in help_.findChild(Terms).buttons] == ["Early help"]


def test_a_myth_is_answered_under_the_text_and_goes_with_its_words(form):
    typed(form, "We cannot tell because of GDPR.")
    advising = form.findChild(Advising)
    assert advising.isVisible()
    shown = " ".join(label.accessibleName() for label in advising.findChildren(QLabel))
    assert "Which harm does telling prevent" in shown
    law = advising.findChild(Disclosure)
    law.toggle()
    assert "section 47" in " ".join(label.accessibleName() for label in law.findChildren(QLabel))
    typed(form, "Theo was seen on 3 November, therefore we tell.")
    assert not advising.told.myths


def test_what_the_coach_means_is_underlined_and_one_press_goes_there(form):
    box = typed(form, "\N{BABY} Some concerns were raised.")
    marked = [one.cursor.selectedText() for one in box.extraSelections()]
    assert marked == ["Some concerns"]
    show = next(button for button in form.findChild(Advising).findChildren(QuietButton) if button.text() == "Show")
    assert "Some concerns" in show.accessibleName()
    show.setFocus()
    QTest.keyClick(show, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is box
    assert box.textCursor().selectedText() == "Some concerns"


def test_a_sentence_of_an_earlier_record_is_told(form):
    sentence = "The school and the health visitor have both seen Theo thinner each week."
    typed(form, sentence)
    advising = form.findChild(Advising)
    assert "boilerplate" not in {one.kind for one in advising.told.advice}
    form.compare_with((sentence,))
    assert "boilerplate" in {one.kind for one in advising.told.advice}


def test_advice_stands_in_nobodys_way(form):
    typed(form, "Some concerns were raised.")
    assert not form.summary.isVisible()
    assert form.findChild(QPlainTextEdit).toPlainText() == "Some concerns were raised."


def test_the_list_of_words_opens_from_the_menu(qtbot, tmp_path):
    from lawfulshare.desktop.rooms import Rooms

    window = MainWindow()
    qtbot.addWidget(window)
    rooms = Rooms(window, tmp_path)
    window.show()
    window.top.chosen.emit("glossary")
    reading = next(child for child in window.children() if child.objectName() == "glossary")
    shown = " ".join(label.accessibleName() for label in reading.findChildren(QLabel))
    assert all(means in shown for means in glossary().values())
    reading.reject()
    rooms.close()
