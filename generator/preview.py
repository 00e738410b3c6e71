"""A page at the moment when somebody asks for it, from data that were just saved: what `make serve` shows until the site is built."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import Dataset
from generator.model.reference import SiteLanguage
from generator.pages import site
from generator.pages.page import Page
from generator.publication import Publication
from generator.rendering import prefix


class Preview:
    """The pages of a dataset that need no prose, each made when it is asked for. For one thread at a time."""

    def __init__(self, dataset: Dataset, publication: Publication) -> None:
        # The first language, which has no folder of its own, comes last: every address begins like it.
        languages = reversed(dataset.site.languages)
        self.languages = {
            f"{prefix(dataset.site.languages, language.code)}/": _Language(dataset, language, publication) for language in languages
        }

    def page(self, address: str) -> bytes | None:
        """The page of an address on the host (``/kk/elections/``); ``None`` if there is none that needs no prose."""
        start = next(start for start in self.languages if address.startswith(start))
        return self.languages[start].page(address[len(start) - 1 :])


class _Language:
    def __init__(self, dataset: Dataset, language: SiteLanguage, publication: Publication) -> None:
        self.dataset, self.language, self.publication = dataset, language, publication
        self.pages: dict[str, Page] = {}
        self.others: Iterator[Page] | None = None

    def page(self, path: str) -> bytes | None:
        if self.others is None:
            self.renderer = self.publication.renderer(self.dataset, self.language)
            self.others = site.made_from_data(self.renderer.edition)
        while path not in self.pages:
            page = next(self.others, None)
            if page is None:
                return None
            self.pages[page.path] = page
        return self.renderer.render(self.pages[path])
