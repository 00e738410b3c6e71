"""What was lost to the left of the middle and what was gained to its right, a line for each name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.charts.drawing import LINE, SIZE, WIDTH, Box, Drawing, Mark, Text, lines
from generator.charts.drawing import Line as Stroke
from generator.lettering import width as measured
from generator.lettering import wrapped

THICK = 12


class Balanced(NamedTuple):
    """A name with both amounts and how they are written."""

    label: str
    lost: int
    gained: int
    lost_words: str
    gained_words: str


def balance_chart(rows: Sequence[Balanced], width: float = WIDTH) -> Drawing:
    """All rows to the scale of the largest amount on either side."""
    largest = max((max(row.lost, row.gained) for row in rows), default=0)
    words = max((measured(text, SIZE, strong=True) for row in rows for text in (row.lost_words, row.gained_words)), default=0.0)
    middle = width / 2
    whole = max(20.0, middle - words - 8)
    marks: list[Mark] = []
    y = 0.0
    for row in rows:
        label = wrapped(row.label, SIZE, width)
        marks += lines(label, 0, y + SIZE)
        y += len(label) * LINE + 2
        lost, gained = _length(row.lost, largest, whole), _length(row.gained, largest, whole)
        if lost:
            marks.append(Box(round(middle - lost, 1), y, lost, THICK, "protocol"))
        if gained:
            marks.append(Box(middle, y, gained, THICK, "published"))
        marks.append(Stroke(middle, y - 2, middle, y + THICK + 2, "axis"))
        marks.append(Text(round(middle - lost - 5, 1), y + 10.5, row.lost_words, "word", "end", strong=True))
        marks.append(Text(round(middle + gained + 5, 1), y + 10.5, row.gained_words, "word", strong=True))
        y += THICK + 10
    return Drawing(width, round(y, 1), tuple(marks))


def _length(value: int, largest: int, whole: float) -> float:
    return max(round(whole * value / largest, 1), 1.0) if value else 0.0
