"""``findings``: what the observers found, topic by topic."""

from __future__ import annotations

from generator.dataset import Dataset, Finding, source_text
from generator.exports.citing import ANNEX, FOOTNOTE, REPORT, SECTION, cited
from generator.exports.table import Cell, Column, Table
from generator.vocabulary import N_

COLUMNS = (
    Column("election", "string", N_("Id of the election."), refers_to="elections"),
    Column("topic", "string", N_("Id of the topic.")),
    Column("text", "string", N_("What the observers found, in our words, in English.")),
    REPORT,
    SECTION,
    FOOTNOTE,
    ANNEX,
)


def table(dataset: Dataset) -> Table:
    """All findings, by date of the election and then as entered."""
    return Table(
        name="findings",
        title=N_("Findings"),
        description=N_("One finding of the observers on one topic of one election in each row."),
        columns=COLUMNS,
        rows=tuple(record(finding) for election in dataset.elections.values() for finding in election.findings),
    )


def record(finding: Finding) -> dict[str, Cell]:
    """One finding as a row."""
    return {
        "election": finding.election,
        "topic": finding.topic,
        "text": source_text(finding.text),
        **cited(finding.citation),
    }
