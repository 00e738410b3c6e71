"""Values as JSON, numbers with the decimals that the reports print.

The standard library would write 53.90 as 53.9 or as a text; here a ``Decimal`` is written digit by
digit. Nothing is ``null``, a list stays a list even when it is empty, a date is its ISO text.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.exports.as_csv import plain
from generator.exports.table import Table

Json = bool | int | Decimal | datetime.date | str | None | Sequence["Json"] | Mapping[str, "Json"]

_INDENT = "  "


def table_json(table: Table) -> bytes:
    """A table's records, a line each, so that two versions can be compared line by line."""
    return json_bytes(table.rows, levels=1)


def json_bytes(value: Json, levels: int = 99) -> bytes:
    """A file of JSON; lists and objects are spread over lines down to so many levels."""
    return f"{_text(value, levels, '')}\n".encode()


def _text(value: Json, levels: int, indent: str) -> str:
    match value:
        case None:
            return "null"
        case str():
            return json.dumps(str(value), ensure_ascii=False)
        case bool() | int() | Decimal():
            return plain(value)
        case datetime.date():
            return json.dumps(plain(value))
        case Mapping():
            deeper = indent + _INDENT
            pairs = (f"{json.dumps(name, ensure_ascii=False)}: {_text(item, levels - 1, deeper)}" for name, item in value.items())
            return _enclosed("{", pairs, "}", levels, indent)
        case _:
            items = (_text(item, levels - 1, indent + _INDENT) for item in value)
            return _enclosed("[", items, "]", levels, indent)


def _enclosed(opening: str, parts: Iterable[str], closing: str, levels: int, indent: str) -> str:
    inside = list(parts)
    if not inside or levels <= 0:
        return f"{opening}{', '.join(inside)}{closing}"
    deeper = indent + _INDENT
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(inside) + f"\n{indent}{closing}"
