"""What a chart is, whatever it shows, and its data as a table to download."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator import links
from generator.charts.drawing import Drawing, Key
from generator.exports.as_csv import csv_bytes
from generator.exports.table import Cell, Column, Table
from generator.vocabulary import N_, AnyUnit

COLUMNS = (
    Column("series", "string", N_("What is counted, or the group that the mark belongs to.")),
    Column("label", "string", N_("What the mark is labelled with.")),
    Column("value", "any", N_("The number, date or word that is drawn, in the unit of its row; empty where there is none.")),
    Column("unit", "string", N_("What the value is counted in.")),
    Column("words", "string", N_("The value as the chart writes it, or why there is none.")),
    Column("source", "string", N_("The report and the place in it.")),
)
"""The data of every chart has these columns."""


class Datum(NamedTuple):
    """One mark of a chart as a row of its table; ``value`` as in a download, ``words`` as readers see it.

    ``path`` is the page that the mark leads to, if it leads anywhere: marks may be too small to be hit.
    """

    series: str
    label: str
    value: Cell
    unit: AnyUnit | None
    words: str
    source: str
    path: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart in one language. ``id`` names its files and its page for embedding; ``page`` is the page that it belongs to."""

    id: str
    title: str
    description: str
    drawing: Drawing
    data: tuple[Datum, ...]
    page: str
    source: str
    key: tuple[Key, ...] = ()
    note: str = ""
    linked: bool = False
    """Whether its marks lead somewhere, so that it is more than an image."""
    shared: tuple[Datum, ...] = ()
    """The last of its data, a series of its own that many charts show: whoever writes it needs to do so once."""

    @property
    def path(self) -> str:
        """Its page for embedding."""
        return f"{links.EMBEDDED}{self.id}/"

    @cached_property
    def several(self) -> bool:
        """Whether its data is of more than one series."""
        return bool(self.shared) or len({datum.series for datum in self.data}) > 1

    @property
    def own(self) -> tuple[Datum, ...]:
        """Its data but for those that it shares."""
        return self.data[: len(self.data) - len(self.shared)]

    def file(self, suffix: str) -> str:
        """The path of its picture or data, within a language."""
        return f"/charts/{self.id}.{suffix}"


def csv(chart: Chart) -> bytes:
    """The data of a chart: what it shows, no more."""
    rows = [
        {"series": d.series, "label": d.label, "value": d.value, "unit": d.unit, "words": d.words, "source": d.source} for d in chart.data
    ]
    return csv_bytes(Table(chart.id, chart.title, chart.description, COLUMNS, tuple(rows)))
