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
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problem

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 16

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
# Characters that reorder or hide text, so that a reviewer sees something else than a reader.
_HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


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
        size = path.stat().st_size
        if size > MAXIMUM_BYTES:
            return _unreadable(
                shown_as,
                f"a file of {size} bytes",
                f"at most {MAXIMUM_BYTES} bytes",
                "Split the file, or remove what does not belong in it.",
            )
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return _unreadable(
            shown_as, f"a file that cannot be read ({error.strerror})", "a readable file", "Check that it exists and its permissions."
        )
    except UnicodeDecodeError as error:
        return _unreadable(shown_as, f"a byte that is not UTF-8 at position {error.start}", "a file in UTF-8", "Save it again as UTF-8.")
    return parse_yaml(text, shown_as)


def parse_yaml(text: str, shown_as: str) -> Document:
    """Read YAML text as ``read_yaml`` reads a file."""
    problems = list(_hidden_characters(text, shown_as))
    if problems:
        return Document(shown_as, None, {}, tuple(problems))
    builder = _Builder(text, shown_as)
    try:
        value = builder.document()
    except _Refused as refused:
        builder.complain(refused.mark, refused.found, refused.expected, refused.remedy)
        value = None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "text that is not YAML"
        builder.complain(
            mark,
            f"YAML that cannot be read ({what})",
            "valid YAML",
            "Check indentation, colons and quotation marks on this line and the one before.",
        )
        value = None
    return Document(shown_as, value, builder.places, tuple(builder.problems))


def _unreadable(path: str, found: str, expected: str, remedy: str) -> Document:
    return Document(path, None, {}, (Problem(Place(path), found, expected, remedy),))


def _hidden_characters(text: str, path: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _HIDDEN.finditer(line):
            yield Problem(
                Place(path, number, match.start() + 1),
                f"the invisible character U+{ord(match.group()):04X}",
                "only characters that a reviewer can see",
                "Delete it; retype the word if it was copied from elsewhere.",
            )


class _Builder:
    """Builds values from PyYAML's events, so that nothing is decided before we have seen it."""

    def __init__(self, text: str, path: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        self.path = path
        self.places: dict[Location, Place] = {}
        self.problems: list[Problem] = []

    def complain(self, mark: Any, found: str, expected: str, remedy: str) -> None:
        place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        self.problems.append(Problem(place, found, expected, remedy))

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
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                event.start_mark,
                "an anchor or alias (`&` or `*`)",
                "the value itself",
                "Write the value out, or put the text in quotation marks.",
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Refused(event.start_mark, f"the tag `{event.tag}`", "a plain value", "Remove the tag.")
        self.places[location] = Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(location, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(location, depth)
        return self.scalar(event)

    def mapping(self, location: Location, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor:
                raise _Refused(
                    event.start_mark, "a key that is not a word", "a word before the colon", "Check the brackets and the indentation."
                )
            key: str = event.value
            mark: Any = event.start_mark
            if key == "<<":
                self.complain(mark, "a merge key (`<<`)", "every value written out", "Write the values out.")
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

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style:  # quoted or block: text, whatever it looks like
            return text
        if text == "true" or text == "false":
            return text == "true"
        if _INTEGER.match(text):
            return (
                int(text)
                if len(text) < 19
                else self._odd(event, f"the number `{text[:24]}`", "a number of at most 18 digits", "Check the digits.")
            )
        if _DECIMAL.match(text):
            return Decimal(text)
        if _DATE.match(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                return self._odd(
                    event, f"`{text}`, which is no date of the calendar", "an existing date as YYYY-MM-DD", "Check day and month."
                )
        if text == "":
            return self._odd(
                event, "nothing after the colon", "a value", "Fill it in, or delete the line; an absent figure needs `absence:`."
            )
        if _TREACHEROUS_WORD.match(text):
            return self._odd(
                event,
                f"the bare word `{text}`, which YAML may read as a truth value or as nothing",
                "`true`, `false` or quoted text",
                f'Write `true` or `false`, or "{text}" in quotation marks if it is text.',
            )
        if _TREACHEROUS_NUMBER.match(text):
            return self._odd(
                event,
                f"`{text}`, which YAML may read as another number",
                "plain digits such as 12035578 or 54.21",
                f'Write the number in plain digits, or "{text}" in quotation marks if it is text.',
            )
        return text

    def _odd(self, event: Any, found: str, expected: str, remedy: str) -> None:
        self.complain(event.start_mark, found, expected, remedy)
