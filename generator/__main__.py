"""``python -m generator``: the commands for editors and for the Makefile. None needs Pelican."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Protocol

from generator.annotations import workflow_commands
from generator.commands import build, check, diff, fmt, index, mutants, new, progress, schema, serve, translations
from generator.problems import DataProblems


class Command(Protocol):
    """What a module of ``generator.commands`` offers."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, data: Path, options: argparse.Namespace) -> int:
        """Do it and return the exit status."""
        ...


COMMANDS: dict[str, Command] = {
    "check": check,
    "build": build,
    "serve": serve,
    "new": new,
    "progress": progress,
    "diff": diff,
    "index": index,
    "fmt": fmt,
    "schema": schema,
    "mutants": mutants,
    "translations": translations,
}


WRITING = ("new", "index", "fmt", "schema")
"""Commands that write files of the project, and nothing at all if there is a problem."""


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit status; what is wrong with the data goes to standard error."""
    parser = argparse.ArgumentParser(prog="python -m generator", description="Check and prepare the site's data.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, command in COMMANDS.items():
        command.arguments(subparsers.add_parser(name, help=command.HELP, description=command.__doc__))
    options = parser.parse_args(words)
    try:
        return COMMANDS[options.command].run(options.data, options)
    except DataProblems as problems:
        in_the_way = options.command in WRITING
        print(problems.report("in the way. Nothing was written.") if in_the_way else problems.report(), file=sys.stderr)
        print(workflow_commands(problems.problems, options.data.parent), end="", file=sys.stderr)
        return problems.exitcode


if __name__ == "__main__":
    sys.exit(main())
