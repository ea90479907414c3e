"""The record as blocks: page 1 is the whole story, and everything that was said is said once."""

import itertools
import json
import re

import pytest
from made import DUTY, Shelf, answered, changed, recorded, theo

from lawfulshare.case import paths
from lawfulshare.case.case_file import read, write
from lawfulshare.case.vocabulary import Outcome
from lawfulshare.content import root
from lawfulshare.law.answer.assessment import ToRecord, Warning_, WouldChange
from lawfulshare.record.blocks import blocks, frame
from lawfulshare.record.record import (
    Bullets,
    Cell,
    DecisionBox,
    Facts,
    FamilyPicture,
    Heading,
    Masthead,
    NewPage,
    Paragraph,
    Signatures,
    Table,
    TimeLine,
)
from lawfulshare.wording import wording

WORDS = wording("en")


def told(record):
    return blocks(record, Shelf(), WORDS)


def plain(text):
    return text if isinstance(text, str) else "".join(run.text for run in text or ())


def lines(block):
    match block:
        case Heading() | Paragraph():
            yield plain(block.text)
        case Masthead():
            yield from (block.organisation, block.when)
        case DecisionBox():
            yield from (block.label, block.word, block.sentence)
        case Facts():
            for label, texts in block.rows:
                yield label
                yield from map(plain, texts)
        case Bullets():
            yield from map(plain, block.entries)
        case Table():
            yield from (block.caption, *block.head)
            for row in block.rows:
                for cell in row:
                    yield from filter(None, (plain(cell.text), plain(cell.small)))
        case FamilyPicture() | TimeLine():
            yield block.alternative
        case Signatures():
            for place in block.places:
                yield from (place.title, *place.lines)


def text_of(parts):
    return "\n".join(line for block in parts for line in lines(block))


def first_page(parts):
    return parts[: next(at for at, block in enumerate(parts) if isinstance(block, NewPage))]


def acceptance(number):
    path = next((root() / "tests" / "acceptance").glob(f"{number}-*.json"))
    return read(json.dumps(json.loads(path.read_text())["case"]).encode())


def test_page_one_has_the_whole_story_and_no_table():
    page = first_page(told(recorded(theo())))
    labels = [label for block in page if isinstance(block, Facts) for label, _ in block.rows]
    assert labels == [
        "Who decided", "About", "Told to", "What goes", "Why", "Under which law", "Set aside", "Harm weighed",
        "Told and heard", "Looked at again",
    ]  # fmt: skip
    assert not any(isinstance(block, Table) for block in page)
    assert isinstance(page[0], Masthead)
    assert isinstance(page[-1], Signatures)


def test_the_decision_is_one_plain_sentence_after_the_other():
    box = next(block for block in told(recorded(theo())) if isinstance(block, DecisionBox))
    assert box.word == "Share some of it"
    assert box.sentence == (
        "Three things about Theo go to Children's services front door and Housing officer of the district. "
        "One thing stays back."
    )


def test_page_one_says_what_goes_whole_and_what_stays():
    page = text_of(first_page(told(recorded(theo()))))
    assert "Whole: Three visits missed since September, and Theo has lost weight; A man who" in page
    assert "; and 1 more." in page
    assert "Kept back: The mother's postnatal mood scores of last year." in page


def test_page_one_says_who_asked_and_under_which_power_where_somebody_did():
    case = changed(theo(), request={"from": "r1", "received_on": "2026-11-19", "power_cited": DUTY})
    page = text_of(first_page(told(recorded(case))))
    assert "Children's services front door, on 19 November 2026. They named this: Duty to share" in page
    nameless = text_of(first_page(told(recorded(changed(theo(), request={"from": "r1"})))))
    assert "Children's services front door. No power was named." in nameless


def test_page_one_says_what_is_asked_where_one_finds_out_more_first():
    asked = [{"id": f"e{n}", "ask": "r2", "question": f"Question {n}?"} for n in range(1, 6)]
    case = changed(theo(), enquiries=asked, decision={"outcome": "SEEK", "rationale": "Too little is known."})
    page = text_of(first_page(told(recorded(case, answered(case, "SEEK")))))
    assert "Housing officer of the district: Question 1?" in page
    assert "Question 3?" in page and "Question 4?" not in page and "And 2 more." in page


