"""How well the law behind an answer is known: unread, at second hand, what else carries it, and what is coming."""

import shutil

import pytest
from law_cases import DAY, MINI
from law_cases import a_case as any_case

from lawfulshare.law.answer.assessing import assess, first_answer
from lawfulshare.law.answer.explanation import explain
from lawfulshare.law.packs.pack import read_pack

DUTY, TASK, CONSENT = "england/ca2004-s16la.yaml", "uk/art6-1-e-public-task.yaml", "uk/art6-1-a-consent.yaml"
SAFEGUARDING = "uk/sch1-para18-safeguarding.yaml"
SECONDARY = ("status: in_force\n", "status: in_force_secondary\n")
COMING = ("status: in_force\n", "status: enacted_not_in_force\n")


def a_case(**changes):
    """A trust of the NHS, which the duty binds, tells children's services."""
    return any_case(**({"organisation": {"sector": "nhs_trust", "policy_document": True}} | changes))


@pytest.fixture
def law(tmp_path):
    folder = shutil.copytree(MINI, tmp_path / "law")

    def of(changes, day=DAY):
        for file, (old, new) in changes:
            path = folder / file
            text = path.read_text(encoding="utf-8")
            assert old in text, old
            path.write_text(text.replace(old, new), encoding="utf-8")
        return read_pack(folder, "england").on(day)

    return of


def warned(case, law, code):
    return {warning.at: warning.text for warning in assess(case, law).warnings if warning.code == code}


def test_a_duty_at_second_hand_names_what_else_carries_the_answer(law):
    told = warned(a_case(), law([(DUTY, SECONDARY)]), "rests-on-secondary-law")
    assert set(told) == {"ca2004-s16la"}
    text = told["ca2004-s16la"]
    assert "known from secondary sources only" in text
    assert text.endswith("Besides it, “art6-1-e-public-task” and “sch1-para18-safeguarding” together also carry this.")


def test_what_else_carries_it_never_depends_on_other_law_at_second_hand(law):
    told = warned(a_case(), law([(DUTY, SECONDARY), (TASK, SECONDARY)]), "rests-on-secondary-law")
    assert told["ca2004-s16la"].endswith("Nothing else carries all of this.")


def test_where_no_condition_is_needed_the_basis_alone_is_named(law):
    item = a_case().model_dump(mode="json")["items"][0] | {"classes": ["ordinary"]}
    told = warned(a_case(items=[item]), law([(DUTY, SECONDARY)]), "rests-on-secondary-law")
    assert told["ca2004-s16la"].endswith("Besides it, “art6-1-e-public-task” also carries this.")


def test_law_at_second_hand_that_sends_nothing_has_no_second_route(law):
    item = a_case().model_dump(mode="json")["items"][0] | {"accurate": False}
    told = warned(a_case(items=[item]), law([(DUTY, SECONDARY)]), "rests-on-secondary-law")
    for text in told.values():
        assert text.endswith("Check the commencement.")


def test_what_is_not_personal_data_names_no_basis_besides(law):
    item = a_case().model_dump(mode="json")["items"][0] | {"identifies": False, "about": ["p1"]}
    told = warned(a_case(items=[item]), law([(DUTY, SECONDARY)]), "rests-on-secondary-law")
    for text in told.values():
        assert "Besides it" not in text


@pytest.mark.parametrize(
    "file",
    [DUTY, SAFEGUARDING, "uk/art6-1-c-legal-obligation.yaml", "uk/cl-statutory-route.yaml"],
)
def test_law_that_was_not_read_warns_wherever_it_carries_an_answer(law, file):
    stem = file.rpartition("/")[2].removesuffix(".yaml")
    assert stem not in warned(a_case(), law([]), "rests-on-unread-law")
    assert stem in warned(a_case(), law([(file, ("read: whole", "read: 'no'"))]), "rests-on-unread-law")


