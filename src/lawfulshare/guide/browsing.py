"""Browsing the law: finding provisions by words, and the questions of the forms that decide one."""

from collections.abc import Iterator
from typing import NamedTuple

from lawfulshare.case import paths
from lawfulshare.case.case_file import CaseFile
from lawfulshare.guide.doors import doors
from lawfulshare.guide.form import facts_asked
from lawfulshare.guide.naming import fill
from lawfulshare.law.answer.scene import Scene
from lawfulshare.law.answer.standing import standing
from lawfulshare.law.language.nodes import Named, Term
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.provision import Provision

NOBODY = CaseFile()


class Deciding(NamedTuple):
    """A question that decides a provision: its words, its page, and the doors behind which it is asked."""

    question: str
    page: str
    doors: tuple[str, ...]


def find(law: Law, text: str = "", kind: str = "", status: str = "") -> tuple[Provision, ...]:
    """Give the provisions that have every word of a text, of a kind and of a standing, by title."""
    wanted = text.casefold().split()
    found = (
        one
        for one in law.provisions.values()
        if (not kind or one.kind == kind)
        and (not status or standing(law, one) == status)
        and all(word in _searched(one) for word in wanted)
    )
    return tuple(sorted(found, key=lambda one: one.title.casefold()))


def _searched(provision: Provision) -> str:
    parts = [
        provision.id, provision.title, provision.citation, provision.plain, provision.who, provision.effect,
        *(part.says for version in provision.versions for part in version.conditions.values()),
        *(part.says for version in provision.versions for part in version.exceptions.values()),
    ]  # fmt: skip
    return " ".join(part for part in parts if part).casefold()


def questions_deciding(law: Law, provision: Provision) -> tuple[Deciding, ...]:
    """Give the questions whose answers the conditions and exceptions of a provision look at, as the forms ask them."""
    wanted = _facts(law, provision)
    found: dict[tuple[str, str], list[str]] = {}
    for door in doors().values():
        for page in door.pages:
            for question in page.asks:
                if wanted.intersection(facts_asked(question)):
                    titles = found.setdefault((fill(question.text, NOBODY), page.title), [])
                    titles.append(door.title)
    return tuple(Deciding(text, page, tuple(dict.fromkeys(titles))) for (text, page), titles in found.items())


def _facts(law: Law, provision: Provision) -> frozenset[str]:
    terms = [
        term
        for version in provision.versions
        for term in (
            *law.compiler.conditions(provision.id, version), *law.compiler.exceptions(provision.id, version)
        )
    ]  # fmt: skip
    return frozenset(_stated(path) for term in terms for path in _paths(term))


def _paths(term: Term) -> Iterator[str]:
    """Give the facts that a term looks at, and not those of the other provisions that it asks about."""
    if isinstance(term, Named) and term.kind == "provision":
        return
    if hasattr(term, "path"):
        yield term.path
    for part in term.parts:
        yield from _paths(part)


def _stated(fact: str) -> str:
    """Give the fact that is asked for where another is worked out from it."""
    entry, _, rest = fact.partition(".")
    place = f"{paths.ENTRIES[entry]}.x.{rest}" if rest and entry in paths.ENTRIES else fact
    stated = paths.fact_of(Scene(NOBODY).stated_at(place))
    return "request.from" if stated == "request" else stated
