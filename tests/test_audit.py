"""Figures that prove themselves: verdicts from the printed decimals, rows for every election that has the inputs."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.rows import AuditRow, rows, unnumbered
from generator.audit.verdict import unit_of, verdict
from generator.dataset import Dataset
from generator.exports.audit import table
from generator.links import AUDIT
from generator.pages.auditing import pages
from generator.pages.edition import Edition
from generator.speech import Speech
from generator.vocabulary import AuditKind, Qualifier, Rank, Verdict


def row(dataset: Dataset, id: str) -> AuditRow:
    (found,) = [row for row in rows(dataset) if row.id == id]
    return found


@given(st.decimals(0, 10**6, places=6), st.integers(0, 4))
def test_a_number_that_was_rounded_well_always_holds(exact: Decimal, decimals: int) -> None:
    printed = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert verdict(printed, exact) is Verdict.HOLDS


@given(st.decimals(0, 10**6, places=6), st.integers(1, 4))
def test_a_number_that_was_cut_off_holds_or_is_rounding(exact: Decimal, decimals: int) -> None:
    printed = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)
    assert verdict(printed, exact) in (Verdict.HOLDS, Verdict.ROUNDING)


@given(st.decimals(0, 10**6, places=6), st.integers(0, 4), st.integers(2, 50))
def test_more_than_one_unit_of_the_last_decimal_differs(exact: Decimal, decimals: int, units: int) -> None:
    printed = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert verdict(printed + units * unit_of(printed), exact) is Verdict.DIFFERS


@pytest.mark.parametrize(
    ("stated", "expected", "qualifier", "found"),
    [
        ("100", "101", Qualifier.EXACT, Verdict.DIFFERS),  # counts are not rounded
        ("29", "28.47", Qualifier.EXACT, Verdict.ROUNDING),
        ("50", "50.1", Qualifier.OVER, Verdict.HOLDS),
        ("50", "50", Qualifier.OVER, Verdict.DIFFERS),
        ("50", "50", Qualifier.AT_LEAST, Verdict.HOLDS),
        ("50", "49.9", Qualifier.UNDER, Verdict.HOLDS),
        ("50", "50.1", Qualifier.AT_MOST, Verdict.DIFFERS),
        ("20", "20.9", Qualifier.APPROXIMATE, Verdict.HOLDS),
        ("20", "21.1", Qualifier.APPROXIMATE, Verdict.DIFFERS),
    ],
)
def test_verdicts(stated: str, expected: str, qualifier: Qualifier, found: Verdict) -> None:
    assert verdict(Decimal(stated), Decimal(expected), qualifier) is found


def test_checks_apply_where_their_inputs_are(invented: Dataset) -> None:
    ids = {row.id for row in rows(invented)}
    assert "2010-assembly-turnout" in ids
    assert "2014-assembly-turnout" not in ids, "a figure that we computed is not checked against itself"
    assert "2016-presidential-turnout" not in ids, "an election without the inputs"
    assert {
        "2010-assembly-share-list-reds",
        "2016-presidential-share-presidential-first-candidate",
        "2010-assembly-total-list-total",
    } <= ids


def test_conflicts_stand_beside_each_other(invented: Dataset) -> None:
    early = row(invented, "2010-assembly-conflict-turnout-percent-1")
    assert (early.kind, early.stated, early.expected, early.verdict) == (
        AuditKind.CONFLICT,
        Decimal("70.0"),
        Decimal("71.5"),
        Verdict.DIFFERS,
    )
    exchanged = row(invented, "2010-assembly-conflict-list-against-all-percent-1")
    assert exchanged.difference == Decimal("0.54")


def test_the_known_examples_of_the_real_reports(real: Dataset) -> None:
    turnout = row(real, "2023-majilis-turnout-from-ballots")
    assert (turnout.stated, turnout.expected, turnout.verdict) == (Decimal("54.21"), Decimal("54.1508"), Verdict.DIFFERS)
    ballots = row(real, "2023-majilis-votes-in-ballots-issued")
    assert (ballots.difference, ballots.verdict) == (Decimal(-7127), Verdict.DIFFERS)
    night = row(real, "2007-majilis-turnout-against-valid-votes")
    assert (night.difference, night.verdict) == (Decimal(5726544 - 5935625), Verdict.DIFFERS)
    winner = row(real, "2019-presidential-conflict-presidential-tokayev-percent-1")
    assert (winner.stated, winner.expected, winner.verdict) == (Decimal("70.96"), Decimal("70.76"), Verdict.DIFFERS)


def test_a_number_set_beside_one_other_is_a_conflict_and_says_where_the_other_stands(real: Dataset) -> None:
    days = row(real, "2019-presidential-days-for-signatures")
    assert (days.kind, days.stated, days.expected) == (AuditKind.CONFLICT, Decimal(3), Decimal(2))
    told = {record["id"]: record["inputs"] for record in table(real).rows}
    assert told["2019-presidential-days-for-signatures"] == "chapter=2 (2019-odihr-final-report, section VII)"
    for one in rows(real):
        assert (one.kind is AuditKind.CONFLICT) == (" (" in str(told[one.id])), one.id
    ceiling = row(real, "2019-presidential-expenditure-within-ceiling")
    assert ceiling.kind is AuditKind.ARITHMETIC, "a bound is not another statement of the same number"


def test_a_difference_of_nothing_has_no_sign(real: Dataset) -> None:
    assert not [one.id for one in rows(real) if "-0" in (str(one.difference), str(one.expected))]


def test_days_that_differ_stand_on_the_page(real: Dataset, real_site: Path) -> None:
    pairs = [(figure.election, figure.value, other.value) for figure, other in unnumbered(real)]
    assert ("2019-presidential", datetime.date(2019, 6, 12), datetime.date(2019, 6, 10)) in pairs
    for start in ("", "kk/", "ru/"):
        page = (real_site / start / "audit/index.html").read_text()
        assert page.count("conflict-results-announced-on-") == len(pairs)


def test_the_footer_leads_to_the_page_exactly_where_there_is_one(invented: Dataset) -> None:
    unchecked = replace(invented, figure_checks=(), result_checks=())
    bare = {
        id: election._replace(
            figures={name: figure._replace(others=()) for name, figure in election.figures.items()}, contests=(), statements=()
        )
        for id, election in invented.elections.items()
    }
    day = bare["2010-assembly"].figures["campaign.start"]
    other = day._replace(rank=Rank.ALTERNATIVE, value=datetime.date(2010, 4, 6))
    two_days = bare["2010-assembly"]._replace(figures={**bare["2010-assembly"].figures, day.indicator: day._replace(others=(other,))})
    for dataset, there in (
        (unchecked, True),
        (replace(unchecked, elections=bare | {two_days.id: two_days}), True),
        (replace(unchecked, elections=bare), False),
        (replace(invented, figure_checks=(), elections=bare), False),
    ):
        edition = Edition(dataset, Speech("en"))
        assert [page.path for page in pages(edition)] == [AUDIT] * there
        assert (AUDIT in [room.path for room in edition.side_rooms()]) == there


def test_every_printed_share_of_every_result_is_recomputed(real: Dataset) -> None:
    ids = {row.subject + row.election for row in rows(real) if row.kind is AuditKind.ARITHMETIC}
    for election in real.elections.values():
        for contest in election.contests:
            for result in contest.results:
                if result.percent is not None:
                    assert f"{contest.kind}.{result.contestant}.percent{election.id}" in ids


def test_ids_are_unique_and_those_that_differ_come_first(real: Dataset) -> None:
    found = rows(real)
    assert len({row.id for row in found}) == len(found)
    order = [list(Verdict).index(row.verdict) for row in found]
    assert order == sorted(order)


def test_the_page_and_the_download_have_every_row(real: Dataset, real_site: Path) -> None:
    page = (real_site / "audit/index.html").read_text()
    table = (real_site / "data/v1/audit.csv").read_text().splitlines()
    assert table[0] == "id,election,kind,subject,stated,expected,inputs,difference,verdict,report,section,footnote,annex,note"
    assert len(table) - 1 == len(rows(real))
    for found in rows(real):
        assert f'id="{found.id}"' in page
