"""``datapackage.json``: what the files are, for programs (Data Package v2, https://datapackage.org)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping

from generator import links
from generator.dataset import Dataset, source_text
from generator.exports.as_csv import SEPARATOR
from generator.exports.as_json import Json
from generator.exports.table import Column, Table

_PROFILES = "https://datapackage.org/profiles/2.0"

_READING = (
    "In the CSV files several values in one field are separated by `;`, nothing is an empty field, and a text that a spreadsheet "
    "would run as a formula has an apostrophe before it. The JSON twins hold the same records, with such fields as lists, nothing "
    "as null, and every text as it is."
)


def descriptor(dataset: Dataset, tables: list[Table], contents: Mapping[str, bytes], date: datetime.date) -> dict[str, Json]:
    """The descriptor of files given by their paths beside it; ``date`` is the day of the data.

    The version's middle number is that day, since every change of the data is a new one.
    """
    site = dataset.site
    declared = {table.name: table for table in tables}
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"{links.anchor(source_text(site.country)).strip('-')}-elections",
        "title": source_text(site.title),
        "description": f"{source_text(site.tagline)} {_READING}",
        "version": f"{links.VERSION}.{date:%Y%m%d}.0",
        "created": f"{date.isoformat()}T00:00:00Z",
        "licenses": [{"name": site.data_licence, "title": site.data_licence_name, "path": site.data_licence_address}],
        "sources": [{"title": source_text(report.title)} for report in dataset.reports.values()],
        "resources": [_resource(path, content, declared) for path, content in contents.items()],
    }


def _resource(path: str, content: bytes, tables: Mapping[str, Table]) -> dict[str, Json]:
    stem, _, format = path.rpartition(".")
    table = tables.get(stem)
    about: dict[str, Json] = {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": links.anchor(stem) if format == "csv" else links.anchor(stem, "json"),
    }
    if table:
        about |= {"type": "table", "title": table.title, "description": table.description}
    about |= {
        "path": path,
        "format": format,
        "mediatype": "text/csv" if format == "csv" else "application/json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if table:
        if format == "csv":
            about["dialect"] = {"$schema": f"{_PROFILES}/tabledialect.json", "delimiter": ",", "lineTerminator": "\n"}
        about["schema"] = _schema(table, tables, format)
    return about


def _schema(table: Table, tables: Mapping[str, Table], format: str) -> dict[str, Json]:
    schema: dict[str, Json] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, format) for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign: list[Json] = [
        {"fields": [column.name], "reference": {"resource": column.refers_to, "fields": ["id"]}}
        for column in table.columns
        # Table Schema has no way to say that each of several values is an id.
        if column.refers_to in tables and not column.many
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(column: Column, format: str) -> dict[str, Json]:
    field: dict[str, Json] = {"name": column.name, "type": column.type, "description": column.description}
    if column.many:
        # `list` is in the standard's text, but forgotten in the JSON Schema of 2.0 (frictionlessdata/datapackage#1089).
        field["type"] = "list" if format == "csv" else "array"
        if format == "csv":
            field |= {"delimiter": SEPARATOR, "itemType": column.type}
    if column.unit:
        field["unit"] = column.unit  # no word of the standard's, which lets one add properties
    if column.vocabulary:
        field["constraints"] = {"enum": list(column.vocabulary)}
    return field
