"""``/recommendations/``: threads across reports, and each thread with its wordings, follow-up and reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from generator import links, threads
from generator.charts.card import Card
from generator.dataset import Citation, Recommendation
from generator.pages.charts import threads as charts
from generator.pages.edition import Edition, ElectionHead
from generator.pages.figures import CitationView, FigureView
from generator.pages.page import Crumb, Page
from generator.pages.reforms import ReformHead, reform_head
from generator.vocabulary import ThreadState

ROOM = charts.ROOM


class AssessmentView(NamedTuple):
    """What a later report says of a recommendation."""

    status: str
    citation: CitationView
    note: Markup | None


class RecommendationView(NamedTuple):
    """A recommendation in one language; ``part`` is what a thread follows of it, where it asks for several things."""

    anchor: str
    number: int
    priority: bool
    heading: Markup
    text: Markup
    part: Markup | None
    wording: Markup | None
    citation: CitationView
    threads: tuple[Crumb, ...]
    assessments: tuple[AssessmentView, ...]


class CellView(NamedTuple):
    """One report's recommendations in a thread: numbers with priority and follow-up."""

    report: str
    items: tuple[RecommendationView, ...]


class ThreadRow(NamedTuple):
    """A thread in the overview."""

    id: str
    title: Markup
    path: str
    topic: str
    state: str
    state_label: str
    cells: tuple[CellView, ...]
    open: str
    reforms: tuple[ReformHead, ...]

    @property
    def steps(self) -> list[tuple[int, CellView]]:
        """The cells of the reports that ask, each with the number of those before it that do not."""
        asked = [-1, *(position for position, cell in enumerate(self.cells) if cell.items)]
        return [(here - before - 1, self.cells[here]) for before, here in pairwise(asked)]

    @property
    def after(self) -> int:
        """The number of reports that do not ask, after the last that does."""
        return next(position for position, cell in enumerate(reversed(self.cells)) if cell.items)


class ReportHead(NamedTuple):
    """A report at the head of a column."""

    short: str
    path: str


def pages(edition: Edition) -> Iterator[Page]:
    """The overview, whole and by topic, state and report, and the threads; nothing where no recommendations are followed."""
    dataset, say = edition.dataset, edition.say
    if not dataset.threads:
        return
    with_recommendations = {recommendation.report for recommendation in dataset.recommendations}
    reports = [id for id in dataset.reports if id in with_recommendations]
    silent = {report: CellView(report, ()) for report in reports}
    rows = [_row(edition, id, silent) for id in dataset.threads]
    heads = tuple(ReportHead(say.plain(dataset.reports[id].short), links.report(id)) for id in reports)
    choices = _choices(edition, rows, reports)
    common = {"reports": heads, "choices": choices}
    whole = charts.overview(edition)

    def overview(path: str, title: str, chosen: list[ThreadRow], crumbs: tuple[Crumb, ...]) -> Page:
        groups = [(edition.topic(topic), topic, [row for row in chosen if row.topic == topic]) for topic in dataset.topics]
        return Page(
            path=path,
            template="recommendations.html",
            title=title,
            description=say("What the observers asked for, from report to report, and what became of it."),
            crumbs=crumbs,
            context={
                **common,
                "groups": [group for group in groups if group[2]],
                "count": len(chosen),
                "chart": whole if path == ROOM else None,
            },
            next=edition.crumb("/timeline/"),
            charts=(whole,) if whole and path == ROOM else (),
        )

    home = Crumb(say("Recommendations"), ROOM)
    yield overview(ROOM, say("Recommendations"), rows, ())
    for _, _, items in choices:
        for crumb, ids in items:
            yield overview(
                crumb.path, say("Recommendations: %(choice)s", choice=crumb.title), [row for row in rows if row.id in ids], (home,)
            )
    order = list(dataset.threads)
    for index, row in enumerate(rows):
        yield _thread(edition, row, order[(index + 1) % len(order)], home)


