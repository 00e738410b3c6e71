"""The files of ``data/``, read and matched with their models, with every mistake collected.

An entry that breaks a rule is set aside and the rest goes on, so that an editor sees the mistakes
of all files at once, and none that merely follows from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.evidence.index import Evidence, load_evidence
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
from generator.reading import Document, Location, read_yaml

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
        parent = folder / relative
        return sorted(child.name for child in parent.iterdir() if child.is_dir()) if parent.is_dir() else []

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
        reforms=[read(f"reforms/{path.name}", ReformsFile) for path in sorted((folder / "reforms").glob("*.yaml"))],
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
    """YAML files that nothing reads, such as one with a slip in its name."""
    known = {document.path for document in files.documents()}
    for path in sorted(folder.rglob("*.y*ml")):
        shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        if shown not in known:
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
                problems.extend(_explain(document, model, details))
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


_KINDS = {
    "bool": "true or false",
    "int": "a whole number without separators",
    "float": "a number",
    "decimal": "a number",
    "string": "text (in quotation marks if it looks like a number or a date)",
    "date": "a date as YYYY-MM-DD without quotation marks",
    "dict": "a mapping (`key: value` lines)",
    "list": "a list (lines that begin with `- `)",
    "model": "a mapping (`key: value` lines)",
}


def _explain(document: Document, model: type[BaseModel], details: Iterable[ErrorDetails]) -> Iterator[Problem]:
    seen: set[Place] = set()
    for detail in details:
        location = tuple(part for part in detail["loc"] if part != "[key]")
        place = document.place(location)
        kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
        last = str(location[-1]) if location else "the file"
        if kind == "refusal":
            yield Problem(place, str(context["found"]), str(context["expected"]), str(context["remedy"]))
            continue
        if kind == "missing":
            yield Problem(document.place(location[:-1]), f"no `{last}`", f"the field `{last}`", f"Add `{last}:` here.")
            continue
        if kind == "extra_forbidden":
            yield Problem(place, f"the unknown field `{last}`", "a field that this kind of entry has", did_you_mean(last, _fields(model)))
            continue
        if place in seen:  # the same value, refused by each member of a union
            continue
        seen.add(place)
        shown = _shown(value)
        if kind == "enum":
            words = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
            yield Problem(place, shown, "one of the words of its vocabulary", did_you_mean(str(value), words))
        elif kind == "string_pattern_mismatch":
            pattern = str(context["pattern"])
            yield Problem(place, shown, _PATTERNS.get(pattern, f"text of the form {pattern}"), "Correct the spelling.")
        elif kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
            limit = next(iter(context.values()))
            side = "at least" if kind.startswith("greater") else "at most"
            yield Problem(place, shown, f"{side} {limit}", "Check the digits against the report.")
        elif kind in ("string_too_short", "string_too_long", "too_short"):
            yield Problem(place, shown, "a text of sensible length", "Fill it in, shorten it, or remove the field.")
        else:
            stem = kind.split("_")[0]
            union = any("[" in str(part) or part in ("bool", "int", "decimal", "constrained-str") for part in location)
            expected = "a number, a date, true or false, or a text by language" if union else _KINDS.get(stem, "another kind of value")
            yield Problem(place, shown, expected, "See the examples at the head of the file and in CONTRIBUTING.md.")


_PATTERNS = {
    r"^[a-z0-9-]+$": "an id of small letters, digits and hyphens",
    r"^[a-z0-9_-]+$": "an id of small letters, digits and underscores",
    r"^[a-z0-9_]+\.[a-z0-9_]+$": "an indicator's id such as `turnout.percent`",
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": "a language code such as `en` or `kk`",
    r"^\S": "a text that does not begin with a space",
    r"^[^\s*]": "a word, or the beginning of one with `*` after it",
    r"^\d{4}-(0[1-9]|1[0-2])$": 'a month such as "2021-05"',
}


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def _fields(model: type[BaseModel], seen: frozenset[type[BaseModel]] = frozenset()) -> set[str]:
    """Names of all fields that can stand in a file of this model."""
    names: set[str] = set()
    for name, info in model.model_fields.items():
        names.add(info.alias or name)
        for inner in _models_in(info.annotation):
            if inner not in seen:
                names |= _fields(inner, seen | {model, inner})
    return names


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)
