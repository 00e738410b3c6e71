"""Footnotes and their marks, whatever the way in which a text prints them.

Three ways are known: superscript digits (``²³``), tags (``<sup>23</sup>``), and plain digits glued
to a word (``members.23``) with the notes at the foot of each page. All become one: a mark is the
number between two characters that no text has, and a footnote is one line that begins with its mark.
"""

from __future__ import annotations

import re

_OPEN, _CLOSE = "\ue000", "\ue001"
MARK = re.compile(rf"\s?{_OPEN}(\d+){_CLOSE}")

_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TAG = re.compile(r"<sup>\s*(\d+)\s*</sup>", re.IGNORECASE)

_RULE = re.compile(r"(?:[ \t]{10,}|\s*[_-]{10,}\s*)\Z")
_NOTE = re.compile(r"(\d{1,3})(\s{1,4})(?=\S)")
_NEW_PAGE = re.compile(r" \S|\f")
_RUNNING_HEAD = re.compile(r"\bPage:\s*\d+\s*\Z")
_ADDRESS = re.compile(r"\s*https?://\S+\s*\Z")

# Where a mark of plain digits may be glued, likeliest first: the second looks like a decimal.
_GLUED = (
    r"(?:(?<=[^\W\d_])|(?<=[^\d\s][.,;:!?)\]”\"’'])|(?<=[)\]”\"’']))(?<!\b[Nn]o\.)",
    r"(?<=\d[.,;:])",
    r"(?<=[.,;:)”\"’'] )",
)


def mark(number: int) -> str:
    """How a footnote's mark is written from here on."""
    return f"{_OPEN}{number}{_CLOSE}"


def marked(text: str) -> list[str]:
    """The lines of a text without running heads, with every footnote as one line that begins with its mark."""
    text = _SUPERSCRIPT.sub(lambda match: mark(int(match[0].translate(_DIGITS))), text)
    text = _TAG.sub(lambda match: mark(int(match[1])), text)
    lines = [line.strip("\r") for line in text.split("\n")]
    return _joined(lines) if any(MARK.match(line) for line in lines) else _plain(lines)


def _joined(lines: list[str]) -> list[str]:
    """Footnotes of one line each; a mark alone on its line belongs to the next that is not empty."""
    result: list[str] = []
    waiting = ""
    for line in lines:
        if re.fullmatch(rf"{MARK.pattern}\s*", line):
            waiting = line.strip()
        elif waiting and line.strip():
            result.append(f"{waiting} {line}")
            waiting = ""
        else:
            result.append(line)
    return [*result, waiting] if waiting else result


def _plain(lines: list[str]) -> list[str]:
    """Footnotes of wrapped lines below a rule at the foot of each page; their numbers rise through the whole text."""
    result: list[str] = []
    page: list[str] = []  # the lines above the last rule
    notes: list[str] = []  # the footnotes below it
    body: list[str] = []  # what came after them: the next page
    expected, at_foot, in_head = 1, False, False
    for last, line in zip(["", *lines], lines, strict=False):
        note = _NOTE.match(line)
        if _RUNNING_HEAD.search(line):
            at_foot, in_head = False, True
        elif in_head and line.strip():
            continue
        elif _RULE.match(line):
            result += [*_with_marks(page, range(expected - len(notes), expected)), *notes]
            page, notes, body, at_foot, in_head = body, [], [], True, False
        # Two spaces tell a note from a line of text, should a page have seemed to end too early.
        elif note and int(note[1]) == expected and (at_foot or (notes and len(note[2]) > 1)):
            notes.append(f"{mark(expected)} {line[note.end() :].strip()}")
            expected, at_foot, in_head = expected + 1, True, False
        elif at_foot and notes and not (_NEW_PAGE.match(line) and _complete(notes[-1], last)):
            if line.strip() and not _ADDRESS.match(line):
                notes[-1] = f"{notes[-1]} {line.strip()}"
        else:
            body.append(line)
            at_foot = in_head = False
    return [*result, *_with_marks(page, range(expected - len(notes), expected)), *notes, *body]


def _complete(note: str, last: str) -> bool:
    """Whether a page can end here: a footnote breaks off only before a line that is still its own."""
    return not last.strip() or bool(_ADDRESS.match(last)) or note[-1] in ".!?:;”\"’')]"


def _with_marks(lines: list[str], numbers: range) -> list[str]:
    """A page's lines with the marks of its footnotes, which follow one another."""
    text, position = "\n".join(lines), 0
    for number in numbers:
        for glued in _GLUED:
            found = re.compile(rf"{glued}{number}(?![\d%]|[.,]\d)").search(text, position)
            if found:
                text = f"{text[: found.start()]}{mark(number)}{text[found.end() :]}"
                position = found.start() + len(mark(number))
                break
    return text.split("\n")
