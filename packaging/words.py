"""What translators work with: `words.py extract` writes every text of the program, `compile` their catalogues.

Extracting gives one template (PO format, context = file, key or form.page.fact.attribute). A translator's file is
resources/translations/<language>.po; compiling writes the .mo beside it that the program reads. The law's own words are
not here: each language's text stands in the provision itself.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from lawfulshare.guide import coaching, curiosity, glossary, redacting, translating
from lawfulshare.guide.doors import doors
from lawfulshare.wording import translations, wording

TEMPLATE = "lawfulshare.pot"


def texts() -> Iterator[tuple[str, str]]:
    """Give every text that is shown or printed, with its context."""
    words = wording("en")
    yield from ((key, words(key)) for key in sorted(words.keys()))
    for door in doors().values():
        yield from translating.texts(door)
    yield from curiosity.texts()
    yield from glossary.texts()
    yield from redacting.texts()
    yield from coaching.texts()


def template() -> Catalog:
    """Give the template that a translation begins with."""
    catalogue = Catalog(project="LawfulShare", charset="utf-8")
    for context, text in dict.fromkeys(texts()):
        flags = ["python-brace-format"] if "{" in text else []
        catalogue.add(text, context=context, flags=flags)
    return catalogue


def extract(out: Path) -> None:
    """Write the template."""
    with out.open("wb") as stream:
        write_po(stream, template(), omit_header=False, width=0)


def compile_all(folder: Path) -> list[Path]:
    """Write the catalogue beside each translator's file; give what was written."""
    made = []
    for source in sorted(folder.glob("*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream)
        made.append(source.with_suffix(".mo"))
        with made[-1].open("wb") as stream:
            write_mo(stream, catalogue)
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Extract the program's texts, or compile their translations.")
    parser.add_argument("deed", choices=["extract", "compile"])
    parser.add_argument("--out", type=Path, default=Path(TEMPLATE))
    given = parser.parse_args()
    if given.deed == "extract":
        extract(given.out)
    else:
        print("\n".join(map(str, compile_all(translations()))))
