"""Records of generated cases, and what a holder of the author's key may invent in the answer of one."""

import json
import random
from collections.abc import Callable, Iterator

from made import CLOSED_AT
from sealed import author

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile, read, write
from lawfulshare.content import root
from lawfulshare.faults import BadCaseFile
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.assessment import Assessment
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import load
from lawfulshare.record import making
from lawfulshare.record.record import Record
from lawfulshare.record.signing import sign
from lawfulshare.wording import wording

TEXTS = (
    "Ŵyr neb; ṁáthair a dúirt é.", "She said: “not now”, and left.\nThen she came back.", "(Tj) ET \\ % << >> endobj",
    "Rhosllanerchrugog" * 9, "a 🙂 b \u200f c \u0007 d", "1. First\n\n2. Second", "  ", "x" * 3,
    "He's \"fine\" & <b>well</b>",
)  # fmt: skip
ASKED = ("truth", "choice", "number", "text")
STAYS = {"format", "nation", "decided_on", "decision.outcome", "language"}


def acceptance() -> list[CaseFile]:
    """The acceptance cases that have somebody to whom something could go."""
    files = sorted((root() / "tests" / "acceptance").glob("*.json"))
    return [read(json.dumps(json.loads(path.read_text(encoding="utf-8"))["case"]).encode()) for path in files]


def cases(seed: int, bases: list[CaseFile]) -> Iterator[tuple[CaseFile, Law, Assessment]]:
    """Generated cases without end, each with its law and what that makes of it; the same seed gives the same."""
    dice = random.Random(seed)
    pack = load("england")
    while True:
        case = dice.choice(bases)
        places = list(_places(case))
        for path, kind in dice.sample(places, min(len(places), dice.randint(0, 9))):
            try:
                case = paths.put(case, path, _answer(kind, dice))
            except (KeyError, ValueError):
                continue
        try:
            case = read(write(case))
            law = pack.on(case.decided_on or "2026-11-23")
            yield case, law, assess(case, law)
        except BadCaseFile:
            continue  # it contradicts itself, and no record is made of it


def record(case: CaseFile, assessment: Assessment) -> Record:
    """The record of a case, as the program puts it together."""
    return making.record_of(case, assessment, author(), number="LS-2026-GENERAT", closed_at=CLOSED_AT)


def signed(made: Record, law: Law) -> bytes:
    """A record, drawn and signed with its author's key."""
    return sign(making.draw(made, law, wording("en")), author(), at=CLOSED_AT)


def _places(case: CaseFile) -> Iterator[tuple[str, paths.FactKind]]:
    for fact, kind in paths.facts().items():
        if kind.kind not in ASKED or fact in STAYS or fact.endswith(".id"):
            continue
        first, _, rest = fact.partition(".")
        if first in paths.ENTRIES:
            for at, entry in enumerate(paths.entries(case, first)):
                yield f"{paths.ENTRIES[first]}.{paths.key_of(entry, at)}.{rest}", kind
        else:
            yield fact, kind


def _answer(kind: paths.FactKind, dice: random.Random) -> object:
    match kind.kind:
        case "truth":
            return dice.choice([True, False, None])
        case "number":
            return dice.choice([0, 7, 13, 15, 16, 18, 40])
        case "text":
            return dice.choice(TEXTS)
    return dice.choice(kind.choices) if kind.choices else None


# What may be invented in an answer ----------------------------------------------------------------------------------

Invention = Callable[[dict, random.Random], None]


def other_outcome(told: dict, dice: random.Random) -> None:
    told["outcome"] = dice.choice([one for one in ("SHARE", "LIMITED", "ADVICE", "NOT_NOW") if one != told["outcome"]])


def other_standing(told: dict, dice: random.Random) -> None:
    told["stands"] = not told["stands"]


def duty_more_or_less(told: dict, dice: random.Random) -> None:
    told["duties"] = told["duties"][1:] if told["duties"] else ["ca2004-s16la"]


def referral_more_or_less(told: dict, dice: random.Random) -> None:
    told["refer_to"] = told["refer_to"][1:] if told["refer_to"] else ["police"]


def other_verdict(told: dict, dice: random.Random) -> None:
    pair = dice.choice(told["disclosures"])
    pair["verdict"] = dice.choice([one for one in ("send", "summarise", "withhold") if one != pair["verdict"]])


def _list_of(key: str, more: str) -> Invention:
    def change(told: dict, dice: random.Random) -> None:
        pair = dice.choice(told["disclosures"])
        pair[key] = pair[key][1:] if pair[key] else [more]

    change.__name__ = f"other_{key}"
    return change


def other_preference_of_bases(told: dict, dice: random.Random) -> None:
    pair = max(told["disclosures"], key=lambda pair: len(pair["lawful_basis"]))
    if len(pair["lawful_basis"]) > 1:
        pair["lawful_basis"].reverse()
    else:
        pair["lawful_basis"].append("art6-1-a-consent")


def no_personal_data(told: dict, dice: random.Random) -> None:
    pair = dice.choice(told["disclosures"])
    pair["personal_data"] = not pair["personal_data"]


def other_reason_for_a_rejected_basis(told: dict, dice: random.Random) -> None:
    told["rejected"] = [{"id": "art6-1-a-consent", "because": "She said yes."}, *told["rejected"][1:]]


def proof_says_something_else(told: dict, dice: random.Random) -> None:
    told["explanation"]["says"] = "A judge has ordered it"


def warning_is_left_out_or_added(told: dict, dice: random.Random) -> None:
    told["warnings"] = (
        told["warnings"][1:] if told["warnings"] else [{"code": "all-well", "at": "case", "text": "Fine"}]
    )


def what_is_open_is_invented(told: dict, dice: random.Random) -> None:
    told["open"] = [*told["open"], {"path": "people.p99.consent.explicit", "decides": ["outcome"]}]


def what_would_change_it_is_invented(told: dict, dice: random.Random) -> None:
    told["would_change"] = [{"set": {"request.urgent": True}, "learn": [], "outcome": "URGENT"}]


LEGAL: dict[Invention, str] = {
    other_outcome: "outcome-differs",
    other_standing: "outcome-differs",
    duty_more_or_less: "duties-differ",
    referral_more_or_less: "duties-differ",
    other_verdict: "disclosures-differ",
    _list_of("lawful_basis", "art6-1-a-consent"): "disclosures-differ",
    _list_of("condition", "sch1-para18-safeguarding"): "disclosures-differ",
    _list_of("confidentiality", "consent"): "disclosures-differ",
    _list_of("gateways", "ca2004-s16la"): "disclosures-differ",
    other_preference_of_bases: "disclosures-differ",
    no_personal_data: "disclosures-differ",
}
REASONS: dict[Invention, str] = dict.fromkeys(
    (
        other_reason_for_a_rejected_basis, proof_says_something_else, warning_is_left_out_or_added,
        what_is_open_is_invented, what_would_change_it_is_invented,
    ),
    "reasons-differ",
)  # fmt: skip
INVENTIONS = LEGAL | REASONS


def invented(case: CaseFile, assessment: Assessment, invention: Invention, dice: random.Random) -> Record:
    """A record whose answer is partly invented; its pages are drawn from it and its author's key signs it."""
    genuine = record(case, assessment)
    told = json.loads(genuine.assessment.model_dump_json())
    invention(told, dice)
    return genuine.model_copy(update={"assessment": Assessment.model_validate_json(json.dumps(told))})
