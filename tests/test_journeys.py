"""The journeys of a reader in every language of the site, in a real browser: each finds words of its own language on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from generator.dataset import Dataset
from generator.speech import Speech
from tests.conftest import CHROMIUM, served, watched
from tests.test_browser import KINDS, RULES

pytestmark = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium; tests/prepare says how to get one")

LANGUAGES = ("en", "kk", "ru")
SCRIPTS = pytest.mark.parametrize("scripts", [True, False])
IN_EACH_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as found:
        yield found


def home(code: str) -> str:
    return "/" if code == "en" else f"/{code}/"


def test_these_are_the_languages_of_the_site(real: Dataset) -> None:
    assert tuple(language.code for language in real.site.languages) == LANGUAGES


@IN_EACH_LANGUAGE
@SCRIPTS
def test_from_home_to_the_source_of_a_number(browser: Browser, address: str, real: Dataset, code: str, scripts: bool) -> None:
    say = Speech(code)
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    said = watched(page, address)
    page.goto(address + home(code))
    page.get_by_role("navigation", name=say("Main rooms")).get_by_role("link", name=say("Compare"), exact=True).click()
    turnout = real.indicators["turnout.percent"].label
    row = page.locator("#topic-participation tr", has=page.get_by_role("link", name=say.plain(turnout), exact=True))
    cell = row.locator('td[data-election="2023-majilis"]')
    assert say.percent(real.elections["2023-majilis"].figures["turnout.percent"].value) in cell.inner_text()  # type: ignore[arg-type]
    cell.locator("summary").first.click()
    assert cell.get_by_text(say("Source:")).first.is_visible()
    cell.locator("a.cited").first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{home(code)}sources/2023-odihr-final-report/#")))
    expect(page.locator("html")).to_have_attribute("lang", code)
    assert said == []
    context.close()


@IN_EACH_LANGUAGE
def test_three_elections_are_compared_and_the_address_is_shared(browser: Browser, address: str, real: Dataset, code: str) -> None:
    say = Speech(code)
    page = browser.new_page()
    page.goto(f"{address}{home(code)}compare/")
    page.get_by_text(say("Choose elections and topics")).click()
    page.get_by_role("checkbox", name=say.plain(real.elections["2019-presidential"].short)).uncheck()
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert page.url.endswith(f"{home(code)}compare/?elections=2007-majilis,2021-majilis,2023-majilis")
    assert other.locator("thead th[data-election]:visible").count() == 3
    page.close()
    other.close()


@IN_EACH_LANGUAGE
def test_the_history_of_the_residence_requirement_is_found(browser: Browser, address: str, real: Dataset, code: str) -> None:
    say = Speech(code)
    label = say.plain(real.indicators["candidacy.residency_years"].label)
    page = browser.new_page()
    page.goto(address + home(code))
    page.get_by_role("searchbox").fill(label)
    page.keyboard.press("Enter")
    page.locator(".results").get_by_role("link", name=label, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(label)
    assert page.url.endswith(f"{home(code)}indicators/candidacy.residency_years/")
    assert page.locator("main table tbody tr").count() == len(real.elections)
    topic = real.topics[real.indicators["candidacy.residency_years"].topic]
    page.get_by_role("link", name=say.plain(topic.label)).first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{home(code)}topics/")))
    page.close()


@IN_EACH_LANGUAGE
@SCRIPTS
def test_a_thread_is_read_from_report_to_report(browser: Browser, address: str, real: Dataset, code: str, scripts: bool) -> None:
    say = Speech(code)
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + home(code))
    page.get_by_role("navigation", name=say("Main rooms")).get_by_role("link", name=say("Recommendations"), exact=True).click()
    title = say.plain(real.threads["live-debates"].title)
    page.locator("main").get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator("main a[href*='/sources/']").first.click()
    expect(page).to_have_url(re.compile(re.escape(f"{home(code)}sources/")))
    context.close()


@IN_EACH_LANGUAGE
@SCRIPTS
def test_the_language_changes_and_the_page_stays(browser: Browser, address: str, real: Dataset, code: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}{home(code)}elections/2023-majilis/")
    for language in reversed(real.site.languages):
        page.locator(".languages").get_by_role("link", name=language.name).click()
        expect(page).to_have_url(f"{address}{home(language.code)}elections/2023-majilis/")
        title = Speech(language.code).plain(real.elections["2023-majilis"].name)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    context.close()


@IN_EACH_LANGUAGE
@SCRIPTS
def test_a_pair_prints_whole(browser: Browser, address: str, code: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}{home(code)}compare/2021-majilis/2023-majilis/")
    page.emulate_media(media="print")
    assert page.locator(".scroll").first.evaluate("box => getComputedStyle(box).overflow") == "visible"
    assert page.locator(".masthead nav").first.is_hidden()
    assert page.get_by_role("heading", name=Speech(code)("What changed")).is_visible()
    context.close()


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_longer_words_fit_a_narrow_phone(browser: Browser, address: str, code: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for path in KINDS:
        page.goto(address + home(code) + path[1:])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{code}: {path}"
    page.close()


@IN_EACH_LANGUAGE
def test_no_words_leave_their_cell(browser: Browser, address: str, code: str) -> None:
    wider = (
        "[...document.querySelectorAll('.comparison td, .comparison th')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length"
    )
    narrow = "[...document.querySelectorAll('.threads td, .threads thead th')].filter((cell) => cell.clientWidth < 96).length"
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800})
        for path in ("compare/", "compare/2021-majilis/2023-majilis/", "recommendations/", "stations/"):
            page.goto(address + home(code) + path)
            assert page.evaluate(wider) == 0, f"{code}, {path} at {width}"
            assert page.evaluate(narrow) == 0, f"{code}, {path} at {width}: words are broken letter by letter"
        page.close()


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_axe_finds_nothing_in_other_languages(browser: Browser, address: str, code: str) -> None:
    page = browser.new_page()
    said = watched(page, address)
    for path in (
        "",
        "compare/",
        "elections/2023-majilis/",
        "indicators/turnout.percent/",
        "recommendations/",
        "search/",
        "timeline/",
        "about/",
    ):
        page.goto(address + home(code) + path)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == [], f"{code}: {path}"
    assert said == []
    page.close()


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_an_unknown_address_is_answered_in_the_readers_language(browser: Browser, address: str, code: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/{code}/404.html")
    expect(page.locator("html")).to_have_attribute("lang", code)
    assert re.search(r"[\u0400-\u04ff]", page.get_by_role("heading", level=1).inner_text())
    page.close()
