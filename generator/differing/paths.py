"""The pages that a dataset leads to."""

from __future__ import annotations

from generator.dataset import Dataset
from generator.links import Addresses
from generator.pages import site
from generator.pages.edition import Edition
from generator.speech import Speech


def paths(dataset: Dataset) -> list[str]:
    """Path of every page that is made from data and that search engines may list, in the site's first language; prose is not data. In order of path."""
    language = dataset.site.languages[0]
    edition = Edition(dataset, Speech(language.code, language.locale))
    return sorted(page.path for page in site.pages(edition, [], Addresses("", "")) if page.listed)
