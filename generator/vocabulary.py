"""The closed vocabularies of the published contract, each word with its label for readers.

One declaration feeds the loader, the editor's schema, the pages, the data dictionary and the
downloads. Labels are marked for translation here and translated when a page is made.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


def N_(message: str) -> str:
    """Mark an interface text for translation without translating it yet."""
    return message


class Word(StrEnum):
    """A word of a vocabulary: its value is published in downloads, its label is shown to readers."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a word of its published value and its label."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Strict models would take only members; editors write the word.
        return core_schema.enum_schema(cls, list(cls), sub_type="str", strict=False)


class Unit(Word):
    """What an indicator's value is counted in."""

    COUNT = "count", N_("number")
    PERCENT = "percent", N_("per cent")
    YEARS = "years", N_("years")
    KZT = "KZT", N_("tenge (KZT)")
    EUR = "EUR", N_("euro (EUR)")
    KZT_PER_EUR = "KZT per EUR", N_("tenge for one euro")
    MULTIPLE = "multiple", N_("times the minimum monthly wage")
    DATE = "date", N_("date")
    BOOLEAN = "boolean", N_("yes or no")
    CHOICE = "choice", N_("one of a list")
    TEXT = "text", N_("text")


UNMEASURED = frozenset({Unit.TEXT, Unit.CHOICE, Unit.BOOLEAN, Unit.DATE})
"""Units of values that are no numbers: nothing is worked out from them, and no bar is as long as they are."""


class AppliesTo(Word):
    """The kinds of election that an indicator can be stated for."""

    ALL = "all", N_("every election")
    PARLIAMENTARY = "parliamentary", N_("parliamentary elections")
    PRESIDENTIAL = "presidential", N_("presidential elections")


class ElectionKind(Word):
    """What is elected."""

    PARLIAMENTARY = "parliamentary", N_("Parliamentary")
    PRESIDENTIAL = "presidential", N_("Presidential")


class Rank(Word):
    """Whether a value is the one we show or another that a report gives beside it."""

    PREFERRED = "preferred", N_("shown")
    ALTERNATIVE = "alternative", N_("also stated")


class Qualifier(Word):
    """How exactly a report states a number."""

    EXACT = "exact", N_("exactly")
    APPROXIMATE = "approximate", N_("about")
    OVER = "over", N_("over")
    UNDER = "under", N_("under")
    AT_LEAST = "at_least", N_("at least")
    AT_MOST = "at_most", N_("at most")


class Status(Word):
    """How settled a value is."""

    FINAL = "final", N_("final")
    PRELIMINARY = "preliminary", N_("preliminary")
    REVISED = "revised", N_("revised")
    COMPUTED = "computed", N_("computed by us")


class Absence(Word):
    """Why there is no value."""

    NOT_APPLICABLE = "not_applicable", N_("does not apply")
    NOT_IN_REPORT = "not_in_report", N_("not in the report")
    WITHHELD = "withheld", N_("not published by the authority")
    NOT_CURATED = "not_curated", N_("not yet entered")


class ResultNumber(Word):
    """A number that a table of results may print for a row."""

    # In the order in which they are shown.
    NOMINATED = "nominated", N_("Nominated")
    REGISTERED = "registered", N_("Registered")
    VOTES = "votes", N_("Votes")
    PERCENT = "percent", N_("Share")
    SEATS = "seats", N_("Seats")

    @property
    def unit(self) -> Unit:
        """What it is counted in."""
        return Unit.PERCENT if self is ResultNumber.PERCENT else Unit.COUNT


class ContestKind(Word):
    """How votes become seats in one contest of an election."""

    LIST = "list", N_("Party lists")
    SINGLE_MEMBER = "single_member", N_("Single-mandate districts")
    PRESIDENTIAL = "presidential", N_("Presidential contest")


class ReformKind(Word):
    """What was changed, or that something happened."""

    CONSTITUTION = "constitution", N_("Constitution")
    LAW = "law", N_("Law")
    REGULATION = "regulation", N_("Regulation")
    EVENT = "event", N_("Event")


class Precision(Word):
    """How exactly the reports date a reform."""

    DAY = "day", N_("to the day")
    MONTH = "month", N_("to the month")
    YEAR = "year", N_("to the year")
    BETWEEN = "between", N_("between two dates")


class ReportKind(Word):
    """What a source document is."""

    FINAL_REPORT = "final_report", N_("Final report")
    PRELIMINARY_STATEMENT = "preliminary_statement", N_("Statement of preliminary findings")
    PRESS_RELEASE = "press_release", N_("Press release")


class ContestantKind(Word):
    """What stands for election, or is offered on the ballot beside those who stand."""

    PARTY = "party", N_("Party")
    PERSON = "person", N_("Candidate")
    OTHER = "other", N_("Other")


class HistoryKind(Word):
    """What a report says happened to a party or candidate."""

    RENAMED = "renamed", N_("renamed")
    MERGED = "merged", N_("merged")
    FOUNDED = "founded", N_("founded")
    REGISTERED = "registered", N_("registered")
    DEREGISTERED = "deregistered", N_("deregistered")
    BOYCOTTED = "boycotted", N_("boycotted")
    OTHER = "other", N_("reported")


class StationSource(Word):
    """Where a polling station's figures come from."""

    PROTOCOL = "protocol", N_("protocol")
    PUBLISHED = "published", N_("published")


class FollowUp(Word):
    """What the observers say became of a recommendation, in their own four steps."""

    FULLY = "fully", N_("fully implemented")
    MOSTLY = "mostly", N_("mostly implemented")
    PARTIALLY = "partially", N_("partially implemented")
    NOT = "not", N_("not implemented")


class ThreadState(Word):
    """Our reading of what became of a request, kept apart from the observers' follow-up."""

    OPEN = "open", N_("open")
    PARTLY_MET = "partly_met", N_("partly met")
    MET = "met", N_("met")
    OVERTAKEN = "overtaken", N_("overtaken")


class Asking(Word):
    """How a later report asks compared with the one before."""

    REPEATED = "repeated", N_("repeated")
    REWORDED = "reworded", N_("reworded")
    NARROWER = "narrower", N_("narrower")
    WIDER = "wider", N_("wider")
    DROPPED = "dropped", N_("not repeated")
    PRIORITY_RAISED = "priority_raised", N_("raised to priority")
    PRIORITY_LOWERED = "priority_lowered", N_("no longer a priority")


class AuditKind(Word):
    """Whether a figure was recomputed, or two places disagree."""

    ARITHMETIC = "arithmetic", N_("recomputed")
    CONFLICT = "conflict", N_("two places")


class Verdict(Word):
    """What a recomputation or a comparison of two places shows."""

    DIFFERS = "differs", N_("differs")
    ROUNDING = "rounding", N_("rounding")
    HOLDS = "holds", N_("holds")
