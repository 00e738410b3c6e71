"""The one reader of YAML: strict, bounded, and with the place of every value.

YAML 1.1 as PyYAML reads it turns ``no`` into false, ``12:30`` into 750 and ``012`` into 10, lets
a repeated key win silently and lets aliases explode. None of that may reach an election figure, so
this module takes PyYAML's events and builds the values itself. Numbers with a point become
``Decimal`` so that the printed decimals (53.90) survive.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problem
from generator.text_files import UnreadableError, hidden_characters, is_hidden, is_plain, read_text

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 16
MAXIMUM_VALUES = 50_000
"""In one file: some twenty times what the largest has."""
MAXIMUM_PROBLEMS = 100
"""Of one file; who sees more has another file open than he thinks."""
LONGEST_KEY = 120
LONGEST_NUMBER = 18
"""Digits, before the point; a number of people, votes or money has fewer."""
MOST_DECIMALS = 6
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Of a date; what no calendar of ours has would fail far from where it stands."""

Location = tuple[str | int, ...]

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TREACHEROUS_WORD = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|~)\Z", re.IGNORECASE)
_TREACHEROUS_NUMBER = re.compile(
    r"[-+]?(?:[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?"  # sixties: 12:30 is 750
    r"|0[0-9_]+(?:\.[0-9]*)?|0[xob][0-9a-fA-F_]+"  # octal, hexadecimal, binary
    r"|[0-9]+(?:_[0-9]+)+|[0-9][0-9_]*\.?[0-9]*[eE][-+]?[0-9]+|[0-9]+\.|\.[0-9]+"
    r"|\.(?:inf|nan)|\+[0-9.]+)\Z",
    re.IGNORECASE,
)


class Unread:
    """Stands for a value that was refused, so that nobody complains of it a second time."""


UNREAD = Unread()


@dataclass(frozen=True)
class Document:
    """A file as read: its value (``None`` if unreadable), places of its values, and its problems."""

    path: str
    value: Any
    places: dict[Location, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def place(self, location: Location) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, Place(self.path))


class _Refused(Exception):
    """Reading cannot go on past this point of the file."""

    def __init__(self, mark: Any, found: str, expected: str, remedy: str) -> None:
        super().__init__(found)
        self.mark, self.found, self.expected, self.remedy = mark, found, expected, remedy


def read_yaml(path: Path, shown_as: str) -> Document:
    """Read one YAML file into plain values (dict, list, str, int, Decimal, bool, date).

    ``shown_as`` is the path that messages name. Never raises for what stands in the file: every
    mistake is in the document's ``problems``.
    """
    try:
        text = read_text(path, shown_as, MAXIMUM_BYTES)
    except UnreadableError as error:
        return Document(shown_as, None, {}, error.problems)
    return parse_yaml(text, shown_as)


@lru_cache(maxsize=1024)
def parse_yaml(text: str, shown_as: str) -> Document:
    """Read YAML text as ``read_yaml`` reads a file. The same text gives the same document: `make serve` reads again after each save."""
    problems = tuple(islice(hidden_characters(text, shown_as), MAXIMUM_PROBLEMS))
    if problems:
        return Document(shown_as, None, {}, problems)
    builder = _Builder(text, shown_as)
    try:
        value = builder.document()
    except _Refused as refused:
        builder.complain(refused.mark, refused.found, refused.expected, refused.remedy)
        value = None
    except yaml.YAMLError as error:
        _not_yaml(error, builder, text)
        value = None
    return Document(shown_as, value, builder.places, tuple(builder.problems))


