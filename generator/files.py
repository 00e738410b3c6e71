"""The files of ``data/``, read and matched with their models, with every mistake collected.

An entry that breaks a rule is set aside and the rest goes on, so that an editor sees the mistakes
of all files at once, and none that merely follows from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.evidence.index import Evidence, load_evidence
from generator.explaining import explained
from generator.model.audit import ChecksFile, StatementsFile
from generator.model.base import Entry
from generator.model.change import ChangesFile
from generator.model.election import ElectionEntry, FiguresFile, FindingsFile, ResultsFile
from generator.model.glossary import GlossaryFile
from generator.model.recommendation import RecommendationsFile, ThreadsFile
from generator.model.reference import ContestantsFile, IndicatorsFile, Report, Site, TopicsFile
from generator.model.reform import ReformsFile
from generator.model.stations import StationsFile
from generator.problems import Place, Problem, did_you_mean
from generator.reading import MAXIMUM_PROBLEMS, Document, Location, read_yaml
from generator.text_files import entries, links_in

M = TypeVar("M", bound=Entry)


@dataclass
class Loaded(Generic[M]):
    """One file: as read, as an entry (``None`` if nothing of it can be used), and what was set aside."""

    document: Document
    entry: M | None
    set_aside: set[Location] = field(default_factory=set)

    def place(self, *location: str | int) -> Place:
        """The line and column of something in the file."""
        return self.document.place(location)

    def numbered(self, key: str) -> Iterator[tuple[int, Any]]:
        """The sound items of a list, each with its position in the file."""
        raw = self.document.value.get(key, [])
        positions = [position for position in range(len(raw)) if (key, position) not in self.set_aside]
        return zip(positions, getattr(self.entry, key), strict=True)

    def declared(self, key: str) -> set[str] | None:
        """Ids that the file declares, sound or not; ``None`` if it cannot be known."""
        raw = self.document.value.get(key) if isinstance(self.document.value, dict) else None
        return {str(id) for id in raw} if isinstance(raw, dict) else None

    def listed(self, key: str, field: str) -> set[str]:
        """What the items of a list have in a field, sound or not."""
        raw = self.document.value.get(key) if isinstance(self.document.value, dict) else None
        return {str(item.get(field)) for item in raw if isinstance(item, dict)} if isinstance(raw, list) else set()


@dataclass
class ElectionFiles:
    """The files of one election's folder."""

    election: Loaded[ElectionEntry]
    figures: Loaded[FiguresFile]
    results: Loaded[ResultsFile]
    findings: Loaded[FindingsFile]
    stations: Loaded[StationsFile] | None = None
    """``None`` where no report prints protocols of polling stations."""
    statements: Loaded[StatementsFile] | None = None
    """``None`` where nothing beside the indicators is recomputed."""


@dataclass
class Files:
    """All files of a data folder, and what is wrong with each on its own."""

    site: Loaded[Site]
    topics: Loaded[TopicsFile]
    indicators: Loaded[IndicatorsFile]
    contestants: Loaded[ContestantsFile]
    reports: dict[str, Loaded[Report]]
    elections: dict[str, ElectionFiles]
    reforms: list[Loaded[ReformsFile]]
    changes: Loaded[ChangesFile]
    recommendations: dict[str, Loaded[RecommendationsFile]]
    """By report; a report need not have any."""
    checks: Loaded[ChecksFile] | None
    """``None`` where nothing is recomputed."""
    threads: Loaded[ThreadsFile] | None
    """``None`` where no recommendations are followed."""
    glossary: Loaded[GlossaryFile] | None
    """``None`` where no terms are explained."""
    evidence: dict[str, Evidence]
    """What each report prints where, by report."""
    problems: list[Problem]

    def documents(self) -> Iterator[Document]:
        """Every data file as read."""
        for loaded in (self.site, self.topics, self.indicators, self.contestants, self.changes):
            yield loaded.document
        for several in (self.reports.values(), self.reforms, self.recommendations.values()):
            yield from (loaded.document for loaded in several)
        for optional in (self.checks, self.threads, self.glossary):
            if optional:
                yield optional.document
        for parts in self.elections.values():
            for part in (parts.election, parts.figures, parts.results, parts.findings, parts.stations, parts.statements):
                if part:
                    yield part.document


