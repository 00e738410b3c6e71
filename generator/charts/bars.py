"""Bars to one scale from nought, each with its words at its end; where nothing is stated, a dashed line and why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.charts.drawing import LINE, SIZE, WIDTH, Box, Drawing, Mark, lines
from generator.charts.drawing import Line as Stroke
from generator.lettering import width as measured
from generator.lettering import wrapped

THICK, THIN = 16, 9
"""Of a bar with a label of its own, and of one without."""

SQUARE = 12.0
"""What stands for words, which have no length."""

SHORTEST, GAP = 96.0, 8
"""Room that the longest bar keeps however long the words are, and what is free between a bar and its words."""


class Bar(NamedTuple):
    """What is stated, with what is written at it: a number, or ``True`` for words. ``None``: nothing. Without a label, a thin bar."""

    label: str
    value: Decimal | int | Literal[True] | None
    words: str
    look: str = "bar"


class Group(NamedTuple):
    """Bars under one heading, which may be empty."""

    heading: str
    bars: tuple[Bar, ...]


def bar_chart(groups: Sequence[Group], width: float = WIDTH) -> Drawing:
    """All groups to the scale of the largest number. Labels stand before the bars where they leave room, else above."""
    every = [bar for group in groups for bar in group.bars]
    largest = max((Decimal(bar.value) for bar in every if bar.value is not None and bar.value is not True), default=Decimal(0))
    widest = max((measured(bar.label, SIZE) for bar in every), default=0.0)
    beside = 0 < widest <= width * 0.36
    left = round(widest + 8, 1) if beside else 0.0
    longest = max((measured(bar.words, SIZE, strong=True) for bar in every if bar.value is not None), default=0.0)
    # Long words go to a second line rather than shorten every bar.
    room = max(width - left - min(longest, width * 0.3) - GAP, SHORTEST)
    marks: list[Mark] = []
    y = 0.0
    for group in groups:
        if group.heading:
            y += 6 if y else 0
            heading = wrapped(group.heading, SIZE, width, strong=True)
            marks += lines(heading, 0, y + SIZE, strong=True)
            y += len(heading) * LINE + 3
        for bar in group.bars:
            thick = THICK if bar.label else THIN
            if bar.label and not beside:
                label = wrapped(bar.label, SIZE, width)
                marks += lines(label, 0, y + SIZE)
                y += len(label) * LINE
            elif bar.label:
                marks += lines([bar.label], 0, y + 12.5)
            length = _length(bar.value, largest, room)
            if bar.value is None:
                words = wrapped(bar.words, SIZE, width - left - 30)
                marks.append(Stroke(left, y + thick / 2, left + 20, y + thick / 2, "nothing"))
                marks += lines(words, left + 28, y + thick / 2 + 4.5, "absent")
            else:
                words = wrapped(bar.words, SIZE, width - left - length - GAP + 0.2, strong=True)  # lengths are rounded
                marks.append(Box(left, y, length, thick, bar.look))
                marks += lines(words, round(left + length + GAP - 1, 1), y + thick / 2 + 4.5, strong=True)
            y += max(thick, (len(words) - 1) * LINE + thick) + (9 if bar.label else 5)
    return Drawing(width, round(y + 2, 1), tuple(marks))


def _length(value: Decimal | int | Literal[True] | None, largest: Decimal, whole: float) -> float:
    """The length of a bar: what is not nought can be seen."""
    if value is True:
        return SQUARE
    if not value or largest <= 0 or value < 0:
        return 1.0
    return max(round(whole * float(Decimal(value) / largest), 1), 1.5)
