"""Hard words are explained where they stand; a myth is answered where it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_guide_reading_age import plain

from lawfulshare.guide.coaching import reading_age
from lawfulshare.guide.glossary import explained, glossary, laws_of_myths, myths, texts
from lawfulshare.law.packs.pack import load


def test_a_word_is_explained_where_it_first_stands():
    text = "The duty of confidentiality gives way to the public interest. Public interest is weighed."
    assert [(one.term, text[one.start : one.end]) for one in explained(text)] == [
        ("in confidence", "confidentiality"),
        ("public interest", "public interest"),
    ]


def test_of_two_words_that_overlap_the_longer_is_explained():
    assert [one.term for one in explained("A recognised legitimate interest.")] == ["recognised legitimate interest"]
    assert [one.term for one in explained("Ask the court of protection.")] == ["court of protection"]


def test_no_part_of_a_longer_word_is_taken_for_a_term():
    assert not explained("She is incapacitated and the mashed food was cold.")


@pytest.mark.parametrize(
    ("text", "where", "name"),
    [
        ("I can't because of GDPR.", "withheld", "gdpr"),
        ("There is no consent", "withheld", "no_consent"),
        ("Send the whole file, just in case.", "shared", "just_in_case"),
        ("The police asked for it.", "shared", "police_asked"),
        ("Everybody knows it.", "withheld", "everyone_knows"),
    ],
)
def test_a_myth_is_answered_where_it_is_typed(text, where, name):
    found = myths(text, where)
    assert [one.name for one in found] == [name]
    assert found[0].says and found[0].ask.endswith("?") and found[0].found in text


def test_a_myth_about_keeping_back_is_not_told_to_whoever_shares():
    assert not myths("GDPR was weighed; there is no consent.", "shared")
    assert not myths("The harm outweighs it.", "withheld")


def test_a_myth_names_provisions_that_the_pack_has():
    assert laws_of_myths() <= set(load("england").provisions)


def test_every_explanation_can_be_read_at_fourteen_and_every_word_is_explained_once():
    terms = list(glossary())
    assert len(terms) == len(set(terms)) >= 40
    hard = {context: text for context, text in texts() if reading_age(plain(text)) > 14}
    assert not hard


@given(st.text(max_size=200))
def test_any_text_can_be_read_for_words_and_myths(text):
    for one in explained(text):
        assert text[one.start : one.end].strip()
    assert len(myths(text, "any")) <= 20
