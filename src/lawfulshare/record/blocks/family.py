"""The family and those around it: a picture, and beside it a table that says the same."""

from collections.abc import Iterator

from lawfulshare.case.family import LINE, Line, homes, not_asked_after, ties
from lawfulshare.case.family_map import FamilyMap, family_map
from lawfulshare.case.family_told import PersonTold, family_told
from lawfulshare.record.blocks.naming import Telling, about, capital, ended
from lawfulshare.record.record import Block, CardTold, Cell, Facts, FamilyPicture, Heading, Paragraph, Table

WIDEST, HIGHEST = 642.0, 720.0
"""The room on a page in the units of the plan; a larger picture is drawn smaller."""
TRIED = (WIDEST, 900.0, 1200.0, 1500.0)
"""Widths in which a family is planned: the one that can be drawn largest is taken."""


def family(told: Telling) -> Iterator[Block]:
    """Tell how the people stand to each other, and whom of a family somebody asked after or did not."""
    people = told.case.people or ()
    if not people:
        return
    yield Heading(3, told.say("family.heading"))
    if ties(told.case):
        rows = family_told(told.case, told.words)
        yield _picture(told, rows)
        yield _table(told, rows)
    elif len(people) > 1:
        yield Paragraph(told.say("family.not_recorded"))
    asked_after = [told.say(f"family.part.{part}") for part in told.case.family_considered or ()]
    silent = [told.say(f"family.part.{part}") for part in not_asked_after(told.case)]
    yield Facts(
        tuple(
            (told.say(f"family.{key}"), (capital(ended(told.listed(parts))),))
            for key, parts in (("considered", asked_after), ("not_asked", silent))
            if parts
        )
    )


def _picture(told: Telling, rows: tuple[PersonTold, ...]) -> FamilyPicture:
    plan = max((family_map(told.case, widest) for widest in TRIED), key=_largest)
    subjects = about(told)
    names = {row.key: row.name for row in rows}
    lines = {strand.line for strand in plan.strands}
    legend: list[tuple[Line, str]] = [
        (line, told.say(f"family.line.{line}")) for line in dict.fromkeys((*LINE.values(), "dashed")) if line in lines
    ]
    return FamilyPicture(
        alternative=told.say("family.alternative", what=" ".join(_said(told, names))),
        plan=plan,
        cards=tuple((row.key, CardTold(row.name, row.who, row.kept, row.key in subjects)) for row in rows),
        homes=tuple(told.words("family.hull", name=names[home.members[0]]) for home in plan.homes),
        legend=tuple(legend),
    )


def _largest(plan: FamilyMap) -> float:
    """Say how large a plan can be drawn; what fits is drawn as it is."""
    return min(1.0, WIDEST / plan.width, HIGHEST / plan.height)


def _said(told: Telling, names: dict[str, str]) -> Iterator[str]:
    """Say what the picture shows: who shares a home, and each line with its words."""
    for members in homes(told.case):
        yield told.say("family.one_home", who=told.listed([names[one] for one in members]))
    for tie in ties(told.case):
        contact = told.words(f"family.contact.{tie.contact or 'unsaid'}")
        key = "tie" if tie.words else "tied"
        yield told.say(
            f"family.{key}", person=names[tie.person], what=tie.words, other=names[tie.other], contact=contact
        )


def _table(told: Telling, rows: tuple[PersonTold, ...]) -> Table:
    nothing = told.words("family.nothing_said")
    return Table(
        caption=told.words("family.table"),
        head=tuple(told.say(f"family.head.{key}") for key in ("who", "stands", "home")),
        rows=tuple(
            (
                Cell(row.name, small=row.who),
                Cell(". ".join(one.rstrip(".") for one in row.stands) or nothing),
                Cell(row.home, small=row.kept or None),
            )
            for row in rows
        ),
        widths=(45, 75, 50),
    )
