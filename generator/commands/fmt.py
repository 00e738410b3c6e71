"""``fmt``: give data files one shape, without a change of what they say."""

from __future__ import annotations

import argparse
from itertools import zip_longest
from pathlib import Path

from generator.annotations import workflow_commands
from generator.problems import DataProblems, Place, Problem
from generator.reading import read_yaml
from generator.schemas.kinds import FOLDER, kind_of, with_schema_line
from generator.shaping import shaped

HELP = "give the data files one shape; values and comments stay"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and whether to write."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="data files (default: all of them)")
    parser.add_argument("--check", action="store_true", help="write nothing; say which files would change, and fail if any would")


def run(data: Path, options: argparse.Namespace) -> int:
    """Shape every file, or none: raises ``DataProblems`` with the mistakes of all files before anything is written."""
    changed: dict[Path, str] = {}
    first: dict[Path, int] = {}
    problems: list[Problem] = []
    files = options.files or sorted(data.rglob("*.y*ml"))
    for path in files:
        found = read_yaml(path, str(path)).problems
        if found:
            problems += found
            continue
        text = path.read_text(encoding="utf-8")
        try:
            new = _headed(shaped(text, str(path)), path, data)
        except DataProblems as error:
            problems += error.problems
            continue
        if new != text:
            changed[path] = new
            first[path] = _first_difference(text, new)
    if problems:
        raise DataProblems(problems)
    for path, new in changed.items():
        if options.check:
            print(f"{path}:{first[path]}: not in the one shape that `make fmt` gives it.")
            place = Place(str(path), first[path])
            print(workflow_commands([Problem(place, "another shape", "the one that `make fmt` gives", "Run it.")], Path()), end="")
        else:
            path.write_bytes(new.encode())
            print(f"{path}: shaped.")
    if not changed:
        print(f"{len(files)} files have the one shape.")
    return 1 if changed and options.check else 0


def _headed(text: str, path: Path, data: Path) -> str:
    """With the line that names the schema, in a project that has schemas."""
    whole, folder = path.absolute(), data.absolute()
    name = whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else ""
    return with_schema_line(text, name) if kind_of(name) and (data.parent / FOLDER).is_dir() else text


def _first_difference(text: str, new: str) -> int:
    """The number of the first line that is not as it should be."""
    pairs = zip_longest(text.splitlines(), new.splitlines())
    return next((number for number, (is_now, should_be) in enumerate(pairs, start=1) if is_now != should_be), 1)
