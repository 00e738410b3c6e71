"""Setting elections side by side: what changed, what cannot be compared, which pairs there are; and the axis of time."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.columns import BOTTOM, HEIGHT, TOP, column_chart
from generator.charts.stacked import WIDTH, Part, stacked_chart
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
    assert difference(earlier, replace(later, status=Status.FINAL)).caveats == (INEXACT,)


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


def test_a_column_is_as_high_as_its_number(invented: Dataset) -> None:
    figures = [election.figures["turnout.percent"] for election in invented.elections.values()]
    chart = column_chart(figures)
    assert chart
    heights = [column.height for column in chart.columns]
    assert heights[0]
    assert heights[1]
    assert abs(heights[0] / heights[1] - 70 / 50) < 0.01
    assert all(TOP <= column.y <= HEIGHT - BOTTOM for column in chart.columns)


def test_absence_has_a_place_without_a_column(invented: Dataset) -> None:
    chart = column_chart([election.figures["system.seats_total"] for election in invented.elections.values()])
    assert chart
    assert [column.height is None for column in chart.columns] == [False, False, True]
    assert column_chart([election.figures["system.family"] for election in invented.elections.values()]) is None


@given(st.lists(st.lists(st.integers(0, 500), min_size=1, max_size=6), min_size=1, max_size=5))
def test_parts_of_a_bar_lie_side_by_side_and_fill_it(wholes: list[list[int]]) -> None:
    chart = stacked_chart([(str(i), [Part("x", value, n) for n, value in enumerate(values)]) for i, values in enumerate(wholes)])
    if chart is None:
        assert not any(any(values) for values in wholes)
        return
    for bar in chart.bars:
        for a, b in zip(bar.segments, bar.segments[1:], strict=False):
            assert abs(a.x + a.width - b.x) < 0.21
        assert bar.segments[-1].x + bar.segments[-1].width <= WIDTH + 0.2
