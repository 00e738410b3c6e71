"""Work and memory grow with what is written, not with pairs of things: an invented country, and larger ones."""

from __future__ import annotations

import cProfile
import pstats
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.synthetic import write
from generator.loading import load
from generator.pages import site
from generator.publication import publication
from generator.writing import WAITING, SiteWriter
from tests.conftest import PROJECT

SIZE = (8, 8, 16)
"""Elections, indicators and threads of the smallest country."""


@dataclass(frozen=True)
class Made:
    """A whole edition: its pages, their bytes, the calls of functions that it took, and the most memory beyond the data."""

    pages: int
    bytes: int
    calls: int
    memory: int
    paths: frozenset[str]


def made(folder: Path, size: Sequence[int]) -> Made:
    """Load, check and write the first language of an invented country of some size."""
    write(folder, *size)
    settings = {
        "THEME": PROJECT / "themes/editorial",
        "TEMPLATES_COMPILED": folder.parent / "templates",  # compiling is no part of the growth
        "PICTURES_PATH": folder / "pictures",
        "SITEURL": "https://example.org",
        "REPOSITORY": "",
        "SOURCE_DATE_EPOCH": "1500000000",
    }
    profile = cProfile.Profile()
    profile.enable()
    dataset = load(folder / "data", folder / "content")
    renderer = publication(settings, dataset.newest).renderer(dataset, dataset.site.languages[0])
    sizes: dict[str, int] = {}
    for page in site.pages(renderer.edition, [], renderer.addresses):
        sizes[page.path] = len(renderer.render(page)) + sum(len(renderer.chart(chart)) for chart in page.charts)
    profile.disable()
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    tracemalloc.start()
    renderer = publication(settings, dataset.newest).renderer(dataset, dataset.site.languages[0])
    for page in site.pages(renderer.edition, [], renderer.addresses):
        renderer.render(page)
    _, memory = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Made(len(sizes), sum(sizes.values()), calls, memory, frozenset(sizes))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The smallest; made twice, since the first one fills what is kept of numbers and dates."""
    made(tmp_path_factory.getbasetemp() / "first", SIZE)
    return made(tmp_path_factory.getbasetemp() / "small", SIZE)


@pytest.mark.parametrize(
    ("grown", "factor"),
    [((True, False, False), 4), ((False, True, False), 4), ((False, False, True), 5), ((True, True, True), 2)],
    ids=["elections", "indicators", "threads", "all"],
)
def test_what_is_added_costs_the_same_however_much_is_there(
    small: Made, grown: tuple[bool, bool, bool], factor: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    large, largest = (
        made(
            tmp_path_factory.getbasetemp() / f"{grown} {times}",
            [count * times if more else count for count, more in zip(SIZE, grown, strict=True)],
        )
        for times in (factor, factor**2)
    )
    assert largest.pages - large.pages <= factor * (large.pages - small.pages)
    first, then = ((more.calls - less.calls) / (more.bytes - less.bytes) for less, more in ((small, large), (large, largest)))
    assert then <= 1.15 * first, "calls of functions for each byte that is written more"
    assert largest.memory < 0.7 * largest.bytes, "pages are written as they are made, not kept"


def test_a_page_for_each_pair_of_neighbours_and_no_other(small: Made) -> None:
    pairs = [
        path for path in small.paths if path.startswith("/compare/") and not path.startswith("/compare/topics/") and path.count("/") == 4
    ]
    kinds = Counter("presidential" if number % 4 == 3 else "parliamentary" for number in range(SIZE[0]))
    assert len(pairs) == sum(count - 1 for count in kinds.values())


def test_few_files_wait_to_be_written(tmp_path: Path) -> None:
    with SiteWriter(tmp_path) as writer:
        for number in range(5 * WAITING):
            writer.write(f"/{number}.html", b"x" * 2000)
            assert writer.waiting.qsize() <= WAITING
    assert len(list(tmp_path.glob("*.html"))) == 5 * WAITING
