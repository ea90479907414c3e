"""An edition is the same law from a folder, one document or frozen; the shelf gives the newest, or the one named."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from law_cases import MINI, a_case

from lawfulshare import content
from lawfulshare.faults import BadCaseFile, BadContent, BadPack
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.packs import edition as editions
from lawfulshare.law.packs import shelf as shelves
from lawfulshare.law.packs.edition import freeze, frozen, read_document, read_folder, write_document
from lawfulshare.law.packs.law import LawOfTheDay
from lawfulshare.law.packs.pack import load, pack_of, read_pack
from lawfulshare.law.packs.shelf import Shelf

SHIPPED = content.resources() / "law"


def newer(tmp_path, version="2099.1.0", nation="england"):
    """The mini law as an edition of another version."""
    folder = shutil.copytree(MINI, tmp_path / version / "law")
    path = folder / "england" / "nation.yaml"
    text = path.read_text(encoding="utf-8")
    lines = [f"version: {version}" if line.startswith("version:") else line for line in text.splitlines()]
    if nation != "england":
        (folder / nation).mkdir()
        (folder / nation / "nation.yaml").write_text(
            "\n".join(lines).replace("nation: england", f"nation: {nation}"), encoding="utf-8"
        )
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_folder(folder, nation)


def named(edition, **parts):
    stated = {"pack": edition.nation, "version": edition.version, "sha256": edition.sha256, "as_at": "2026-11-23"}
    return LawOfTheDay(**(stated | parts))


def test_a_document_carries_the_whole_edition():
    edition = read_folder(SHIPPED, "england")
    again = read_document(write_document(edition))
    assert again.sha256 == edition.sha256 == load("england").sha256
    assert write_document(again) == write_document(edition)
    written = (path.name for path in (content.resources() / "cautions").glob("*.yaml"))
    assert set(again.cautions()) == {name for name in written if not name.endswith(".cases.yaml")}
    law = pack_of(again).on("2026-11-23")
    assert assess(a_case(), law).model_dump() == assess(a_case(), load("england").on("2026-11-23")).model_dump()


@pytest.mark.parametrize(
    "parts",
    [
        {"format": "lawfulshare.law/2"}, {"version": "2026.1.1"}, {"sha256": "0" * 64}, {"nation": "wales"},
        {"files": []}, {"files": {}}, {"cautions": []}, {"more": 1}, {"nation": 7},
    ],
)  # fmt: skip
def test_a_document_that_is_not_what_it_says_is_refused(parts):
    stated = json.loads(write_document(read_folder(MINI, "england"))) | parts
    with pytest.raises(BadPack, match="not an edition of the law"):
        read_document(json.dumps(stated).encode())


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff"])
def test_what_is_no_document_is_refused(body):
    with pytest.raises(BadPack, match="not an edition of the law"):
        read_document(body)


@pytest.mark.parametrize(("field", "value"), [("version", "newest"), ("nation", "atlantis")])
def test_a_document_of_a_strange_version_or_nation_is_refused(tmp_path, field, value):
    edition = newer(tmp_path, **({field: value} if field == "version" else {}))
    files = {**edition.files, "atlantis/nation.yaml": edition.files["england/nation.yaml"]}
    with pytest.raises(BadPack, match="not an edition of the law"):
        read_document(write_document(edition._replace(nation=value, files=files) if field == "nation" else edition))


def test_a_frozen_edition_is_found_by_its_digest_alone(tmp_path, monkeypatch):
    edition = read_folder(MINI, "england")
    path = freeze(edition, tmp_path / "law" / "editions")
    assert path.stat().st_size < len(write_document(edition)) / 3
    body = path.read_bytes()
    assert freeze(edition, path.parent).read_bytes() == body
    monkeypatch.setattr(content, "resources", lambda: tmp_path)
    assert frozen(edition.sha256).sha256 == edition.sha256
    assert frozen("0" * 64) is None
    assert frozen("../editions/" + edition.sha256) is None
    assert json.loads(gzip.decompress(body))["sha256"] == path.name.partition(".")[0]


def test_the_editions_that_ship_are_what_their_names_say():
    for path in sorted((SHIPPED / "editions").glob("*")):
        assert pack_of(frozen(path.name.removesuffix(".json.gz"))).provisions


@pytest.fixture
def freezing(tmp_path):
    """The tool that freezes what ships."""
    import importlib.util

    path = Path(__file__).parents[2] / "packaging" / "freeze_edition.py"
    spec = importlib.util.spec_from_file_location("freeze_edition", path)
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return tool


def test_the_tool_freezes_each_nation_of_a_folder(freezing, tmp_path, monkeypatch, capsys):
    law = shutil.copytree(MINI, tmp_path / "law")
    freezing.main(law)
    written = Path(capsys.readouterr().out.strip())
    monkeypatch.setattr(content, "resources", lambda: tmp_path)
    assert written.parent == law / "editions"
    assert frozen(read_pack(law, "england").sha256) is not None


def test_the_newest_edition_is_used_and_the_earlier_ones_answer_for_old_records(tmp_path):
    old, new = newer(tmp_path, "2098.12.1"), newer(tmp_path, "2099.1.0")
    shelf = Shelf(installed=[old, new], earlier=[newer(tmp_path, "2000.1.1")])
    assert shelf.newest("england").nation.version == "2099.1.0"
    assert shelf.newest("england") is shelf.newest("england")
    assert shelf.on("england", "2026-11-23").edition == named(new)
    assert shelf.named(named(old)).edition == named(old)
    assert shelf.named(named(newer(tmp_path / "x", "2000.1.1"))).edition.version == "2000.1.1"


def test_an_installed_edition_that_is_older_than_what_ships_is_not_used(tmp_path):
    shelf = Shelf(installed=[newer(tmp_path, "2001.1.1")])
    assert shelf.newest("england") is load("england")
    shipped = load("england").on("2026-11-23").edition
    assert shelf.named(shipped) is load("england").on("2026-11-23")


def test_a_nation_that_does_not_ship_may_be_installed(tmp_path):
    with pytest.raises(BadCaseFile, match="Wales"):
        Shelf().newest("wales")
    edition = newer(tmp_path, nation="wales")
    shelf = Shelf(installed=[edition])
    assert shelf.newest("wales").nation.nation == "wales"
    assert shelf.named(named(edition)).edition.pack == "wales"


def test_an_unknown_edition_is_unknown_and_a_digest_alone_does_not_change_the_nation(tmp_path):
    edition = newer(tmp_path)
    shelf = Shelf(installed=[edition])
    assert shelf.named(named(edition, sha256="ab" * 32)) is None
    assert shelf.named(named(edition, pack="wales")) is None
    assert shelf.named(named(edition, pack="../england")) is None


def test_a_frozen_edition_answers_for_the_record_that_names_it(tmp_path, monkeypatch):
    edition = newer(tmp_path)
    monkeypatch.setattr(shelves, "frozen", lambda sha256: edition if sha256 == edition.sha256 else None)
    assert Shelf().named(named(edition)).edition == named(edition)


def test_versions_are_ordered_as_numbers():
    assert shelves.order("2026.11.0") > shelves.order("2026.9.12")


def test_a_caution_that_cannot_be_read_is_told_when_it_is_asked_for(tmp_path):
    shutil.copytree(MINI, tmp_path / "law")
    (tmp_path / "cautions").mkdir()
    (tmp_path / "cautions" / "odd.yaml").write_text("a: [", encoding="utf-8")
    edition = editions.read_folder(tmp_path / "law", "england")
    with pytest.raises(BadContent, match=r"odd\.yaml"):
        edition.cautions()


def test_a_nation_file_that_is_no_mapping_is_told(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "law")
    (folder / "england" / "nation.yaml").write_text("- england\n", encoding="utf-8")
    with pytest.raises(BadPack, match=r"england/nation\.yaml"):
        read_pack(folder, "england")
