"""Dates that occur in a text, as exactly as it gives them.

``2023-03-19`` a day, ``2023-03`` a month, ``--03-19`` a day and ``--03`` a month whose year is left
to the reader. The year alone is a number like any other (``numbers.py`` finds it).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

# English names, written out because the standard library's follow the machine's locale.
_LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_MONTHS = {name[:3]: number for number, name in enumerate(_LONG, start=1)}
_LEAP_YEAR = 2024  # 29 February exists where no year is given

# Months are written with a capital, which keeps "may" the verb apart from May.
_LONG_MONTH = "(?:" + "|".join(_LONG) + ")"
_MONTH = rf"(?:{_LONG_MONTH}|(?:" + "|".join(long[:3] for long in _LONG) + r"|Sept)\b\.?)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])"
# What joins the days of "5, 10, 11 and 16 March", "8 to 9 January", "19-22 August".
_AND = r"\s*(?:,?\s*(?:and|or|to|until|through|till)\s+|,|-|/)\s*"

_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")
_NUMERIC = re.compile(r"(?<![\d./])(0?[1-9]|[12]\d|3[01])([./])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?![\d./])")
_DAYS_OF_MONTH = re.compile(rf"(?<![\w.])({_DAY}(?:{_AND}{_DAY}){{0,9}})(?:\s+of)?\s+({_MONTH})(?![A-Za-z])(?:,?\s*({_YEAR}))?")
_AMERICAN = re.compile(rf"\b({_MONTH})\s+({_DAY}),?\s+({_YEAR})")
_MONTHS_OF_YEAR = re.compile(rf"\b({_MONTH}(?:{_AND}{_MONTH}){{0,5}})\s*,?\s*({_YEAR})")
_MONTH_ALONE = re.compile(
    rf"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ate|[Ee]arly|[Mm]id-?|[Ff]rom|[Dd]uring|to|and)\s*({_LONG_MONTH})(?![\w-])"
)
_TRUNCATED_RANGE = re.compile(r"(?<![\d.,/-])((?:19|20)(\d\d))[-/](\d\d)(?![\d.,/-]\d|\d)")

GONE = " ¦ "
"""Stands where a date was, so that what stood on either side of it does not run together."""


def take_dates(text: str) -> tuple[set[str], str]:
    """The dates of a text, and the text without them."""
    found: set[str] = set()
    text = _TRUNCATED_RANGE.sub(_both_years, text)
    for pattern, read in _FORMS:

        def gone(match: re.Match[str], read: _Reader = read) -> str:
            dates = read(match)
            found.update(dates)
            return GONE if dates else match[0]

        text = pattern.sub(gone, text)
    return found, text


def _days(year: str | None, month: str, days: str) -> list[str]:
    number = _month(month)
    longest = calendar.monthrange(int(year) if year else _LEAP_YEAR, number)[1]
    return [f"{year or '-'}-{number:02}-{int(day):02}" for day in re.findall(r"\d+", days) if int(day) <= longest]


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS[name[:3]]


def _both_years(match: re.Match[str]) -> str:
    """Write out the second year of "2022-23", so that both are found as numbers."""
    first, tail, second = match[1], match[2], match[3]
    return f"{first} - {first[:2]}{second}" if second > tail else match[0]


_Reader = Callable[[re.Match[str]], list[str]]

_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_ISO, lambda match: _days(match[1], match[2], match[3])),
    (_NUMERIC, lambda match: _days(match[4], match[3], match[1])),
    (_DAYS_OF_MONTH, lambda match: _days(match[3], match[2], match[1])),
    (_AMERICAN, lambda match: _days(match[3], match[1], match[2])),
    (_MONTHS_OF_YEAR, lambda match: [f"{match[2]}-{_month(name):02}" for name in re.findall(_MONTH, match[1])]),
    (_MONTH_ALONE, lambda match: [f"--{_month(match[1]):02}"]),
)
