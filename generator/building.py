"""The whole site, written: pages of every language with their charts, assets and downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator import exports
from generator.assets import colours
from generator.lasting import keep, search
from generator.packing import PackedDataset
from generator.pages import feed, site
from generator.pages.charts.chart import csv
from generator.pages.manifest import manifest
from generator.pages.prose import Prose
from generator.pages.site import Part
from generator.pages.sitemap import sitemap
from generator.pictures import Picture, pictures
from generator.publication import ICONS, Publication, publication
from generator.rendering import card_path, prefix
from generator.serving import headers_file
from generator.side_by_side import processors, side_by_side
from generator.speech import read_catalogues
from generator.writing import AddressTakenError, SiteWriter

__all__ = ["AddressTakenError", "Building", "Prose"]

DENSITY = 2.0
"""Dots of a chart's picture for each unit of its drawing."""

TOGETHER = 500
"""Pictures that are drawn at once: enough to be shared out among processes, and few enough to be kept in memory."""

LARGE = 5_000_000
"""Bytes of a packed dataset from which on the site is written in more parts."""

SEARCHED = 100
"""Pages after which rubbish is looked for."""


def prepare() -> None:
    """Read what every part of a site needs, once and not in each of their processes; something to do while the data are read."""
    read_catalogues()


@dataclass(frozen=True)
class Building:
    """What a site is built from: checked data, prose, and settings by Pelican's names."""

    packed: PackedDataset
    prose: Sequence[Prose]
    settings: Mapping[str, Any]

    def write(self) -> None:
        """All of it, into the folder ``OUTPUT_PATH``. Raises ``AddressTakenError``, and ``OSError`` with the file."""
        published = publication(self.settings, self.packed.newest)
        languages, address, date = self.packed.languages, published.address, published.date
        # Of much data so many parts at a time as there are processors, since each takes memory; of little all, so that they end together.
        several = len(self.packed.dataset) > LARGE
        parts: Sequence[Sequence[Part]] = [[part] for part in Part] if several else [list(Part)]
        jobs = [partial(self._write_part, published, number, part) for part in parts for number in range(len(languages))]
        jobs.append(partial(self._write_shared, published))
        listed = side_by_side(jobs, at_once=processors() if several else len(jobs))
        if address:
            paths = {
                language.code: sorted(chain.from_iterable(listed[number :: len(languages)])) for number, language in enumerate(languages)
            }
            with self._writer() as writer:
                writer.write("/sitemap.xml", sitemap(address, paths, {code: prefix(languages, code) for code in paths}, date))
                writer.write("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n".encode())

    def _writer(self) -> SiteWriter:
        previous = str(self.settings["PREVIOUS_SITE"])
        return SiteWriter(Path(str(self.settings["OUTPUT_PATH"])), Path(previous) if previous else None, self.settings["BROTLI_QUALITY"])

    def _write_shared(self, published: Publication) -> list[str]:
        """What is the same in every language: assets and downloads; nothing that a sitemap lists."""
        dataset = self.packed.unpacked()
        with self._writer() as writer:
            writer.write("/_headers", headers_file([prefix(self.packed.languages, language.code) for language in self.packed.languages]))
            for asset in published.assets.values():
                writer.write(asset.path, asset.content)
            bill = Path(self.settings["SBOM"])
            if bill.is_file():
                writer.write("/sbom.cdx.json", bill.read_bytes())
            for path, content in exports.files(dataset, published.date):
                writer.write(f"/{path}", content)
        return []

    def _write_part(self, published: Publication, language: int, parts: Sequence[Part]) -> list[str]:
        """Pages of a language with their charts; returns the paths of those that a sitemap lists."""
        listed: list[str] = []
        drawn: dict[str, Picture] = {}
        dataset = self.packed.unpacked()
        renderer = published.renderer(dataset, dataset.site.languages[language])
        edition, addresses, address = renderer.edition, renderer.addresses, published.address
        keep()
        with self._writer() as writer:
            if Part.OTHERS in parts:
                icons = {size: published.assets[f"icon-{size}.png"].path for size in ICONS}
                writer.write(f"{addresses.prefix}/changes.atom", feed.atom(edition, addresses, address, published.date))
                writer.write(f"{addresses.prefix}/site.webmanifest", manifest(edition, addresses, icons, colours(published.theme)))
            for number, page in enumerate(site.pages(edition, self.prose, addresses, parts)):
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
                if number % SEARCHED == SEARCHED - 1:
                    search()
                if len(drawn) >= TOGETHER:
                    self._write_pictures(writer, drawn)
                    drawn = {}
            self._write_pictures(writer, drawn)
        return listed

    def _write_pictures(self, writer: SiteWriter, drawn: Mapping[str, Picture]) -> None:
        processes = max(1, processors() // len(self.packed.languages))
        for path, content in pictures(drawn, Path(self.settings["PICTURES_PATH"]), processes).items():
            writer.write(path, content)
