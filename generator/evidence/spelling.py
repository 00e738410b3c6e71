"""The one spelling of a number in the index, whatever the style of the text that prints it.

``6517360`` a count (or a year); ``54.21%`` a share, also one in words (two-thirds: ``66.7%``);
``25y`` years of age or time; ``5t`` days, hours or months; ``50x`` times; ``USD 1050000`` money,
after its ISO code; ``#5`` an ordinal; ``12.`` an item of a numbered list (the last is ``12`` as
well: so many items); days and months as ``dates.py`` spells them. What counts what is kept apart,
so that the 5 of "5 per cent" is no evidence for 5 parties.
"""

from __future__ import annotations

import re
from decimal import Decimal

SPELLING = r"(?:\d+(?:\.\d+)?[%yxt]?|\d+\.|#\d+|[A-Z]{3} \d+(?:\.\d+)?|(?:\d{4}-|--)\d{2}(?:-\d{2})?)"
"""Every spelling of a number in the index."""


def plain(value: Decimal | int) -> str:
    """A number in its shortest spelling: 53.90 is 53.9, 100.0 is 100."""
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def order(token: str) -> tuple[int, str, Decimal, str]:
    """Sort key of a token: things first, then what has a unit, dates last."""
    if re.fullmatch(r"(?:\d{4}-|--)\d{2}(?:-\d{2})?", token):
        return 2, "", Decimal(0), token
    number = re.search(r"\d+(?:\.\d+)?", token)
    assert number
    unit = token.replace(number[0], "").strip()
    return (1 if unit else 0), unit, Decimal(number[0]), token
