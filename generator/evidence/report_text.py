"""The plain text of a report, taken apart into the places that a citation can name.

Which sections and annexes there are, the report's ``report.yaml`` says; their headings are looked
for in the text. Nothing here knows one report: only the ways in which texts print headings
(``XIII. ELECTION DAY``, ``## A. MEDIA``, a bare title), tables of contents, running heads, tables
and footnotes (``footnotes.py``).
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.evidence.footnotes import MARK, marked
from generator.evidence.numbers import numbers_in
from generator.evidence.places import Passage, Spot
from generator.model.base import SOURCE_LANGUAGE
from generator.model.reference import Report, ReportPart
from generator.problems import DataProblems, Place, Problem
from generator.reading import Document

_NUMBERED = re.compile(r"(?:[IVXLC]+|\d+(?:\.\d+)*)\Z")
_LETTERED = re.compile(r"[IVXLC]+\.([A-Z])\Z")
_CONTENTS = re.compile(r"(?:table of )?contents\Z")
# "MEDIA ..... 15", "MEDIA<tab>15": a heading with its page is an entry of the table of contents.
PAGE = re.compile(r"(?:\.{3,}[.\s]*|\t|\s{2,})\d{1,3}\s*\Z")
# The numbers at the end of a row: "Registered voters 11,960,364", "Turnout 77.5%".
_ROW_END = re.compile(r"(?:\s+(?:\d[\d,.]*%?|[-–—]))+\s*\Z")
_LINES_OF_A_HEADING = 4
_LONGEST_HEADING = 200


def split(text: str, shown_as: str, report: Report, listed_in: Document) -> list[Passage]:
    """Every place of a report with its text, in printed order, footnotes after the place that carries them.

    ``listed_in`` is the file that the report was read from. Raises ``DataProblems`` when sections or
    annexes that it lists cannot be found.
    """
    lines = marked(text)
    contents = contents_lines(lines)
    printed = [_Line("" if number in contents else line) for number, line in enumerate(lines)]
    starts = _starts(printed, shown_as, report, listed_in)
    for number in _unlisted([_Line(lines[number]) for number in sorted(contents)], printed, starts):
        starts[number] = Spot(), number + 1
    return _passages([line.text for line in printed], starts)


class _Line:
    """A line of the text, ready to be compared with headings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = bare(text)
        self.words = normalised(text) if len(text) < _LONGEST_HEADING else ""


def bare(line: str) -> str:
    """A line without its markup."""
    return re.sub(r"<[^>]*>|[*#]", "", line).strip(" ")


def normalised(text: str) -> str:
    """A heading without markup, case and punctuation, so that only its words are compared."""
    text = re.sub(r"!?\[[^\]]*\]\([^)]*\)|<[^>]*>", "", MARK.sub("", text))
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def contents_lines(lines: list[str]) -> set[int]:
    """Numbers of the lines of the table of contents."""
    begin = next((number for number, line in enumerate(lines) if _CONTENTS.match(normalised(line))), None)
    if begin is None:
        return set()
    end = begin
    for number in range(begin + 1, len(lines)):
        if PAGE.search(bare(lines[number])):
            end = number
        elif number - end > 2 * _LINES_OF_A_HEADING:
            break
    return set(range(begin, end + 1))


Starts = dict[int, tuple[Spot, int]]
"""By the number of the line where it begins: a place, and the number of the first line of its text."""


def _starts(lines: list[_Line], shown_as: str, report: Report, listed_in: Document) -> Starts:
    starts: Starts = {}
    problems: list[Problem] = []
    sections, annexes = report.sections, report.annexes
    for key, parts in (("sections", sections), ("annexes", annexes)):
        after = 0
        for position, part in enumerate(parts):
            found = _heading(lines, after, key, part)
            spot = Spot(section=part.id) if key == "sections" else Spot(annex=part.id)
            if found:
                starts[found[0]] = spot, found[1]
                after = found[1]
            elif key == "sections" and position == 0 and not _numbers(part, key):
                # A title page, or a text that is one section, begins with the text and has no heading.
                starts.setdefault(0, (spot, 0))
            else:
                problems.append(_not_found(lines, shown_as, listed_in.place((key, position)), part, key))
    headed = len(sections) + len(annexes) - len(problems) - (starts.get(0, (None, 1))[1] == 0)
    only = len(sections) == 1 and not annexes
    if headed == 0 and not (only and _dated(lines, report)):
        problems = [_no_sections(shown_as, sections)]
    if problems:
        raise DataProblems(problems)
    return starts


def _numbers(part: ReportPart, key: str) -> tuple[str, ...]:
    """What may be printed before a title: XIII, 2.1, the letter of XIII.A or all of it; nothing where sections have no numbers."""
    if key == "annexes":
        return (f"annex {part.id}",)
    lettered = _LETTERED.match(part.id)
    if lettered:
        return lettered[1], part.id
    return (part.id,) if _NUMBERED.match(part.id) else ()


