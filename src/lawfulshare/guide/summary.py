"""Check-your-answers: every question in its section with the answer in words, and what came with the file."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.form import Question
from lawfulshare.guide.hearing import unasked
from lawfulshare.guide.naming import answer_in_words, entry_name, fill, label_of, value_in_words
from lawfulshare.guide.triangulation import table
from lawfulshare.guide.walk import Asked, Walk
from lawfulshare.wording import wording


class Row(NamedTuple):
    """One answer: what was asked, what was said, and where to change it."""

    page: str | None
    """The page that asks it; None for what came with the file and no page of this door asks."""
    path: str
    about: str | None
    """The entry that it is about, by name; None where it is about the whole case."""
    question: str
    answer: str
    said: bool
    """False: left open, or not reached yet."""


class Section(NamedTuple):
    """The answers of one row of the rail."""

    title: str
    rows: tuple[Row, ...]


class Summary(NamedTuple):
    """All that was said, in the order of the pages; what is still unanswered; what came with the file."""

    sections: tuple[Section, ...]
    unanswered: tuple[Row, ...]
    also: tuple[Row, ...]


def summary(way: Walk, called: Mapping[str, str] | None = None) -> Summary:
    """List every question that is put with its answer; `called` gives the names of the legal bases."""
    sections: dict[str, list[Row]] = {}
    for page in way.pages:
        rows = [row for asked in way.asked[page.name] for row in _rows(way.case, page.name, asked, called)]
        if page.special == "triangulation":
            rows += _sources(way.case, page.name)
        sections.setdefault(page.section, []).extend(rows)
    listed = tuple(Section(title, tuple(rows)) for title, rows in sections.items() if rows)
    open_ = tuple(row for section in listed for row in section.rows if not row.said)
    return Summary(listed, open_, tuple(_also(way)))


def _rows(case: CaseFile, page: str, asked: Asked, called: Mapping[str, str] | None) -> Iterator[Row]:
    question, path = asked.question, asked.path
    said = paths.read(case, path) not in (None, "")
    about = entry_name(case, path) if asked.key is not None else None
    told = answer_in_words(question, case, path, called)
    yield Row(page, path, about, fill(question.text, case, path), told, said)
    if question.as_ == "grid":
        yield from _pairs(case, page, question)


def _sources(case: CaseFile, page: str) -> Iterator[Row]:
    words, told = wording(), table(case)
    for line in told.lines:
        said = [
            words(f"guide.voice.{voice}", who=column.label)
            for column, voice in zip(told.columns, line.voices, strict=True)
            if voice != "silent"
        ]
        path = f"{paths.ENTRIES['statement']}.{line.statement.id}.sources"
        answer = words("guide.answer.between").join(said) or words("guide.answer.none")
        yield Row(page, path, line.statement.says, words("guide.sources_asked"), answer, bool(said))


def _pairs(case: CaseFile, page: str, question: Question) -> Iterator[Row]:
    for pair in case.disclosures or ():
        path = f"{paths.ENTRIES['disclosure']}.{pair.item}>{pair.recipient}.extent"
        item, recipient = label_of(case, pair.item) or pair.item, label_of(case, pair.recipient) or pair.recipient
        plain = question.model_copy(update={"as_": "choose_one"})
        told = value_in_words(plain, case, pair.extent)
        if pair.reason:
            told = wording()("guide.with_reason", answer=told, reason=pair.reason)
        yield Row(page, path, item, recipient, told, pair.extent is not None)


def _also(way: Walk) -> Iterator[Row]:
    """Tell what no page of this door asks and the file carries, so that nothing acts unseen."""
    elsewhere = _questions_anywhere()
    for path in unasked(way.door, way.case):
        fact = paths.fact_of(path)
        question = elsewhere.get(fact)
        value = paths.read(way.case, path)
        text = fill(question.text, way.case, path) if question else fact.replace("_", " ").replace(".", ", ")
        told = value_in_words(question, way.case, value) if question else str(value)
        yield Row(None, path, entry_name(way.case, path), text, told, True)


def _questions_anywhere() -> dict[str, Question]:
    from lawfulshare.guide.doors import doors

    return {question.fact: question for door in doors().values() for page in door.pages for question in page.asks}
