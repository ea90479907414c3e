"""A pack with a fault is refused, and the fault says where; a good one knows its days and its digest."""

import shutil
from pathlib import Path

import pytest

from lawfulshare.faults import BadCaseFile, BadPack
from lawfulshare.law.packs.pack import load, read_pack

MINI = Path(__file__).parent / "mini"
CRIME = "uk/rli-annex1-crime.yaml"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(MINI, tmp_path / "law"))


def change(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


FAULTS = {
    "an unknown path": (CRIME, "concern.crime_suspected", "concern.crime_suspect", "there is no fact"),
    "a fact that is no yes/no": (CRIME, "when: concern.crime_suspected", "when: concern.level", "no yes/no fact"),
    "an unknown list": (CRIME, "in: public_authorities", "in: public_bodies", "there is no list"),
    "an unknown value": (CRIME, "in: public_authorities", "is: pollice", "is never pollice"),
    "an unknown term": (CRIME, "when: concern.crime_suspected", "when: {term: dangr}", "there is no term"),
    "an unknown provision": (CRIME, "when: concern.crime_suspected", "when: {holds: gdpr}", "there is no provision"),
    "a circle": (CRIME, "when: concern.crime_suspected", "when: {holds: rli-annex1-crime}", "a circle"),
    "an unknown key": (CRIME, "title:", "titel: x\ntitle:", "titel"),
    "a missing address": (CRIME, "address:", "# address:", "address"),
    "a missing evidence": (CRIME, "evidence:", "# evidence:", "evidence"),
    "a wrong id": (CRIME, "id: rli-annex1-crime", "id: rli-crime", "not the name of the file"),
    "an end before the beginning": (CRIME, "status:", "to: '2020-01-01'\n  status:", "ends before it begins"),
    "something that is no term": (CRIME, "when: concern.crime_suspected", "when: {facts: x}", "no term is written"),
    "a look at other pairs": (
        CRIME, "when: concern.crime_suspected", "when: {some: pair, when: item.relevant}", "other pairs"
    ),
    "a look at what is open": (CRIME, "when: concern.crime", "when: {open: concern.level} #", "open may be asked"),
    "overlapping days": ("uk/art6-1-e-public-task.yaml", "to: '2026-02-04'", "to: '2026-02-05'", "overlap"),
    "a route where none belongs": (CRIME, "kind: basis", "kind: basis\nroute: consent", "route belongs"),
    "a condition that meets nothing": ("uk/sch1-para18-safeguarding.yaml", "meets:", "needs:", "meets belongs"),
    "a preference for nothing": ("england/nation.yaml", "- sch1-para18-safeguarding", "- sch1-para99", "it prefers"),
    "a table without an end": ("procedure.yaml", "row: otherwise\n  then: withhold\n  says: Otherwise.\n  when: true",
                               "row: otherwise\n  then: withhold\n  says: Otherwise.\n  when: item.relevant", "last"),
    "a row that is no term": ("procedure.yaml", "when:\n    term: could_be_endangered", "when:\n    term: endangered",
                              "row endangers: there is no term endangered"),
    "an opening that leads nowhere": (CRIME, "kind: basis", "kind: basis\nopens: gdpr", "it opens gdpr, which is not"),
    "a personal basis": (CRIME, "kind: basis", "kind: basis\npersonal: true", "belong to duties"),
    "versions out of order": (
        CRIME, "versions:", "versions:\n- {from: '2027-01-01', status: in_force, evidence: x}", "not in order"
    ),
    "a list that is no list of words": ("lists.yaml", "special:", "special:\n- 7", "neither a word nor {list: name}"),
    "an unknown verdict": ("procedure.yaml", "then: advice", "then: advise", "verdict.3.then"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "told"), FAULTS.values(), ids=list(FAULTS))
def test_a_pack_is_refused_for(folder, file, old, new, told):
    change(folder, file, old, new)
    with pytest.raises(BadPack) as refused:
        read_pack(folder, "england")
    assert any(told in str(fault) for fault in refused.value.faults), refused.value


def test_a_fault_names_file_or_provision_and_every_fault_is_told_at_once(folder):
    change(folder, CRIME, "concern.crime_suspected", "concern.crime")
    change(folder, "uk/lpp.yaml", "legal_privilege", "legal_privileges")
    with pytest.raises(BadPack) as refused:
        read_pack(folder, "england")
    told = [fault.where for fault in refused.value.faults]
    assert any("rli-annex1-crime" in where for where in told)
    assert any("lpp" in where for where in told)


def test_a_key_given_twice_is_refused(folder):
    change(folder, CRIME, "title:", "title: once\ntitle:")
    with pytest.raises(BadPack, match="given twice"):
        read_pack(folder, "england")


def test_a_list_that_takes_itself_in_is_refused(folder):
    change(folder, "lists.yaml", "special:", "special:\n- {list: special}")
    with pytest.raises(BadPack, match="takes itself in"):
        read_pack(folder, "england")


def test_lists_that_have_no_names_are_refused(folder):
    (folder / "lists.yaml").write_text("- special\n", encoding="utf-8")
    with pytest.raises(BadPack, match="no mapping of names to lists"):
        read_pack(folder, "england")


def test_a_duty_that_binds_without_a_pair_needs_a_condition_that_looks_at_none(folder):
    change(folder, CRIME, "kind: basis", "kind: duty\nbound_alone: true")
    change(folder, CRIME, "when: concern.crime_suspected", "when: item.relevant")
    with pytest.raises(BadPack, match="bound_alone, but each of its conditions looks at a pair"):
        read_pack(folder, "england")


def test_a_value_that_no_pack_can_hold_is_refused(folder):
    change(folder, CRIME, "when: concern.crime_suspected", "when: !!set {concern.crime_suspected}")
    with pytest.raises(BadPack, match="a value of kind set has no place in a pack"):
        read_pack(folder, "england")


def test_a_provision_in_two_folders_of_a_pack_is_refused(folder):
    shutil.copy(folder / CRIME, folder / "england")
    with pytest.raises(BadPack, match="rli-annex1-crime stands in two folders"):
        read_pack(folder, "england")


def test_a_day_in_quotes_and_one_without_mean_the_same(folder, mini):
    change(folder, CRIME, "from: '2026-02-05'", "from: 2026-02-05")
    assert read_pack(folder, "england").sha256 == mini.sha256


def test_a_circle_of_earlier_days_is_refused_on_those_days_only(folder):
    earlier = "versions:\n- {from: '2018-05-25', to: '2026-02-04', status: in_force, evidence: x, conditions: "
    for one, other in ((CRIME, "rli-annex1-safeguarding"), ("uk/rli-annex1-safeguarding.yaml", "rli-annex1-crime")):
        change(folder, one, "versions:", earlier + f"{{c: {{says: c, when: {{holds: {other}}}}}}}}}")
    pack = read_pack(folder, "england")
    assert pack.on("2026-02-05").version("rli-annex1-crime") is not None
    with pytest.raises(BadPack, match=r"law of 2026-02-04: .*a circle"):
        pack.on("2026-02-04")


def test_a_nation_without_a_pack_is_said_so_by_name():
    with pytest.raises(BadCaseFile, match="There is no law pack for Wales yet"):
        load("wales")


def test_the_digest_follows_what_is_said_and_not_how_it_is_laid_out(folder, mini):
    assert read_pack(folder, "england").sha256 == mini.sha256
    change(folder, CRIME, "title:", "# a comment\n\ntitle:")
    assert read_pack(folder, "england").sha256 == mini.sha256
    change(folder, CRIME, "plain: For the tests.", "plain: For other tests.")
    assert read_pack(folder, "england").sha256 != mini.sha256


def test_the_law_of_a_day_is_made_once_and_knows_the_day(mini):
    assert mini.on("2026-11-23") is mini.on("2026-11-23")
    assert mini.on("2026-11-23").edition.as_at == "2026-11-23"


def test_a_provision_begins_on_its_day_and_not_the_day_before(mini):
    assert mini.on("2026-09-29").version("ca2004-s16la") is None
    assert mini.on("2026-09-30").version("ca2004-s16la") is not None


def test_what_is_enacted_but_not_in_force_or_repealed_is_never_law(folder):
    change(folder, "england/ca2004-s16la.yaml", "status: in_force", "status: enacted_not_in_force")
    assert read_pack(folder, "england").on("2030-01-01").version("ca2004-s16la") is None
    change(folder, "england/ca2004-s16la.yaml", "status: enacted_not_in_force", "status: repealed")
    assert read_pack(folder, "england").on("2030-01-01").version("ca2004-s16la") is None


def test_the_preferred_stand_first_and_the_rest_by_id(law):
    bases = law.in_force("basis")
    assert bases[:2] == ("art6-1-c-legal-obligation", "art6-1-e-public-task")
    assert list(bases[2:]) == sorted(bases[2:])
