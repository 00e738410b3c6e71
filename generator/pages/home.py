"""``/``: which figures changed between the first and the last parliamentary election, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator import links
from generator.charts.card import Card
from generator.charts.drawing import Drawing
from generator.charts.spark import Column, spark
from generator.comparison import difference
from generator.dataset import Election, Figure
from generator.pages.charts.chart import Chart
from generator.pages.charts.indicators import declared
from generator.pages.charts.seats import filled
from generator.pages.edition import Edition
from generator.pages.figures import DifferenceView, FigureView
from generator.pages.page import Page
from generator.vocabulary import Absence, ElectionKind, Status, Unit


class Glance(NamedTuple):
    """One indicator from the first to the last parliamentary election; ``description`` is the drawing in words."""

    id: str
    label: str
    path: str
    drawing: Drawing
    description: str
    figures: tuple[tuple[str, FigureView], ...]
    difference: DifferenceView


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    dataset, say = edition.dataset, edition.say
    parliamentary: list[Election] = [e for e in dataset.elections.values() if e.kind is ElectionKind.PARLIAMENTARY]
    glances = [_glance(edition, id, parliamentary) for id in dataset.site.glance] if len(parliamentary) > 1 else []
    figures = [figure for election in dataset.elections.values() for figure in election.figures.values()]
    seats = filled(edition)
    charts: list[Chart] = [*([seats] if seats else []), *declared(edition)]
    tagline = say.plain(dataset.site.tagline)
    yield Page(
        path="/",
        template="home.html",
        title=say.plain(dataset.site.title),
        description=tagline,
        context={
            "tagline": say.text(dataset.site.tagline),
            "glances": glances,
            "preliminary": any(mark.look == "bar-preliminary" for glance in glances for mark in glance.drawing.marks),
            "charts": charts,
            "span": (edition.head(parliamentary[0]), edition.head(parliamentary[-1])) if len(parliamentary) > 1 else None,
            "cards": [(edition.head(election), say.text(election.summary)) for election in dataset.elections.values()],
            "threads": len(dataset.threads),
            "counts": (
                say.plural("%(count)s election", "%(count)s elections", len(dataset.elections)),
                say.plural(
                    "%(count)s figure with its source", "%(count)s figures with their sources", sum(f.absence is None for f in figures)
                ),
                say.plural(
                    "%(count)s place where a report is silent, and said so",
                    "%(count)s places where a report is silent, and said so",
                    sum(f.absence is Absence.NOT_IN_REPORT for f in figures),
                ),
                say.plural("%(count)s reform or event", "%(count)s reforms and events", len(dataset.reforms)),
                say.plural("%(count)s finding", "%(count)s findings", sum(len(e.findings) for e in dataset.elections.values())),
            ),
        },
        next=edition.crumb("/compare/"),
        card=site_card(edition),
    )


def site_card(edition: Edition) -> Card:
    """The picture of the site itself, and of every page that has none of its own."""
    say, site = edition.say, edition.dataset.site
    return Card(kicker=say.plain(site.country), title=say.plain(site.title), text=say.plain(site.tagline))


def _glance(edition: Edition, id: str, elections: list[Election]) -> Glance:
    say, write, indicator = edition.say, edition.write, edition.dataset.indicators[id]
    figures = tuple((str(election.date.year), write.figure(election.figures[id])) for election in elections)
    columns = [_column(year, election.figures[id], view) for (year, view), election in zip(figures, elections, strict=True)]
    return Glance(
        id=links.anchor("glance", id),
        label=say.plain(indicator.label),
        path=links.indicator(id),
        drawing=spark(columns),
        description=" ".join(f"{year}: {'; '.join((view.shown.striptags(), *view.marks))}." for year, view in figures),
        figures=figures,
        difference=write.difference(difference(elections[0].figures[id], elections[-1].figures[id])),
    )


def _column(year: str, figure: Figure, view: FigureView) -> Column:
    # An answer that is no number is drawn as one that is there, and its words say which it is.
    value = figure.value if isinstance(figure.value, int | Decimal) else None if figure.absence else True
    measured = figure.unit not in (Unit.TEXT, Unit.CHOICE, Unit.DATE)
    return Column(
        year=year,
        value=value if measured or value is None else True,
        words=str(view.shown.striptags()),
        absent=view.absent,
        preliminary=figure.status is Status.PRELIMINARY,
    )
