"""Each layer of help is there where it is needed: a word that needs explaining comes with an example."""

import pytest

from lawfulshare.guide.doors import doors
from lawfulshare.guide.glossary import explained

ASKED = {(page.name, ask.fact, ask.text): ask for door in doors().values() for page in door.pages for ask in page.asks}
WRITTEN_FREELY = frozenset({"line", "lines", "paragraph"})


@pytest.mark.parametrize("place", ASKED, ids=lambda place: " ".join(place[:2]))
def test_a_question_with_a_term_of_art_has_an_example(place):
    ask = ASKED[place]
    terms = [one.term for one in explained(f"{ask.text} {ask.hint or ''}")]
    assert not terms or ask.example or ask.as_ in WRITTEN_FREELY, f"{terms}: say what counts, in plain words"
