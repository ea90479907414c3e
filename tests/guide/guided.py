"""Small forms and random answers for the tests of the guide."""

import json
import random
from pathlib import Path

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide import answers
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import Door
from lawfulshare.guide.walk import Asked, walk

CASES = sorted((Path(__file__).parents[1] / "acceptance").glob("*.json"))


def acceptance(path: Path) -> CaseFile:
    stated = json.loads(path.read_text(encoding="utf-8"))
    return case_file.read(json.dumps(stated["case"]).encode())


def door(*pages: dict, mode: str = "share") -> Door:
    return Door.model_validate({"mode": mode, "title": "t", "hint": "h", "pages": pages})


def page(name: str, *asks: dict, **more: object) -> dict:
    return {"name": name, "title": name, "section": name, "asks": asks, **more}


def ask(fact: str, as_: str = "yes_no_not_known", **more: object) -> dict:
    return {"fact": fact, "as": as_, "text": fact, **more}


def some_answer(chance: random.Random, case: CaseFile, asked: Asked) -> object:
    question = asked.question
    ids = {
        "people": [person.id for person in case.people or ()],
        "person": [person.id for person in case.people or ()],
        "items": [item.id for item in case.items or ()],
        "recipient": [recipient.id for recipient in case.recipients or ()],
    }
    match question.as_:
        case "yes_no_not_known":
            return chance.choice([True, False, None])
        case "choose_one" | "pick_from_list":
            return chance.choice([*(choice.value for choice in question.choices), None])
        case "choose_many":
            return tuple(choice.value for choice in question.choices if chance.random() < 0.2)
        case "people" | "items":
            return tuple(one for one in ids[question.as_] if chance.random() < 0.5)
        case "person" | "recipient":
            return chance.choice([*ids[question.as_], None])
        case "number":
            return chance.choice([0, 7, 15, 16, 18, 40, None])
        case "day":
            return chance.choice(["2026-11-23", None])
        case "family_parts":
            return tuple(choice.value for choice in question.choices if chance.random() < 0.2)
        case "relationships":
            others = [one for one in ids["people"] if f".{one}." not in asked.path]
            return tuple(
                {"to": one, "is": "kin", "contact": chance.choice(question.choices).value}
                for one in others
                if chance.random() < 0.4
            )
        case "files":
            return ({"name": "letter.pdf", "sha256": "0" * 64, "size": 12},)
        case "lines" | "bases":
            return ("a line",)
        case _:
            return chance.choice(["some words", None])


def answer_page(chance: random.Random, case: CaseFile, mode: str, name: str) -> CaseFile:
    """Answer a page as somebody might: entries added, each question that is put answered or left open."""
    the_page = doors()[mode].page(name)
    if the_page.each and the_page.adds:
        for _ in range(chance.randrange(3)):
            case, _key = answers.add(case, the_page.each)
    done: set[str] = set()
    while True:
        asked = [one for one in walk(doors()[mode], case).questions(name) if one.path not in done]
        if not asked:
            return case
        done.add(asked[0].path)
        if asked[0].question.as_ == "grid":
            case = answers.fill_grid(case)
        else:
            case = answers.answer(case, asked[0].path, some_answer(chance, case, asked[0]))


def said(case: CaseFile) -> dict[str, object]:
    """Give all that was said, by path."""
    stated = json.loads(case_file.write(case))
    return {path: paths.read(case, path) for path in _paths(stated)}


def _paths(stated: object, path: str = "") -> list[str]:
    if isinstance(stated, dict):
        return [one for key, part in stated.items() for one in _paths(part, f"{path}.{key}".strip("."))]
    if isinstance(stated, list) and stated and isinstance(stated[0], dict):
        found = []
        for at, part in enumerate(stated):
            key = f"{part['item']}>{part['recipient']}" if "item" in part else part.get("id", str(at))
            found += _paths(part, f"{path}.{key}")
        return found
    return [path]
