"""What somebody may do who holds the author's own key: change what was drawn, and sign it validly."""

import json
import zlib

from pikepdf import Array, Dictionary, Name, String
from tampered_after import page_content_is_replaced, reading_order_is_reversed
from tampering import field_of, javascript, kept, put, rectangle, resigned, stamp_on, step_of

from lawfulshare.record import twin


@step_of("author", "changed-while-signing", "matches")
def page_is_replaced_while_signing(writer):
    page_content_is_replaced(writer)


@step_of("author", "changed-while-signing", "matches")
def white_stamp_is_laid_on_top_while_signing(writer):
    stamp_on(writer, "/Stamp")


@step_of("author", "changed-while-signing", "matches")
def signature_covers_the_page_while_signing(writer):
    put(field_of(writer, "author"), "/Rect", rectangle(0, 0, 595, 842), writer)


@step_of("author", "changed-while-signing", "matches")
def reading_order_is_reversed_while_signing(writer):
    reading_order_is_reversed(writer)


@step_of("author", "changed-while-signing", "matches")
def script_is_put_in_while_signing(writer):
    put(writer.root, "/OpenAction", javascript(), writer)


def rewrite(pdf, change, page=0):
    """Change the operators of a page."""
    contents = pdf.pages[page].obj.Contents
    stream = contents[0] if isinstance(contents, Array) else contents
    stream.write(change(stream.read_bytes()))


@resigned("page-changed")
def text_is_invisible(pdf):
    rewrite(pdf, lambda drawn: drawn.replace(b"BT", b"BT 3 Tr", 8))


@resigned("page-changed")
def text_is_white(pdf):
    rewrite(pdf, lambda drawn: b"1 1 1 rg 1 1 1 RG\n" + drawn.replace(b" rg", b" pop"))


@resigned("page-changed")
def text_is_off_the_page(pdf):
    rewrite(pdf, lambda drawn: b"q 1 0 0 1 0 -900 cm\n" + drawn + b"\nQ")


@resigned("page-changed")
def text_is_clipped_away(pdf):
    rewrite(pdf, lambda drawn: b"q 0 0 1 1 re W n\n" + drawn + b"\nQ")


@resigned("page-changed")
def text_is_behind_a_picture(pdf):
    picture = pdf.make_stream(b"\xff", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                              ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=picture)
    rewrite(pdf, lambda drawn: drawn + b"\nq 595 0 0 842 0 0 cm /Im0 Do Q")


@resigned("page-changed")
def text_is_tiny(pdf):
    rewrite(pdf, lambda drawn: b"q 0.01 0 0 0.01 0 0 cm\n" + drawn + b"\nQ")


@resigned("page-changed")
def page_content_is_another(pdf):
    rewrite(pdf, lambda drawn: drawn.replace(b"Tj", b"Tj ", 1))


@resigned("page-changed")
def letters_are_swapped_in_the_font(pdf):
    fonts = pdf.pages[0].obj.Resources.Font
    font = fonts[next(iter(fonts.keys()))]
    font.Widths = Array([400] * len(font.Widths))


@resigned("page-changed")
def what_copying_gives_is_another(pdf):
    fonts = pdf.pages[0].obj.Resources.Font
    table = fonts[next(iter(fonts.keys()))].ToUnicode
    table.write(table.read_bytes().replace(b"<0061>", b"<0062>").replace(b"<0065>", b"<0066>"))


@resigned("page-changed")
def page_is_cropped_before(pdf):
    pdf.pages[0].obj.CropBox = Array([0, 400, 595, 842])


@resigned("page-changed")
def page_is_turned_before(pdf):
    pdf.pages[0].obj.Rotate = 180


@resigned("page-changed")
def unit_is_another(pdf):
    pdf.pages[0].obj.UserUnit = 40


@resigned("pages-changed")
def page_is_left_out(pdf):
    del pdf.pages[-2]


@resigned("pages-changed")
def page_is_put_in(pdf):
    pdf.pages.append(pdf.pages[0])


