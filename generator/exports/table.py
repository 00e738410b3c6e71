"""What a published table is: its columns, declared once, and its rows.

The CSV file, its JSON twin, the data package and the data dictionary on ``/data/`` all read this
declaration. Titles and descriptions are interface texts (``N_``): the files carry them as they
stand, the dictionary page translates them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.vocabulary import AnyUnit, Unit, Word

ColumnType = Literal["string", "integer", "number", "date", "boolean", "any"]
"""A field type of Table Schema. ``any``: each row's own unit says what its value is."""

Cell = bool | int | Decimal | datetime.date | str | tuple[str, ...] | None
"""One field of a row. ``None`` is nothing; a column of several values has a tuple, which may be empty."""

Vocabulary = type[Word] | tuple[AnyUnit, ...]

Row = Mapping[str, Cell]
"""A record: a cell for each column, by the column's name."""


class Column(NamedTuple):
    """A column of a table. ``unit`` is what its numbers count, where all rows count the same."""

    name: str
    type: ColumnType
    description: str
    unit: Unit | None = None
    vocabulary: Vocabulary | None = None
    """The words that a cell may be."""
    many: bool = False
    """Several values in one field; ``type`` is then the type of each of them, and is ``string``."""
    refers_to: str | None = None
    """The table whose ``id`` a cell holds, now or once that table is published."""


@dataclass(frozen=True)
class Table:
    """A table to publish. ``name`` names its files; ``key`` the columns that tell its rows apart, if any do."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a row that does not have exactly the declared columns: a slip in the module that makes it."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            if list(row) != names:
                raise ValueError(f"{self.name}: a row with the columns {list(row)} instead of {names}")
