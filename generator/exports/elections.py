"""``elections``: one row each, and one file each with everything that is known of it."""

from __future__ import annotations

from generator.dataset import Contest, Dataset, Election, Figure, Result, source_text
from generator.exports import figures, findings, results, stations
from generator.exports.as_json import Json
from generator.exports.citing import CITATION, cited
from generator.exports.table import Cell, Column, Table
from generator.exports.wording import label_columns, labels, source_words
from generator.vocabulary import N_, ElectionKind


def table(dataset: Dataset) -> Table:
    """All elections in order of date."""
    return Table(
        name="elections",
        title=N_("Elections"),
        description=N_("One election in each row."),
        columns=(
            Column("id", "string", N_("Id of the election: its year and what was elected.")),
            Column("date", "date", N_("Election day.")),
            Column("kind", "string", N_("What kind of election it is; figures are compared within one kind."), vocabulary=ElectionKind),
            Column("body", "string", N_("The chamber or office that was elected, as in the id.")),
            Column("early", "boolean", N_("Whether it was held before its regular time.")),
            Column("reports", "string", N_("Ids of the reports about it, the main one first."), many=True, refers_to="reports"),
            *label_columns(dataset),
            Column("summary", "string", N_("What was elected and by which rules, in English.")),
            *CITATION,
        ),
        rows=tuple(record(dataset, election) for election in dataset.elections.values()),
        key=("id",),
    )


def record(dataset: Dataset, election: Election) -> dict[str, Cell]:
    """One election as a row; its citation is that of its date and of the rules in its summary."""
    return {
        "id": election.id,
        "date": election.date,
        "kind": election.kind,
        "body": election.body,
        "early": election.early,
        "reports": election.reports,
        **labels(dataset, election.name),
        "summary": source_text(election.summary),
        **cited(election.citation),
    }


def whole(dataset: Dataset, election: Election) -> dict[str, Json]:
    """One election with the records of all its tables, alternatives inside what they stand beside."""
    return {
        **record(dataset, election),
        "figures": [_figure(dataset, figure) for figure in election.figures.values()],
        "contests": [_contest(contest) for contest in election.contests],
        "results_note": source_words(election.results_note),
        "findings": [findings.record(finding) for finding in election.findings],
        "stations": [stations.whole(station) for station in election.stations.rows] if election.stations else [],
    }


def _figure(dataset: Dataset, figure: Figure) -> dict[str, Json]:
    return {
        **figures.record(dataset, figure),
        "formula": figure.formula,
        "others": [figures.record(dataset, other) for other in figure.others],
    }


def _contest(contest: Contest) -> dict[str, Json]:
    return {
        "contest": contest.kind,
        "status": contest.status,
        **cited(contest.citation),
        "note": source_words(contest.note),
        "results": [_result(result) for result in contest.results],
        "total": _result(contest.total) if contest.total else None,
    }


def _result(result: Result) -> dict[str, Json]:
    return {
        **results.record(result),
        "note": source_words(result.note),
        "rivals": [
            {"field": rival.field, "value": rival.value, **cited(rival.citation), "note": source_text(rival.note)}
            for rival in result.rivals
        ],
    }
