"""Citations of this site's own pages and figures: as text, BibTeX, RIS and CSL-JSON.

Field names follow BibTeX's ``misc``, RIS's ``ELEC`` and CSL 1.0's ``webpage``; pybtex and rispy write
the first two.
"""

from __future__ import annotations

import datetime
import json
from typing import NamedTuple

import rispy
from pybtex.database.output.bibtex import Writer


class Reference(NamedTuple):
    """What is cited: a page or a figure of the site, the day of its data, and the report behind it. Every text is one line."""

    key: str
    """Letters, digits and hyphens; unique on the site."""
    title: str
    site: str
    address: str
    """Where it is published; empty if that is not known."""
    date: datetime.date
    language: str
    source: str = ""
    """The report behind it with the place, in words; empty where it is all reports."""


_OBEYED = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "$": r"\$",
        "^": r"{\textasciicircum}",
    }
)
"""What TeX would obey, and the library lets pass, since it takes a text for TeX; readers of ours are to see these letters."""


class _Letters(dict[int, str]):
    """How the library writes each letter that stands alone, asked for once."""

    def __init__(self) -> None:
        self.unchanged: set[str] = set()
        self.alone: set[str] = set()
        """Those written as themselves or behind a backslash, and not by a command, which would swallow a space after it."""

    def __missing__(self, number: int) -> str:
        letter = chr(number)
        written = self[number] = str(Writer()._encode(letter))
        if written == letter and number not in _OBEYED:
            self.unchanged.add(letter)
        if written in (letter, f"\\{letter}"):
            self.alone.add(letter)
        return written


class _BibtexWriter(Writer):  # type: ignore[misc]
    """The library's writer, which takes a text apart for what hangs on neighbours, where each letter stands for itself."""

    letters = _Letters()

    def _encode(self, text: str) -> str:
        if self.letters.unchanged.issuperset(text):
            return text
        text = text.translate(_OBEYED)
        spelled = text.translate(self.letters)
        return spelled if self.letters.alone.issuperset(text) else str(super()._encode(text))

    def check_braces(self, text: str) -> None:
        if "{" in text or "}" in text:
            super().check_braces(text)


_BIBTEX = _BibtexWriter()


class Written(NamedTuple):
    """A reference in each format."""

    text: str
    bibtex: str
    ris: str
    csl: str


def written(reference: Reference, text: str) -> Written:
    """The reference in each format; ``text`` is its sentence in the reader's language."""
    return Written(text, _bibtex(reference), _ris(reference), _csl(reference))


def _bibtex(reference: Reference) -> str:
    fields = {
        "title": reference.title,
        "organization": reference.site,
        "year": str(reference.date.year),
        "month": str(reference.date.month),
        "note": reference.source,
        "url": reference.address,
    }
    # What the library writes of an entry that has no persons; its own way there makes several objects of each.
    written = [f",\n    {name} = {_BIBTEX.quote(_BIBTEX._encode(value))}" for name, value in fields.items() if value]
    return f"@misc{{{reference.key}{''.join(written)}\n}}"


def _ris(reference: Reference) -> str:
    fields = {
        "type_of_reference": "ELEC",
        "title": reference.title,
        "publisher": reference.site,
        "year": str(reference.date.year),
        "date": reference.date.strftime("%Y/%m/%d"),
        "language": reference.language,
        "urls": [reference.address] if reference.address else [],
        "notes": [reference.source] if reference.source else [],
    }
    return str(_RIS.formats([{name: value for name, value in fields.items() if value}])).strip()


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    """The library's writer, which counts its records before each; readers of RIS expect the first line to be the type."""

    def set_header(self, count: int) -> str:
        return ""


_RIS = _RisWriter()


def _csl(reference: Reference) -> str:
    date = reference.date
    fields = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        "container-title": reference.site,
        "issued": {"date-parts": [[date.year, date.month, date.day]]},
        "language": reference.language,
        "URL": reference.address,
        "note": reference.source,
    }
    return _JSON.encode([{name: value for name, value in fields.items() if value}])


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",\n ", ": "))
