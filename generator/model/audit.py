"""What is recomputed on every build: checks for all elections, and statements of one report that can be worked out again."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from generator.model.base import Entry, Id, IndicatorRef, Name, ReportRef, Text
from generator.model.source import Source
from generator.vocabulary import Qualifier, ResultNumber

Number = int | Decimal


class FigureCheck(Entry):
    """A figure that follows from others, in every election that has them all."""

    id: Id
    subject: IndicatorRef
    formula: str
    """Arithmetic over indicator ids, such as `100 * voters.voted / voters.registered`."""
    relation: Qualifier = Qualifier.EXACT
    """`at_most`: the formula must yield no more than the subject; `at_least`: no less. Left out: the same."""
    title: Text
    note: Text | None = None


class ResultCheck(Entry):
    """A number of every row, or of the total row, of every table of results that has its inputs."""

    id: Id
    field: ResultNumber
    total: bool = False
    """Whether it is the total row's number that is checked, instead of every row's."""
    formula: str
    """Arithmetic over `row.votes` (this row), `sum.votes` (all rows) and `total.votes` (the printed total)."""
    title: Text


class ChecksFile(Entry):
    """``data/checks.yaml``."""

    figures: list[FigureCheck]
    results: list[ResultCheck]


class StatedInput(Entry):
    """A number that a recomputation starts from, with its own place."""

    value: Number
    source: Source


class StatementEntry(Entry):
    """Something that a report states and that can be worked out again from other numbers of it."""

    id: Id
    text: Text
    """What the report states, in our words."""
    stated: Number
    qualifier: Qualifier = Qualifier.EXACT
    source: Source
    inputs: dict[Name, StatedInput] = Field(min_length=1)
    formula: str
    """Arithmetic over `input.<name>`."""
    note: Text | None = None


class StatementsFile(Entry):
    """``statements.yaml`` in an election's folder."""

    report: ReportRef
    statements: list[StatementEntry]
