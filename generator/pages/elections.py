"""``/elections/``: the list, and each election whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.charts.card import Card
from generator.comparison import previous_comparable
from generator.dataset import Election, Finding
from generator.pages.charts import results, seats
from generator.pages.charts.indicators import worded
from generator.pages.edition import Edition
from generator.pages.figures import CitationView
from generator.pages.page import Crumb, Page
from generator.pages.requests import of_election, said_of_earlier, statements_of
from generator.pages.results import contests
from generator.pages.stations import counted
from generator.pages.table import table
from generator.vocabulary import Absence, Unit


class FindingView(NamedTuple):
    """A finding with its source and its own address on its election's page."""

    id: str
    text: Markup
    citation: CitationView


class FindingGroup(NamedTuple):
    """The findings of one election on one topic."""

    topic: Crumb
    id: str
    findings: tuple[FindingView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The list and the elections."""
    dataset, say = edition.dataset, edition.say
    cards = [(edition.head(election), say.text(election.summary), election.early) for election in dataset.elections.values()]
    yield Page(
        path="/elections/",
        template="elections.html",
        title=say("Elections"),
        description=say("The elections whose observation reports this site compares."),
        context={"cards": cards},
        next=edition.crumb("/compare/"),
    )
    for election in dataset.elections.values():
        yield _election(edition, election)


def finding_view(edition: Edition, finding: Finding) -> FindingView:
    """A finding in one language."""
    return FindingView(
        links.anchor("finding", finding.topic, finding.number), edition.say.text(finding.text), edition.write.citation(finding.citation)
    )


def _election(edition: Edition, election: Election) -> Page:
    dataset, say = edition.dataset, edition.say
    groups: dict[str, list[FindingView]] = {}
    for finding in election.findings:
        groups.setdefault(finding.topic, []).append(finding_view(edition, finding))
    findings = tuple(
        FindingGroup(edition.topic(topic), links.anchor(topic), tuple(groups[topic])) for topic in dataset.topics if topic in groups
    )
    before = previous_comparable(dataset, election)
    topics = [topic for topic in dataset.topics if any(i.topic == topic for i in dataset.indicators.values())]
    absences = [figure.absence for figure in election.figures.values()]
    head = edition.head(election)
    won, drawn = seats.won(edition, election), {chart.data[0].series: chart for chart in results.of_election(edition, election)}
    return Page(
        path=head.path,
        template="election.html",
        title=head.name,
        description=say.plain(election.summary),
        crumbs=(edition.crumb("/elections/"),),
        context={
            "election": head,
            "early": election.early,
            "summary": say.text(election.summary),
            "summary_source": edition.write.citation(election.citation),
            "table": table(edition, [election], topics, say("Figures of this election, by topic")),
            "won": won,
            "drawn": drawn,
            "contests": contests(edition, election),
            "stations": Crumb(counted(edition, election.stations), f"{links.STATIONS}#{links.anchor('election', election.id)}")
            if election.stations
            else None,
            "results_note": say.text(election.results_note) if election.results_note else None,
            "findings": findings,
            "before": edition.head(before) if before else None,
            "before_path": links.pair(before.id, election.id) if before else None,
            "reports": [
                (
                    Crumb(say.plain(dataset.reports[id].title), links.report(id)),
                    say(dataset.reports[id].kind.label),
                    say.date(dataset.reports[id].published),
                )
                for id in election.reports
            ],
            "asked": of_election(edition, election),
            "said": said_of_earlier(edition, election),
            "statements": statements_of(edition, election),
            "stated": sum(absence is None for absence in absences),
            "silent": absences.count(Absence.NOT_IN_REPORT),
            "open": absences.count(Absence.NOT_CURATED),
            "not_entered": say(Absence.NOT_CURATED.label),
        },
        source=say.list(say.plain(dataset.reports[id].short) for id in election.reports),
        next=Crumb(say("Compare it with the election before"), links.pair(before.id, election.id))
        if before
        else edition.crumb("/compare/"),
        charts=(*((won,) if won else ()), *drawn.values()),
        card=Card(
            kicker=f"{head.kind_label} · {head.date}",
            title=head.name,
            figures=tuple(
                (say.plain(dataset.indicators[id].label), worded(edition, election.figures[id]))
                for id in dataset.site.glance
                if election.figures[id].absence is None and election.figures[id].unit is not Unit.TEXT
            ),
        ),
    )