def test_page_one_names_a_few_of_many_recipients_and_says_how_many_more_there_are():
    readers = [{"id": f"r{n}", "label": f"Reader {n}", "needs_it_for": "Seeing him"} for n in range(1, 9)]
    pairs = [{"item": "i1", "recipient": f"r{n}", "extent": "full"} for n in range(1, 9)]
    case = changed(theo(), recipients=readers, disclosures=pairs, enquiries=[], transmission=[])
    page = text_of(first_page(told(recorded(case))))
    assert "Reader 1, Reader 2, Reader 3 and 5 more" in page and "Reader 4" not in page


SAID_ONCE = [
    "decision.rationale", "decision.purpose", "decision.alternatives", "balance.detriment_of_sharing",
    "balance.detriment_of_not_sharing", "concern.protective_factors", "concern.wishes", "concern.urgency.because",
    "decision_maker.contact", "decision_maker.manager", "enquiries.e1.question", "enquiries.e1.why",
    "enquiries.e1.gives_away", "enquiries.e1.reply.text", "advice.0.gist", "review.because", "retention",
    "transmission.0.how", "transmission.0.reference", "transmission.0.conditions", "recipients.r1.needs_it_for",
]  # fmt: skip


SEEN = {"known": "He shouted on Friday", "assumed": "That the father is away", "missing": "Who sleeps there"}
STATEMENTS = [
    {"id": "s1", "says": "He lives there", "bears_on": "concern.reasonable_cause", "changes": "I believe the landlord",
     "sources": [{"from": "e1", "agrees": True}, {"from": "What I saw", "agrees": True}]},
    {"id": "s2", "says": "The route is safe", "bears_on": "recipients.r1.secure_route"},
    {"id": "s3", "says": "It is quiet", "bears_on": "concern.mood"},
]  # fmt: skip


def test_finding_out_more_tells_the_picture_and_what_adds_up_and_what_it_bears_on():
    text = text_of(told(recorded(changed(theo(), picture=SEEN, statements=STATEMENTS))))
    for said in (*SEEN.values(), "It bears on this: whether there is reason to believe in the harm.",
                 "I believe the landlord",
                 "It bears on this: Children's services front door, whether the route is secure."):  # fmt: skip
        assert said in text, said


def test_each_statement_is_set_against_each_source_and_how_it_stands():
    parts = told(recorded(changed(theo(), statements=STATEMENTS)))
    table = next(block for block in parts if isinstance(block, Table) and block.head[0] == "Statement")
    assert table.head == ("Statement", "Housing officer of the district", "What I saw", "It stands")
    assert [plain(cell.text) for cell in table.rows[0]] == [
        "He lives there", "Bears it out", "Bears it out", "borne out by more than one source",
    ]  # fmt: skip
    assert [plain(row[-1].text) for row in table.rows[1:]] == ["on nobody's word"] * 2


def test_more_sources_than_stand_beside_each_other_go_on_in_a_further_table():
    sources = [{"from": f"Source {n}", "agrees": n == 3 or None} for n in range(1, 6)]
    parts = told(recorded(changed(theo(), statements=[{"id": "s1", "says": "He lives there", "sources": sources}])))
    heads = [block.head for block in parts if isinstance(block, Table) and block.head[0] == "Statement"]
    assert [len(head) for head in heads] == [5, 5]
    assert [name for head in heads for name in head[1:-1]][1:] == [f"Source {n}" for n in range(1, 6)]


def test_finding_out_more_is_told_where_only_the_picture_was_said_and_not_where_nothing_was():
    only = text_of(told(recorded(changed(theo(), picture={"missing": "Who sleeps there"}, enquiries=[]))))
    assert "Finding out more" in only and "Taken for granted" not in only
    nothing = text_of(told(recorded(changed(theo(), picture={}, enquiries=[], statements=[]))))
    assert "Finding out more" not in nothing


@pytest.mark.parametrize("path", SAID_ONCE)
def test_what_the_practitioner_wrote_is_on_the_record(path):
    written = paths.read(theo(), path)
    assert written.rstrip(".") in text_of(told(recorded(theo())))


@pytest.mark.parametrize("path", [path for path in SAID_ONCE if not path.startswith("recipients")])
def test_it_is_there_once(path):
    written = paths.read(theo(), path).rstrip(".")
    assert text_of(told(recorded(theo()))).count(written) == 1


def test_every_item_has_a_row_also_those_kept_back():
    table = next(one for one in told(recorded(theo())) if isinstance(one, Table) and one.head[0] == "What is known")
    assert [plain(row[0].text) for row in table.rows] == [f"{n}. {i.what}" for n, i in enumerate(theo().items, 1)]
    kept = table.rows[3][1]
    assert kept == Cell("Keep back", mark="withhold")


