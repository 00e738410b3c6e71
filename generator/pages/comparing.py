"""``/compare/``: every election side by side, one topic of all, one pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import links
from generator.charts.card import Card
from generator.comparison import Change, Difference, differences, pairs
from generator.dataset import Election
from generator.pages.edition import Edition
from generator.pages.figures import DifferenceView, FigureView
from generator.pages.page import Crumb, Page
from generator.pages.requests import between_view
from generator.pages.table import table


class PairRow(NamedTuple):
    """One indicator of two elections."""

    label: str
    path: str
    comparability: str | None
    earlier: FigureView
    later: FigureView
    difference: DifferenceView


@dataclass(frozen=True)
class PairPart:
    """The indicators of a pair that changed, did not, or cannot be compared."""

    id: str
    title: str
    lead: str
    groups: tuple[tuple[str, tuple[PairRow, ...]], ...]
    count: int


def pages(edition: Edition) -> Iterator[Page]:
    """The comparison of all elections, of each topic, and of each pair."""
    dataset, say = edition.dataset, edition.say
    elections = list(dataset.elections.values())
    topics = [topic for topic in dataset.topics if any(i.topic == topic for i in dataset.indicators.values())]
    choices = [(Crumb(say.plain(dataset.topics[topic].label), links.compared_topic(topic)), topic) for topic in topics]
    pair_links = [
        Crumb(say("%(earlier)s and %(later)s", earlier=say.plain(a.short), later=say.plain(b.short)), links.pair(a.id, b.id))
        for a, b in pairs(dataset)
    ]
    whole = table(edition, elections, topics, say("Figures of every election, by topic"))
    shared = {"topics": choices, "pairs": pair_links}
    yield Page(
        path="/compare/",
        template="compare.html",
        title=say("Every election side by side"),
        description=say("All figures of all elections in one table, each with its source and what changed since the election before."),
        crumbs=(),
        context={**shared, "table": whole, "topic": None},
        next=edition.crumb("/timeline/"),
    )
    for topic in topics:
        label = say.plain(dataset.topics[topic].label)
        yield Page(
            path=links.compared_topic(topic),
            template="compare.html",
            title=say("%(topic)s: every election side by side", topic=label),
            description=say.plain(dataset.topics[topic].description),
            crumbs=(edition.crumb("/compare/"),),
            context={
                **shared,
                "table": whole.of_topic(topic, say("%(topic)s: figures of every election", topic=label)),
                "topic": topic,
            },
            next=edition.topic(topic),
        )
    for earlier, later in pairs(dataset):
        yield _pair(edition, earlier, later, pair_links)


def _pair(edition: Edition, earlier: Election, later: Election, pair_links: list[Crumb]) -> Page:
    say = edition.say
    first, second = edition.head(earlier), edition.head(later)
    changed = differences(earlier, later)
    comparable = earlier.kind is later.kind
    parts = (
        _part(
            edition,
            "changed",
            say("What changed"),
            say("Figures that both reports give and that are not the same."),
            changed,
            comparable,
            {Change.UP, Change.DOWN, Change.OTHER, Change.REWORDED, Change.APPEARED, Change.VANISHED},
        ),
        _part(
            edition, "unchanged", say("What did not change"), say("Figures that are the same in both."), changed, comparable, {Change.SAME}
        ),
        _part(
            edition,
            "not-comparable",
            say("What cannot be compared"),
            say("At least one of the two reports does not state it; nothing follows from that about the election."),
            changed,
            comparable,
            {Change.UNKNOWN},
        ),
        _part(
            edition,
            "neither",
            say("What applies to neither"),
            say("Listed so that nothing is left out."),
            changed,
            comparable,
            {Change.NEITHER},
        ),
    )
    return Page(
        path=links.pair(earlier.id, later.id),
        template="pair.html",
        title=say("%(earlier)s and %(later)s compared", earlier=first.short, later=second.short),
        description=say(
            "What changed, what did not, and what cannot be compared between %(earlier)s and %(later)s.",
            earlier=first.name,
            later=second.name,
        ),
        crumbs=(edition.crumb("/compare/"),),
        card=Card(
            edition.crumb("/compare/").title,
            say("%(earlier)s and %(later)s compared", earlier=first.short, later=second.short),
            tuple((part.title, say.number(part.count)) for part in parts if part.count),
        ),
        context={
            "earlier": first,
            "later": second,
            "comparable": comparable,
            "between": between_view(edition, earlier, later) if comparable else None,
            "parts": parts,
            "pairs": pair_links,
        },
        next=Crumb(second.name, second.path),
    )


def _part(
    edition: Edition, id: str, title: str, lead: str, changed: dict[str, Difference], comparable: bool, kinds: set[Change]
) -> PairPart:
    dataset, say, write = edition.dataset, edition.say, edition.write
    groups: dict[str, list[PairRow]] = {}
    for name, change in changed.items():
        if change.change in kinds:
            indicator = dataset.indicators[name]
            topic = say.plain(dataset.topics[indicator.topic].label)
            groups.setdefault(topic, []).append(
                PairRow(
                    label=say.plain(indicator.label),
                    path=links.indicator(name),
                    comparability=say.plain(indicator.comparability) if indicator.comparability else None,
                    earlier=write.figure(change.earlier),
                    later=write.figure(change.later),
                    difference=write.difference(change, comparable),
                )
            )
    rows = tuple((topic, tuple(group)) for topic, group in groups.items())
    return PairPart(id, title, lead, rows, sum(len(group) for _, group in rows))
