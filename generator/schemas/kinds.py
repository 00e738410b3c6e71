"""The kinds of data file: what each is, and where its files stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.model.audit import ChecksFile, StatementsFile
from generator.model.base import Entry
from generator.model.change import ChangesFile
from generator.model.election import ElectionEntry, FiguresFile, FindingsFile, ResultsFile
from generator.model.glossary import GlossaryFile
from generator.model.recommendation import RecommendationsFile, ThreadsFile
from generator.model.reference import ContestantsFile, IndicatorsFile, Report, Site, TopicsFile
from generator.model.reform import ReformsFile
from generator.model.stations import StationsFile

FOLDER = "schema"
"""The folder of the schemas, beside the data folder."""


@dataclass(frozen=True)
class Kind:
    """A kind of data file: its model, and the pattern of its path in the data folder."""

    model: type[Entry]
    pattern: str


KINDS = {
    "site": Kind(Site, "site.yaml"),
    "topics": Kind(TopicsFile, "topics.yaml"),
    "indicators": Kind(IndicatorsFile, "indicators.yaml"),
    "contestants": Kind(ContestantsFile, "contestants.yaml"),
    "threads": Kind(ThreadsFile, "threads.yaml"),
    "glossary": Kind(GlossaryFile, "glossary.yaml"),
    "checks": Kind(ChecksFile, "checks.yaml"),
    "changes": Kind(ChangesFile, "changes.yaml"),
    "reforms": Kind(ReformsFile, "reforms/*.yaml"),
    "election": Kind(ElectionEntry, "elections/*/election.yaml"),
    "figures": Kind(FiguresFile, "elections/*/figures.yaml"),
    "results": Kind(ResultsFile, "elections/*/results.yaml"),
    "findings": Kind(FindingsFile, "elections/*/findings.yaml"),
    "statements": Kind(StatementsFile, "elections/*/statements.yaml"),
    "stations": Kind(StationsFile, "elections/*/stations.yaml"),
    "report": Kind(Report, "reports/*/report.yaml"),
    "recommendations": Kind(RecommendationsFile, "reports/*/recommendations.yaml"),
}
"""By the name of the schema's file."""


def kind_of(path: str) -> str | None:
    """The kind of a file, given by its path in the data folder; ``None`` for what is no data file."""
    parts = PurePosixPath(path).parts
    for name, kind in KINDS.items():
        if len(parts) == len(PurePosixPath(kind.pattern).parts) and PurePosixPath(path).match(kind.pattern):
            return name
    return None


_MARK = "# yaml-language-server:"


def schema_line(path: str) -> str:
    """The first line of a data file, which tells the YAML language server where its schema is."""
    up = "../" * len(PurePosixPath(path).parts)
    return f"{_MARK} $schema={up}{FOLDER}/{kind_of(path)}.schema.json"


def with_schema_line(text: str, path: str) -> str:
    """A data file's text with that line as its first, instead of another or beside none."""
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(_MARK)]
    return "".join([f"{schema_line(path)}\n", *lines])
