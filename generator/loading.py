"""From a data folder to a ``Dataset``, or to every reason why there is none."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from generator.checking import check
from generator.checking.addresses import addresses_are_sound
from generator.checking.claims import claims
from generator.checking.evidence import confirmed
from generator.dataset import (
    Citation,
    Confirmed,
    Contest,
    Dataset,
    Election,
    Figure,
    Finding,
    FollowUpNote,
    FollowUpStatement,
    Recommendation,
    Result,
    RivalNumber,
    Statement,
    Station,
    StationGroup,
    Stations,
)
from generator.files import ElectionFiles, Files, Loaded, read_files
from generator.model.audit import StatementsFile
from generator.model.election import ContestEntry, FiguresFile, ResultNumbers, ResultsFile, StatedValue
from generator.model.recommendation import RecommendationsFile
from generator.model.reference import Indicator
from generator.model.source import Source
from generator.model.stations import StationsFile
from generator.problems import DataProblems, Place
from generator.prose_files import prose_problems
from generator.reading import Location
from generator.vocabulary import Rank


def load(folder: Path, content: Path | None = None) -> Dataset:
    """Read, check and assemble a data folder. Raises ``DataProblems`` with all problems at once.

    With ``content``, also those of its prose, which Pelican reads.
    """
    files = read_files(folder)
    problems = files.problems + check(files)
    if content:
        problems += [*prose_problems(content), *addresses_are_sound(files, content)]
    if problems:
        raise DataProblems(problems)
    return assemble(files)


def assemble(files: Files) -> Dataset:
    """The dataset of files that have no problem."""
    topics, indicators = files.topics.entry, files.indicators.entry
    contestants, site = files.contestants.entry, files.site.entry
    changes = files.changes.entry
    assert topics and indicators and contestants and site and changes
    elections = [_election(id, parts, indicators.indicators) for id, parts in files.elections.items()]
    elections.sort(key=lambda election: election.date)
    reforms = [reform for loaded in files.reforms for _, reform in loaded.numbered("reforms")]
    reforms.sort(key=lambda reform: (reform.when.earliest, reform.when.latest))
    asked = {id: files.recommendations[id] for id in sorted(files.recommendations, key=lambda id: _published(files, id))}
    reports = {id: loaded.entry for id, loaded in files.reports.items() if loaded.entry}
    return Dataset(
        site=site,
        topics=topics.topics,
        indicators=indicators.indicators,
        contestants=contestants.contestants,
        reports=dict(sorted(reports.items(), key=lambda item: (item[1].published, item[0]))),
        elections={election.id: election for election in elections},
        recommendations=tuple(r for id, loaded in asked.items() for r in _recommendations(id, loaded)),
        followups=tuple(note for id, loaded in asked.items() for note in _followups(id, loaded)),
        statements=tuple(
            FollowUpStatement(id, said.thread, said.status, said.text, citation(said.source, id))
            for id, loaded in asked.items()
            for _, said in loaded.numbered("statements")
        ),
        figure_checks=tuple(files.checks.entry.figures) if files.checks and files.checks.entry else (),
        result_checks=tuple(files.checks.entry.results) if files.checks and files.checks.entry else (),
        confirmed=Confirmed(confirmed(files), sum(len(row) for group in claims(files) for row in group)),
        threads=files.threads.entry.threads if files.threads and files.threads.entry else {},
        glossary=files.glossary.entry.terms if files.glossary and files.glossary.entry else {},
        changes=tuple(sorted(changes.changes, key=lambda change: (change.date, change.id), reverse=True)),
        reforms={reform.id: reform for reform in reforms},
    )


def citation(source: Source, report: str) -> Citation:
    """A source with the report that it is in."""
    return Citation(source.report or report, source.section, source.footnote, source.annex)


def _published(files: Files, report: str) -> tuple[datetime.date, str]:
    entry = files.reports[report].entry
    assert entry
    return entry.published, report


def _recommendations(report: str, loaded: Loaded[RecommendationsFile]) -> Iterator[Recommendation]:
    for position, entry in loaded.numbered("recommendations"):
        yield Recommendation(
            report=report,
            number=entry.number,
            priority=entry.priority,
            heading=entry.heading,
            topic=entry.topic,
            text=entry.text,
            threads=tuple(entry.threads or dict.fromkeys(part.thread for part in entry.parts)),
            parts={part.thread: part.text for part in entry.parts},
            wording=entry.wording,
            citation=Citation(report, entry.section),
            place=loaded.place("recommendations", position),
        )


def _followups(report: str, loaded: Loaded[RecommendationsFile]) -> Iterator[FollowUpNote]:
    for _, entry in loaded.numbered("followups"):
        for number in entry.numbers:
            yield FollowUpNote(report, entry.assessed, number, entry.status, citation(entry.source, report), entry.note)


def _election(id: str, parts: ElectionFiles, indicators: dict[str, Indicator]) -> Election:
    entry, figures, results, findings = parts.election.entry, parts.figures.entry, parts.results.entry, parts.findings.entry
    assert entry and figures and results and findings
    numbers: dict[str, int] = {}
    found: list[Finding] = []
    for position, finding in parts.findings.numbered("findings"):
        numbers[finding.topic] = numbers.get(finding.topic, 0) + 1
        place = parts.findings.place("findings", position)
        cited = citation(finding.source, findings.report)
        found.append(Finding(id, finding.topic, numbers[finding.topic], finding.text, cited, place))
    return Election(
        id=id,
        name=entry.name,
        short=entry.short,
        date=entry.date,
        body=entry.body,
        kind=entry.kind,
        early=entry.early,
        reports=tuple(entry.reports),
        summary=entry.summary,
        citation=citation(entry.source, entry.reports[0]),
        figures={name: _figure(id, name, parts.figures, figures, indicators[name]) for name in indicators},
        contests=tuple(
            _contest(id, parts.results, position, contest, results.report) for position, contest in parts.results.numbered("contests")
        ),
        results_note=results.note,
        findings=tuple(found),
        statements=_statements(parts.statements) if parts.statements else (),
        stations=_stations(id, parts.stations) if parts.stations else None,
    )


def _statements(loaded: Loaded[StatementsFile]) -> tuple[Statement, ...]:
    assert loaded.entry
    report = loaded.entry.report
    return tuple(
        Statement(
            id=entry.id,
            text=entry.text,
            stated=Decimal(entry.stated),
            qualifier=entry.qualifier,
            citation=citation(entry.source, report),
            inputs={name: (Decimal(item.value), citation(item.source, report)) for name, item in entry.inputs.items()},
            formula=entry.formula,
            note=entry.note,
        )
        for entry in loaded.entry.statements
    )


def _stations(election: str, loaded: Loaded[StationsFile]) -> Stations:
    file = loaded.entry
    assert file
    groups: dict[str, list[Station]] = {annex: [] for annex in file.annexes}
    for position, entry in loaded.numbered("stations"):
        commission = file.commissions[entry.commission] if entry.commission else None
        region = commission.region if commission else entry.region
        assert region
        groups[entry.annex].append(
            Station(
                election=election,
                number=entry.number,
                commission=commission.name if commission else None,
                region=file.regions[region],
                region_id=region,
                protocol=dict(zip(file.columns, entry.protocol_row, strict=True)),
                published=dict(zip(file.columns, entry.published_row, strict=True)),
                citation=Citation(file.report, annex=entry.annex),
                note=entry.note,
                also=tuple(citation(source, file.report) for source in entry.also),
                place=loaded.place("stations", position),
            )
        )
    return Stations(
        about=file.about,
        citation=citation(file.source, file.report),
        columns=file.columns,
        groups=tuple(
            StationGroup(file.annexes[annex].title, file.annexes[annex].about, Citation(file.report, annex=annex), tuple(stations))
            for annex, stations in groups.items()
        ),
    )


def _figure(election: str, name: str, loaded: Loaded[FiguresFile], file: FiguresFile, indicator: Indicator) -> Figure:
    entry = file.figures[name]

    def made(value: StatedValue, rank: Rank, place: Place, others: tuple[Figure, ...] = ()) -> Figure:
        return Figure(
            election=election,
            indicator=name,
            rank=rank,
            unit=indicator.unit,
            value=value.value,
            qualifier=value.qualifier,
            status=value.status or file.status,
            absence=entry.absence if rank is Rank.PREFERRED else None,
            citation=citation(value.source, file.report) if value.source else None,
            formula=entry.formula if rank is Rank.PREFERRED else None,
            note=value.note,
            place=place,
            others=others,
        )

    others = tuple(
        made(other, Rank.ALTERNATIVE, loaded.place("figures", name, "others", position)) for position, other in enumerate(entry.others)
    )
    return made(entry, Rank.PREFERRED, loaded.place("figures", name), others)


def _contest(election: str, loaded: Loaded[ResultsFile], position: int, contest: ContestEntry, report: str) -> Contest:
    def row(entry: ResultNumbers, at: Location, contestant: str = "") -> Result:
        rivals = tuple(
            RivalNumber(rival.field, rival.value, citation(rival.source, report), rival.note, loaded.place(*at, "rivals", order))
            for order, rival in enumerate(entry.rivals)
        )
        return Result(
            election=election,
            contest=contest.contest,
            contestant=contestant,
            nominated=entry.nominated,
            registered=entry.registered,
            votes=entry.votes,
            percent=entry.percent,
            seats=entry.seats,
            citation=citation(entry.source or contest.source, report),
            note=entry.note,
            place=loaded.place(*at),
            rivals=rivals,
        )

    base: Location = ("contests", position)
    rows = tuple(row(result, (*base, "results", index), result.contestant) for index, result in enumerate(contest.results))
    total = row(contest.total, (*base, "total")) if contest.total else None
    return Contest(contest.contest, contest.status, citation(contest.source, report), rows, total, contest.note)
