"""Charts where readers see them: words apart in the browser's own font, and a timeline that can be filtered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import CHROMIUM, served

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium; tests/prepare says how to get one")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as found:
        yield found


PAGES = (
    "/",
    "/indicators/turnout.percent/",
    "/indicators/voters.registered/",
    "/elections/2023-majilis/",
    "/topics/women/",
    "/topics/assessment/",
    "/timeline/",
    "/recommendations/",
    "/recommendations/absentee-certificates/",
    "/stations/",
    "/embed/results-2007-majilis-list/",
)

TOUCHING = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.drawing")) {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    words.forEach(([word, a], index) => {
      if (a.left < frame.left - 1 || a.right > frame.right + 1) found.push(`${word} sticks out`);
      for (const [other, b] of words.slice(index + 1)) {
        // The box of a word includes the room above and below its letters.
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && down > 0.4 * Math.min(a.height, b.height))
          found.push(`${word} / ${other}`);
      }
    });
  }
  return found;
}"""


@pytest.mark.parametrize(("prefix", "width"), [("", 360), ("", 1280), ("/kk", 360), ("/kk", 1280), ("/ru", 360), ("/ru", 1280)])
def test_no_words_touch_in_the_browsers_font(browser: Browser, address: str, prefix: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(address + prefix + path)
        assert page.locator("svg.drawing text").count() > 2, path
        assert page.evaluate(TOUCHING) == [], f"{prefix}{path} at {width}"
    page.evaluate("document.querySelectorAll('svg.drawing text')[1].setAttribute('font-size', 90)")
    assert page.evaluate(TOUCHING), "words that touch would be found"
    page.close()


def test_the_timeline_is_filtered_and_the_choice_is_shared(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/timeline/")
    entries, marks = page.locator("li[data-kind]:visible"), page.locator("svg a[data-kind]:not(.faint)")
    whole = entries.count()
    assert whole == marks.count() > 100
    page.get_by_role("combobox", name="Kind").select_option("law")
    page.get_by_role("combobox", name="Topic").select_option("system")
    assert page.url.endswith("/timeline/?topic=system&kind=law")
    assert 0 < entries.count() == marks.count() < 20
    assert {entry.get_attribute("data-kind") for entry in entries.all()} == {"law"}
    assert page.locator("[data-shown]").inner_text() == f"{entries.count()} of {whole} shown"
    assert page.locator(".landmark:visible").count() == 4
    some = entries.count()
    page.reload()
    assert entries.count() == some
    page.goto(address + "/timeline/?kind=nonsense")
    assert entries.count() == whole
    page.close()


def test_a_timeline_within_another_sites_page_can_be_followed(browser: Browser, address: str) -> None:
    """Its marks are smaller than a finger; each has a link in the table that is large enough (WCAG 2.2, 2.5.8)."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    guest = f'<iframe src="{address}/embed/timeline/" width="100%" height="700"></iframe>'
    page.route(f"{address}/elsewhere", lambda route: route.fulfill(body=guest, content_type="text/html"))
    page.goto(f"{address}/elsewhere")
    frame = page.frames[1]
    frame.locator(".twin > summary").click()
    marks = frame.eval_on_selector_all("svg.drawing a", "found => found.map(link => link.getAttribute('href'))")
    links = {link.get_attribute("href"): link.bounding_box() for link in frame.locator(".twin th a").all()}
    assert len(marks) > 100
    assert set(links) == set(marks)
    assert all(box and min(box["width"], box["height"]) >= 24 for box in links.values())
    frame.locator(".twin th a").first.click()
    page.wait_for_url(f"{address}{next(iter(links))}")
    page.close()


def test_without_scripts_the_timeline_is_filtered_by_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/timeline/")
    assert page.locator("[data-timeline]").is_hidden()
    page.get_by_text("Choose a topic or a kind").click()
    page.get_by_role("link", name="Law", exact=True).click()
    assert page.url.endswith("/timeline/kinds/law/")
    kinds = {entry.get_attribute("data-kind") for entry in page.locator("li[data-kind]").all()}
    assert kinds == {"law"} == {mark.get_attribute("data-kind") for mark in page.locator("svg a[data-kind]").all()}
    page.locator("li[data-kind] .date a").first.click()
    assert page.locator("li[data-kind]:target").count() == 1
    context.close()
