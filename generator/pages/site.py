"""All pages of one edition, in one list."""

from __future__ import annotations

from collections.abc import Iterator

from generator.links import Addresses
from generator.pages import (
    auditing,
    comparing,
    contestants,
    downloads,
    elections,
    home,
    indicators,
    prose,
    recommendations,
    reforms,
    sources,
    stations,
    topics,
)
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.prose import Prose


def pages(edition: Edition, texts: list[Prose], addresses: Addresses) -> Iterator[Page]:
    """Every page of the site in one language."""
    for room in (
        home,
        elections,
        comparing,
        indicators,
        topics,
        reforms,
        recommendations,
        contestants,
        auditing,
        stations,
        sources,
        downloads,
    ):
        yield from room.pages(edition)
    yield from prose.pages(edition, texts, addresses)
    yield Page(
        path="/404.html",
        template="missing.html",
        title=edition.say("There is no such page"),
        description=edition.say("The address may be wrong, or the page has moved. These are the main rooms of the site."),
    )
