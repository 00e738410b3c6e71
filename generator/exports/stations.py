"""``stations``: every figure of every polling station whose protocol a report prints beside what was published."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Dataset, Station
from generator.exports.as_json import Json
from generator.exports.citing import cited
from generator.exports.table import Cell, Column, Table
from generator.exports.wording import source_words
from generator.vocabulary import N_, StationSource, Unit

COLUMNS = (
    Column("election", "string", N_("Id of the election."), refers_to="elections"),
    Column("station", "integer", N_("Number of the polling station.")),
    Column("commission", "string", N_("The commission that it reports to, as the report names it; empty where none is named.")),
    Column("region", "string", N_("Its region.")),
    Column("annex", "string", N_("Annex of the report that prints it.")),
    Column("source", "string", N_("Whether the figure is from the protocol or was published later."), vocabulary=StationSource),
    Column("contestant", "string", N_("Id of the contestant; `invalid` for invalid ballots.")),
    Column("votes", "integer", N_("Votes for the contestant, or invalid ballots."), unit=Unit.COUNT),
)


def table(dataset: Dataset) -> Table:
    """All stations in printed order, for each first the protocol and then the published figures."""
    return Table(
        name="stations",
        title=N_("Polling stations"),
        description=N_(
            "One figure of one polling station in each row: protocols that observers received, beside what was published later. "
            "The stations are those whose two sets of figures a report prints, and no sample of all."
        ),
        columns=COLUMNS,
        rows=tuple(
            row
            for election in dataset.elections.values()
            if election.stations
            for station in election.stations.rows
            for row in records(station)
        ),
        key=("election", "annex", "region", "station", "source", "contestant"),
    )


def records(station: Station) -> Iterator[dict[str, Cell]]:
    """The rows of one station."""
    for source, votes in ((StationSource.PROTOCOL, station.protocol), (StationSource.PUBLISHED, station.published)):
        for contestant, number in votes.items():
            yield {
                "election": station.election,
                "station": station.number,
                "commission": source_words(station.commission),
                "region": source_words(station.region),
                "annex": station.citation.annex,
                "source": source,
                "contestant": contestant,
                "votes": number,
            }


def whole(station: Station) -> dict[str, Json]:
    """One station with its note, for the file of its election."""
    return {
        "station": station.number,
        "commission": source_words(station.commission),
        "region": source_words(station.region),
        "protocol": dict(station.protocol),
        "published": dict(station.published),
        **cited(station.citation),
        "note": source_words(station.note),
        "also": [dict(cited(place)) for place in station.also],
    }
