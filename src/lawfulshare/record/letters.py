"""Papers that leave before there is a record, or beside it: drawn like a record, with nothing hidden inside."""

from collections.abc import Iterable
from datetime import datetime

from lawfulshare.record.finishing import finish_paper
from lawfulshare.record.finishing.metadata import Made
from lawfulshare.record.making import program_version
from lawfulshare.record.paper import render
from lawfulshare.record.record import Block, Frame
from lawfulshare.wording import Wording


def letter(
    blocks: Iterable[Block],
    *,
    title: str,
    head: str,
    author: str,
    at: datetime,
    words: Wording,
    training: bool = False,
) -> bytes:
    """Draw blocks as a PDF: the same blocks and moment give the same bytes. It carries no data of the case."""
    frame = Frame(
        title=title,
        head=head,
        about="",
        handling=words("record.frame.training" if training else "record.frame.handling"),
        number="",
        page=words("record.frame.page"),
        language="en-GB",
        training=training,
    )
    return finish_paper(render(frame, blocks), Made(author, program_version(), at.isoformat(timespec="seconds")))
