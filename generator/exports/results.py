"""``results``: votes, shares and seats of each contestant."""

from __future__ import annotations

from generator.dataset import Dataset, Result
from generator.exports.citing import CITATION, cited
from generator.exports.table import Cell, Column, Table
from generator.vocabulary import N_, ContestKind, Unit

COLUMNS = (
    Column("election", "string", N_("Id of the election."), refers_to="elections"),
    Column("contest", "string", N_("The contest of the election."), vocabulary=ContestKind),
    Column("contestant", "string", N_("Id of the party, the person or the other line of the ballot."), refers_to="contestants"),
    Column("nominated", "integer", N_("Candidates nominated."), unit=Unit.COUNT),
    Column("registered", "integer", N_("Candidates registered."), unit=Unit.COUNT),
    Column("votes", "integer", N_("Votes received."), unit=Unit.COUNT),
    Column("percent", "number", N_("Share of the votes as printed."), unit=Unit.PERCENT),
    Column("seats", "integer", N_("Seats won."), unit=Unit.COUNT),
    *CITATION,
)


def table(dataset: Dataset) -> Table:
    """All results, in the order in which the reports print them; printed totals are in each election's own file."""
    return Table(
        name="results",
        title=N_("Results"),
        description=N_(
            "One contestant's result in one contest in each row, as its report prints it; a number that is not printed is left empty. "
            "Printed totals, and other values that a report gives for the same number, are in the file of each election."
        ),
        columns=COLUMNS,
        rows=tuple(
            record(result) for election in dataset.elections.values() for contest in election.contests for result in contest.results
        ),
        key=("election", "contest", "contestant"),
    )


def record(result: Result) -> dict[str, Cell]:
    """One result as a row; the contestant of a total is nothing."""
    return {
        "election": result.election,
        "contest": result.contest,
        "contestant": result.contestant or None,
        "nominated": result.nominated,
        "registered": result.registered,
        "votes": result.votes,
        "percent": result.percent,
        "seats": result.seats,
        **cited(result.citation),
    }
