"""Every id points at something, and every citation at a place that its report has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.files import Files, Loaded
from generator.model.election import Rival
from generator.model.source import Source
from generator.model.stations import INVALID
from generator.problems import Place, Problem, did_you_mean
from generator.reading import Location

Reference = tuple[Place, str, set[str] | None, str]
"""Where an id stands, the id, the ids it may be (``None``: not knowable), what it names."""


_IS_ID = re.compile(r"[a-z0-9-]+\Z").match

_EXPECTED = {
    "topic": "a topic that data/topics.yaml declares",
    "indicator": "an indicator that data/indicators.yaml declares",
    "contestant": "a contestant that data/contestants.yaml declares",
    "thread": "a thread that data/threads.yaml declares",
    "reform": "a reform that a file of data/reforms/ declares",
    "report": "the name of a folder of data/reports/",
    "election": "the name of a folder of data/elections/",
}
"""What an id of each kind must be."""


def ids_exist(files: Files) -> Iterator[Problem]:
    """Topics, indicators, reports, elections, contestants that are named are declared."""
    for place, id, known, what in _references(files):
        if known is not None and id not in known:
            yield Problem(place, f"the unknown {what} `{id}`", _EXPECTED[what], did_you_mean(id, known))


def _references(files: Files) -> Iterator[Reference]:
    topics = files.topics.declared("topics")
    indicators = files.indicators.declared("indicators")
    contestants = files.contestants.declared("contestants")
    reports, elections = set(files.reports), set(files.elections)
    if files.topics.entry:
        for id, topic in files.topics.entry.topics.items():
            for position, indicator in enumerate(topic.indicators):
                yield files.topics.place("topics", id, "indicators", position), indicator, indicators, "indicator"
    if files.indicators.entry:
        for id, entry in files.indicators.entry.indicators.items():
            yield files.indicators.place("indicators", id, "topic"), entry.topic, topics, "topic"
    if files.site.entry:
        for position, pair in enumerate(files.site.entry.pairs):
            yield files.site.place("pairs", position, "earlier"), pair.earlier, elections, "election"
            yield files.site.place("pairs", position, "later"), pair.later, elections, "election"
        for position, indicator in enumerate(files.site.entry.glance):
            yield files.site.place("glance", position), indicator, indicators, "indicator"
        for position, chart in enumerate(files.site.entry.charts):
            for order, indicator in enumerate(chart.indicators):
                yield files.site.place("charts", position, "indicators", order), indicator, indicators, "indicator"
    for report in files.reports.values():
        if report.entry:
            for position, election in enumerate(report.entry.elections):
                yield report.place("elections", position), election, elections, "election"
    if files.contestants.entry:
        for id, contestant in files.contestants.entry.contestants.items():
            for position, event in enumerate(contestant.history):
                for key, other in (("into", event.into), ("from", event.from_)):
                    if other is not None:
                        yield files.contestants.place("contestants", id, "history", position, key), other, contestants, "contestant"
    for parts in files.elections.values():
        if parts.election.entry:
            for position, id in enumerate(parts.election.entry.reports):
                yield parts.election.place("reports", position), id, reports, "report"
        if parts.figures.entry:
            for id in parts.figures.entry.figures:
                yield parts.figures.place("figures", id), id, indicators, "indicator"
        if parts.results.entry:
            for position, contest in parts.results.numbered("contests"):
                for row, result in enumerate(contest.results):
                    yield (
                        parts.results.place("contests", position, "results", row, "contestant"),
                        result.contestant,
                        contestants,
                        "contestant",
                    )
        if parts.findings.entry:
            for position, finding in parts.findings.numbered("findings"):
                yield parts.findings.place("findings", position, "topic"), finding.topic, topics, "topic"
        if parts.stations and parts.stations.entry:
            for id in parts.stations.entry.columns:
                if id != INVALID:
                    yield parts.stations.place("columns", id), id, contestants, "contestant"
    if files.checks and files.checks.entry:
        for position, check in files.checks.numbered("figures"):
            yield files.checks.place("figures", position, "subject"), check.subject, indicators, "indicator"
    yield from _thread_references(files, topics, indicators, reports, elections)
    for reforms in files.reforms:
        if reforms.entry:
            for position, reform in reforms.numbered("reforms"):
                for index, topic_id in enumerate(reform.topics):
                    yield reforms.place("reforms", position, "topics", index), topic_id, topics, "topic"


def _thread_references(
    files: Files, topics: set[str] | None, indicators: set[str] | None, reports: set[str], elections: set[str]
) -> Iterator[Reference]:
    threads = files.threads.declared("threads") if files.threads else set()
    for loaded in files.recommendations.values():
        if loaded.entry:
            for position, entry in loaded.numbered("recommendations"):
                base = ("recommendations", position)
                yield loaded.place(*base, "topic"), entry.topic, topics, "topic"
                for index, id in enumerate(entry.threads):
                    yield loaded.place(*base, "threads", index), id, threads, "thread"
                for index, part in enumerate(entry.parts):
                    yield loaded.place(*base, "parts", index, "thread"), part.thread, threads, "thread"
            for position, said in loaded.numbered("statements"):
                if said.thread is not None:
                    yield loaded.place("statements", position, "thread"), said.thread, threads, "thread"
    if files.threads and files.threads.entry:
        declared = {id for loaded in files.reforms for id in loaded.listed("reforms", "id")}
        all_known = all(map(_IS_ID, declared)) and all(loaded.document.value is not None for loaded in files.reforms)
        reforms = declared if all_known else None  # else one has a slip in its id, or stands in a file that cannot be read
        for id, thread in files.threads.entry.threads.items():
            yield files.threads.place("threads", id, "topic"), thread.topic, topics, "topic"
            for index, change in enumerate(thread.changes):
                yield files.threads.place("threads", id, "changes", index, "report"), change.report, reports, "report"
            for index, reform in enumerate(thread.reading.reforms):
                yield files.threads.place("threads", id, "reading", "reforms", index), reform, reforms, "reform"
            for index, figure in enumerate(thread.reading.figures):
                base = ("threads", id, "reading", "figures", index)  # type: ignore[assignment]
                yield files.threads.place(*base, "election"), figure.election, elections, "election"
                yield files.threads.place(*base, "indicator"), figure.indicator, indicators, "indicator"


def sources_exist(files: Files) -> Iterator[Problem]:
    """Each citation names a report that is there, and a section or annex that this report has."""
    for loaded, location, source, default in sources(files):
        report_id = source.report or default
        place = loaded.place(*location)
        if report_id is None:
            yield Problem(place, "a source without a report", "the report's id", "Add `report:` to the source.")
            continue
        if report_id not in files.reports:
            where = (*location, "report") if source.report else ("report",)
            yield Problem(
                loaded.place(*where),
                f"the unknown report `{report_id}`",
                _EXPECTED["report"],
                did_you_mean(report_id, files.reports),
            )
            continue
        report = files.reports[report_id].entry
        if report is None:
            continue
        for key, part, parts in (("section", source.section, report.sections), ("annex", source.annex, report.annexes)):
            ids = [known.id for known in parts]
            if part is not None and part not in ids:
                yield Problem(
                    loaded.place(*location, key),
                    f"the {key} `{part}`",
                    f"one that data/reports/{report_id}/report.yaml lists",
                    did_you_mean(part, ids),
                )


Cited = tuple[Loaded[Any], Location, Source, str | None]
"""The file, where in it the source stands, the source, and the file's default report."""


