"""``schema``: the JSON Schemas by which an editor of YAML completes, explains and underlines."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.files import read_files
from generator.problems import DataProblems
from generator.schemas import write_schemas
from generator.schemas.kinds import FOLDER, KINDS

HELP = "write the schemas of the data files, for completion and explanations while one writes"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write."""
    parser.add_argument("--output", type=Path, help=f"folder of the schemas (default: {FOLDER}/ beside the data folder)")


def run(data: Path, options: argparse.Namespace) -> int:
    """Write what changed. Raises ``DataProblems`` if a file cannot be read, since its ids would be missing."""
    files = read_files(data)
    if files.problems:
        raise DataProblems(files.problems)
    folder = options.output or data.parent / FOLDER
    changed = write_schemas(files, folder)
    print(f"{folder}/: {len(KINDS)} schemas, " + (f"changed: {', '.join(changed)}." if changed else "all as they were."))
    return 0
