"""Whether a translation calls things by the terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from generator.model.base import SOURCE_LANGUAGE
from generator.model.glossary import Term, written_forms
from generator.translating.texts import Translated


@cache
def pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the forms as words."""
    return re.compile(rf"(?<!\w)(?:{written_forms(forms)})(?!\w)", re.IGNORECASE)


def other_words(text: Translated, language: str, glossary: Mapping[str, Term]) -> Iterator[str]:
    """Ids of terms that the English has and the translation does not."""
    words = text.translations.get(language)
    if not words:
        return
    for id, term in glossary.items():
        if language in term.forms and SOURCE_LANGUAGE in term.forms:
            meant = pattern(tuple(term.forms[SOURCE_LANGUAGE])).search(text.original)
            if meant and not pattern(tuple(term.forms[language])).search(words):
                yield id