_SYNTAX = {
    "found unexpected end of stream": ("a quotation mark that is never closed", "one at either end of the text", "Close it."),
    "did not find expected ',' or ']'": ("a list `[` that is not closed here", "`]`, or a comma and another item", "Add what is missing."),
    "did not find expected ',' or '}'": (
        "a brace `{` that is not closed here",
        "`}`, or a comma and another field",
        "Add what is missing.",
    ),
    "mapping values are not allowed in this context": (
        "a colon where none can stand",
        "one `key: value` on a line, as far to the right as its neighbours",
        "If it belongs to a text, put that in quotation marks; else look for a colon or space that is missing, also on the line before.",
    ),
    "could not find expected ':'": ("a line without a colon", "`key: value`", "Add the colon, or join the line to the text before it."),
    "did not find expected key": (
        "a line that does not continue what stands above it",
        "`key: value`, as far to the right as its neighbours",
        "Check indentation, and quotation marks on this line and the one before.",
    ),
    "did not find expected '-' indicator": (
        "a line among the items of a list that is none",
        "`- ` before each item, as far to the right as its neighbours",
        "Check the indentation.",
    ),
    "found character that cannot start any token": (
        "a sign that has a meaning in YAML",
        "quotation marks around a text that begins with it",
        "Put the text in quotation marks.",
    ),
}
"""What the parser says, and what an editor can do with it."""


_TABULATOR = ("a tabulator", "spaces", "Indent with spaces, two for each level.")


def _not_yaml(error: yaml.YAMLError, builder: _Builder, text: str) -> None:
    what = str(getattr(error, "problem", None) or "text that is not YAML")
    mark = getattr(error, "problem_mark", None)
    found, expected, remedy = _SYNTAX.get(
        what,
        (
            f"YAML that cannot be read ({what})",
            "`key: value` lines",
            "Check indentation, colons and quotation marks here and on the line before.",
        ),
    )
    if mark and text.splitlines()[mark.line : mark.line + 1] and "\t" in text.splitlines()[mark.line][: mark.column + 1]:
        found, expected, remedy = _TABULATOR
    if "never closed" in found:  # where it was opened; the end of the file helps nobody
        mark = getattr(error, "context_mark", None) or mark
    builder.complain(mark, found, expected, remedy)


