"""A site as it is published: its look, its address and its day, the same in every language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.assets import Asset, assets, looks, named
from generator.dataset import Dataset
from generator.links import Addresses
from generator.model.reference import SiteLanguage
from generator.pages.edition import Edition
from generator.pictures import Picture, pictures
from generator.rendering import Renderer, prefix
from generator.speech import Speech
from generator.templating import environment

_ICON = 32
"""The width of the icon's own drawing, in dots."""
ICONS = (180, 192, 512)
"""The widths of its pictures for phones."""


@dataclass(frozen=True)
class Publication:
    """What the settings and the theme say of it."""

    theme: Path
    assets: Mapping[str, Asset]
    templates: Environment
    address: str
    """Where it is published, without a trailing slash; empty if that is not known."""
    repository: str
    date: datetime.date

    def renderer(self, dataset: Dataset, language: SiteLanguage) -> Renderer:
        """Renders the pages of one language."""
        edition = Edition(dataset, Speech(language.code, language.locale))
        addresses = Addresses(urlsplit(self.address).path.rstrip("/"), prefix(dataset.site.languages, language.code))
        return Renderer(self.templates, edition, addresses, self.assets, self.address, self.date, self.repository, looks(self.theme))


def publication(settings: Mapping[str, object], newest: datetime.date) -> Publication:
    """What Pelican's settings say: ``THEME``, ``TEMPLATES_COMPILED``, ``PICTURES_PATH``, ``SITEURL``, ``REPOSITORY``, ``SOURCE_DATE_EPOCH``.

    ``newest``: the day of the newest report, which is that of the site where the settings name no other.
    """
    theme, epoch = Path(str(settings["THEME"])), str(settings["SOURCE_DATE_EPOCH"])
    files = assets(theme)
    files.update(_icons(files["icon.svg"].content, Path(str(settings["PICTURES_PATH"]))))
    return Publication(
        theme=theme,
        assets=files,
        templates=environment(theme, Path(str(settings["TEMPLATES_COMPILED"]))),
        address=str(settings["SITEURL"]).rstrip("/"),
        repository=str(settings["REPOSITORY"]),
        date=datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch else newest,
    )


def _icons(drawing: bytes, kept: Path) -> dict[str, Asset]:
    drawn = pictures({f"icon-{size}.png": Picture(drawing, size / _ICON) for size in ICONS}, kept, processes=1)
    return {name: named(name, content) for name, content in drawn.items()}
