"""The structure tree, the parent tree, the bookmarks and the signature fields, as PDF objects."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lawfulshare.record.paper import Paper
from lawfulshare.record.tagging.canvas import Bookmark
from lawfulshare.record.tagging.tree import Node

PRINTED = 4
SIGNATURES_AND_APPEND_ONLY = 3


def tag(pdf: pikepdf.Pdf, paper: Paper) -> None:
    """Write the logical tree into the file, with everything that points into it."""
    _Writer(pdf, paper).write()


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf, paper: Paper) -> None:
        self._pdf = pdf
        self._paper = paper
        self._pages: list[Any] = [page.obj for page in pdf.pages]
        self._elements: dict[Node, Any] = {}
        self._widgets: dict[Node, Any] = {}

    def write(self) -> None:
        root = self._pdf.Root
        self._fields()
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(self._paper.document, tree)])
        self._parents(tree)
        self._names(tree)
        root.StructTreeRoot = tree
        root.MarkInfo = Dictionary(Marked=True)
        self._outline()

    def _element(self, node: Node, parent: Any) -> Any:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent))
        self._elements[node] = element
        if node.alternative:
            element.Alt = String(node.alternative)
        if node.name:
            element.ID = String(node.name)
        if attributes := _attributes(node):
            element.A = attributes
        kids = [Dictionary(Type=Name.MCR, Pg=self._pages[mark.page], MCID=mark.number) for mark in node.marks]
        if widget := self._widgets.get(node):
            kids.append(Dictionary(Type=Name.OBJR, Pg=widget.P, Obj=widget))
        kids += [self._element(kid, element) for kid in node.kids]
        if kids:  # a single kid is never put in an array: a signature's checker knows a form field only that way
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _fields(self) -> None:
        for place in self._paper.places:
            page = self._pages[place.page]
            box = [round(edge, 2) for edge in (place.left, place.bottom, place.right, place.top)]
            size = [0, 0, round(box[2] - box[0], 2), round(box[3] - box[1], 2)]
            nothing = self._pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array(size),
                                            Resources=Dictionary())  # fmt: skip
            title = String(place.node.alternative or place.part)
            widget = self._pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String(place.part), TU=title, Contents=title,
                    F=PRINTED, Rect=Array(box), P=page, AP=Dictionary(N=nothing),
                )
            )  # fmt: skip
            page.Annots = Array([*page.get("/Annots", []), widget])
            self._widgets[place.node] = widget
        if self._widgets:
            fields = Array(list(self._widgets.values()))
            self._pdf.Root.AcroForm = self._pdf.make_indirect(Dictionary(Fields=fields))

    def _parents(self, tree: Any) -> None:
        numbers: list[Any] = []
        for at, page in enumerate(self._pages):
            page.Tabs = Name.S
            page.StructParents = at
            owners = [self._elements[node] for node in self._paper.marks[at]]
            numbers += [at, self._pdf.make_indirect(Array(owners))]
        for at, (node, widget) in enumerate(self._widgets.items(), len(self._pages)):
            widget.StructParent = at
            numbers += [at, self._elements[node]]
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self._pages) + len(self._widgets)

    def _names(self, tree: Any) -> None:
        named = sorted((node.name.encode(), element) for node, element in self._elements.items() if node.name)
        if named:
            pairs = [part for name, element in named for part in (String(name.decode()), element)]
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(pairs)))

    def _outline(self) -> None:
        """Nest the bookmarks as the headings are nested; each names its element as well as its place."""
        if not self._paper.bookmarks:
            return
        top = self._pdf.make_indirect(Dictionary(Type=Name.Outlines))
        above: list[tuple[int, Any]] = [(0, top)]
        for bookmark in self._paper.bookmarks:
            while above[-1][0] >= bookmark.level:
                above.pop()
            item = self._item(bookmark, above[-1][1])
            above.append((bookmark.level, item))
        top.Count = len(self._paper.bookmarks)
        self._pdf.Root.Outlines = top
        self._pdf.Root.PageMode = Name.UseOutlines

    def _item(self, bookmark: Bookmark, parent: Any) -> Any:
        place = Array([self._pages[bookmark.page], Name.XYZ, 0, round(bookmark.top + 12, 2), 0])
        item = self._pdf.make_indirect(
            Dictionary(Title=String(bookmark.title), Parent=parent, Dest=place, SE=self._elements[bookmark.node])
        )
        if "/First" in parent:
            item.Prev = parent.Last
            parent.Last.Next = item
        else:
            parent.First = item
        parent.Last = item
        parent.Count = int(parent.get("/Count", 0)) + 1
        return item


def _attributes(node: Node) -> Any:
    if node.role == "L":
        return Dictionary(O=Name.List, ListNumbering=Name.Disc if node.unordered else Name("/None"))
    if node.box:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(edge, 2) for edge in node.box]))
    if not (node.scope or node.headers):
        return None
    attributes = Dictionary(O=Name.Table)
    if node.scope:
        attributes.Scope = Name(f"/{node.scope}")
    if node.headers:
        attributes.Headers = Array([String(name) for name in node.headers])
    return attributes
