"""How one sharing went: route, moment, who spoke to whom, receipt, chase, what was promised, what came of it."""

from collections.abc import Iterator

from lawfulshare.case.sharing import Transmission
from lawfulshare.record.blocks.naming import ended, labelled
from lawfulshare.record.record import Text
from lawfulshare.wording import Wording


def sent_lines(words: Wording, sent: Transmission) -> Iterator[Text]:
    """Tell how something went to one recipient, as far as it is known; what is not known is said where it matters."""
    yield ended(sent.how or words("record.after.how_unsaid"))
    if sent.on:
        day = words.day(sent.on)
        moment = words("record.moment", day=day, clock=sent.at) if sent.at else day
        yield labelled(words("record.after.when"), ended(moment))
    for key in ("reference", "spoken_by", "spoke_to", "gist"):
        if text := getattr(sent, key):
            yield labelled(words(f"record.after.{key}"), ended(text))
    if sent.read_back is not None:
        yield words("record.after.read_back" if sent.read_back else "record.after.not_read_back")
    for key in ("written_by", "written_on"):
        if day := getattr(sent, key):
            yield labelled(words(f"record.after.{key}"), ended(words.day(day)))
    yield from _receipt(words, sent)
    if sent.conditions:
        yield labelled(words("record.after.conditions"), ended(sent.conditions))


def _receipt(words: Wording, sent: Transmission) -> Iterator[Text]:
    if sent.received_by or sent.received_on:
        unknown = words("record.answer.unknown")
        day = words.day(sent.received_on) if sent.received_on else unknown
        yield words("record.after.received", who=sent.received_by or unknown, day=day)
    else:
        yield words("record.after.no_receipt")
    if sent.understood is not None:
        yield words("record.after.understood" if sent.understood else "record.after.not_understood")
    if sent.chased_on:
        yield labelled(words("record.after.chased"), ended(words.day(sent.chased_on)))
    for key in ("promised", "outcome"):
        if text := getattr(sent, key):
            yield labelled(words(f"record.after.{key}"), ended(text))
