"""Property 8: across each commencement the answer changes only through what the calendar says began or ended."""

from collections.abc import Iterable
from datetime import date, timedelta

from lawfulshare import content
from lawfulshare.case.case_file import CaseFile
from lawfulshare.law.packs.law import Law
from lawfulshare.law.packs.pack import Pack
from lawfulshare.law.packs.provision import Day, Provision, Written
from lawfulshare.law.proving.telling_apart import tell_apart


class Change(Written):
    """What the calendar lists for a day."""

    says: str
    provisions: tuple[str, ...]


class Calendar(Written):
    """What became law, or ceased to be, day by day; nothing before `since` is compared.

    Cases are tried by the law of every period from `tried_from` on: no decision that is recorded is older.
    """

    since: Day
    tried_from: Day
    days: dict[Day, Change]


def calendar() -> Calendar:
    """Read the calendar that ships with the program, which is kept apart from the pack."""
    return Calendar.model_validate(content.read_yaml(content.resources() / "law" / "calendar.yaml"))


def days_of_change(pack: Pack, kept: Calendar) -> list[str]:
    """Give each day from which the law may be another, by the pack or by the calendar; the first is `since`."""
    versions = [version for provision in pack.provisions.values() for version in provision.versions]
    begins = {version.from_ for version in versions} | {_after(version.to) for version in versions if version.to}
    return sorted({kept.since} | {day for day in begins | set(kept.days) if day > kept.since})


def periods_tried(pack: Pack, kept: Calendar) -> list[str]:
    """Give the first day of each period by whose law cases are tried."""
    return [kept.tried_from, *(day for day in days_of_change(pack, kept) if day > kept.tried_from)]


def unlisted(pack: Pack, kept: Calendar, day: str) -> tuple[str, ...]:
    """Give the provisions whose text changes on a day in the pack alone, or in the calendar alone."""
    listed = kept.days[day].provisions if day in kept.days else ()
    changing = {
        name for name, provision in pack.provisions.items() if provision.on(day) is not provision.on(before(day))
    }
    return tuple(sorted(changing ^ {name for name in listed if name in pack.provisions}))


def changed_otherwise(pack: Pack, kept: Calendar, day: str) -> CaseFile | None:
    """Take back what the calendar lists for a day; give a case that is still answered otherwise than the day before.

    Raises:
        Undecided: neither such a case nor its absence was shown.
    """
    listed = kept.days[day].provisions if day in kept.days else ()
    return tell_apart(_taken_back(pack, day, listed), pack.on(before(day)))


def _taken_back(pack: Pack, day: str, listed: Iterable[str]) -> Law:
    """Give the law of a day in which these provisions are as they were the day before."""
    eve = before(day)
    earlier = {name: _as_on(pack.provisions[name], eve) for name in listed if name in pack.provisions}
    provisions = {**pack.provisions, **earlier}
    return Law(pack.on(day).edition, pack.nation, provisions, pack.procedure, pack.lists, cautions=pack.cautions)


def _as_on(provision: Provision, day: str) -> Provision:
    version = provision.on(day)
    if version is None:
        version = provision.versions[0].model_copy(update={"status": "enacted_not_in_force"})
    return provision.model_copy(update={"versions": (version.model_copy(update={"to": None}),)})


def before(day: str) -> str:
    """Give the day before."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
