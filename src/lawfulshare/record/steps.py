"""What each step of a file changed: a signature may fill its own field and announce itself, and nothing else.

Whatever is not listed here is a change, however small: ISO 32000-1, 12.8.2.2 leaves to the reader what a signature
permits, and permissive readers are what shadow attacks live on.
"""

from collections.abc import Iterator
from typing import Any

from lawfulshare.record.verification import FindingCode

FIELD_MAY = frozenset({"/V", "/AP"})
FORM_MAY = frozenset({"/SigFlags"})
ROOT_MAY = frozenset({"/DSS"})
"""What validates signatures later (ISO 32000-2, 12.8.4.3); it draws nothing."""
ROOT_MAY_FIRST = ROOT_MAY | {"/Perms"}
TRAILER_STAYS = ("/Root", "/Info", "/Encrypt")

OF_ROOT: dict[str, FindingCode] = {
    "/OpenAction": "action-changed", "/AA": "action-changed", "/AF": "attachment-changed",
    "/Names": "attachment-changed",
    "/Metadata": "description-changed", "/Lang": "description-changed", "/ViewerPreferences": "description-changed",
    "/Outlines": "bookmarks-changed", "/StructTreeRoot": "structure-changed", "/MarkInfo": "structure-changed",
    "/OCProperties": "layers-changed", "/AcroForm": "form-changed", "/Perms": "form-changed", "/Pages": "pages-changed",
    "/OutputIntents": "description-changed",
}  # fmt: skip
OF_PAGE: dict[str, FindingCode] = {"/Annots": "annotation-changed", "/AA": "action-changed"}
OF_TYPE: dict[str, FindingCode] = {
    "/Pages": "pages-changed", "/Annot": "annotation-changed", "/Filespec": "attachment-changed",
    "/EmbeddedFile": "attachment-changed", "/Metadata": "description-changed", "/StructElem": "structure-changed",
    "/StructTreeRoot": "structure-changed", "/Outlines": "bookmarks-changed", "/OCG": "layers-changed",
    "/Font": "page-changed", "/FontDescriptor": "page-changed", "/XObject": "page-changed",
}  # fmt: skip
OF_KEY: dict[str, FindingCode] = {
    "/FT": "form-changed", "/Fields": "form-changed", "/Nums": "structure-changed", "/S": "structure-changed",
    "/Title": "bookmarks-changed", "/Names": "attachment-changed", "/JS": "action-changed",
}  # fmt: skip


def strays(reader: Any, step: int, part: str | None) -> set[FindingCode]:
    """Name what a step changed beside what the signature of `part` may; None where nobody signed that step.

    `reader` is pyHanko's, read strictly; steps count from 0, the file as it was drawn.
    """
    if part is None:
        allowed: dict[int, frozenset[str]] = {}
    else:
        allowed = _allowed(reader, step, part)
    earlier = {reference.idnum for before in range(step) for reference in _touched(reader, before)}
    old, new = reader.get_historical_resolver(step - 1), reader.get_historical_resolver(step)
    told: set[FindingCode] = set()
    if reader.xrefs.refs_freed_in_revision(step) or reader.xrefs.hybrid_xrefs_present:
        told.add("object-replaced")
    if any(_raw(old.trailer_view, key) != _raw(new.trailer_view, key) for key in TRAILER_STAYS):
        told.add("object-replaced")
    for reference in _touched(reader, step):
        if reference.idnum in earlier:
            told |= _changed(reader, old, new, reference, allowed.get(reference.idnum, frozenset()))
    return told


def _touched(reader: Any, step: int) -> set[Any]:
    touched: set[Any] = reader.xrefs.explicit_refs_in_revision(step)
    return touched


def _allowed(reader: Any, step: int, part: str) -> dict[int, frozenset[str]]:
    """Give what may change in which object, by its number, as the step before left them."""
    old = reader.get_historical_resolver(step - 1)
    root = old.root
    allowed = {reader.root_ref.idnum: ROOT_MAY_FIRST if step == 1 else ROOT_MAY}
    if form := _reference(root, "/AcroForm"):
        allowed[form] = FORM_MAY
    fields = root["/AcroForm"]["/Fields"]
    for place in range(len(fields)):
        field, stands = fields[place], fields.raw_get(place)
        if field.get("/T") == part and "/V" not in field and hasattr(stands, "reference"):
            allowed[stands.reference.idnum] = FIELD_MAY
    if "/DSS" in root:
        allowed |= dict.fromkeys(_reached(root, "/DSS"), frozenset({"/Certs", "/CRLs", "/OCSPs", "/VRI"}))
    return allowed


def _reached(holder: Any, key: str) -> Iterator[int]:
    """Give the numbers of the dictionaries that validate signatures: the store and the part of it for one signature."""
    if number := _reference(holder, key):
        yield number
    if "/VRI" in holder[key] and (number := _reference(holder[key], "/VRI")):
        yield number


def _changed(reader: Any, old: Any, new: Any, reference: Any, may: frozenset[str]) -> set[FindingCode]:
    try:
        before, after = old.get_object(reference), new.get_object(reference)
    except Exception:  # another generation of a number in use, or an object that cannot be read: readers differ on it
        return {"object-replaced"}
    if _is_stream(before) or _is_stream(after):
        return {_named(before, after)}  # no signature needs to write one anew, so nobody has to unpack it here
    if not isinstance(before, dict) or not isinstance(after, dict):
        return {_named(before, after)} if before != after else set()
    keys = {key for key in {*before, *after} if _raw(before, key) != _raw(after, key)} - may
    match str(after.get("/Type", "")):
        case "/Catalog":
            return {OF_ROOT.get(key, "object-replaced") for key in keys}
        case "/Page":
            return {OF_PAGE.get(key, "page-changed") for key in keys}
    if keys and reference.idnum == _reference(old.trailer_view, "/Info"):
        return {"description-changed"}
    return {_named(before, after)} if keys else set()


def _named(before: Any, after: Any) -> FindingCode:
    """Name a thing by what it was, or else by what it has become."""
    for thing in (before, after):
        if not isinstance(thing, dict):
            continue
        if "/FT" in thing:
            return "form-changed"
        if code := OF_TYPE.get(str(thing.get("/Type", ""))):
            return code
        if code := next((code for key, code in OF_KEY.items() if key in thing), None):
            return code
        if _is_stream(thing):
            return "page-changed"
    return "object-replaced"


def _is_stream(thing: Any) -> bool:
    return hasattr(type(thing), "encoded_data")


def _raw(holder: Any, key: str) -> Any:
    return holder.raw_get(key) if key in holder else None


def _reference(holder: Any, key: str) -> int | None:
    stands = _raw(holder, key)
    return stands.reference.idnum if hasattr(stands, "reference") else None
