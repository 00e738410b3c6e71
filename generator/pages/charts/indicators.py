"""Indicators over the elections: one alone, or several that the editors put into one chart (``charts`` of ``site.yaml``)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator import links
from generator.charts.bars import Bar, Group, bar_chart
from generator.charts.drawing import Key
from generator.dataset import Election, Figure
from generator.model.reference import DeclaredChart
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import described, placed, sources
from generator.pages.edition import Edition
from generator.vocabulary import N_, UNMEASURED, Absence, ElectionKind, Status

_LOOKS = {
    (False, False): ("bar", N_("parliamentary election")),
    (False, True): ("bar-preliminary", N_("parliamentary election, preliminary figure")),
    (True, False): ("bar-presidential", N_("presidential election")),
    (True, True): ("bar-presidential-preliminary", N_("presidential election, preliminary figure")),
}
"""Looks and their meaning, by whether the election is presidential and the figure preliminary."""


def of_indicator(edition: Edition, id: str) -> Chart | None:
    """One indicator over all elections; ``None`` where there are not two numbers to compare."""
    say, indicator = edition.say, edition.dataset.indicators[id]
    elections = list(edition.dataset.elections.values())
    if indicator.unit in UNMEASURED or sum(_number(election.figures[id]) is not None for election in elections) < 2:
        return None
    title = say(
        "%(indicator)s, %(unit)s, %(first)s to %(last)s",
        indicator=say.plain(indicator.label),
        unit=say(indicator.unit.label),
        first=elections[0].date.year,
        last=elections[-1].date.year,
    )
    return _chart(edition, f"indicator-{id}", title, [("", id, elections)], links.indicator(id))


def declared(edition: Edition) -> list[Chart]:
    """The charts of several indicators that the editors declare; those of which nothing is stated are left out."""
    found = (_declared(edition, chart) for chart in edition.dataset.site.charts)
    return [chart for chart in found if chart]


def on_topic(edition: Edition, topic: str) -> list[Chart]:
    """Those of the declared charts that a topic's page shows."""
    indicators = edition.dataset.indicators
    ids = {f"figures-{c.id}" for c in edition.dataset.site.charts if any(indicators[id].topic == topic for id in c.indicators)}
    return [chart for chart in declared(edition) if chart.id in ids]


def _declared(edition: Edition, chart: DeclaredChart) -> Chart | None:
    say, dataset = edition.say, edition.dataset
    groups = []
    for id in chart.indicators:
        # Where an indicator cannot be stated for an election, a line that says so would only be noise.
        elections = [e for e in dataset.elections.values() if e.figures[id].absence is not Absence.NOT_APPLICABLE]
        if any(_number(election.figures[id]) is not None for election in elections):
            groups.append((say.plain(dataset.indicators[id].label), id, elections))
    if not groups:
        return None
    years = sorted(election.date.year for _, _, elections in groups for election in elections)
    title = say("%(title)s, %(first)s to %(last)s", title=say.plain(chart.title), first=years[0], last=years[-1])
    topic = dataset.indicators[chart.indicators[0]].topic
    return _chart(edition, f"figures-{chart.id}", title, groups, links.topic(topic))


def _chart(edition: Edition, id: str, title: str, groups: Sequence[tuple[str, str, list[Election]]], page: str) -> Chart:
    say, dataset = edition.say, edition.dataset
    data: list[Datum] = []
    drawn: list[Group] = []
    reports: list[str] = []
    looks: dict[str, str] = {}
    for heading, indicator, elections in groups:
        bars = []
        for election in elections:
            figure, number = election.figures[indicator], _number(election.figures[indicator])
            words = worded(edition, figure)
            look, meaning = _LOOKS[election.kind is ElectionKind.PRESIDENTIAL, figure.status is Status.PRELIMINARY]
            if number is not None:
                looks[look] = meaning
            short = say.plain(election.short)
            bars.append(Bar(short, number, words, look))
            citation = edition.write.citation(figure.citation) if figure.citation else None
            series = heading or say.plain(dataset.indicators[indicator].label)
            # A computed figure has no place of its own; its formula says what it is made of.
            data.append(Datum(series, short, number, figure.unit, words, placed(citation) or (figure.formula or "")))
            reports += [figure.citation.report] if figure.citation else []
        drawn.append(Group(heading, tuple(bars)))
    return Chart(
        id=id,
        title=title,
        description=described(data, several=len(groups) > 1),
        drawing=bar_chart(drawn),
        data=tuple(data),
        page=page,
        source=sources(edition, [report for report in dataset.reports if report in reports]),
        key=tuple(Key(look, say(meaning)) for look, meaning in _LOOKS.values() if look in looks and len(looks) > 1),
    )


def _number(figure: Figure) -> int | Decimal | None:
    value = figure.value
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def worded(edition: Edition, figure: Figure) -> str:
    """A figure as charts write it: with its unit, and with a word where it is preliminary."""
    shown = edition.say.value(figure, edition.dataset.indicators[figure.indicator]).striptags()
    preliminary = figure.absence is None and figure.status is Status.PRELIMINARY
    return edition.say("%(value)s (preliminary)", value=shown) if preliminary else str(shown)
