"""Everything that a reader can find on the site, one entry each: what the search and the A to Z index are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator import links
from generator.dataset import Text
from generator.model.base import SOURCE_LANGUAGE
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.vocabulary import N_


class Kind(Enum):
    """The kinds of entries, in the order in which a reader meets them; the value is the heading of a group."""

    ELECTION = N_("Elections")
    INDICATOR = N_("Indicators")
    TOPIC = N_("Topics")
    FINDING = N_("Findings")
    REFORM = N_("Reforms and events")
    THREAD = N_("Requests, followed through the reports")
    RECOMMENDATION = N_("Recommendations, one by one")
    CONTESTANT = N_("Parties and candidates")
    TERM = N_("Terms")
    REPORT = N_("Reports")
    PAGE = N_("Pages of this site")


class Entry(NamedTuple):
    """One thing to be found, in one language; ``path`` leads to its own spot on a page.

    ``title_language`` and ``text_language`` are empty, or name the language of what is not translated.
    ``under`` is the path of the entry below which it stands in the index; empty if it stands there by itself.
    """

    kind: Kind
    title: str
    text: str
    path: str
    title_language: str = ""
    text_language: str = ""
    under: str = ""


def entries(edition: Edition, rooms: Sequence[Page]) -> list[Entry]:
    """Every entry of an edition, kind by kind; ``rooms`` are the pages that are found by their title and description."""
    return [
        *_elections(edition),
        *_indicators(edition),
        *_topics(edition),
        *_findings(edition),
        *_reforms(edition),
        *_threads(edition),
        *_recommendations(edition),
        *_contestants(edition),
        *_terms(edition),
        *_reports(edition),
        *_rooms(edition, rooms),
    ]


def _elections(edition: Edition) -> Iterator[Entry]:
    say = edition.say
    for id, election in edition.dataset.elections.items():
        yield _entry(edition, Kind.ELECTION, election.name, election.summary, links.election(id), more=say.plain(election.short))


def _indicators(edition: Edition) -> Iterator[Entry]:
    """With their numbers, so that a number leads to its indicator."""
    dataset, say = edition.dataset, edition.say
    for id, indicator in dataset.indicators.items():
        numbers = [
            f"{say.plain(election.short)}: {say.value(election.figures[id], indicator).striptags()}"
            for election in dataset.elections.values()
            if isinstance(election.figures[id].value, int | Decimal) and not isinstance(election.figures[id].value, bool)
        ]
        yield _entry(edition, Kind.INDICATOR, indicator.label, indicator.definition, links.indicator(id), more="; ".join(numbers))


def _topics(edition: Edition) -> Iterator[Entry]:
    for id, topic in edition.dataset.topics.items():
        yield _entry(edition, Kind.TOPIC, topic.label, topic.description, links.topic(id))


def _findings(edition: Edition) -> Iterator[Entry]:
    dataset, say = edition.dataset, edition.say
    for election in dataset.elections.values():
        for finding in election.findings:
            label = dataset.topics[finding.topic].label
            yield Entry(
                Kind.FINDING,
                say("%(topic)s, %(election)s", topic=say.plain(label), election=say.plain(election.short)),
                say.plain(finding.text),
                f"{links.election(election.id)}#{links.anchor('finding', finding.topic, finding.number)}",
                _language(edition, label, election.short),
                _language(edition, finding.text),
                links.topic(finding.topic),
            )


def _reforms(edition: Edition) -> Iterator[Entry]:
    say = edition.say
    for id, reform in edition.dataset.reforms.items():
        before = say("Before: %(text)s", text=say.plain(reform.before)) if reform.before else ""
        more = " ".join(part for part in (before, say.when(reform.when)) if part)
        yield _entry(edition, Kind.REFORM, reform.title, reform.after, links.reform(id), more)


def _threads(edition: Edition) -> Iterator[Entry]:
    for id, thread in edition.dataset.threads.items():
        yield _entry(edition, Kind.THREAD, thread.title, thread.asks, links.thread(id))


def _recommendations(edition: Edition) -> Iterator[Entry]:
    dataset, say = edition.dataset, edition.say
    for entry in dataset.recommendations:
        report = dataset.reports[entry.report]
        for thread in entry.threads:
            yield Entry(
                Kind.RECOMMENDATION,
                say("Recommendation %(number)s, %(report)s", number=entry.number, report=say.plain(report.short)),
                say.plain(entry.parts.get(thread, entry.text)),
                f"{links.thread(thread)}#{links.anchor(entry.report, entry.number)}",
                _language(edition, report.short),
                _language(edition, entry.parts.get(thread, entry.text)),
                links.thread(thread),
            )


def _contestants(edition: Edition) -> Iterator[Entry]:
    say = edition.say
    for id, contestant in edition.dataset.contestants.items():
        events = [contestant.note] if contestant.note else []
        texts = [*events, *(event.text for event in contestant.history)]
        name = say.plain(contestant.name)
        yield Entry(
            Kind.CONTESTANT,
            f"{name} ({contestant.abbreviation})" if contestant.abbreviation else name,
            " ".join(say.plain(text) for text in texts),
            f"{links.CONTESTANTS}#{links.anchor(id)}",
            _language(edition, contestant.name),
            _language(edition, *texts),
        )


def _terms(edition: Edition) -> Iterator[Entry]:
    for id, term in edition.dataset.glossary.items():
        yield _entry(edition, Kind.TERM, term.term, term.meaning, f"{links.GLOSSARY}#{links.anchor(id)}")


def _reports(edition: Edition) -> Iterator[Entry]:
    for id, report in edition.dataset.reports.items():
        yield _entry(edition, Kind.REPORT, report.title, report.note or {}, links.report(id), more=edition.say.plain(report.short))


def _rooms(edition: Edition, rooms: Sequence[Page]) -> Iterator[Entry]:
    for page in rooms:
        written = str(page.context.get("body_language", edition.say.code))
        spoken = "" if written == edition.say.code else written
        yield Entry(Kind.PAGE, page.title, page.description, page.path, spoken, spoken)


def _entry(edition: Edition, kind: Kind, title: Text, text: Text, path: str, more: str = "") -> Entry:
    """An entry for a titled thing; ``more`` is found with it and shown after its text."""
    say = edition.say
    whole = " ".join(part for part in (say.plain(text) if text else "", more) if part)
    return Entry(kind, say.plain(title), whole, path, _language(edition, title), _language(edition, text))


def _language(edition: Edition, *texts: Text) -> str:
    """The language of what is shown, if a part of it is not translated."""
    return SOURCE_LANGUAGE if any(text and edition.say.code not in text for text in texts) else ""
