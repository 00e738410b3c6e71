"""Words in tables: labels in every language of the site, other texts as written first, units."""

from __future__ import annotations

from generator.dataset import Dataset, Text, source_text
from generator.exports.table import Cell, Column
from generator.vocabulary import N_, AnyUnit, Unit


def label_columns(dataset: Dataset) -> tuple[Column, ...]:
    """A column for each language in which the site is published."""
    about = N_("The name for readers in the language whose code ends the column's name; empty where it is not translated.")
    return tuple(Column(f"label_{language.code}", "string", about) for language in dataset.site.languages)


def labels(dataset: Dataset, text: Text) -> dict[str, Cell]:
    """The cells of ``label_columns``."""
    return {f"label_{language.code}": text.get(language.code) for language in dataset.site.languages}


def source_words(text: Text | None) -> str | None:
    """A text in the language of the reports, or nothing."""
    return None if text is None else source_text(text)


def units(dataset: Dataset) -> tuple[AnyUnit, ...]:
    """What the values of a dataset may be counted in, its currencies last."""
    used = dict.fromkeys(indicator.unit for indicator in dataset.indicators.values())
    return tuple(dict.fromkeys([*Unit, *used]))
