"""Reforms and elections on one axis of time."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from generator.dataset import Dataset, Election
from generator.model.reform import Reform


@dataclass(frozen=True)
class Between:
    """The elections that a reform lies between; ``None`` where there is none on that side."""

    before: Election | None
    after: Election | None


@dataclass(frozen=True)
class Tick:
    """A mark on the axis: ``x`` and ``width`` from 0 to 1 of its length, ``row`` counted from the axis."""

    id: str
    x: float
    width: float
    row: int


def between(dataset: Dataset, reform: Reform) -> Between:
    """The last election before a reform can have come, and the first after it must have."""
    before = [e for e in dataset.elections.values() if e.date <= reform.when.earliest]
    after = [e for e in dataset.elections.values() if e.date >= reform.when.latest]
    return Between(before[-1] if before else None, after[0] if after else None)


def periods(dataset: Dataset) -> list[tuple[Election | None, list[Reform]]]:
    """Reforms grouped by the first election held after they can have begun; the last group has none after it."""
    groups: dict[str | None, list[Reform]] = defaultdict(list)
    for reform in dataset.reforms.values():
        after = between(dataset, reform).after
        groups[after.id if after else None].append(reform)
    ordered: list[tuple[Election | None, list[Reform]]] = [(election, groups[election.id]) for election in dataset.elections.values()]
    return [*ordered, (None, groups[None])]


def years(dataset: Dataset) -> range:
    """The years that the axis spans, whole."""
    dates = [r.when.earliest for r in dataset.reforms.values()] + [e.date for e in dataset.elections.values()]
    return range(min(dates).year, max([d.year for d in dates] + [r.when.latest.year for r in dataset.reforms.values()]) + 2)


def position(date: datetime.date, axis: range) -> float:
    """Where a date lies on the axis, from 0 to 1."""
    start, end = datetime.date(axis.start, 1, 1), datetime.date(axis.stop - 1, 1, 1)
    return (date - start).days / max(1, (end - start).days)


def ticks(dataset: Dataset, gap: float = 0.012) -> list[Tick]:
    """Marks of all reforms, stacked so that no two overlap; ``gap`` is the least width of a mark."""
    axis = years(dataset)
    ends: list[float] = []
    marks: list[Tick] = []
    for reform in dataset.reforms.values():
        start = position(reform.when.earliest, axis)
        width = max(gap, position(reform.when.latest, axis) - start) if reform.when.latest != reform.when.earliest else gap
        row = next((row for row, end in enumerate(ends) if end <= start), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = start + width
        marks.append(Tick(reform.id, start, width, row))
    return marks
