"""What a report's table of contents and title page say of it, as a first draft for an editor to check."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.evidence.footnotes import marked
from generator.evidence.numbers import numbers_in
from generator.evidence.report_text import PAGE, bare, contents_lines

_ENTRY = re.compile(r"(?:(?i:annex)\s+(?P<annex>\w+)|(?P<number>[IVXLC]+|[A-Z](?=\.)|\d+(?:\.\d+)*)\.?(?=\s))[\s.:–—-]*(?P<title>.*)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_LONGEST_TITLE_PAGE = 60


@dataclass
class Contents:
    """Sections and annexes by their ids, with titles in sentence case."""

    sections: dict[str, str] = field(default_factory=dict)
    annexes: dict[str, str] = field(default_factory=dict)


def contents_of(text: str) -> Contents:
    """The parts that a table of contents lists, ids as citations write them (``XIII.C``); none where there is no such table."""
    found = Contents()
    chapter, unnumbered = "", []
    for entry in _entries(text):
        match = _ENTRY.fullmatch(entry)
        if match is None:
            unnumbered.append(entry)
        elif match["annex"]:
            found.annexes[match["annex"]] = _in_sentence_case(match["title"]) or f"Annex {match['annex']}"
        elif match["title"]:
            section = match["number"]
            if _value(section) == _value(chapter) + 1:
                chapter = section
            elif chapter and section.isalpha():  # the letter of a part of the chapter
                section = f"{chapter}.{section}"
            found.sections[section] = _in_sentence_case(match["title"])
    if not found.sections:
        found.sections = {title: title for title in map(_in_sentence_case, unnumbered)}
    return found


def days_on_title_page(text: str) -> list[datetime.date]:
    """The days that are printed before the table of contents, earliest first."""
    lines = marked(text)
    contents = contents_lines(lines)
    page = lines[: min(contents)] if contents else lines[:_LONGEST_TITLE_PAGE]
    return sorted(datetime.date.fromisoformat(number) for number in numbers_in("\n".join(page)) if _DAY.match(number))


def _entries(text: str) -> Iterator[str]:
    """The entries of the table, each whole though it may be wrapped, without its page."""
    lines = marked(text)
    begun = ""
    for number in sorted(contents_lines(lines))[1:]:  # after its heading
        line = bare(lines[number])
        if not line:
            continue
        begun = f"{begun} {line}".strip()
        page = PAGE.search(begun)
        if page:
            yield begun[: page.start()].strip()
            begun = ""


def _value(roman: str) -> int:
    """What a Roman number counts, nothing 0; letters that are no such number count less than any chapter."""
    if not set(roman) <= set(_ROMAN):
        return -1
    values = [_ROMAN[letter] for letter in roman]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _in_sentence_case(title: str) -> str:
    title = " ".join(title.split())
    return title.capitalize() if title.isupper() else title
