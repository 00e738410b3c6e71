"""``/timeline/`` and ``/reforms/``: reforms and elections on one axis and as a list, whole, by topic and by kind; each reform."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.dataset import Citation
from generator.model.reform import Reform
from generator.model.source import FullSource
from generator.pages.charts import reforms as charts
from generator.pages.edition import Edition, ElectionHead
from generator.pages.page import Crumb, Page
from generator.timeline import between, periods, years
from generator.vocabulary import ReformKind

ROOM = "/timeline/"


class ReformHead(NamedTuple):
    """A reform in a list."""

    id: str
    title: str
    path: str
    date: str
    iso_date: str
    kind: str
    kind_label: str
    topics: tuple[Crumb, ...]
    topic_ids: tuple[str, ...]


class ChangeView(NamedTuple):
    """A reform in the list, with what it changed."""

    head: ReformHead
    before: Markup | None
    after: Markup
    threads: tuple[Crumb, ...]


class PeriodView(NamedTuple):
    """The reforms up to an election; the last period has no election at its end."""

    title: str
    changes: tuple[ChangeView, ...]
    election: ElectionHead | None


def reform_head(edition: Edition, reform: Reform) -> ReformHead:
    """A reform's title, date and topics in one language."""
    say = edition.say
    return ReformHead(
        id=reform.id,
        title=say.plain(reform.title),
        path=links.reform(reform.id),
        date=say.when(reform.when),
        iso_date=reform.when.iso,
        kind=reform.kind.value,
        kind_label=say(reform.kind.label),
        topics=tuple(edition.topic(topic) for topic in reform.topics),
        topic_ids=tuple(reform.topics),
    )


def answered(edition: Edition, reform: Reform) -> tuple[Crumb, ...]:
    """The threads of recommendations that a reform answers, in our reading."""
    threads = edition.dataset.threads
    return tuple(Crumb(edition.say.plain(threads[id].title), links.thread(id)) for id in edition.dataset.answered.get(reform.id, ()))


def pages(edition: Edition) -> Iterator[Page]:
    """The timeline, whole and of each topic and kind that has reforms, and the reforms."""
    dataset, say = edition.dataset, edition.say
    used = [topic for topic in dataset.topics if any(topic in reform.topics for reform in dataset.reforms.values())]
    kinds = [kind for kind in ReformKind if any(reform.kind is kind for reform in dataset.reforms.values())]
    shared = {
        "topics": [(Crumb(edition.topic(topic).title, f"{ROOM}{topic}/"), topic) for topic in used],
        "kinds": [(Crumb(say(kind.label), f"{ROOM}kinds/{kind.value}/"), kind.value) for kind in kinds],
    }

    def timeline(path: str, title: str, description: str, topic: str | None, kind: ReformKind | None) -> Page:
        chart = charts.timeline(edition, title, path, topic=topic, kind=kind)
        whole, shown = path == ROOM, _periods(edition, topic, kind)
        return Page(
            path=path,
            template="timeline.html",
            title=title,
            description=description,
            crumbs=() if whole else (edition.crumb(ROOM),),
            context={
                **shared,
                "chart": chart,
                "periods": shown,
                "count": sum(len(period.changes) for period in shown),
                "whole": whole,
            },
            next=edition.topic(topic) if topic else edition.crumb("/compare/"),
            charts=(chart,),
        )

    first, last = years(dataset).start, max(election.date.year for election in dataset.elections.values())
    described = say(
        "Reforms and framing events that the reports date, from %(first)s to %(last)s, with the elections between them.",
        first=first,
        last=last,
    )
    yield timeline(ROOM, say("Timeline of reforms"), described, None, None)
    for topic in used:
        label = edition.topic(topic).title
        described = say("Reforms and events on the topic “%(topic)s” that the reports date.", topic=label)
        yield timeline(f"{ROOM}{topic}/", say("Timeline of reforms: %(topic)s", topic=label), described, topic, None)
    for kind in kinds:
        described = say("Reforms and events of the kind “%(kind)s” that the reports date.", kind=say(kind.label))
        yield timeline(f"{ROOM}kinds/{kind.value}/", say("Timeline of reforms: %(topic)s", topic=say(kind.label)), described, None, kind)
    order = list(dataset.reforms.values())
    for index, reform in enumerate(order):
        yield _reform(edition, reform, order[index - 1] if index else None, order[index + 1] if index + 1 < len(order) else None)


def _periods(edition: Edition, topic: str | None, kind: ReformKind | None) -> list[PeriodView]:
    say = edition.say
    views: list[PeriodView] = []
    before: ElectionHead | None = None
    for election, reforms in periods(edition.dataset):
        head = edition.head(election) if election else None
        if head and before:
            title = say("Between %(earlier)s and %(later)s", earlier=before.short, later=head.short)
        elif head:
            title = say("Before %(election)s", election=head.short)
        else:
            title = say("After %(election)s", election=before.short if before else "")
        changes = tuple(
            ChangeView(
                reform_head(edition, reform),
                say.text(reform.before) if reform.before else None,
                say.text(reform.after),
                answered(edition, reform),
            )
            for reform in reforms
            if (topic is None or topic in reform.topics) and (kind is None or reform.kind is kind)
        )
        views.append(PeriodView(title, changes, head))
        before = head
    return views


def _reform(edition: Edition, reform: Reform, previous: Reform | None, following: Reform | None) -> Page:
    dataset, say = edition.dataset, edition.say
    head = reform_head(edition, reform)
    around = between(dataset, reform)
    related = [
        (Crumb(say.plain(indicator.label), links.indicator(id)))
        for id, indicator in dataset.indicators.items()
        if indicator.topic in reform.topics
    ]
    return Page(
        path=head.path,
        template="reform.html",
        title=head.title,
        description=say.plain(reform.after),
        crumbs=(edition.crumb("/timeline/"),),
        context={
            "head": head,
            "precision": say(reform.when.precision.label),
            "before": say.text(reform.before) if reform.before else None,
            "after": say.text(reform.after),
            "note": say.text(reform.note) if reform.note else None,
            "threads": answered(edition, reform),
            "sources": [edition.write.citation(_cited(source)) for source in (reform.source, *reform.also)],
            "election_before": edition.head(around.before) if around.before else None,
            "election_after": edition.head(around.after) if around.after else None,
            "indicators": related,
            "previous": reform_head(edition, previous) if previous else None,
        },
        source=say.list(dict.fromkeys(say.plain(dataset.reports[source.report].short) for source in (reform.source, *reform.also))),
        next=Crumb(say.plain(following.title), links.reform(following.id)) if following else edition.crumb("/timeline/"),
    )


def _cited(source: FullSource) -> Citation:
    return Citation(source.report, source.section, source.footnote, source.annex)
