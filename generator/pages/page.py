"""What a page is, whatever it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Crumb:
    """A step from the home page to a page."""

    title: str
    path: str


@dataclass(frozen=True)
class Page:
    """One page in one language: its path on the site (ending in a slash), its template and what the template shows."""

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
