"""A few columns in little room, each with its figure above and its year beneath."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.charts.drawing import LINE, Box, Drawing, Mark, Text, lines
from generator.charts.drawing import SIZE as NORMAL
from generator.charts.drawing import Line as Stroke
from generator.lettering import shortened
from generator.lettering import width as measured

WIDTH, HEIGHT, SIZE, SMALL = 200, 96, 14, 12
"""Of the drawing, of its figures, and of years and other words."""

_BASE = HEIGHT - 20
_LEAST = 30


class Column(NamedTuple):
    """A year's figure: a number, an answer (``True``, ``False``) or nothing, and the words for it."""

    year: str
    value: int | Decimal | bool | None
    words: str
    absent: bool = False
    preliminary: bool = False


def spark(columns: Sequence[Column]) -> Drawing:
    """The drawing. Where there is too little room for every year, those that would touch their neighbours are left out."""
    place = WIDTH / max(1, len(columns))
    numbers = [Decimal(c.value) for c in columns if c.value is not None and not isinstance(c.value, bool)]
    largest = max(numbers, default=Decimal(0))
    marks: list[Mark] = []
    shown = _fitting(columns, place)
    for order, column in enumerate(columns):
        middle = round(place * (order + 0.5), 1)
        left, wide = round(middle - place * 0.36, 1), round(place * 0.72, 1)
        high = _height(column.value, largest)
        if high is None:
            marks.append(Stroke(left, _BASE, left + wide, _BASE, "nothing"))
        else:
            look = "bar-none" if column.value is False else "bar-preliminary" if column.preliminary else "bar"
            marks.append(Box(left, _BASE - high, wide, high, look))
        if order in shown:
            marks.append(Text(middle, HEIGHT - 4, column.year, "quiet", "middle", SMALL))
            size = SMALL if column.absent or measured(column.words, SIZE, strong=True) > place - 4 else SIZE
            words = shortened(column.words, size, place - 4, 3, strong=not column.absent)
            top = _BASE - (high or 0) - 6 - (len(words) - 1) * LINE * size / NORMAL
            marks += lines(
                words, middle, round(top, 1), "absent" if column.absent else "word", anchor="middle", size=size, strong=not column.absent
            )
    return Drawing(WIDTH, HEIGHT, tuple(marks))


def _height(value: int | Decimal | bool | None, largest: Decimal) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return 18.0
    if largest <= 0 or value <= 0:
        return 1.5
    return max(round(float(Decimal(value) / largest) * (_BASE - _LEAST - 8), 1), 1.5)


def _fitting(columns: Sequence[Column], place: float) -> set[int]:
    """First and last always, and of the others as many as keep apart."""
    widest = max((measured(column.year, SMALL) for column in columns), default=0.0)
    apart = max(1, -(-int(widest + 4) // max(1, int(place))))
    last = len(columns) - 1
    return {order for order in range(len(columns)) if order % apart == 0 and last - order >= apart} | {0, last}
