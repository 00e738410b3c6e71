"""The real site in a real browser: a reader's journeys, accessibility, phone width, nothing asked of anybody else."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.exports.as_csv import guarded
from tests.conftest import CHROMIUM, PROJECT, served, watched

KINDS = (
    "/",
    "/elections/",
    "/elections/2023-majilis/",
    "/compare/",
    "/compare/topics/women/",
    "/compare/2021-majilis/2023-majilis/",
    "/indicators/",
    "/indicators/turnout.percent/",
    "/topics/",
    "/topics/counting/",
    "/timeline/",
    "/timeline/system/",
    "/timeline/kinds/law/",
    "/embed/timeline/",
    "/embed/figures-assessments/",
    "/reforms/donation-caps/",
    "/recommendations/",
    "/contestants/",
    "/stations/",
    "/sources/",
    "/sources/2023-odihr-final-report/",
    "/data/",
    "/method/",
    "/search/",
)
SCREENSHOTS = os.environ.get("SCREENSHOTS", "")
"""A folder in which every kind of page is kept as a picture, for those who review; none is kept without it."""

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium; tests/prepare says how to get one")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    said = watched(page, address)
    for path in KINDS:
        response = page.goto(address + path)
        assert response
        assert response.status == 200, path
        # Only colours differ in the dark.
        found = Axe().run(page, options=RULES if scheme == "light" else {"runOnly": ["color-contrast"]}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == [], f"{path} in {scheme}"
    assert said == []
    context.close()


def test_a_host_without_our_headers_runs_nothing_inline_and_embeds_stand_in_frames(
    browser: Browser, real_site: Path, tmp_path: Path
) -> None:
    page = browser.new_page()
    with served(real_site, headers=False) as address, served(tmp_path, headers=False) as elsewhere:
        said = watched(page, address)
        for path in KINDS:
            page.goto(address + path)
            assert said == [], path
            run = "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'})); window.ran"
            assert page.evaluate(run) is None, path
            assert "Content Security Policy" in said.pop(), path
        (tmp_path / "index.html").write_text(f'<iframe src="{address}/embed/timeline/"></iframe>')
        page.goto(elsewhere)
        assert page.frame_locator("iframe").locator("svg.drawing text").count() > 2
    page.close()


def test_axe_would_find_something(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'><input></body></html>")
    assert Axe().run(page, options=RULES).response["violations"]
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in KINDS:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
        if SCREENSHOTS:
            name = path.strip("/").replace("/", "_") or "home"
            height = min(4000, page.evaluate("document.documentElement.scrollHeight"))  # long pages go on as they begin
            schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                target = PROJECT / SCREENSHOTS / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=target, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_from_home_to_the_source_of_a_number(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Compare", exact=True).click()
    cell = page.locator("#topic-participation tr", has_text="Turnout").locator('td[data-election="2023-majilis"]').first
    cell.locator("summary").first.click()
    assert cell.get_by_text("Source:").first.is_visible()
    cell.locator("a.cited").first.click()
    assert "/sources/2023-odihr-final-report/#" in page.url
    assert page.get_by_role("heading", level=1).inner_text().startswith("Republic of Kazakhstan")
    context.close()


def test_choosing_elections_is_kept_in_the_address(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/compare/")
    page.get_by_text("Choose elections and topics").click()
    page.get_by_role("checkbox", name="2019 presidential").uncheck()
    page.get_by_label("only rows that differ").check()
    assert "elections=2007-majilis,2021-majilis,2023-majilis" in page.url
    assert "differences=only" in page.url
    assert page.locator('td[data-election="2019-presidential"]').first.is_hidden()
    shared = browser.new_page()
    shared.goto(page.url)
    assert shared.locator('th[data-election="2019-presidential"]').is_hidden()
    assert shared.locator('th[data-election="2023-majilis"]').is_visible()
    shared.goto(address + "/compare/?elections=nonsense")
    assert shared.locator('th[data-election="2019-presidential"]').is_visible()
    page.close()
    shared.close()


def test_three_elections_in_another_order_are_shared_by_their_address(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/compare/")
    page.get_by_text("Choose elections and topics").click()
    page.get_by_role("checkbox", name="2019 presidential").uncheck()
    page.get_by_role("button", name="Move to the left: 2023 Majilis").click()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move to the left: 2023 Majilis", "the focus stays"
    page.get_by_role("button", name="Pin: Turnout", exact=True).click()
    page.get_by_role("button", name="Pin: Minimum age to stand").click()
    assert page.get_by_role("button", name="Pin: Turnout", exact=True).get_attribute("aria-pressed") == "true"
    assert "elections=2007-majilis,2023-majilis,2021-majilis&pinned=turnout.percent,candidacy.minimum_age" in page.url

    def view(of: Page) -> list[str]:
        return of.locator("thead th:visible, tbody.pinned tr:visible > *:visible").all_inner_texts()

    shared = browser.new_context().new_page()
    shared.goto(page.url)
    assert view(shared) == view(page)
    page.get_by_role("button", name="Pin: Turnout", exact=True).click()
    page.get_by_role("button", name="Pin: Minimum age to stand").click()
    assert page.locator("tbody.pinned").is_hidden()
    order = page.locator("tr[data-indicator]").evaluate_all("rows => rows.map(row => row.dataset.indicator)")
    plain = browser.new_page()
    plain.goto(address + "/compare/")
    assert order == plain.locator("tr[data-indicator]").evaluate_all("rows => rows.map(row => row.dataset.indicator)"), (
        "back at their places"
    )
    for one in (page, shared, plain):
        one.close()


def test_what_is_displayed_is_downloaded_and_no_more(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/compare/?elections=2023-majilis,2021-majilis&topics=women&pinned=turnout.percent")
    page.get_by_text("Choose elections and topics").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download what is displayed (CSV)").click()
    rows = list(csv.reader(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == [
        "Topic",
        "Indicator",
        "Id in the downloads",
        "2023 Majilis",
        "2023 Majilis: source",
        "2021 Majilis",
        "2021 Majilis: source",
    ]
    shown = page.locator("tr[data-indicator]:visible").evaluate_all("rows => rows.map(row => row.dataset.indicator)")
    assert [row[2] for row in rows[1:]] == shown
    assert len(shown) == page.locator("tbody[data-topic=women] tr[data-indicator]").count() + 1
    turnout = rows[1]
    assert (turnout[1], turnout[3]) == ("Turnout", "54.21% another figure is also stated")
    assert "2023" in turnout[4]
    page.close()


def test_no_downloaded_text_is_a_formula_to_a_spreadsheet(browser: Browser, address: str) -> None:
    labels = ['=HYPERLINK("https://example.org", "x")', "+1", "-1", "@a", "'=1", "＝1", "'s", "1-1"]
    page = browser.new_page()
    page.goto(address + "/compare/")
    page.evaluate(
        "labels => document.querySelectorAll('tr[data-indicator] th a').forEach((a, at) => { a.textContent = labels[at] ?? a.textContent; })",
        labels,
    )
    page.get_by_text("Choose elections and topics").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download what is displayed (CSV)").click()
    rows = list(csv.reader(waiting.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert [row[1] for row in rows[1 : len(labels) + 1]] == [guarded(label) for label in labels]
    assert sum(guarded(label) != label for label in labels) == 6
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_headings_never_cover_the_focus(browser: Browser, address: str, width: int) -> None:
    # 320 pixels are 1280 at 400 per cent.
    context = browser.new_context(viewport={"width": width, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "/compare/")
    for number in (5, 40, 90, 150, 250):
        summary = page.locator("[data-comparison] td summary").nth(number)
        summary.focus()
        seen = summary.evaluate("""element => {
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + 6, box.top + 6);
            return element === top || element.contains(top);
        }""")
        assert seen, f"the focus on figure {number} is covered at {width}"
    context.close()


_SHIFTS = """() => new Promise((done) => {
    let moved = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(moved)));
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path in KINDS:
        page.goto(address + path)
        assert page.evaluate(_SHIFTS) == 0, f"{path} at {width}"
    context.close()


