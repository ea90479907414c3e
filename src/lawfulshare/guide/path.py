"""The path of finding out more: alert, look, explore, pass on; where a page stands, and where each step begins."""

from typing import Literal, NamedTuple, TypeAlias, get_args

from lawfulshare.guide.form import Page, Step
from lawfulshare.guide.walk import Walk

STEPS: tuple[Step, ...] = get_args(Step)
Standing: TypeAlias = Literal["behind", "here", "ahead"]


class OnThePath(NamedTuple):
    """One step: how it stands as seen from the page, and the first page of the walk that belongs to it."""

    step: Step
    standing: Standing
    page: str | None


def path_from(way: Walk, page: Page) -> tuple[OnThePath, ...]:
    """Give the four steps as seen from a page; none where the page is not on the path.

    In the door that finds out more the whole path is shown; in the others where somebody is asked.
    """
    if page.step is None or (way.door.mode != "seek" and page.step != "explore"):
        return ()
    here = STEPS.index(page.step)
    return tuple(OnThePath(step, _stands(place, here), _first(way, step)) for place, step in enumerate(STEPS))


def _stands(place: int, here: int) -> Standing:
    return "here" if place == here else "behind" if place < here else "ahead"


def _first(way: Walk, step: Step) -> str | None:
    return next((page.name for page in way.pages if page.step == step), None)
