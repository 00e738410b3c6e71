"""``/sources/``: the reports, and everything that was taken from each, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.dataset import Citation
from generator.model.reference import Report
from generator.pages.edition import Edition
from generator.pages.page import Crumb, Page
from generator.speech import joined
from generator.stations import anchored
from generator.vocabulary import N_


class Taken(NamedTuple):
    """One thing that was taken from a place of a report."""

    what: str
    path: str
    text: str | Markup
    footnote: int | None
    kind: str


class PlaceView(NamedTuple):
    """A section or annex with what was taken from it."""

    anchor: str
    number: str
    title: str
    taken: tuple[Taken, ...]


_SECTION, _ANNEX = N_("Section %(id)s"), N_("Annex %(id)s")


def pages(edition: Edition) -> Iterator[Page]:
    """The list and the reports."""
    dataset, say = edition.dataset, edition.say
    everything = _everything(edition)
    cards = [
        (
            Crumb(say.plain(report.title), links.report(id)),
            say(report.kind.label),
            say.plain(report.publisher),
            say.date(report.published),
            say.plural("%(count)s citation on this site", "%(count)s citations on this site", len(everything.get(id, []))),
        )
        for id, report in dataset.reports.items()
    ]
    yield Page(
        path="/sources/",
        template="sources.html",
        title=say("Sources"),
        description=say("The five documents that every figure of this site comes from.")
        if len(cards) == 5
        else say("The documents that every figure of this site comes from."),
        context={"cards": cards},
        next=edition.crumb("/data/"),
    )
    for id, report in dataset.reports.items():
        yield _report(edition, id, report, everything.get(id, []))


def _everything(edition: Edition) -> dict[str, list[tuple[Citation, Taken]]]:
    dataset, say = edition.dataset, edition.say
    taken: dict[str, list[tuple[Citation, Taken]]] = {}

    def add(citation: Citation, what: str, path: str, text: str | Markup, kind: str) -> None:
        taken.setdefault(citation.report, []).append((citation, Taken(what, path, text, citation.footnote, kind)))

    for election in dataset.elections.values():
        head = edition.head(election)
        for figure in (f for p in election.figures.values() for f in (p, *p.others)):
            if figure.citation:
                indicator = dataset.indicators[figure.indicator]
                what = joined(", ", (say.plain(indicator.label), head.short))
                add(
                    figure.citation, what, f"{head.path}#{links.anchor('figure', figure.indicator)}", say.value(figure, indicator), "figure"
                )
        for contest in election.contests:
            for result in contest.results:
                name = say.plain(dataset.contestants[result.contestant].name)
                numbers = [say.plural("%(count)s vote", "%(count)s votes", result.votes)] if result.votes is not None else []
                numbers += [say.percent(result.percent)] if result.percent is not None else []
                numbers += [say.plural("%(count)s seat", "%(count)s seats", result.seats)] if result.seats is not None else []
                add(result.citation, joined(", ", (name, head.short)), f"{head.path}#results", ", ".join(numbers), "result")
        for finding in election.findings:
            topic = say.plain(dataset.topics[finding.topic].label)
            add(
                finding.citation,
                joined(", ", (topic, head.short)),
                f"{head.path}#{links.anchor('finding', finding.topic, finding.number)}",
                say.text(finding.text),
                "finding",
            )
    for station, spot in anchored(dataset):
        what = joined(", ", (say("Polling station %(number)s", number=station.number), say.plain(station.commission or station.region)))
        path = f"{links.STATIONS}#{spot}"
        rows = say("two rows of %(count)s figures: the protocol, and what was published", count=len(station.protocol))
        add(station.citation, what, path, rows, "station")
        for place in station.also:
            add(place, what, path, say("a remark on this station"), "station")
    for reform in dataset.reforms.values():
        for source in (reform.source, *reform.also):
            citation = Citation(source.report, source.section, source.footnote, source.annex)
            add(citation, say.plain(reform.title), links.reform(reform.id), say.when(reform.when), "reform")
    return taken


def _report(edition: Edition, id: str, report: Report, taken: list[tuple[Citation, Taken]]) -> Page:
    say = edition.say
    places = []
    for part, kind, label in [(p, "section", _SECTION) for p in report.sections] + [(p, "annex", _ANNEX) for p in report.annexes]:
        mine = [t for c, t in taken if (c.annex == part.id if kind == "annex" else c.section == part.id and c.annex is None)]
        title = say.plain(part.title)
        number = "" if title == part.id else say(label, id=part.id)
        places.append(PlaceView(links.anchor(kind, part.id), number, title, tuple(sorted(mine, key=lambda t: t.footnote or 0))))
    return Page(
        path=links.report(id),
        template="source.html",
        title=say.plain(report.title),
        description=say.plain(report.note) if report.note else say.plain(report.title),
        crumbs=(edition.crumb("/sources/"),),
        context={
            "id": id,
            "kind": say(report.kind.label),
            "publisher": say.text(report.publisher),
            "published": say.date(report.published),
            "iso_date": report.published.isoformat(),
            "issued_at": say.text(report.place),
            "note": say.text(report.note) if report.note else None,
            "elections": [edition.head(edition.dataset.elections[e]) for e in report.elections],
            "places": places,
            "count": len(taken),
        },
        source=say.plain(report.short),
        next=edition.crumb("/sources/"),
    )
