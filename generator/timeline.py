"""Reforms and elections on one axis of time."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

from generator.dataset import Dataset, Election
from generator.model.reform import Reform
from generator.vocabulary import Precision


class Between(NamedTuple):
    """The elections that a reform lies between; ``None`` where there is none on that side."""

    before: Election | None
    after: Election | None


class Tick(NamedTuple):
    """A mark on the axis: ``x`` and ``width`` from 0 to 1 of its length, ``row`` counted from the axis.

    ``dated`` is true for a date known to the month or better: a point above the axis. The rest are
    spans below it, as wide as what is not known.
    """

    id: str
    x: float
    width: float
    row: int
    dated: bool


def between(dataset: Dataset, reform: Reform) -> Between:
    """The last election before a reform can have come, and the first after it must have."""
    before = [e for e in dataset.elections.values() if e.date <= reform.when.earliest]
    after = [e for e in dataset.elections.values() if e.date >= reform.when.latest]
    return Between(before[-1] if before else None, after[0] if after else None)


def periods(dataset: Dataset) -> list[tuple[Election | None, list[Reform]]]:
    """Reforms grouped by the first election from the last day on which they can have come; the last group has none after it."""
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


def ticks(dataset: Dataset, point: float = 0.011) -> list[Tick]:
    """Marks of all reforms, stacked so that no two overlap; ``point`` is the width of a dated one."""
    axis = years(dataset)
    marks: list[Tick] = []
    for dated in (True, False):
        ends: list[float] = []
        for reform in dataset.reforms.values():
            if (reform.when.precision in (Precision.DAY, Precision.MONTH)) is not dated:
                continue
            start = position(reform.when.earliest, axis)
            width = point if dated else max(point, position(reform.when.latest, axis) - start)
            # Dated marks fall into places of one width, so that a crowded month becomes a column.
            start = round(start / point) * point if dated else start
            row = next((row for row, end in enumerate(ends) if end <= start + 1e-9), len(ends))
            if row == len(ends):
                ends.append(0.0)
            ends[row] = start + width
            marks.append(Tick(reform.id, start, width, row, dated))
    return marks
