"""What elections are described by: topics, indicators, reports, contestants, the site itself."""

from __future__ import annotations

import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from generator.model.base import (
    SOURCE_LANGUAGE,
    ContestantRef,
    ElectionRef,
    Entry,
    Id,
    IndicatorId,
    IndicatorRef,
    Language,
    Name,
    Text,
    TopicRef,
    is_locale,
    refusal,
)
from generator.model.source import FullSource, PartId
from generator.model.when import When
from generator.vocabulary import AnyUnit, AppliesTo, ContestantKind, HistoryKind, ReportKind, Unit


class Topic(Entry):
    """A subject under which indicators, findings, reforms and recommendations are gathered."""

    label: Text
    description: Text
    indicators: list[IndicatorRef] = []
    """Indicators of other topics that a reader of this one needs too."""


class TopicsFile(Entry):
    """``data/topics.yaml``: all topics, in the order in which pages show them."""

    topics: dict[Id, Topic]


class Indicator(Entry):
    """A thing that can be compared between elections."""

    # For the editor's schema, what `_choices_with_unit` asks for.
    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"unit": {"const": Unit.CHOICE.value}}},
            "then": {"required": ["choices"]},
            "else": {"not": {"required": ["choices"]}},
        }
    )

    topic: TopicRef
    unit: AnyUnit
    applies_to: AppliesTo
    label: Text
    """One to six words, for the head of a table row."""
    definition: Text
    """What exactly is counted or stated, over which whole."""
    comparability: Text | None = None
    """What makes values of different elections not like with like."""
    choices: dict[Name, Text] | None = None
    """For unit `choice`: the words that a value may be, with their labels."""

    @model_validator(mode="after")
    def _choices_with_unit(self) -> Self:
        if self.unit is Unit.CHOICE and not self.choices:
            raise refusal(
                "the unit `choice` without `choices`", "the words to choose from", "List them under `choices:`, or change the unit."
            )
        if self.unit is not Unit.CHOICE and self.choices is not None:
            raise refusal(f"`choices` with the unit `{self.unit}`", "the unit `choice`", "Change the unit, or remove the choices.")
        return self


class IndicatorsFile(Entry):
    """``data/indicators.yaml``: all indicators, in the order in which pages show them."""

    indicators: dict[IndicatorId, Indicator]


class ReportPart(Entry):
    """A section or annex of a report that a citation can name."""

    id: PartId
    title: Text


class Report(Entry):
    """A source document. Its address is not given unless the document prints it."""

    title: Text
    short: Text
    kind: ReportKind
    publisher: Text
    published: datetime.date
    place: Text
    elections: list[ElectionRef]
    note: Text | None = None
    sections: list[ReportPart]
    annexes: list[ReportPart] = []


class HistoryEvent(Entry):
    """What a report says happened to a contestant."""

    kind: HistoryKind
    into: ContestantRef | None = None
    """The contestant that this one became."""
    from_: ContestantRef | None = Field(default=None, alias="from")
    """The contestant that this one came from."""
    when: When | None = None
    text: Text
    source: FullSource


class Contestant(Entry):
    """A party, a candidate, or another line of a ballot; known by words, since acronyms are reused."""

    kind: ContestantKind
    name: Text
    abbreviation: Annotated[str, StringConstraints(min_length=1, max_length=40)] | None = None
    note: Text | None = None
    history: list[HistoryEvent] = []


class ContestantsFile(Entry):
    """``data/contestants.yaml``."""

    contestants: dict[Name, Contestant]


class SiteLanguage(Entry):
    """A language in which the site is published."""

    code: Language
    locale: Language | None = None
    """CLDR locale for numbers and dates, where it is not the code's own."""
    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    """The language's own name for itself, for the switch."""

    @model_validator(mode="after")
    def _is_a_locale(self) -> Self:
        for code in (self.locale, self.code):
            if code is not None and not is_locale(code):
                found = f"the language `{code}`, of which CLDR does not know how it writes numbers and dates"
                raise refusal(
                    found,
                    "the code of a language, or of one in a country, as in `en-GB`",
                    "Look the code up; it is that of the language, not of the country.",
                )
        return self


class Pair(Entry):
    """Two elections to be set side by side although they are not neighbours of one kind."""

    earlier: ElectionRef
    later: ElectionRef


class DeclaredChart(Entry):
    """Several indicators in one chart: a bar for each election under each of them, all to one scale."""

    id: Id
    title: Text
    """What the chart shows, without its years."""
    indicators: list[IndicatorRef] = Field(min_length=1)
    """Of one unit; those that apply to one kind of election are shown for that kind only."""


class Site(Entry):
    """``data/site.yaml``: what this site is about and how it may be used."""

    title: Text
    tagline: Text
    country: Text
    languages: list[SiteLanguage] = Field(min_length=1)
    data_licence: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    data_licence_name: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    data_licence_address: Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=200)]
    pairs: list[Pair] = []
    glance: list[IndicatorRef] = []
    """Indicators that the home page shows for the parliamentary elections."""
    charts: list[DeclaredChart] = []
    """Charts of several indicators; they stand on the pages of the topics of these indicators."""

    @field_validator("languages")
    @classmethod
    def _languages_once(cls, languages: list[SiteLanguage]) -> list[SiteLanguage]:
        codes = [language.code for language in languages]
        if len(set(codes)) < len(codes) or SOURCE_LANGUAGE not in codes:
            found = f"the languages {', '.join(f'`{code}`' for code in codes)}"
            raise refusal(found, f"each language once, and `{SOURCE_LANGUAGE}` among them", "Correct the list.")
        return languages