def read_files(folder: Path) -> Files:
    """Read every file of a data folder; mistakes go into ``problems`` and raise nothing."""
    evidence, unread = load_evidence(folder)
    problems = list(unread)

    def read(relative: str, model: type[M]) -> Loaded[M]:
        document = read_yaml(folder / relative, f"{folder.name}/{relative}")
        loaded, found = match(document, model)
        problems.extend(found)
        return loaded

    def folders(relative: str) -> list[str]:
        return [path.name for path in entries(folder / relative) if path.is_dir()]

    files = Files(
        site=read("site.yaml", Site),
        topics=read("topics.yaml", TopicsFile),
        indicators=read("indicators.yaml", IndicatorsFile),
        contestants=read("contestants.yaml", ContestantsFile),
        reports={id: read(f"reports/{id}/report.yaml", Report) for id in folders("reports")},
        elections={
            id: ElectionFiles(
                read(f"elections/{id}/election.yaml", ElectionEntry),
                read(f"elections/{id}/figures.yaml", FiguresFile),
                read(f"elections/{id}/results.yaml", ResultsFile),
                read(f"elections/{id}/findings.yaml", FindingsFile),
                read(f"elections/{id}/stations.yaml", StationsFile) if (folder / f"elections/{id}/stations.yaml").exists() else None,
                read(f"elections/{id}/statements.yaml", StatementsFile) if (folder / f"elections/{id}/statements.yaml").exists() else None,
            )
            for id in folders("elections")
        },
        reforms=[read(f"reforms/{path.name}", ReformsFile) for path in entries(folder / "reforms") if path.suffix == ".yaml"],
        changes=read("changes.yaml", ChangesFile),
        recommendations={
            id: read(f"reports/{id}/recommendations.yaml", RecommendationsFile)
            for id in folders("reports")
            if (folder / f"reports/{id}/recommendations.yaml").exists()
        },
        checks=read("checks.yaml", ChecksFile) if (folder / "checks.yaml").exists() else None,
        threads=read("threads.yaml", ThreadsFile) if (folder / "threads.yaml").exists() else None,
        glossary=read("glossary.yaml", GlossaryFile) if (folder / "glossary.yaml").exists() else None,
        evidence=evidence,
        problems=problems,
    )
    problems.extend(_strangers(folder, files))
    return files


def _strangers(folder: Path, files: Files) -> Iterator[Problem]:
    """YAML files that nothing reads, such as one with a slip in its name; and symbolic links, which are not followed."""
    known = {document.path for document in files.documents()}
    yield from (problem for problem in links_in(folder, folder.name) if problem not in files.problems)
    for path in sorted(folder.rglob("*.y*ml")):
        shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        if shown not in known and not path.is_symlink():
            yield Problem(Place(shown), "a file that nothing reads", "a file with a name that the site knows", did_you_mean(shown, known))


def match(document: Document, model: type[M]) -> tuple[Loaded[M], list[Problem]]:
    """Match what was read with a model; entries that break it are set aside and reported."""
    problems = list(document.problems)
    value, set_aside = document.value, set[Location]()
    if value is None:
        return Loaded(document, None), problems
    while True:
        try:
            return Loaded(document, model.model_validate(value), set_aside), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
            if not set_aside:
                problems.extend(explained(document, model, islice(details, MAXIMUM_PROBLEMS)))
            pruned, removed = _without(document.value, set_aside, details)
            if not removed:
                return Loaded(document, None, set_aside), problems
            set_aside |= removed
            value = pruned


def _without(whole: Any, already: set[Location], details: Iterable[ErrorDetails]) -> tuple[Any, set[Location]]:
    """The value without the listed entries that hold an error, and where those stood."""
    removed: set[Location] = set()
    positions = {
        key: [position for position in range(len(items)) if (key, position) not in already]
        for key, items in (whole.items() if isinstance(whole, dict) else ())
        if isinstance(items, list)
    }
    for detail in details:
        location = detail["loc"]
        if len(location) < 2:
            return whole, set()
        key, item = str(location[0]), location[1]
        if key in positions and isinstance(item, int):
            removed.add((key, positions[key][item]))
        else:
            removed.add((key, item))
    gone = already | removed
    pruned = {
        key: [item for position, item in enumerate(items) if (key, position) not in gone]
        if isinstance(items, list)
        else {id: item for id, item in items.items() if (key, id) not in gone}
        if isinstance(items, dict)
        else items
        for key, items in whole.items()
    }
    return pruned, removed
