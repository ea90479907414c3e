"""The words of the forms in another language, each under the context of its page, fact and attribute."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from lawfulshare.guide.form import Choice, Door, Page, Question

Translate: TypeAlias = Callable[[str, str], str]
"""Takes a context and an English text, gives the text in another language."""

DOOR_WORDS = ("title", "hint")
PAGE_WORDS = ("title", "section", "hint", "skipped_because", "one_called")
QUESTION_WORDS = ("text", "hint", "example")
CHOICE_WORDS = ("text", "hint")

_Worded = TypeVar("_Worded", bound=BaseModel)


def translated(door: Door, translate: Translate) -> Door:
    """Give a door with all its words in another language."""
    pages = tuple(_page(page, translate) for page in door.pages)
    return said(door, f"door.{door.mode}", DOOR_WORDS, translate, {"pages": pages})


def texts(door: Door) -> tuple[tuple[str, str], ...]:
    """Give every text of a door with its context, for those who translate."""
    return gathered(lambda note: translated(door, note))


def gathered(put_into_words: Callable[[Translate], object]) -> tuple[tuple[str, str], ...]:
    """Give each context with its text that is asked for while something is put into another language."""
    found: dict[tuple[str, str], None] = {}

    def note(context: str, text: str) -> str:
        found[context, text] = None
        return text

    put_into_words(note)
    return tuple(found)


def _page(page: Page, translate: Translate) -> Page:
    asks = tuple(_question(page.name, question, translate) for question in page.asks)
    return said(page, f"form.{page.name}", PAGE_WORDS, translate, {"asks": asks})


def _question(page: str, question: Question, translate: Translate) -> Question:
    context = f"form.{page}.{question.fact}"
    choices = tuple(_choice(context, choice, translate) for choice in question.choices)
    return said(question, context, QUESTION_WORDS, translate, {"choices": choices})


def _choice(context: str, choice: Choice, translate: Translate) -> Choice:
    return said(choice, f"{context}.{choice.value}", CHOICE_WORDS, translate, {})


def said(
    thing: _Worded, context: str, attributes: tuple[str, ...], translate: Translate, more: dict[str, Any]
) -> _Worded:
    """Give a thing with some of its texts in another language, and with other parts."""
    words = {name: translate(f"{context}.{name}", text) for name in attributes if (text := getattr(thing, name))}
    return thing.model_copy(update=words | more)
