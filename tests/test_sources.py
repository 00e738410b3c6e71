"""The page of a report: everything that cites it, and where it stands."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator.checking.references import sources
from generator.files import read_files
from generator.loading import citation, load
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.sources import PlaceView, cited, pages
from generator.speech import Speech
from tests.conftest import INVENTED, PROJECT


def reports(data: Path) -> dict[str, Page]:
    """The pages of the reports, by path."""
    return {page.path: page for page in pages(Edition(load(data), Speech("en", "en-GB"))) if "places" in page.context}


def places(page: Page) -> dict[str, PlaceView]:
    found = page.context["places"]
    assert isinstance(found, list)
    return {place.anchor: place for place in found}


@pytest.mark.parametrize("country", [INVENTED, PROJECT], ids=["invented", "real"])
def test_every_citation_that_is_checked_stands_on_the_page_of_its_report(country: Path) -> None:
    checked = Counter(citation(source, default or "") for _, _, source, default in sources(read_files(country / "data")))
    edition = Edition(load(country / "data"), Speech("en", "en-GB"))
    assert not checked - Counter(place for place, _ in cited(edition))
    shown = {f"{path}#{anchor}": place for path, page in reports(country / "data").items() for anchor, place in places(page).items()}
    for place, citing in cited(edition):
        there = shown[edition.write.citation(place).path]
        assert citing in there.taken or citing in dict(there.also)


def test_what_cites_a_place_leads_to_where_it_stands(invented_site: Path) -> None:
    page = (invented_site / "sources" / "2010-report" / "index.html").read_text()
    assert 'href="/elections/elections/2010-assembly/">Assembly election, 5 May 2010</a>: 5 May 2010</li>' in page
    assert '<a href="/elections/recommendations/">Recommendations</a> (' in page
    assert 'href="/elections/elections/2010-assembly/#results">Total, 2010 Assembly</a>: ' in page
    sections = page.split("<section ")[1:]
    assert any("Nothing was taken from here." in section for section in sections)
    assert not any("Nothing was taken" in section and "Also cited" in section for section in sections)


def test_a_footnote_that_is_cited_without_its_section_has_a_place_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    assert "section-" not in places(reports(tmp_path / "data")["/sources/2010-report/"])
    findings = tmp_path / "data" / "elections" / "2010-assembly" / "findings.yaml"
    text = findings.read_text()
    assert "{section: II}" in text
    findings.write_text(text.replace("{section: II}", "{footnote: 3}", 1))
    place = places(reports(tmp_path / "data")["/sources/2010-report/"])["section-"]
    assert (place.title, [(one.footnote, one.path) for one in place.taken]) == (
        "Footnotes",
        [(3, "/elections/2010-assembly/#finding-counting-1")],
    )
