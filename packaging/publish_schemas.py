"""Writes docs/formats/: the JSON Schemas of the published formats."""

import json
from pathlib import Path

from lawfulshare.case import case_file
from lawfulshare.law.answer import assessment
from lawfulshare.record import follow_up, follow_up_checking, record, review_checking, review_sheet, verification
from lawfulshare.store import handover

FORMATS = {
    "case": case_file,
    "assessment": assessment,
    "record": record,
    "verification": verification,
    "review": review_sheet,
    "review-verification": review_checking,
    "follow-up": follow_up,
    "follow-up-verification": follow_up_checking,
    "handover": handover,
}

if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[1] / "docs" / "formats"
    folder.mkdir(parents=True, exist_ok=True)
    for name, room in FORMATS.items():
        text = json.dumps(room.schema(), ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
