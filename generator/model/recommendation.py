"""Recommendations of a report, what a report says of earlier ones, and the threads that tie them together."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from generator.model.base import ElectionRef, Entry, Id, IndicatorRef, ReformRef, ReportRef, Text, ThreadRef, TopicRef, refusal
from generator.model.source import FullSource, PartId, Source
from generator.vocabulary import Asking, FollowUp, ThreadState


class Part(Entry):
    """One of several things that a recommendation asks for."""

    thread: ThreadRef
    text: Text


class RecommendationEntry(Entry):
    """A numbered recommendation in our own words."""

    # For the editor's schema, what `_in_threads_or_parts` asks for.
    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["threads"]}, {"required": ["parts"]}]})

    number: int = Field(ge=1)
    priority: bool
    heading: Text
    """The heading under which the report's list places it."""
    topic: TopicRef
    section: PartId
    """The section of the body that states it or its ground."""
    text: Text
    """What is asked, of whom, to what end."""
    threads: list[ThreadRef] = []
    parts: list[Part] = []
    wording: Text | None = None
    """Where the list and the body word it differently: what differs."""

    @model_validator(mode="after")
    def _in_threads_or_parts(self) -> Self:
        if bool(self.threads) == bool(self.parts):
            raise refusal(
                f"a recommendation with {'both' if self.threads else 'neither'} `threads` {'and' if self.threads else 'nor'} `parts`",
                "the thread that it belongs to",
                "Write `threads: [...]`, or `parts:` with a thread for each thing that it asks for.",
            )
        return self


class FollowUpEntry(Entry):
    """What this report says became of numbered recommendations of an earlier one."""

    assessed: Id
    """The election whose report made them; it need not be one of ours."""
    status: FollowUp
    numbers: list[Annotated[int, Field(ge=1)]] = Field(min_length=1, max_length=200)
    source: Source
    note: Text | None = None


class StatementEntry(Entry):
    """A statement in this report's text that an earlier request was addressed, without a number."""

    thread: ThreadRef | None = None
    """Left out where the recommendation is in none of our reports."""
    status: FollowUp | None = None
    text: Text
    source: Source


class RecommendationsFile(Entry):
    """``recommendations.yaml`` in a report's folder."""

    recommendations: list[RecommendationEntry]
    followups: list[FollowUpEntry] = []
    statements: list[StatementEntry] = []


class AskingChange(Entry):
    """How a later report takes the request up, or that it does not."""

    report: ReportRef
    kind: Asking
    text: Text


class FigureEvidence(Entry):
    """A figure that shows what became of a request."""

    election: ElectionRef
    indicator: IndicatorRef


class Reading(Entry):
    """Our reading of what became of a request."""

    state: ThreadState
    text: Text
    reforms: list[ReformRef] = []
    figures: list[FigureEvidence] = []
    source: FullSource
    """The report that shows it."""


class Thread(Entry):
    """Recommendations that ask for the same thing, through successive reports."""

    title: Text
    topic: TopicRef
    asks: Text
    changes: list[AskingChange] = []
    reading: Reading


class ThreadsFile(Entry):
    """``data/threads.yaml``."""

    threads: dict[Id, Thread]
