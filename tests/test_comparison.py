"""Setting elections side by side: what changed, what cannot be compared, which pairs there are; and the axis of time."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from generator.comparison import INEXACT, PRELIMINARY, Change, difference, pairs, previous_comparable
from generator.dataset import Dataset
from generator.timeline import between, periods, ticks, years
from generator.vocabulary import Status


@pytest.mark.parametrize(
    ("indicator", "change", "amount"),
    [
        ("system.family", Change.SAME, None),
        ("system.seats_total", Change.DOWN, Decimal(-20)),
        ("voters.registered", Change.UP, Decimal(100000)),
        ("turnout.percent", Change.DOWN, Decimal("-20.00")),
        ("system.note", Change.UNKNOWN, None),
        ("campaign.start", Change.UNKNOWN, None),
        ("deposit.amount", Change.VANISHED, None),
        ("vote.secret", Change.SAME, None),
    ],
)
def test_what_changed(invented: Dataset, indicator: str, change: Change, amount: Decimal | None) -> None:
    found = difference(invented.elections["2010-assembly"].figures[indicator], invented.elections["2014-assembly"].figures[indicator])
    assert (found.change, found.amount) == (change, amount)


def test_texts_are_never_called_changed(invented: Dataset) -> None:
    first, last = (invented.elections[id].figures["system.note"] for id in ("2010-assembly", "2016-presidential"))
    assert difference(first, last).change is Change.REWORDED


def test_what_appears_and_what_applies_to_neither(invented: Dataset) -> None:
    absent, present = (invented.elections[id].figures["deposit.amount"] for id in ("2014-assembly", "2016-presidential"))
    assert difference(absent, present).change is Change.APPEARED
    assert difference(absent, absent).change is Change.NEITHER


def test_caveats_come_from_the_data(invented: Dataset) -> None:
    earlier, later = (invented.elections[id].figures["voters.registered"] for id in ("2010-assembly", "2014-assembly"))
    assert set(difference(earlier, later).caveats) == {PRELIMINARY, INEXACT}
    assert difference(earlier, later._replace(status=Status.FINAL)).caveats == (INEXACT,)


def test_only_elections_of_one_kind_are_comparable(invented: Dataset) -> None:
    assert previous_comparable(invented, invented.elections["2016-presidential"]) is None
    before = previous_comparable(invented, invented.elections["2014-assembly"])
    assert before
    assert before.id == "2010-assembly"


def test_pairs_are_neighbours_and_those_named_earlier_first(invented: Dataset) -> None:
    assert [(a.id, b.id) for a, b in pairs(invented)] == [("2010-assembly", "2014-assembly"), ("2010-assembly", "2016-presidential")]


def test_a_bracket_lies_between_the_elections_that_bracket_it(invented: Dataset) -> None:
    around = between(invented, invented.reforms["seats-fewer"])
    assert around.before
    assert around.after
    assert (around.before.id, around.after.id) == ("2010-assembly", "2014-assembly")


def test_periods_hold_every_reform_once(invented: Dataset, real: Dataset) -> None:
    for dataset in (invented, real):
        held = [reform.id for _, reforms in periods(dataset) for reform in reforms]
        assert sorted(held) == sorted(dataset.reforms)


def test_no_two_marks_of_the_axis_overlap(real: Dataset) -> None:
    rows: dict[tuple[bool, int], list[tuple[float, float]]] = {}
    for tick in ticks(real):
        rows.setdefault((tick.dated, tick.row), []).append((tick.x, tick.x + tick.width))
    for spans in rows.values():
        spans.sort()
        assert all(a[1] <= b[0] + 1e-6 for a, b in itertools.pairwise(spans))
    assert years(real).start == 1995
