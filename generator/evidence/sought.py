"""How a value of the data is printed, if it is printed: the spellings that the index may have for it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.evidence.index import PlaceNumbers
from generator.evidence.spelling import plain
from generator.vocabulary import AnyUnit, Money, Rate, Unit

Value = int | Decimal | datetime.date | str
"""A number, a day, a month ("2021-05") or, with the unit of a date, a year."""


@dataclass(frozen=True)
class Sought:
    """The spellings of a value; those of a table, where the unit stands in the head of the column."""

    spellings: frozenset[str]
    in_tables: frozenset[str]
    amounts: frozenset[str] = frozenset()
    """Its spellings after the code of any currency."""

    def is_in(self, place: PlaceNumbers) -> bool:
        """Whether a place prints the value."""
        if self.spellings & place.numbers or (place.has_tables and self.in_tables & place.numbers):
            return True
        return bool(self.amounts and self.amounts & place.amounts)

    def is_in_cell(self, cell: str) -> bool:
        """Whether a cell of a table prints the value."""
        return not self._in_cells.isdisjoint(cell.split(";"))

    @cached_property
    def _in_cells(self) -> frozenset[str]:
        return self.spellings | self.in_tables


def sought(value: Value, unit: AnyUnit | None, published: datetime.date) -> Sought:
    """The spellings of a value in a report that was published on a given day."""
    if unit is Unit.DATE and (not isinstance(value, int | Decimal) or _is_year(value)):
        return Sought(_dates(value, published), frozenset())
    if unit is Unit.DATE or not isinstance(value, int | Decimal):
        return Sought(frozenset(), frozenset())  # no value of its unit: another rule says so
    number = plain(value)
    match unit:
        case None:
            # A claim without a unit: whatever the index has the number stand with.
            return Sought(frozenset(f"{number}{sign}" for sign in ("", "%", "y", "x", "t")), frozenset(), frozenset({number}))
        case Unit.PERCENT:
            return Sought(frozenset({f"{number}%"}), frozenset({number}))
        case Unit.YEARS:
            return Sought(frozenset({f"{number}y"}), frozenset({number}))
        case Unit.MULTIPLE:
            return Sought(frozenset({f"{number}x"}), frozenset({number}))
        case Money() | Rate():
            # In an enumeration the currency may stand far from the amount, so the bare number will do.
            return Sought(frozenset({f"{unit.currencies[0]} {number}", number}), frozenset())
    return Sought(frozenset({number}), frozenset())


def _is_year(value: int | Decimal) -> bool:
    return isinstance(value, int) and value > 0


def _dates(value: Value, published: datetime.date) -> frozenset[str]:
    """A day or month also without its year, where a reader of the report would supply just this year."""
    spelling = value.isoformat() if isinstance(value, datetime.date) else str(value)
    if "-" not in spelling:
        return frozenset({spelling})
    year, rest = int(spelling[:4]), spelling[5:]
    supplied = published.year if rest <= published.isoformat()[5:][: len(rest)] else published.year - 1
    return frozenset({spelling, f"--{rest}"} if year == supplied else {spelling})
