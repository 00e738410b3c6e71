"""``/data/``: the downloads and the data dictionary, from the same declarations as the files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import exports, links
from generator.pages.edition import Edition
from generator.pages.metadata import described
from generator.pages.page import Page


class ColumnView(NamedTuple):
    """A line of the dictionary."""

    name: str
    type: str
    description: str
    words: tuple[tuple[str, str], ...]
    many: bool


class TableView(NamedTuple):
    """A table with its two files."""

    name: str
    title: str
    description: str
    rows: str
    csv: str
    json: str
    columns: tuple[ColumnView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of all downloads."""
    dataset, say = edition.dataset, edition.say
    views = [
        TableView(
            name=table.name,
            title=say(table.title),
            description=say(table.description),
            rows=say.plural("%(count)s record", "%(count)s records", len(table.rows)),
            csv=links.download(f"{table.name}.csv"),
            json=links.download(f"{table.name}.json"),
            columns=tuple(
                ColumnView(
                    name=column.name,
                    type=column.type,
                    description=say(column.description),
                    words=tuple((str(word), say.label(word)) for word in column.vocabulary) if column.vocabulary else (),
                    many=column.many,
                )
                for column in table.columns
            ),
        )
        for table in exports.tables(dataset)
    ]
    yield Page(
        path="/data/",
        template="data.html",
        title=say("Data"),
        description=say("Everything on this site as files, and what each column means."),
        context={
            "tables": views,
            "dataset": described(
                dataset,
                say,
                say.plain(dataset.site.title),
                say.plain(dataset.site.tagline),
                [view.csv for view in views],
                "data",
            ),
            "package": links.download("datapackage.json"),
            "elections": [
                (edition.head(election), links.download(f"elections/{election.id}.json")) for election in dataset.elections.values()
            ],
        },
        next=edition.crumb("/sources/"),
    )
