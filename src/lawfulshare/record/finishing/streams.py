"""What the pages' fonts and streams lack for PDF/A: sound ToUnicode tables, one settled compression."""

import base64
import re
import zlib

import pikepdf
from pikepdf import Array, Name, Stream

_PAIR = re.compile(r"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>")
_AT_ONCE = 100
KEPT_PLAIN = frozenset({"/Metadata"})


def mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Rewrite ReportLab's tables from letters to Unicode: it maps unused codes to U+0000, which PDF/A forbids."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font and "/ToUnicode" in thing:
            thing.ToUnicode.write(mended(thing.ToUnicode.read_bytes().decode("ascii")).encode("ascii"))


def mended(table: str) -> str:
    """Give a ToUnicode table without codes that mean nothing, in blocks of at most 100 as the format asks."""
    ends = table.index("endcodespacerange") + len("endcodespacerange")
    begins = table.index("beginbfchar")
    tail = table[table.rindex("endbfchar") + len("endbfchar") :]
    pairs = [(code, letter) for code, letter in _PAIR.findall(table[begins:]) if int(letter, 16)]
    blocks = [pairs[at : at + _AT_ONCE] for at in range(0, len(pairs), _AT_ONCE)]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "".join(f"<{code}> <{letter}>\n" for code, letter in block) + "endbfchar\n"
        for block in blocks
    )
    return f"{table[:ends]}\n{body}{tail.lstrip()}"


def settle(pdf: pikepdf.Pdf) -> None:
    """Compress every stream the same way, and let none end in an end of line: some readers then misjudge its length."""
    for thing in pdf.objects:
        if not isinstance(thing, Stream) or thing.get("/Type") in KEPT_PLAIN:
            continue
        plain = thing.read_bytes()
        packed = next(filter(_ends_well, (zlib.compress(plain, level) for level in (9, 8, 7, 6, 5))), b"\n")
        if _ends_well(packed):
            thing.write(packed, filter=Name.FlateDecode)
        elif thing.get("/Type") == Name.EmbeddedFile and plain[-1:] not in b"\r\n":
            thing.write(plain)
        else:
            thing.write(
                base64.a85encode(zlib.compress(plain, 9)) + b"~>", filter=Array([Name.ASCII85Decode, Name.FlateDecode])
            )


def _ends_well(packed: bytes) -> bool:
    return packed[-1:] not in b"\r\n"
