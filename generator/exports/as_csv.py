"""A table as CSV: UTF-8, commas, one header row, ``\\n`` line ends, nothing formatted for a language.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, and the texts
come from pull requests. Such a text gets an apostrophe before it, which spreadsheets take as "this
is text". Numbers, dates and truth values are written as they are: a negative number stays one. A
text that begins with apostrophes before such a character gets one more, so that a program can take
the first one off again and have the text of the JSON twin, whatever it was (``unguarded``).
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from decimal import Decimal

from generator.exports.table import Cell, Table

SEPARATOR = ";"
"""Between several values in one field."""

# The wide forms of the four characters start a formula too where East Asian input is usual, and a
# tab or a line break before one of them is skipped.
_FORMULA = re.compile(r"'*[\t\r\n=+\-@＝＋－＠]")


def csv_bytes(table: Table) -> bytes:
    """The whole file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(field(row[column.name]) for column in table.columns)
    return file.getvalue().encode()


def field(cell: Cell) -> str:
    """A cell as a field of CSV, before quotation marks."""
    if isinstance(cell, tuple):
        for item in cell:
            if SEPARATOR in item or not item:
                raise ValueError(f"{item!r} cannot stand among several values that `{SEPARATOR}` separates")
        return guarded(SEPARATOR.join(cell))
    return guarded(cell) if isinstance(cell, str) else plain(cell)


def plain(value: bool | int | Decimal | datetime.date | str | None) -> str:
    """A value without separators or rounding: ``53.90``, ``2023-03-19``, ``true``; empty for nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case datetime.date():
            return value.isoformat()
        case _:
            return str(value)


def guarded(text: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
