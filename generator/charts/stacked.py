"""Wholes divided into parts, a bar for each whole: seats by how they are filled, seats by who won them."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, BAR, GAP, HEAD = 400, 26, 22, 20


@dataclass(frozen=True)
class Part:
    """One part of a whole; ``series`` counts the kinds of part in order, and so names its looks."""

    label: str
    value: int
    series: int


@dataclass(frozen=True)
class Segment:
    """A part where it is drawn; ``fits`` tells whether its number can stand within it."""

    part: Part
    x: float
    width: float
    fits: bool

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class Bar:
    """One whole: its name above, its parts side by side."""

    label: str
    total: int
    y: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class StackedChart:
    """Everything the drawing needs, in SVG units."""

    bars: tuple[Bar, ...]
    legend: tuple[Part, ...]
    """Each kind of part once, largest first as given."""
    width: int
    height: int
    bar: int = BAR


def stacked_chart(wholes: list[tuple[str, list[Part]]]) -> StackedChart | None:
    """The chart of wholes given with their parts, all on one scale; ``None`` where there is nothing to divide."""
    wholes = [(label, [part for part in parts if part.value > 0]) for label, parts in wholes]
    wholes = [(label, parts) for label, parts in wholes if parts]
    if not wholes:
        return None
    largest = max(sum(part.value for part in parts) for _, parts in wholes)
    bars, legend = [], dict[int, Part]()
    for order, (label, parts) in enumerate(wholes):
        x, segments = 0.0, []
        for part in parts:
            width = part.value / largest * WIDTH
            segments.append(Segment(part, round(x, 1), round(width, 1), width > 9 * len(str(part.value)) + 6))
            legend.setdefault(part.series, part)
            x += width
        bars.append(Bar(label, sum(part.value for part in parts), HEAD + order * (BAR + GAP), tuple(segments)))
    height = HEAD + len(bars) * (BAR + GAP) - GAP + 4
    return StackedChart(tuple(bars), tuple(legend[series] for series in sorted(legend)), WIDTH, height)
