"""Reading age: at most 11 for what is asked, 14 for its help (Flesch-Kincaid grade + 5); names of laws aside."""

import re

import pytest

from lawfulshare.guide.coaching import reading_age
from lawfulshare.guide.doors import doors

LAWS_OWN_WORDS = {
    "parental responsibility": "a say",
    "modern slavery": "it",
    "terrorism": "it",
    "safeguarding": "safe",
}
"""Names that the law itself gives to a thing: there is no plainer word that would still be right."""
TOO_SHORT = 4
"""Words under which the formula says nothing: one long word would be the whole of it."""


def plain(text):
    text = re.sub(r"\{\w+\}", "Sam", text)
    for name, plainly in LAWS_OWN_WORDS.items():
        text = re.sub(name, plainly, text, flags=re.IGNORECASE)
    return text


def asked():
    for door in doors().values():
        for page in door.pages:
            yield page.name, page.title
            yield from ((f"{page.name} {question.fact}", question.text) for question in page.asks)


def helped():
    for door in doors().values():
        for page in door.pages:
            for question in page.asks:
                yield from (
                    (f"{page.name} {question.fact}", text) for text in (question.hint, question.example) if text
                )
            if page.hint:
                yield page.name, page.hint


@pytest.mark.parametrize(("texts", "oldest"), [(asked, 11), (helped, 14)], ids=["questions", "help"])
def test_what_is_asked_can_be_read_at_11_and_its_help_at_14(texts, oldest):
    hard = {
        f"{where}: {text} ({reading_age(plain(text)):.1f})"
        for where, text in texts()
        if len(plain(text).split()) >= TOO_SHORT and reading_age(plain(text)) > oldest
    }
    assert not hard


def test_the_measure_finds_a_hard_question():
    assert reading_age(plain("Have necessity and proportionality been established regarding dissemination?")) > 14
