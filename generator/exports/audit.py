"""``audit``: every recomputation and every pair of places that disagree."""

from __future__ import annotations

from generator.audit.rows import rows
from generator.dataset import Citation, Dataset, source_text
from generator.exports.citing import ANNEX, FOOTNOTE, REPORT, SECTION, cited
from generator.exports.table import Cell, Column, Table
from generator.vocabulary import N_, AuditKind, Verdict

COLUMNS = (
    Column("id", "string", N_("Id of the row, and its anchor on the page.")),
    Column("election", "string", N_("Id of the election."), refers_to="elections"),
    Column("kind", "string", N_("Whether it is recomputed from other figures, or two places disagree."), vocabulary=AuditKind),
    Column("subject", "string", N_("Indicator, number of a result, or statement that is checked.")),
    Column("stated", "number", N_("The number that the report states.")),
    Column("expected", "number", N_("The number that the recomputation yields, or that the other place states.")),
    Column("inputs", "string", N_("What it was recomputed from, as name=value; for a conflict, the rival value with where it stands.")),
    Column("difference", "number", N_("Stated minus expected.")),
    Column("verdict", "string", N_("Whether it holds, is rounding, or differs."), vocabulary=Verdict),
    REPORT,
    SECTION,
    FOOTNOTE,
    ANNEX,
    Column("note", "string", N_("What a reader must know about it, in English.")),
)


def table(dataset: Dataset) -> Table:
    """All rows; those that differ first."""
    records: list[dict[str, Cell]] = []
    for row in rows(dataset):
        given = ";".join(
            f"{item.name}={item.value}" + (f" ({_where(item.citation)})" if row.kind is AuditKind.CONFLICT else "") for item in row.inputs
        )
        note = source_text(row.note) if row.note else None
        records.append(
            {
                "id": row.id,
                "election": row.election,
                "kind": row.kind.value,
                "subject": row.subject,
                "stated": row.stated,
                "expected": row.expected,
                "inputs": given,
                "difference": row.difference,
                "verdict": row.verdict.value,
                **cited(row.citation),
                "note": note,
            }
        )
    return Table(
        name="audit",
        title=N_("Audit"),
        description=N_("Every figure that can be worked out again from others, and every pair of places that give different numbers."),
        columns=COLUMNS,
        rows=tuple(records),
        key=("id",),
    )


def _where(citation: Citation | None) -> str:
    if citation is None:
        return ""
    places = [
        f"section {citation.section}" if citation.section else "",
        f"annex {citation.annex}" if citation.annex else "",
        f"footnote {citation.footnote}" if citation.footnote else "",
    ]
    return ", ".join([citation.report, *(place for place in places if place)])