def _heading(lines: list[_Line], after: int, key: str, part: ReportPart) -> tuple[int, int] | None:
    """Where a heading stands: its line, and the line after it. It may be wrapped."""
    title = normalised(part.title[SOURCE_LANGUAGE])
    numbers = _numbers(part, key)
    printed = {f"{normalised(number)} {title}" for number in numbers} or {normalised(part.id), title}
    if key == "annexes":
        printed |= {normalised(number) for number in numbers}
    spelled = tuple(spelling for number in numbers for spelling in (number, number.upper(), number.capitalize()))
    for first in range(after, len(lines)):
        words, bare = lines[first].words, lines[first].bare
        if not words or not any(f"{text} ".startswith(f"{words} ") or f"{words} ".startswith(f"{text} ") for text in printed):
            continue
        if spelled and not bare.startswith(spelled):
            continue  # the letter of a list, a. or (a)
        for last in range(first, min(first + _LINES_OF_A_HEADING, len(lines))):
            if last > first:
                words = f"{words} {lines[last].words}".strip()
            if words in printed:
                return first, last + 1
        # An annex's title may read otherwise than listed, or run on: capitals are heading enough.
        if key == "annexes" and bare.startswith("ANNEX"):
            return first, first + 1
    return None


def _dated(lines: list[_Line], report: Report) -> bool:
    """Whether a text prints the day on which the report was published."""
    return report.published.isoformat() in numbers_in("\n".join(line.text for line in lines))


def _not_found(lines: list[_Line], shown_as: str, place: Place, part: ReportPart, key: str) -> Problem:
    number, title = next(iter(_numbers(part, key)), ""), part.title[SOURCE_LANGUAGE]
    headings = {line.words: line.bare for line in lines if line.words and "\t" not in line.text}
    near = difflib.get_close_matches(normalised(f"{number} {title}"), headings, n=1, cutoff=0.6)
    return Problem(
        place,
        f"the {'annex' if key == 'annexes' else 'section'} `{part.id}` ({title}), which has no heading in {shown_as}",
        "a heading that stands on a line of its own, in the order of this list",
        f"The nearest line reads `{headings[near[0]]}`: correct the id or title here." if near else "Check id, title and order here.",
    )


def _no_sections(shown_as: str, sections: list[ReportPart]) -> Problem:
    shown = ", ".join(f"`{part.id}`" for part in sections[:4])
    expected = f"the sections that report.yaml lists ({shown}, ...), each heading on a line of its own"
    if len(sections) == 1:
        expected = f"the one section that report.yaml lists ({shown}), with the day on which it was published"
    return Problem(
        Place(shown_as),
        "a text without recognisable sections",
        expected,
        "Check that this is the text of the report that `--id` names, and that its line breaks were kept.",
    )


def _unlisted(contents: list[_Line], lines: list[_Line], starts: Starts) -> list[int]:
    """Lines where something begins that the contents name and the report's list does not, such as a word about its publisher.

    Only headings without a number: an unlisted subsection still belongs to the section around it.
    """
    entries = [line for line in contents if line.words]
    # After a line without a page comes the rest of a wrapped entry, which is no name.
    whole = [line for before, line in itertools.pairwise(entries) if PAGE.search(line.bare) and PAGE.search(before.bare)]
    names = {normalised(PAGE.sub("", line.bare)) for line in whole}
    names -= {lines[number].words for number in starts}
    names = {name for name in names if name and not re.match(r"(?:[ivxlc]+|[a-z]|\d+|annex \S+) ", name)}
    return [number for number, line in enumerate(lines) if line.words in names and number > min(starts) and number not in starts]


def _passages(lines: list[str], starts: Starts) -> list[Passage]:
    """Follow the lines from place to place and gather what stands there."""
    places: dict[Spot, list[str]] = {}
    notes: dict[int, str] = {}
    carriers: dict[int, Spot] = {}
    spot, text_from = Spot(), 0
    for number, line in enumerate(lines):
        if number in starts:
            spot, text_from = starts[number]
            places.setdefault(spot, [])
        note = MARK.match(line)
        if note:
            notes[int(note[1])] = line[note.end() :]
            continue
        for found in MARK.finditer(line):
            carriers.setdefault(int(found[1]), spot)
        if number >= text_from:
            places.setdefault(spot, []).append(MARK.sub("", line))
    passages: list[Passage] = []
    for spot, printed in places.items():
        carried = sorted(number for number in notes if carriers.get(number, Spot()) == spot)
        if spot != Spot():
            passages.append(Passage(spot, _unwrapped(printed), list(_rows(printed, spot.annex is not None))))
        passages += [Passage(replace(spot, footnote=number), notes[number]) for number in carried]
    lost = sorted(number for number in notes if number not in carriers and Spot() not in places)
    return passages + [Passage(Spot(footnote=number), notes[number]) for number in lost]


def _unwrapped(lines: list[str]) -> str:
    """Lines joined to paragraphs; rows of a table and items of a numbered list begin lines of their own."""
    text = "\n".join(lines)
    if "\t" in text:
        return text
    text = re.sub(r"-[ ]*\n[ ]*(?=\w)", "-", text)
    return re.sub(r"[ ]*\n(?!\s*\n|[ ]*\d{1,3}\.\s)[ ]*", " ", text)


def _rows(lines: list[str], plain: bool) -> Iterator[list[str]]:
    """The rows of tables, each as its cells: parted by tabs, or in an annex a label and numbers parted by spaces."""
    for line in lines:
        cells = [cell.strip() for cell in bare(line).split("\t")]
        if len(cells) > 1:
            yield cells
        elif plain and len(line) < _LONGEST_HEADING and (numbers := _ROW_END.search(cells[0])):
            yield [cells[0][: numbers.start()], *numbers[0].split()]
