"""The data as the rest of the generator sees it: whole, cross-referenced, frozen."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import NamedTuple, TypeVar

from generator.model.audit import FigureCheck, ResultCheck
from generator.model.base import SOURCE_LANGUAGE
from generator.model.change import Change
from generator.model.glossary import Term
from generator.model.recommendation import Thread
from generator.model.reference import Contestant, Indicator, Report, Site, Topic
from generator.model.reform import Reform
from generator.problems import Place
from generator.succession import before
from generator.vocabulary import Absence, AnyUnit, AppliesTo, ContestKind, ElectionKind, FollowUp, Qualifier, Rank, Status, ThreadState

Key = TypeVar("Key")
Entry = TypeVar("Entry")

Text = dict[str, str]
Value = bool | int | Decimal | datetime.date | str | Text


class Citation(NamedTuple):
    """A place in a report: its id, and section, footnote or annex."""

    report: str
    section: str | None = None
    footnote: int | None = None
    annex: str | None = None


class Figure(NamedTuple):
    """One election's value of one indicator, or the kind of its absence.

    ``value`` is ``None`` exactly when ``absence`` is not. ``citation`` is ``None`` only for what is
    absent or computed.
    """

    election: str
    indicator: str
    rank: Rank
    unit: AnyUnit
    value: Value | None
    qualifier: Qualifier
    status: Status
    absence: Absence | None
    citation: Citation | None
    formula: str | None
    note: Text | None
    place: Place
    others: tuple[Figure, ...] = ()


class RivalNumber(NamedTuple):
    """Another value that a report prints for one number of a result."""

    field: str
    value: int | Decimal
    citation: Citation
    note: Text
    place: Place


class Result(NamedTuple):
    """One row of a table of results; ``None`` where the table prints nothing. ``contestant`` is empty for the total."""

    election: str
    contest: ContestKind
    contestant: str
    nominated: int | None
    registered: int | None
    votes: int | None
    percent: Decimal | int | None
    seats: int | None
    citation: Citation
    note: Text | None
    place: Place
    rivals: tuple[RivalNumber, ...] = ()

    def number(self, name: str) -> int | Decimal | None:
        """One of the row's numbers by its column's name."""
        value: int | Decimal | None = getattr(self, name)
        return value


class Contest(NamedTuple):
    """A contest with its rows as printed."""

    kind: ContestKind
    status: Status
    citation: Citation
    results: tuple[Result, ...]
    total: Result | None
    note: Text | None


class Finding(NamedTuple):
    """What the observers found on a topic; ``number`` counts within the election and topic."""

    election: str
    topic: str
    number: int
    text: Text
    citation: Citation
    place: Place


class Recommendation(NamedTuple):
    """One numbered recommendation; ``parts`` gives, by thread, the part of the request that the thread follows."""

    report: str
    number: int
    priority: bool
    heading: Text
    topic: str
    text: Text
    threads: tuple[str, ...]
    parts: dict[str, Text]
    wording: Text | None
    citation: Citation
    place: Place


class FollowUpNote(NamedTuple):
    """What a report says became of one numbered recommendation of an earlier report, in the observers' words."""

    report: str
    assessed: str
    number: int
    status: FollowUp
    citation: Citation
    note: Text | None


class FollowUpStatement(NamedTuple):
    """What a report's text says became of an earlier request, without a number."""

    report: str
    thread: str | None
    status: FollowUp | None
    text: Text
    citation: Citation


class Station(NamedTuple):
    """A polling station's figures, by the ids of the columns: those of its protocol and those published later."""

    election: str
    number: int
    commission: Text | None
    region: Text
    region_id: str
    protocol: dict[str, int]
    published: dict[str, int]
    citation: Citation
    note: Text | None
    also: tuple[Citation, ...]
    place: Place


class StationGroup(NamedTuple):
    """The stations of one annex, in printed order, and what they have in common."""

    title: Text
    about: Text
    citation: Citation
    stations: tuple[Station, ...]


class Stations(NamedTuple):
    """The polling stations of one election; ``columns`` has the heading of each column by its id, in printed order."""

    about: Text
    citation: Citation
    columns: dict[str, Text]
    groups: tuple[StationGroup, ...]

    @property
    def rows(self) -> tuple[Station, ...]:
        """Every station, annex by annex."""
        return tuple(station for group in self.groups for station in group.stations)


