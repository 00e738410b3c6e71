"""Seats: how a chamber's seats are filled, and who won them."""

from __future__ import annotations

from generator import links
from generator.charts.stacked import Part, stacked_chart
from generator.dataset import Election
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import described, placed, sources
from generator.pages.edition import Edition
from generator.speech import joined
from generator.vocabulary import ElectionKind, Unit

FILLED_BY = ("system.seats_proportional", "system.seats_single_member", "system.seats_indirect")
"""Indicators of the contract that divide the seats of a chamber by how they are filled."""


def filled(edition: Edition) -> Chart | None:
    """How the seats of the chamber are filled, a bar for each parliamentary election that states it."""
    say, dataset = edition.say, edition.dataset
    if any(id not in dataset.indicators for id in FILLED_BY):
        return None
    wholes: list[tuple[str, str, list[Part]]] = []
    data: list[Datum] = []
    reports = []
    for election in dataset.elections.values():
        figures = [election.figures[id] for id in FILLED_BY]
        counts = [figure.value for figure in figures if isinstance(figure.value, int)]
        if election.kind is not ElectionKind.PARLIAMENTARY or len(counts) < len(FILLED_BY):
            continue
        labels = [say.plain(dataset.indicators[id].label) for id in FILLED_BY]
        parts = [Part(label, count, series) for series, (label, count) in enumerate(zip(labels, counts, strict=True))]
        wholes.append((say.plain(election.short), _seats(edition, sum(counts)), parts))
        for figure, part in zip(figures, parts, strict=True):
            source = placed(edition.write.citation(figure.citation)) if figure.citation else figure.formula or ""
            data.append(Datum(say.plain(election.short), part.label, part.value, Unit.COUNT, say.number(part.value), source))
            reports += [figure.citation.report] if figure.citation else []
    drawn = stacked_chart(wholes)
    if drawn is None:
        return None
    drawing, key = drawn
    return Chart(
        id="seats-filled",
        title=say("How the seats of the chamber are filled"),
        description=described(data, several=True),
        drawing=drawing,
        data=tuple(data),
        page=links.topic(dataset.indicators[FILLED_BY[0]].topic),
        source=sources(edition, reports),
        key=key,
    )


def won(edition: Edition, election: Election) -> Chart | None:
    """Who won the seats of a chamber: all contests of an election together, largest first."""
    if election.kind is not ElectionKind.PARLIAMENTARY:
        return None
    say = edition.say
    seats: dict[str, int] = {}
    places: dict[str, str] = {}
    for contest in election.contests:
        for result in contest.results:
            if result.seats:
                seats[result.contestant] = seats.get(result.contestant, 0) + result.seats
                place = placed(edition.write.citation(result.citation))
                places[result.contestant] = joined("; ", (places[result.contestant], place)) if result.contestant in places else place
    names = {id: say.plain(edition.dataset.contestants[id].name) for id in seats}
    ordered = sorted(seats, key=lambda id: -seats[id])
    parts = [Part(names[id], seats[id], series) for series, id in enumerate(ordered)]
    short = say.plain(election.short)
    drawn = stacked_chart([(short, _seats(edition, sum(seats.values())), parts)])
    if drawn is None:
        return None
    drawing, key = drawn
    data = tuple(Datum(short, names[id], seats[id], Unit.COUNT, say.number(seats[id]), places[id]) for id in ordered)
    return Chart(
        id=f"seats-{election.id}",
        title=say("Who won the seats, all contests together: %(election)s", election=short),
        description=described(data),
        drawing=drawing,
        data=data,
        page=links.election(election.id),
        source=sources(edition, [contest.citation.report for contest in election.contests]),
        key=key,
    )


def _seats(edition: Edition, count: int) -> str:
    return edition.say.plural("%(count)s seat", "%(count)s seats", count)
