"""What is missing or wrong in a request, put to whoever asked: told from the request alone, and from nothing else.

Whatever the case says of people, worries and what is known must not show in a letter that asks back, not even by what
the letter leaves out. So the law is asked about a case that holds the request and whoever made it, and nothing more.
"""

from collections.abc import Iterator

from lawfulshare.case.case_file import CaseFile
from lawfulshare.case.sharing import Disclosure, Item, Recipient
from lawfulshare.law.answer.findings import Findings
from lawfulshare.law.answer.power_cited import why_not
from lawfulshare.law.packs.law import Law
from lawfulshare.wording import Wording

_ONE = "i1"
_NOT_OURS_TO_SHOW = {"could_endanger": None, "person": None, "acts_for": None}
"""What the case says of whoever asks by naming other people."""


def request_alone(case: CaseFile) -> CaseFile:
    """Give the case as the request itself tells it: who is asked, who asks, what they said; one item of no content."""
    to = asker(case)
    return CaseFile(
        mode="respond",
        decided_on=case.decided_on,
        nation=case.nation,
        organisation=case.organisation,
        request=case.request,
        recipients=(to.model_copy(update=_NOT_OURS_TO_SHOW),) if to else (),
        items=(Item(id=_ONE),) if to else (),
        disclosures=(Disclosure(item=_ONE, recipient=to.id),) if to else (),
    )


def points(case: CaseFile, law: Law, words: Wording) -> tuple[str, ...]:
    """Give what to ask back, each in a sentence or two: who asks, what for, how much, in writing, under which law."""
    return (*missing(case, law, words), *power(case, law, words))


def missing(case: CaseFile, law: Law, words: Wording) -> tuple[str, ...]:
    """Say what the request does not say, or what is not known of it yet, in the order in which it is asked."""
    return tuple(_missing(case, law, words))


def power(case: CaseFile, law: Law, words: Wording) -> tuple[str, ...]:
    """Say what is amiss with the law that the request names, and the right way; nothing where nothing is."""
    return tuple(_power(case, law, words))


def asker(case: CaseFile) -> Recipient | None:
    """Give whoever asked; None where nobody is named."""
    asks = case.request.from_ if case.request else None
    return next((one for one in case.recipients or () if one.id == asks), None)


def is_private(to: Recipient, law: Law) -> bool:
    """Say whether somebody asks as a private person, or may: the name that they have here may say what is known."""
    private = law.lists.get("private_people", ())
    return to.sector is None or to.sector in private or to.person is not None or to.acts_for is not None


def _missing(case: CaseFile, law: Law, words: Wording) -> Iterator[str]:
    request, to = case.request, asker(case)
    if request is None or to is None:
        return
    if not request.identity_verified:
        yield words("letters.clarify.point.identity")
    if request.in_writing is False:
        yield words("letters.clarify.point.writing")
    if not request.purpose_stated:
        yield words("letters.clarify.point.purpose")
    if not request.scope_clear:
        yield words("letters.clarify.point.scope")
    if request.power_cited is None and not request.states_need_for_public_task and not is_private(to, law):
        yield words("letters.clarify.point.law")


def _power(case: CaseFile, law: Law, words: Wording) -> Iterator[str]:
    cited = case.request.power_cited if case.request else None
    if cited is None:
        return
    provision = law.provisions.get(cited)
    if provision is None:
        yield words("letters.power.unknown")
        return
    found = Findings(request_alone(case), law)
    if found.scene("request.order_claimed"):
        if not found.scene("request.order_seen"):
            yield words("letters.power.order")
        return
    is_law = law.version(cited) is not None
    if is_law and provision.kind == "duty" and why_not(found, cited) is None:
        return
    own = f"letters.right_way.{cited}"
    right_way = words(own if own in words else "letters.right_way.any")
    key = "no_duty" if is_law else "past"
    yield words(f"letters.power.{key}", title=provision.title, citation=provision.citation, right_way=right_way)
