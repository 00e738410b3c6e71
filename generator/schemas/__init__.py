"""JSON Schemas of the data files, for editors that complete, explain and underline while one writes.

They are made from the models and from the data, so that nothing is declared twice: fields and rules
from ``generator.model``, words from ``generator.vocabulary``, ids with their definitions from the
files that declare them. A schema knows less than the loader, which also compares files with each
other and with the reports; what a schema refuses, the loader refuses too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.files import Files
from generator.schemas.citations import cite_places_that_exist
from generator.schemas.indicators import describe_indicators
from generator.schemas.kinds import KINDS
from generator.schemas.known import known_ids
from generator.schemas.models import Schema, definitions_used, model_schema

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that the YAML language server understands best."""


def schemas(files: Files) -> dict[str, Schema]:
    """The schema of each kind of file, by the kind's name."""
    return {kind: _schema(kind, files) for kind in KINDS}


def written(files: Files) -> Iterator[tuple[str, str]]:
    """The name and text of each schema's file: the same data always give the same bytes."""
    for kind, schema in schemas(files).items():
        yield f"{kind}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(files: Files, folder: Path) -> list[str]:
    """Write every schema into a folder and remove those of kinds that are no more; the names of what changed."""
    texts = dict(written(files))
    folder.mkdir(exist_ok=True)
    changed = [path.name for path in sorted(folder.glob("*.schema.json")) if path.name not in texts]
    for name in changed:
        (folder / name).unlink()
    for name, text in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
            changed.append(name)
    return changed


def _schema(kind: str, files: Files) -> Schema:
    schema = model_schema(KINDS[kind].model)
    schema["$defs"] = schema.get("$defs", {}) | known_ids(files)
    cite_places_that_exist(schema, kind, files)
    if kind == "figures":
        describe_indicators(schema, files)
    used = definitions_used(schema)
    return {
        "$schema": DIALECT,
        "$comment": "Made by `make schema` from generator/model/ and data/; change those, not this file.",
        "title": KINDS[kind].pattern,
        **{key: value for key, value in schema.items() if key != "$defs"},
        "$defs": {name: schema["$defs"][name] for name in sorted(used)},
    }
