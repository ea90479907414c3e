"""The law in the help beside a question, and the whole proof of an answer to read."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.disclosure import LawText
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.naming import day_in_words
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.law.answer.explanation import told_once
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording

DEEPEST = 9
INDENT = "\u00a0" * 5
ANSWERED = "•"
MARK = {"holds": "✓", "fails": "✗", "open": "○"}


def law_text(law: Law, provision_id: str, words: Wording) -> LawText | None:
    """Give what the third layer of help shows; None where the pack has no such provision."""
    provision = law.provisions.get(provision_id)
    if provision is None:
        return None
    return LawText(provision.title, provision.plain, provision.citation, _state(provision, law, words))


def show_reasoning(proof: ProofTold, words: Wording, parent: QWidget) -> None:
    """Open a window with the whole proof, each line under the one that rests on it."""
    reading = Reading(words("window.reasoning.title"), words("window.reasoning.close"), parent)
    reading.body.add(Words(words("window.reasoning.hint"), "small", "ink2"), 4)
    lines: list[str] = []
    _lines(proof, 0, lines)
    reading.body.add(Words("\n".join(lines), "small"), 12)
    reading.show_reading()


def _lines(node: ProofTold, depth: int, lines: list[str]) -> None:
    """Tell a node and what it rests on; a fact is the person's own answer, whichever way it speaks."""
    if depth <= DEEPEST and node.says:
        mark = (ANSWERED if node.answer is not None else MARK["open"]) if node.kind == "fact" else MARK[node.truth]
        lines.append(f"{INDENT * depth}{mark} {node.says}")
    for part in told_once(node.parts):
        _lines(part, depth + 1, lines)


def _state(provision: Provision, law: Law, words: Wording) -> str:
    version = next((one for one in reversed(provision.versions) if one.covers(law.day)), provision.versions[-1])
    parts = [words(f"window.provision.status_word.{version.status}")]
    parts.append(f"{words('window.provision.from')} {day_in_words(version.from_, words)}")
    if version.to:
        parts.append(f"{words('window.provision.until')} {day_in_words(version.to, words)}")
    return ". ".join((", ".join(parts), words(f"window.provision.read_{provision.read}")))
