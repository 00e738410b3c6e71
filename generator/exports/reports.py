"""``reports``: the documents that everything else is taken from."""

from __future__ import annotations

from generator.dataset import Dataset, source_text
from generator.exports.table import Column, Table
from generator.exports.wording import label_columns, labels, source_words
from generator.vocabulary import N_, ReportKind


def table(dataset: Dataset) -> Table:
    """All reports in order of publication."""
    return Table(
        name="reports",
        title=N_("Reports"),
        description=N_("One source document in each row. Web addresses are not given: only what the documents print is."),
        columns=(
            Column("id", "string", N_("Id of the report.")),
            Column("kind", "string", N_("What kind of document it is."), vocabulary=ReportKind),
            Column("publisher", "string", N_("Who published it, in English.")),
            Column("published", "date", N_("The date that it carries.")),
            Column("issued_at", "string", N_("The town that it carries, in English.")),
            Column("elections", "string", N_("Ids of the elections that it is about."), many=True, refers_to="elections"),
            *label_columns(dataset),
            Column("note", "string", N_("What a reader must know about it, in English.")),
        ),
        rows=tuple(
            {
                "id": id,
                "kind": report.kind,
                "publisher": source_text(report.publisher),
                "published": report.published,
                "issued_at": source_text(report.place),
                "elections": tuple(report.elections),
                **labels(dataset, report.title),
                "note": source_words(report.note),
            }
            for id, report in dataset.reports.items()
        ),
        key=("id",),
    )
