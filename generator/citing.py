"""Citations of this site's own pages and figures: as text, BibTeX, RIS and CSL-JSON.

Field names follow BibTeX's ``misc``, RIS's ``ELEC`` and CSL 1.0's ``webpage``; pybtex and rispy write
the first two.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from functools import cache

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer


@dataclass(frozen=True)
class Reference:
    """What is cited: a page or a figure of the site, the day of its data, and the report behind it."""

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


class _BibtexWriter(Writer):  # type: ignore[misc]
    """The library's writer, which takes a text apart for what hangs on neighbours, where each letter stands for itself."""

    def _encode(self, text: str) -> str:
        return "".join(map(_spelled, text)) if all(map(_alone, set(text))) else str(super()._encode(text))

    def check_braces(self, text: str) -> None:
        if "{" in text or "}" in text:
            super().check_braces(text)


_BIBTEX = _BibtexWriter()


@cache
def _spelled(letter: str) -> str:
    return str(Writer()._encode(letter))


@cache
def _alone(letter: str) -> bool:
    """Whether a letter is written as itself or behind a backslash, and not by a command, which would swallow a space after it."""
    return _spelled(letter) in (letter, f"\\{letter}")


@dataclass(frozen=True)
class Written:
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
    entry = Entry("misc", [(name, value) for name, value in fields.items() if value])
    # The writer itself: to_string() of the entries looks through every installed package for it, each time.
    return str(_BIBTEX.to_string(BibliographyData(entries={reference.key: entry}))).strip()


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
    return json.dumps([{name: value for name, value in fields.items() if value}], ensure_ascii=False, separators=(",\n ", ": "))
