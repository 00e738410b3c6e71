"""``diff``: what changes for a reader between another version of the data and the present one."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from generator.differing.as_markdown import markdown, safe
from generator.differing.as_news import changelog, entry
from generator.differing.changes import differences
from generator.history import UnknownVersionError, data_of
from generator.loading import load
from generator.problems import DataProblems
from generator.publishing import clock

HELP = "say what changes for a reader against another version of the data"

FORMS = ("markdown", "changes", "changelog")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The version to compare with, and what to write."""
    parser.add_argument("base", help="the version to compare with: a branch, a tag or a commit, such as origin/main")
    parser.add_argument(
        "--form",
        choices=FORMS,
        default=FORMS[0],
        help="markdown: a report for reviewers; changes: an entry of data/changes.yaml; changelog: the data's part of CHANGELOG.md",
    )


def run(data: Path, options: argparse.Namespace) -> int:
    """Print what changes. Raises ``DataProblems`` for the present data; says it itself where the other version's cannot be read."""
    after = load(data)
    try:
        with data_of(options.base, data) as folder:
            before = load(folder)
    except UnknownVersionError as unknown:
        print(unknown, file=sys.stderr)
        return 2
    except DataProblems as problems:
        # Printed where the report would stand, since a reviewer must know why there is none.
        first = f"{len(problems.problems)} problems, the first of them: {problems.problems[0]}"
        print(f"The data of {safe(options.base)} cannot be compared: the present generator does not read them ({safe(first)})")
        return 2
    found = differences(before, after)
    match options.form:
        case "changes":
            seconds = clock(data.absolute().parent)
            day = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date() if seconds else after.changes[0].date
            print(entry(found, day), end="")
        case "changelog":
            print(changelog(found), end="")
        case _:
            print(markdown(found, options.base), end="")
    return 0
