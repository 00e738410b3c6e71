"""``/search/``: the entries that a script searches, and the same entries from A to Z for everybody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.language import Language, language
from generator.pages.edition import Edition
from generator.pages.findable import Entry, Kind, entries
from generator.pages.page import Crumb, Page

ENTRIES = f"{links.SEARCH}entries.json"
"""What the script reads, once a reader begins to search."""


class HeadView(NamedTuple):
    """An entry of the index, with the places that stand below it."""

    title: str
    title_language: str
    kind: str
    path: str
    below: tuple[Crumb, ...]


class LetterView(NamedTuple):
    """All entries under one letter; ``anchor`` is its address on the page."""

    letter: str
    anchor: str
    heads: tuple[HeadView, ...]


def pages(edition: Edition, rooms: Sequence[Page]) -> Iterator[Page]:
    """The page, and the file of entries; ``rooms`` are the pages that are found by their title."""
    say, own = edition.say, language(edition.say.code)
    found = entries(edition, rooms)
    yield Page(
        path=links.SEARCH,
        template="search.html",
        title=say("Search"),
        description=say("Search elections, indicators, findings, reforms, recommendations and parties, or look them up from A to Z."),
        context={"letters": index(edition, found, own), "entries": ENTRIES, "kinds": [say(kind.value) for kind in Kind]},
        next=edition.crumb("/topics/"),
    )
    yield Page(
        path=ENTRIES,
        template="entries.json",
        title="",
        description="",
        context={"written": Markup(written(found, own))},  # noqa: S704 - JSON, read by fetch; never a part of a page
    )


def written(found: list[Entry], own: Language) -> str:
    """The entries as JSON, with what the script must know of the language."""
    kinds = list(Kind)
    return json.dumps(
        {
            "shortest": own.shortest,
            "typed": own.typed,
            "endings": own.rounds,
            "entries": [[kinds.index(entry.kind), entry.title, entry.text, entry.path, *_languages(entry)] for entry in found],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _languages(entry: Entry) -> list[str]:
    return [entry.title_language, entry.text_language] if entry.title_language or entry.text_language else []


def index(edition: Edition, found: list[Entry], own: Language) -> list[LetterView]:
    """The entries in the order of the language's alphabet, those that have no title of their own below those that have."""
    below: dict[str, list[Entry]] = {}
    for entry in found:
        if entry.under:
            below.setdefault(entry.under, []).append(entry)
    heads = sorted((entry for entry in found if not entry.under), key=lambda entry: own.key(entry.title))
    return [
        LetterView(letter, f"letter-{letter.lower()}", tuple(_head(edition, entry, below.get(entry.path, [])) for entry in group))
        for letter, group in groupby(heads, key=lambda entry: own.initial(entry.title))
    ]


def _head(edition: Edition, entry: Entry, below: list[Entry]) -> HeadView:
    return HeadView(entry.title, entry.title_language, edition.say(entry.kind.value), entry.path, tuple(_places(below)))


def _places(below: list[Entry]) -> Iterator[Crumb]:
    """Entries with the same title (the findings of one election on one topic) are one place, the first of them."""
    for title, group in groupby(below, key=lambda entry: entry.title):
        yield Crumb(title, next(group).path)
