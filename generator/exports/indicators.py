"""``indicators``: everything that is compared, with its definition."""

from __future__ import annotations

from generator.dataset import Dataset, source_text
from generator.exports.table import Column, Table
from generator.exports.wording import label_columns, labels, source_words, units
from generator.vocabulary import N_, AppliesTo


def table(dataset: Dataset) -> Table:
    """All indicators in the order in which pages show them."""
    return Table(
        name="indicators",
        title=N_("Indicators"),
        description=N_("One thing that is compared between elections in each row."),
        columns=(
            Column("id", "string", N_("Id of the indicator.")),
            Column("topic", "string", N_("Id of its topic.")),
            Column("unit", "string", N_("What its values are counted in, or what kind of value they are."), vocabulary=units(dataset)),
            Column("applies_to", "string", N_("The elections that it can be stated for."), vocabulary=AppliesTo),
            *label_columns(dataset),
            Column("definition", "string", N_("What exactly is counted or stated, over which whole, in English.")),
            Column("comparability", "string", N_("What makes values of different elections not like with like, in English.")),
            Column("choices", "string", N_("The words that a value may be, where the unit is a choice."), many=True),
        ),
        rows=tuple(
            {
                "id": id,
                "topic": indicator.topic,
                "unit": indicator.unit,
                "applies_to": indicator.applies_to,
                **labels(dataset, indicator.label),
                "definition": source_text(indicator.definition),
                "comparability": source_words(indicator.comparability),
                "choices": tuple(indicator.choices or ()),
            }
            for id, indicator in dataset.indicators.items()
        ),
        key=("id",),
    )
