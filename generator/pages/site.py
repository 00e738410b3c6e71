"""All pages of one edition, in one list."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import islice

from generator.links import Addresses
from generator.pages import (
    auditing,
    comparing,
    contestants,
    downloads,
    elections,
    embedding,
    glossary,
    home,
    indicators,
    prose,
    recommendations,
    reforms,
    searching,
    sources,
    stations,
    topics,
)
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.prose import Prose
from generator.speech import Speech
from generator.vocabulary import N_


class Part(Enum):
    """Parts of a site that may be written at the same time."""

    REQUESTS = "the recommendations and their threads, often most of the pages"
    OTHERS = "all others"


def pages(edition: Edition, texts: Sequence[Prose], addresses: Addresses, parts: Container[Part] = tuple(Part)) -> Iterator[Page]:
    """Every page of the site in one language; each chart's page for embedding follows the page that it belongs to."""
    if Part.OTHERS not in parts:
        yield from _with_charts(recommendations.pages(edition))
        return
    rooms: list[Page] = []
    for room in _ROOMS:
        written = room is not recommendations or Part.REQUESTS in parts
        for page in _with_charts(room.pages(edition)) if written else islice(room.pages(edition), 1):
            if page.path.count("/") == 2:
                rooms.append(replace(page, context={}, charts=()))
            if written:
                yield page
    for page in _with_charts(prose.pages(edition, texts, addresses)):
        if page.path.count("/") == 2:
            rooms.append(page)
        yield page
    yield from searching.pages(edition, rooms)
    yield _missing(edition)


def made_from_data(edition: Edition) -> Iterator[Page]:
    """The pages that need no prose, and none of the others."""
    for room in _ROOMS:
        yield from _with_charts(room.pages(edition))


_ROOMS = (
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
    glossary,
    sources,
    downloads,
)


def _with_charts(pages: Iterator[Page]) -> Iterator[Page]:
    for page in pages:
        yield page
        for chart in page.charts:
            yield embedding.page(chart)


def _missing(edition: Edition) -> Page:
    """The error page. A host shows that of the first language for every address, so it speaks all of them."""
    site, title = edition.dataset.site, N_("There is no such page")
    lead = N_("The address may be wrong, or the page has moved. These are the main rooms of the site.")
    first = edition.say.code == site.languages[0].code
    others = [Speech(language.code, language.locale) for language in site.languages[1:]] if first else []
    return Page(
        path="/404.html",
        template="missing.html",
        title=edition.say(title),
        description=edition.say(lead),
        context={"elsewhere": [(say.code, say(title), say(lead), say("Home")) for say in others]},
        listed=False,
    )
