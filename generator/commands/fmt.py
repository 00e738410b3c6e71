"""``fmt``: give data files one shape, without a change of what they say."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.problems import DataProblems, Problem
from generator.reading import read_yaml
from generator.shaping import shaped

HELP = "give the data files one shape; values and comments stay"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, and whether to write."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="data files (default: all of them)")
    parser.add_argument("--check", action="store_true", help="write nothing; say which files would change, and fail if any would")


def run(data: Path, options: argparse.Namespace) -> int:
    """Shape every file, or none: raises ``DataProblems`` with the mistakes of all files before anything is written."""
    changed: dict[Path, str] = {}
    problems: list[Problem] = []
    files = options.files or sorted(data.rglob("*.y*ml"))
    for path in files:
        found = read_yaml(path, str(path)).problems
        if found:
            problems += found
            continue
        text = path.read_text(encoding="utf-8")
        try:
            new = shaped(text, str(path))
        except DataProblems as error:
            problems += error.problems
            continue
        if new != text:
            changed[path] = new
    if problems:
        raise DataProblems(problems)
    for path, new in changed.items():
        if options.check:
            print(f"{path}: not in the one shape that `make fmt` gives it.")
        else:
            path.write_bytes(new.encode())
            print(f"{path}: shaped.")
    if not changed:
        print(f"{len(files)} files have the one shape.")
    return 1 if changed and options.check else 0
