"""Dates as exactly as the reports give them."""

from __future__ import annotations

import calendar
import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from generator.model.base import Entry, refusal
from generator.vocabulary import Precision

_Month = Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$")]


class When(Entry):
    """One of: ``day``; ``month`` ("2021-05"); ``year``; ``after`` and ``before`` (a bracket)."""

    # For the editor's schema, what `_is_one_date` asks for.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [*names]} for names in (("day",), ("month",), ("year",), ("after", "before"))],
            "dependencies": {"after": ["before"], "before": ["after"]},
        }
    )

    day: datetime.date | None = None
    month: _Month | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    after: datetime.date | None = None
    before: datetime.date | None = None

    @model_validator(mode="after")
    def _is_one_date(self) -> Self:
        bracket = self.after is not None or self.before is not None
        given = [name for name in ("day", "month", "year") if getattr(self, name) is not None] + ["after ... before"] * bracket
        if len(given) != 1:
            raise refusal(
                " and ".join(f"`{name}`" for name in given) + " for one date" if given else "no date",
                "one of `day`, `month`, `year`, or the bracket `after` with `before`",
                "Keep the most exact one that the reports state.",
            )
        if bracket and (self.after is None or self.before is None or self.after >= self.before):
            raise refusal(
                "a bracket that does not close",
                "`after` an earlier date and `before` a later one",
                "Give both; the earlier date goes under `after`.",
            )
        return self

    @property
    def precision(self) -> Precision:
        """How exact the date is, in the contract's words."""
        if self.day:
            return Precision.DAY
        if self.month:
            return Precision.MONTH
        return Precision.YEAR if self.year else Precision.BETWEEN

    @property
    def earliest(self) -> datetime.date:
        """The first day it can have been."""
        if self.day:
            return self.day
        if self.month:
            return datetime.date.fromisoformat(f"{self.month}-01")
        if self.year:
            return datetime.date(self.year, 1, 1)
        assert self.after
        return self.after

    @property
    def latest(self) -> datetime.date:
        """The last day it can have been."""
        if self.day:
            return self.day
        if self.month:
            year, month = map(int, self.month.split("-"))
            return datetime.date(year, month, calendar.monthrange(year, month)[1])
        if self.year:
            return datetime.date(self.year, 12, 31)
        assert self.before
        return self.before

    @property
    def iso(self) -> str:
        """ISO 8601 at the precision known; for a bracket, its first day."""
        return self.month or (str(self.year) if self.year else self.earliest.isoformat())
