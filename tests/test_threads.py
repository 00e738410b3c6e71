"""Requests followed through the reports: who asked, how long it stood open, what a pair of reports says."""

from __future__ import annotations

from generator import threads
from generator.dataset import Dataset
from generator.vocabulary import FollowUp


def test_who_asked(invented: Dataset) -> None:
    assert [(a.report, [r.number for r in a.recommendations]) for a in threads.asked(invented, "open-count")] == [
        ("2010-report", [1, 2]),
        ("2014-report", [1]),
    ]


def test_the_observers_follow_up_by_number(invented: Dataset) -> None:
    first, second, *_ = invented.recommended["2010-report"]
    assert [found.by.status for found in threads.assessments(invented, first)] == [FollowUp.FULLY]
    assert threads.assessments(invented, second) == []


def test_a_met_request_stands_open_until_it_was_met(invented: Dataset) -> None:
    time = threads.open_time(invented, "fewer-seats")
    assert (time.since.isoformat(), time.until.isoformat(), time.years) == ("2010-12-01", "2014-06-01", 3)
    assert time.elections == ()


def test_an_open_request_stands_open_to_the_newest_report(invented: Dataset) -> None:
    time = threads.open_time(invented, "open-count")
    assert (time.until.isoformat(), time.years) == ("2016-12-01", 6)
    assert [election.id for election in time.elections] == ["2014-assembly", "2016-presidential"]


def test_between_two_reports(invented: Dataset) -> None:
    found = threads.between_reports(invented, invented.elections["2010-assembly"], invented.elections["2014-assembly"])
    assert found == threads.BetweenReports(met=("fewer-seats",), repeated=("open-count",), dropped=(), new=())


def test_a_reform_knows_what_it_answers(invented: Dataset) -> None:
    assert invented.answered["seats-fewer"] == ("fewer-seats",)


def test_every_recommendation_of_the_real_reports_is_there(real: Dataset) -> None:
    totals: dict[str, int] = {}
    for recommendation in real.recommendations:
        totals[recommendation.report] = totals.get(recommendation.report, 0) + 1
    stated = {
        report: election.figures["report.recommendations_total"].value
        for election in real.elections.values()
        for report in election.reports
        if report in totals
    }
    assert totals == stated
    assert sum(totals.values()) == 95
