"""How a supervisor reads a record: its text, another record beside it, and what would follow from another answer."""

from collections.abc import Iterable

from lawfulshare.desk.in_hand import CaseInHand, State
from lawfulshare.desk.inbox import Entry
from lawfulshare.desk.opening import Desk
from lawfulshare.desktop.compare_sheet import CompareSheet
from lawfulshare.desktop.main_window import MainWindow
from lawfulshare.desktop.review_told import name_of
from lawfulshare.desktop.what_if_sheet import WhatIf
from lawfulshare.faults import LawfulShareError
from lawfulshare.guide.doors import doors
from lawfulshare.guide.walk import Walk, walk
from lawfulshare.record.record import Block, Record
from lawfulshare.wording import Wording


def text_of(entry: Entry, desk: Desk, words: Wording) -> tuple[Block, ...]:
    """Give the text of a sound record; nothing of one that is not, whose data is a stranger's."""
    if entry.record is None or not entry.is_sound:
        return ()
    from lawfulshare.record.blocks import blocks

    named = entry.record.assessment.law
    try:
        law = desk.shelf.named(named) or desk.shelf.on(named.pack, named.as_at)
    except LawfulShareError:
        return ()
    return blocks(entry.record, law, words)


def way_of(record: Record) -> Walk:
    """Give the way through the pages that a record's case went."""
    return walk(doors()[record.case.mode or "share"], record.case)


def compare(entry: Entry, entries: Iterable[Entry], window: MainWindow) -> CompareSheet:
    """Lay another sound record of the list beside one; the one that it amends comes first."""
    assert entry.record is not None
    amends = entry.record.amends
    others = [one for one in entries if one.record and one.is_sound and one.digest != entry.digest]
    others.sort(key=lambda one: (one.digest != amends, name_of(one)))
    listed = {one.digest: (name_of(one), one.record.case) for one in others if one.record}
    return CompareSheet(name_of(entry), entry.record.case, tuple(listed.values()), window.words, window)


def suppose(entry: Entry, desk: Desk, window: MainWindow) -> WhatIf:
    """Replay the decision with one fact changed, on the record's own case; nothing of it is altered."""
    assert entry.record is not None
    first = way_of(entry.record).pages[0].name
    return WhatIf(CaseInHand(desk.clock, State(entry.record.case, first), desk.shelf), window.words, window)
