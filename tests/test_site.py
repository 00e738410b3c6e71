"""Sites built by the real Pelican: pages of the contract, links that resolve, valid HTML, the invented country's kept pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from generator.checking.addresses import pages_of
from generator.comparison import pairs
from generator.dataset import Dataset
from generator.files import read_files
from tests.conftest import INVENTED, PROJECT, pelican

KEPT = Path(__file__).parent / "kept"
KEPT_PAGES = (
    "index.html",
    "compare/2010-assembly/2014-assembly/index.html",
    "indicators/turnout.percent/index.html",
    "kk/topics/counting/index.html",
)

_ATTRIBUTE = re.compile(r'\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


def html_files(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def links_of(text: str) -> set[str]:
    return {link.replace("&amp;", "&") for link in _ATTRIBUTE.findall(text)}


def asked_of_others(text: str) -> list[str]:
    """Tags of a page by which a browser loads something from another host; what only names an address is none."""
    tags = re.findall(r'<(?:script|img|link|iframe|source)\b[^>]*\s(?:src|href)="(?:https?:)?//[^>]*>', text, re.IGNORECASE)
    return [tag for tag in tags if not re.search(r'\srel="(?:canonical|alternate)"', tag)]


def broken_links(site: Path, base: str) -> list[str]:
    """Internal links of a site that lead nowhere, or to an anchor that is not there."""
    ids = {path: set(_ID.findall(path.read_text())) for path in html_files(site)}
    broken = []
    for path in ids:
        for link in links_of(path.read_text()):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = path
            if parts.path:
                if not parts.path.startswith(f"{base}/"):
                    broken.append(f"{path.relative_to(site)}: {link} is outside {base or 'the site'}")
                    continue
                target = site / unquote(parts.path[len(base) :]).lstrip("/")
                target = target / "index.html" if parts.path.endswith("/") else target
            if not target.is_file():
                broken.append(f"{path.relative_to(site)}: {link}")
            elif parts.fragment and parts.fragment not in ids.get(target, set()):
                broken.append(f"{path.relative_to(site)}: no anchor for {link}")
    return broken


def test_every_page_of_the_contract_is_there(real_site: Path, real: Dataset) -> None:
    paths = [
        "",
        "elections",
        "compare",
        "indicators",
        "topics",
        "timeline",
        "contestants",
        "stations",
        "sources",
        "data",
        "method",
        "about",
        "contribute",
        "accessibility",
        "search",
    ]
    paths += [f"elections/{id}" for id in real.elections]
    paths += [f"indicators/{id}" for id in real.indicators]
    paths += [f"topics/{id}" for id in real.topics]
    paths += [f"reforms/{id}" for id in real.reforms]
    paths += [f"sources/{id}" for id in real.reports]
    paths += [f"compare/{a.id}/{b.id}" for a, b in pairs(real)]
    missing = [path for path in paths if not (real_site / path / "index.html").is_file()]
    assert not missing
    assert "<author><name>" in (real_site / "changes.atom").read_text(), "a feed without an author is none (RFC 4287)"


def test_every_internal_link_and_anchor_resolves(real_site: Path, invented_site: Path) -> None:
    assert broken_links(real_site, "") == []
    assert broken_links(invented_site, "/elections") == []


def test_the_pages_that_a_change_may_name_are_those_that_are_built(invented_site: Path) -> None:
    built = {f"/{path.parent.relative_to(invented_site).as_posix()}/".replace("/./", "/") for path in invented_site.rglob("index.html")}
    known = pages_of(read_files(INVENTED / "data"))
    assert known <= built
    # The others are texts, the second language, and views that show a part of a room or one chart of it.
    others = r"/(kk|embed|about|method|contribute|accessibility)/|/compare/topics/|/timeline/|/recommendations/(reports|states|topics)/"
    assert [path for path in sorted(built - known) if not re.match(others, path)] == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="/none/">x</a> <a href="#nowhere">y</a> <a href="/index.html#here" id="here">z</a>')
    assert len(broken_links(tmp_path, "")) == 2


def test_every_page_is_html_that_a_strict_parser_takes(real_site: Path, invented_site: Path) -> None:
    for site in (real_site, invented_site):
        for path in html_files(site):
            parser = html5lib.HTMLParser(strict=False)
            parser.parse(path.read_text())
            assert parser.errors == [], f"{path.relative_to(site)}: {parser.errors[:3]}"


def test_no_id_stands_twice_on_a_page(real_site: Path, invented_site: Path) -> None:
    for site in (real_site, invented_site):
        for path in html_files(site):
            ids = _ID.findall(path.read_text())
            assert len(ids) == len(set(ids)), f"{path.relative_to(site)}: {sorted(id for id in ids if ids.count(id) > 1)[:3]}"


def test_pages_ask_nobody_else_and_carry_no_inline_script_or_style(real_site: Path, invented_site: Path) -> None:
    for path in (*html_files(real_site), *html_files(invented_site)):
        text = path.read_text()
        assert not re.search(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", text), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text), path
        assert asked_of_others(text) == [], path


def test_a_page_that_asks_somebody_else_would_be_found(real_site: Path) -> None:
    text = (real_site / "about/index.html").read_text()
    for tag in (
        '<script src="https://example.org/x.js">',
        '<link rel="stylesheet" href="//example.org/x.css">',
        '<img\nsrc="HTTP://a.b/">',
    ):
        assert asked_of_others(text.replace("</head>", f"{tag}</head>")) == [tag]


def test_every_page_says_where_one_is_of_when_it_is_and_how_to_go_on(real_site: Path, invented_site: Path) -> None:
    for site in (real_site, invented_site):
        for path in html_files(site):
            text, name = path.read_text(), path.relative_to(site).as_posix()
            assert len(re.findall(r"<h1[ >]", text)) == 1, name
            if "embed" in path.relative_to(site).parts:  # a guest on somebody else's page: only the way home
                assert re.search(r'<p class="from"><a href="[^"]*">', text), name
                assert '<base target="_top">' in text, "links leave the frame, since no other page may be framed"
                continue
            assert re.search(r'<footer.*<time datetime="\d{4}-\d\d-\d\d">.*</footer>', text, re.S), f"{name}: no date of the data"
            assert re.search(r'<footer.*href="[^"]*#report-an-error".*</footer>', text, re.S), f"{name}: no way to report an error"
            assert re.search(r'<form class="(find|query)" role="search" action="[^"]*/search/"', text), f"{name}: no search"
            home = name in ("index.html", "kk/index.html", "ru/index.html")
            assert home or re.search(r'<nav class="crumbs".*?<a href="[^"]*/">.*?aria-current="page"', text, re.S), (
                f"{name}: no breadcrumbs"
            )
            error = name.endswith("404.html")
            assert error or re.search(r'<p class="next"><a href="[^"#]*/(#[^"]*)?">', text), f"{name}: no next question"


def test_links_of_prose_lead_to_where_the_site_stands(invented_site: Path) -> None:
    text = (invented_site / "about/index.html").read_text()
    assert '<a href="/elections/compare/">link</a>' in text


def test_every_figure_of_the_comparison_names_its_source(real_site: Path, real: Dataset) -> None:
    text = (real_site / "compare/index.html").read_text()
    stated = [figure for election in real.elections.values() for figure in election.figures.values() if figure.citation]
    assert text.count('<p>Source: <a class="cited"') >= len(stated) > 200


@pytest.mark.parametrize("name", KEPT_PAGES)
def test_pages_of_the_invented_country_are_as_kept(invented_site: Path, name: str) -> None:
    """`pytest --force-regen` is not needed: delete a kept page to keep the new one, then read the difference in git."""
    made = re.sub(r"\.[0-9a-f]{10}\.(css|js|svg)", r".\1", (invented_site / name).read_text())
    kept = KEPT / name.replace("/", "_")
    if not kept.exists():
        kept.write_text(made)
        pytest.fail(f"{kept.name} was not there; it is now: read it and commit it")
    assert made == kept.read_text()


def test_a_build_is_the_same_to_the_byte_anywhere(tmp_path: Path) -> None:
    settings = PROJECT / "tests/invented/pelicanconf.py"
    surroundings = [
        {"TZ": "Asia/Almaty", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ]
    made = []
    for number, environment in enumerate(surroundings):
        output = tmp_path / str(number)
        done = pelican(settings, output, **environment)
        assert done.status == 0, done.said
        made.append({path.relative_to(output): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()})
    assert made[0] == made[1]
