"""The site's addresses, in one place. All end in a slash and are files ``index.html`` on disk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.vocabulary import N_

ROOMS: tuple[tuple[str, str], ...] = (
    ("/elections/", N_("Elections")),
    ("/compare/", N_("Compare")),
    ("/topics/", N_("Topics")),
    ("/indicators/", N_("Indicators")),
    ("/timeline/", N_("Timeline")),
    ("/recommendations/", N_("Recommendations")),
    ("/contestants/", N_("Contestants")),
    ("/sources/", N_("Sources")),
    ("/data/", N_("Data")),
)
"""The site's main rooms, in the order of its navigation."""

TEXTS: tuple[tuple[str, str], ...] = (
    ("/about/", N_("About")),
    ("/method/", N_("Method")),
    ("/contribute/", N_("Contribute")),
    ("/accessibility/", N_("Accessibility")),
)
"""Texts of ``content/`` that the foot of every page links to."""

RECOMMENDATIONS = "/recommendations/"
"""What the observers asked for, where the site follows it."""

REPORTING = "/contribute/#report-an-error"
"""Where a text says how to report an error."""


def election(id: str) -> str:
    """One election."""
    return f"/elections/{id}/"


def pair(earlier: str, later: str) -> str:
    """Two elections side by side."""
    return f"/compare/{earlier}/{later}/"


def compared_topic(id: str) -> str:
    """The comparison of every election on one topic: the choice of topic that works without scripts."""
    return f"/compare/topics/{id}/"


def indicator(id: str) -> str:
    """One indicator."""
    return f"/indicators/{id}/"


def topic(id: str) -> str:
    """One topic across all reports."""
    return f"/topics/{id}/"


def reform(id: str) -> str:
    """One reform."""
    return f"/reforms/{id}/"


def thread(id: str) -> str:
    """One request, followed through the reports."""
    return f"/recommendations/{id}/"


def report(id: str) -> str:
    """One report and what was taken from it."""
    return f"/sources/{id}/"


_NOT_IN_ANCHORS = re.compile("[^a-z0-9]")

GLOSSARY = "/glossary/"
"""The terms of the field."""

CONTESTANTS = "/contestants/"
"""Parties and candidates, each with an anchor."""

SEARCH = "/search/"
"""Search, and everything that can be found from A to Z."""

AUDIT = "/audit/"
"""Every recomputed figure, and every pair of figures that disagree."""

STATIONS = "/stations/"
"""Polling stations of every election."""


VERSION = 1
"""Of the promise to readers of the downloads: raised when a file or column is renamed or removed."""

DOWNLOADS = f"/data/v{VERSION}/"
"""Everything as files, the same in every language."""


EMBEDDED = "/embed/"
"""The charts, each alone on a page that other sites may frame."""


def download(name: str) -> str:
    """One of the downloads (``figures.csv``)."""
    return f"{DOWNLOADS}{name}"


def error_form(repository: str, page: str) -> str:
    """The repository's form for a wrong figure, with the address of the page filled in.

    ``template`` names the form's file in ``.github/ISSUE_TEMPLATE/``, ``page`` its field of that id.
    """
    return f"{repository}/issues/new?{urlencode({'template': 'figure.yml', 'page': page})}"


def anchor(*parts: str | int) -> str:
    """An id for a spot on a page, of letters, digits and hyphens."""
    return _NOT_IN_ANCHORS.sub("-", "-".join(map(str, parts)).lower())


@dataclass(frozen=True)
class Addresses:
    """Turns a path of the site into an address on a page: base path of the host, prefix of the language.

    ``base`` is the path of the site's address (empty at a host's root) and ``prefix`` the language's
    folder (empty for the first language), both without a trailing slash.
    """

    base: str
    prefix: str

    def page(self, path: str) -> str:
        """Address of a page in the same language."""
        return f"{self.base}{self.prefix}{path}"

    def file(self, path: str) -> str:
        """Address of a file that is the same in every language: downloads, assets."""
        return f"{self.base}{path}"
