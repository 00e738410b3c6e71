"""Finding: alphabets are those of CLDR, every entry leads to its spot, words are found whatever their endings."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from generator.dataset import Dataset
from generator.language import language
from generator.pages.findable import Entry, Kind
from generator.pages.searching import written
from tests.conftest import CHROMIUM, served, watched
from tests.test_browser import RULES

BROWSER = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium; tests/prepare says how to get one")
BASE = "/elections"


@pytest.mark.parametrize(
    ("code", "ordered"),  # for kk and ru: the order of ICU's collator
    [
        ("kk", "2007 аймақ әйел бақылау гүл ғалым ел еңбек ёлка жер иман йод кандидат қала нан ңан орын өкіл"),
        ("kk", "суды ұлт үй хат һан ыстық іс ьх эхо apple"),
        ("ru", "2019 выборы ежегодный ёлка ель женщины избиратель йод шум щит явка apple"),
        ("en", "2023 The|ballot candidate|list candidates A|district élite m¹ m2 m³ zone ауыл"),
        ("xx", "1 a b"),
    ],
)
def test_titles_stand_in_the_order_of_the_alphabet(code: str, ordered: str) -> None:
    titles = [title.replace("|", " ") for title in ordered.split()]
    assert sorted(set(titles), key=language(code).key) == titles


@pytest.mark.parametrize(
    ("code", "title", "letter"),
    [
        ("kk", "«Ақ жол»", "А"),
        ("kk", "ішкі", "І"),
        ("kk", "Ёлка", "Ё"),
        ("ru", "Ёлка", "Е"),
        ("ru", "Йод", "Й"),
        ("en", "A District", "D"),
        ("en", "Élite", "E"),
        ("en", "2023 results", "0–9"),
        ("en", "② rounds", "0–9"),
        ("en", "Ауыл", "А"),
        ("en", "…", "–"),
    ],
)
def test_a_title_stands_under_its_letter(code: str, title: str, letter: str) -> None:
    assert language(code).initial(title) == letter


def entries(site: Path, prefix: str = "") -> list[list[Any]]:
    found: list[list[Any]] = json.loads((site / prefix / "search/entries.json").read_text())["entries"]
    return found


def test_every_entry_leads_to_its_own_spot(real_site: Path, invented_site: Path) -> None:
    ids: dict[Path, set[str]] = {}
    for site, prefix in ((real_site, ""), (invented_site, ""), (invented_site, "kk")):
        for _, title, _, address, *_ in entries(site, prefix):
            path, _, spot = address.partition("#")
            page = site / prefix / path.strip("/") / "index.html"
            if page not in ids:
                ids[page] = set(re.findall(r'\sid="([^"]*)"', page.read_text()))
            assert not spot or spot in ids[page], f"{title}: {address}"


def test_everything_can_be_found(real_site: Path, real: Dataset) -> None:
    found = Counter(list(Kind)[kind] for kind, *_ in entries(real_site))
    assert found[Kind.ELECTION] == len(real.elections)
    assert found[Kind.INDICATOR] == len(real.indicators)
    assert found[Kind.TOPIC] == len(real.topics)
    assert found[Kind.FINDING] == sum(len(election.findings) for election in real.elections.values())
    assert found[Kind.REFORM] == len(real.reforms)
    assert found[Kind.THREAD] == len(real.threads)
    assert found[Kind.RECOMMENDATION] == sum(len(entry.threads) for entry in real.recommendations)
    assert found[Kind.CONTESTANT] == len(real.contestants)
    assert found[Kind.TERM] == len(real.glossary)
    assert found[Kind.REPORT] == len(real.reports)
    assert {address for kind, _, _, address, *_ in entries(real_site) if list(Kind)[kind] is Kind.PAGE} >= {
        "/compare/",
        "/method/",
        "/data/",
    }


def test_the_index_has_every_entry(real_site: Path) -> None:
    text = (real_site / "search/index.html").read_text()
    linked = set(re.findall(r'href="([^"]*)"', text[text.index("data-index") :]))
    alone = {Kind.FINDING: r"\d+$"}  # findings of one election on one topic are one place
    for kind, _, _, address, *_ in entries(real_site):
        places = alone.get(list(Kind)[kind])
        assert (re.sub(places, "1", address) if places else address) in linked


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="module")
def elsewhere(invented_site: Path) -> Iterator[str]:
    with served(invented_site, BASE) as address:
        yield address


def found(page: Page) -> dict[str, list[str]]:
    """What the page shows, by kind: the titles."""
    groups = page.locator(".results section:visible")
    return {group.locator("h2").inner_text(): group.locator("li a").all_inner_texts() for group in groups.all()}


@BROWSER
def test_a_word_from_the_header_of_any_page_is_found_by_kind(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said = watched(page, address)
    page.goto(address + "/elections/2023-majilis/")
    page.get_by_role("searchbox").fill("turnout")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Found:")
    assert page.url.endswith("/search/?q=turnout")
    groups = found(page)
    first, titles = next(iter(groups.items()))
    assert first.startswith("Indicators (")
    assert titles[0] == "Turnout"
    assert any(kind.startswith("Findings (") for kind in groups)
    assert page.locator(".results mark", has_text="Turnout").first.is_visible()
    assert page.locator("[data-index]").is_hidden()
    findings = page.locator("section", has=page.get_by_role("heading", name="Findings"))
    findings.get_by_role("link").first.click()
    expect(page.locator(".finding:target")).to_be_visible()
    assert said == []
    page.close()


@BROWSER
def test_search_works_from_the_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("women")
    expect(page.get_by_role("status")).to_contain_text("Found:")
    focused = "document.activeElement.textContent"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "Women"
    page.keyboard.press("ArrowDown")
    second = page.evaluate(focused)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.get_by_role("button", name=re.compile("^Show all")).first.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.keyboard.press("Escape")
    assert page.get_by_role("searchbox").input_value() == ""
    assert page.locator("[data-index]").is_visible()
    assert not found(page)
    assert page.url.endswith("/search/")
    assert second
    page.close()


def ask(page: Page, query: str) -> None:
    """Search anew, with nothing of the query before left on the page."""
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".results a:visible")).to_have_count(0)
    page.get_by_role("searchbox").fill(query)
    expect(page.get_by_role("status")).not_to_be_empty()


ENGLISH = {
    "54.21": "Turnout",
    "12 035 578": "Registered voters",
    "12035578": "Registered voters",
    "registering voters": "Registered voters",
    "PPK": "People's Party of Kazakhstan (PPK)",
    "women who were elected": "Women elected",
    "turnou": "Turnout",
}


@BROWSER
def test_numbers_and_english_words_are_found(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/search/")
    for query, title in ENGLISH.items():
        ask(page, query)
        assert title in [titles[0] for titles in found(page).values()], query
    page.close()


@BROWSER
def test_nothing_found_says_what_to_try(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    said = watched(page, address)
    page.goto(address + "/search/?q=<b>zzzz")
    expect(page.get_by_role("status")).to_have_text("Nothing was found for “<b>zzzz”.")
    assert page.get_by_text("Look at the spelling").is_visible()
    assert page.locator("[data-index]").is_visible()
    page.get_by_role("searchbox").fill("women")
    expect(page.get_by_role("status")).to_contain_text("Found:")
    assert page.get_by_text("Look at the spelling").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert Axe().run(page, options=RULES).response["violations"] == []
    assert said == []
    page.close()


KAZAKH = {
    "Сайлау жүйесі": ["сайлау", "сайлауда", "сайлаудың", "сайлауларды", "сайлаулардағы", "жүйелер", "жуйе"],
    "Құпия дауыс беру": ["дауыс беру", "дауысқа", "дауыстардан", "дауыс беріп"],
    "Қызылдар партиясы (R)": ["партиялар", "партиясының", "партиялармен", "партияға"],
    "Үгіттің басталуы": ["әйелдердің", "айелдер", "әйелге", "үгітте", "күндері"],
    "Дауыс санау туралы заң": ["құқықтар", "құқығына", "кукыгы", "азаматтарға", "заңдарында"],
}
LOOK_ALIKE = ["шапка", "сай", "дауылдың"]


@BROWSER
def test_kazakh_words_are_found_with_every_ending(browser: Browser, elsewhere: str) -> None:
    page = browser.new_page()
    said = watched(page, elsewhere)
    page.goto(f"{elsewhere}/kk/search/")
    for title, queries in KAZAKH.items():
        for query in queries:
            ask(page, query)
            assert title in [title for titles in found(page).values() for title in titles], query
            assert str(page.locator(".results a:visible").first.get_attribute("href")).startswith(f"{BASE}/kk/")
    ask(page, "сайлау жарнасы")
    assert page.locator(".results li:visible p").first.get_attribute("lang") == "en"  # not translated
    assert page.locator(".results li:visible a").first.get_attribute("lang") is None
    for query in LOOK_ALIKE:
        ask(page, query)
        assert "Құпия дауыс беру" not in [title for titles in found(page).values() for title in titles], query
    assert said == []
    page.close()


RUSSIAN = {
    "Избиратели": ["избирателями", "избирателей", "избиратель"],
    "Подсчёт голосов": ["голосам", "подсчета", "подсчёте"],
    "Политические партии": ["партия", "партий", "партиями", "политической"],
    "Женщины среди кандидатов": ["женщин", "женщинами", "кандидаты", "кандидатам"],
    "Избирательные участки": ["участок", "участке", "избирательного"],
}


@BROWSER
def test_russian_words_are_found_with_every_ending(browser: Browser, elsewhere: str) -> None:
    body = written([Entry(Kind.TOPIC, title, "", "/topics/") for title in RUSSIAN], language("ru"))

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json")

    page = browser.new_page()
    page.route("**/entries.json", answer)
    page.goto(f"{elsewhere}/search/")
    for title, queries in RUSSIAN.items():
        for query in queries:
            ask(page, query)
            expect(page.locator(".results a").first).to_have_text(title)
    page.close()


@BROWSER
def test_without_scripts_there_is_the_index(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox").fill("turnout")
    page.get_by_role("button", name="Search", exact=True).click()
    assert page.url.endswith("/search/?q=turnout")
    assert "Searching needs a script" in page.locator("noscript").inner_html()
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="T", exact=True).click()
    page.get_by_role("link", name="Turnout", exact=True).click()
    assert page.url.endswith("/indicators/turnout.percent/")
    context.close()


@BROWSER
def test_an_index_prints_without_its_form(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "/search/")
    page.emulate_media(media="print")
    assert page.locator(".query").is_hidden()
    assert page.get_by_role("link", name="Turnout", exact=True).is_visible()
    page.close()


@BROWSER
def test_a_search_that_cannot_be_loaded_leaves_the_index(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/entries.json", lambda route: route.abort())
    page.goto(address + "/search/?q=turnout")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    assert page.locator("[data-index]").is_visible()
    page.close()
