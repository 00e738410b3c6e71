"""Reforms on an axis of time, with elections as landmarks: what is dated well above the years, the rest below as spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.charts.drawing import SIZE, Box, Drawing, Mark, Text, hung
from generator.charts.drawing import Line as Stroke

WIDTH, EDGE = 1000, 30
"""Of the axis, and the paper on each side of it."""

_ROW, _THICK, _LEVEL, _YEARS = 13, 11, 17, 30


class Dot(NamedTuple):
    """A reform: ``at`` and ``span`` from 0 to 1 of the axis, ``row`` counted from it; ``dated`` ones stand above the years."""

    at: float
    span: float
    row: int
    dated: bool
    look: str
    name: str
    href: str
    tags: tuple[tuple[str, str], ...]


class Landmark(NamedTuple):
    """An election: ``at`` from 0 to 1 of the axis."""

    at: float
    label: str
    href: str


def axis_chart(dots: Sequence[Dot], landmarks: Sequence[Landmark], years: range) -> Drawing:
    """The whole drawing; ``years`` are those that the axis spans."""
    placed = hung([(round(EDGE + mark.at * WIDTH, 1), mark.label) for mark in landmarks], strong=True)
    levels = 1 + max((place.level for place in placed), default=-1)
    top = levels * _LEVEL + 8
    above = 1 + max((dot.row for dot in dots if dot.dated), default=0)
    below = 1 + max((dot.row for dot in dots if not dot.dated), default=-1)
    base = top + above * _ROW + 6
    height = base + _YEARS + below * _ROW + 4
    marks: list[Mark] = [Stroke(0, base, WIDTH + 2 * EDGE, base, "axis")]
    for year in years:
        x = round(EDGE + (year - years.start) / max(1, len(years) - 1) * WIDTH, 1)
        marks.append(Stroke(x, base, x, base + (6 if year % 5 == 0 else 3), "axis"))
        if year % 5 == 0:
            marks.append(Text(x, base + 20, str(year), "quiet", "middle", SIZE))
    for landmark, place in zip(landmarks, placed, strict=True):
        y = SIZE + (levels - 1 - place.level) * _LEVEL
        marks.append(Stroke(place.x, y - SIZE + 2, place.x, base + 6, "landmark"))
        if below:  # the years between are left free
            marks.append(Stroke(place.x, base + _YEARS - 5, place.x, height, "landmark"))
        marks.append(Text(place.x + place.aside, y, landmark.label, "word", place.anchor, strong=True, href=landmark.href))
    for dot in dots:
        y = base - (dot.row + 1) * _ROW if dot.dated else base + _YEARS + dot.row * _ROW
        wide = round(max(9.0, dot.span * WIDTH - 2), 1)
        marks.append(Box(round(EDGE + dot.at * WIDTH, 1), y, wide, _THICK, dot.look, dot.href, dot.name, dot.tags))
    return Drawing(WIDTH + 2 * EDGE, height, tuple(marks))
