"""A record and blocks of every kind, for the tests of paper."""

from lawfulshare import content
from lawfulshare.case import case_file
from lawfulshare.law.answer.assessment import Assessment, LawOfTheDay, ProofTold
from lawfulshare.record import twin
from lawfulshare.record.record import (
    Block,
    Bullets,
    Cell,
    DecisionBox,
    Facts,
    Frame,
    Heading,
    Masthead,
    NewPage,
    Paragraph,
    Record,
    Run,
    SignaturePlace,
    Signatures,
    Signer,
    Table,
)

WELSH = "Ŵyl y dŵr: tŷ, ŷd, ŵyn, Llŷn, â ê î ô û ẁ ẃ ẅ ỳ."
GAELIC = "An Ṫaoiseaċ, ḃí, ċ, ḋ, ḟ, ġ, ṁ, ṗ, ṡ, ṫ; Dh’fhaodadh gun robh cunnart ann; ò à ù."
LONG_WORD = "Rhosllanerchrugog" * 12


def record(*, training: bool = False) -> Record:
    case = case_file.read((content.resources() / "examples" / "theo.json").read_bytes())
    law = LawOfTheDay(pack="england", version="2026.11.0", sha256="0" * 64, as_at="2026-11-23")
    answer = ProofTold(kind="goal", id="outcome", says="What follows from what was said", truth="holds")
    return Record(
        id="LS-2026-7F3K9Q",
        closed_at="2026-11-23T14:31:00+00:00",
        training=training,
        signers=(Signer(part="author", certificate_sha256="a" * 64),),
        case=case,
        assessment=Assessment(law=law, outcome="SHARE", stands=True, explanation=answer),
        made_with={"lawfulshare": "0.1.0", "pack": "england 2026.11.0"},
    )


def frame(*, training: bool = False) -> Frame:
    return Frame(
        title="Decision record LS-2026-7F3K9Q",
        head="Decision record",
        about="Theo, age 2",
        handling="TRAINING" if training else "Handle as confidential: safeguarding",
        number="LS-2026-7F3K9Q",
        page="Page {page} of {pages}",
        language="en-GB",
        training=training,
        digest=twin.digest(record(training=training)),
    )


def page_one(*, training: bool = False) -> tuple[Block, ...]:
    return (
        Masthead("Riverside Recovery, Northmoor NHS Trust", "23 November 2026, 14:31"),
        DecisionBox(
            "Decision",
            "Share",
            "Tell the children’s services front door three things about Theo’s care. His mother refused; her "
            "refusal was heard and is recorded below. It does not decide, because the trust has a duty to share what "
            "bears on a child’s welfare.",
            training,
        ),
        Facts(
            (
                ("Who decided", ((Run("J. Malik", bold=True), Run(", Named nurse, substance misuse")),)),
                (
                    "About",
                    ((Run("Theo", bold=True), Run(", 2, the child. "), Run("Theo’s mother", bold=True), Run(", 24.")),),
                ),
                (
                    "Told to",
                    (
                        (
                            Run("Children’s services front door", bold=True),
                            Run(", by its secure form, today. It needs this to assess whether Theo needs help."),
                        ),
                    ),
                ),
                (
                    "Why",
                    (
                        "Theo’s mother has used heroin again since late October and, on two visits, could not say who "
                        "collects him. He has missed eleven days this half term, and the grandmother who looked after "
                        "him has stopped. Nobody outside the home now sees how he is cared for.",
                    ),
                ),
                (
                    "Under which law",
                    (
                        (Run("Duty:", bold=True), Run(" Children Act 2004, section 16LA.")),
                        (Run("Basis:", bold=True), Run(" legal obligation, UK GDPR Article 6(1)(c).")),
                        (
                            Run("Health data:", bold=True),
                            Run(" safeguarding of children, Data Protection Act 2018, Schedule 1, paragraph 18."),
                        ),
                    ),
                ),
                ("Set aside", ("Consent: refused, and not the basis. Reasons below.",)),
                (
                    "Harm weighed",
                    (
                        (Run("If shared:", bold=True), Run(" she may leave treatment.")),
                        (Run("If not shared:", bold=True), Run(" a young child stays with nobody watching over him.")),
                    ),
                ),
                ("Told and heard", ("Mother was told today, face to face.",)),
                ("Looked at again", ("7 December 2026: has the front door answered, and what is it doing?",)),
            )
        ),
        Signatures(
            (
                SignaturePlace(
                    "author",
                    "Signed by J. Malik",
                    ("23 November 2026, 14:31", "Law as at 23 November 2026, England, edition 2026.11.0"),
                ),
                SignaturePlace("supervisor", "Countersignature", ("Not yet countersigned",)),
            )
        ),
    )


def grid(rows: int) -> Table:
    amounts = ("send", "summarise", "anonymise", "withhold", "undecided")
    words = ("Send", "Summary", "Without names", "Keep back", "Not decided")
    return Table(
        "Each line is one piece of information",
        ("Information", "Front door", "School nurse", "Why"),
        tuple(
            (
                Cell(f"Item {number}: three visits missed since September", small="Health. Fact. About Theo."),
                Cell(words[number % 5], mark=amounts[number % 5]),
                Cell(words[(number + 3) % 5], mark=amounts[(number + 3) % 5], small="The law says keep back"),
                Cell("Shows the pattern and the change in him. Law: send, duty under section 16LA."),
            )
            for number in range(1, rows + 1)
        ),
        widths=(55, 35, 35, 45),
    )


def every_kind(*, training: bool = False) -> tuple[Block, ...]:
    return (
        *page_one(training=training),
        NewPage(),
        Heading(2, "How much went to whom, and why"),
        Paragraph("Each line is one piece of information. The mark says how much was sent; the words say the same."),
        grid(40),
        Heading(2, "Reasons"),
        Paragraph("The lead paragraph says in a larger size what the section is about.", "lead"),
        Heading(3, "In the person’s own words"),
        Paragraph("He goes quiet and watches the door when a man’s voice is heard.\nHe did so twice.", "quote"),
        Paragraph(WELSH),
        Paragraph(GAELIC),
        Paragraph((Run("A long word without a blank: ", bold=True), Run(LONG_WORD))),
        Paragraph("Small print: the commencement regulations were not seen.", "small"),
        Bullets(("The first reason.", (Run("The second,", bold=True), Run(" which is longer. " * 12)), "", "A third.")),
        Table("Two columns without widths", ("Fact", "Answer"), ((Cell("Age"), Cell("2")), (Cell("Seen"), Cell("")))),
        Facts((("A very long account", ("Nobody outside the home now sees how he is cared for. " * 130,)),)),
        Table("A row taller than a page", ("Item", "Account"), ((Cell("i1"), Cell("She said that again. " * 300)),)),
        Heading(2, "What was asked"),
        Facts((("", ("",)), ("Nothing", ()), ("Asked", ("Who is on the tenancy?",)))),
        Paragraph(""),
    )
