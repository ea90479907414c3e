"""Cases, assessments and identities that the record's tests are made of."""

import json
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile, read, write
from lawfulshare.law.answer.assessment import Assessment, DisclosureAnswer, OpenFact, ProofTold, Rejected, Warning_
from lawfulshare.law.packs.law import LawOfTheDay
from lawfulshare.law.packs.provision import Provision
from lawfulshare.record.record import Record, Signer

CLOSED_AT = datetime(2026, 11, 23, 14, 31, tzinfo=UTC)
DUTY, BASIS, TASK, CONSENT = "ca2004-s16la", "art6-1-c-legal-obligation", "art6-1-e-public-task", "art6-1-a-consent"
CONDITION = "sch1-para18-safeguarding"
VERDICT = {"full": "send", "summary": "summarise", "anonymised": "anonymise", "withhold": "withhold"}


def theo() -> CaseFile:
    """The example that ships with the program."""
    return read((content.resources() / "examples" / "theo.json").read_bytes())


def changed(case: CaseFile, **parts: object) -> CaseFile:
    """The same case with some of its top keys replaced."""
    stated = json.loads(write(case))
    stated.update(parts)
    return read(json.dumps({key: value for key, value in stated.items() if value is not None}).encode())


def without(case: CaseFile, path: str) -> CaseFile:
    """The same case with one fact taken out; an entry of a list is named by its place."""
    stated = json.loads(write(case))
    at, steps = stated, path.split(".")
    for step in steps[:-1]:
        at = at[int(step)] if isinstance(at, list) else at[step]
    del at[steps[-1]]
    return read(json.dumps(stated).encode())


def answered(case: CaseFile, outcome: str | None = "LIMITED") -> Assessment:
    """An assessment by hand: what the law says is what the practitioner proposes."""
    return Assessment(
        law=LawOfTheDay(pack="england", version="2026.11.0", sha256="ab" * 32, as_at="2026-11-23"),
        outcome=outcome,
        stands=True,
        duties=(DUTY,),
        refer_to=("council_childrens_services",),
        disclosures=tuple(
            DisclosureAnswer(
                item=pair.item,
                recipient=pair.recipient,
                verdict=VERDICT[pair.extent or "full"],
                lawful_basis=(BASIS, TASK) if pair.extent != "withhold" else (),
                condition=(CONDITION,) if pair.extent != "withhold" else (),
                confidentiality=("statutory_duty",) if pair.extent != "withhold" else (),
                gateways=(DUTY,) if pair.extent != "withhold" else (),
            )
            for pair in case.disclosures or ()
        ),
        rejected=(Rejected(id=CONSENT, because="Nobody was asked for it"),),
        open=(OpenFact(path="people.p3.consent.explicit", decides=("route i1>r1",)),),
        warnings=(Warning_(code="some-code", at="people.p3", text="The partner is not told yet"),),
        explanation=ProofTold(
            kind="goal",
            id="case",
            says="Share some of it",
            truth="holds",
            parts=(
                ProofTold(kind="row", id="outcome.urgent", says="Somebody is in danger now", truth="fails"),
                ProofTold(kind="row", id="outcome.part", says="Some of it may go", truth="holds"),
                ProofTold(
                    kind="layer",
                    id="lawful",
                    says="A lawful basis holds",
                    truth="holds",
                    parts=(ProofTold(kind="provision", id=BASIS, says="There is a legal obligation", truth="holds"),),
                ),
            ),
        ),
    )


def recorded(case: CaseFile, assessment: Assessment | None = None, *, training: bool = False) -> Record:
    """A record that nobody has signed."""
    return Record(
        id="LS-2026-7F3K9Q",
        closed_at=CLOSED_AT.isoformat(),
        training=training,
        signers=(Signer(part="author", certificate_sha256="cd" * 32),),
        case=case,
        assessment=assessment or answered(case),
        made_with={"lawfulshare": "0.1.0", "pack": "england 2026.11.0"},
    )


class Shelf:
    """A law of a few provisions, where only their names matter."""

    overlay = None
    provisions = MappingProxyType({})

    def provision(self, name: str) -> Provision:
        title, citation, kind = {
            DUTY: ("Duty to share information about a child", "Children Act 2004, section 16LA", "duty"),
            BASIS: ("Legal obligation", "UK GDPR, Article 6(1)(c)", "basis"),
            TASK: ("Public task", "UK GDPR, Article 6(1)(e)", "basis"),
            CONSENT: ("Consent", "UK GDPR, Article 6(1)(a)", "basis"),
            CONDITION: ("Safeguarding", "Data Protection Act 2018, Schedule 1, paragraph 18", "condition"),
        }[name]
        return Provision.model_validate(
            {
                "id": name,
                "title": title,
                "plain": "What it says in plain words.",
                "citation": citation,
                "address": "https://www.legislation.gov.uk/",
                "kind": kind,
                "read": "whole",
                "meets": ["special"] if kind == "condition" else [],
                "versions": [
                    {"from": "2026-09-30", "status": "in_force_secondary", "evidence": "Announced by the department."}
                ],
            }
        )


def years_later(moment: datetime, years: int) -> datetime:
    """The same clock time, years on."""
    return moment + timedelta(days=366 * years)
