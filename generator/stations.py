"""What the published figures of polling stations add to their protocols and take from them: sums, column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator import links
from generator.dataset import Dataset, Station


class Balance(NamedTuple):
    """One column over some stations. ``gained`` adds up by how much published figures are higher, ``lost`` by how much lower.

    Both are at least 0; ``higher``, ``lower`` and ``same`` count stations.
    """

    protocol: int
    published: int
    gained: int
    lost: int
    higher: int
    lower: int
    same: int

    @property
    def difference(self) -> int:
        """By how much the published sum is higher; negative where it is lower."""
        return self.published - self.protocol


def balance(pairs: Iterable[tuple[int, int]]) -> Balance:
    """The balance of pairs of a protocol's figure and the published one, a pair for each station."""
    several = list(pairs)
    differences = [published - protocol for protocol, published in several]
    return Balance(
        protocol=sum(protocol for protocol, _ in several),
        published=sum(published for _, published in several),
        gained=sum(difference for difference in differences if difference > 0),
        lost=-sum(difference for difference in differences if difference < 0),
        higher=sum(difference > 0 for difference in differences),
        lower=sum(difference < 0 for difference in differences),
        same=sum(difference == 0 for difference in differences),
    )


def by_column(stations: Sequence[Station], columns: Iterable[str]) -> dict[str, Balance]:
    """The balance of each column over these stations."""
    return {column: balance((station.protocol[column], station.published[column]) for station in stations) for column in columns}


def of_ballots(stations: Sequence[Station]) -> Balance:
    """The balance of all columns of each station together: its votes and its invalid ballots."""
    return balance((sum(station.protocol.values()), sum(station.published.values())) for station in stations)


def anchored(dataset: Dataset) -> list[tuple[Station, str]]:
    """Every station of every election, with its id on the page of all stations."""
    stations = [station for election in dataset.elections.values() if election.stations for station in election.stations.rows]
    return list(zip(stations, anchors(stations), strict=True))


def anchors(stations: Sequence[Station]) -> list[str]:
    """An id for each station, the same whatever stands beside it: annex and number, and more only where a number repeats."""
    long = [
        (
            links.anchor("station", station.citation.annex or "", station.number),
            links.anchor("station", station.citation.annex or "", station.number, station.region_id),
            links.anchor("station", station.citation.annex or "", station.number, station.region_id, station.election),
        )
        for station in stations
    ]
    counts = Counter(anchor for anchors in long for anchor in anchors)
    return [next(anchor for anchor in anchors if counts[anchor] == 1 or anchor == anchors[-1]) for anchors in long]
