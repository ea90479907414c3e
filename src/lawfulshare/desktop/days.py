"""Days as people write them: read `23 11 2026` or `23 November 2026`, and say an ISO day in words."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from lawfulshare.desktop.labels import word
from lawfulshare.guide.calling import next_working_day
from lawfulshare.wording import wording

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
SHORTEST_MONTH = 3


def read_day(text: str) -> str | None:
    """Give the ISO day that a person wrote, in figures or with the month's name; None where it is no day."""
    parts = re.findall(r"\d+|[^\W\d_]+", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.strip().lower()))
    if len(parts) == 4 and not parts[0].isdigit():
        parts = parts[1:]
    if len(parts) != 3:
        return None
    first, middle, last = parts
    day, year = (last, first) if len(first) == 4 else (first, last)
    month = int(middle) if middle.isdigit() else _month(middle)
    if not (day.isdigit() and year.isdigit() and len(year) == 4 and month):
        return None
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def day_in_words(iso: str) -> str:
    """Say an ISO day as `Monday 23 November 2026`."""
    return ENGLISH.toString(QDate.fromString(iso, "yyyy-MM-dd"), "dddd d MMMM yyyy")


def day_in_short(iso: str) -> str:
    """Say an ISO day as `23 November 2026`."""
    return ENGLISH.toString(QDate.fromString(iso, "yyyy-MM-dd"), "d MMMM yyyy")


def _month(name: str) -> int:
    if len(name) < SHORTEST_MONTH:
        return 0
    months = (ENGLISH.monthName(number).lower() for number in range(1, 13))
    return next((number for number, month in enumerate(months, 1) if month.startswith(name)), 0)


def offered(offers: str, now: datetime, *, is_day: bool) -> tuple[str, str]:
    """Give the words of a button that fills a field in, and the text that it writes there."""
    if offers == "now":
        return (word("field.today"), day_in_short(now.date().isoformat())) if is_day else (
            wording()("ringing.now"), f"{now:%H:%M}"
        )  # fmt: skip
    day = next_working_day(now.date()).isoformat()
    return wording()("ringing.next_working_day", day=day_in_words(day)), day_in_short(day)
