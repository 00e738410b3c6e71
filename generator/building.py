"""The whole site, written: pages of every language with their charts, assets and downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator import exports
from generator.dataset import Dataset
from generator.lasting import searched_seldom
from generator.model.reference import SiteLanguage
from generator.pages import feed, site
from generator.pages.charts.chart import csv
from generator.pages.manifest import manifest
from generator.pages.prose import Prose
from generator.pages.sitemap import sitemap
from generator.pictures import Picture, pictures
from generator.publication import ICONS, Publication, publication
from generator.rendering import card_path, prefix
from generator.serving import headers_file
from generator.side_by_side import processors, side_by_side
from generator.writing import AddressTakenError, SiteWriter

__all__ = ["AddressTakenError", "Building", "Prose"]

DENSITY = 2.0
"""Dots of a chart's picture for each unit of its drawing."""

TOGETHER = 500
"""Pictures that are drawn at once: enough to be shared out among processes, and few enough to be kept in memory."""

SEARCHED = 100
"""Pages after which rubbish is looked for."""


@dataclass(frozen=True)
class Building:
    """What a site is built from: checked data, prose, and settings by Pelican's names."""

    dataset: Dataset
    prose: Sequence[Prose]
    settings: Mapping[str, Any]

    def write(self) -> None:
        """All of it, into the folder ``OUTPUT_PATH``. Raises ``AddressTakenError``, and ``OSError`` with the file."""
        dataset, published = self.dataset, publication(self.settings, self.dataset)
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
        return SiteWriter(Path(str(self.settings["OUTPUT_PATH"])), Path(previous) if previous else None, self.settings["BROTLI_QUALITY"])

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
        with searched_seldom() as search, self._writer() as writer:
            writer.write(f"{addresses.prefix}/changes.atom", feed.atom(edition, addresses, address, published.date))
            writer.write(f"{addresses.prefix}/site.webmanifest", manifest(edition, addresses, icons))
            for number, page in enumerate(site.pages(edition, self.prose, addresses)):
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
                if number % SEARCHED == 0:
                    search()
                if len(drawn) >= TOGETHER:
                    self._write_pictures(writer, drawn)
                    drawn = {}
            self._write_pictures(writer, drawn)
        return listed

    def _write_pictures(self, writer: SiteWriter, drawn: Mapping[str, Picture]) -> None:
        processes = max(1, processors() // len(self.dataset.site.languages))
        for path, content in pictures(drawn, Path(self.settings["PICTURES_PATH"]), processes).items():
            writer.write(path, content)
