"""What a stranger may change in a file that is signed already, in a step of its own."""

from pyhanko.pdf_utils import generic
from tampering import (
    N,
    T,
    content_of,
    countersigned,
    dictionary,
    element,
    field_of,
    javascript,
    page_of,
    put,
    rectangle,
    replace,
    stamp_on,
    step,
)


@step("page-changed")
def page_content_is_replaced(writer):
    reference, stream = content_of(page_of(writer))
    replace(writer, reference, stream.data.replace(b"Tj", b"Tj ", 1))


@step("page-changed")
def page_content_is_hidden_under_white(writer):
    reference, stream = content_of(page_of(writer))
    replace(writer, reference, stream.data + b"\nq 1 1 1 rg 0 0 595 842 re f Q")


@step("page-changed")
def page_points_to_other_content(writer):
    other = generic.StreamObject(stream_data=b"BT /F1+0 20 Tf 80 700 Td (A) Tj ET")
    put(page_of(writer), "/Contents", writer.add_object(other), writer)


@step("page-changed", pdf=countersigned)
def page_content_is_replaced_after_the_countersignature(writer):
    page_content_is_replaced(writer)


@step("page-changed")
def shadow_hide_what_covered_the_text_is_redefined(writer):
    """What lay on top becomes transparent: the same object number, nothing in it."""
    fonts = page_of(writer)["/Resources"]["/Font"]
    put(fonts[next(iter(fonts))], "/FirstChar", generic.NumberObject(200), writer)


@step("page-changed")
def shadow_replace_a_font_maps_to_other_letters(writer):
    fonts = page_of(writer)["/Resources"]["/Font"]
    descriptor = fonts[next(iter(fonts))]["/FontDescriptor"]
    file = descriptor.raw_get("/FontFile2").reference
    replace(writer, file, descriptor["/FontFile2"].data[:-64] + b"\0" * 64)


@step("page-changed")
def shadow_replace_what_copying_gives(writer):
    fonts = page_of(writer)["/Resources"]["/Font"]
    font = fonts[next(iter(fonts))]
    replace(writer, font.raw_get("/ToUnicode").reference, font["/ToUnicode"].data.replace(b"<0041>", b"<0042>"))


@step("pages-changed")
def shadow_hide_and_replace_another_tree_of_pages(writer):
    page = generic.DictionaryObject(page_of(writer))
    tree = dictionary(Type=N("/Pages"), Count=generic.NumberObject(1))
    tree[N("/Kids")] = generic.ArrayObject([writer.add_object(page)])
    put(writer.root, "/Pages", writer.add_object(tree), writer)


@step("pages-changed")
def page_is_added(writer):
    pages = writer.root["/Pages"]
    more = generic.ArrayObject([*pages["/Kids"], writer.add_object(generic.DictionaryObject(page_of(writer)))])
    pages[N("/Count")] = generic.NumberObject(len(more))
    put(pages, "/Kids", more, writer)


@step("pages-changed")
def page_is_taken_out(writer):
    pages = writer.root["/Pages"]
    pages[N("/Count")] = generic.NumberObject(len(pages["/Kids"]) - 1)
    put(pages, "/Kids", generic.ArrayObject(list(pages["/Kids"])[:-1]), writer)


@step("pages-changed")
def pages_are_put_in_another_order(writer):
    pages = writer.root["/Pages"]
    put(pages, "/Kids", generic.ArrayObject(reversed(pages["/Kids"])), writer)


@step("page-changed")
def page_is_cropped(writer):
    put(page_of(writer), "/CropBox", rectangle(0, 400, 595, 842), writer)


@step("page-changed")
def page_is_made_larger(writer):
    put(page_of(writer), "/MediaBox", rectangle(0, 0, 1595, 842), writer)


@step("page-changed")
def page_is_turned(writer):
    put(page_of(writer), "/Rotate", generic.NumberObject(180), writer)


@step("layers-changed")
def layer_hides_the_page(writer):
    group = writer.add_object(dictionary(Type=N("/OCG"), Name=T("All")))
    hidden = dictionary(OFF=generic.ArrayObject([group]))
    put(writer.root, "/OCProperties", dictionary(OCGs=generic.ArrayObject([group]), D=hidden), writer)


@step("annotation-changed")
def white_stamp_is_laid_on_top(writer):
    stamp_on(writer, "/Stamp")


@step("annotation-changed")
def free_text_is_laid_on_top(writer):
    stamp_on(writer, "/FreeText", b"BT 1 0 0 rg 20 20 Td ET")


@step("annotation-changed")
def note_is_added(writer):
    stamp_on(writer, "/Text", b"")


@step("annotation-changed")
def text_is_struck_out(writer):
    stamp_on(writer, "/StrikeOut", b"0 0 0 RG 0 10 m 200 10 l S")


@step("annotation-changed", pdf=countersigned)
def link_is_added_after_the_countersignature(writer):
    stamp_on(writer, "/Link", b"")


@step("annotation-changed")
def redaction_is_added(writer):
    stamp_on(writer, "/Redact", b"0 0 0 rg 0 0 400 20 re f")


