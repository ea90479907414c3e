"""Bytes added, cut off or moved, tables that lead astray, and signatures of others."""

import io

import pikepdf
from made import CLOSED_AT
from pyhanko.pdf_utils import generic
from pyhanko.sign import signers
from sealed import author, somebody
from tampered_after import page_content_is_replaced, twin_is_replaced
from tampering import (
    N,
    T,
    bytes_after,
    countersigned,
    dictionary,
    drawn,
    field_of,
    put,
    signed,
    stamp_on,
    step,
    step_of,
    supervisor,
)

from lawfulshare.record import signing
from lawfulshare.record.signing import sign


@step("revision-without-signature")
def step_that_changes_nothing(writer):
    writer.add_object(dictionary(Note=T("hello")))


@step("revision-without-signature")
def validation_data_comes_from_nobody(writer):
    put(writer.root, "/DSS", writer.add_object(dictionary(Certs=generic.ArrayObject())), writer)


@bytes_after("bytes-after-last-signature")
def a_byte_is_added_at_the_end():
    return signed() + b"\n"


@bytes_after("damaged-file")
def comment_is_added_at_the_end():
    return signed() + b"% nothing much\n%%EOF\n"


@bytes_after("bytes-after-last-signature")
def padding_of_zeros_at_the_end():
    return signed() + b"\0" * 600


@bytes_after("bytes-after-last-signature")
def another_program_is_put_behind():
    return signed() + b"PK\x03\x04" + b"\0" * 60


@bytes_after("bytes-after-last-signature")
def old_table_is_pointed_to_again():
    """A reader that trusts the last pointer sees the file before the countersignature."""
    first = signed().rindex(b"startxref")
    return countersigned() + signed()[first:]


@bytes_after("not-signed")
def whole_other_file_is_appended():
    return signed() + drawn()


@bytes_after("damaged-file")
def something_stands_before_the_header():
    return b"<script>alert(1)</script>\n" + signed()


@bytes_after("signature-broken")
def header_names_another_version():
    return signed().replace(b"%PDF-1.7", b"%PDF-2.0", 1)


@bytes_after("signature-broken")
def digits_of_the_byte_range_are_changed():
    at = signed().index(b"/ByteRange")
    digit = next(i for i in range(at + 14, at + 60) if signed()[i : i + 1].isdigit() and signed()[i : i + 1] != b"0")
    body = bytearray(signed())
    body[digit] ^= 1
    return bytes(body)


@bytes_after("signature-padded")
def something_is_hidden_behind_the_signature():
    end = _end_of_contents(signed())
    return signed()[: end - 8] + b"deadbeef" + signed()[end:]


@bytes_after("signature-broken")
def signature_value_is_changed():
    """A byte of the signature itself, near the end of what is filled."""
    end = _end_of_contents(signed())
    filled = len(signed()[:end].rstrip(b"0"))
    body = bytearray(signed())
    body[filled - 4] = ord("1") if body[filled - 4] != ord("1") else ord("2")
    return bytes(body)


def _end_of_contents(pdf):
    """Where the hexadecimal figures of the last signature end: the end of the gap in its byte range."""
    at = pdf.rindex(b"/ByteRange [") + len(b"/ByteRange [")
    figures = pdf[at : pdf.index(b"]", at)].split()
    return int(figures[2]) - 1


@bytes_after("signature-broken")
def stream_is_changed_by_one_bit():
    body = bytearray(signed())
    body[body.index(b"stream\n") + 100] ^= 1
    return bytes(body)


@bytes_after("not-signed")
def signatures_are_cut_off():
    return signed()[: len(drawn())]


@bytes_after(None, question=None)
def last_bytes_are_cut_off():
    return signed()[:-8]


@bytes_after(None, question=None)
def half_of_it_is_cut_off():
    return signed()[: len(drawn()) // 2]


@bytes_after(None, question=None)
def it_is_locked_by_a_password():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed())) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def _saved(**how):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed())) as opened:
        opened.save(out, **how)
    return out.getvalue()


@bytes_after("signature-broken")
def it_is_written_anew_by_another_tool():
    return _saved()


@bytes_after("signature-broken")
def it_is_written_anew_for_the_web():
    return _saved(linearize=True)


