"""``evidence.json``: the numbers of every place of a report, one place a line, made once from its text.

The file is read by a build and compared by reviewers, so it holds facts only: each number in the
one spelling that ``spelling.py`` gives it, sorted; the rows of tables as printed. A footnote stands
after the section or annex that carries it, and names it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from generator.evidence.places import Spot
from generator.evidence.spelling import SPELLING, order
from generator.model.base import Entry, Id
from generator.problems import Place, Problem
from generator.text_files import UnreadableError, entries, read_text

FILE_NAME = "evidence.json"
_MOST_BYTES = 1_000_000
"""Fifty times what the index of a long report takes."""
_WIDEST = 200
"""Cells of a row that are read; a page has room for a tenth of them."""

_Number = Annotated[str, StringConstraints(pattern=rf"^{SPELLING}$")]
_Cell = Annotated[str, StringConstraints(pattern=rf"^(?:{SPELLING}(?:;{SPELLING})*)?$")]
"""The numbers of a table's cell; empty for one without."""


class _Place(Entry):
    """One line of the file: a place with its numbers, or a row of a table or a list of numbers in the place before."""

    section: str | None = None
    annex: str | None = None
    footnote: Annotated[int, Field(ge=1)] | None = None
    numbers: list[_Number] | None = None
    row: Annotated[list[_Cell], Field(max_length=_WIDEST)] | None = None
    list_: Annotated[list[_Number], Field(max_length=_WIDEST)] | None = Field(default=None, alias="list")


class _File(Entry):
    """The whole file."""

    report: Id
    text: str
    """Digest of the text that the index was made from."""
    places: list[_Place]


@dataclass(frozen=True)
class PlaceNumbers:
    """What is printed at one place."""

    spot: Spot
    numbers: frozenset[str]
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of its tables, cell by cell."""
    lists: tuple[tuple[str, ...], ...] = ()
    """The recommendations that it names by their numbers."""

    @cached_property
    def amounts(self) -> frozenset[str]:
        """Its amounts of money, without their currencies."""
        return frozenset(number for _, _, number in (token.partition(" ") for token in self.numbers) if number)

    @property
    def has_tables(self) -> bool:
        """Whether numbers stand here under the head of a column, and not beside their unit."""
        return bool(self.rows) or self.spot.annex is not None


@dataclass(frozen=True)
class Evidence:
    """The index of one report; places in printed order."""

    report: str
    text: str
    places: tuple[PlaceNumbers, ...]

    @cached_property
    def by_spot(self) -> dict[Spot, PlaceNumbers]:
        """The places by what a citation names."""
        return {place.spot: place for place in self.places}

    @cached_property
    def carriers(self) -> dict[int, Spot]:
        """The place whose text carries each footnote."""
        return {place.spot.footnote: place.spot for place in self.places if place.spot.footnote is not None}


def written(evidence: Evidence) -> str:
    """The file's text: the same index always gives the same bytes."""
    lines = [_lines(place) for place in evidence.places]
    head = f'"report": {json.dumps(evidence.report)},\n"text": {json.dumps(evidence.text)},\n"places": [\n'
    return "{\n" + head + ",\n".join(line for group in lines for line in group) + "\n]\n}\n"


def _lines(place: PlaceNumbers) -> Iterator[str]:
    spot = place.spot
    named = {name: value for name, value in (("section", spot.section), ("annex", spot.annex), ("footnote", spot.footnote)) if value}
    yield json.dumps({**named, "numbers": sorted(place.numbers, key=order)}, ensure_ascii=False)
    for key, several in (("row", place.rows), ("list", place.lists)):
        for numbers in several:
            yield json.dumps({**named, key: numbers}, ensure_ascii=False)


def write_evidence(evidence: Evidence, path: Path) -> bool:
    """Write the file, whole or not at all; whether anything changed."""
    text = written(evidence)
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(text.encode())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return True


def load_evidence(folder: Path) -> tuple[dict[str, Evidence], list[Problem]]:
    """The indexes of a data folder by report, and what is wrong with their files."""
    indexes: dict[str, Evidence] = {}
    problems: list[Problem] = []
    for path in (report / FILE_NAME for report in entries(folder / "reports")):
        if not path.exists() and not path.is_symlink():
            continue
        shown = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        try:
            indexes[path.parent.name] = _read(path, shown)
        except _Unreadable as error:
            problems.append(
                Problem(
                    error.place,
                    error.found,
                    error.expected,
                    f"Make the file again: `make index REPORT={path.parent.name} TEXT=report.txt`.",
                )
            )
    return indexes, problems


class _Unreadable(Exception):
    """An index that is not as the command writes it."""

    def __init__(self, place: Place, found: str, expected: str) -> None:
        super().__init__(found)
        self.place, self.found, self.expected = place, found, expected


def _read(path: Path, shown: str) -> Evidence:
    try:
        text = read_text(path, shown, _MOST_BYTES)
        file = _File.model_validate_json(text)
    except UnreadableError as error:
        problem = error.problems[0]
        raise _Unreadable(problem.place, problem.found, problem.expected) from None
    except ValidationError as error:
        detail = error.errors(include_url=False, include_context=False, include_input=False)[0]
        what = ".".join(str(part) for part in detail["loc"]) or "the file"
        raise _Unreadable(_line_of(detail["loc"], text, shown), f"{what}: {detail['msg']}", "the index as the command writes it") from None
    if file.report != path.parent.name:
        raise _Unreadable(Place(shown, 2), f"the index of `{file.report}`", f"the index of `{path.parent.name}`")
    places: dict[Spot, frozenset[str]] = {}
    rows: dict[Spot, list[tuple[str, ...]]] = {}
    lists: dict[Spot, list[tuple[str, ...]]] = {}
    last: Spot | None = None
    for position, place in enumerate(file.places):
        spot = Spot(place.section, place.annex, place.footnote)
        if place.row is not None and spot == last:
            rows.setdefault(spot, []).append(tuple(place.row))
        elif place.list_ is not None and spot == last:
            lists.setdefault(spot, []).append(tuple(place.list_))
        elif place.numbers is not None and spot not in places:
            places[spot] = frozenset(place.numbers)
            last = spot
        else:
            at = _line_of(("places", position), text, shown)
            raise _Unreadable(at, f"{spot} without its numbers, or a second time", "each place once, its rows after it")
    return Evidence(
        file.report,
        file.text,
        tuple(PlaceNumbers(spot, numbers, tuple(rows.get(spot, ())), tuple(lists.get(spot, ()))) for spot, numbers in places.items()),
    )


def _line_of(location: tuple[int | str, ...], text: str, shown: str) -> Place:
    """Line of a place; the command writes one a line."""
    if len(location) > 1 and isinstance(location[1], int):
        before = text[: text.find('"places"')].count("\n")
        return Place(shown, before + 2 + location[1])
    return Place(shown)
