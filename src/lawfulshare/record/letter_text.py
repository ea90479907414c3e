"""The body of a letter as plain text that anybody can edit, and the same as blocks: one way there, one way back.

A blank line ends a paragraph. A line that begins with `- ` is a point of a list, one with `# ` a heading. What stands
in square brackets is still to be written.
"""

import re
from collections.abc import Iterable, Iterator

from lawfulshare.record.record import Block, Bullets, Heading, Paragraph

POINT, HEADING = "- ", "# "
LEVEL = 2
_TO_WRITE = re.compile(r"\[[^\[\]\n]+\]")


def written(blocks: Iterable[Heading | Paragraph | Bullets]) -> str:
    """Write blocks out as the text that is edited."""
    return "\n\n".join(filter(None, map(_written, blocks)))


def blocks_of(text: str) -> Iterator[Block]:
    """Read a text as it was left: paragraphs, headings, lists."""
    for part in re.split(r"\n\s*\n", text.strip()):
        yield from _part([line.strip() for line in part.splitlines() if line.strip()])


def to_write(text: str) -> tuple[str, ...]:
    """Give what stands in square brackets, and is still to be written."""
    return tuple(_TO_WRITE.findall(text))


def _written(block: Heading | Paragraph | Bullets) -> str:
    match block:
        case Heading():
            return f"{HEADING}{block.text}"
        case Paragraph():
            return str(block.text)
        case Bullets():
            return "\n".join(f"{POINT}{entry}" for entry in block.entries)


def _part(lines: list[str]) -> Iterator[Block]:
    running: list[str] = []
    points: list[str] = []
    for line in lines:
        is_point, is_heading = line.startswith(POINT), line.startswith(HEADING)
        if running and (is_point or is_heading):
            yield Paragraph(" ".join(running))
            running = []
        if points and not is_point:
            yield Bullets(tuple(points))
            points = []
        if is_heading:
            yield Heading(LEVEL, line.removeprefix(HEADING))
        elif is_point:
            points.append(line.removeprefix(POINT))
        else:
            running.append(line)
    if points:
        yield Bullets(tuple(points))
    if running:
        yield Paragraph(" ".join(running))
