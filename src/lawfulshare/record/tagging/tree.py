"""The logical tree of a document: what a screen reader walks, grown before anything is placed on a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Role: TypeAlias = Literal[
    "Document", "H1", "H2", "H3", "P", "BlockQuote", "L", "LI", "Lbl", "LBody",
    "Table", "Caption", "THead", "TBody", "TR", "TH", "TD", "Figure", "Form",
]  # fmt: skip
HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3")


class Mark(NamedTuple):
    """A stretch of a page's content that belongs to a node."""

    page: int
    number: int


@dataclass(eq=False)
class Node:
    """One element of the tree. It has kids, or marks on pages, or a form field: one of the three."""

    role: Role
    kids: list["Node"] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    alternative: str | None = None
    scope: Literal["Row", "Column"] | None = None
    name: str | None = None
    headers: tuple[str, ...] = ()
    unordered: bool = False
    box: tuple[float, float, float, float] | None = None
    """Where a figure stands on its page: left, bottom, right, top."""

    def new(
        self,
        role: Role,
        *,
        alternative: str | None = None,
        scope: Literal["Row", "Column"] | None = None,
        name: str | None = None,
        headers: tuple[str, ...] = (),
        unordered: bool = False,
    ) -> "Node":
        """Grow an element below this one, after those already there."""
        kid = Node(role, alternative=alternative, scope=scope, name=name, headers=headers, unordered=unordered)
        self.kids.append(kid)
        return kid

    def walk(self) -> Iterator["Node"]:
        """Give this element and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def check(document: Node) -> None:
    """Refuse a tree that no reader should meet: a heading level skipped, a picture or field without words.

    Raises:
        ValueError: our own mistake in the order of blocks.
    """
    level = 0
    for node in document.walk():
        if node.role in HEADINGS:
            this = HEADINGS.index(node.role) + 1
            if this > level + 1:
                raise ValueError(f"a heading of level {this} follows one of level {level}")
            level = this
        if node.role in {"Figure", "Form"} and not node.alternative:
            raise ValueError(f"{node.role} without alternative text")


def prune(node: Node) -> None:
    """Take out the elements that came to hold nothing, such as an empty paragraph."""
    for kid in node.kids:
        prune(kid)
    node.kids = [kid for kid in node.kids if kid.kids or kid.marks or kid.role in {"TH", "TD", "Form"}]
