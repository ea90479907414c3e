"""What is to be known of the law at hand before one relies on it; without a widget."""

from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.shelf import Shelf
from lawfulshare.wording import Wording


def law_notices(law: Law | None, shelf: Shelf | None, words: Wording) -> tuple[str, ...]:
    """Say until when the law was looked over, once that day is past, and what of it was set aside."""
    found = [] if shelf is None else [str(fault) for fault in shelf.troubles]
    if law is not None and law.day > law.nation.looked_over_until:
        until = words.day(law.nation.looked_over_until)
        found.insert(0, words("window.start.not_looked_over", nation=law.nation.name, day=until))
    return tuple(found)
