"""From pages to HTML: one template environment for each language, with what every template may use."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.assets import Asset
from generator.dataset import Dataset
from generator.links import Addresses
from generator.pages.edition import Edition
from generator.pages.page import Page


def environment(theme: Path) -> Environment:
    """Templates of the theme alone: everything escaped, nothing undefined, nothing borrowed."""
    return Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Renderer:
    """Renders the pages of one edition."""

    def __init__(
        self,
        environment: Environment,
        edition: Edition,
        addresses: Addresses,
        assets: Mapping[str, Asset],
        address: str,
        date: datetime.date,
        repository: str,
    ) -> None:
        """``address``: where the site is published, without a trailing slash; empty if that is not known."""
        self.environment = environment.overlay()
        say, site = edition.say, edition.dataset.site
        self.environment.globals.update(
            _=say,
            plural=say.plural,
            url=addresses.page,
            file=addresses.file,
            asset=lambda name: addresses.file(assets[name].path),
            language=say.code,
            languages=[(language.code, language.name, prefix(edition.dataset, language.code)) for language in site.languages],
            base=addresses.base,
            address=address,
            site_title=say.plain(site.title),
            country=say.plain(site.country),
            licence=(site.data_licence_name, site.data_licence_address),
            rooms=edition.rooms(),
            data_date=say.date(date),
            data_date_iso=date.isoformat(),
            repository=repository,
        )

    def render(self, page: Page) -> bytes:
        """A page as a file. Raises what Jinja raises for a mistake in a template."""
        template = self.environment.get_template(page.template)
        return template.render(page.context, page=page).encode()


def prefix(dataset: Dataset, code: str) -> str:
    """The folder of a language: none for the first."""
    return "" if code == dataset.site.languages[0].code else f"/{code}"
