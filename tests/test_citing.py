"""Citations of pages and figures in four formats, read back by what reads such formats."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.database.output.bibtex import Writer

from generator import citing
from generator.citing import Reference, written

REFERENCE = Reference(
    "a-b",
    "Turnout: 54.21% & “Қ” {x}",
    "Elections, side by side",
    "https://example.org/a/#b",
    datetime.date(2026, 11, 5),
    "kk",
    "Report 2023, section XIII",
)


def test_every_format_says_the_same() -> None:
    made = written(REFERENCE, "In words.")
    assert made.text == "In words."
    fields = parse_string(made.bibtex, "bibtex").entries["a-b"].fields
    assert (fields["year"], fields["organization"], fields["note"]) == ("2026", REFERENCE.site, REFERENCE.source)
    (ris,) = rispy.loads(made.ris)
    assert made.ris.startswith("TY  - ELEC")
    assert (ris["title"], ris["urls"], ris["language"]) == (REFERENCE.title, [REFERENCE.address], "kk")
    (csl,) = json.loads(made.csl)
    assert (csl["title"], csl["URL"], csl["issued"]) == (REFERENCE.title, REFERENCE.address, {"date-parts": [[2026, 11, 5]]})


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text("ab Ққ%&_#$~^\\\\{}\"–—“…№-'` "))
def test_letters_that_hang_on_no_neighbour_are_written_as_the_library_writes_them(text: str) -> None:
    assert citing._BIBTEX._encode(text) == Writer()._encode(text.translate(citing._OBEYED))


@given(st.text('abc 1%&"–Қ{}\\$^~'), st.text("ab #%é"))
def test_an_entry_is_written_as_the_library_writes_it(title: str, source: str) -> None:
    made = written(Reference("key", title, "Site", "https://example.org/", datetime.date(2026, 2, 1), "en", source), "").bibtex
    shown = title.translate(citing._OBEYED)
    fields = {"title": shown, "organization": "Site", "year": "2026", "month": "2", "note": source, "url": "https://example.org/"}
    entry = Entry("misc", [(name, value) for name, value in fields.items() if value])
    assert made == Writer().to_string(BibliographyData(entries={"key": entry})).strip()


@pytest.mark.parametrize(
    ("title", "spelled"),
    [
        ("Counting {", r"Counting {\textbraceleft}"),
        ("} counting", r"{\textbraceright} counting"),
        (r"\input{x}", r"{\textbackslash}input{\textbraceleft}x{\textbraceright}"),
        ("Fees, $ and ^", r"Fees, \$ and {\textasciicircum}"),
    ],
)
def test_no_text_is_an_order_to_tex(title: str, spelled: str) -> None:
    made = written(REFERENCE._replace(title=title), "").bibtex
    assert parse_string(made, "bibtex").entries["a-b"].fields["title"] == spelled


def test_what_is_not_known_is_left_out() -> None:
    made = written(Reference("a", "T", "S", "", datetime.date(2026, 1, 1), "en"), "")
    assert "url" not in made.bibtex
    assert "UR  -" not in made.ris
    assert "URL" not in made.csl


def test_every_page_and_every_figure_can_be_cited(invented_site: Path) -> None:
    page = (invented_site / "indicators/turnout.percent/index.html").read_text()
    assert page.count("Cite this figure") == 3
    assert "https://example.org/elections/indicators/turnout.percent/#2014-assembly-turnout-percent" in page
    assert 'id="2014-assembly-turnout-percent"' in page
    assert "Report 2010, section I (Summary), footnote 3" in page
    for path in invented_site.rglob("*.html"):
        text = path.read_text()
        assert 'class="cite"' in text or ('class="embed"' in text and 'class="from"' in text), path


def test_pages_describe_their_dataset(invented_site: Path) -> None:
    for name in ("data", "indicators/turnout.percent"):
        text = (invented_site / name / "index.html").read_text()
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        assert found
        dataset = json.loads(found.group(1))
        assert dataset["@type"] == "Dataset"
        assert dataset["license"].startswith("https://")
        assert all(file["contentUrl"].startswith("https://example.org/elections/data/v1/") for file in dataset["distribution"])
        assert dataset["isBasedOn"]
