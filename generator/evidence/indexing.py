"""Making the index of a report from its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.evidence.index import Evidence, PlaceNumbers
from generator.evidence.numbers import lists_in, numbers_in, numbers_of_cell
from generator.evidence.places import Passage


def make_evidence(report: str, text: str, passages: Iterable[Passage]) -> Evidence:
    """The index of a report whose text has been taken apart."""
    return Evidence(report, hashlib.sha256(text.encode()).hexdigest(), tuple(_numbered(passage) for passage in passages))


def _numbered(passage: Passage) -> PlaceNumbers:
    rows = [tuple(";".join(numbers_of_cell(cell)) for cell in cells) for cells in passage.rows]
    kept = tuple(row for row in rows if sum(map(bool, row)) > 1)
    # What a table prints as a dash is a number too, though not in its text.
    in_rows = {number for row in kept for cell in row for number in cell.split(";") if number}
    return PlaceNumbers(passage.spot, numbers_in(passage.text) | in_rows, kept, tuple(lists_in(passage.text)))
