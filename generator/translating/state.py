"""How every translation of the site stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.glossary import Term
from generator.problems import Place
from generator.translating.record import Record, Standing
from generator.translating.terms import other_words
from generator.translating.texts import Translated


@dataclass(frozen=True)
class Remark:
    """Something about one translation that its language's editors should look at."""

    place: Place
    language: str
    what: str
    original: str


def counts(texts: Iterable[Translated], records: Mapping[str, Record]) -> dict[str, dict[str, Counter[Standing]]]:
    """How many translations stand how, by group of texts and language."""
    found: dict[str, dict[str, Counter[Standing]]] = {}
    for text in texts:
        of_group = found.setdefault(text.group, {language: Counter() for language in records})
        for language, record in records.items():
            of_group[language][record.standing(text.original, text.translations.get(language))] += 1
    return found


def remarks(texts: Iterable[Translated], records: Mapping[str, Record], glossary: Mapping[str, Term]) -> Iterator[Remark]:
    """What is missing, stale, unread, or not in the terms of the glossary."""
    for text in texts:
        for language, record in records.items():
            standing = record.standing(text.original, text.translations.get(language))
            if standing is not Standing.READ:
                yield Remark(text.place, language, standing.value, text.original)
            for id in other_words(text, language, glossary):
                term = glossary[id].term
                yield Remark(text.place, language, f"without the glossary's “{term.get(language, id)}”", text.original)
