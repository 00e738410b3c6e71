"""A column for each election: one indicator over time, absence kept as a place without a column."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from generator.dataset import Figure
from generator.vocabulary import Unit

WIDTH, HEIGHT, TOP, BOTTOM = 400, 280, 28, 62
"""In SVG units. Narrow, so that its letters stay readable when it is as wide as a phone."""

_UNMEASURED = (Unit.TEXT, Unit.CHOICE, Unit.BOOLEAN, Unit.DATE)


@dataclass(frozen=True)
class Column:
    """A place on the axis; ``height`` is ``None`` where there is no number. Lengths in SVG units."""

    figure: Figure
    x: float
    width: float
    y: float
    height: float | None

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class ColumnChart:
    """Everything the drawing needs; ``lines`` are the scale's values with their heights."""

    columns: tuple[Column, ...]
    lines: tuple[tuple[Decimal, float], ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - BOTTOM


def column_chart(figures: list[Figure]) -> ColumnChart | None:
    """The chart of one indicator, or ``None`` where there are not two numbers to compare."""
    numbers = [Decimal(f.value) for f in figures if isinstance(f.value, int | Decimal) and not isinstance(f.value, bool)]
    if len(numbers) < 2 or figures[0].unit in _UNMEASURED:
        return None
    top, step = _scale(max(numbers))
    base = HEIGHT - BOTTOM
    place = WIDTH / len(figures)

    def y(value: Decimal) -> float:
        return round(base - float(value / top) * (base - TOP), 1)

    columns = []
    for order, figure in enumerate(figures):
        x, width = round(order * place + place * 0.15, 1), round(place * 0.7, 1)
        value = figure.value
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            columns.append(Column(figure, x, width, y(Decimal(value)), round(base - y(Decimal(value)), 1)))
        else:
            columns.append(Column(figure, x, width, float(base), None))
    lines = tuple((step * i, y(step * i)) for i in range(int(top / step) + 1))
    return ColumnChart(tuple(columns), lines)


def _scale(largest: Decimal) -> tuple[Decimal, Decimal]:
    """A round top at or above the largest value, and the step of the lines under it (about four)."""
    if largest <= 0:
        return Decimal(1), Decimal(1)
    rough = float(largest) / 4
    magnitude = Decimal(10) ** floor(log10(rough))
    step = next(step for step in (1, 2, Decimal("2.5"), 5, 10) if step * magnitude >= Decimal(str(rough))) * magnitude
    return step * ceil(largest / step), step
