"""Other adults in what goes: for each item about one, the law that carries it, and whether it is needed."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Disclosure
from lawfulshare.desktop.beneath import SideBySide
from lawfulshare.desktop.brand import box, frame, row, stack
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import rule
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.naming import label_of
from lawfulshare.guide.redacting import names_of, other_adults
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import wording


def about_other_adults(case: CaseFile) -> Iterator[tuple[Disclosure, tuple[str, ...]]]:
    """Give each pair that goes and is about an adult whom the case is not about, with those adults."""
    for pair in case.disclosures or ():
        item = paths.read(case, f"items.{pair.item}")
        if pair.extent not in (None, "withhold") and item is not None and (adults := other_adults(case, item)):
            yield pair, adults


def other_adults_card(case: CaseFile, assessment: Assessment, law: Law, go: Callable[[str], None]) -> QWidget | None:
    """Make the card that tells each of them; None where nothing about another adult goes."""
    told = tuple(about_other_adults(case))
    if not told:
        return None
    inside = stack()
    for place, (pair, adults) in enumerate(told):
        if place:
            inside.addWidget(rule())
        inside.addWidget(_told(case, pair, names_of(case, adults), _law_of(assessment, law, pair), go))
    return frame("card", inside)


def _told(case: CaseFile, pair: Disclosure, whom: str, carried_by: str, go: Callable[[str], None]) -> QWidget:
    words = wording()
    item = label_of(case, pair.item) or words("guide.nameless.item")
    to = label_of(case, pair.recipient) or words("guide.nameless.recipient")
    title = words("leaving.basis_line", item=item, whom=whom, recipient=to)
    need = {True: "needed", False: "not_needed", None: "need_open"}[pair.necessary]
    says = [title, carried_by, words(f"leaving.basis_{need}")]
    if pair.reason:
        says.append(words("leaving.basis_reason", reason=pair.reason))
    button = PlainButton(words("window.sign.go"), "arrow-right", small=True)
    button.setObjectName(f"adult.{pair.item}>{pair.recipient}")
    button.setAccessibleName(f"{button.text()}: {title}")
    button.clicked.connect(lambda: go(f"disclosures.{pair.item}>{pair.recipient}.necessary"))
    line = row(margins=(16, 10, 12, 10))
    about = Words(words("leaving.basis_about", whom=whom), "strong")
    line.addWidget(SideBySide(box(stack(about, Words("\n".join(says), "small", "ink2"))), button))
    return box(line)


def _law_of(assessment: Assessment, law: Law, pair: Disclosure) -> str:
    words = wording()
    for answer in assessment.disclosures:
        if (answer.item, answer.recipient) == (pair.item, pair.recipient) and answer.lawful_basis:
            titles = [law.provision(one).title for one in (*answer.lawful_basis, *answer.condition)]
            return words("leaving.basis_law", bases=words("family.and").join(dict.fromkeys(titles)))
    return words("leaving.basis_no_law")
