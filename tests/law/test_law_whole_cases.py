"""Whole cases under the law that ships: knowing less never says more, and learning more never takes back what stood."""

import json

from hypothesis import given
from hypothesis import strategies as st
from law_cases import acceptance_cases

from lawfulshare.case import case_file, paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.answer.assessing import first_answer
from lawfulshare.law.packs.naming import silent_for
from lawfulshare.law.packs.pack import load

CASES = [case_file.read(json.dumps(stated["case"]).encode()) for _, stated in acceptance_cases()]
LAWS = {case.decided_on: load("england").on(case.decided_on) for case in CASES}
NEVER_BLANK = {"format", "nation", "decided_on", "disclosure.extent"}
"""What the assessment cannot be asked without, and the cell of the grid whose silence bounds nothing."""
PEOPLE = {"concern.about", "item.about", "item.locates", "recipient.could_endanger", "person.parental_responsibility"}


def can_be_open(case: CaseFile) -> dict[str, paths.FactKind]:
    """Give every place of a case where something was said and silence would mean *not known*."""
    found = {}
    for fact, kind in paths.facts().items():
        if fact in NEVER_BLANK or kind.kind not in ("truth", "choice", "choices", "ids", "number"):
            continue
        root, _, rest = fact.partition(".")
        if silent_for(fact) is not None and root != "request":
            continue
        if fact in ("request.power_cited", "request.order_limits"):
            continue
        listed = paths.entries(case, root) if root in paths.ENTRIES else None
        places = [fact] if listed is None else [
            f"{paths.ENTRIES[root]}.{paths.key_of(entry, at)}.{rest}" for at, entry in enumerate(listed)
        ]  # fmt: skip
        found |= {place: kind for place in places if paths.read(case, place) is not None}
    return found


def another(case: CaseFile, path: str, kind: paths.FactKind) -> st.SearchStrategy[object]:
    """Give what might be answered there: on its own list, or about people of the case."""
    match kind.kind:
        case "truth":
            return st.booleans()
        case "number":
            return st.sampled_from([0, 7, 15, 16, 17, 18, 40])
        case "choices":
            return st.lists(st.sampled_from(kind.choices), unique=True, max_size=3)
        case "ids" if paths.fact_of(path) in PEOPLE:
            return st.lists(st.sampled_from([person.id for person in case.people]), unique=True)
        case "choice" if kind.choices:
            return st.sampled_from(kind.choices)
    return st.just(paths.read(case, path))


@st.composite
def blanked_and_completed(draw: st.DrawFn) -> tuple[CaseFile, CaseFile]:
    """Take an acceptance case, blank some facts, and answer some of these again, as they were or otherwise."""
    case = draw(st.sampled_from(CASES))
    places = can_be_open(case)
    blanked = draw(st.lists(st.sampled_from(sorted(places)), unique=True, max_size=12))
    less, more = case, case
    for path in blanked:
        less = paths.put(less, path, None)
        kept = st.just(paths.read(case, path))
        more = paths.put(more, path, draw(st.one_of(kept, st.none(), another(case, path, places[path]))))
    return less, more


@given(blanked_and_completed())
def test_what_stood_while_facts_were_open_stands_for_every_completion(cases):
    less, more = cases
    law = LAWS[less.decided_on]
    before, after = first_answer(less, law), first_answer(more, law)
    if before.stands:
        assert (after.outcome, after.stands) == (before.outcome, True)
    for earlier, later in zip(before.disclosures, after.disclosures, strict=True):
        assert earlier.verdict in ("open", later.verdict)
        assert set(earlier.lawful_basis) <= set(later.lawful_basis) or later.personal_data is False
    assert set(before.duties) <= set(after.duties)
    assert set(before.refer_to) <= set(after.refer_to)
    assert {rejected.id for rejected in before.rejected} <= {rejected.id for rejected in after.rejected}


@given(blanked_and_completed())
def test_an_answer_that_changed_names_what_was_open_before(cases):
    less, more = cases
    law = LAWS[less.decided_on]
    before, after = first_answer(less, law), first_answer(more, law)
    if before.outcome != after.outcome:
        assert not before.stands
        assert any("outcome" in fact.decides for fact in before.open)


def test_the_cases_have_much_that_can_be_blanked():
    assert min(len(can_be_open(case)) for case in CASES) > 10
