"""The downloads under ``/data/``: every table as CSV and JSON, each election whole, and what they all are.

A table is one function from the dataset to its declaration with its rows. To publish another, write
that function in a module of its own and name it in ``TABLES``: files, data package and dictionary follow.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from generator import links
from generator.dataset import Dataset
from generator.exports import (
    audit,
    contestants,
    elections,
    figures,
    findings,
    indicators,
    package,
    recommendations,
    reforms,
    reports,
    results,
    stations,
)
from generator.exports.as_csv import csv_bytes
from generator.exports.as_json import json_bytes, table_json
from generator.exports.table import Table

TABLES: tuple[Callable[[Dataset], Table], ...] = (
    figures.table,
    results.table,
    stations.table,
    findings.table,
    reforms.table,
    elections.table,
    reports.table,
    indicators.table,
    contestants.table,
    audit.table,
    recommendations.recommendations,
    recommendations.thread_table,
    recommendations.followups,
)
"""Every published table, in the order of the data dictionary."""


def tables(dataset: Dataset) -> list[Table]:
    """Every published table with its rows."""
    return [table(dataset) for table in TABLES]


def files(dataset: Dataset, date: datetime.date) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site (``data/v1/figures.csv``) and content of each download.

    ``date`` is the day of the data, which the data package states; nothing else depends on when it is made.
    """
    declared = tables(dataset)
    contents: dict[str, bytes] = {}
    for table in declared:
        contents[f"{table.name}.csv"] = csv_bytes(table)
        contents[f"{table.name}.json"] = table_json(table)
    for election in dataset.elections.values():
        contents[f"elections/{election.id}.json"] = json_bytes(elections.whole(dataset, election))
    contents["datapackage.json"] = json_bytes(package.descriptor(dataset, declared, contents, date))
    for path, content in contents.items():
        yield links.download(path).removeprefix("/"), content
