"""The panel draws only what an answer alters, tells the weightiest, and says when a search was cut short."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.reasoning_panel import MOST_OPEN, MOST_WARNINGS, ReasoningPanel
from lawfulshare.desktop.telling import Change, Reason, StillOpen, Telling
from lawfulshare.desktop.theme import theme
from lawfulshare.wording import wording

CUT_SHORT = wording()("window.panel.change_cut_short")
TOLD = Telling(
    outcome="SHARE", stands=True, says="Share what is necessary.",
    reasons=(Reason("stamp", "A duty", "An Act, section 1", "a-duty"), Reason("scale", "A row", "Your answers")),
    warnings=("First", "Second"), refer_to=("the police",), coming=("A bill",),
    still_open=(StillOpen("concern.level", "How grave is it?", "Decides the answer"),),
    changes=(Change("If she agreed:", "NOT_NOW"),), as_at="Law as at 25 November 2026", edition="England, edition 1",
    weighed=True,
)  # fmt: skip


@pytest.fixture
def panel(qtbot, qapp):
    theme.apply(qapp, "light", 1.0)
    shown = ReasoningPanel(wording())
    qtbot.addWidget(shown)
    shown.show()
    return shown


def said(panel):
    return list(lines(panel))


def lines(panel):
    QApplication.processEvents()
    return {label.plain: label for label in panel.findChildren(Words) if label.isVisibleTo(panel)}


def test_what_an_answer_does_not_alter_stays_the_very_same_line(panel):
    panel.show_telling(TOLD)
    before = lines(panel)
    panel.show_telling(replace(TOLD, warnings=("Second", "Third"), weighed=False))
    after = lines(panel)
    assert "First" not in after
    assert "Third" in after
    kept = ["Second", "A duty", "A row", "A bill", "How grave is it?", "If she agreed:"]
    assert all(after[says] is before[says] for says in kept)


def test_the_lines_stand_in_the_order_of_the_answer(panel):
    panel.show_telling(replace(TOLD, warnings=("One", "Two", "Three")))
    panel.show_telling(replace(TOLD, warnings=("Three", "New", "One")))
    panel.resize(400, 900)
    tops = [line.mapTo(panel, line.rect().topLeft()).y() for line in map(lines(panel).get, ("Three", "New", "One"))]
    assert tops == sorted(set(tops))


def test_a_part_without_lines_takes_no_room(panel):
    panel.show_telling(TOLD)
    panel.show_telling(replace(TOLD, warnings=(), coming=(), still_open=(), changes=()))
    titles = {wording()(f"window.panel.{title}") for title in ("warnings", "coming", "open", "change")}
    assert titles.isdisjoint(said(panel))


@pytest.mark.parametrize(
    ("part", "most", "one"),
    [
        ("warnings", MOST_WARNINGS, lambda number: f"Warning {number}"),
        ("still_open", MOST_OPEN, lambda number: StillOpen(f"items.i{number}.what", f"Warning {number}", "It decides")),
    ],
)
def test_the_panel_lists_the_weightiest_and_counts_the_rest(panel, part, most, one):
    bare = replace(TOLD, warnings=(), still_open=())
    panel.show_telling(replace(bare, **{part: tuple(map(one, range(most + 3)))}))
    listed = [says for says in said(panel) if says.startswith("Warning")]
    assert listed == [f"Warning {number}" for number in range(most)]
    assert "and 3 more" in said(panel)


def test_a_search_that_was_cut_short_is_said_under_what_it_found_and_only_then(panel):
    panel.show_telling(replace(TOLD, cut_short=True))
    assert CUT_SHORT in said(panel)
    panel.show_telling(TOLD)
    assert CUT_SHORT not in said(panel)
    panel.show_telling(replace(TOLD, changes=(), cut_short=True))
    assert CUT_SHORT not in said(panel)


def test_every_button_of_a_kept_line_still_leads_where_it_did(panel, qtbot):
    panel.show_telling(TOLD)
    panel.show_telling(replace(TOLD, weighed=False))
    go = next(one for one in panel.findChildren(QWidget) if one.accessibleName() == "Go to: How grave is it?")
    with qtbot.waitSignal(panel.go_pressed) as gone:
        go.click()
    assert gone.args == ["concern.level"]