def test_a_page_that_moves_would_be_noticed(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<p id=p>Here</p><p>There</p>")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("document.getElementById('p').style.height = '300px'")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(_SHIFTS) > 0
    page.close()


def test_forced_colours_leave_nothing_invisible(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    for path in ("/", "/compare/", "/indicators/turnout.percent/", "/timeline/", "/recommendations/"):
        page.goto(address + path)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", "no motion for those who ask for none"
        for mark in page.locator("svg rect, svg circle, svg path").all()[:40]:
            colours = mark.evaluate(
                "e => { const s = getComputedStyle(e); return [s.fill, s.stroke, getComputedStyle(document.body).backgroundColor]; }"
            )
            assert not (colours[0] == colours[2] and colours[1] in ("none", colours[2])), f"{path}: a mark in the colour of its ground"
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_request_is_read_from_report_to_report(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("navigation", name="Main rooms").get_by_role("link", name="Recommendations").click()
    page.locator("main a[href^='/recommendations/']", has_text="debates live").first.click()
    assert page.get_by_role("heading", level=1).is_visible()
    page.locator("main a[href*='/sources/']").first.click()
    assert "/sources/" in page.url
    context.close()


def test_stations_are_sorted_by_a_heading_and_back(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/stations/")
    rows = page.locator("table[data-sortable] tbody tr")

    def first() -> str:
        return rows.first.locator("th a").inner_text()

    head = page.get_by_role("columnheader", name="Nur Otan")
    button = page.get_by_role("button", name="Nur Otan", exact=True)
    button.click()
    assert (head.get_attribute("aria-sort"), first()) == ("ascending", "363")
    button.click()
    assert (head.get_attribute("aria-sort"), first()) == ("descending", "75")
    button.click()
    assert (head.get_attribute("aria-sort"), first()) == (None, "406")
    page.get_by_role("button", name="Region", exact=True).click()
    assert first() == "175"
    assert rows.count() == 42
    page.close()


def test_headings_stay_in_view_while_the_table_scrolls(browser: Browser, address: str) -> None:
    # Smooth scrolling would still be under way when we measure.
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "/compare/")
    table = page.get_by_role("region", name="Figures of every election, by topic")
    table.evaluate("box => { box.scrollIntoView(); box.scrollTop = 3000; box.scrollLeft = 500; }")
    frame = table.bounding_box()
    head = page.locator('thead th[data-election="2023-majilis"]').bounding_box()
    first = page.locator("thead th.what").bounding_box()
    assert frame and head and first
    assert frame["y"] <= head["y"] < frame["y"] + 150
    assert first["x"] - frame["x"] < 5
    context.close()


def test_without_scripts_a_pair_is_two_links_away(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/compare/")
    assert page.locator("[data-controls]").is_hidden()
    page.get_by_text("Choose elections and topics").click()
    page.get_by_role("link", name="2021 Majilis and 2023 Majilis").click()
    assert page.get_by_role("heading", name="What changed").is_visible()
    context.close()


def test_the_history_of_the_residence_requirement(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/indicators/candidacy.residency_years/")
    assert page.get_by_role("table").inner_text().count("years") >= 2
    page.goto(address + "/timeline/candidacy/")
    assert page.get_by_role("link", name="residence").first.is_visible()
    page.close()


def test_everything_is_reached_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/elections/2023-majilis/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.locator("details.figure > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.figure").first.get_attribute("open") is not None
    page.close()


def test_a_pair_prints_whole(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/compare/2021-majilis/2023-majilis/")
    page.emulate_media(media="print")
    box = page.locator(".scroll").first
    assert box.evaluate("box => getComputedStyle(box).overflow") == "visible"
    assert page.locator(".masthead nav").first.is_hidden()
    page.close()
