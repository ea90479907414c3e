"""Each way a pack can be bad is refused on load: with file, provision and reason, all faults at once."""

import shutil
from datetime import UTC, datetime

import pytest
from law_cases import MINI

from lawfulshare.cli.main import run
from lawfulshare.faults import BadPack
from lawfulshare.law.packs.pack import read_pack
from lawfulshare.record import identities

CRIME, DUTY, PROCEDURE = "uk/rli-annex1-crime.yaml", "england/ca2004-s16la.yaml", "procedure.yaml"
BODIES = "when:\n        fact: organisation.sector\n        in: public_authorities"
DUE = "{holds: ca2004-s16la}"
ENDANGERS = "- row: endangers\n  then: withhold"


def row(name, when, then="withhold"):
    return f"- {{row: {name}, then: {then}, says: x, when: {when}}}\n"


BAD = {
    "a circle": (
        {CRIME: ("when: concern.crime_suspected", "when: {holds: gra-s22}"),
         "uk/gra-s22.yaml": ("conditions:", "conditions:\n    round: {says: x, when: {holds: rli-annex1-crime}}")},
        ["uk/gra-s22.yaml from ", "a circle: rli-annex1-crime leads to gra-s22 leads to rli-annex1-crime"],
    ),
    "a circle of definitions": (
        {PROCEDURE: ("terms:\n", "terms:\n  one: {term: other}\n  other: {term: one}\n")},
        ["procedure.yaml terms.one", "a circle: other leads to one leads to other"],
    ),
    "an unknown path": (
        {CRIME: ("when: concern.crime_suspected", "when: concern.crime")},
        ["uk/rli-annex1-crime.yaml from 2026-02-05, condition crime", "there is no fact concern.crime"],
    ),
    "overlapping intervals": (
        {CRIME: ("versions:", "versions:\n- {from: 2018-05-25, to: 2026-02-05, status: in_force, evidence: x}")},
        ["uk/rli-annex1-crime.yaml", "the versions from 2018-05-25 and 2026-02-05 overlap"],
    ),
    "a missing address": ({CRIME: ("address:", "# ")}, ["uk/rli-annex1-crime.yaml address", "it is missing"]),
    "a key given twice": ({CRIME: ("title:", "title: x\ntitle:")}, ["uk/rli-annex1-crime.yaml line 3", "given twice"]),
    "a day that is none": (
        {CRIME: ("from: '2026-02-05'", "from: '2026-02-31'")}, ["versions.0.from", "2026-02-31 is not a day"]
    ),
    "an exception that is never so": (
        {CRIME: (BODIES, "when: false")},
        ["uk/rli-annex1-crime.yaml from 2026-02-05, exception public_authority", "it excuses nothing"],
    ),
    "an exception that the conditions already exclude": (
        {CRIME: (BODIES, "when: {all: [{not: concern.crime_suspected}, item.relevant]}")},
        ["exception public_authority", "it excuses nothing"],
    ),
    "an exception for others than those bound": (
        {DUTY: ("when: balance.sharing_more_detrimental_to_child", "when: {fact: recipient.sector, is: media}")},
        ["england/ca2004-s16la.yaml from 2026-09-30, exception worse_for_the_child", "it excuses nothing"],
    ),
    "a row after one that always holds": (
        {PROCEDURE: (ENDANGERS, row("early", "true") + ENDANGERS)},
        ["procedure.yaml verdict, row endangers", "never reached: wherever it holds, row early before it holds"],
    ),
    "a row that is an earlier one again": (
        {PROCEDURE: ("- row: not_relevant", row("again", "{term: could_be_endangered}") + "- row: not_relevant")},
        ["procedure.yaml verdict, row again", "row endangers before it holds"],
    ),
    "a row that asks for more than an earlier one": (
        {PROCEDURE: (
            "- row: not_relevant", row("more", "[item.relevant, {term: could_be_endangered}]") + "- row: not_relevant"
        )},
        ["procedure.yaml verdict, row more", "row endangers before it holds"],
    ),
    "a row that can never hold": (
        {PROCEDURE: (ENDANGERS, row("never", "[item.relevant, {not: item.relevant}]") + ENDANGERS)},
        ["procedure.yaml verdict, row never", "it can never hold"],
    ),
    "a row switched off": (
        {PROCEDURE: (ENDANGERS, row("idle", "false") + ENDANGERS)}, ["row idle", "it can never hold"]
    ),
    "a row's name given twice": (
        {PROCEDURE: ("- row: not_relevant", "- row: endangers")}, ["row endangers", "the name stands twice"]
    ),
    "orders that are no list": (
        {PROCEDURE: ("orders: court_orders", "orders: none")}, ["orders", "there is no list none"]
    ),
    "an unknown word in a layer, once where it stands": (
        {PROCEDURE: ("terms:\n  danger:\n    any:\n", "terms:\n  danger:\n    any:\n    - concern.danger\n")},
        ["procedure.yaml terms.danger", "there is no fact concern.danger"],
    ),
    "an unknown word in a verdict's row": (
        {PROCEDURE: (ENDANGERS, row("odd", "item.odd") + ENDANGERS)}, ["verdict, row odd", "there is no fact item.odd"]
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(MINI, tmp_path / "law")


def spoil(folder, changes):
    for file, (old, new) in changes.items():
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_of(folder):
    with pytest.raises(BadPack) as refused:
        read_pack(folder, "england")
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(("changes", "told"), BAD.values(), ids=list(BAD))
def test_a_bad_pack_is_refused_once_with_file_and_reason(folder, changes, told):
    spoil(folder, changes)
    faults = faults_of(folder)
    hits = [fault for fault in faults if all(part in fault for part in told)]
    assert len(hits) == 1, faults


@pytest.mark.parametrize(("changes", "told"), BAD.values(), ids=list(BAD))
def test_a_bad_pack_is_refused_by_the_command_in_one_line_a_fault(folder, changes, told, monkeypatch, capsys):
    tmp_path = folder.parent
    secret = tmp_path / "passphrase.txt"
    secret.write_text("seven quiet herons walk\n", encoding="utf-8")
    monkeypatch.setenv("LAWFULSHARE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LAWFULSHARE_PASSPHRASE_FILE", str(secret))
    identities.new(
        tmp_path / "home", "A. Admin", "Administrator", "Northmoor", "seven quiet herons walk", at=datetime.now(UTC)
    )
    spoil(folder, changes)
    words = ["law", "pack", str(tmp_path / "out.json"), "--law", str(folder)]
    assert run(words, window=lambda: 0, demo=lambda out: 0) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert sum(all(part in line for part in told) for line in said.err.splitlines()) == 1
    assert not (tmp_path / "out.json").exists()


def test_one_unknown_word_in_a_definition_is_one_fault(folder):
    spoil(folder, BAD["an unknown word in a layer, once where it stands"][0])
    assert len(faults_of(folder)) == 1


def test_an_unknown_word_in_a_duty_that_binds_alone_is_told_once(folder):
    spoil(folder, {DUTY: ("kind: duty", "kind: duty\nbound_alone: true"), CRIME: ("title:", "title:")})
    spoil(folder, {DUTY: ("item.relevant", "concern.odd")})
    assert len(faults_of(folder)) == 1


def test_two_faults_of_one_kind_in_two_files_are_both_told(folder):
    spoil(
        folder, {CRIME: ("when: concern.crime_suspected", "when: concern.odd"), DUTY: ("item.relevant", "concern.odd")}
    )
    assert len(faults_of(folder)) == 2


def test_files_that_cannot_be_read_are_told_together(folder):
    spoil(folder, {CRIME: ("title:", "title: x\ntitle:"), DUTY: ("kind: duty", "kind: {duty")})
    assert len(faults_of(folder)) == 2


def test_misshapen_files_of_every_sort_are_told_together(folder):
    spoil(
        folder,
        {CRIME: ("address:", "# "), PROCEDURE: ("then: advice", "then: advise"),
         "lists.yaml": ("special:", "special:\n- 7"), "england/nation.yaml": ("folders:", "folder:")},
    )  # fmt: skip
    (folder / "england" / "nation.yaml").write_text("nation: england\nfolders: [uk, england]\n", encoding="utf-8")
    faults = " ".join(faults_of(folder))
    for told in (
        "rli-annex1-crime.yaml address",
        "verdict.3.then",
        "lists.yaml special",
        "nation.yaml looked_over_until",
    ):
        assert told in faults


def test_a_row_that_waits_for_law_to_come_is_no_dead_row(folder):
    spoil(folder, {DUTY: ("status: in_force", "status: enacted_not_in_force"),
                   PROCEDURE: (ENDANGERS, row("one", DUE) + row("two", DUE) + ENDANGERS)})  # fmt: skip
    assert read_pack(folder, "england").procedure.verdict[0].row == "one"
