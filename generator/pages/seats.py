"""Seats as charts: how a chamber's seats are filled, and who won them."""

from __future__ import annotations

from generator.charts.stacked import Part, StackedChart, stacked_chart
from generator.dataset import Election
from generator.pages.edition import Edition
from generator.vocabulary import ElectionKind

FILLED_BY = ("system.seats_proportional", "system.seats_single_member", "system.seats_indirect")
"""Indicators of the contract that divide the seats of a chamber by how they are filled."""


def filled(edition: Edition) -> StackedChart | None:
    """How the seats of the chamber are filled, a bar for each parliamentary election that states it."""
    say, dataset = edition.say, edition.dataset
    if any(id not in dataset.indicators for id in FILLED_BY):
        return None
    wholes = []
    for election in dataset.elections.values():
        if election.kind is ElectionKind.PARLIAMENTARY:
            values = [election.figures[id].value for id in FILLED_BY]
            if all(isinstance(value, int) for value in values):
                labels = [say.plain(dataset.indicators[id].label) for id in FILLED_BY]
                parts = [Part(label, int(str(value)), series) for series, (label, value) in enumerate(zip(labels, values, strict=True))]
                wholes.append((say.plain(election.short), parts))
    return stacked_chart(wholes)


def won(edition: Edition, election: Election) -> StackedChart | None:
    """Who won the seats: all contests of an election together, largest first."""
    seats: dict[str, int] = {}
    for contest in election.contests:
        for result in contest.results:
            seats[result.contestant] = seats.get(result.contestant, 0) + (result.seats or 0)
    ordered = sorted(seats.items(), key=lambda item: -item[1])
    say = edition.say
    parts = [Part(say.plain(edition.dataset.contestants[id].name), count, series) for series, (id, count) in enumerate(ordered)]
    return stacked_chart([(say.plain(election.short), parts)])