def _choices(edition: Edition, rows: list[ThreadRow], reports: list[str]) -> list[tuple[str, str, list[tuple[Crumb, frozenset[str]]]]]:
    dataset, say = edition.dataset, edition.say

    def choice(title: str, path: str, chosen: list[ThreadRow]) -> list[tuple[Crumb, frozenset[str]]]:
        return [(Crumb(title, path), frozenset(row.id for row in chosen))] if chosen else []

    topics = [c for t in dataset.topics for c in choice(edition.topic(t).title, f"{ROOM}topics/{t}/", [r for r in rows if r.topic == t])]
    states = [
        c
        for state in ThreadState
        for c in choice(say(state.label), f"{ROOM}states/{state.value.replace('_', '-')}/", [r for r in rows if r.state == state.value])
    ]
    asking: dict[str, list[ThreadRow]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.items:
                asking.setdefault(cell.report, []).append(row)
    asked = [
        c
        for id in reports
        for c in choice(
            say.plain(dataset.reports[id].short),
            f"{ROOM}reports/{id}/",
            asking.get(id, []),
        )
    ]
    return [(say("Our reading"), "state", states), (say("Report"), "report", asked), (say("Topic"), "topic", topics)]


def recommendation_view(edition: Edition, entry: Recommendation, thread: str | None = None) -> RecommendationView:
    """A recommendation in one language, with what later reports say became of it."""
    dataset, say, write = edition.dataset, edition.say, edition.write
    return RecommendationView(
        anchor=links.anchor(entry.report, entry.number),
        number=entry.number,
        priority=entry.priority,
        heading=say.text(entry.heading),
        text=say.text(entry.text),
        part=say.text(entry.parts[thread]) if thread in entry.parts else None,
        wording=say.text(entry.wording) if entry.wording else None,
        citation=write.citation(entry.citation),
        threads=tuple(Crumb(say.plain(dataset.threads[id].title), links.thread(id)) for id in entry.threads),
        assessments=tuple(
            AssessmentView(
                say(found.by.status.label),
                write.citation(found.by.citation),
                say.text(found.by.note) if found.by.note else None,
            )
            for found in threads.assessments(dataset, entry)
        ),
    )


def _row(edition: Edition, id: str, silent: dict[str, CellView]) -> ThreadRow:
    """``silent`` has the cell of each report that does not ask: most are, so all rows share them."""
    dataset, say = edition.dataset, edition.say
    thread = dataset.threads[id]
    asked = {item.report: item.recommendations for item in threads.asked(dataset, id)}
    time = threads.open_time(dataset, id)
    return ThreadRow(
        id=id,
        title=say.text(thread.title),
        path=links.thread(id),
        topic=thread.topic,
        state=thread.reading.state.value,
        state_label=say(thread.reading.state.label),
        cells=tuple(
            CellView(report, tuple(recommendation_view(edition, entry, id) for entry in asked[report])) if report in asked else cell
            for report, cell in silent.items()
        ),
        open=say.plural("%(count)s year", "%(count)s years", time.years) if time.years else say("less than a year"),
        reforms=tuple(reform_head(edition, reform) for reform in threads.met_by(dataset, thread)),
    )


def _thread(edition: Edition, row: ThreadRow, following: str, home: Crumb) -> Page:
    dataset, say, write = edition.dataset, edition.say, edition.write
    thread = dataset.threads[row.id]
    time = threads.open_time(dataset, row.id)
    source = thread.reading.source
    chart = charts.of_thread(edition, row.id)
    figures: list[tuple[ElectionHead, Crumb, FigureView]] = [
        (
            edition.head(dataset.elections[item.election]),
            Crumb(say.plain(dataset.indicators[item.indicator].label), links.indicator(item.indicator)),
            write.figure(dataset.elections[item.election].figures[item.indicator]),
        )
        for item in thread.reading.figures
    ]
    return Page(
        path=row.path,
        template="thread.html",
        title=say.plain(thread.title),
        description=say.plain(thread.asks),
        crumbs=(home, edition.topic(thread.topic)),
        context={
            "row": row,
            "chart": chart,
            "asks": say.text(thread.asks),
            "asked": [
                (Crumb(say.plain(dataset.reports[cell.report].short), links.report(cell.report)), cell) for cell in row.cells if cell.items
            ],
            "changes": [
                (
                    Crumb(say.plain(dataset.reports[change.report].short), links.report(change.report)),
                    say(change.kind.label),
                    say.text(change.text),
                )
                for change in thread.changes
            ],
            "statements": [
                (say(said.status.label) if said.status else None, say.text(said.text), write.citation(said.citation))
                for said in dataset.said.get(row.id, ())
            ],
            "reading": say.text(thread.reading.text),
            "reading_source": write.citation(Citation(source.report, source.section, source.footnote, source.annex)),
            "figures": figures,
            "since": say.date(time.since),
            "until": say.date(time.until),
            "years": row.open,
            "elections": edition.several(time.elections),
            "closed": thread.reading.state in (ThreadState.MET, ThreadState.OVERTAKEN),
        },
        next=Crumb(say.plain(dataset.threads[following].title), links.thread(following)),
        charts=(chart,),
        card=Card(
            edition.topic(thread.topic).title,
            say.plain(thread.title),
            ((say("Our reading"), row.state_label), (say("Stood open"), row.open)),
        ),
    )
