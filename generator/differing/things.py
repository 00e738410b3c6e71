"""What a reader can notice, one by one: each thing of a dataset with what it says, in words that can be set side by side.

A thing is made from all fields of its entry, whatever they are, so that no field added later can change unseen.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from generator import links
from generator.dataset import Citation, Contest, Dataset, Election, Figure, Finding, Result, StationGroup, Stations, source_text
from generator.loading import citation
from generator.model.audit import FigureCheck, ResultCheck
from generator.model.base import SOURCE_LANGUAGE
from generator.model.source import FullSource
from generator.model.when import When
from generator.pages.figures import FigureWriter
from generator.problems import Place
from generator.speech import Speech
from generator.vocabulary import Absence, Qualifier, ResultNumber, Status, Word


class Kind(Enum):
    """Kinds of things, in the order in which they are told; the value is the heading."""

    ELECTION = "Elections"
    FIGURE = "Figures"
    RESULT = "Results"
    FINDING = "Findings"
    REFORM = "Reforms and events"
    RECOMMENDATION = "Recommendations"
    FOLLOW_UP = "Follow-up by the observers"
    THREAD = "Threads"
    STATION = "Polling stations"
    CONTESTANT = "Contestants"
    REPORT = "Reports"
    INDICATOR = "Indicators"
    TOPIC = "Topics"
    TERM = "Glossary"
    CHECK = "Checks"
    SITE = "The site"


_TOLD_APART: dict[type, frozenset[str]] = {
    Figure: frozenset({"election", "indicator", "rank", "unit"}),  # the same in all versions, or the indicator's
    Election: frozenset({"figures", "contests", "findings", "statements", "stations"}),
    Contest: frozenset({"results", "total"}),
    Finding: frozenset({"number"}),  # counts within a topic, and changes with the findings before it
    Stations: frozenset({"groups"}),
    StationGroup: frozenset({"stations"}),
}
"""Fields that are no detail: what is in them is a thing of its own, or told by another."""

_UNSAID = (Qualifier.EXACT, Status.FINAL)
"""What goes without saying."""


@dataclass(frozen=True)
class Thing:
    """One thing of a dataset. ``id`` is unique within its kind, save for what has no id of its own (findings)."""

    kind: Kind
    id: str
    title: str
    says: str
    """The gist, with its place in the report."""
    details: Mapping[str, str]
    """Every field in words, by its name; an empty one is left out."""
    path: str
    """The page that shows it best."""
    election: str | None = None
    also: tuple[str, ...] = ()
    """What else is stated beside it."""
    entered: bool = True
    """Whether anybody has curated it: a new figure that is not yet entered is nothing to read."""


class Teller:
    """Puts one dataset into words."""

    def __init__(self, dataset: Dataset) -> None:
        locale = next((language.locale for language in dataset.site.languages if language.code == SOURCE_LANGUAGE), None)
        self.dataset = dataset
        self.say = Speech(SOURCE_LANGUAGE, locale)
        self.write = FigureWriter(dataset, self.say)

    def things(self) -> Iterator[Thing]:
        """Every thing of the dataset, in the dataset's order."""
        for election in self.dataset.elections.values():
            yield from self._election(election)
        yield from self._reports()
        yield from self._declarations()

    def place(self, citation: Citation) -> str:
        """A citation, short: its report and where in it."""
        view = self.write.citation(citation)
        return f"{view.report}, {view.short}"

    def _thing(self, kind: Kind, id: str, title: str, entry: object, says: str, path: str, election: str | None = None) -> Thing:
        details = {name: words for name, words in self.details(entry) if words}
        entered = not (isinstance(entry, Figure) and entry.absence is Absence.NOT_CURATED)
        also = tuple(map(self.figure, entry.others)) if isinstance(entry, Figure) else ()
        return Thing(kind, id, title, says, details, path, election, also, entered)

    def _election(self, election: Election) -> Iterator[Thing]:
        path, short = links.election(election.id), self.say.plain(election.short)
        says = f"{source_text(election.name)} ({election.date})"
        yield self._thing(Kind.ELECTION, election.id, short, election, says, path, election.id)
        for id, figure in election.figures.items():
            title = f"{short}: {source_text(self.dataset.indicators[id].label)}"
            yield self._thing(Kind.FIGURE, f"{election.id} {id}", title, figure, self.figure(figure), path, election.id)
        for contest in election.contests:
            yield from self._contest(election, contest)
        for finding in election.findings:
            title = f"{short}: {source_text(self.dataset.topics[finding.topic].label)}"
            says = f"{source_text(finding.text)} ({self.place(finding.citation)})"
            yield self._thing(Kind.FINDING, f"{election.id} {finding.topic}", title, finding, says, path, election.id)
        for said in election.statements:
            says = f"{self.say.number(said.stated)} = {said.formula} ({self.place(said.citation)})"
            title = f"{short}: {source_text(said.text)}"
            yield self._thing(Kind.CHECK, f"{election.id} {said.id}", title, said, says, links.AUDIT, election.id)
        if election.stations:
            yield from self._stations(election, election.stations)

    def figure(self, figure: Figure) -> str:
        """A figure with what its reader is told beside it: how settled it is, its formula, its place."""
        marks = [figure.status.label] if figure.absence is None and figure.status is not Status.FINAL else []
        marks += [f"= {figure.formula}"] if figure.formula else []
        marks += [self.place(figure.citation)] if figure.citation else []
        value = self.say.value(figure, self.dataset.indicators[figure.indicator]).unescape()
        return f"{value} ({'; '.join(marks)})" if marks else value

    def _contest(self, election: Election, contest: Contest) -> Iterator[Thing]:
        path, id = links.election(election.id), f"{election.id} {contest.kind}"
        title = f"{self.say.plain(election.short)}, {contest.kind.label}"
        says = f"{contest.status.label} ({self.place(contest.citation)})"
        yield self._thing(Kind.RESULT, id, title, contest, says, path, election.id)
        for row in (*contest.results, *((contest.total,) if contest.total else ())):
            who = source_text(self.dataset.contestants[row.contestant].name) if row.contestant else "total"
            says = f"{self._numbers(row)} ({self.place(row.citation)})"
            yield self._thing(Kind.RESULT, f"{id} {row.contestant or 'total'}", f"{title}: {who}", row, says, path, election.id)

    def _numbers(self, row: Result) -> str:
        numbers = {name: row.number(name) for name in ResultNumber}
        return ", ".join(f"{self.say.number(number)} {name}" for name, number in numbers.items() if number is not None) or "no number"

    def _stations(self, election: Election, stations: Stations) -> Iterator[Thing]:
        short, at = self.say.plain(election.short), election.id
        yield self._thing(Kind.STATION, at, f"{short}: polling stations", stations, source_text(stations.about), links.STATIONS, at)
        for group in stations.groups:
            place, id = self.place(group.citation), f"{at} {group.citation.annex}"
            yield self._thing(Kind.STATION, id, f"{short}: {place}", group, source_text(group.about), links.STATIONS, at)
            for station in group.stations:
                rows = (", ".join(map(self.say.number, row.values())) for row in (station.protocol, station.published))
                title = f"{short}: polling station {station.number} ({place})"
                says = "protocol {}; published {}".format(*rows)
                yield self._thing(Kind.STATION, f"{id} {station.number}", title, station, says, links.STATIONS, at)

    def _reports(self) -> Iterator[Thing]:
        dataset = self.dataset
        names = {id: source_text(report.short) for id, report in dataset.reports.items()}
        for id, report in dataset.reports.items():
            says = f"{source_text(report.title)}, {self.say.date(report.published)}"
            yield self._thing(Kind.REPORT, id, names[id], report, says, links.report(id))
        for asked in dataset.recommendations:
            title, says = (
                f"{names[asked.report]}: recommendation {asked.number}",
                f"{source_text(asked.text)} ({self.place(asked.citation)})",
            )
            path = links.thread(asked.threads[0]) if asked.threads else links.report(asked.report)
            yield self._thing(Kind.RECOMMENDATION, f"{asked.report} {asked.number}", title, asked, says, path)
        for note in dataset.followups:
            title = f"{names[note.report]} on recommendation {note.number} of {note.assessed}"
            says, id = f"{note.status.label} ({self.place(note.citation)})", f"{note.report} {note.assessed} {note.number}"
            yield self._thing(Kind.FOLLOW_UP, id, title, note, says, links.report(note.report))
        for said in dataset.statements:
            title, says = f"{names[said.report]} on an earlier request", f"{source_text(said.text)} ({self.place(said.citation)})"
            yield self._thing(Kind.FOLLOW_UP, said.report, title, said, says, links.report(said.report))

    def _declarations(self) -> Iterator[Thing]:
        dataset = self.dataset
        for id, reform in dataset.reforms.items():
            says = (
                f"{self.say.when(reform.when)}: {source_text(reform.after)} ({self.place(citation(reform.source, reform.source.report))})"
            )
            yield self._thing(Kind.REFORM, id, source_text(reform.title), reform, says, links.reform(id))
        for id, thread in dataset.threads.items():
            says = f"{thread.reading.state.label}: {source_text(thread.reading.text)}"
            yield self._thing(Kind.THREAD, id, source_text(thread.title), thread, says, links.thread(id))
        for id, contestant in dataset.contestants.items():
            yield self._thing(Kind.CONTESTANT, id, source_text(contestant.name), contestant, contestant.kind.label, "/contestants/")
        for id, indicator in dataset.indicators.items():
            says = f"{source_text(indicator.definition)} ({indicator.unit.label})"
            yield self._thing(Kind.INDICATOR, id, source_text(indicator.label), indicator, says, links.indicator(id))
        for id, topic in dataset.topics.items():
            yield self._thing(Kind.TOPIC, id, source_text(topic.label), topic, source_text(topic.description), links.topic(id))
        for id, term in dataset.glossary.items():
            yield self._thing(Kind.TERM, id, source_text(term.term), term, source_text(term.meaning), links.GLOSSARY)
        checks: list[FigureCheck | ResultCheck] = [*dataset.figure_checks, *dataset.result_checks]
        for check in checks:
            yield self._thing(Kind.CHECK, check.id, source_text(check.title), check, check.formula, links.AUDIT)
        yield self._thing(Kind.SITE, "site", source_text(dataset.site.title), dataset.site, source_text(dataset.site.tagline), "/")

    def details(self, entry: object, name: str = "") -> Iterator[tuple[str, str]]:
        """Every field of an entry, and of what is in it, as words by its name (``reading.text``, ``sections 2 title``)."""
        match entry:
            case None | Place():
                return
            case Citation():
                yield name, self.place(entry)
            case FullSource():
                yield name, self.place(citation(entry, entry.report))
            case When():
                yield name, self.say.when(entry)
            case BaseModel():
                for field in type(entry).model_fields:
                    yield from self.details(getattr(entry, field), _below(name, field))
            case tuple() if fields := getattr(entry, "_fields", ()):
                apart = _TOLD_APART.get(type(entry), frozenset())
                for field in fields:
                    if field not in apart:
                        yield from self.details(getattr(entry, field), _below(name, field))
            case dict() if _is_text(entry):
                for language, words in entry.items():
                    yield (name if language == SOURCE_LANGUAGE else f"{name} ({language})"), words
            case dict():
                for key, value in entry.items():
                    yield from self.details(value, _below(name, str(key)))
            case list() | tuple():
                for number, value in enumerate(entry, start=1):
                    yield from self.details(value, f"{name} {number}")
            case _:
                yield name, self._leaf(entry)

    def _leaf(self, value: object) -> str:
        match value:
            case bool():
                return "yes" if value else "no"
            case Word():
                return "" if value in _UNSAID else value.label
            case datetime.date():
                return self.say.date(value)
            case int() | Decimal():
                return self.say.number(value)
            case str():
                return value
        raise TypeError(f"nothing that a reader can be told: {value!r}")


def _below(name: str, field: str) -> str:
    return f"{name}.{field}" if name else field


def _is_text(value: Mapping[object, object]) -> bool:
    return SOURCE_LANGUAGE in value and all(isinstance(words, str) for words in value.values())
