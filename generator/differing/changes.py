"""Two datasets set side by side, thing by thing."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.dataset import Confirmed, Dataset
from generator.differing.audit import AuditChange, audit_changes
from generator.differing.paths import paths
from generator.differing.things import Kind, Teller, Thing

_ALIKE = 0.5
"""How alike two findings must be to be one that was reworded (0 to 1, by difflib)."""


@dataclass(frozen=True)
class Change:
    """A thing before and after; one of the two is ``None`` where it is new or removed."""

    before: Thing | None
    after: Thing | None

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it was last."""
        thing = self.after or self.before
        assert thing
        return thing

    @property
    def details(self) -> list[tuple[str, str, str]]:
        """Name, words before and words after of each detail that changed and that the gist of the thing does not tell."""
        if self.before is None or self.after is None:
            return []
        before, after = self.before.details, self.after.details
        told = [" ".join((thing.says, *thing.also)) for thing in (self.before, self.after)]
        found = ((name, before.get(name, ""), after.get(name, "")) for name in dict.fromkeys([*before, *after]))
        return [(name, was, now) for name, was, now in found if was != now and not (was in told[0] and now in told[1])]


@dataclass(frozen=True)
class Differences:
    """Everything that changes for a reader, in the order in which it is told."""

    changes: tuple[Change, ...]
    audit: tuple[AuditChange, ...]
    """Rows that begin or cease to hold, and those that differ by another amount, with those that do so from the start."""
    holding: int
    """By how many the rows that hold, and are new or gone, become more."""
    confirmed: tuple[Confirmed, Confirmed]
    appearing: tuple[str, ...]
    vanishing: tuple[str, ...]
    announced: bool
    """Whether the feed has an entry that it did not have."""

    @property
    def nothing(self) -> bool:
        """Whether a reader would notice nothing."""
        was, now = self.confirmed
        return not (self.changes or self.audit or self.holding or self.appearing or self.vanishing) and was == now

    def of(self, kind: Kind) -> list[Change]:
        """The changes of one kind."""
        return [change for change in self.changes if change.thing.kind is kind]


def differences(before: Dataset, after: Dataset) -> Differences:
    """What changes for a reader. Entries of the feed are no change: they announce those that are."""
    earlier, later = Teller(before), Teller(after)
    was, now = list(earlier.things()), list(later.things())
    audit, holding = audit_changes(earlier, later)
    had, has = paths(before), paths(after)
    return Differences(
        changes=tuple(change for kind in Kind for change in _changes(_of(kind, was), _of(kind, now))),
        audit=tuple(audit),
        holding=holding,
        confirmed=(before.confirmed, after.confirmed),
        appearing=tuple(path for path in has if path not in set(had)),
        vanishing=tuple(path for path in had if path not in set(has)),
        announced=bool({change.id for change in after.changes} - {change.id for change in before.changes}),
    )


def _of(kind: Kind, things: Iterable[Thing]) -> dict[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.kind is kind:
            found[thing.id].append(thing)
    return found


def _changes(was: dict[str, list[Thing]], now: dict[str, list[Thing]]) -> Iterator[Change]:
    """In the order that things have now; what is removed comes last."""
    removed: list[Change] = []
    for id in dict.fromkeys([*now, *was]):
        for change in _paired(was.get(id, []), now.get(id, [])):
            if change.after is None:
                removed.append(change)
            elif change.before is not None or change.after.entered:
                yield change
    yield from removed


def _paired(was: list[Thing], now: list[Thing]) -> Iterator[Change]:
    """The changes among things with one id: those that are equal left out, the rest paired by how alike they are."""
    was, now = _without(was, now), _without(now, was)
    if len(was) == len(now) == 1:
        yield Change(was[0], now[0])
        return
    likeness = {
        (old, new): difflib.SequenceMatcher(None, was[old].says, now[new].says, autojunk=False).ratio()
        for old in range(len(was))
        for new in range(len(now))
    }
    pairs: dict[int, int] = {}
    for (old, new), alike in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if alike >= _ALIKE and old not in pairs.values() and new not in pairs:
            pairs[new] = old
    for new, thing in enumerate(now):
        yield Change(was[pairs[new]] if new in pairs else None, thing)
    for old, thing in enumerate(was):
        if old not in pairs.values():
            yield Change(thing, None)


def _without(some: list[Thing], others: list[Thing]) -> list[Thing]:
    left = [other.details for other in others]
    kept = []
    for thing in some:
        if thing.details in left:
            left.remove(thing.details)
        else:
            kept.append(thing)
    return kept
