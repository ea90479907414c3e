"""HTML elements from text: everything is escaped, nothing is fetched."""

from collections.abc import Iterable, Iterator
from html import escape

from lawfulshare.law.answer.reading import Read
from lawfulshare.wording import Wording


class Markup(str):
    """HTML that is already escaped."""

    __slots__ = ()


def element(name: str, *inside: str, **attributes: str | None) -> Markup:
    """Make one element; `class_` and `for_` lose their stroke, text is escaped."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    body = "".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in inside)
    return Markup(f"<{name}{said}>{body}</{name}>")


def together(parts: Iterable[str]) -> Markup:
    """Put parts one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in parts))


def bullets(parts: Iterable[str]) -> Markup:
    """Make a list."""
    return element("ul", *(element("li", part) for part in parts))


def pairs(rows: Iterable[tuple[str, str]]) -> Markup:
    """Make a list of names with what belongs to each."""
    return element("dl", *(element("div", element("dt", name), element("dd", said)) for name, said in rows if said))


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> Markup:
    """Make a table with a caption, headings over the columns, and the first cell of each row as its heading.

    Each cell bears the name of its column too, which is shown where the window is too narrow for columns. A first cell
    that is left to be written in heads no row.
    """
    columns = tuple(head)
    top = element("thead", element("tr", *(element("th", cell, scope="col") for cell in columns)))
    body = (element("tr", *_cells(columns, row)) for row in rows)
    return element("table", element("caption", caption), top, element("tbody", *body))


def _cells(columns: Iterable[str], row: Iterable[str]) -> Iterator[Markup]:
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        heads = place == 0 and bool(cell.strip())
        yield element("th" if heads else "td", cell, scope="row" if heads else None, data_label=column)


def term(read: Read) -> Markup:
    """Make a term in words, each part under its own; what it refers to is a link inside the book."""
    says = (
        element("a", read.says, href=f"#{read.refers_to}") if read.refers_to else Markup(escape(read.says, quote=False))
    )
    if not read.parts:
        return says
    return together((says, bullets(term(part) for part in read.parts)))


def machine(read: Read, words: Wording) -> Markup:
    """Make a term in words, under the note that it is as the machine reads it."""
    return element("div", element("p", words("book.machine"), class_="label"), term(read), class_="machine")
