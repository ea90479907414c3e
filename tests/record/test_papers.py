"""Papers from a signed record tell each reader what is theirs, and nothing of the rest."""

import io
import json
import re
from typing import Any

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import CLOSED_AT, Shelf, answered, changed, recorded, theo
from test_blocks import lines

from lawfulshare.case.case_file import CaseFile, read, write
from lawfulshare.faults import BadAnswer
from lawfulshare.guide.coaching import reading_age
from lawfulshare.law.answer.assessment import WouldChange
from lawfulshare.record import papers
from lawfulshare.record.blocks.naming import Telling
from lawfulshare.record.papers.leaving_out import LeavingOut
from lawfulshare.wording import wording

WORDS = wording("en")
OLDEST_READER = 12


def telling(case: CaseFile, **answer: Any) -> Telling:
    return Telling(recorded(case, answered(case).model_copy(update=answer)), Shelf(), WORDS)


def text(told: Telling, kind: papers.Kind, whom: str = "") -> str:
    return "\n".join(line for block in papers.blocks(told, kind, whom, "2026-11-25") for line in lines(block))


FREE_TEXT = re.compile(r"^[A-Z].*|.* .*")
KEPT = {"format", "outcome"}


def marked(case: CaseFile) -> tuple[CaseFile, dict[str, str]]:
    """The case with a word of its own in place of each free text, and the words by where they stand."""
    found: dict[str, str] = {}

    def at(value: Any, path: str) -> Any:
        if isinstance(value, dict):
            return {key: one if key in KEPT else at(one, f"{path}.{key}") for key, one in value.items()}
        if isinstance(value, list):
            named = [one.get("id", str(n)) if isinstance(one, dict) else str(n) for n, one in enumerate(value)]
            return [at(one, f"{path}.{name}") for one, name in zip(value, named, strict=True)]
        if isinstance(value, str) and FREE_TEXT.match(value):
            found[path.lstrip(".")] = f"Canary{len(found)}x"
            return found[path.lstrip(".")]
        return value

    return read(json.dumps(at(json.loads(write(case)), "")).encode()), found


@given(
    st.lists(st.sampled_from(["full", "summary", "anonymised", "withhold", None]), min_size=8, max_size=8),
    st.sampled_from(["r1", "r2"]),
)
def test_a_schedule_says_what_goes_to_its_recipient_and_not_a_word_more(extents, whom):
    stated = json.loads(write(theo()))
    for pair, extent in zip(stated["disclosures"], extents, strict=True):
        pair["extent"], pair["goes_as"] = extent, "In short, and without names"
    stated["items"][0] |= {"own_words": "He said so", "period": "This autumn"}
    del stated["items"][0]["on"]
    case, canaries = marked(read(json.dumps(stated).encode()))
    told = telling(case)
    if whom not in [one.id for one in papers.offered(told, "schedule")]:
        return
    said = text(told, "schedule", whom)
    mine = {pair.item: pair.extent for pair in case.disclosures or () if pair.recipient == whom}
    whole = {item for item, extent in mine.items() if extent == "full"}
    allowed = set()
    for path, word in canaries.items():
        head, _, rest = path.partition(".")
        match head:
            case "items":
                fits = rest.split(".")[0] in whole and rest.split(".")[1] in ("what", "own_words", "period")
            case "recipients":
                fits = rest in (f"{whom}.label", f"{whom}.needs_it_for")
            case "transmission":
                fits = rest == "0.conditions" and whom == "r1"
            case "disclosures":
                pair = (case.disclosures or ())[int(rest.split(".")[0])]
                fits = rest.endswith("goes_as") and pair.recipient == whom and pair.extent in ("summary", "anonymised")
            case _:
                fits = path in ("organisation.name", "decision_maker.name", "decision_maker.role",
                                "decision_maker.contact")  # fmt: skip
        if fits:
            allowed.add(word)
    assert set(re.findall(r"Canary\d+x", said)) == allowed
    assert not re.search(r"neglect|withh|kept back|Keep back|Children Act|UK GDPR|Share some", said)


def test_a_schedule_leaves_room_for_a_summary_that_is_not_written_yet():
    stated = json.loads(write(theo()))
    stated["disclosures"][0] |= {"extent": "summary"}
    case = read(json.dumps(stated).encode())
    assert "lost weight" not in text(telling(case), "schedule", "r1")
    assert "In short\n\u00a0" in text(telling(case), "schedule", "r1")


def test_the_letter_to_a_person_tells_what_is_about_them_alone_and_that_more_is_left_out():
    stated = json.loads(write(theo()))
    stated["items"][3] |= {"what": "Her mood scores"}
    stated["disclosures"][3] |= {"extent": "full"}
    said = text(telling(read(json.dumps(stated).encode())), "person", "p2")
    assert "Her mood scores." in said
    assert "shouted from the stairs" not in said and "lost weight" not in said and "Name, birth date" not in said
    assert "2 things are about you and also about somebody else" in said
    assert "We will look at this again on 7 December 2026." in said