def test_a_restriction_that_was_not_read_warns(law):
    item = a_case().model_dump(mode="json")["items"][0] | {"restrictions": ["legal_privilege"]}
    unread = law([("uk/lpp.yaml", ("read: whole", "read: 'no'"))])
    assert "lpp" in warned(a_case(items=[item]), unread, "rests-on-unread-law")
    assert "lpp" not in warned(a_case(), unread, "rests-on-unread-law")


def test_a_power_that_was_not_read_warns_where_it_is_the_gateway(law):
    power = (DUTY, ("kind: duty\nread: whole", "kind: power\nread: 'no'"))
    assert "ca2004-s16la" in warned(a_case(), law([power]), "rests-on-unread-law")


def test_law_that_is_enacted_and_not_in_force_drives_nothing_and_is_told_as_coming(law):
    coming = law([(DUTY, COMING)])
    answer = assess(a_case(), coming)
    assert answer.duties == ()
    assert all("ca2004-s16la" not in pair.gateways for pair in answer.disclosures)
    assert answer.coming == first_answer(a_case(), coming).coming == ("ca2004-s16la",)
    lines = explain(answer, a_case(), coming, "full")
    at = lines.index("Law that is coming")
    assert lines[at + 1] == (
        "  “ca2004-s16la” (ca2004-s16la) is enacted and not in force on this day. It decides nothing yet."
    )
    assert "Law that is coming" not in explain(answer, a_case(), coming, "brief")


def test_law_that_is_coming_says_from_when_where_the_pack_knows_a_day(law):
    known = ("versions:", "versions:\n- {from: 2026-04-29, to: 2026-09-29, status: enacted_not_in_force, evidence: x, "
             "conditions: {a: {says: x, when: item.relevant}}}")  # fmt: skip
    eve = law([(DUTY, known)], "2026-09-29")
    case = a_case(decided_on="2026-09-29")
    assert assess(case, eve).coming == ("ca2004-s16la",)
    assert "It begins on 30 September 2026" in "\n".join(explain(assess(case, eve), case, eve, "full"))


@pytest.mark.parametrize("day", ["2026-09-29", "2026-09-30"])
def test_law_is_coming_only_on_the_days_of_that_status(law, day):
    assert assess(a_case(decided_on=day), law([(DUTY, COMING)], day)).coming == (
        ("ca2004-s16la",) if day == "2026-09-30" else ()
    )


def test_law_that_is_coming_bears_on_a_case_only_where_nothing_of_it_fails(law):
    coming = law([(DUTY, COMING)])
    adult = [{"id": "p1", "kind": "adult", "age": 30}]
    assert assess(a_case(people=adult), coming).coming == ()
    excused = {"sharing_more_detrimental_to_child": True}
    assert assess(a_case(balance=excused), coming).coming == ()
    nothing_known = a_case(organisation={}, people=[], concern={}, items=[], recipients=[], disclosures=[])
    assert assess(nothing_known, coming).coming == ()
    unproposed = a_case(disclosures=[])
    assert assess(unproposed, coming).coming == ("ca2004-s16la",)


def test_law_other_than_a_duty_bears_where_it_would_hold_for_some_pair(law):
    coming = law([(SAFEGUARDING, COMING)])
    assert assess(a_case(), coming).coming == ("sch1-para18-safeguarding",)


def test_a_day_knows_what_is_enacted_and_what_begins_later(law):
    eve = law([(SAFEGUARDING, COMING)], "2026-09-29")
    assert [name for name in ("ca2004-s16la", "sch1-para18-safeguarding") if eve.is_coming(name)] == [
        "ca2004-s16la",
        "sch1-para18-safeguarding",
    ]
    assert (eve.begins("ca2004-s16la"), eve.begins("sch1-para18-safeguarding")) == ("2026-09-30", None)
    assert not eve.is_coming("lpp")


def test_what_is_not_coming_is_left_out_of_the_assessment(law):
    assert "coming" not in assess(a_case(), law([])).model_dump()
