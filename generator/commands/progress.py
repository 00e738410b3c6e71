"""``progress``: what is entered, what is absent, and what is still open, file by file."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence
from pathlib import Path

from generator.checking import check
from generator.files import read_files
from generator.progress import progress, still_open
from generator.vocabulary import Absence

HELP = "say what is entered, absent and open in every file"

_OPEN = Absence.NOT_CURATED

Rows = Sequence[Sequence[str | int]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments beside the data folder that every command takes."""


def run(data: Path, options: argparse.Namespace) -> int:
    """Print tables and the list of what is open. What has a mistake is not counted, and the last line says so."""
    files = read_files(data)
    elections = progress(files)
    reasons = [absence for absence in Absence if absence is not _OPEN]
    figures: Rows = [[one.election, one.entered, *(one.absent[reason] for reason in reasons), one.absent[_OPEN]] for one in elections]
    print(_table(["Figures", "entered", *reasons, "open"], figures))
    names = [one.election for one in elections]
    findings: Rows = [[topic, *(one.findings[topic] for one in elections)] for topic in (elections[0].findings if elections else ())]
    print(_table(["Findings", *names], [*findings, ["in all", *(sum(one.findings.values()) for one in elections)]]))
    print(_table(["Results", *names], [["rows", *(one.rows for one in elections)]]))
    waiting = list(still_open(files))
    for file in waiting:
        print(f"{file.path}:")
        for what in file.what:
            print(textwrap.fill(what, 118, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False))
    count = len(waiting)
    print(f"Something is open in {count} file{'s' if count > 1 else ''}." if waiting else "Nothing is open.")
    problems = len({*files.problems, *check(files)})
    if problems:
        print(
            f"The data has {problems} problem{'s' if problems > 1 else ''}, which `make check` lists; entries with a mistake are not counted."
        )
    return 0


def _table(head: Sequence[str], rows: Rows) -> str:
    """Rows under their heads: names on the left, numbers on the right, a point for none."""
    shown = [list(head), *([str(cell) if cell else "." for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(head))]
    lines = (
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in shown
    )
    return "\n".join(lines) + "\n"
