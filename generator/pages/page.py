"""What a page is, whatever it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.charts.card import Card
from generator.pages.charts.chart import Chart


class Crumb(NamedTuple):
    """A step from the home page to a page."""

    title: str
    path: str


@dataclass(frozen=True)
class Page:
    """One page in one language: its path on the site (ending in a slash), its template and what the template shows.

    What its title has of another language is marked in it (``speech.Marked``), as in all that a template writes.
    """

    path: str
    template: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    context: Mapping[str, object] = field(default_factory=dict)
    source: str = ""
    """The report behind the page, in words, for its citation; empty where it is several."""
    next: Crumb | None = None
    """The next question that a reader of this page may have."""
    charts: tuple[Chart, ...] = ()
    """The charts that belong to this page; each gets pictures, data and a page for embedding."""
    card: Card | None = None
    """What its picture on social media says; ``None`` for the site's own."""
    home: str = ""
    """The page that search engines should name instead; empty where it is this one."""
    listed: bool = True
    """Whether search engines should list it."""
