"""Polling stations whose protocol a report prints beside the figures that were published later."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from generator.model.base import Entry, Id, Name, ReportRef, Text, refers_to, refusal
from generator.model.election import Count
from generator.model.source import PartId, Source

INVALID = "invalid"
"""The column of invalid ballots; every other column is a contestant."""


Row = Annotated[list[Count], Field(max_length=60)]
"""A number for each column."""


class Commission(Entry):
    """The commission to which stations hand their protocols, as the report names it."""

    name: Text
    region: Id


class ControlSums(Entry):
    """How many stations an annex prints, and the sums of its columns, added up from the report.

    They are entered apart from the rows, so that a slip in either is noticed.
    """

    stations: Count
    protocol: Row
    published: Row


class StationAnnex(Entry):
    """An annex that prints stations: what they have in common, and its control sums."""

    title: Text
    about: Text
    totals: ControlSums


class StationEntry(Entry):
    """One polling station: a row of the protocol's figures and a row of the published ones, a number for each column."""

    # For the editor's schema, what `_one_place` asks for.
    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["commission"]}, {"required": ["region"]}]})

    number: int = Field(ge=1)
    commission: Name | None = None
    region: Id | None = None
    """Only where the report names no commission; otherwise the commission says it."""
    annex: PartId
    protocol_row: Row
    published_row: Row
    note: Text | None = None
    also: list[Source] = []
    """Other places of the report that speak of this station."""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.commission is None) == (self.region is None):
            both = self.region is not None
            raise refusal(
                "a station with both `commission` and `region`" if both else "a station without `commission` and without `region`",
                "its commission, which has its region; the region alone where the report names no commission",
                "Keep one of the two." if both else "Add one of the two.",
            )
        return self


class StationsFile(Entry):
    """``stations.yaml``, a file that an election's folder need not have."""

    report: ReportRef
    about: Text
    """What is compared, and from where both sides come."""
    source: Source
    columns: dict[Annotated[Name, refers_to("column")], Text]
    """Contestants, and ``invalid``, in printed order, each with the heading of its column."""
    annexes: dict[PartId, StationAnnex]
    regions: dict[Id, Text]
    commissions: dict[Name, Commission]
    stations: list[StationEntry] = Field(min_length=1)