@step("form-changed")
def signature_is_drawn_otherwise(writer):
    field = field_of(writer, "author")
    form = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 200 60 re f")
    form.update(dictionary(Type=N("/XObject"), Subtype=N("/Form"), BBox=rectangle(0, 0, 200, 60)))
    put(field, "/AP", dictionary(N=writer.add_object(form)), writer)


@step("form-changed")
def signature_is_hidden(writer):
    put(field_of(writer, "author"), "/F", generic.NumberObject(2), writer)


@step("form-changed")
def signature_is_moved_over_the_text(writer):
    put(field_of(writer, "author"), "/Rect", rectangle(0, 0, 595, 842), writer)


@step("form-changed")
def free_field_is_described_otherwise(writer):
    put(field_of(writer, "supervisor"), "/TU", T("Not needed"), writer)


@step("form-changed")
def countersignature_is_only_drawn(writer):
    field = field_of(writer, "supervisor")
    field[N("/AP")] = field_of(writer, "author")["/AP"]
    writer.update_container(field)


@step("form-changed")
def signature_value_is_used_twice(writer):
    put(field_of(writer, "supervisor"), "/V", field_of(writer, "author").raw_get("/V"), writer)


@step("not-signed")
def signature_is_taken_out_of_its_field(writer):
    field = field_of(writer, "author")
    del field[N("/V")]
    writer.update_container(field)


@step("form-changed")
def field_with_a_value_is_added(writer):
    form = writer.root["/AcroForm"]
    field = dictionary(Type=N("/Annot"), Subtype=N("/Widget"), FT=N("/Tx"), T=T("note"), V=T("Agreed"))
    field[N("/Rect")] = rectangle(80, 80, 300, 110)
    put(form, "/Fields", generic.ArrayObject([*form["/Fields"], writer.add_object(field)]), writer)


@step("form-changed")
def form_asks_for_other_drawings(writer):
    put(writer.root["/AcroForm"], "/NeedAppearances", generic.BooleanObject(True), writer)


@step("attachment-changed")
def twin_is_replaced(writer):
    file = writer.root["/AF"][0]["/EF"]
    replace(writer, file.raw_get("/F").reference, file["/F"].data.replace(b"Theo", b"Leo!"), Type=N("/EmbeddedFile"))


@step("attachment-changed")
def another_file_is_attached(writer):
    file = generic.StreamObject(stream_data=b"{}")
    file.update(dictionary(Type=N("/EmbeddedFile")))
    spec = dictionary(
        Type=N("/Filespec"), F=T("more.json"), UF=T("more.json"), EF=dictionary(F=writer.add_object(file))
    )
    put(writer.root, "/AF", generic.ArrayObject([*writer.root["/AF"], writer.add_object(spec)]), writer)


@step("attachment-changed")
def twin_is_detached(writer):
    del writer.root[N("/AF")]
    writer.update_root()


@step("attachment-changed")
def names_run_a_script(writer):
    names = generic.DictionaryObject(writer.root["/Names"])
    names[N("/JavaScript")] = dictionary(Names=generic.ArrayObject([T("a"), javascript()]))
    put(writer.root, "/Names", names, writer)


@step("description-changed")
def metadata_is_written_anew(writer):
    reference = writer.root.raw_get("/Metadata").reference
    data = writer.root["/Metadata"].data.replace(b"LS-2026", b"LS-2027")
    replace(writer, reference, data, Type=N("/Metadata"), Subtype=N("/XML"))


@step("description-changed")
def title_is_changed(writer):
    info = writer.prev.trailer["/Info"]
    put(info, "/Title", T("Another title"), writer)


@step("description-changed")
def language_is_changed(writer):
    put(writer.root, "/Lang", T("cy"), writer)


@step("action-changed")
def script_runs_at_opening(writer):
    put(writer.root, "/OpenAction", javascript(), writer)


@step("action-changed")
def page_does_something_when_it_is_shown(writer):
    put(page_of(writer), "/AA", dictionary(O=javascript()), writer)


@step("bookmarks-changed")
def bookmark_is_renamed(writer):
    put(writer.root["/Outlines"]["/First"], "/Title", T("Share everything"), writer)


@step("structure-changed")
def alternative_text_is_changed(writer):
    put(element(writer, "/Form"), "/Alt", T("Nothing"), writer)


@step("structure-changed")
def other_words_are_read_aloud(writer):
    put(element(writer, "/P"), "/ActualText", T("She agreed to all of it"), writer)


@step("structure-changed")
def reading_order_is_reversed(writer):
    top = element(writer, "/Document")
    put(top, "/K", generic.ArrayObject(reversed(top["/K"])), writer)


@step("structure-changed")
def roles_are_renamed(writer):
    put(writer.root["/StructTreeRoot"], "/RoleMap", dictionary(P=N("/Artifact")), writer)


@step("structure-changed")
def tags_are_said_not_to_be_there(writer):
    put(writer.root, "/MarkInfo", dictionary(Marked=generic.BooleanObject(False)), writer)
