"""``figures``: every value of every indicator, or why there is none."""

from __future__ import annotations

from generator.dataset import Dataset, Figure, source_text
from generator.exports.citing import CITATION, cited, place_in_words
from generator.exports.table import Cell, Column, Table
from generator.exports.wording import source_words, units
from generator.vocabulary import N_, Absence, Qualifier, Rank, Status


def table(dataset: Dataset) -> Table:
    """All figures: by date of the election, then in order of the indicators, alternatives after the preferred one."""
    return Table(
        name="figures",
        title=N_("Figures"),
        description=N_("One election's value of one indicator in each row, with its source, or the kind of its absence."),
        columns=(
            Column("election", "string", N_("Id of the election."), refers_to="elections"),
            Column("indicator", "string", N_("Id of the indicator."), refers_to="indicators"),
            Column(
                "rank",
                "string",
                N_(
                    "Whether this is the value that we show, one for each election and indicator, or another that a report gives beside it."
                ),
                vocabulary=Rank,
            ),
            Column(
                "value",
                "any",
                N_(
                    "The value, in the unit of its row: a number without separators and with its printed decimals, a date, true or false, "
                    "a word of the indicator's choices, or an English text. Empty where it is absent; zero is a value."
                ),
            ),
            Column("qualifier", "string", N_("How exactly the report states it; empty where it is absent."), vocabulary=Qualifier),
            Column("unit", "string", N_("What the value is counted in, or what kind of value it is."), vocabulary=units(dataset)),
            Column("status", "string", N_("How settled the value is; empty where it is absent."), vocabulary=Status),
            Column("absence", "string", N_("Why there is no value; empty where there is one."), vocabulary=Absence),
            *CITATION,
            Column("place", "string", N_("The place in the report in words.")),
            Column(
                "note",
                "string",
                N_(
                    "What a reader must know to use the value, in English: the report's words, why two values differ, the formula of a computed one."
                ),
            ),
        ),
        rows=tuple(record(dataset, figure) for figure in dataset.figures()),
    )


def record(dataset: Dataset, figure: Figure) -> dict[str, Cell]:
    """One figure as a row."""
    present = figure.value is not None
    return {
        "election": figure.election,
        "indicator": figure.indicator,
        "rank": figure.rank,
        "value": source_text(figure.value) if isinstance(figure.value, dict) else figure.value,
        "qualifier": figure.qualifier if present else None,
        "unit": figure.unit,
        "status": figure.status if present else None,
        "absence": figure.absence,
        **cited(figure.citation),
        "place": place_in_words(dataset, figure.citation) if figure.citation else None,
        "note": _note(figure),
    }


def _note(figure: Figure) -> str | None:
    """The note; that of a computed figure names its formula, so that nobody takes it for a printed one."""
    note = source_words(figure.note)
    if figure.formula is None or (note is not None and figure.formula in note):
        return note
    formula = f"Formula: {figure.formula}."
    return f"{note} {formula}" if note else formula
