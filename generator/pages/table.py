"""The table that the site is for: elections in columns, indicators in rows, by topic."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.comparison import difference, previous_comparable
from generator.dataset import Election
from generator.pages.edition import Edition, ElectionHead
from generator.pages.figures import DifferenceView, FigureView


class Cell(NamedTuple):
    """One election's figure, and what changed since the election that it is compared with."""

    figure: FigureView
    difference: DifferenceView | None
    since: str | None
    """Short name of the election that the difference is counted from."""


class Row(NamedTuple):
    """One indicator."""

    indicator: str
    label: str
    path: str
    comparability: Markup | None
    cells: tuple[Cell, ...]
    differs: bool


class Group(NamedTuple):
    """The rows of one topic."""

    topic: str
    label: str
    path: str
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """A comparison ready for the template."""

    columns: tuple[ElectionHead, ...]
    groups: tuple[Group, ...]
    caption: str

    def of_topic(self, topic: str, caption: str) -> Table:
        """The part of it on one topic."""
        return Table(self.columns, tuple(group for group in self.groups if group.topic == topic), caption)


def table(edition: Edition, elections: list[Election], topics: list[str], caption: str, *, only: set[str] | None = None) -> Table:
    """Figures of elections on topics, each indicator under its own topic; ``only`` these indicators, if given."""
    dataset, say = edition.dataset, edition.say
    groups = []
    for topic in topics:
        ids = [id for id, indicator in dataset.indicators.items() if indicator.topic == topic and (only is None or id in only)]
        if ids:
            rows = tuple(_row(edition, id, elections) for id in ids)
            groups.append(Group(topic, say.plain(dataset.topics[topic].label), links.topic(topic), rows))
    return Table(tuple(edition.head(election) for election in elections), tuple(groups), caption)


def _row(edition: Edition, id: str, elections: list[Election]) -> Row:
    dataset, say, write = edition.dataset, edition.say, edition.write
    indicator = dataset.indicators[id]
    cells, shown = [], {election.id for election in elections}
    for election in elections:
        figure = election.figures[id]
        # On a page of two, the change is between these two; else since the last election of the kind.
        before = elections[0] if len(elections) == 2 else previous_comparable(dataset, election)
        if before is None or before is election or (len(elections) > 2 and before.id not in shown):
            cells.append(Cell(write.figure(figure), None, None))
            continue
        changed = difference(before.figures[id], figure)
        view = write.difference(changed, before.kind is election.kind)
        cells.append(Cell(write.figure(figure), view, say.plain(before.short)))
    values = {
        election.figures[id].value if not isinstance(election.figures[id].value, dict) else str(election.figures[id].value)
        for election in elections
    }
    return Row(
        indicator=id,
        label=say.plain(indicator.label),
        path=links.indicator(id),
        comparability=say.text(indicator.comparability) if indicator.comparability else None,
        cells=tuple(cells),
        differs=len(values) > 1,
    )
