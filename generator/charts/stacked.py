"""Wholes divided into parts, a bar for each whole: seats by how they are filled, seats by who won them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.charts.drawing import LINE, SIZE, WIDTH, Box, Drawing, Key, Mark, Text, lines
from generator.lettering import width as measured
from generator.lettering import wrapped

THICK, GAP = 28, 12
SERIES = 7
"""How many kinds of part have looks of their own; the rest share the last."""


class Part(NamedTuple):
    """One part of a whole; ``series`` counts the kinds of part in order, and so names its looks."""

    label: str
    value: int
    series: int

    @property
    def look(self) -> str:
        """The name of its look."""
        return f"series-{min(self.series, SERIES)}"


def stacked_chart(wholes: Sequence[tuple[str, str, Sequence[Part]]]) -> tuple[Drawing, tuple[Key, ...]] | None:
    """Wholes (name, total in words, parts), all on one scale, with what the looks mean; ``None`` if nothing is to be divided."""
    drawn = [(label, total, [part for part in parts if part.value > 0]) for label, total, parts in wholes]
    drawn = [whole for whole in drawn if whole[2]]
    if not drawn:
        return None
    largest = max(sum(part.value for part in parts) for _, _, parts in drawn)
    marks: list[Mark] = []
    key: dict[int, Key] = {}
    y = 0.0
    for label, total, parts in drawn:
        room = WIDTH - measured(total, SIZE) - 12
        heading = wrapped(label, SIZE, room, strong=True)
        marks += lines(heading, 0, y + SIZE, strong=True)
        marks.append(Text(WIDTH, y + SIZE, total, "quiet", "end"))
        y += len(heading) * LINE + 2
        x = 0.0
        for part in parts:
            wide = part.value / largest * WIDTH
            marks.append(Box(round(x, 1), y, round(wide, 1), THICK, part.look))
            if measured(str(part.value), SIZE, strong=True) + 4 < wide:
                marks.append(Text(round(x + wide / 2, 1), y + THICK / 2 + 5, str(part.value), f"on-{part.look}", "middle", strong=True))
            label_of = f"{part.label}: {part.value}" if len(drawn) == 1 else part.label
            key.setdefault(part.series, Key(part.look, label_of))
            x += wide
        y += THICK + GAP
    return Drawing(WIDTH, round(y - GAP + 2, 1), tuple(marks)), tuple(key.values())