@bytes_after("signature-broken")
def it_is_written_anew_with_packed_objects():
    return _saved(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _raw_step(objects, trailer=b"", entries=None):
    """A step written by hand: objects by their number, the table of where they stand, and a trailer."""
    body = signed()
    before = body.rindex(b"startxref") + len(b"startxref")
    prev = body[before:].split()[0]
    with pikepdf.open(io.BytesIO(body)) as opened:
        size, root, info = len(opened.objects) + 1, opened.Root.objgen[0], opened.trailer.Info.objgen[0]
    table = [b"xref\n"]
    for number, (generation, text) in objects.items():
        table.append(f"{number} 1\n{len(body):010d} {generation:05d} n \n".encode())
        body += f"{number} {generation} obj\n".encode() + text + b"\nendobj\n"
    for number, entry in (entries or {}).items():
        table.append(f"{number} 1\n{entry} \n".encode())
    at = len(body)
    end = (
        f"trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R /Prev {prev.decode()} ".encode()
        + trailer
        + b">>\n"
    )
    return body + b"".join(table) + end + f"startxref\n{at}\n%%EOF\n".encode()


def _page_number():
    with pikepdf.open(io.BytesIO(signed())) as opened:
        return opened.pages[0].obj.objgen[0]


@bytes_after("damaged-file")
def page_is_given_back_to_the_free_list():
    return _raw_step({}, entries={_page_number(): "0000000000 00001 f"})


@bytes_after("damaged-file")
def page_comes_in_another_generation():
    return _raw_step({_page_number(): (1, b"<< /Type /Page >>")})


@bytes_after(None, question=None)
def other_root_is_named():
    return _raw_step({9999: (0, b"<< /Type /Catalog >>")}).replace(b"/Root 1 0 R /Info", b"/Root 9999 0 R /Info")


@bytes_after(None, question=None)
def table_leads_in_a_circle():
    body = _raw_step({})
    at = body.rindex(b"xref\n", 0, body.rindex(b"startxref"))
    last = body.rindex(b"/Prev ")
    return body[:last] + b"/Prev " + str(at).encode() + body[body.index(b" ", last + 6) :]


@bytes_after(None, question=None)
def packed_objects_replace_plain_ones():
    """A second table, which only some readers follow, puts other objects in the place of the first."""
    return _raw_step({}, trailer=b"/XRefStm 15 ")


@bytes_after("wrong-order-of-signatures")
def third_person_signs_in_a_new_field():
    writer = signing._QuietWriter(io.BytesIO(countersigned()))
    meta = signers.PdfSignatureMetadata(field_name="third", subfilter=signing.fields.SigSeedSubFilter.PADES)
    signer = signers.PdfSigner(meta, signer=signing._signer(somebody("Q. Third")))
    return bytes(signer.sign_pdf(writer).getvalue())


@bytes_after("wrong-order-of-signatures")
def only_the_supervisor_s_place_is_signed():
    return sign(drawn(), supervisor(), part="supervisor", at=CLOSED_AT)


@bytes_after("revision-without-signature")
def author_s_place_is_emptied_and_signed_again():
    writer = signing._QuietWriter(io.BytesIO(signed()))
    field = field_of(writer, "author")
    del field[N("/V")]
    writer.update_container(field)
    out = io.BytesIO()
    writer.write(out)
    return sign(out.getvalue(), somebody("J. Malik"), at=CLOSED_AT)


@bytes_after("certificate-not-the-one-named", question="who")
def somebody_else_signs_in_the_author_s_place():
    return sign(drawn(), somebody("E. Else"), at=CLOSED_AT)


@bytes_after("certificate-not-the-one-named", question="who")
def certificate_of_the_same_name_signs():
    return sign(drawn(), somebody("J. Malik"), at=CLOSED_AT)


@bytes_after("countersigned-by-author", question="who")
def author_countersigns():
    return sign(signed(), author(), part="supervisor", at=CLOSED_AT)


@bytes_after("revision-without-signature")
def page_is_changed_before_the_countersignature():
    writer = signing._QuietWriter(io.BytesIO(signed()))
    page_content_is_replaced(writer)
    out = io.BytesIO()
    writer.write(out)
    return sign(out.getvalue(), supervisor(), part="supervisor", at=CLOSED_AT)


@step_of("supervisor", "page-changed", "unchanged")
def page_is_changed_while_countersigning(writer):
    page_content_is_replaced(writer)


@step_of("supervisor", "annotation-changed", "unchanged")
def note_is_added_while_countersigning(writer):
    stamp_on(writer, "/FreeText")


@step_of("supervisor", "attachment-changed", "unchanged")
def twin_is_replaced_while_countersigning(writer):
    twin_is_replaced(writer)
