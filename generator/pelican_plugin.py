"""The site's generator as a Pelican plugin: the only module that knows Pelican.

Pelican reads the settings and the prose; this plugin adds the pages and downloads made from data.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican import signals
from pelican.generators import Generator

from generator import exports
from generator.annotations import workflow_commands
from generator.assets import assets, looks, named
from generator.dataset import Dataset
from generator.links import Addresses
from generator.loading import load
from generator.pages import feed, site
from generator.pages.charts.chart import csv
from generator.pages.edition import Edition
from generator.pages.manifest import manifest
from generator.pages.prose import Prose
from generator.pages.sitemap import sitemap
from generator.pictures import Picture, draw, pictures
from generator.problems import DataProblems, Place, Problem
from generator.rendering import Renderer, card_path, environment, prefix
from generator.serving import headers_file
from generator.speech import Speech
from generator.writing import AddressTakenError, SiteWriter

ICON, ICONS = 32, (180, 192, 512)
"""The width of the icon's own drawing, and those of its pictures for phones, in dots."""

DENSITY = 2.0
"""Dots of a chart's picture for each unit of its drawing."""


class ElectionGenerator(Generator):  # type: ignore[misc]
    """Writes everything that is made from the data folder (setting ``DATA_PATH``)."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Load and check everything. Ends the build with the editors' messages if anything is wrong, before Pelican reads a page."""
        super().__init__(*arguments, **named)
        data = Path(self.settings["DATA_PATH"])
        try:
            self.dataset: Dataset = load(data, Path(self.settings["PATH"]))
        except DataProblems as problems:
            raise self._refused(problems) from None

    def generate_context(self) -> None:
        """Refuse what Pelican would copy from wherever a page points; it comes before Pelican's generator of such files."""
        if copied := sorted(self.context["static_links"]):
            raise ValueError(f"a page asks Pelican to copy files: {', '.join(copied)}")

    def generate_output(self, writer: Any) -> None:
        """Write pages of every language, assets and downloads."""
        del writer  # Pelican's own writer copies every context; see HACKING.md
        theme, dataset = Path(self.theme), self.dataset
        address = str(self.settings["SITEURL"]).rstrip("/")
        base = urlsplit(address).path.rstrip("/")
        epoch = self.settings["SOURCE_DATE_EPOCH"]
        date = (
            datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
            if epoch
            else max(r.published for r in dataset.reports.values())
        )
        previous = Path(self.settings["PREVIOUS_SITE"]) if self.settings["PREVIOUS_SITE"] else None
        try:
            with SiteWriter(Path(self.output_path), previous) as site_writer:
                self._write_site(site_writer.write, dataset, theme, address, base, date)
        except AddressTakenError as taken:
            place = Place(f"{Path(self.settings['PATH']).name}/pages")
            found = f"a page for `{taken.path.removesuffix('index.html')}`, which is made from the data"
            problem = Problem(place, found, "an address of its own", "Give the page's file another name.")
            raise self._refused(DataProblems([problem])) from None
        except OSError as error:  # a full disk, a folder that cannot be written
            print(f"{error.filename}: {error.strerror}. Nothing was published; the last good site is untouched.", file=sys.stderr)
            raise SystemExit(2) from None

    def _write_site(
        self, write: Callable[[str, bytes], None], dataset: Dataset, theme: Path, address: str, base: str, date: datetime.date
    ) -> None:
        files, attributes = assets(theme), looks(theme)
        for size in ICONS:
            files[f"icon-{size}.png"] = named(f"icon-{size}.png", draw(Picture(files["icon.svg"].content, size / ICON)))
        write("/_headers", headers_file([prefix(dataset, language.code) for language in dataset.site.languages]))
        for asset in files.values():
            write(asset.path, asset.content)
        bill = Path(self.settings["SBOM"])
        if bill.is_file():
            write("/sbom.cdx.json", bill.read_bytes())
        for path, content in exports.files(dataset, date):
            write(f"/{path}", content)
        templates = environment(theme)
        prose = self._prose()
        paths: dict[str, list[str]] = {}
        drawn: dict[str, Picture] = {}
        for language in dataset.site.languages:
            edition = Edition(dataset, Speech(language.code, language.locale))
            addresses = Addresses(base, prefix(dataset, language.code))
            write(f"{addresses.prefix}/changes.atom", feed.atom(edition, addresses, address, date))
            renderer = Renderer(templates, edition, addresses, files, address, date, str(self.settings["REPOSITORY"]), attributes)
            icons = {size: files[f"icon-{size}.png"].path for size in ICONS}
            write(f"{addresses.prefix}/site.webmanifest", manifest(edition, addresses, icons))
            for page in site.pages(edition, prose, addresses):
                name = f"{addresses.prefix}{page.path}"
                write(f"{name}index.html" if name.endswith("/") else name, renderer.render(page))
                for chart in page.charts:
                    svg = renderer.chart(chart)
                    write(addresses.prefix + chart.file("svg"), svg)
                    write(addresses.prefix + chart.file("csv"), csv(chart))
                    drawn[addresses.prefix + chart.file("png")] = Picture(svg, DENSITY)
                if page.card and address:
                    drawn[addresses.prefix + card_path(page)] = Picture(renderer.card(page.card))
                if page.listed and page.path.endswith("/"):
                    paths.setdefault(language.code, []).append(page.path)
        for path, content in pictures(drawn, Path(self.settings["PICTURES_PATH"])).items():
            write(path, content)
        if address:
            write("/sitemap.xml", sitemap(address, paths, {code: prefix(dataset, code) for code in paths}, date))
            write("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n".encode())

    def _prose(self) -> list[Prose]:
        return [
            Prose(page.slug, page.lang, page.title, page.metadata.get("description", ""), page.content, page.metadata.get("next", ""))
            for page in (*self.context["pages"], *(t for p in self.context["pages"] for t in p.translations))
        ]

    def _refused(self, problems: DataProblems) -> SystemExit:
        """The end of a build that editors can mend: their messages, and no traceback."""
        print(problems.report(), file=sys.stderr)
        print(workflow_commands(problems.problems, Path(self.settings["DATA_PATH"]).parent), end="", file=sys.stderr)
        return SystemExit(problems.exitcode)


def generators(pelican: Any) -> type[Generator]:
    """Tell Pelican of the generator. A named function: Pelican drops lambdas."""
    del pelican
    return ElectionGenerator


def register() -> None:
    """Called by Pelican: before any generator is made, so that ours can be among them."""
    signals.get_generators.connect(generators)
