"""Setting elections side by side: which are comparable, and what changed from one to the other."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.dataset import Dataset, Election, Figure
from generator.vocabulary import Absence, Qualifier, Status, Unit


class Change(StrEnum):
    """What became of an indicator from one election to a later one."""

    SAME = "same"
    UP = "up"
    DOWN = "down"
    OTHER = "other"  # another date, choice, answer
    REWORDED = "reworded"  # texts differ: only reading tells whether the rule does
    APPEARED = "appeared"  # did not apply before
    VANISHED = "vanished"  # does not apply any more
    UNKNOWN = "unknown"  # at least one report is silent
    NEITHER = "neither"  # applies to neither


class Difference(NamedTuple):
    """A change between two figures; ``amount`` (later minus earlier, in the unit) only for numbers."""

    change: Change
    earlier: Figure
    later: Figure
    amount: Decimal | None = None
    caveats: tuple[str, ...] = ()


PRELIMINARY = "preliminary"
INEXACT = "inexact"
KINDS = "kinds"


def difference(earlier: Figure, later: Figure) -> Difference:
    """What changed from one election's figure to a later one's, with the caveats that the data itself gives."""
    caveats: list[str] = []
    if (earlier.status is Status.PRELIMINARY) != (later.status is Status.PRELIMINARY):
        caveats.append(PRELIMINARY)
    if Qualifier.EXACT not in (earlier.qualifier, later.qualifier) or earlier.qualifier is not later.qualifier:
        caveats.append(INEXACT)
    change, amount = _change(earlier, later)
    measured = change in (Change.UP, Change.DOWN, Change.SAME)
    return Difference(change, earlier, later, amount, tuple(caveats) if measured else ())


def _change(earlier: Figure, later: Figure) -> tuple[Change, Decimal | None]:
    before, after = earlier.value, later.value
    if before is None and after is None:
        both = earlier.absence is Absence.NOT_APPLICABLE and later.absence is Absence.NOT_APPLICABLE
        return (Change.NEITHER if both else Change.UNKNOWN), None
    if before is None:
        return (Change.APPEARED if earlier.absence is Absence.NOT_APPLICABLE else Change.UNKNOWN), None
    if after is None:
        return (Change.VANISHED if later.absence is Absence.NOT_APPLICABLE else Change.UNKNOWN), None
    if before == after:
        return Change.SAME, None
    if earlier.unit is Unit.TEXT:
        return Change.REWORDED, None
    if isinstance(before, int | Decimal) and isinstance(after, int | Decimal) and earlier.unit is not Unit.BOOLEAN:
        amount = Decimal(after) - Decimal(before)
        return (Change.UP if amount > 0 else Change.DOWN), amount
    return Change.OTHER, None


def previous_comparable(dataset: Dataset, election: Election) -> Election | None:
    """The election of the same kind that came before, among those of the data."""
    return dataset.before.get(election.id)


def differences(earlier: Election, later: Election) -> dict[str, Difference]:
    """What changed between two elections, by indicator."""
    return {id: difference(earlier.figures[id], later.figures[id]) for id in earlier.figures}


def pairs(dataset: Dataset) -> list[tuple[Election, Election]]:
    """The pairs that have a page: neighbours of one kind, and those that the editors name; earlier first."""
    found: set[tuple[str, str]] = set()
    for election in dataset.elections.values():
        before = previous_comparable(dataset, election)
        if before:
            found.add((before.id, election.id))
    for pair in dataset.site.pairs:
        first, second = sorted((dataset.elections[pair.earlier], dataset.elections[pair.later]), key=lambda e: e.date)
        found.add((first.id, second.id))
    order = {id: position for position, id in enumerate(dataset.elections)}
    return [(dataset.elections[a], dataset.elections[b]) for a, b in sorted(found, key=lambda ids: (order[ids[0]], order[ids[1]]))]
