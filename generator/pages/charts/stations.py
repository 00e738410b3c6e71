"""Polling stations: protocol and published figure of each contestant, and by how much they differ over many stations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator import links
from generator.charts.balance import Balanced, balance_chart
from generator.charts.bars import Bar, Group, bar_chart
from generator.charts.drawing import Key
from generator.dataset import Station
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import described, placed, sources
from generator.pages.edition import Edition
from generator.speech import joined
from generator.stations import by_column
from generator.vocabulary import Unit

CARD = 264
"""Width of a station's chart, many of which stand side by side."""


def of_station(edition: Edition, station: Station, labels: Mapping[str, str], anchor: str, description: str) -> Chart:
    """Two bars for each contestant of one station: its protocol's figure, outlined, and the published one, filled."""
    say = edition.say
    source = placed(edition.write.citation(station.citation))
    groups, data = [], []
    for column, label in labels.items():
        first, second = station.protocol[column], station.published[column]
        difference = second - first
        later = say.number(second)
        if difference:
            later = f"{later} ({signed(edition, difference)})"
        groups.append(Group(label, (Bar("", first, say.number(first), "protocol"), Bar("", second, later, "published"))))
        data.append(Datum(label, say("protocol"), first, Unit.COUNT, say.number(first), source))
        data.append(Datum(label, say("published"), second, Unit.COUNT, later, source))
    return Chart(
        id=anchor,
        title=say("Polling station %(number)s: protocol and published figures", number=station.number),
        description=description,
        drawing=bar_chart(groups, CARD),
        data=tuple(data),
        page=links.STATIONS,
        source=sources(edition, [station.citation.report]),
        key=_key(edition),
    )


def of_sums(edition: Edition, id: str, title: str, stations: Sequence[Station], labels: Mapping[str, str]) -> Chart:
    """By how much published figures are lower and higher than protocols, added up over stations."""
    say = edition.say
    sums = by_column(stations, labels)
    election = say.plain(edition.dataset.elections[stations[0].election].short)
    rows, data = [], []
    places = joined("; ", dict.fromkeys(placed(edition.write.citation(station.citation)) for station in stations))
    for column, label in labels.items():
        lost, gained = sums[column].lost, sums[column].gained
        rows.append(Balanced(label, lost, gained, signed(edition, -lost), signed(edition, gained)))
        data.append(Datum(label, say("lower by"), lost, Unit.COUNT, signed(edition, -lost), places))
        data.append(Datum(label, say("higher by"), gained, Unit.COUNT, signed(edition, gained), places))
    return Chart(
        id=id,
        title=say("%(sums)s, %(election)s: published figures beside protocols", election=election, sums=title),
        description=described(data, several=True),
        drawing=balance_chart(rows),
        data=tuple(data),
        page=links.STATIONS,
        source=sources(edition, [station.citation.report for station in stations]),
        key=(
            Key("protocol", say("published figures lower than the protocols, added up")),
            Key("published", say("published figures higher than the protocols, added up")),
        ),
    )


def signed(edition: Edition, difference: int) -> str:
    """A difference with its sign."""
    return f"{'+' if difference > 0 else '−' if difference < 0 else ''}{edition.say.number(abs(difference))}"


def _key(edition: Edition) -> tuple[Key, ...]:
    return Key("protocol", edition.say("protocol")), Key("published", edition.say("published later"))
