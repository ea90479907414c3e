"""What a stranger may do to a signed record, one small function a kind, each made from a genuine file.

`AFTER` happens to a file that is signed already. `RESIGNED` is made by somebody who holds the author's own key: what
was drawn is changed first, or in the same step, and then signed validly.
"""

import functools
import io
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pikepdf
import pytest
from made import CLOSED_AT, theo
from pyhanko.pdf_utils import generic
from pyhanko.sign import signers
from sealed import author, somebody

from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs.pack import load
from lawfulshare.record import consistency, making, signing, twin
from lawfulshare.record.signing import sign
from lawfulshare.wording import wording

N, T = generic.pdf_name, generic.pdf_string


@dataclass(frozen=True)
class Kind:
    """One kind: how it is made, which question says no, and by which finding; without a question it is refused."""

    name: str
    make: Callable[[], bytes]
    question: str | None
    code: str | None


AFTER: list[Kind] = []
RESIGNED: list[Kind] = []


@functools.cache
def law():
    return load("england").on(theo().decided_on)


@functools.cache
def kept(number="LS-2026-7F3K9Q"):
    case = theo()
    return making.record_of(case, assess(case, law()), author(), number=number, closed_at=CLOSED_AT)


@functools.cache
def drawn():
    return making.draw(kept(), law(), wording("en"))


@functools.cache
def signed():
    return sign(drawn(), author(), at=CLOSED_AT)


@functools.cache
def supervisor():
    return somebody("P. Osei")


@functools.cache
def countersigned():
    return sign(signed(), supervisor(), part="supervisor", at=CLOSED_AT + timedelta(days=1))


@contextmanager
def drawing_once():
    """The same data is drawn once: that the same data gives the same bytes is tested elsewhere."""
    drawn = {}

    def draw(record, law, words):
        key = twin.dump(record)
        if key not in drawn:
            drawn[key] = making.draw(record, law, words)
        return drawn[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(consistency, "draw", draw)
        yield


def bytes_after(code, question="unchanged"):
    """The function gives the bytes."""

    def keep(make):
        AFTER.append(Kind(make.__name__, make, question, code))
        return make

    return keep


def step(code, pdf=signed, question="unchanged"):
    """The function changes a writer, whose step is appended and signed by nobody."""

    def keep(change):
        def make():
            writer = signing._QuietWriter(io.BytesIO(pdf()))
            change(writer)
            out = io.BytesIO()
            writer.write(out)
            return out.getvalue()

        AFTER.append(Kind(change.__name__, make, question, code))
        return change

    return keep


def step_of(part, code, question):
    """The function changes a writer, and the change is signed in the same step with the key of that part."""

    def keep(change):
        def make():
            first = part == "author"
            writer = signing._QuietWriter(io.BytesIO(drawn() if first else signed()))
            change(writer)
            identity = author() if first else supervisor()
            signer = signers.PdfSigner(signing._meta(part), signer=signing._signer(identity))
            return bytes(signer.sign_pdf(writer, existing_fields_only=True).getvalue())

        (RESIGNED if part == "author" else AFTER).append(Kind(change.__name__, make, question, code))
        return change

    return keep


def resigned(code, question="matches"):
    """The function changes what was drawn, and the author's key signs it."""

    def keep(change):
        def make():
            out = io.BytesIO()
            with pikepdf.open(io.BytesIO(drawn())) as opened:
                change(opened)
                opened.save(
                    out,
                    object_stream_mode=pikepdf.ObjectStreamMode.disable,
                    fix_metadata_version=False,
                    compress_streams=False,
                    stream_decode_level=pikepdf.StreamDecodeLevel.none,
                )
            return sign(out.getvalue(), author(), at=CLOSED_AT)

        RESIGNED.append(Kind(change.__name__, make, question, code))
        return change

    return keep


def page_of(writer, number=0):
    return writer.root["/Pages"]["/Kids"][number]


def put(holder, key, value, writer):
    """Set a key, and have the object that holds it written."""
    holder[N(key)] = value
    writer.update_container(holder)


def replace(writer, reference, data, **keys):
    stream = generic.StreamObject(stream_data=data)
    stream.update({N(f"/{key}"): value for key, value in keys.items()})
    writer.objects[(reference.generation, reference.idnum)] = stream


def content_of(page):
    """The page's first content stream, as a reference and an object."""
    raw = page.raw_get("/Contents")
    if isinstance(raw, generic.ArrayObject):
        raw = raw.raw_get(0)
    return raw.reference, raw.get_object()


def dictionary(**keys):
    return generic.DictionaryObject({N(f"/{key}"): value for key, value in keys.items()})


def rectangle(*edges):
    return generic.ArrayObject(map(generic.NumberObject, edges))


def javascript():
    return dictionary(S=N("/JavaScript"), JS=T("app.alert(1)"))


def stamp_on(writer, kind, drawing=b"1 1 1 rg 0 0 400 400 re f"):
    page = page_of(writer)
    form = generic.StreamObject(stream_data=drawing)
    form.update(dictionary(Type=N("/XObject"), Subtype=N("/Form"), BBox=rectangle(0, 0, 400, 400)))
    shown = dictionary(
        Type=N("/Annot"), Subtype=N(kind), Rect=rectangle(60, 400, 460, 800), F=generic.NumberObject(4),
        AP=dictionary(N=writer.add_object(form)), Contents=T("Nothing to see"),
    )  # fmt: skip
    notes = generic.ArrayObject(page.get("/Annots", ()))
    put(page, "/Annots", generic.ArrayObject([*notes, writer.add_object(shown)]), writer)


def field_of(writer, name):
    fields = (field.get_object() for field in writer.root["/AcroForm"]["/Fields"])
    return next(field for field in fields if field["/T"] == name)


def element(writer, role):
    """The first structure element of a role, with something inside."""
    waiting = [writer.root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, generic.ArrayObject):
            waiting.extend(reversed([inner.get_object() for inner in one]))
        elif isinstance(one, generic.DictionaryObject) and "/S" in one:
            if one["/S"] == role:
                return one
            waiting.append(one.get("/K", generic.ArrayObject()))
    raise LookupError(role)
