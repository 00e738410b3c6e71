"""Requests followed through the reports: the course of each, and what became of all by the report that first made them."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from generator import links, threads
from generator.charts.course import Spot, course_chart
from generator.charts.drawing import Key
from generator.charts.stacked import Part, stacked_chart
from generator.dataset import Citation
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import described, held, placed, sources
from generator.pages.edition import Edition
from generator.speech import joined
from generator.vocabulary import ThreadState, Unit

ROOM = "/recommendations/"

SERIES = {ThreadState.OPEN: 1, ThreadState.PARTLY_MET: 2, ThreadState.MET: 0, ThreadState.OVERTAKEN: 3}
"""The looks of the readings."""


def of_thread(edition: Edition, id: str) -> Chart:
    """When a request was made, how long it stood open and which reforms met it, on the same years for every thread."""
    dataset, say = edition.dataset, edition.say
    thread, time = dataset.threads[id], threads.open_time(dataset, id)
    asked, met = threads.asked(dataset, id), threads.met_by(dataset, thread)
    meanwhile = _meanwhile(edition)
    closed = thread.reading.state in (ThreadState.MET, ThreadState.OVERTAKEN)
    data = []
    for item in asked:
        report = dataset.reports[item.report]
        numbers = say.list(say.number(entry.number) for entry in item.recommendations)
        priority = any(entry.priority for entry in item.recommendations)
        words = (
            say("asked as a priority, recommendation %(numbers)s", numbers=numbers)
            if priority
            else say("asked, recommendation %(numbers)s", numbers=numbers)
        )
        place = joined("; ", dict.fromkeys(placed(edition.write.citation(entry.citation)) for entry in item.recommendations))
        data.append(Datum(say("Asked"), say.plain(report.short), report.published, Unit.DATE, words, place))
    for reform in met:
        source = reform.source
        place = placed(edition.write.citation(Citation(source.report, source.section, source.footnote, source.annex)))
        data.append(Datum(say("Reform, in our reading"), say.plain(reform.title), reform.when.iso, Unit.DATE, say.when(reform.when), place))
    drawing = course_chart(
        (meanwhile.at(time.since), meanwhile.at(time.until)),
        [
            (
                meanwhile.at(dataset.reports[item.report].published),
                str(dataset.reports[item.report].published.year),
                any(entry.priority for entry in item.recommendations),
            )
            for item in asked
        ],
        [meanwhile.at(reform.when.latest) for reform in met],
        meanwhile.elections,
        closed=closed,
    )
    looks = {mark.look for mark in drawing.marks}
    key = (
        Key("asked", say("asked for in a report")),
        Key("asked-priority", say("asked for as a priority")),
        Key("stood-open", say("stands open or is partly met, in our reading")),
        Key("closed", say("stood open until it was met or overtaken, in our reading")),
        Key("met", say("reform that answers it, in our reading")),
    )
    return Chart(
        id=f"thread-{id}",
        title=say("“%(request)s”: when it was asked for and what followed", request=say.plain(thread.title)),
        description=f"{described(data, several=True)} {meanwhile.described}",
        drawing=drawing,
        data=(*data, *meanwhile.data),
        shared=meanwhile.data,
        page=links.thread(id),
        source=sources(edition, [*(item.report for item in asked), *(reform.source.report for reform in met)]),
        key=tuple(entry for entry in key if entry.look in looks),
    )


def overview(edition: Edition) -> Chart | None:
    """What became of the requests, a bar for each report that was the first to make them."""
    dataset, say = edition.dataset, edition.say
    firsts: dict[str, list[str]] = {}
    for id in dataset.threads:
        firsts.setdefault(threads.asked(dataset, id)[0].report, []).append(id)
    wholes: list[tuple[str, str, list[Part]]] = []
    data = []
    for report in dataset.reports:
        ids = firsts.get(report, [])
        if not ids:
            continue
        short = say.plain(dataset.reports[report].short)
        label = say("First asked for in: %(report)s", report=short)
        parts = []
        for state, series in SERIES.items():
            count = sum(dataset.threads[id].reading.state is state for id in ids)
            parts.append(Part(say(state.label), count, series))
            data.append(Datum(label, say(state.label), count, Unit.COUNT, say.number(count), short))
        wholes.append((label, say.plural("%(count)s request", "%(count)s requests", len(ids)), parts))
    drawn = stacked_chart(wholes)
    if drawn is None:
        return None
    drawing, key = drawn
    return Chart(
        id="requests",
        title=say("What became of the observers' requests, in our reading"),
        description=described(data, several=True),
        drawing=drawing,
        data=tuple(data),
        page=ROOM,
        source=sources(edition, [id for id in dataset.reports if id in firsts]),
        key=key,
        note=say("The reading is of this site, not of the observers; each request's page gives its grounds."),
    )


class _Meanwhile(NamedTuple):
    """What the charts of all threads have in common: the years, and the elections in them."""

    first: datetime.date
    last: datetime.date
    elections: tuple[Spot, ...]
    data: tuple[Datum, ...]
    described: str

    def at(self, date: datetime.date) -> float:
        """The place of a day, from 0 to 1."""
        return _at(date, self.first, self.last)


def _at(date: datetime.date, first: datetime.date, last: datetime.date) -> float:
    return min(1.0, max(0.0, (date - first).days / max(1, (last - first).days)))


@lru_cache(maxsize=4)
def _meanwhile(edition: Edition) -> _Meanwhile:
    """From half a year before the first report with recommendations or election to half a year after the newest report."""
    dataset, say = edition.dataset, edition.say
    dates = [report.published for report in dataset.reports.values()] + [election.date for election in dataset.elections.values()]
    margin = datetime.timedelta(days=180)
    first, last = min(dates) - margin, max(dates) + margin
    data = tuple(held(edition, election) for election in dataset.elections.values())
    spots = tuple((_at(election.date, first, last), say.plain(election.short)) for election in dataset.elections.values())
    return _Meanwhile(first, last, spots, data, described(data, several=True))
