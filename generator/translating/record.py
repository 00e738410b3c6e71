"""The record of translations: for which English each was made, and whether it was read again.

``data/translations/<language>.txt`` has a line for each: a digest of the English, a digest of the translation, and
``made`` or ``read``. It knows no files and no ids, so that moving a text changes nothing, and two branches
that add lines merge by themselves.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from generator.problems import Place, Problem
from generator.text_files import UnreadableError, read_text

MOST_BYTES = 1_000_000
_DIGITS = 12


class Standing(StrEnum):
    """How a translation stands."""

    MISSING = "missing"
    STALE = "stale"
    """The English was changed after it was translated."""
    UNREAD = "unread"
    """Nobody but its translator has read it."""
    READ = "read"


def digest(text: str) -> str:
    """Twelve hexadecimal digits that stand for a text; how it is broken into lines does not matter."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGITS]


@dataclass
class Record:
    """What is known of one language's translations, by digests of English and translation."""

    pairs: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Whether each was read again."""

    def standing(self, original: str, translation: str | None) -> Standing:
        """How a text stands; a translation that was never recorded counts as unread."""
        if not translation:
            return Standing.MISSING
        pair = (digest(original), digest(translation))
        if pair in self.pairs:
            return Standing.READ if self.pairs[pair] else Standing.UNREAD
        known = {made for made, _ in self.pairs}
        once = {made for made, words in self.pairs if words == pair[1]}
        return Standing.STALE if once and pair[0] not in known else Standing.UNREAD

    def note(self, original: str, translation: str, *, read: bool) -> None:
        """Record that a translation was made for this English, or read again."""
        pair = (digest(original), digest(translation))
        self.pairs[pair] = read or self.pairs.get(pair, False)

    def keep_only(self, pairs: set[tuple[str, str]]) -> None:
        """Forget translations that stand nowhere any more."""
        self.pairs = {pair: read for pair, read in self.pairs.items() if pair in pairs}


def path_of(data: Path, language: str) -> Path:
    """Where a language's record is kept."""
    return data / "translations" / f"{language}.txt"


def read_record(data: Path, language: str) -> Record:
    """The record of one language; empty where there is none. Raises ``UnreadableError`` with every line that is none of a record."""
    path = path_of(data, language)
    if not path.exists():
        return Record()
    shown = f"{data.name}/{path.relative_to(data).as_posix()}"
    record, problems = Record(), list[Problem]()
    for number, line in enumerate(read_text(path, shown, MOST_BYTES).splitlines(), start=1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if len(words) == 3 and words[2] in ("made", "read"):
            record.pairs[(words[0], words[1])] = words[2] == "read"
        else:
            expected, remedy = "two digests and `made` or `read`", "Remove the line; of a merge, keep the lines of both sides."
            problems.append(Problem(Place(shown, number), f"`{line[:60]}`", expected, remedy))
    if problems:
        raise UnreadableError(*problems)
    return record


def write_record(data: Path, language: str, record: Record) -> None:
    """Write it again, sorted."""
    path = path_of(data, language)
    path.parent.mkdir(exist_ok=True)
    lines = [f"{english} {words} {'read' if read else 'made'}\n" for (english, words), read in sorted(record.pairs.items())]
    head = f"# Digests of English texts and of their translation ({language}); written by `make translations`.\n"
    path.write_text(head + "".join(lines), encoding="utf-8")
