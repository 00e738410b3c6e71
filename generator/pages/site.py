"""All pages of one edition, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

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


def pages(edition: Edition, texts: list[Prose], addresses: Addresses) -> Iterator[Page]:
    """Every page of the site in one language; each chart's page for embedding follows the page that it belongs to."""
    rooms: list[Page] = []
    for page in chain(made_from_data(edition), _with_charts(prose.pages(edition, texts, addresses))):
        if page.path.count("/") == 2:
            rooms.append(page)
        yield page
    yield from searching.pages(edition, rooms)
    yield _missing(edition)


def made_from_data(edition: Edition) -> Iterator[Page]:
    """The pages that need no prose, and none of the others."""
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
        glossary,
        sources,
        downloads,
    ):
        yield from _with_charts(room.pages(edition))


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
