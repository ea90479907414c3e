"""Holds a changed answer until the person has seen what else it changes; what is held is in nobody's way but Next's."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from lawfulshare.desk.casework import Casework
from lawfulshare.desk.proposing import Proposal
from lawfulshare.desktop.effect_card import EffectCard
from lawfulshare.desktop.screens import AnyScreen, FormScreen
from lawfulshare.desktop.speech import say, say_now
from lawfulshare.wording import Wording


class Holding(QObject):
    """One answer that is not accepted yet. `accepted` and `kept` say what the person chose."""

    accepted = Signal(str, object)
    kept = Signal(str)

    def __init__(self, work: Casework, words: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._words = work, words
        self._held: tuple[str, Any] | None = None
        self._card: EffectCard | None = None

    def takes(self, screen: AnyScreen | None, path: str, value: Any) -> bool:
        """Hold an answer if it does more than answer, and tell what; else say that it may stand at once.

        Raises:
            BadAnswer: it cannot stand there.
        """
        proposal = self._work.propose(path, value)
        if not proposal.matters or not isinstance(screen, FormScreen):
            if self._held is not None and self._held[0] == path:
                self.drop(screen)
            return False
        self._held = (path, value)
        self._tell(screen, proposal)
        return True

    def again(self, screen: AnyScreen | None) -> None:
        """Tell it once more after something else was said, or on a page that was made anew."""
        if self._held is None or not isinstance(screen, FormScreen):
            return
        path, value = self._held
        if self._work.walk.put.get(path) != self._work.page.name or not self.takes(screen, path, value):
            self._held = None

    def stands_before(self, screen: AnyScreen | None) -> bool:
        """Say whether an answer waits for its word, and put the focus there."""
        if self._held is None or self._card is None or not isinstance(screen, FormScreen):
            return False
        screen.form.column.bring_into_view(self._card)
        self._card.focus_first()
        say_now(self._card, self._words("flow.effect.first"))
        return True

    def drop(self, screen: AnyScreen | None) -> None:
        """Hold nothing any more."""
        if self._held is not None and isinstance(screen, FormScreen):
            screen.form.ask_about(self._held[0], None, None)
        self._held = self._card = None

    def _tell(self, screen: FormScreen, proposal: Proposal) -> None:
        before = self._card.says if self._card is not None else ()
        self._card = card = EffectCard(proposal, self._work.walk, self._words)
        card.changed.connect(lambda: self.accepted.emit(proposal.path, proposal.value))
        card.kept.connect(lambda: self.kept.emit(proposal.path))
        screen.form.ask_about(proposal.path, proposal.value, card)
        if card.says != before:
            title = self._words("flow.effect.title")
            says = " ".join(line.replace("**", "") for line in card.says)
            say(card, self._words("flow.effect.announce", title=title, says=says))