class _Builder:
    """Builds values from PyYAML's events, so that nothing is decided before we have seen it."""

    def __init__(self, text: str, path: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        self.path = path
        self.has_escapes = "\\" in text
        self.places: dict[Location, Place] = {}
        self.problems: list[Problem] = []

    def complain(self, mark: Any, found: str, expected: str, remedy: str) -> None:
        place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        self.problems.append(Problem(place, found, expected, remedy))
        if len(self.problems) == MAXIMUM_PROBLEMS:
            raise _Refused(mark, f"{MAXIMUM_PROBLEMS} mistakes up to here", "a data file", "Mend these first; the rest was not read.")

    def document(self) -> Any:
        next(self.events)  # stream start
        first = next(self.events)
        if isinstance(first, yaml.StreamEndEvent):
            raise _Refused(first.start_mark, "an empty file", "data", "Fill it in, or delete the file.")
        value = self.node(next(self.events), (), 0)
        next(self.events)  # document end
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused(after.start_mark, "a second document", "one document in a file", "Remove the line `---`.")
        return value

    def node(self, event: Any, location: Location, depth: int) -> Any:
        if depth > MAXIMUM_DEPTH:
            raise _Refused(
                event.start_mark, f"more than {MAXIMUM_DEPTH} levels of nesting", "flat data", "Check the brackets and the indentation."
            )
        self.plain(event)
        if len(self.places) >= MAXIMUM_VALUES:
            remedy = "Split the file, or remove what does not belong in it."
            raise _Refused(event.start_mark, f"more than {MAXIMUM_VALUES} values", "a data file that people read", remedy)
        self.places[location] = Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(location, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(location, depth)
        return self.scalar(event)

    def plain(self, event: Any) -> None:
        """Refuse what makes one value of a file stand for another, or for something else than itself."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                event.start_mark,
                "an anchor or alias (`&` or `*`)",
                "the value itself",
                "Write the value out, or put the text in quotation marks.",
            )
        if getattr(event, "tag", None) is not None:
            raise _Refused(
                event.start_mark, f"the tag `{event.tag}`", "a plain value", "Remove the tag, or put the text in quotation marks."
            )

    def mapping(self, location: Location, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.plain(event)
            mark: Any = event.start_mark
            if not isinstance(event, yaml.ScalarEvent) or "\n" in event.value:
                raise _Refused(mark, "a key that is not a word", "a word before the colon", "Check the brackets and the indentation.")
            key = self.text(event)
            if len(key) > LONGEST_KEY:
                raise _Refused(mark, f"a key of {len(key)} characters", "a word before the colon", "Check colons and quotation marks.")
            if key == "<<":
                raise _Refused(mark, "a merge key (`<<`)", "every value written out", "Write the values out.")
            value = self.node(next(self.events), (*location, key), depth + 1)
            # The key's place, not the value's: that is the line an editor looks for.
            self.places[(*location, key)] = Place(self.path, mark.line + 1, mark.column + 1)
            if key in result:
                self.complain(mark, f"the key `{key}` a second time", "each key once", "Remove one of the two, after comparing them.")
            result[key] = value
        return result

    def sequence(self, location: Location, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self.node(event, (*location, len(result)), depth + 1))
        return result

    def text(self, event: Any) -> str:
        """The words of a scalar; an escape (`"\\u202e"`) hides no character from a reviewer."""
        for character in event.value if self.has_escapes and event.style == '"' and not is_plain(event.value) else "":
            if is_hidden(character):
                self.complain(
                    event.start_mark,
                    f"the invisible character U+{ord(character):04X}, written as an escape",
                    "only characters that a reviewer can see",
                    "Delete it.",
                )
                break
        return str(event.value)

    def scalar(self, event: Any) -> Any:
        text = self.text(event)
        if "\n" in text:  # pages would show a space, but it would end a line of a citation, where another record could begin
            return self.odd(
                event,
                "a line break within a text",
                "a text that is one line for readers",
                "Write `>-` where `|` or `>` stands, and neither an empty line nor `\\n` within the text.",
            )
        if event.style:  # quoted or block: text, whatever it looks like
            return text
        if text == "true" or text == "false":
            return text == "true"
        if _INTEGER.match(text) or _DECIMAL.match(text):
            return self.number(event, text)
        if _DATE.match(text):
            try:
                date = datetime.date.fromisoformat(text)
            except ValueError:
                return self.odd(
                    event, f"`{text}`, which is no date of the calendar", "an existing date as YYYY-MM-DD", "Check day and month."
                )
            if not FIRST_YEAR <= date.year <= LAST_YEAR:
                return self.odd(event, f"`{text}`", f"a day from {FIRST_YEAR} to {LAST_YEAR}", "Check the year.")
            return date
        if text == "":
            return self.odd(
                event, "nothing after the colon", "a value", "Fill it in, or delete the line; an absent figure needs `absence:`."
            )
        if _TREACHEROUS_WORD.match(text):
            return self.odd(
                event,
                f"the bare word `{text}`, which YAML may read as a truth value or as nothing",
                "`true`, `false` or quoted text",
                f'Write `true` or `false`, or "{text}" in quotation marks if it is text.',
            )
        if _TREACHEROUS_NUMBER.match(text):
            return self.odd(
                event,
                f"`{text}`, which YAML may read as another number",
                "plain digits such as 12035578 or 54.21",
                f'Write the number in plain digits, or "{text}" in quotation marks if it is text.',
            )
        return text

    def number(self, event: Any, text: str) -> int | Decimal | Unread:
        whole, _, decimals = text.partition(".")
        if len(whole.lstrip("-")) > LONGEST_NUMBER or len(decimals) > MOST_DECIMALS:
            expected = f"at most {LONGEST_NUMBER} digits, and {MOST_DECIMALS} after the point"
            return self.odd(event, f"the number `{text[:24]}{'...' * (len(text) > 24)}`", expected, "Check the digits.")
        return Decimal(text) if decimals else int(text)

    def odd(self, event: Any, found: str, expected: str, remedy: str) -> Unread:
        self.complain(event.start_mark, found, expected, remedy)
        return UNREAD
