"""How a language orders its letters and puts endings on its words: data of the language, in ``locale/<code>.toml``.

The order is that of CLDR for the language: digits, the language's own alphabet, then other scripts.
"""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"

Key = tuple[tuple[tuple[int, int], ...], str]

_SPACE, _DIGIT, _OWN, _OTHER = range(4)


@dataclass(frozen=True)
class Language:
    """One language; a language without a file has an empty alphabet, no endings, and sorts by code point.

    ``same`` has letters that sort as another; ``typed`` letters that readers type as another. ``rounds`` are endings by kind,
    from the end of a word inwards, each an ending or ``ending>replacement``. ``articles`` are passed over at the beginning of a title.
    """

    alphabet: str = ""
    same: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    articles: tuple[str, ...] = ()
    shortest: int = 3
    rounds: tuple[tuple[str, ...], ...] = ()

    def key(self, text: str) -> Key:
        """What to sort titles of this language by; punctuation counts for nothing."""
        weights = tuple(weight for letter in self._letters(text) if (weight := self._weight(letter)))
        return weights, text

    def initial(self, text: str) -> str:
        """The heading under which a title stands in an index: a capital letter, or ``0–9`` for a number."""
        for letter in self._letters(text):
            weight = self._weight(letter)
            if weight and weight[0] == _DIGIT:
                return "0–9"
            if weight and weight[0] == _OWN:
                return self.alphabet[weight[1]].upper()
            if weight and weight[0] == _OTHER:
                return _base(letter).upper()
        return "–"

    def _letters(self, text: str) -> str:
        whole = unicodedata.normalize("NFC", text).lower()
        first, _, rest = whole.partition(" ")
        return rest if rest and first in self.articles else whole

    def _weight(self, letter: str) -> tuple[int, int] | None:
        known = self.same.get(letter, letter)
        if known not in self.alphabet:
            known = _base(known)
        if known in self.alphabet:
            return _OWN, self.alphabet.index(known)
        if letter.isdigit():
            return _DIGIT, unicodedata.digit(letter)  # a raised or circled one is a digit, too, though no number to int()
        if letter.isspace() or letter in "-–":
            return _SPACE, 0
        return (_OTHER, ord(known)) if known.isalpha() else None


def _base(letter: str) -> str:
    """A letter without its accents."""
    return unicodedata.normalize("NFD", letter)[0]


@cache
def language(code: str) -> Language:
    """The language of a BCP 47 tag, by its first part."""
    path = FOLDER / f"{code.split('-')[0]}.toml"
    if not path.is_file():
        return Language()
    declared = tomllib.loads(path.read_text("utf-8"))
    endings = declared.get("endings", {})
    return Language(
        declared["alphabet"],
        declared.get("same", {}),
        declared.get("typed", {}),
        tuple(declared.get("articles", ())),
        endings.get("shortest", 3),
        tuple(tuple(round.split()) for round in endings.get("rounds", ())),
    )
