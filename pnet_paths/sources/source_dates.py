"""When a source was updated last, as its guide.csv says it."""

from __future__ import annotations

import re
from datetime import date

from ..errors import GuideError
from ..guide.guide import GuideValue

__all__ = ["source_date"]

_KEYS = ("updated", "edition")
_DATE = re.compile(
    r"(?<![\d/])(?P<month>\d{1,2})/((?P<day>\d{1,2})/)?(?P<year>\d{4})(?![\d/])"
    r"|(?<![\d-])(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})(-(?P<iso_day>\d{1,2}))?(?![\d-])"
)
_YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?![\w.]\w)")


def source_date(guide: GuideValue) -> str:
    """The latest date in ``updated``, else in ``edition``: "2025-05-09"; blank without one.

    A month or a year alone stays one: "Medication sections 12/2023" is "2023-12".

    Raises:
        GuideError: what is written as a date is not in the calendar.
    """
    for key in _KEYS:
        dates = _dates(key, guide.metadata.get(key, ""))
        if dates:
            return max(dates)
    return ""


def _dates(key: str, text: str) -> list[str]:
    dates = [_iso(key, match) for match in _DATE.finditer(text)]
    return dates or _YEAR.findall(text)


def _iso(key: str, match: re.Match[str]) -> str:
    parts = match.groupdict(default="")
    year = parts["year"] or parts["iso_year"]
    month = parts["month"] or parts["iso_month"]
    day = parts["day"] or parts["iso_day"]
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        raise GuideError(
            [
                f'guide.csv, key {key}, column value: "{match[0]}" is not in the calendar; write '
                "month and year, 12/2023, or month, day and year, 12/31/2023"
            ]
        ) from None
    return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
