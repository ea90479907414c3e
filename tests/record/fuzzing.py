"""Files that want to break their reader: seeded damage to a signed record, and bombs and circles made by hand."""

import random
import re
import resource
import sys
import zlib
from collections.abc import Callable, Iterator

from tampering import countersigned, drawn, signed

from lawfulshare.faults import NotOurs
from lawfulshare.record import twin
from lawfulshare.record.verifying import verify

MEMORY = 2 * 1024**3
SECONDS = 3
BASES = (signed, countersigned, drawn)


def damaged(seed: int, count: int) -> Iterator[bytes]:
    """Signed records with seeded damage: bits, figures, pieces cut out, moved, doubled, spliced from another file."""
    dice = random.Random(seed)
    for number in range(count):
        body = bytearray(BASES[number % len(BASES)]())
        DAMAGES[number % len(DAMAGES)](body, dice)
        yield bytes(body)


def _bits(body: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randint(1, 40)):
        body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)


def _end_bits(body: bytearray, dice: random.Random) -> None:
    """Most of the tables stand at the end."""
    for _ in range(dice.randint(1, 12)):
        body[-dice.randrange(1, 3000)] ^= 1 << dice.randrange(8)


def _cut(body: bytearray, dice: random.Random) -> None:
    del body[dice.randrange(len(body)) :]


def _hole(body: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(body))
    del body[start : start + dice.randint(1, 9000)]


def _doubled(body: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(body))
    body[start:start] = body[start : start + dice.randint(1, 9000)]


def _spliced(body: bytearray, dice: random.Random) -> None:
    other = dice.choice(BASES)()
    body[dice.randrange(len(body)) :] = other[dice.randrange(len(other)) :]


def _figures(body: bytearray, dice: random.Random) -> None:
    """Numbers become huge, negative or senseless."""
    for _ in range(dice.randint(1, 6)):
        figures = list(re.finditer(rb"\d+", bytes(body[-60_000:])))
        at = dice.choice(figures)
        start = len(body) - len(body[-60_000:]) + at.start()
        body[start : start + len(at.group())] = dice.choice(
            [b"99999999999999999999", b"-1", b"0", b"2147483648", b"1e9"]
        )


def _references(body: bytearray, dice: random.Random) -> None:
    """References lead somewhere else, often back to where they stand."""
    for _ in range(dice.randint(1, 30)):
        found = list(re.finditer(rb"(\d+) 0 R", bytes(body)))
        at, other = dice.choice(found), dice.choice(found)
        figure = other.group(1)[: len(at.group(1))].rjust(len(at.group(1)), b"0")
        body[at.start(1) : at.end(1)] = figure


def _words(body: bytearray, dice: random.Random) -> None:
    for word in dice.sample([b"endobj", b"stream", b"/Kids", b"/Type", b"trailer", b"xref", b"/ByteRange", b">>"], 2):
        at = body.find(word, dice.randrange(len(body)))
        if at > 0:
            body[at : at + len(word)] = bytes(dice.randrange(33, 126) for _ in word)


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _bits, _end_bits, _cut, _hole, _doubled, _spliced, _figures, _references, _words,
)  # fmt: skip


