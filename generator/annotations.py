"""Messages as workflow commands of GitHub, which puts them on the lines of a pull request's diff."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.problems import Problem, shown

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def workflow_commands(problems: Iterable[Problem], base: Path) -> str:
    """A line for each problem, each with its end, where GitHub Actions runs this; else nothing.

    ``base`` is the folder that the problems' paths start from; the commands' paths start from the repository.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return ""
    repository = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    return "".join(f"{_command(problem, base.resolve(), repository)}\n" for problem in problems)


def _command(problem: Problem, base: Path, repository: Path) -> str:
    place, path = problem.place, base / problem.place.path
    spot = {"title": f"Found {problem.found}"}
    if path.is_relative_to(repository):  # a report's text is no part of it
        spot = {"file": path.relative_to(repository).as_posix(), "line": str(place.line), "col": str(place.column), **spot}
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTY)}" for name, value in spot.items())
    return f"::error {properties}::{_escaped(f'Expected {problem.expected}. {problem.remedy}', _IN_MESSAGE)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in shown(text))