def sources(files: Files) -> Iterator[Cited]:
    """Every citation of the data, with its place."""
    if files.contestants.entry:
        for id, contestant in files.contestants.entry.contestants.items():
            for position, event in enumerate(contestant.history):
                yield files.contestants, ("contestants", id, "history", position, "source"), event.source, None
    for parts in files.elections.values():
        if parts.election.entry:
            first = parts.election.entry.reports[0]
            yield parts.election, ("source",), parts.election.entry.source, first
        if parts.figures.entry:
            report = parts.figures.entry.report
            for id, figure in parts.figures.entry.figures.items():
                if figure.source:
                    yield parts.figures, ("figures", id, "source"), figure.source, report
                for position, other in enumerate(figure.others):
                    yield parts.figures, ("figures", id, "others", position, "source"), other.source, report
        if parts.results.entry:
            report = parts.results.entry.report
            for position, contest in parts.results.numbered("contests"):
                base: Location = ("contests", position)
                yield parts.results, (*base, "source"), contest.source, report
                for row, result in enumerate(contest.results):
                    yield from _row_sources(parts.results, (*base, "results", row), result.source, result.rivals, report)
                if contest.total:
                    yield from _row_sources(parts.results, (*base, "total"), contest.total.source, contest.total.rivals, report)
        if parts.findings.entry:
            for position, finding in parts.findings.numbered("findings"):
                yield parts.findings, ("findings", position, "source"), finding.source, parts.findings.entry.report
        if parts.stations and parts.stations.entry:
            report = parts.stations.entry.report
            yield parts.stations, ("source",), parts.stations.entry.source, report
            for annex in parts.stations.entry.annexes:
                yield parts.stations, ("annexes", annex), Source(annex=annex), report
            for position, station in parts.stations.numbered("stations"):
                for index, also in enumerate(station.also):
                    yield parts.stations, ("stations", position, "also", index), also, report
    for parts in files.elections.values():
        if parts.statements and parts.statements.entry:
            report = parts.statements.entry.report
            for position, statement in parts.statements.numbered("statements"):
                yield parts.statements, ("statements", position, "source"), statement.source, report
                for name, item in statement.inputs.items():
                    yield parts.statements, ("statements", position, "inputs", name, "source"), item.source, report
    for report, loaded in files.recommendations.items():
        if loaded.entry:
            for position, recommendation in loaded.numbered("recommendations"):
                yield loaded, ("recommendations", position), Source(section=recommendation.section), report
            for key in ("followups", "statements"):
                for position, entry in loaded.numbered(key):
                    yield loaded, (key, position, "source"), entry.source, report
    if files.threads and files.threads.entry:
        for id, thread in files.threads.entry.threads.items():
            yield files.threads, ("threads", id, "reading", "source"), thread.reading.source, None
    for reforms in files.reforms:
        if reforms.entry:
            for position, reform in reforms.numbered("reforms"):
                yield reforms, ("reforms", position, "source"), reform.source, None
                for index, also in enumerate(reform.also):
                    yield reforms, ("reforms", position, "also", index), also, None


def _row_sources(loaded: Loaded[Any], base: Location, source: Source | None, rivals: Iterable[Rival], report: str) -> Iterator[Cited]:
    if source:
        yield loaded, (*base, "source"), source, report
    for index, rival in enumerate(rivals):
        yield loaded, (*base, "rivals", index, "source"), rival.source, report