def test_what_the_law_says_stands_beside_what_the_practitioner_chose():
    answer = answered(theo())
    first = answer.disclosures[0].model_copy(update={"verdict": "summarise", "because": ("A summary does",)})
    differing = answer.model_copy(update={"disclosures": (first, *answer.disclosures[1:])})
    text = text_of(told(recorded(theo(), differing)))
    assert "The law: a summary" in text
    assert "A summary does." in text


def test_no_provision_is_shown_by_its_id():
    text = text_of(told(recorded(theo())))
    assert not re.search(r"\b(art6-|ca2004-|sch1-)", text)
    assert "Legal obligation, UK GDPR, Article 6(1)(c)" in text


def test_secondary_evidence_is_said_on_page_one():
    page = text_of(first_page(told(recorded(theo()))))
    assert "in force since 30 September 2026 on secondary evidence; the commencement order was not seen." in page


def test_no_id_of_an_entry_and_no_raw_word_of_a_list_is_shown():
    text = text_of(told(recorded(theo())))
    for raw in ("p1", "i1", "r1", "raises_risk", "council_childrens_services", "will_be_told", "True", "False"):
        assert not re.search(rf"\b{raw}\b", text), raw


def test_what_was_not_known_is_said_with_the_person_s_name():
    assert "Her new partner: whether consent was put into words for this." in text_of(told(recorded(theo())))


def test_what_was_never_said_is_said_to_be_unknown_never_to_be_no():
    case = read(b'{"format": "lawfulshare.case/1", "people": [{"id": "p1"}], "decision": {"outcome": "ADVICE"}}')
    text = text_of(told(recorded(case, answered(case, "ADVICE"))))
    assert "Person 1 (no name given)" in text
    assert "Child or adult not known, age not known: part in it not recorded." in text
    assert "An appropriate policy document is in place: not known." in text
    assert "Whether Person 1 (no name given) has been told is not recorded." in text
    assert "Said not to be so" not in text


@pytest.mark.parametrize("outcome", [*Outcome.__args__])
@pytest.mark.parametrize("number", [f"{n:02}" for n in range(1, 37)])
def test_every_acceptance_case_can_be_told_whatever_is_decided(number, outcome):
    stated = json.loads(write(acceptance(number)))
    stated["decision"] = {"outcome": outcome, "rationale": "Because."}
    case = read(json.dumps(stated).encode())
    parts = told(recorded(case, answered(case, outcome)))
    levels = [block.level for block in parts if isinstance(block, Heading)]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert all(line.strip() for block in parts for line in lines(block) if line is not None and line != "")
    text = text_of(parts)
    assert not re.search(r"\.\.|[^\S\n]{2}|\{|\}| ,| \.(\s|$)", text)


def test_the_proof_tells_what_holds_and_not_what_was_passed_over():
    text = text_of(told(recorded(theo())))
    assert "Some of it may go." in text
    assert "A lawful basis holds." in text
    assert "Somebody is in danger now" not in text


def test_the_family_is_a_picture_with_a_table_that_says_the_same():
    parts = told(recorded(theo()))
    at = next(at for at, block in enumerate(parts) if isinstance(block, FamilyPicture))
    picture, table = parts[at], parts[at + 1]
    assert "In one home: Theo, Theo's mother and Her new partner." in picture.alternative
    assert "Theo's mother, mother of Theo: live together." in picture.alternative
    assert [(key, card.about) for key, card in picture.cards] == [("p1", True), ("p2", False), ("p3", False)]
    assert [plain(row[0].text) for row in table.rows] == ["Theo", "Theo's mother", "Her new partner"]
    assert "one stays at times" in plain(table.rows[1][1].text)
    assert "Another parent, brothers and sisters and somebody met online." in text_of(parts)


def test_a_large_family_is_planned_in_the_width_in_which_it_is_drawn_largest():
    def drawn(count):
        people = [{"id": f"p{n}", "label": f"Person {n}", "kind": "adult",
                   "relationships": [{"to": "p0", "is": "cousin", "contact": "lives_with"}] if n else []}
                  for n in range(count)]  # fmt: skip
        case = changed(theo(), people=people, concern={}, items=[], disclosures=[], enquiries=[], recipients=[],
                       transmission=[])  # fmt: skip
        return next(block for block in told(recorded(case)) if isinstance(block, FamilyPicture)).plan

    assert drawn(4).width <= 642
    assert drawn(12).width > 642, "three beside each other, and fewer rows"


