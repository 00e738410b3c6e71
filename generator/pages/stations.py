"""``/stations/``: protocols of polling stations beside the figures published later, station by station and summed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.dataset import Election, Station, StationGroup, Stations
from generator.pages.charts.chart import Chart
from generator.pages.charts.stations import of_station, of_sums, signed
from generator.pages.edition import Edition, ElectionHead
from generator.pages.figures import CitationView
from generator.pages.metadata import described
from generator.pages.page import Crumb, Page
from generator.stations import Balance, anchored, by_column, of_ballots


class ChangeView(NamedTuple):
    """By how much a published figure is higher or lower; ``kind`` names its looks, ``amount`` is for sorting."""

    kind: str
    shown: str
    amount: int


class FigureLine(NamedTuple):
    """One contestant at one station; ``words`` says the same in a sentence."""

    label: str
    protocol: str
    published: str
    change: ChangeView
    words: str


class StationView(NamedTuple):
    """One station with everything that is written at it; ``ballots`` is the change of all its columns together."""

    anchor: str
    number: int
    title: str
    commission: str | None
    region: str
    annex: str
    citation: CitationView
    note: Markup | None
    also: tuple[CitationView, ...]
    lines: tuple[FigureLine, ...]
    protocol: str
    published: str
    ballots: ChangeView
    chart: Chart


class BalanceLine(NamedTuple):
    """One contestant over several stations, or all together."""

    label: str
    name: str
    path: str | None
    protocol: str
    published: str
    change: ChangeView
    gained: str
    higher: str
    lost: str
    lower: str
    same: str


class BalanceView(NamedTuple):
    """The sums over some stations."""

    id: str
    caption: str
    lines: tuple[BalanceLine, ...]
    total: BalanceLine
    chart: Chart


class GroupView(NamedTuple):
    """The stations of one annex."""

    id: str
    title: str
    about: Markup
    citation: CitationView
    balance: BalanceView
    stations: tuple[StationView, ...]


@dataclass(frozen=True)
class ElectionView:
    """The stations of one election."""

    head: ElectionHead
    id: str
    about: Markup
    citation: CitationView
    columns: tuple[str, ...]
    balance: BalanceView
    ballots: str
    groups: tuple[GroupView, ...]
    count: str


def pages(edition: Edition) -> Iterator[Page]:
    """The page, where any election has stations."""
    dataset, say = edition.dataset, edition.say
    elections = [(election, election.stations) for election in dataset.elections.values() if election.stations]
    if not elections:
        return
    ids = iter([id for _, id in anchored(dataset)])
    views = [_election(edition, election, stations, ids) for election, stations in elections]
    title, description = say("Polling stations"), say("Protocols of polling stations beside the figures that were published later.")
    yield Page(
        path=links.STATIONS,
        template="stations.html",
        title=title,
        description=description,
        crumbs=(edition.crumb("/elections/"),),
        context={
            "elections": views,
            "dataset": described(
                dataset,
                say,
                title,
                description,
                [links.download("stations.csv"), links.download("stations.json")],
                "stations",
            ),
        },
        source=say.list(dict.fromkeys(say.plain(dataset.reports[stations.citation.report].short) for _, stations in elections)),
        next=Crumb(say.plain(elections[0][0].name), f"{links.election(elections[0][0].id)}#results"),
        charts=tuple(
            chart
            for view in views
            for chart in (view.balance.chart, *(station.chart for group in view.groups for station in group.stations))
        ),
    )


def counted(edition: Edition, stations: Stations) -> str:
    """How many stations there are, in words."""
    return edition.say.plural("%(count)s polling station", "%(count)s polling stations", len(stations.rows))


def _election(edition: Edition, election: Election, stations: Stations, ids: Iterator[str]) -> ElectionView:
    say = edition.say
    labels = {column: say.plain(heading) for column, heading in stations.columns.items()}
    id = links.anchor("election", election.id)
    return ElectionView(
        head=edition.head(election),
        id=id,
        about=say.text(stations.about),
        citation=edition.write.citation(stations.citation),
        columns=tuple(labels.values()),
        balance=_balance(edition, links.anchor("sums", election.id), stations.rows, labels),
        ballots=_ballots(edition, of_ballots(stations.rows)),
        groups=tuple(_group(edition, election, group, labels, ids) for group in stations.groups),
        count=counted(edition, stations),
    )


def _ballots(edition: Edition, balance: Balance) -> str:
    """Whether the published figures are of as many ballots as the protocols."""
    say = edition.say
    return say(
        "Taking all columns of a station together, published figures add up to more ballots than the protocol at %(higher)s, "
        "to fewer at %(lower)s, and to the same number at %(same)s.",
        higher=_stations(edition, balance.higher),
        lower=_stations(edition, balance.lower),
        same=_stations(edition, balance.same),
    )


def _stations(edition: Edition, count: int) -> str:
    return edition.say.plural("%(count)s station", "%(count)s stations", count)


def _group(edition: Edition, election: Election, group: StationGroup, labels: Mapping[str, str], ids: Iterator[str]) -> GroupView:
    annex = group.citation.annex or ""
    return GroupView(
        id=links.anchor("stations", election.id, annex),
        title=edition.say.plain(group.title),
        about=edition.say.text(group.about),
        citation=edition.write.citation(group.citation),
        balance=_balance(edition, links.anchor("sums", election.id, annex), group.stations, labels),
        stations=tuple(_station(edition, station, labels, next(ids)) for station in group.stations),
    )


def _station(edition: Edition, station: Station, labels: Mapping[str, str], anchor: str) -> StationView:
    say = edition.say
    ballots = of_ballots([station])
    lines = tuple(_line(edition, label, station.protocol[column], station.published[column]) for column, label in labels.items())
    citation = edition.write.citation(station.citation)
    return StationView(
        anchor=anchor,
        number=station.number,
        title=say("Polling station %(number)s", number=station.number),
        commission=say.plain(station.commission) if station.commission else None,
        region=say.plain(station.region),
        annex=station.citation.annex or "",
        citation=citation,
        note=say.text(station.note) if station.note else None,
        also=tuple(edition.write.citation(place) for place in station.also),
        lines=lines,
        protocol=say.number(ballots.protocol),
        published=say.number(ballots.published),
        ballots=_change(edition, ballots.difference),
        chart=of_station(edition, station, labels, anchor, " ".join(line.words for line in lines)),
    )


def _line(edition: Edition, label: str, protocol: int, published: int) -> FigureLine:
    say = edition.say
    difference = published - protocol
    named = {"name": label, "protocol": say.number(protocol), "amount": say.number(abs(difference))}
    if difference > 0:
        words = say("%(name)s: %(protocol)s in the protocol, the published figure is higher by %(amount)s.", **named)
    elif difference < 0:
        words = say("%(name)s: %(protocol)s in the protocol, the published figure is lower by %(amount)s.", **named)
    else:
        words = say("%(name)s: %(protocol)s in both.", **named)
    return FigureLine(label, say.number(protocol), say.number(published), _change(edition, difference), words)


def _change(edition: Edition, difference: int) -> ChangeView:
    say = edition.say
    if difference == 0:
        return ChangeView("same", say("the same"), 0)
    return ChangeView("up" if difference > 0 else "down", signed(edition, difference), difference)


def _balance(edition: Edition, id: str, stations: Sequence[Station], labels: Mapping[str, str]) -> BalanceView:
    say = edition.say
    balances = by_column(stations, labels)
    caption = say.plural("Sums over %(count)s polling station", "Sums over %(count)s polling stations", len(stations))
    return BalanceView(
        id=id,
        caption=caption,
        lines=tuple(_summed(edition, balances[column], label, column) for column, label in labels.items()),
        total=_summed(edition, of_ballots(stations), say("All ballots"), None),
        chart=of_sums(edition, id, caption, stations, labels),
    )


def _summed(edition: Edition, balance: Balance, label: str, column: str | None) -> BalanceLine:
    say = edition.say
    contestant = edition.dataset.contestants.get(column) if column else None
    return BalanceLine(
        label=label,
        name=say.plain(contestant.name) if contestant else label,
        path=f"/contestants/#{links.anchor(column)}" if column and contestant else None,
        protocol=say.number(balance.protocol),
        published=say.number(balance.published),
        change=_change(edition, balance.difference),
        gained=_change(edition, balance.gained).shown if balance.gained else "0",
        higher=_stations(edition, balance.higher),
        lost=_change(edition, -balance.lost).shown if balance.lost else "0",
        lower=_stations(edition, balance.lower),
        same=_stations(edition, balance.same),
    )
