"""How far the data is: what is entered, what is absent and why, and what nobody has looked at yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.files import ElectionFiles, Files, Loaded
from generator.model.base import NOT_ENTERED
from generator.model.election import FiguresFile
from generator.reading import Location
from generator.vocabulary import Absence


@dataclass(frozen=True)
class Open:
    """A file in which something is still to be entered; ``what`` says what, a line each."""

    path: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class Progress:
    """One election in numbers."""

    election: str
    entered: int
    """Figures with a value."""
    absent: dict[Absence, int]
    findings: dict[str, int]
    """By topic, in the order of topics.yaml."""
    rows: int
    """Of results, in all contests."""


def progress(files: Files) -> list[Progress]:
    """Every election that can be read, by date. Entries with a mistake are not counted."""
    dated = sorted(
        files.elections.items(), key=lambda item: (item[1].election.entry.date.isoformat() if item[1].election.entry else "", item[0])
    )
    return [_of(id, parts, files) for id, parts in dated]


def _of(id: str, parts: ElectionFiles, files: Files) -> Progress:
    figures = parts.figures.entry.figures.values() if parts.figures.entry else ()
    absent = Counter(figure.absence for figure in figures if figure.absence)
    topics = files.topics.entry.topics if files.topics.entry else {}
    found = Counter(finding.topic for finding in parts.findings.entry.findings) if parts.findings.entry else Counter[str]()
    return Progress(
        election=id,
        entered=sum(figure.value is not None for figure in figures),
        absent={absence: absent[absence] for absence in Absence},
        findings={topic: found[topic] for topic in topics},
        rows=sum(len(contest.results) for contest in parts.results.entry.contests) if parts.results.entry else 0,
    )


def still_open(files: Files) -> Iterator[Open]:
    """Every file of an election or report in which something waits to be entered."""
    for parts in files.elections.values():
        yield from _texts(parts.election)
        if names := list(_open_figures(parts.figures, files)):
            yield Open(parts.figures.document.path, tuple(names))
        results, findings = parts.results.entry, parts.findings.entry
        if results and not results.contests and results.note is None:
            yield Open(parts.results.document.path, ("no contest, and no note why the report has none",))
        if findings and not findings.findings:
            yield Open(parts.findings.document.path, ("no finding",))
    for id, report in files.reports.items():
        yield from _texts(report)
        if id not in files.evidence:
            path = report.document.path.replace("report.yaml", "evidence.json")
            yield Open(path, (f"the text is not indexed: `make index REPORT={id} TEXT=...`",))


def _open_figures(loaded: Loaded[FiguresFile], files: Files) -> Iterator[str]:
    """Topic by topic, the indicators that nobody has looked at."""
    if loaded.entry is None or files.indicators.entry is None:
        return
    topics: dict[str, list[str]] = {topic: [] for topic in (files.topics.entry.topics if files.topics.entry else ())}
    for id, indicator in files.indicators.entry.indicators.items():
        figure = loaded.entry.figures.get(id)
        if figure and figure.absence is Absence.NOT_CURATED:
            topics.setdefault(indicator.topic, []).append(id)
    for topic, ids in topics.items():
        if ids:
            yield f"{topic}: {', '.join(ids)}"


def _texts(loaded: Loaded[Any]) -> Iterator[Open]:
    """Texts that nobody has written."""
    names = [".".join(map(str, at)) for at, text in _strings(loaded.document.value, ()) if NOT_ENTERED in text.lower()]
    if names:
        yield Open(loaded.document.path, tuple(f"{name} is {NOT_ENTERED}" for name in names))


def _strings(value: Any, at: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(below, (*at, key))
