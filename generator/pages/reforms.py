"""``/timeline/`` and ``/reforms/``: reforms and elections on one axis and as a list, and each reform."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.dataset import Citation
from generator.model.reform import Reform
from generator.model.source import FullSource
from generator.pages.edition import Edition, ElectionHead
from generator.pages.page import Crumb, Page
from generator.threads import answering
from generator.timeline import Tick, between, periods, position, ticks, years

WIDTH, ROW, TOP, YEARS = 1000, 13, 44, 30
"""Width of the axis, height of a row of marks, room for the elections' names and for the years."""


@dataclass(frozen=True)
class ReformHead:
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


@dataclass(frozen=True)
class ChangeView:
    """A reform in the list, with what it changed."""

    head: ReformHead
    before: Markup | None
    after: Markup
    threads: tuple[Crumb, ...]


@dataclass(frozen=True)
class PeriodView:
    """The reforms up to an election; the last period has no election at its end."""

    title: str
    changes: tuple[ChangeView, ...]
    election: ElectionHead | None


@dataclass(frozen=True)
class TickView:
    """A mark on the axis, in SVG units."""

    x: float
    y: float
    width: float
    head: ReformHead


@dataclass(frozen=True)
class LandmarkView:
    """An election on the axis; its label stands at one of two heights so that neighbours keep apart."""

    x: float
    election: ElectionHead
    level: int


@dataclass(frozen=True)
class AxisView:
    """The whole drawing."""

    width: int
    height: int
    base: int
    ticks: tuple[TickView, ...]
    landmarks: tuple[LandmarkView, ...]
    years: tuple[tuple[str, float], ...]


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
    return tuple(Crumb(edition.say.plain(threads[id].title), links.thread(id)) for id in answering(edition.dataset, reform.id))


def pages(edition: Edition) -> Iterator[Page]:
    """The timeline, the timeline of each topic that has reforms, and the reforms."""
    dataset, say = edition.dataset, edition.say
    used = [topic for topic in dataset.topics if any(topic in reform.topics for reform in dataset.reforms.values())]
    choices = [(Crumb(say.plain(dataset.topics[topic].label), f"/timeline/{topic}/"), topic) for topic in used]
    first, last = years(dataset).start, max(election.date.year for election in dataset.elections.values())
    yield Page(
        path="/timeline/",
        template="timeline.html",
        title=say("Timeline of reforms"),
        description=say(
            "Reforms and framing events that the reports date, from %(first)s to %(last)s, with the elections between them.",
            first=first,
            last=last,
        ),
        context={"axis": _axis(edition, None), "periods": _periods(edition, None), "topics": choices, "topic": None},
        next=edition.crumb("/compare/"),
    )
    for topic in used:
        label = say.plain(dataset.topics[topic].label)
        yield Page(
            path=f"/timeline/{topic}/",
            template="timeline.html",
            title=say("Timeline of reforms: %(topic)s", topic=label),
            description=say("Reforms and events on the topic “%(topic)s” that the reports date.", topic=label),
            crumbs=(edition.crumb("/timeline/"),),
            context={"axis": _axis(edition, topic), "periods": _periods(edition, topic), "topics": choices, "topic": topic},
            next=edition.topic(topic),
        )
    order = list(dataset.reforms.values())
    for index, reform in enumerate(order):
        yield _reform(edition, reform, order[index - 1] if index else None, order[index + 1] if index + 1 < len(order) else None)


def _periods(edition: Edition, topic: str | None) -> list[PeriodView]:
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
            if topic is None or topic in reform.topics
        )
        views.append(PeriodView(title, changes, head))
        before = head
    return views


def _axis(edition: Edition, topic: str | None) -> AxisView:
    dataset = edition.dataset
    axis = years(dataset)
    marks = [tick for tick in ticks(dataset) if topic is None or topic in dataset.reforms[tick.id].topics]
    above = 1 + max((tick.row for tick in marks if tick.dated), default=0)
    below = 1 + max((tick.row for tick in marks if not tick.dated), default=-1)
    base = TOP + above * ROW + 6
    landmarks: list[LandmarkView] = []
    for election in dataset.elections.values():
        x = round(position(election.date, axis) * WIDTH, 1)
        close = bool(landmarks) and x - landmarks[-1].x < 90 and landmarks[-1].level == 0
        landmarks.append(LandmarkView(x, edition.head(election), 1 if close else 0))

    def y(tick: Tick) -> int:
        return base - (tick.row + 1) * ROW if tick.dated else base + YEARS + tick.row * ROW

    return AxisView(
        width=WIDTH,
        height=base + YEARS + below * ROW + 4,
        base=base,
        ticks=tuple(
            TickView(
                round(tick.x * WIDTH, 1),
                y(tick),
                round(max(9.0, tick.width * WIDTH - 2), 1),
                reform_head(edition, dataset.reforms[tick.id]),
            )
            for tick in marks
        ),
        landmarks=tuple(landmarks),
        years=tuple((str(year), round((year - axis.start) / max(1, len(axis) - 1) * WIDTH, 1)) for year in axis if year % 5 == 0),
    )


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
