"""What a reader's browser loads for a page, in bytes as published, against a budget for each kind of page.

A page's first paint needs its HTML and its style sheet. The first 14 KB travel in the first round trip of a connection
(ten segments of 1,460 bytes, RFC 6928), which is why the budget of a page without a wide table is that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import brotli

from generator.writing import PUBLISHED_QUALITY

KIB = 1024
BEFORE_PAINT, IN_ALL = 14 * KIB, 60 * KIB
"""Bytes of HTML and style sheet, and of these with scripts, fonts and pictures, for any page that is not named below."""

WIDE = {
    "/elections/*/": 34 * KIB,
    "/compare/": 29 * KIB,
    "/compare/*/*/": 24 * KIB,
    "/audit/": 23 * KIB,
    "/sources/*/": 23 * KIB,
    "/stations/": 25 * KIB,
    "/search/": 22 * KIB,
    "/timeline/": 33 * KIB,
    "/timeline/*/*/": 19 * KIB,
    "/embed/*/": 18 * KIB,
}
"""Bytes before the first paint of kinds with a table of every figure, or a list of everything: they are read as they come in."""

_LOADED = re.compile(r'<(?:script|img)[^>]* src="([^"]+)"|<link rel="(?:preload|stylesheet)" href="([^"]+)"')


@dataclass(frozen=True)
class Size:
    """The largest page of a kind: ``before_paint`` and ``in_all`` are bytes, ``budget`` is of the former."""

    kind: str
    pages: int
    largest: str
    before_paint: int
    in_all: int

    @property
    def budget(self) -> int:
        """Bytes before the first paint that the kind may take."""
        return WIDE.get(self.kind, BEFORE_PAINT)

    @property
    def fits(self) -> bool:
        """Whether both budgets are kept."""
        return self.before_paint <= self.budget and self.in_all <= IN_ALL


def sizes(site: Path, languages: Sequence[str]) -> Iterator[Size]:
    """The largest page of each kind of a built site that stands at the root of its host."""
    kinds: dict[str, list[Path]] = {}
    for path in sorted(site.rglob("index.html")):
        parts = path.relative_to(site).parts[:-1]
        if parts and parts[0] in languages:
            parts = parts[1:]
        kinds.setdefault("/" + "".join(f"{part}/" for part in (*parts[:1], *("*" for _ in parts[1:]))), []).append(path)
    for kind, paths in sorted(kinds.items()):
        largest = max(paths, key=_stored)
        html = largest.read_text(encoding="utf-8")
        loaded = {name for pair in _LOADED.findall(html) for name in pair if name.startswith("/")}
        styles = {name for name in loaded if name.endswith(".css")}
        before = _published(largest) + sum(_published(site / name[1:]) for name in styles)
        others = sum(_published(site / name[1:]) for name in loaded - styles)
        address = f"/{largest.relative_to(site).as_posix().removesuffix('index.html')}"
        yield Size(kind, len(paths), address, before, before + others)


def _stored(path: Path) -> int:
    compressed = path.with_name(f"{path.name}.br")
    return (compressed if compressed.exists() else path).stat().st_size


def _published(path: Path) -> int:
    content = path.read_bytes()
    return min(len(content), len(brotli.compress(content, quality=PUBLISHED_QUALITY)))
