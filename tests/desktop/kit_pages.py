"""Pages, a case and what the law says of it, for the tests of the widgets."""

from lawfulshare import content
from lawfulshare.case import case_file
from lawfulshare.desktop.disclosure import LawText
from lawfulshare.guide.form import Page
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer

CASE = case_file.read((content.resources() / "examples" / "theo.json").read_bytes())
EMPTY = case_file.CaseFile(format="lawfulshare.case/1", mode="share", nation="england", decided_on="2026-11-23")


def law_text(name):
    return LawText("Children Act 1989, section 47", "They shall make enquiries.", "section 47(1)(b)", "In force")


def page(**shape):
    return Page.model_validate({"name": "page", "section": "section", **shape})


ALONE = page(
    title="The concern",
    asks=[
        {
            "fact": "concern.reasonable_cause",
            "as": "yes_no_not_known",
            "text": "Have you reason to believe Theo is being harmed?",
            "hint": "A reason is something you could put into words.",
            "example": "**Enough.** A bruise in a baby who cannot yet roll.\n\n**Not enough.** A feeling.",
            "law": ["some-law"],
            "choices": [
                {"value": True, "text": "Yes, and I could say why", "hint": "Something seen, heard or told."},
                {"value": False, "text": "No", "hint": "You have looked into it."},
            ],
        }
    ],
)
EVERY_KIND = page(
    title="Every kind of question",
    hint="They stand on one page.",
    asks=[
        {"fact": "concern.life_at_risk", "as": "yes_no_not_known", "text": "Is a life at risk?"},
        {"fact": "concern.level", "as": "choose_one", "text": "How serious is it?",
         "choices": [{"value": "welfare", "text": "A worry"}, {"value": "early_help", "text": "Early help"}]},
        {"fact": "concern.kinds", "as": "choose_many", "text": "What kind of harm?",
         "choices": [{"value": "neglect", "text": "Neglect"}, {"value": "bullying", "text": "Bullying"}]},
        {"fact": "organisation.sector", "as": "pick_from_list", "text": "Where do you work?",
         "choices": [{"value": "nhs_trust", "text": "An NHS trust"}, {"value": "police", "text": "The police"}]},
        {"fact": "concern.about", "as": "people", "text": "Whom is it about?"},
        {"fact": "decision_maker.name", "as": "line", "text": "What is your name?"},
        {"fact": "decision.rationale", "as": "paragraph", "text": "Why?"},
        {"fact": "request.order_limits", "as": "lines", "text": "What does the order limit?"},
        {"fact": "person_count", "as": "number", "text": "How many?"},
        {"fact": "review.on", "as": "day", "text": "When do you look at it again?"},
        {"fact": "decision.bases", "as": "bases", "text": "Which law do you rely on?"},
    ],
)  # fmt: skip
PEOPLE = page(
    title="Who is in Theo's life?",
    kind="wide",
    each="person",
    one_called="a person",
    asks=[
        {"fact": "person.label", "as": "line", "text": "What are they called here?"},
        {"fact": "person.age", "as": "number", "text": "How old are they?"},
        {"fact": "person.part", "as": "choose_one", "text": "What part do they play?"},
        {"fact": "person.may_harm_child", "as": "yes_no_not_known", "text": "Could they be a danger to a child?"},
    ],
)
GRID = page(
    title="How much goes to whom?", kind="wide", asks=[{"fact": "disclosure", "as": "grid", "text": "How much?"}]
)
ASSESSMENT = Assessment.model_construct(
    disclosures=tuple(
        DisclosureAnswer(
            item=item,
            recipient=recipient,
            verdict="withhold" if recipient == "r2" else "send",
            lawful_basis=("some-law",),
            because=("It can be answered without it.",),
        )
        for item in ("i1", "i2", "i3", "i4")
        for recipient in ("r1", "r2")
    )
)
PAGES = {"alone": ALONE, "every kind": EVERY_KIND, "people": PEOPLE, "grid": GRID}
