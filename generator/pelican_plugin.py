"""The site's generator as a Pelican plugin: the only module that knows Pelican.

Pelican reads the settings and the prose; this plugin adds the pages and downloads made from data.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from generator import exports
from generator.annotations import workflow_commands
from generator.dataset import Dataset
from generator.loading import load
from generator.model.reference import SiteLanguage
from generator.pages import feed, site
from generator.pages.charts.chart import csv
from generator.pages.manifest import manifest
from generator.pages.prose import Prose
from generator.pages.sitemap import sitemap
from generator.pictures import Picture, pictures
from generator.problems import DataProblems, Place, Problem
from generator.publication import ICONS, Publication, publication
from generator.reading import parse_yaml
from generator.rendering import card_path, prefix
from generator.serving import headers_file
from generator.side_by_side import processors, side_by_side
from generator.writing import AddressTakenError, SiteWriter

DENSITY = 2.0
"""Dots of a chart's picture for each unit of its drawing."""

TOGETHER = 500
"""Pictures that are drawn at once: enough to be shared out among processes, and few enough to be kept in memory."""


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
        parse_yaml.cache_clear()  # what is kept for reading again takes as much memory as all that follows

    def generate_context(self) -> None:
        """Refuse what Pelican would copy from wherever a page points; it comes before Pelican's generator of such files."""
        if copied := sorted(self.context["static_links"]):
            raise ValueError(f"a page asks Pelican to copy files: {', '.join(copied)}")

    def generate_output(self, writer: Any) -> None:
        """Write pages of every language, assets and downloads."""
        del writer  # Pelican's own writer copies every context; see HACKING.md
        try:
            self._write_site()
        except AddressTakenError as taken:
            place = Place(f"{Path(self.settings['PATH']).name}/pages")
            found = f"a page for `{taken.path.removesuffix('index.html')}`, which is made from the data"
            problem = Problem(place, found, "an address of its own", "Give the page's file another name.")
            raise self._refused(DataProblems([problem])) from None
        except OSError as error:  # a full disk, a folder that cannot be written
            print(f"{error.filename}: {error.strerror}. Nothing was published; the last good site is untouched.", file=sys.stderr)
            raise SystemExit(2) from None

    def _write_site(self) -> None:
        dataset, published = self.dataset, publication({**self.settings, "THEME": self.theme}, self.dataset)
        address, date = published.address, published.date
        jobs = [partial(self._write_language, published, language) for language in dataset.site.languages]
        listed = side_by_side(jobs, meanwhile=partial(self._write_shared, published))
        if address:
            paths = {language.code: found for language, found in zip(dataset.site.languages, listed, strict=True)}
            with self._writer() as writer:
                writer.write("/sitemap.xml", sitemap(address, paths, {code: prefix(dataset, code) for code in paths}, date))
                writer.write("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n".encode())

    def _writer(self) -> SiteWriter:
        previous = str(self.settings["PREVIOUS_SITE"])
        return SiteWriter(Path(self.output_path), Path(previous) if previous else None, self.settings["BROTLI_QUALITY"])

    def _write_shared(self, published: Publication) -> None:
        """What is the same in every language: assets and downloads."""
        with self._writer() as writer:
            writer.write("/_headers", headers_file([prefix(self.dataset, language.code) for language in self.dataset.site.languages]))
            for asset in published.assets.values():
                writer.write(asset.path, asset.content)
            bill = Path(self.settings["SBOM"])
            if bill.is_file():
                writer.write("/sbom.cdx.json", bill.read_bytes())
            for path, content in exports.files(self.dataset, published.date):
                writer.write(f"/{path}", content)

    def _write_language(self, published: Publication, language: SiteLanguage) -> list[str]:
        """The pages of a language with their charts; returns the paths of those that a sitemap lists."""
        listed: list[str] = []
        drawn: dict[str, Picture] = {}
        renderer = published.renderer(self.dataset, language)
        edition, addresses, address = renderer.edition, renderer.addresses, published.address
        icons = {size: published.assets[f"icon-{size}.png"].path for size in ICONS}
        with self._writer() as writer:
            writer.write(f"{addresses.prefix}/changes.atom", feed.atom(edition, addresses, address, published.date))
            writer.write(f"{addresses.prefix}/site.webmanifest", manifest(edition, addresses, icons))
            for page in site.pages(edition, self._prose(), addresses):
                name = f"{addresses.prefix}{page.path}"
                writer.write(f"{name}index.html" if name.endswith("/") else name, renderer.render(page))
                for chart in page.charts:
                    svg = renderer.chart(chart)
                    writer.write(addresses.prefix + chart.file("svg"), svg)
                    writer.write(addresses.prefix + chart.file("csv"), csv(chart))
                    drawn[addresses.prefix + chart.file("png")] = Picture(svg, DENSITY)
                if page.card and address:
                    drawn[addresses.prefix + card_path(page)] = Picture(renderer.card(page.card))
                if page.listed and page.path.endswith("/"):
                    listed.append(page.path)
                if len(drawn) >= TOGETHER:
                    self._write_pictures(writer, drawn)
                    drawn = {}
            self._write_pictures(writer, drawn)
        return listed

    def _write_pictures(self, writer: SiteWriter, drawn: Mapping[str, Picture]) -> None:
        processes = max(1, processors() // len(self.dataset.site.languages))
        for path, content in pictures(drawn, Path(self.settings["PICTURES_PATH"]), processes).items():
            writer.write(path, content)

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
