"""The law book: each provision with its source and days, links that lead somewhere, tables a screen reader reads."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from lawfulshare import content
from lawfulshare.law.answer.standing import standing, standing_told
from lawfulshare.law.book.book import law_book
from lawfulshare.law.packs.pack import load
from lawfulshare.law.proving.beside import cases_beside
from lawfulshare.wording import wording

PACK = load("england")
DAY = "2026-11-23"


@pytest.fixture(scope="module")
def written():
    cases = {}
    for case in cases_beside(content.resources() / "law"):
        if case.kind == "provision":
            cases.setdefault(case.about, []).append(case)
    return law_book(PACK, PACK.on(DAY), cases)


@pytest.fixture(scope="module")
def book(written):
    return ET.fromstring(written.removeprefix("<!doctype html>\n").replace('<meta charset="utf-8">', "").replace(
        '<meta name="viewport" content="width=device-width, initial-scale=1">', ""))  # fmt: skip


def text(node):
    return " ".join(" ".join(node.itertext()).split())


def test_each_provision_stands_in_the_book_with_citation_address_days_and_room_to_sign(book):
    for provision in PACK.provisions.values():
        article = next(node for node in book.iter("article") if node.get("id") == f"provision-{provision.id}")
        told = text(article)
        assert provision.plain in told
        assert provision.citation in told
        assert provision.address in told
        for version in provision.versions:
            assert version.evidence in told
            for part in (*version.conditions.values(), *version.exceptions.values()):
                assert " ".join(part.says.split()) in told
        assert any("I agree" in text(table) for table in article.iter("table"))


def test_what_was_not_read_or_is_not_sure_to_be_law_is_said_before_the_provision_itself(book):
    law = PACK.on(DAY)
    for provision in PACK.provisions.values():
        article = next(node for node in book.iter("article") if node.get("id") == f"provision-{provision.id}")
        _, _, then, *_ = article
        in_doubt = provision.read != "whole" or standing(law, provision) != "in_force"
        assert (then.get("class") == "notice") == in_doubt, provision.id
    contents = text(next(node for node in book.iter("nav")))
    assert contents.count("text not read") == sum(one.read == "no" for one in PACK.provisions.values())


def test_each_cell_says_its_column_for_a_narrow_window_and_each_sheet_what_it_belongs_to(book):
    for table in book.iter("table"):
        columns = [text(head) for head in table.find("thead").iter("th")]
        for row in table.find("tbody"):
            assert [cell.get("data-label") for cell in row] == columns
    style = next(node for node in book.iter("style")).text
    assert PACK.sha256 in style
    assert f"edition {PACK.nation.version}" in style


def test_every_link_inside_the_book_leads_somewhere_and_no_name_is_given_twice(book):
    names = [node.get("id") for node in book.iter() if node.get("id")]
    assert len(names) == len(set(names))
    links = {node.get("href")[1:] for node in book.iter("a") if node.get("href").startswith("#")}
    assert links - set(names) == set()


def test_the_book_is_read_by_landmarks_headings_and_tables(book):
    assert book.get("lang") == "en-GB"
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(book.iter(landmark))) == 1 or landmark == "header"
    assert len(list(book.iter("h1"))) == 1
    levels = [int(node.tag[1]) for node in book.iter() if node.tag in ("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in book.iter("table"):
        assert table.find("caption") is not None
        heads = list(table.iter("th"))
        assert heads
        assert all(head.get("scope") in ("col", "row") for head in heads)


def test_the_book_runs_nothing_and_fetches_nothing(written, book):
    assert [node.tag for node in book.iter() if node.tag in ("script", "img", "link", "iframe", "object")] == []
    assert "@import" not in written
    assert "url(" not in written


def test_a_case_that_differs_from_the_first_only_in_its_day_says_so(book):
    told = text(next(node for node in book.iter("article") if node.get("id") == "provision-ca2004-s16la"))
    assert "As in the first case. It is not law on that day" in told
    assert "As in the first case, except: Sharing would harm the child more than not sharing." in told


def test_what_is_not_law_on_the_day_says_when_it_comes_or_ended():
    before = law_book(PACK, PACK.on("2026-09-29"), {})
    assert "Not law yet; from 30 September 2026" in before
    law = PACK.on(DAY)
    first = law.provision("ca2004-s16la").versions[0].model_copy(update={"to": "2026-10-31"})
    ended = law.provision("ca2004-s16la").model_copy(update={"versions": (first,)})
    assert standing_told(law, ended, wording("en")) == "No longer law; it ended on 31 October 2026"


def test_a_book_of_law_without_a_kind_has_no_part_for_it(mini):
    written = law_book(mini, mini.on(DAY), {})
    kinds = {provision.kind for provision in mini.provisions.values()}
    assert "restriction" in kinds
    assert all(
        (f'id="kind-{kind}"' in written) == (kind in kinds) for kind in ("duty", "restriction", "power", "citable")
    )