@resigned("pages-changed")
def pages_change_places(pdf):
    pdf.pages.insert(1, pdf.pages[3])
    del pdf.pages[4]


@resigned("annotation-changed")
def stamp_is_on_the_page(pdf):
    form = pdf.make_stream(b"1 1 1 rg 0 0 400 400 re f", Type=Name.XObject, Subtype=Name.Form,
                           BBox=Array([0, 0, 400, 400]))  # fmt: skip
    stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([60, 400, 460, 800]), F=4, AP=Dictionary(N=form))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])


@resigned("layers-changed")
def layers_hide_something(pdf):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("All")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


@resigned("structure-changed")
def other_words_are_for_the_ear(pdf):
    top = pdf.Root.StructTreeRoot.K[0]
    top.K[1].ActualText = String("She agreed to all of it")


@resigned("structure-changed")
def order_for_the_ear_is_reversed(pdf):
    top = pdf.Root.StructTreeRoot.K[0]
    top.K = Array(list(reversed(list(top.K))))


@resigned("structure-changed")
def nothing_is_for_the_ear(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Artifact)


@resigned("bookmarks-changed")
def bookmarks_say_something_else(pdf):
    pdf.Root.Outlines.First.Title = String("Share everything")


@resigned("description-changed")
def title_says_something_else(pdf):
    pdf.docinfo[Name.Title] = String("Decision to share everything")


@resigned("description-changed")
def metadata_says_something_else(pdf):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"LS-2026", b"LS-2027"))


@resigned("description-changed")
def language_is_another(pdf):
    pdf.Root.Lang = String("cy")


@resigned("action-changed")
def script_waits_for_the_reader(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@resigned("attachment-changed")
def another_file_comes_along(pdf):
    pdf.attachments["more.txt"] = b"more"


@resigned("object-replaced")
def something_lies_in_the_file_unseen(pdf):
    pdf.Root.PieceInfo = pdf.make_stream(b"MZ" + b"\0" * 400)


@resigned("form-changed")
def field_stands_elsewhere(pdf):
    pdf.Root.AcroForm.Fields[0].Rect = Array([0, 0, 595, 842])


def tell(pdf, body):
    """Put other data in the place of the twin."""
    pdf.Root.AF[0].EF.F.write(body)


def told(change):
    """The twin, changed as JSON."""
    stated = json.loads(twin.dump(kept()))
    change(stated)
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@resigned("page-differs-from-data")
def twin_names_another_outcome(pdf):
    def change(stated):
        stated["assessment"]["outcome"] = stated["case"]["decision"]["outcome"] = "SHARE"

    tell(pdf, told(change))


@resigned("outcome-differs", question="follows")
def twin_names_an_outcome_that_does_not_follow(pdf):
    twin_names_another_outcome(pdf)


@resigned("page-differs-from-data")
def twin_is_of_another_record(pdf):
    tell(pdf, twin.dump(kept("LS-2026-OTHER1")))


@resigned("twin-unreadable")
def twin_says_a_thing_twice(pdf):
    body = twin.dump(kept())
    tell(pdf, body.replace(b'{"amends"', b'{"id":"LS-2026-OTHER1","amends"', 1))


@resigned("twin-unreadable")
def twin_is_of_a_form_that_is_unknown(pdf):
    tell(pdf, told(lambda stated: stated.update(surprise=True)))


@resigned("twin-unreadable")
def twin_is_packed_in_another_way(pdf):
    stream = pdf.Root.AF[0].EF.F
    stream.write(twin.dump(kept()).hex().encode() + b">", filter=Name.ASCIIHexDecode)


@resigned("twin-unreadable")
def two_twins_are_attached(pdf):
    pdf.Root.AF.append(pdf.Root.AF[0])


@resigned("twin-unreadable")
def twin_is_a_bomb(pdf):
    pdf.Root.AF[0].EF.F.write(zlib.compress(b" " * (twin.LARGEST_TWIN + 10), 9), filter=Name.FlateDecode)


@resigned("twin-unreadable")
def twin_is_nested_without_end(pdf):
    tell(pdf, b"[" * 200_000)
