"""Following a request from report to report: who asked when, what the observers say became of it, how long it stood open."""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import NamedTuple

from generator.dataset import Dataset, Election, FollowUpNote, Recommendation
from generator.model.recommendation import Thread
from generator.model.reform import Reform
from generator.vocabulary import ThreadState


class Asked(NamedTuple):
    """One report's recommendations in a thread, and what later reports say became of them by number."""

    report: str
    recommendations: tuple[Recommendation, ...]


class Assessed(NamedTuple):
    """What a later report says of one numbered recommendation."""

    recommendation: Recommendation
    by: FollowUpNote


class OpenTime(NamedTuple):
    """How long a request has stood open: the elections held meanwhile, and whole years.

    Counted from the first report that asked to the reform that met it, or to the newest report.
    """

    since: datetime.date
    until: datetime.date
    elections: tuple[Election, ...]
    years: int


def asked(dataset: Dataset, thread: str) -> list[Asked]:
    """The reports that ask for it, in order of date, each with its recommendations."""
    several = groupby(dataset.asked.get(thread, ()), key=lambda recommendation: recommendation.report)
    return [Asked(report, tuple(recommendations)) for report, recommendations in several]


def assessments(dataset: Dataset, recommendation: Recommendation) -> list[Assessed]:
    """What later reports say became of a recommendation, by its number."""
    elections = dataset.reports[recommendation.report].elections
    return [Assessed(recommendation, note) for id in elections for note in dataset.followed.get((id, recommendation.number), ())]


def met_by(dataset: Dataset, thread: Thread) -> list[Reform]:
    """The reforms that a thread's reading names."""
    return [dataset.reforms[id] for id in thread.reading.reforms]


def open_time(dataset: Dataset, id: str) -> OpenTime:
    """How long the thread has stood open; for one that is met, until the last of the reforms or figures that met it."""
    thread = dataset.threads[id]
    since = dataset.reports[asked(dataset, id)[0].report].published
    until = dataset.newest
    if thread.reading.state in (ThreadState.MET, ThreadState.OVERTAKEN):
        ends = [reform.when.latest for reform in met_by(dataset, thread)]
        ends += [dataset.elections[figure.election].date for figure in thread.reading.figures]
        if ends:
            until = max(since, min(until, max(ends)))
    elections = tuple(election for election in dataset.elections.values() if since <= election.date < until)
    years = until.year - since.year - ((until.month, until.day) < (since.month, since.day))
    return OpenTime(since, until, elections, years)


class BetweenReports(NamedTuple):
    """What became of requests between two elections' reports."""

    met: tuple[str, ...]
    repeated: tuple[str, ...]
    dropped: tuple[str, ...]
    new: tuple[str, ...]


def between_reports(dataset: Dataset, earlier: Election, later: Election) -> BetweenReports | None:
    """Threads met, repeated, not repeated, new between the reports of two elections; ``None`` if neither has recommendations.

    Met: asked by a report of the earlier election or before, and met by a reform or figure after that
    election and no later than the later one.
    """
    first, second = (
        {thread for report in election.reports for entry in dataset.recommended.get(report, ()) for thread in entry.threads}
        for election in (earlier, later)
    )

    def was_asked(thread: str) -> bool:
        return dataset.reports[dataset.asked[thread][0].report].published < later.date

    met = {id for id in dataset.met if was_asked(id) and earlier.date < open_time(dataset, id).until <= later.date}
    if not (first or second or met):
        return None

    def ordered(ids: set[str]) -> tuple[str, ...]:
        return tuple(id for id in dataset.threads if id in ids)

    new = {id for id in second if not was_asked(id)}
    return BetweenReports(ordered(met), ordered(first & second), ordered(first - second - met) if second else (), ordered(new))
