"""Reforms and the events that set their frame."""

from __future__ import annotations

from typing import Self

from pydantic import ConfigDict, Field, model_validator

from generator.model.base import Entry, Id, Text, TopicRef, refusal
from generator.model.source import FullSource
from generator.model.when import When
from generator.vocabulary import Precision, ReformKind


class Reform(Entry):
    """A dated change of constitution, law or regulation, or an event."""

    # For the editor's schema, what `_bracket_explained` asks for.
    model_config = ConfigDict(
        json_schema_extra={"if": {"properties": {"when": {"required": ["after"]}}}, "then": {"required": ["note"]}},
    )

    id: Id
    when: When
    kind: ReformKind
    topics: list[TopicRef] = Field(min_length=1)
    title: Text
    before: Text | None = None
    after: Text
    note: Text | None = None
    source: FullSource
    also: list[FullSource] = []
    """Other places that state or confirm it."""

    @model_validator(mode="after")
    def _bracket_explained(self) -> Self:
        if self.when.precision is Precision.BETWEEN and self.note is None:
            raise refusal(
                "a bracketed date without a note",
                "a `note` that says how the reports bracket it",
                "Name the statements before and after which it must have happened.",
            )
        return self


class ReformsFile(Entry):
    """A file of ``data/reforms/``: reforms of a period, in order of date."""

    reforms: list[Reform]
