"""The law one would rely on: the duty first, then what is relied on, also available, set aside and why."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lawfulshare.case.case_file import CaseFile
from lawfulshare.desktop.brand import box, frame, row, second_line, stack
from lawfulshare.desktop.buttons import IconButton, PlainButton
from lawfulshare.desktop.cards import Banner, Chip, ErrorSummary, rule
from lawfulshare.desktop.column import Column, block
from lawfulshare.desktop.focus_order import first_stop
from lawfulshare.desktop.icons import Icon
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.noting import notes
from lawfulshare.desktop.other_adults import OtherAdults
from lawfulshare.desktop.theme import theme
from lawfulshare.faults import Fault
from lawfulshare.guide.form import Page
from lawfulshare.guide.naming import day_in_words, fill, label_of
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

CHOSEN = "decision.bases"


class LegalBasisPage(QWidget):
    """Every basis with its reason. It reports the bases chosen, and which law is to be shown."""

    said = Signal(str, object)
    law_pressed = Signal(str)
    go_pressed = Signal(str)

    def __init__(self, page: Page, case: CaseFile, law: Law, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._case, self._law, self._words = page, case, law, words
        self._assessment: Assessment | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._column: Column | None = None
        self.summary = ErrorSummary()
        self.heading = Words("", "question")
        self._adults = OtherAdults()
        self._adults.gone_to.connect(self.go_pressed)
        self._draw()

    def show_case(self, case: CaseFile) -> None:
        """Show what is chosen."""
        if case.decision != self._case.decision:
            self._case = case
            self._draw()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what the law offers."""
        before = self._assessment
        self._assessment = assessment
        if before is None or _shown(before) != _shown(assessment):
            self._draw()

    def complain(self, faults: Sequence[Fault]) -> None:
        """Say what is missing."""
        self.summary.show_faults(faults)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be pressed."""
        if (first := first_stop(self)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to(self, path: str) -> None:
        """There is one question here."""
        self.focus_first()

    def _draw(self) -> None:
        focused = self.window().focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        old, self._column = self._column, Column(widest=640)
        self.summary = ErrorSummary()
        self._column.add(self.summary)
        self.heading = Words(fill(self._page.title, self._case), "question")
        day = day_in_words(self._law.day, self._words)
        self._column.add(self.heading)
        self._column.add(box(row(Chip(self._words("window.basis.as_at", day=day), "calendar-check"), None)), 8)
        if self._assessment is not None:
            self._fill(self._column, self._assessment)
        self._column.end()
        self._outer.addWidget(self._column)
        self._column.show()
        if old is not None:
            self._take_place(old, name)

    def _take_place(self, old: Column, name: str) -> None:
        """Stand where the page stood before, with the focus on what has the same name."""
        place = old.verticalScrollBar().value()
        self._outer.removeWidget(old)
        old.hide()
        old.deleteLater()
        assert self._column is not None
        if name and (same := self._column.findChild(QWidget, name)) is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.verticalScrollBar().setValue(place)

    def _fill(self, column: Column, assessment: Assessment) -> None:
        words = self._words
        self._fill_banners(column, assessment)
        offered = offered_bases(assessment, self._law)
        chosen = tuple(self._case.decision.bases or ()) if self._case.decision else ()
        relied = [one for one in offered if one in chosen]
        relied += [one for one in chosen if one not in offered and one in self._law.provisions]
        other = [one for one in offered if one not in chosen]
        column.add(Words(words("window.basis.relied"), "heading"), 20)
        if relied:
            column.add(self._card((one, self._why(one, assessment)) for one in relied), 8)
        else:
            nothing = "window.basis.relied_none" if other else "window.basis.nothing"
            column.add(Words(words(nothing), "small", "ink2"), 6)
        if other:
            column.add(Words(words("window.basis.available"), "heading"), 20)
            column.add(self._card((one, self._why(one, assessment)) for one in other), 8)
        column.add(self._adults)
        self._adults.show_case(self._case, assessment, self._law)
        if assessment.rejected:
            aside = row(Words(words("window.basis.aside"), "heading", wrap=False), gap=10)
            aside.addWidget(Words(words("window.basis.aside_why"), "small", "ink2", wrap=False))
            aside.addStretch(1)
            column.add(box(aside), 20)
            column.add(self._card(((one.id, one.because) for one in assessment.rejected), rejected=True), 8)

    def _fill_banners(self, column: Column, assessment: Assessment) -> None:
        for text in notes(assessment, self._page, self._case, ()).above:
            column.add(Banner("limited", "triangle-alert", text), 8)
        for duty in assessment.duties:
            provision = self._law.provision(duty)
            said = f"**{self._words('window.basis.duty')}**\n{provision.plain}\n{provision.citation}"
            column.add(Banner("share", "stamp", said, (self._reads(duty, provision.title),)), 12)
        for name in dict.fromkeys((*assessment.duties, *offered_bases(assessment, self._law))):
            version = self._law.version(name)
            if version is not None and version.status == "in_force_secondary":
                day = day_in_words(version.from_, self._words)
                said = f"**{self._words('window.basis.secondary', day=day)}** {version.evidence}"
                column.add(Banner("limited", "history", said), 8)

    def _why(self, name: str, assessment: Assessment) -> str:
        provision = self._law.provision(name)
        pairs = [
            self._words(
                "window.basis.pair", item=_label(self._case, pair.item), recipient=_label(self._case, pair.recipient)
            )
            for pair in assessment.disclosures
            if name in pair.lawful_basis and pair.verdict != "withhold"
        ]
        said = [provision.plain]
        if pairs:
            shown = "; ".join(pairs[:2]) + (f" (+{len(pairs) - 2})" if len(pairs) > 2 else "")
            said.append(self._words("window.basis.for_pairs", pairs=shown))
        conditions = dict.fromkeys(
            self._law.provision(one).title
            for pair in assessment.disclosures
            if name in pair.lawful_basis
            for one in pair.condition[:1]
        )
        if conditions:
            said.append(self._words("window.basis.condition", titles="; ".join(conditions)))
        return "\n".join(said)

    def _card(self, rows: Iterable[tuple[str, str]], rejected: bool = False) -> QWidget:
        inside = stack()
        for place, (name, because) in enumerate(rows):
            inside.addWidget(block(*(rule(),) if place else (), self._row(name, because, rejected)))
        return frame("card", inside)

    def _row(self, name: str, because: str, rejected: bool) -> QWidget:
        provision = self._law.provision(name)
        chosen = name in (self._case.decision.bases or () if self._case.decision else ())
        icon, tone = ("circle-x", "ink2") if rejected else ("circle-check", "share") if chosen else ("circle", "ink2")
        layout = row(gap=12)
        layout.addWidget(Icon(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        named = box(stack(Words(provision.title, "strong"), second_line(provision.citation), gap=1))
        layout.addWidget(named, 1)
        beneath = row(gap=12)
        beneath.addSpacing(theme.px(20) + theme.gap(12))
        beneath.addWidget(Words(because, "small", "ink2"), 1)
        if not rejected:
            key = "unchoose" if chosen else "choose"
            button = PlainButton(self._words(f"window.basis.{key}"), small=True)
            button.setAccessibleName(self._words(f"window.basis.{key}_name", title=provision.title))
            button.setObjectName(f"basis.{name}")
            button.clicked.connect(self._toggles(name))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._reads(name, provision.title), 0, Qt.AlignmentFlag.AlignTop)
        whole = stack(gap=6, margins=(16, 10, 12, 10))
        whole.addLayout(layout)
        whole.addLayout(beneath)
        return box(whole)

    def _reads(self, name: str, title: str) -> IconButton:
        button = IconButton(self._words("window.basis.text_name", title=title), "book-open", small=True)
        button.clicked.connect(lambda: self.law_pressed.emit(name))
        return button

    def _toggles(self, name: str) -> Callable[[], None]:
        def toggle() -> None:
            chosen = tuple(self._case.decision.bases or ()) if self._case.decision else ()
            left = tuple(one for one in chosen if one != name) if name in chosen else (*chosen, name)
            self.said.emit(CHOSEN, left)

        return toggle


def offered_bases(assessment: Assessment, law: Law) -> tuple[str, ...]:
    """Give the lawful bases that hold for something that goes, the best first."""
    sending = (pair for pair in assessment.disclosures if pair.verdict != "withhold")
    found = dict.fromkeys(name for pair in sending for name in pair.lawful_basis)
    return tuple(name for name in found if name in law.provisions)


def _shown(assessment: Assessment) -> object:
    about = tuple(warning for warning in assessment.warnings if CHOSEN in warning.fields)
    return assessment.duties, assessment.disclosures, assessment.rejected, about


def _label(case: CaseFile, key: str) -> str:
    return label_of(case, key) or key
