"""What a changed answer does to the rest, told at the field before it is accepted."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from lawfulshare.desk.proposing import Proposal
from lawfulshare.desktop.brand import box
from lawfulshare.desktop.buttons import PlainButton
from lawfulshare.desktop.cards import Card, outcome_word
from lawfulshare.desktop.flowing import Flow
from lawfulshare.desktop.labels import Words
from lawfulshare.desktop.telling import Naming
from lawfulshare.guide.walk import Walk
from lawfulshare.wording import Wording

MOST_NAMED = 4


class EffectCard(Card):
    """Says what changes besides the answer; `changed` or `kept` is the person's choice."""

    changed = Signal()
    kept = Signal()

    def __init__(self, proposal: Proposal, before: Walk, words: Wording, parent: QWidget | None = None) -> None:
        super().__init__("limited", (16, 12), parent)
        self.setObjectName("effect")
        self.says = tuple(effect_told(proposal, before, words))
        self.setAccessibleName(words("flow.effect.title"))
        self.setAccessibleDescription(" ".join(self.says))
        self.body.addWidget(Words(words("flow.effect.title"), "strong"))
        for line in self.says:
            self.body.addWidget(Words(line, "small"))
        if proposal.effect.unheard:
            self.body.addWidget(Words(words("flow.effect.kept"), "small", "ink2"))
        self.change = PlainButton(words("flow.effect.change"), "check", small=True)
        self.keep = PlainButton(words("flow.effect.keep"), "undo-2", small=True)
        self.change.setObjectName("effect.change")
        self.keep.setObjectName("effect.keep")
        self.change.clicked.connect(self.changed)
        self.keep.clicked.connect(self.kept)
        buttons = Flow(10)
        buttons.addWidget(self.change)
        buttons.addWidget(self.keep)
        self.body.addSpacing(6)
        self.body.addWidget(box(buttons))

    def focus_first(self) -> None:
        """Put the focus on the first of the two buttons."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)


def effect_told(proposal: Proposal, before: Walk, words: Wording) -> Iterator[str]:
    """Say line by line what changes besides the answer itself."""
    was, now = proposal.outcomes
    if was != now:
        yield words("flow.effect.outcome", before=outcome_word(was), after=outcome_word(now))
    effect, naming = proposal.effect, Naming(before)
    gone = [words("flow.effect.gone_page", page=page, because=because) for page, because in effect.gone.items()]
    for key, named in (
        ("unheard", tuple(naming.question(path) for path in effect.unheard)),
        ("again", tuple(naming.question(path) for path in effect.again)),
        ("come", effect.come),
        ("gone", tuple(gone)),
    ):
        if named:
            yield f"**{words(f'flow.effect.{key}')}** {_listed(named, words)}"


def _listed(named: Sequence[str], words: Wording) -> str:
    parts: Iterable[str] = dict.fromkeys(named[:MOST_NAMED])
    more = len(named) - MOST_NAMED
    return "; ".join((*parts, words("flow.effect.more", count=more)) if more > 0 else parts)
