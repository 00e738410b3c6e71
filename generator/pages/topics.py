"""``/topics/``: what each report found on a topic, side by side, with the topic's figures and reforms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import links
from generator.charts.card import Card
from generator.pages.charts import indicators, seats
from generator.pages.edition import Edition, ElectionHead
from generator.pages.elections import FindingView, finding_view
from generator.pages.page import Crumb, Page
from generator.pages.reforms import ReformHead, reform_head
from generator.pages.table import table


class FindingsOf(NamedTuple):
    """One election's findings on the topic; empty where its report has none."""

    election: ElectionHead
    findings: tuple[FindingView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list and the topics."""
    dataset, say = edition.dataset, edition.say
    counts = {
        topic: (
            sum(1 for election in dataset.elections.values() for finding in election.findings if finding.topic == topic),
            len(dataset.indicators_of(topic)),
            sum(1 for reform in dataset.reforms.values() if topic in reform.topics),
        )
        for topic in dataset.topics
    }
    cards = [
        (
            edition.topic(topic),
            say.text(entry.description),
            [
                say.plural("%(count)s finding", "%(count)s findings", counts[topic][0]),
                say.plural("%(count)s figure", "%(count)s figures", counts[topic][1]),
                say.plural("%(count)s reform", "%(count)s reforms", counts[topic][2]),
            ],
        )
        for topic, entry in dataset.topics.items()
    ]
    yield Page(
        path="/topics/",
        template="topics.html",
        title=say("Topics"),
        description=say("What the reports found, topic by topic."),
        context={"cards": cards},
        next=edition.crumb("/compare/"),
    )
    order = list(dataset.topics)
    for position, topic in enumerate(order):
        yield _topic(edition, topic, order[(position + 1) % len(order)])


def _topic(edition: Edition, topic: str, following: str) -> Page:
    dataset, say = edition.dataset, edition.say
    entry = dataset.topics[topic]
    elections = list(dataset.elections.values())
    label = say.plain(entry.label)
    ids = dataset.indicators_of(topic)
    groups = list(dict.fromkeys(dataset.indicators[id].topic for id in ids))
    figures = table(edition, elections, groups, say("%(topic)s: figures of every election", topic=label), only=set(ids)) if ids else None
    filled = seats.filled(edition)
    charts = [*([filled] if filled and filled.page == links.topic(topic) else []), *indicators.on_topic(edition, topic)]
    reforms: list[ReformHead] = [reform_head(edition, reform) for reform in dataset.reforms.values() if topic in reform.topics]
    return Page(
        path=links.topic(topic),
        template="topic.html",
        title=label,
        description=say.plain(entry.description),
        crumbs=(edition.crumb("/topics/"),),
        context={
            "description": say.text(entry.description),
            "found": [
                FindingsOf(edition.head(election), tuple(finding_view(edition, f) for f in election.findings if f.topic == topic))
                for election in elections
            ],
            "table": figures,
            "charts": charts,
            "reforms": reforms,
            "threads": [
                (Crumb(say.plain(thread.title), links.thread(id)), thread.reading.state.value, say(thread.reading.state.label))
                for id, thread in dataset.threads.items()
                if thread.topic == topic
            ],
        },
        next=Crumb(say.plain(dataset.topics[following].label), links.topic(following)),
        charts=tuple(chart for chart in charts if chart.page == links.topic(topic)),
        card=Card(kicker=edition.crumb("/topics/").title, title=label, text=say.plain(entry.description)),
    )