class Statement(NamedTuple):
    """Something that a report states and that can be worked out again; ``inputs`` are numbers with their places, by name."""

    id: str
    text: Text
    stated: Decimal
    qualifier: Qualifier
    citation: Citation
    inputs: dict[str, tuple[Decimal, Citation]]
    formula: str
    note: Text | None


class Election(NamedTuple):
    """One election, whole. ``figures`` holds every indicator by its id."""

    id: str
    name: Text
    short: Text
    date: datetime.date
    body: str
    kind: ElectionKind
    early: bool
    reports: tuple[str, ...]
    summary: Text
    citation: Citation
    figures: dict[str, Figure]
    contests: tuple[Contest, ...]
    results_note: Text | None
    findings: tuple[Finding, ...]
    statements: tuple[Statement, ...] = ()
    stations: Stations | None = None
    """``None`` where no report prints protocols of polling stations."""

    def applies(self, indicator: Indicator) -> bool:
        """Whether an indicator can be stated for this kind of election."""
        return indicator.applies_to is AppliesTo.ALL or indicator.applies_to.value == self.kind.value


class Confirmed(NamedTuple):
    """How many cited values stand where their citations say, of how many that a report prints."""

    values: int
    of: int


@dataclass(frozen=True)
class Dataset:
    """Everything under ``data/``; elections and reforms in order of date, the rest as declared."""

    site: Site
    topics: dict[str, Topic]
    indicators: dict[str, Indicator]
    contestants: dict[str, Contestant]
    reports: dict[str, Report]
    elections: dict[str, Election]
    reforms: dict[str, Reform]
    changes: tuple[Change, ...]
    confirmed: Confirmed
    recommendations: tuple[Recommendation, ...] = ()
    followups: tuple[FollowUpNote, ...] = ()
    statements: tuple[FollowUpStatement, ...] = ()
    threads: dict[str, Thread] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    figure_checks: tuple[FigureCheck, ...] = ()
    result_checks: tuple[ResultCheck, ...] = ()

    def figures(self) -> Iterator[Figure]:
        """Every figure: the preferred ones in order of election and indicator, each followed by its others."""
        for election in self.elections.values():
            for figure in election.figures.values():
                yield figure
                yield from figure.others

    @cached_property
    def newest(self) -> datetime.date:
        """The day of the newest report."""
        return max(report.published for report in self.reports.values())

    @cached_property
    def asked(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """The recommendations in each thread, in order of their reports."""
        return _by_key((thread, entry) for entry in self.recommendations for thread in dict.fromkeys(entry.threads))

    @cached_property
    def met(self) -> tuple[str, ...]:
        """The threads that are met by our reading."""
        return tuple(id for id, thread in self.threads.items() if thread.reading.state is ThreadState.MET)

    @cached_property
    def recommended(self) -> Mapping[str, tuple[Recommendation, ...]]:
        """The recommendations of each report that has any, in order of number."""
        return {report: tuple(several) for report, several in groupby(self.recommendations, key=lambda entry: entry.report)}

    @cached_property
    def answered(self) -> Mapping[str, tuple[str, ...]]:
        """The threads whose reading names each reform."""
        return _by_key((reform, id) for id, thread in self.threads.items() for reform in thread.reading.reforms)

    @cached_property
    def followed(self) -> Mapping[tuple[str, int], tuple[FollowUpNote, ...]]:
        """What later reports say of a recommendation, by the election that it was made after and its number."""
        return _by_key(((note.assessed, note.number), note) for note in self.followups)

    @cached_property
    def said(self) -> Mapping[str, tuple[FollowUpStatement, ...]]:
        """What the texts of the reports say became of each thread that they speak of."""
        return _by_key((statement.thread, statement) for statement in self.statements if statement.thread)

    @cached_property
    def before(self) -> Mapping[str, Election]:
        """The election of the same kind that came before each, among those of the data; the first of a kind has none."""
        return {id: self.elections[earlier] for id, earlier in before(self.elections).items()}

    def indicators_of(self, topic: str) -> list[str]:
        """Ids of a topic's own indicators, then of those that its page shows too."""
        own = [id for id, indicator in self.indicators.items() if indicator.topic == topic]
        return own + [id for id in self.topics[topic].indicators if id not in own]


def source_text(text: Text) -> str:
    """A text in the language of the reports."""
    return text[SOURCE_LANGUAGE]


def _by_key(entries: Iterable[tuple[Key, Entry]]) -> dict[Key, tuple[Entry, ...]]:
    found: dict[Key, list[Entry]] = {}
    for key, entry in entries:
        found.setdefault(key, []).append(entry)
    return {key: tuple(several) for key, several in found.items()}
