"""Every text that is translated, wherever it stands: data files, the interface, prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.pofile import read_po

from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.problems import Place
from generator.reading import Location
from generator.speech import CATALOGUES


class Translated(NamedTuple):
    """A text with its translations. ``place`` is that of the original."""

    place: Place
    original: str
    translations: Mapping[str, str]
    """By language; only those that exist."""
    group: str
    """The file, or the part of the site, that it is counted under."""


def texts_of_data(files: Files) -> Iterator[Translated]:
    """Every text of every data file, in the order in which they stand."""
    for document in files.documents():
        for location, text in _texts(document.value, ()):
            translations = {language: words for language, words in text.items() if language != SOURCE_LANGUAGE}
            yield Translated(document.place(location), text[SOURCE_LANGUAGE], translations, document.path)


def _texts(value: Any, at: Location) -> Iterator[tuple[Location, dict[str, str]]]:
    if isinstance(value, dict):
        if isinstance(value.get(SOURCE_LANGUAGE), str):
            yield at, {language: words for language, words in value.items() if isinstance(words, str)}
            return
        for key, below in value.items():
            yield from _texts(below, (*at, key))
    elif isinstance(value, list):
        for position, below in enumerate(value):
            yield from _texts(below, (*at, position))


def texts_of_interface(languages: list[str], catalogues: Path = CATALOGUES) -> Iterator[Translated]:
    """Every interface text; several plural forms count as one text, joined by lines."""
    translations: dict[str, dict[str, str]] = {}
    for language in languages:
        path = catalogues / f"{language}.po"
        translations[language] = dict(_messages(path, language)) if path.is_file() else {}
    template = catalogues / "interface.pot"
    for message, _ in _messages(template, None) if template.is_file() else ():
        found = {language: words[message] for language, words in translations.items() if words.get(message)}
        yield Translated(Place("generator/locale/interface.pot"), message, found, "interface")


def _messages(path: Path, language: str | None) -> Iterator[tuple[str, str]]:
    with path.open("rb") as handle:
        catalogue = read_po(handle, locale=language.replace("-", "_") if language else None)
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        several = isinstance(message.id, tuple | list)
        original = "\n".join(message.id) if several else str(message.id)
        words = list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]
        yield original, "\n".join(words) if all(words) else ""


def texts_of_prose(content: Path, languages: list[str]) -> Iterator[Translated]:
    """Every page of ``content/pages/<language>/``, a whole file each."""
    pages = content / "pages"
    for path in sorted((pages / SOURCE_LANGUAGE).glob("*.md")):
        others = {language: pages / language / path.name for language in languages}
        found = {language: other.read_text(encoding="utf-8") for language, other in others.items() if other.is_file()}
        shown = f"{content.name}/pages/{SOURCE_LANGUAGE}/{path.name}"
        yield Translated(Place(shown), path.read_text(encoding="utf-8"), found, "prose")