def by_hand() -> Iterator[tuple[str, bytes]]:
    """Small files that ask for much: each with its name."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [ 3 0 R ] >> >>"
    pages = b"<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>"
    yield "pages in a circle", built(catalog, pages, b"<< /T (author) /FT /Sig /Kids [ 3 0 R ] >>")
    yield (
        "fields in a circle",
        built(catalog, pages, b"<< /T (author) /Kids [ 4 0 R ] >>", b"<< /T (b) /Kids [ 3 0 R ] /Parent 4 0 R >>"),
    )
    yield "length of itself", built(catalog, pages, b"<< /Length 3 0 R >>\nstream\nabc\nendstream")
    yield "nested lists", built(catalog, pages, b"[" * 60_000 + b"]" * 60_000)
    yield "nested dictionaries", built(catalog, pages, b"<< /A " * 30_000 + b"1" + b" >>" * 30_000)
    yield "nested without end", built(catalog, b"[" * 200_000)
    yield (
        "page bomb",
        built(
            b"<< /Type /Catalog /Pages 2 0 R /AF [ 4 0 R ] >>",
            b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>",
            b"<< /Type /Filespec /UF (record.json) /AFRelationship /Source /EF << /F 5 0 R >> >>",
            packed(b"\0" * 40_000_000, times=1),
        ),
    )
    yield (
        "bomb in a bomb",
        built(
            b"<< /Type /Catalog /Pages 2 0 R /AF [ 3 0 R ] >>",
            b"<< /Type /Pages /Kids [ ] /Count 0 >>",
            b"<< /Type /Filespec /UF (record.json) /AFRelationship /Source /EF << /F 4 0 R >> >>",
            packed(b" " * 60_000_000, times=2),
        ),
    )
    yield "bomb of objects", xref_bomb(50_000_000)
    yield "many names", built(catalog, pages, b"<<" + b"".join(b"/N%d 0 " % n for n in range(200_000)) + b">>")
    yield "huge table", built(catalog, pages) + b"xref\n0 700000\n" + b"0000000000 65535 f \n" * 700_000
    yield "huge count", built(catalog, pages).replace(b"xref\n0 3", b"xref\n0 999999999")
    packed_objects = b"<< /Type /ObjStm /N 999999999 /First 99999999 /Length 0 >>\nstream\n\nendstream"
    yield "huge size", built(catalog, pages, packed_objects)
    yield "only zeros", b"%PDF-1.7\n%/ByteRange\n" + b"\0" * 5_000_000
    yield "only a header many times", b"%PDF-1.7\n" * 300_000
    yield "only ends", b"%PDF-1.7\n%/ByteRange\n" + b"startxref\n0\n%%EOF\n" * 100_000
    yield "larger than any record", b"%PDF-1.7\n" + b" " * twin.LARGEST_PDF


def packed(body: bytes, times: int) -> bytes:
    """A stream whose data is packed so many times."""
    for _ in range(times):
        body = zlib.compress(body, 9)
    filters = b"[ " + b"/FlateDecode " * times + b"]" if times > 1 else b"/FlateDecode"
    return b"<< /Filter %s /Length %d >>\nstream\n" % (filters, len(body)) + body + b"\nendstream"


def built(*objects: bytes) -> bytes:
    """A file of these objects, the first the catalogue."""
    body, places = b"%PDF-1.7\n%/ByteRange\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + table + end


def xref_bomb(size: int) -> bytes:
    """A file whose table itself is a bomb."""
    body = b"%PDF-1.7\n%/ByteRange\n"
    body += b"1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    data = zlib.compress(b"\1\0\0\0\0" * (size // 5), 9)
    head = b"<< /Type /XRef /Size %d /W [ 1 3 1 ] /Root 1 0 R /Filter /FlateDecode /Length %d >>" % (
        size // 5,
        len(data),
    )
    return (
        body + b"2 0 obj\n" + head + b"\nstream\n" + data + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


def main(seed: int, count: int) -> None:
    """Verify them all and say how many were refused and how many got a *no*; anything else ends in an error.

    What takes more memory than a small computer has, or more than a few seconds a file, ends it too.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * count, SECONDS * count))
    told = {"refused": 0, "not sound": 0, "unchanged": 0}
    files = [(f"{seed}/{number}", body) for number, body in enumerate(damaged(seed, count))]
    for name, body in (*files, *(by_hand() if seed == 1 else ())):
        if name.startswith(f"{seed}/") and body in {base() for base in BASES}:
            told["unchanged"] += 1
            continue
        try:
            answer = verify(name, body)
        except NotOurs as refused:
            assert len(refused.faults) == 1, name
            told["refused"] += 1
            continue
        assert not answer.sound, name
        told["not sound"] += 1
    print(told)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
