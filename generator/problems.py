"""What is wrong with the data, said so that an editor can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file of the project; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One mistake: where it stands, what was found, what was expected, how to mend it."""

    place: Place
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        return shown(f"{self.place}: found {_short(self.found)}; expected {_short(self.expected)}. {_short(self.remedy)}")


def shown(text: str) -> str:
    """A text on one line of a terminal or log: what would break the line, or hide in it, is spelt out."""
    return text if text.isprintable() else "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


_LONGEST = 600
_MOST = 200
"""Problems that are printed; more than these nobody reads."""


class DataProblems(Exception):
    """Raised once, with every problem of the data; nothing is published after it.

    Pelican reads ``exitcode`` when an exception ends a build.
    """

    exitcode = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.report())

    def report(self, outcome: str = "in the data or the prose. Nothing was built; the last good site is untouched.") -> str:
        """All problems, a line each, how many there are, and what was left undone."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        lines = [str(problem) for problem in self.problems[:_MOST]]
        if count > _MOST:
            lines.append(f"... and {count - _MOST} more.")
        lines.append(f"{count} {noun} {outcome}")
        return "\n".join(lines)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that somebody who wrote this one most likely meant; ``None`` if none is near."""
    near = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6) if len(word) <= _LONGEST_WORD else []
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that suggests the nearest known word, or where to look when none is near."""
    options = sorted(set(known))
    near = nearest(word, options)
    if near:
        return f"Did you mean `{near}`?"
    if not options:
        return "None is declared yet: declare it first."
    if len(options) <= 12:
        return "Use one of: " + ", ".join(f"`{option}`" for option in options) + "."
    return "Check the spelling against the file that declares it."


_LONGEST_WORD = 120
"""Of a word for which a near one is sought, since that takes long for a long one."""
