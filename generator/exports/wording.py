"""Texts in tables: labels in every language that the downloads promise, everything else as written first."""

from __future__ import annotations

from generator.dataset import Dataset, Text, source_text
from generator.exports.table import Cell, Column
from generator.vocabulary import N_

PROMISED_LANGUAGES = ("en", "kk", "ru")
"""Languages whose label columns are promised for ``/data/v1/``, translated or not."""


def label_columns(dataset: Dataset) -> tuple[Column, ...]:
    """A column for each promised language, then for each other one in which the site is published."""
    about = N_("The name for readers in the language whose code ends the column's name; empty where it is not translated.")
    return tuple(Column(f"label_{language}", "string", about) for language in _languages(dataset))


def labels(dataset: Dataset, text: Text) -> dict[str, Cell]:
    """The cells of ``label_columns``."""
    return {f"label_{language}": text.get(language) for language in _languages(dataset)}


def source_words(text: Text | None) -> str | None:
    """A text in the language of the reports, or nothing."""
    return None if text is None else source_text(text)


def _languages(dataset: Dataset) -> list[str]:
    return list(dict.fromkeys([*PROMISED_LANGUAGES, *(language.code for language in dataset.site.languages)]))
