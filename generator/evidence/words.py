"""Numbers written in words: from ``ninety eight`` to its value, and the patterns that find them."""

from __future__ import annotations

import re

UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12}
DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "twentieth": 20,
}


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_UNIT, _TENS = _any(UNITS), _any(TENS)
_GAP = r"(?:\s+|-)"
_BELOW_HUNDRED = rf"(?:{_TENS}(?:{_GAP}{_UNIT})?|{_any(TEENS)}|{_UNIT})"
_BELOW_THOUSAND = rf"(?:(?:a|{_BELOW_HUNDRED}){_GAP}hundred(?:{_GAP}(?:and\s+)?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
NUMBER = rf"(?:(?:a|{_BELOW_THOUSAND}){_GAP}thousand(?:,?{_GAP}(?:and\s+)?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
"""One number in words, without ``million`` and above, which may also follow digits."""

DENOMINATOR = _any(DENOMINATORS)
ORDINAL = _any(ORDINALS)
_VALUES = {**UNITS, **TEENS, **TENS}


def value(words: str) -> int:
    """The value of what ``NUMBER`` matches."""
    total = current = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word == "a":
            current = 1
        elif word == "hundred":
            current *= 100
        elif word == "thousand":
            total, current = total + current * 1000, 0
        elif word != "and":
            current += _VALUES[word]
    return total + current
