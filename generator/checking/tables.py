"""Numbers of a row of the data stand together in one row of the report's table, each in its own column.

That a table prints 22 somewhere is little evidence for 22 seats; that the row with these votes and
this share has 22 in the column in which every other row has its seats is much more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from generator.checking.claims import Claim, Group, Row

Cells = tuple[str, ...]
Matches = Callable[[Claim, str], bool]
"""Whether a cell prints a claim's value."""


def out_of_place(group: Group, rows: Sequence[Cells], matches: Matches) -> Iterator[tuple[Claim, Cells]]:
    """Claims that do not stand in their row and column, each with the row that has the others."""
    placed = _placed(group, rows, matches)
    columns = _columns(placed, matches)
    for row, cells in placed:
        for claim in row:
            column = columns.get(claim.column)
            # A column that no row has is printed in another table.
            if column is not None and not (column < len(cells) and matches(claim, cells[column])):
                yield claim, cells


def out_of_order(group: Group, rows: Sequence[Cells], matches: Matches) -> Iterator[tuple[Claim, Cells]]:
    """Claims of whole rows that are not, number by number, what rows one after the other end with.

    Compared with the rows that come nearest; each claim comes with the row where it should stand.
    """
    nearest: list[tuple[Claim, Cells]] | None = None
    for first in range(len(rows) - len(group) + 1):
        wrong: list[tuple[Claim, Cells]] = []
        for claimed, cells in zip(group, rows[first:], strict=False):
            printed = cells[-len(claimed) :] if len(cells) >= len(claimed) else ("",) * len(claimed)
            wrong += [(claim, cells) for claim, cell in zip(claimed, printed, strict=True) if not matches(claim, cell)]
        if nearest is None or len(wrong) < len(nearest):
            nearest = wrong
    if nearest is None:  # the place has no table
        nearest = [(claim, ()) for claimed in group for claim in claimed]
    yield from nearest


def _placed(group: Group, rows: Sequence[Cells], matches: Matches) -> list[tuple[Row, Cells]]:
    """Each row of the data with the row of the table that has most of its numbers; none is taken twice."""
    width = _width(group, rows, matches)
    pairs = [
        (len(cells) != width, together < len(row), -together, position, line)
        for position, row in enumerate(group)
        for line, cells in enumerate(rows)
        if (together := _together(row, cells, matches))
    ]
    # Rows that agree wholly come first, so that a wrong one has to make do with what is left.
    pairs.sort()
    lines: dict[int, int] = {}
    for *_, position, line in pairs:
        if position not in lines and line not in lines.values():
            lines[position] = line
    return [(group[position], rows[line]) for position, line in sorted(lines.items())]


def _width(group: Group, rows: Sequence[Cells], matches: Matches) -> int:
    """How many cells a row has in the table that the data are from, should a place have several tables."""
    agreeing: Counter[int] = Counter()
    for width in sorted({len(cells) for cells in rows}):
        for row in group:
            agreeing[width] += max(_together(row, cells, matches) for cells in rows if len(cells) == width)
    return max(agreeing, key=lambda width: (agreeing[width], -width), default=0)


def _together(row: Row, cells: Cells, matches: Matches) -> int:
    """How many numbers of a row of the data have a cell of their own in a row of the table."""
    taken: dict[int, int] = {}

    def seat(number: int, tried: set[int]) -> bool:
        for cell, text in enumerate(cells):
            if cell not in tried and matches(row[number], text):
                tried.add(cell)
                if cell not in taken or seat(taken[cell], tried):
                    taken[cell] = number
                    return True
        return False

    return sum(seat(number, set()) for number in range(len(row)))


def _columns(placed: Sequence[tuple[Row, Cells]], matches: Matches) -> dict[str, int]:
    """The position of each column of the data in the table: where most rows have it."""
    votes: Counter[tuple[str, int]] = Counter()
    for row, cells in placed:
        for claim in row:
            votes.update((claim.column, position) for position, text in enumerate(cells) if matches(claim, text))
    columns: dict[str, int] = {}
    for (column, position), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if column not in columns and position not in columns.values():
            columns[column] = position
    return columns
