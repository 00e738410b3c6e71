"""Two bars for each line of a table, one under the other: what one source says and what another does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH, LINE = 272, 41
"""In SVG units: the width, that of a phone's page, so that letters keep their size, and a line's height."""

_THIN = 1.0


@dataclass(frozen=True)
class PairedLine:
    """A line with its two bars: ``y`` is its top; widths in SVG units, 0 for a figure of 0."""

    name: str
    first: int
    second: int
    y: int
    first_width: float
    second_width: float


@dataclass(frozen=True)
class BalancedLine:
    """A line with what was lost to the left of the middle and what was gained to its right."""

    name: str
    y: int
    lost_width: float
    gained_width: float


def paired(first: Mapping[str, int], second: Mapping[str, int]) -> tuple[PairedLine, ...]:
    """A line for each name of ``first``, all to the scale of the largest figure."""
    largest = max((*first.values(), *second.values()), default=0)
    return tuple(
        PairedLine(name, first[name], second[name], order * LINE, _width(first[name], largest, WIDTH), _width(second[name], largest, WIDTH))
        for order, name in enumerate(first)
    )


def balanced(lost: Mapping[str, int], gained: Mapping[str, int]) -> tuple[BalancedLine, ...]:
    """A line for each name of ``lost``, all to the scale of the largest amount on either side."""
    largest = max((*lost.values(), *gained.values()), default=0)
    return tuple(
        BalancedLine(name, order * LINE, _width(lost[name], largest, WIDTH / 2), _width(gained[name], largest, WIDTH / 2))
        for order, name in enumerate(lost)
    )


def _width(value: int, largest: int, whole: float) -> float:
    """The length of a bar: what is not 0 can be seen."""
    return max(round(whole * value / largest, 1), _THIN) if value else 0.0
