"""Prose pages from ``content/``: Markdown from a pull request is untrusted, so its HTML is sanitised here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import nh3
from markupsafe import Markup

from generator import links
from generator.links import ROOMS, Addresses
from generator.pages.edition import Edition
from generator.pages.page import Crumb, Page
from generator.speech import foreign

_TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "a",
    "em",
    "strong",
    "code",
    "pre",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "abbr",
    "br",
    "hr",
}
_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "abbr": {"title"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}}


class Prose(NamedTuple):
    """A page of ``content/`` as read: ``html`` is what Markdown made of it, not yet safe.

    ``next`` is the path of another text or of a room, where its reader may want to go on; in one language it holds for all.
    """

    slug: str
    language: str
    title: str
    description: str
    html: str
    next: str = ""


def sanitised(html: str, addresses: Addresses) -> Markup:
    """Only text markup and links to this site or by https; addresses of the site fitted to where it stands."""

    def fit(tag: str, attribute: str, value: str) -> str | None:
        if (tag, attribute) != ("a", "href"):
            return value
        if value.startswith("/") and not value.startswith("//"):
            return addresses.file(value) if value.startswith(links.DOWNLOADS) else addresses.page(value)
        return value if value.startswith(("https://", "#")) else None

    cleaned = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=fit, url_schemes={"https"}, link_rel=None)
    return Markup(cleaned)  # noqa: S704 - the line above made it safe


METHOD = "method"
"""The page that explains how figures are checked."""


def _confirmed(edition: Edition) -> str:
    say, found = edition.say, edition.dataset.confirmed
    return say(
        "%(values)s of %(of)s cited values (figures, results, dates) stand where their citations say, by the evidence index.",
        values=say.number(found.values),
        of=say.number(found.of),
    )


def pages(edition: Edition, prose: Sequence[Prose], addresses: Addresses) -> Iterator[Page]:
    """The prose pages of the edition's language; in the original where they are not translated."""
    chosen: dict[str, Prose] = {}
    for text in prose:
        if text.language == edition.say.code or text.slug not in chosen:
            chosen[text.slug] = text
    onward = {text.slug: text.next for text in prose if text.next}
    for slug, text in sorted(chosen.items()):
        yield Page(
            path=f"/{slug}/",
            template="prose.html",
            title=_title(edition, text),
            description=text.description,
            context={
                "body": sanitised(text.html, addresses),
                "body_language": text.language,
                "confirmed": _confirmed(edition) if slug == METHOD else None,
            },
            next=_next(edition, chosen, onward.get(slug, "/compare/")),
        )


def _next(edition: Edition, chosen: dict[str, Prose], path: str) -> Crumb:
    if path in dict(ROOMS):
        return edition.crumb(path)
    return Crumb(_title(edition, chosen[path.strip("/")]), path)


def _title(edition: Edition, text: Prose) -> str:
    return text.title if text.language == edition.say.code else foreign(text.title, text.language)
