"""``/``: what was reformed between the first and the last election, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.comparison import difference
from generator.dataset import Election
from generator.pages.edition import Edition
from generator.pages.figures import DifferenceView, FigureView
from generator.pages.page import Page
from generator.pages.seats import filled
from generator.vocabulary import Absence, ElectionKind


@dataclass(frozen=True)
class Glance:
    """One indicator from the first to the last parliamentary election."""

    label: str
    path: str
    figures: tuple[tuple[str, FigureView], ...]
    difference: DifferenceView


def pages(edition: Edition) -> Iterator[Page]:
    """The home page."""
    dataset, say = edition.dataset, edition.say
    parliamentary: list[Election] = [e for e in dataset.elections.values() if e.kind is ElectionKind.PARLIAMENTARY]
    glances = []
    if len(parliamentary) > 1:
        for id in dataset.site.glance:
            first, last = parliamentary[0].figures[id], parliamentary[-1].figures[id]
            glances.append(
                Glance(
                    label=say.plain(dataset.indicators[id].label),
                    path=links.indicator(id),
                    figures=tuple((str(e.date.year), edition.write.figure(e.figures[id])) for e in parliamentary),
                    difference=edition.write.difference(difference(first, last)),
                )
            )
    figures = [figure for election in dataset.elections.values() for figure in election.figures.values()]
    yield Page(
        path="/",
        template="home.html",
        title=say.plain(dataset.site.title),
        description=say.plain(dataset.site.tagline),
        context={
            "tagline": say.text(dataset.site.tagline),
            "glances": glances,
            "filled": filled(edition),
            "span": (edition.head(parliamentary[0]), edition.head(parliamentary[-1])) if len(parliamentary) > 1 else None,
            "cards": [(edition.head(election), say.text(election.summary)) for election in dataset.elections.values()],
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
    )
