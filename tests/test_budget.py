"""No page is heavier than a slow line can bear: the budget of each kind, on the real site."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from generator.sizes import BEFORE_PAINT, IN_ALL, WIDE, Size, sizes
from tests.conftest import PROJECT


def test_every_kind_of_page_keeps_its_budget(real_site: Path) -> None:
    found = {one.kind: one for one in sizes(real_site, ["kk", "ru"])}
    over = [
        f"{one.kind}: {one.before_paint} of {one.budget}, {one.in_all} in all ({one.largest})" for one in found.values() if not one.fits
    ]
    assert over == []
    assert set(WIDE) <= set(found), "a budget for a kind of page that is no more"
    assert sum(one.pages for one in found.values()) > 1000
    spare = [kind for kind, budget in WIDE.items() if budget - found[kind].before_paint > 3 * 1024]
    assert spare == [], "a budget that is wider than its kind needs"


def test_scripts_and_fonts_count_after_the_first_paint(real_site: Path) -> None:
    found = {one.kind: one for one in sizes(real_site, ["kk", "ru"])}
    font = next((real_site / "assets").glob("*.woff2")).stat().st_size
    assert all(one.in_all > one.before_paint + font for one in found.values() if not one.kind.startswith("/embed/"))


def test_a_page_over_its_budget_is_found(real_site: Path, tmp_path: Path) -> None:
    shutil.copytree(real_site / "assets", tmp_path / "assets")
    (tmp_path / "about").mkdir()
    text = (real_site / "about" / "index.html").read_text()
    (tmp_path / "about" / "index.html").write_text(text)
    (light,) = sizes(tmp_path, [])
    assert light.fits
    assert light.before_paint <= BEFORE_PAINT
    noise = "".join(f"<p>{hashlib.sha256(str(number).encode()).hexdigest()}</p>" for number in range(1000))  # nothing to compress
    (tmp_path / "about" / "index.html").write_text(text.replace("</main>", f"{noise}</main>"))
    (heavy,) = sizes(tmp_path, [])
    assert not heavy.fits
    assert not Size("/about/", 1, "/about/", 100, IN_ALL + 1).fits


def test_nothing_blocks_the_first_paint_but_the_style_sheet(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        for script in re.findall(r"<script[^>]* src=[^>]*>", path.read_text()):
            assert re.search(r'\b(?:defer|type="module")', script), f"{path}: {script}"


def test_the_budgets_are_told_to_engineers() -> None:
    assert "make sizes" in (PROJECT / "HACKING.md").read_text()
