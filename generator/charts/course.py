"""The course of one request: how long it stood open, when it was asked for, when it was met, with the elections meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.charts.drawing import SIZE, WIDTH, Box, Drawing, Mark, Text, hung, levelled
from generator.charts.drawing import Line as Stroke

EDGE, _LEVEL, _THICK = 10, 17, 12

Spot = tuple[float, str]
"""A place from 0 to 1 of the time that is drawn, and what is written there."""


def course_chart(
    span: tuple[float, float], asked: Sequence[tuple[float, str, bool]], met: Sequence[float], elections: Sequence[Spot], *, closed: bool
) -> Drawing:
    """``span``: from the first request to its end; ``asked``: place, year and whether it was a priority; ``met``: reforms."""
    room = WIDTH - 2 * EDGE

    def x(at: float) -> float:
        return round(EDGE + at * room, 1)

    ground, base = _landmarks(tuple((x(at), label) for at, label in elections))
    marks: list[Mark] = [*ground]
    marks.append(
        Box(x(span[0]), base - _THICK / 2, round(max(2.0, x(span[1]) - x(span[0])), 1), _THICK, "closed" if closed else "stood-open")
    )
    for at in met:
        marks.append(Box(x(at) - 3, base - 14, 6, 28, "met"))
    for at, _, priority in asked:
        marks.append(Box(x(at) - 7, base - 7, 14, 14, "asked-priority" if priority else "asked"))
    below = levelled([(x(at), year) for at, year, _ in asked], WIDTH, strong=True)
    for (_, year, _), (middle, level) in zip(asked, below, strict=True):
        marks.append(Text(middle, base + 27 + level * _LEVEL, year, "word", "middle", strong=True))
    return Drawing(WIDTH, base + 32 + max((level for _, level in below), default=0) * _LEVEL, tuple(marks), ground)


# Every request has the same elections on the same years.
@lru_cache(maxsize=16)
def _landmarks(elections: Sequence[Spot]) -> tuple[tuple[Mark, ...], float]:
    """The elections, each at its place from left to right, with the line of time beneath them and its height."""
    above = hung(elections, size=SIZE - 1)
    levels = 1 + max((place.level for place in above), default=-1)
    base = levels * _LEVEL + 26
    marks: list[Mark] = []
    for (_, label), place in zip(elections, above, strict=True):
        y = 12 + (levels - 1 - place.level) * _LEVEL
        marks.append(Stroke(place.x, y - 10, place.x, base + 12, "landmark"))
        marks.append(Text(place.x + place.aside, y, label, "quiet", place.anchor, SIZE - 1))
    return (*marks, Stroke(0, base, WIDTH, base, "axis")), base
