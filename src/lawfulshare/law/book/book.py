"""The law book: contents, the decision procedure, every provision, index; one HTML document without scripts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from lawfulshare import content
from lawfulshare.law.answer.standing import standing_told
from lawfulshare.law.book.markup import Markup, element, pairs, table
from lawfulshare.law.book.procedure_part import ProcedurePart
from lawfulshare.law.book.provision_part import ProvisionPart, reading
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.provision import Kind, Provision
from lawfulshare.law.proving.beside import Beside
from lawfulshare.wording import Wording, wording

KINDS: tuple[str, ...] = get_args(Kind)


def law_book(pack: Pack, law: Law, cases: Mapping[str, Sequence[Beside]]) -> str:
    """Write a pack, as at the day of the law, as one HTML document; `cases` are those beside each provision."""
    words = wording("en")
    procedure = ProcedurePart(pack, law)
    title = words("book.title", nation=pack.nation.name, version=pack.nation.version)
    style = (content.resources() / "look" / "book.css").read_text(encoding="utf-8") + _on_each_sheet(title, pack, words)
    head = element(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Markup(style)),
    )
    body = element(
        "body",
        element("a", words("book.skip"), href="#main", class_="skip"),
        _opening(title, pack, law, words),
        _contents(pack, law, words),
        element(
            "main",
            procedure.procedure(),
            procedure.definitions(),
            procedure.lists(),
            *(_kind(kind, pack, law, cases, words) for kind in KINDS),
            _index(pack, law, words),
            id="main",
        ),
        element("footer", element("p", words("book.foot", sha=pack.sha256))),
    )
    return "<!doctype html>\n" + element("html", head, body, lang="en-GB") + "\n"


def _on_each_sheet(title: str, pack: Pack, words: Wording) -> str:
    """Style the margins of each printed sheet, so that a sheet which somebody signed says what it belongs to."""

    def quoted(said: str) -> str:
        return '"' + "".join(one if one.isalnum() or one in " .,:" else f"\\{ord(one):06x}" for one in said) + '"'

    boxes = {
        "top-left": quoted(title),
        "bottom-left": quoted(words("book.foot", sha=pack.sha256)),
        "bottom-right": 'counter(page) " / " counter(pages)',
    }
    margins = "".join(
        f" @{place} {{ content: {said}; font: 7.5pt Arial, sans-serif; }}" for place, said in boxes.items()
    )
    return f"@media print {{ @page {{{margins} }} }}\n"


def _opening(title: str, pack: Pack, law: Law, words: Wording) -> Markup:
    facts = (
        (words("book.edition"), pack.nation.version),
        (words("book.as_at"), words.day(law.day)),
        (words("book.looked_over"), words.day(pack.nation.looked_over_until)),
        (words("book.count"), str(len(pack.provisions))),
        (words("book.texts"), _texts_read(pack, words)),
        (words("book.digest"), element("code", pack.sha256)),
    )
    how = (element("p", words(f"book.how_{number}")) for number in range(1, 5))
    return element("header", element("h1", title), pairs(facts), element("h2", words("book.how")), *how)


def _texts_read(pack: Pack, words: Wording) -> str:
    read = Counter(one.read for one in pack.provisions.values())
    return words("book.texts_read", whole=read["whole"], partly=read["partly"], unread=read["no"])


def _of_kind(kind: str, pack: Pack) -> list[Provision]:
    found = [one for one in pack.provisions.values() if one.kind == kind]
    return sorted(found, key=lambda one: one.title)


def _contents(pack: Pack, law: Law, words: Wording) -> Markup:
    parts = [element("li", element("a", words(f"book.{name}"), href=f"#{name}"))
             for name in ("procedure", "definitions", "lists")]  # fmt: skip
    for kind in KINDS:
        if found := _of_kind(kind, pack):
            links = (
                element("li", element("a", one.title, href=f"#provision-{one.id}"), _how_it_stands(one, law, words))
                for one in found
            )
            link = element("a", words(f"law.kinds_many.{kind}"), href=f"#kind-{kind}")
            parts.append(element("li", link, element("ul", *links)))
    parts.append(element("li", element("a", words("book.index"), href="#index")))
    return element("nav", element("h2", words("book.contents"), id="contents-title"), element("ol", *parts),
                   id="contents", aria_labelledby="contents-title")  # fmt: skip


def _how_it_stands(one: Provision, law: Law, words: Wording) -> str:
    key = "book.stands_unread" if one.read == "no" else "book.stands"
    return words(key, standing=standing_told(law, one, words))


def _kind(kind: str, pack: Pack, law: Law, cases: Mapping[str, Sequence[Beside]], words: Wording) -> Markup:
    found = _of_kind(kind, pack)
    if not found:
        return Markup("")
    part = ProvisionPart(pack, law)
    return element(
        "section",
        element("h2", words(f"law.kinds_many.{kind}"), id=f"kind-{kind}-title"),
        element("p", words(f"law.kinds_mean.{kind}")),
        *(part.provision(one, cases.get(one.id, ())) for one in found),
        id=f"kind-{kind}",
        aria_labelledby=f"kind-{kind}-title",
    )


def _index(pack: Pack, law: Law, words: Wording) -> Markup:
    rows = [
        (one.citation, element("a", one.title, href=f"#provision-{one.id}"), standing_told(law, one, words),
         words(f"law.read.{reading(one)}"))
        for one in sorted(pack.provisions.values(), key=lambda one: one.citation.casefold())
    ]  # fmt: skip
    head = tuple(words(f"book.{name}") for name in ("citation", "provision", "standing", "read"))
    return element("section", element("h2", words("book.index"), id="index-title"),
                   table(words("book.index"), head, rows), id="index", class_="titled",
                   aria_labelledby="index-title")  # fmt: skip
