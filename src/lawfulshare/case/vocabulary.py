"""The closed lists: sectors, classes, kinds of concern, restrictions, levels."""

from typing import Literal, TypeAlias

Mode: TypeAlias = Literal["share", "respond", "seek", "urgent"]
Nation: TypeAlias = Literal["england", "wales", "scotland", "northern_ireland"]
Whereabouts: TypeAlias = Literal["england", "wales", "scotland", "northern_ireland", "outside_uk"]

Sector: TypeAlias = Literal[
    "council_childrens_services", "council_adult_services", "council_housing", "council_other", "district_council",
    "police", "british_transport_police", "probation", "prison", "youth_justice_service",
    "school_maintained", "academy", "independent_school", "college", "university",
    "early_years_provider", "childminder",
    "nhs_trust", "gp_practice", "integrated_care_board", "ambulance_trust", "dentist", "pharmacy",
    "private_health_provider", "care_provider", "housing_association", "private_landlord",
    "charity", "sports_club", "faith_group", "private_company", "employer",
    "safeguarding_partnership", "mash", "marac", "safeguarding_adults_board", "prevent_team", "lado",
    "government_department", "immigration_enforcement", "fire_service", "coroner", "court", "regulator", "dbs",
    "solicitor", "insurer", "media", "parent", "family_member", "member_of_public",
    "hsc_trust", "childrens_reporter", "social_work_scotland", "social_services_wales",
    "emergency_services", "helpline",
]  # fmt: skip

ItemClass: TypeAlias = Literal[
    "ordinary", "contact_details", "location", "education", "family", "financial", "housing", "image",
    "immigration_status", "health", "sexual_health", "sex_life", "sexual_orientation", "ethnic_origin", "religion",
    "political", "trade_union", "genetic", "biometric", "criminal_conviction", "criminal_allegation",
]  # fmt: skip

ConcernKind: TypeAlias = Literal[
    "physical_abuse", "emotional_abuse", "sexual_abuse", "neglect", "domestic_abuse", "exploitation_criminal",
    "exploitation_sexual", "online_harm", "self_harm", "suicide", "radicalisation", "fgm", "forced_marriage",
    "modern_slavery", "financial_abuse", "self_neglect", "organisational_abuse", "bullying", "missing",
    "serious_violence", "substance_misuse", "mental_health_crisis", "unexplained_injury", "poor_care", "other",
]  # fmt: skip

ConcernLevel: TypeAlias = Literal[
    "none", "welfare", "early_help", "child_in_need", "significant_harm",
    "adult_at_risk", "adult_serious_harm", "immediate_danger",
]  # fmt: skip

CHILD_LADDER: tuple[str, ...] = (
    "none", "welfare", "early_help", "child_in_need", "significant_harm", "immediate_danger",
)  # fmt: skip
ADULT_LADDER: tuple[str, ...] = ("none", "welfare", "adult_at_risk", "adult_serious_harm", "immediate_danger")

Restriction: TypeAlias = Literal[
    "court_order_prohibits", "family_proceedings", "adoption", "gender_recognition", "fertility_treatment",
    "legal_privilege", "victim_anonymity", "youth_anonymity", "informant_identity", "ongoing_investigation",
    "third_party_confidence", "accused_teacher", "education_health_care_plan", "abortion_notice",
    "intercept_material", "intelligence", "revenue_information", "financial_investigation",
]  # fmt: skip

PersonKind: TypeAlias = Literal["child", "adult", "unborn", "deceased"]
Part: TypeAlias = Literal[
    "subject", "parent", "carer", "sibling", "household_member", "alleged_harmer", "reporter", "victim", "colleague",
    "other",
]  # fmt: skip
Capacity: TypeAlias = Literal["has", "lacks", "fluctuates", "unknown", "not_applicable"]
ConsentStatus: TypeAlias = Literal["given", "refused", "withdrawn", "not_sought", "cannot_give"]
ConsentBy: TypeAlias = Literal["self", "parental_responsibility", "attorney", "deputy"]
NotSoughtBecause: TypeAlias = Literal["raises_risk", "prejudices_crime", "delay", "not_the_basis", "cannot_be_reached"]
ToldStatus: TypeAlias = Literal["told", "will_be_told", "not_told"]
NotToldBecause: TypeAlias = Literal["raises_risk", "prejudices_crime", "delay", "cannot_be_reached", "not_needed"]
Contact: TypeAlias = Literal["lives_with", "stays", "sees", "online", "none", "unknown"]
FamilyPart: TypeAlias = Literal["adults", "absent_parent", "siblings", "new_partner", "online"]
Urgency: TypeAlias = Literal["emergency", "same_day", "planned"]
ActsAs: TypeAlias = Literal["parent", "attorney", "deputy", "personal_representative", "advocate"]
Nature: TypeAlias = Literal["fact", "professional_opinion", "third_party_report"]
Extent: TypeAlias = Literal["full", "summary", "anonymised", "withhold"]
Changes: TypeAlias = Literal["supports", "contradicts", "nothing_known", "no_reply"]
Outcome: TypeAlias = Literal["URGENT", "SHARE", "LIMITED", "SEEK", "NOT_NOW", "ADVICE"]
Verdict: TypeAlias = Literal["send", "summarise", "anonymise", "withhold", "advice", "open"]
ConfidenceRoute: TypeAlias = Literal[
    "none_owed", "consent", "statutory_duty", "statutory_power", "court_order", "public_interest", "best_interests",
    "s251",
]  # fmt: skip

SILENCE_MEANS: dict[str, str | tuple[()]] = {
    "organisation.commissioned_by": "none",
    "request": "none",
    "request.power_cited": "none",
    "request.order_limits": (),
    "recipient.needs_it_for": "none",
    "recipient.nation": "none",
    "person.nation": "none",
    "balance.less_intrusive_way": "none",
    "decision": "none",
    "linked_to": "none",
    "concern.referred": "none",
}
"""What silence means where it does not mean *not known* (contract, case file). Every free text is silent for *none*
too; every other silence is open."""

UNALTERABLE: frozenset[str] = frozenset(
    {
        "mode", "nation", "organisation.sector", "recipient.sector", "person.age", "person.kind", "person.part",
        "recipient.person", "recipient.nation", "person.nation",
    }
)  # fmt: skip
"""Facts that nobody can alter or find out: never offered as what would change the answer."""

WITHIN_REACH: frozenset[str] = frozenset(
    {
        "organisation.policy_document", "person.consent.status", "person.consent.explicit",
        "person.consent.freely_given", "person.consent.informed", "person.consent.given_by", "person.told.status",
        "request.in_writing", "request.identity_verified", "request.purpose_stated", "request.scope_clear",
        "request.states_need_for_public_task", "request.order_seen", "recipient.identity_verified",
        "recipient.secure_route", "recipient.needs_it_for", "disclosure.extent", "disclosure.necessary",
        "balance.less_intrusive_way", "item.accurate", "item.identifies",
    }
)  # fmt: skip
"""Facts that a practitioner can see to: offered before others as what would change the answer."""
