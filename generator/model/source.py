"""Citations: where in which report something is stated."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from generator.model.base import Entry, ReportRef, refusal

PartId = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""A section or annex as its report numbers it; a heading where it has no numbers."""


class Source(Entry):
    """The place of a report that states something. The reports carry no page numbers."""

    # For the editor's schema, what `_has_a_place` asks for.
    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": [name]} for name in ("section", "footnote", "annex")]})

    report: ReportRef | None = None
    """Id of the report; may be left out where the file names one for all."""
    section: PartId | None = None
    """The section as its report numbers it, such as XIII.C; a heading where it has no numbers."""
    footnote: int | None = Field(default=None, ge=1)
    """Number of the footnote that states it."""
    annex: PartId | None = None
    """The annex as printed, such as I or "1"."""

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if self.section is None and self.footnote is None and self.annex is None:
            raise refusal("a source without a place", "a section, a footnote or an annex", "Add `section:` (and `footnote:`) or `annex:`.")
        return self


class FullSource(Source):
    """A citation in a file that belongs to no single report: the report must be named."""

    report: ReportRef
