"""Freezes the law as it is shipped now, so that records which name it are still assessed when it is corrected.

Run it when a version is released: python packaging/freeze_edition.py. It writes resources/law/editions/<sha256>.json.gz
for each nation; the same law gives the same file.
"""

import sys
from pathlib import Path

from lawfulshare import content
from lawfulshare.law.packs.edition import freeze, read_folder


def main(law: Path) -> None:
    """Freeze the edition of every nation in a folder of law."""
    for nation in sorted(path.parent.name for path in law.glob("*/nation.yaml")):
        print(freeze(read_folder(law, nation), law / "editions"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else content.resources() / "law")
