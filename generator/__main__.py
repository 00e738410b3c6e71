"""``python -m generator``: the commands for editors and for the Makefile. None needs Pelican."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from generator.annotations import workflow_commands
from generator.problems import DataProblems


class Command(Protocol):
    """What a module of ``generator.commands`` offers."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, data: Path, options: argparse.Namespace) -> int:
        """Do it and return the exit status."""
        ...


COMMANDS = ("check", "build", "serve", "new", "progress", "diff", "index", "fmt", "schema", "mutants", "translations", "sizes")
"""Modules of ``generator.commands``, in the order of the help."""

WRITING = ("new", "index", "fmt", "schema")
"""Commands that write files of the project, and nothing at all if there is a problem."""


def main(words: list[str] | None = None) -> int:
    """Run one command and return its exit status; what is wrong with the data goes to standard error."""
    parser = argparse.ArgumentParser(prog="python -m generator", description="Check and prepare the site's data.")
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder (default: data)")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    commands = _commands(sys.argv[1:] if words is None else words)
    for name, command in commands.items():
        command.arguments(subparsers.add_parser(name, help=command.HELP, description=command.__doc__))
    options = parser.parse_args(words)
    try:
        return commands[options.command].run(options.data, options)
    except DataProblems as problems:
        in_the_way = options.command in WRITING
        print(problems.report("in the way. Nothing was written.") if in_the_way else problems.report(), file=sys.stderr)
        print(workflow_commands(problems.problems, options.data.parent), end="", file=sys.stderr)
        return problems.exitcode


def _commands(words: Sequence[str]) -> dict[str, Command]:
    """The commands that are named, or all for the help: a build with nothing to do takes no longer than its own imports."""
    named = [name for name in COMMANDS if name in words] or COMMANDS
    return {name: cast(Command, import_module(f"generator.commands.{name}")) for name in named}


if __name__ == "__main__":
    sys.exit(main())