def test_whom_somebody_must_not_learn_about_stands_on_their_card():
    recipients = [{"id": "r1", "label": "The partner", "sector": "family_member", "person": "p3",
                   "could_endanger": ["p1"]}]  # fmt: skip
    bare = changed(theo(), recipients=recipients, disclosures=[], enquiries=[], transmission=[])
    picture = next(block for block in told(recorded(bare)) if isinstance(block, FamilyPicture))
    assert dict(picture.cards)["p3"].kept == "Must not learn about Theo"


def test_what_has_a_day_is_told_in_order_and_each_number_of_the_picture_is_a_row():
    parts = told(recorded(theo()))
    at = next(at for at, block in enumerate(parts) if isinstance(block, TimeLine))
    line, table = parts[at], parts[at + 1]
    moments = sorted((moment for _, moments in line.lanes for moment in moments), key=lambda moment: moment.first)
    numbers = [number for moment in moments for number in range(moment.first, moment.last + 1)]
    assert numbers == list(range(1, len(table.rows) + 1))
    assert [moment.day for moment in moments] == sorted(moment.day for moment in moments)
    assert moments[0].numbers == "1–2"
    assert line.ends == (("2026-11-20", "20 November 2026"), ("2026-12-07", "7 December 2026"))
    assert all(moment.coming for label, moments in line.lanes if label == "To come" for moment in moments)
    said = [plain(row[2].text) for row in table.rows]
    assert "Theo's mother was told." in said and said[-1] == "The decision is looked at again."


def test_one_day_alone_is_no_chronology_and_a_day_that_is_none_is_left_out():
    quiet = {key: [] for key in ("items", "disclosures", "enquiries", "transmission", "advice", "people")}
    decided = {"decision": {"outcome": "ADVICE"}, "concern": {}, "review": {"on": "2026-02-31"}}
    one = changed(theo(), **quiet, **decided)
    assert not any(isinstance(block, TimeLine) for block in told(recorded(one, answered(one, "ADVICE"))))


FIELDS = {
    "request": {"from": "r1", "text": "Send it all", "received_on": "2026-11-19", "purpose": "For the panel",
                "verified_how": "Rang the switchboard"},
    "transmission": [{"recipient": "r1", "how": "By telephone", "spoken_by": "P. Osei", "spoke_to": "Desk 4",
                      "written_by": "2026-11-24", "written_on": "2026-11-24"}],
    "family_considered": ["siblings"],
}  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Send it all", "19 November 2026", "For the panel.", "Rang the switchboard.",
        "Told by: P. Osei.", "Followed in writing on: 24 November 2026.", "Asked after, nobody there",
        "J. Malik, Health visitor", "14:31 by this computer's clock (UTC+00:00).", "gets their own schedule",
        "01632 960 118", "Manager: P. Osei, named nurse.", "Not asked after",
    ],
)  # fmt: skip
def test_what_is_only_sometimes_said_is_on_the_record_where_it_was_said(said):
    assert said in text_of(told(recorded(changed(theo(), **FIELDS))))


def test_what_each_rule_asks_to_be_written_down_and_what_is_coming_is_told():
    answer = answered(theo()).model_copy(update={"to_record": (ToRecord(id=DUTY, text="Which limb binds each side"),)})
    text = text_of(told(recorded(theo(), answer)))
    assert "What the law asks to be written down" in text and "Which limb binds each side." in text


def test_what_would_have_changed_the_answer_is_told_by_outcome_in_the_sentences_of_the_facts():
    changes = (
        WouldChange(set={"concern.life_at_risk": True}, outcome="URGENT"),
        WouldChange(set={"people.p1.age": 17, "concern.reasonable_cause": False},
                    learn=("concern.reasonable_cause",), outcome="NOT_NOW"),
    )  # fmt: skip
    text = text_of(told(recorded(theo(), answered(theo()).model_copy(update={"would_change": changes}))))
    assert "Urgent: act now\nIf a life is at risk." in text
    assert "(not known yet)" in text
    large = answered(theo()).model_copy(update={"tried_up_to": 1})
    assert "only changes of up to 1 facts" in text_of(told(recorded(theo(), large)))


def test_a_warning_stands_with_what_was_answered():
    warned = Warning_(code="c", at="people.p1", text="Say why", fields=("people.p1.told.because", "concern.mood"))
    text = text_of(told(recorded(theo(), answered(theo()).model_copy(update={"warnings": (warned,) * 2}))))
    assert text.count("Theo: Say why.") == 1
    assert "Answered: Theo is not told, because they need not know." in text


