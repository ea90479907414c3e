"""Reads the doors and their pages from forms/, strictly: all faults at once, or none."""

import functools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.vocabulary import Mode
from lawfulshare.faults import BadForm, Fault
from lawfulshare.guide.checking import faults_of
from lawfulshare.guide.form import Door, Page
from lawfulshare.guide.translating import translated
from lawfulshare.wording import ENGLISH, catalogue, spoken

CHOICES = "choices.yaml"
ORDER = "pages.yaml"

Written = TypeVar("Written", bound=BaseModel)


def doors() -> dict[Mode, Door]:
    """Give every door by its mode, in the language that is spoken.

    Raises:
        BadForm: with all faults of all forms: an unknown fact, a look forwards, a choice off the list, and so on.
    """
    return _doors(spoken())


@functools.cache
def _doors(language: str) -> dict[Mode, Door]:
    if language == ENGLISH:
        return read_doors(content.forms())
    return {mode: translated(door, catalogue(language).pgettext) for mode, door in _doors(ENGLISH).items()}


def read_doors(folder: Path) -> dict[Mode, Door]:
    """Read every door of a folder of forms.

    Raises:
        BadForm: see `doors`.
    """
    found: dict[Mode, Door] = {}
    faults: list[Fault] = []
    for mode in get_args(Mode):
        try:
            found[mode] = read_door(folder, mode)
        except BadForm as problem:
            faults.extend(problem.faults)
    if faults:
        raise BadForm(*dict.fromkeys(faults))
    return found


def read_door(folder: Path, mode: Mode) -> Door:
    """Read one door: its own folder, and the pages that it shares with others.

    Raises:
        BadForm: see `doors`.
    """
    order = content.read_yaml(folder / mode / ORDER)
    if not isinstance(order, dict) or not isinstance(order.get("pages"), list):
        raise BadForm(Fault(f"{mode}/{ORDER}", "it lists no pages", "Give title, hint and pages."))
    shared = content.read_yaml(folder / "shared" / CHOICES) if (folder / "shared" / CHOICES).is_file() else {}
    faults = list(_twice(mode, order["pages"]))
    pages: list[Page] = []
    for name in order["pages"]:
        try:
            pages.append(_read_page(folder, mode, str(name), shared))
        except BadForm as problem:
            faults.extend(problem.faults)
    if faults:
        raise BadForm(*faults)
    door = _made(Door, f"{mode}/{ORDER}", {**order, "mode": mode, "pages": pages})
    if faults := list(faults_of(door)):
        raise BadForm(*faults)
    return door


def change_door(case: CaseFile, mode: Mode) -> CaseFile:
    """Go through another door with the same case; every answer is kept."""
    return case.model_copy(update={"mode": mode})


def _twice(mode: str, names: list[Any]) -> Iterator[Fault]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Fault(f"{mode}/{ORDER}", f"the page {name} is listed twice", "Keep one of the two.")


def _read_page(folder: Path, mode: str, name: str, shared: Any) -> Page:
    own, common = folder / mode / f"{name}.yaml", folder / "shared" / f"{name}.yaml"
    if own.is_file() and common.is_file():
        raise BadForm(
            Fault(f"{mode}/{name}", "the page is there twice, in the door and among the shared ones", "Keep one.")
        )
    path = own if own.is_file() else common
    if not path.is_file():
        raise BadForm(Fault(f"{mode}/{ORDER}", f"there is no page {name}", "Write it, or take it from the list."))
    stated = content.read_yaml(path)
    where = f"{path.parent.name}/{path.name}"
    if not isinstance(stated, dict):
        raise BadForm(Fault(where, "it is no page", "Give title, section and asks."))
    asks = [_with_choices(where, question, shared) for question in stated.get("asks", ())]
    return _made(Page, where, {**stated, "name": name, "asks": asks})


def _with_choices(where: str, question: Any, shared: Any) -> Any:
    if not isinstance(question, dict) or not isinstance(question.get("choices"), str):
        return question
    name = question["choices"]
    if name not in shared:
        raise BadForm(Fault(where, f"there is no shared list of choices {name}", f"Write it in shared/{CHOICES}."))
    return {**question, "choices": shared[name]}


def _made(shape: type[Written], where: str, stated: dict[str, Any]) -> Written:
    try:
        return shape.model_validate(stated)
    except ValidationError as problem:
        raise BadForm.of(
            Fault(
                f"{where} {'.'.join(map(str, error['loc']))}".strip(),
                str(error["msg"]).lower(),
                "Mend it; see the shape of a form.",
            )
            for error in problem.errors(include_url=False)
        ) from None
