"""``contestants``: parties, candidates and other lines of a ballot, and what became of them."""

from __future__ import annotations

from generator.dataset import Dataset
from generator.exports.table import Column, Table
from generator.exports.wording import label_columns, labels, source_words
from generator.vocabulary import N_, ContestantKind


def table(dataset: Dataset) -> Table:
    """All contestants as declared."""
    became, came_from = _successions(dataset)
    return Table(
        name="contestants",
        title=N_("Contestants"),
        description=N_("One party, person or other line of a ballot in each row. Ids are words, since acronyms are used again by others."),
        columns=(
            Column("id", "string", N_("Id of the contestant.")),
            Column("kind", "string", N_("What it is."), vocabulary=ContestantKind),
            Column("abbreviation", "string", N_("The acronym that the reports use for it.")),
            *label_columns(dataset),
            Column(
                "became",
                "string",
                N_("Ids of the contestants that it was renamed to or merged into, as far as a report says so."),
                many=True,
                refers_to="contestants",
            ),
            Column(
                "came_from",
                "string",
                N_("Ids of the contestants that it was renamed or merged from, as far as a report says so."),
                many=True,
                refers_to="contestants",
            ),
            Column("note", "string", N_("What a reader must know about it, in English.")),
        ),
        rows=tuple(
            {
                "id": id,
                "kind": contestant.kind,
                "abbreviation": contestant.abbreviation,
                **labels(dataset, contestant.name),
                "became": tuple(became[id]),
                "came_from": tuple(came_from[id]),
                "note": source_words(contestant.note),
            }
            for id, contestant in dataset.contestants.items()
        ),
        key=("id",),
    )


def _successions(dataset: Dataset) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Who became whom and who came from whom; entered at one end, known at both."""
    became: dict[str, list[str]] = {id: [] for id in dataset.contestants}
    came_from: dict[str, list[str]] = {id: [] for id in dataset.contestants}
    for id, contestant in dataset.contestants.items():
        for event in contestant.history:
            for earlier, later in ((id, event.into), (event.from_, id)):
                if earlier is not None and later is not None and later not in became[earlier]:
                    became[earlier].append(later)
                    came_from[later].append(earlier)
    return became, came_from