def test_what_goes_about_another_adult_has_its_own_reason():
    text = text_of(told(recorded(theo())))
    assert "What goes about other people" in text
    assert "to Children's services front door: It is needed for the purpose. A new adult in the home" in text


def test_alike_recipients_of_an_item_are_told_together():
    pairs = [{"item": "i1", "recipient": one, "extent": "full", "necessary": True, "reason": "They see him"}
             for one in ("r1", "r2")]  # fmt: skip
    text = text_of(told(recorded(changed(theo(), disclosures=pairs))))
    assert "To Children's services front door and Housing officer of the district" in text


def test_many_items_are_named_by_the_numbers_of_the_grid():
    items = [{"id": f"i{n}", "what": f"Thing {n}", "about": ["p1"]} for n in range(1, 10)]
    pairs = [{"item": f"i{n}", "recipient": "r1", "extent": "full"} for n in (1, 2, 4, 6, 7, 8)]
    case = changed(theo(), items=items, disclosures=pairs, enquiries=[], transmission=[])
    text = text_of(told(recorded(case)))
    assert "To Children's services front door: Items 1, 2, 4 and 6–8." in text
    assert "4. Thing 4" in text


def test_the_organisation_s_own_sheet_is_named_by_its_digest():
    law = answered(theo()).law.model_copy(update={"overlay": "ef" * 32})
    text = text_of(told(recorded(theo(), answered(theo()).model_copy(update={"law": law}))))
    assert "The organisation's own sheet\nefef efef" in text


def test_a_refusal_is_heard_on_page_one():
    people = [person.model_dump(mode="json", exclude_none=True) for person in theo().people]
    people[1]["consent"] = {"status": "refused"}
    page = text_of(first_page(told(recorded(changed(theo(), people=people)))))
    assert "Theo's mother refused consent. That was heard, and is answered under Involving people." in page


def test_a_departure_is_said_in_the_decision_itself():
    record = recorded(theo(), answered(theo(), "SHARE"))
    box = next(block for block in told(record) if isinstance(block, DecisionBox))
    assert "The assessment said otherwise (Share)" in box.sentence


def test_the_frame_names_whom_it_is_about_and_the_record_s_number():
    on_each_page = frame(recorded(theo()), Shelf(), WORDS)
    assert (on_each_page.about, on_each_page.number, on_each_page.training) == ("Theo", "LS-2026-7F3K9Q", False)
    assert on_each_page.handling == "Confidential: safeguarding"
    assert frame(recorded(theo(), training=True), Shelf(), WORDS).handling == "TRAINING"


def test_every_choice_has_its_words():
    shown = {
        "mode", "nation", "organisation.sector", "person.kind", "concern.level", "concern.kinds", "concern.urgency.is",
        "recipient.sector", "recipient.acts_for.as", "item.classes", "item.nature", "item.restrictions",
    }  # fmt: skip
    for fact in shown:
        for choice in paths.facts()[fact].choices:
            assert f"record.choice.{choice}" in WORDS, (fact, choice)


def test_every_fact_that_may_stay_open_has_its_words():
    for fact, kind in paths.facts().items():
        if kind.kind in ("truth", "choice", "choices", "ids", "number") and not fact.startswith(
            ("format", "advice.", "transmission.")
        ):
            assert f"record.fact.{fact}" in WORDS, fact


def test_no_sentence_of_the_record_is_long():
    for key in sorted(WORDS.keys()):
        if key.startswith(("record.", "verification.")):
            for sentence in re.split(r"(?<=[.?:;])\s", WORDS(key)):
                assert len(sentence.split()) <= 20, (key, sentence)


def test_the_request_is_told_in_its_own_words_and_the_file_that_it_came_as_by_its_digest():
    letter = {"name": "Request.pdf", "sha256": "0123456789abcdef" * 4, "size": 52_437}
    asked = {"from": "r1", "text": "Please send all you hold.\n\nWith thanks", "received_on": "2026-11-19",
             "purpose": "Our enquiry", "verified_how": "Rang the switchboard", "attachments": [letter]}  # fmt: skip
    said = [line for block in told(recorded(changed(theo(), mode="respond", request=asked))) for line in lines(block)]
    assert {"Please send all you hold.", "With thanks", "19 November 2026.", "Our enquiry.", "Rang the switchboard.",
            "Request.pdf, 52437 bytes. SHA-256: " + " ".join(["01234567", "89abcdef"] * 4)} <= set(said)  # fmt: skip
