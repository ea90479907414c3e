"""What the window shows of one provision: plain words, conditions, citation, days, status, and whether it was read."""

from PySide6.QtWidgets import QWidget

from lawfulshare.desktop.dialogs import Reading
from lawfulshare.desktop.disclosure import LawText
from lawfulshare.desktop.labels import Words
from lawfulshare.guide.naming import day_in_words
from lawfulshare.law.answer.assessment import ProofTold
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision
from lawfulshare.wording import Wording

DEEPEST = 9
INDENT = "\u2003"
MARK = {"holds": "✓", "fails": "✗", "open": "○"}


def law_text(law: Law, provision_id: str, words: Wording) -> LawText | None:
    """Give what the third layer of help shows; None where the pack has no such provision."""
    provision = law.provisions.get(provision_id)
    if provision is None:
        return None
    return LawText(provision.title, provision.plain, provision.citation, _state(provision, law, words))


def show_provision(law: Law, provision_id: str, words: Wording, parent: QWidget) -> None:
    """Open a window with all that the pack says of a provision."""
    provision = law.provisions.get(provision_id)
    if provision is None:
        return
    reading = Reading(provision.title, words("window.reasoning.close"), parent)
    body = reading.body
    body.add(Words(provision.citation, "label", "ink2"), 4)
    body.add(Words(provision.plain, "body"), 10)
    for key in ("who", "effect", "record"):
        if said := getattr(provision, key):
            body.add(Words(words(f"window.provision.{key}"), "label"), 14)
            body.add(Words(said, "small"), 2)
    version = law.version(provision_id)
    for key, parts in (
        ("conditions", version.conditions.values() if version else ()),
        ("exceptions", version.exceptions.values() if version else ()),
    ):
        if parts:
            body.add(Words(words(f"window.provision.{key}"), "label"), 14)
            for part in parts:
                body.add(Words(f"•  {part.says}", "small"), 2)
    body.add(Words(words("window.provision.status"), "label"), 14)
    body.add(Words(_state(provision, law, words), "small"), 2)
    if version is not None:
        body.add(Words(version.evidence, "small", "ink2"), 2)
    body.add(Words(words("window.provision.address"), "label"), 14)
    body.add(Words(provision.address, "small", "ink2"), 2)
    reading.show_reading()


def show_reasoning(proof: ProofTold, words: Wording, parent: QWidget) -> None:
    """Open a window with the whole proof, each line under the one that rests on it."""
    reading = Reading(words("window.reasoning.title"), words("window.reasoning.close"), parent)
    reading.body.add(Words(words("window.reasoning.hint"), "small", "ink2"), 4)
    lines: list[str] = []
    _lines(proof, 0, lines)
    reading.body.add(Words("\n".join(lines), "small"), 12)
    reading.show_reading()


def _lines(node: ProofTold, depth: int, lines: list[str]) -> None:
    if depth <= DEEPEST and node.says:
        lines.append(f"{INDENT * depth}{MARK[node.truth]} {node.says}")
    for part in node.parts:
        _lines(part, depth + 1, lines)


def _state(provision: Provision, law: Law, words: Wording) -> str:
    version = next((one for one in reversed(provision.versions) if one.covers(law.day)), provision.versions[-1])
    parts = [words(f"window.provision.status_word.{version.status}")]
    parts.append(f"{words('window.provision.from')} {day_in_words(version.from_, words)}")
    if version.to:
        parts.append(f"{words('window.provision.until')} {day_in_words(version.to, words)}")
    return ". ".join((", ".join(parts), words(f"window.provision.read_{provision.read}")))
