"""All wording goes through translation: in a made-up language, whatever is asked or said is in that language."""

from lawfulshare import wording as words
from lawfulshare.guide import curiosity
from lawfulshare.guide.doors import doors
from lawfulshare.guide.translating import texts


def test_every_text_of_forms_bank_and_wording_is_in_the_language_that_is_spoken(made_up):
    assert words.languages() == ("en", "qq")
    spoken = [text for door in doors().values() for _, text in texts(door)]
    spoken += [text for group in curiosity.bank() for text in (group.title, group.least, *(q.text for q in group.asks))]
    spoken += [words.wording()(key) for key in sorted(words.wording().keys())]
    assert spoken and all(text.startswith("⟦") and text.endswith("⟧") for text in spoken)


def test_places_are_filled_in_every_language(made_up):
    assert words.wording()("guide.pair", item="A", recipient="B") == "⟦A, to B⟧"


def test_a_language_without_words_is_spoken_in_english():
    words.speak("tlh")
    assert words.wording()("guide.answer.true") == "Yes"
    assert doors()["share"].title == "I want to share"
    words.speak(words.ENGLISH)


def test_a_translators_file_becomes_a_catalogue_the_program_reads(tmp_path, packaging_words):
    packaging_words.extract(tmp_path / "cy.po")
    text = (tmp_path / "cy.po").read_text(encoding="utf-8")
    assert 'msgctxt "guide.pair"' in text and "python-brace-format" in text
    assert packaging_words.compile_all(tmp_path) == [tmp_path / "cy.mo"]
