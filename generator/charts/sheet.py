"""A chart as a sheet of its own, to be saved and shown elsewhere: title, drawing, key, source and address."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.drawing import LINE, SIZE, Box, Drawing, Key, Mark, keyed, lines, moved
from generator.lettering import wrapped

EDGE = 20


def sheet(title: str, drawing: Drawing, key: Sequence[Key], notes: Sequence[str]) -> Drawing:
    """The whole sheet; ``notes`` stand beneath, each in a paragraph of its own."""
    room = drawing.width
    marks: list[Mark] = []
    heading = wrapped(title, SIZE + 3, room, strong=True)
    marks += lines(heading, EDGE, EDGE + SIZE + 3, size=SIZE + 3, strong=True)
    y = EDGE + len(heading) * LINE * (SIZE + 3) / SIZE + 12
    marks += [moved(mark, EDGE, round(y, 1)) for mark in drawing.marks]
    y += drawing.height + 12
    if key:
        explained, high = keyed(key, EDGE, round(y, 1), room)
        marks += explained
        y += high + 8
    for note in notes:
        words = wrapped(note, SIZE - 2, room)
        marks += lines(words, EDGE, round(y + SIZE - 2, 1), "quiet", size=SIZE - 2)
        y += len(words) * LINE * (SIZE - 2) / SIZE + 3
    high = round(y + EDGE - 6, 1)
    return Drawing(room + 2 * EDGE, high, (Box(0, 0, room + 2 * EDGE, high, "paper"), *marks))