@pytest.mark.parametrize(("status", "says"), [("refused", "did not want this"), ("given", "you agree")])
def test_the_letter_hears_a_refusal_and_an_agreement(status, says):
    people = [person.model_dump(mode="json", exclude_none=True) for person in theo().people]
    people[1]["consent"] = {"status": status}
    assert says in text(telling(changed(theo(), people=people)), "person", "p2")


def test_nobody_is_written_to_whom_the_record_says_not_to_tell():
    assert [one.id for one in papers.offered(telling(theo()), "person")] == ["p2"]


def test_the_letter_to_a_person_and_the_schedule_read_easily():
    for kind in ("person", "schedule", "copy"):
        sentences = [WORDS(key) for key in sorted(WORDS.keys()) if key.startswith(f"papers.{kind}.")]
        assert reading_age(" ".join(one for one in sentences if one.endswith("."))) <= OLDEST_READER, kind


def test_the_record_of_not_sharing_says_what_why_and_what_would_change_it():
    changes = (
        WouldChange(set={"recipients.r2.needs_it_for": "x"}, outcome="SHARE"),
        WouldChange(set={"concern.life_at_risk": True}, outcome="URGENT"),
    )
    said = text(telling(theo(), would_change=changes), "not-sharing")
    for part in ("3 things were not shared", "A year old; it does not bear on Theo now.", "If shared:",
                 "7 December 2026: Has the front door", "\nShare\nIf", "Ring the front door"):  # fmt: skip
        assert part in said, part
    assert "a life is at risk" not in said, "to share at once is no answer to what was kept back"


def test_there_is_no_record_of_not_sharing_where_everything_goes():
    pairs = [{"item": "i1", "recipient": "r1", "extent": "full"}]
    assert papers.offered(telling(changed(theo(), disclosures=pairs)), "not-sharing") == ()


def test_a_copy_has_nothing_of_anybody_else():
    stated = json.loads(write(theo()))
    stated["people"][2] |= {"name": "Robert Canary"}
    stated["decision"]["rationale"] = (
        "He is thin. robert shouted! Nobody sees him. CANARY was there. Her New Partner too."
    )
    stated["concern"]["wishes"] = "Theo watches the door."
    said = text(telling(read(json.dumps(stated).encode())), "copy", "p1")
    assert "He is thin. [Left out: it is about somebody else.] Nobody sees him. [Left out" in said
    for other in (
        "obert",
        "anary",
        "shouted",
        "partner",
        "mood scores",
        "tenancy",
        "Named nurse",
        "aged 24",
        "aged 31",
    ):
        assert other.casefold() not in said.casefold(), other
    assert "Three visits missed since September, and Theo has lost weight." in said
    assert "Theo watches the door." in said
    assert "3 things that are also about somebody else" in said and "What the record says of 2 other people." in said


@given(st.text(alphabet="Ana Bob.!? \n", max_size=40))
def test_what_is_left_in_a_text_never_names_anybody_else(written):
    case = read(
        b'{"format": "lawfulshare.case/1", "people": [{"id": "p1", "label": "Bob"}, {"id": "p2", "label": "Ana"}]}'
    )
    left = LeavingOut(case, "p1", WORDS).of(written)
    assert not re.search(r"(?<!\w)ana(?!\w)", left.text, re.IGNORECASE)
    assert left.was == bool(re.search(r"(?<!\w)ana(?!\w)", written, re.IGNORECASE))


def test_for_whom_a_paper_is_can_be_said_by_name_and_is_asked_where_several_could_be_meant():
    told = telling(theo())
    assert papers.chosen(told, "schedule", "Housing officer of the district").id == "r2"
    assert papers.chosen(told, "copy", None).id == "p1"
    for kind, named in (("schedule", None), ("schedule", "r9"), ("person", "p1")):
        with pytest.raises(BadAnswer):
            papers.chosen(told, kind, named)


@pytest.mark.parametrize("kind", papers.KINDS)
@pytest.mark.parametrize("training", [False, True])
def test_each_paper_is_an_accessible_archival_file_without_the_case_in_it(kind, training):
    told = Telling(recorded(theo(), training=training), Shelf(), WORDS)
    pdf = papers.draw(told, kind, papers.offered(told, kind)[0].id, CLOSED_AT)
    assert pdf == papers.draw(told, kind, papers.offered(told, kind)[0].id, CLOSED_AT)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(pdf, profile=profile).failures == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/Names" not in opened.Root and "/AF" not in opened.Root
