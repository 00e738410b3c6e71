"""What is entered for one election: itself, its figures, its results, its findings."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from generator.model.base import ContestantRef, Entry, Id, IndicatorId, ReportRef, Text, TopicRef, refusal
from generator.model.source import Source
from generator.vocabulary import Absence, ContestKind, ElectionKind, Qualifier, ResultNumber, Status

Value = bool | int | Decimal | datetime.date | Annotated[str, StringConstraints(min_length=1)] | Text
"""A figure's value; which of these it must be, its indicator's unit says."""

Percent = Annotated[Decimal | int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]


def _of_a_report(status: Status) -> Status:
    if status is Status.COMPUTED:
        raise refusal(
            "`status: computed` for what a report states",
            "how settled the report says it is",
            "Remove it; a figure that we work out has a `formula` of its own.",
        )
    return status


ReportedStatus = Annotated[Status, AfterValidator(_of_a_report), Field(json_schema_extra={"not": {"const": Status.COMPUTED.value}})]
"""How settled a value is that a report states."""


class ElectionEntry(Entry):
    """``election.yaml``."""

    name: Text
    short: Text
    """Two or three words, for the head of a table column."""
    date: datetime.date
    body: Id
    kind: ElectionKind
    early: bool
    reports: list[ReportRef] = Field(min_length=1)
    summary: Text
    source: Source


class StatedValue(Entry):
    """A value with how exact and how settled it is, and its place."""

    value: Value | None = None
    qualifier: Qualifier = Qualifier.EXACT
    status: Status | None = None
    """Left out: the file's status."""
    source: Source | None = None
    note: Text | None = None


class OtherValue(StatedValue):
    """Another value that a report gives for the same thing; the note says why it differs."""

    value: Value
    status: ReportedStatus | None = None
    """Left out: the file's status."""
    source: Source
    note: Text


_COMPUTED: dict[str, JsonValue] = {"required": ["status"], "properties": {"status": {"const": Status.COMPUTED.value}}}


class FigureEntry(StatedValue):
    """One election's value of one indicator, or why there is none."""

    # For the editor's schema, what `_value_or_absence` asks for.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["value"]}, {"required": ["absence"]}],
            "allOf": [
                {"if": {"required": ["value"]}, "then": {"anyOf": [{"required": ["source"]}, {"required": ["formula"]}]}},
                {"if": {"required": ["formula"]}, "then": {**_COMPUTED, "required": ["status", "value"]}, "else": {"not": _COMPUTED}},
                {
                    "if": {"required": ["absence"], "properties": {"absence": {"const": Absence.WITHHELD.value}}},
                    "then": {"required": ["source"]},
                },
            ],
        }
    )

    formula: str | None = None
    """For a computed value: arithmetic over indicator ids of this election, and numbers that the source prints."""
    absence: Absence | None = None
    others: list[OtherValue] = []

    @model_validator(mode="after")
    def _value_or_absence(self) -> Self:
        if self.value is None and self.absence is None:
            raise refusal(
                "neither a value nor an absence",
                "`value:` with its source, or `absence:` with its kind",
                "If the report is silent, write `absence: not_in_report`.",
            )
        if self.value is not None and self.absence is not None:
            raise refusal(
                "a value and an absence together",
                "one of the two",
                "Keep `value:` if the report states it, else `absence:`.",
            )
        if self.value is not None and self.source is None and self.formula is None:
            raise refusal(
                "a value without a source",
                "the place of the report that states it",
                "Add `source: {section: ...}`; a figure without a citation is not published.",
            )
        if self.absence is not None and self.formula is not None:
            raise refusal(
                "an absence with a `formula`",
                "a formula only beside the value that it yields",
                "Remove `formula:` and `status:`, or write the `value:` in place of the absence.",
            )
        if self.formula is not None and self.status is not Status.COMPUTED:
            raise refusal(
                "a `formula` without `status: computed`", "both together", "Add the status; a figure that the report states has no formula."
            )
        if self.formula is None and self.status is Status.COMPUTED:
            raise refusal(
                "`status: computed` without a `formula`",
                "how it is worked out",
                "Add the formula; a figure that the report states has another status.",
            )
        if self.absence is Absence.WITHHELD and self.source is None:
            raise refusal(
                "`absence: withheld` without a source",
                "the place where the report says that it was not published",
                "Add `source:`, or write `absence: not_in_report`.",
            )
        return self


class FiguresFile(Entry):
    """``figures.yaml``: every indicator, each with its source or the kind of its absence."""

    report: ReportRef
    """The report of every source that does not name another."""
    status: ReportedStatus = Status.FINAL
    figures: dict[IndicatorId, FigureEntry]


class Rival(Entry):
    """Another value that a report prints for a number of a result."""

    field: ResultNumber
    value: Count | Percent
    source: Source
    note: Text


class ResultNumbers(Entry):
    """The numbers that a table of results prints for a row; what it does not print is left out."""

    nominated: Count | None = None
    registered: Count | None = None
    votes: Count | None = None
    percent: Percent | None = None
    seats: Count | None = None
    source: Source | None = None
    note: Text | None = None
    rivals: list[Rival] = []
    """Other values that a report prints for numbers of this row."""


class ResultEntry(ResultNumbers):
    """One contestant's result in one contest."""

    contestant: ContestantRef


class ContestEntry(Entry):
    """One contest: its rows, and the total row that the report prints."""

    contest: ContestKind
    status: ReportedStatus = Status.FINAL
    source: Source
    results: list[ResultEntry]
    total: ResultNumbers | None = None
    note: Text | None = None


class ResultsFile(Entry):
    """``results.yaml``."""

    report: ReportRef
    contests: list[ContestEntry]
    note: Text | None = None


class FindingEntry(Entry):
    """What the observers found on a topic, in our words, attributed and cited."""

    topic: TopicRef
    text: Text
    source: Source


class FindingsFile(Entry):
    """``findings.yaml``."""

    report: ReportRef
    findings: list[FindingEntry]
