"""Changing the language in a real browser: every page at the same path, the choice remembered without cookies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import served

HOME = "/elections/"


@pytest.fixture(scope="module")
def address(invented_site: Path) -> Iterator[str]:
    """The host of the invented country's site, which stands under the path that its settings name."""
    with served(invented_site, HOME.rstrip("/")) as found:
        yield found.removesuffix(HOME.rstrip("/"))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_stays_on_the_page(browser: Browser, address: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}{HOME}indicators/turnout.percent/")
    page.get_by_role("link", name="Қазақша").click()
    expect(page).to_have_url(f"{address}{HOME}kk/indicators/turnout.percent/")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Сайлаушылар белсенділігі")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{address}{HOME}indicators/turnout.percent/")
    context.close()


def test_the_choice_is_remembered_for_the_front_page_and_no_other(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + HOME)
    assert page.url == address + HOME
    page.get_by_role("link", name="Қазақша").click()
    later = context.new_page()
    later.goto(address + HOME)
    later.wait_for_url(f"{address}{HOME}kk/")
    later.goto(f"{address}{HOME}indicators/")
    assert later.url == f"{address}{HOME}indicators/", "an address says its language"
    later.get_by_role("link", name="English").click()
    again = context.new_page()
    again.goto(address + HOME)
    expect(again.locator("html")).to_have_attribute("lang", "en")
    assert context.cookies() == []
    context.close()
