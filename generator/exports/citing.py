"""The columns that say where something is stated, the same in every table."""

from __future__ import annotations

from generator.dataset import Citation, Dataset, source_text
from generator.exports.table import Cell, Column
from generator.model.source import Source
from generator.vocabulary import N_

REPORT = Column("report", "string", N_("Id of the report that states it."), refers_to="reports")
SECTION = Column("section", "string", N_("Section of the report as it numbers it; its heading where it has no numbers."))
FOOTNOTE = Column("footnote", "integer", N_("Number of the footnote, where a footnote states it."))
ANNEX = Column("annex", "string", N_("Annex of the report as printed, where an annex states it."))

CITATION = (REPORT, SECTION, FOOTNOTE, ANNEX)
"""A citation in four columns; the reports carry no page numbers."""


def cited(citation: Citation | Source | None) -> dict[str, Cell]:
    """The cells of ``CITATION``; empty where nothing is cited."""
    if citation is None:
        return dict.fromkeys((column.name for column in CITATION), None)
    return {"report": citation.report, "section": citation.section, "footnote": citation.footnote, "annex": citation.annex}


def place_in_words(dataset: Dataset, citation: Citation) -> str:
    """A citation as a sentence would give it, without its report: ``section XIII.C (Results), footnote 121``."""
    report = dataset.reports[citation.report]
    words = []
    if citation.section is not None:
        title = next(source_text(part.title) for part in report.sections if part.id == citation.section)
        # A report without numbers has its headings as ids: saying them twice would help nobody.
        words.append(f"section “{title}”" if title == citation.section else f"section {citation.section} ({title})")
    if citation.annex is not None:
        title = next(source_text(part.title) for part in report.annexes if part.id == citation.annex)
        words.append(f"annex {citation.annex}" if title == citation.annex else f"annex {citation.annex} ({title})")
    if citation.footnote is not None:
        words.append(f"footnote {citation.footnote}")
    return ", ".join(words)
