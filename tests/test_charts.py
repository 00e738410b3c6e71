"""Charts: nothing touches, what is absent is drawn as absent, the table is the drawing, and pictures stand on their own."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import runpy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from generator.assets import colours, looks
from generator.audit.rows import number_of
from generator.charts.axis import Landmark, axis_chart
from generator.charts.balance import Balanced, balance_chart
from generator.charts.bars import SQUARE, Bar, Group, bar_chart
from generator.charts.card import Card, card
from generator.charts.course import course_chart
from generator.charts.drawing import Box, Drawing, Line, Text
from generator.charts.sheet import sheet
from generator.charts.spark import Column, spark
from generator.charts.stacked import Part, stacked_chart
from generator.dataset import Dataset
from generator.lettering import REGULAR, STRONG, width, wrapped
from generator.links import Addresses
from generator.model.reference import DeclaredChart
from generator.pages import site
from generator.pages.charts.chart import Chart
from generator.pages.charts.chart import csv as csv_of
from generator.pages.edition import Edition
from generator.pages.home import site_card
from generator.pages.page import Page
from generator.pictures import Picture, draw, pictures
from generator.preview import Preview
from generator.publication import publication
from generator.speech import Speech
from generator.vocabulary import Absence, ElectionKind, Status
from tests.conftest import INVENTED, PROJECT

THEME = PROJECT / "themes/editorial"

LONG = (
    "Мемлекеттіліктің",
    "сайлаушылардың тізімдеріне енгізілмегендерді",
    "Общенациональная социал-демократическая партия",
    "превысокомногорассмотрительствующий",
    "Қазақстанның коммунистік халық партиясы",
    "не публиковалось органом власти",
    "2023 Majilis",
    "7",
)


# ── Nothing touches ──


def touching(drawing: Drawing) -> list[str]:
    """Words that touch others, that stick out of the drawing, or that a landmark's line runs through."""
    found = []
    boxes = [(word, word.box) for word in drawing.words]
    for index, (word, (left, top, right, bottom)) in enumerate(boxes):
        if left < -0.6 or right > drawing.width + 0.6 or top < -1 or bottom > drawing.height + 1:
            found.append(f"{word.text} sticks out")
        for other, (l2, t2, r2, b2) in boxes[index + 1 :]:
            if left < r2 and l2 < right and top < b2 and t2 < bottom:
                found.append(f"{word.text} / {other.text}")
        for line in drawing.marks:
            if isinstance(line, Line) and line.look == "landmark" and left < line.x1 < right and line.y1 < bottom and line.y2 > top:
                found.append(f"a line through {word.text}")
    return found


def edition(dataset: Dataset, code: str = "en") -> Edition:
    return Edition(dataset, Speech(code))


def shown(dataset: Dataset) -> list[Page]:
    return list(site.pages(edition(dataset), [], Addresses("", "")))


@pytest.fixture(scope="module")
def charts(real: Dataset) -> list[Chart]:
    return [chart for page in shown(real) for chart in page.charts]


def test_a_touch_would_be_found() -> None:
    one, other = Text(10, 20, "words"), Text(30, 24, "more")
    assert touching(Drawing(100, 40, (one, other))) == ["words / more"]
    assert touching(Drawing(100, 40, (one._replace(x=90),))) == ["words sticks out"]
    assert touching(Drawing(100, 40, (one, Line(20, 0, 20, 40, "landmark")))) == ["a line through words"]


def test_no_words_of_any_chart_touch(charts: list[Chart]) -> None:
    assert {chart.id: touching(chart.drawing) for chart in charts if touching(chart.drawing)} == {}
    sheets = {chart.id: touching(sheet(chart.title, chart.drawing, chart.key, [chart.note, chart.source])) for chart in charts}
    assert {id: found for id, found in sheets.items() if found} == {}


WORDS = st.sampled_from(LONG)
COUNTS = st.one_of(st.none(), st.integers(0, 10**8), st.decimals(0, 100, places=2))


@settings(max_examples=60)
@given(st.lists(st.lists(st.tuples(WORDS, COUNTS, WORDS), min_size=1, max_size=6), min_size=1, max_size=4), st.booleans())
def test_bars_keep_long_words_apart(groups: list[list[tuple[str, int | Decimal | None, str]]], headed: bool) -> None:
    drawing = bar_chart([Group(LONG[1] if headed else "", tuple(Bar(*bar) for bar in group)) for group in groups])
    assert touching(drawing) == []


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, st.lists(st.integers(0, 120), min_size=1, max_size=9)), min_size=1, max_size=4))
def test_parts_keep_their_numbers_within(wholes: list[tuple[str, list[int]]]) -> None:
    chart = stacked_chart([(name, "107 seats", [Part(LONG[n % 8], value, n) for n, value in enumerate(parts)]) for name, parts in wholes])
    if chart is None:
        assert all(value == 0 for _, parts in wholes for value in parts)
        return
    drawing, key = chart
    assert touching(drawing) == []
    assert touching(sheet(LONG[2], drawing, key, [LONG[1]])) == []
    drawn = [mark for mark in drawing.marks if isinstance(mark, Box)]
    assert len(drawn) == sum(value > 0 for _, parts in wholes for value in parts)


@settings(max_examples=60)
@given(st.lists(st.tuples(WORDS, st.integers(0, 99999), st.integers(0, 99999)), min_size=1, max_size=8))
def test_a_balance_keeps_its_sides_apart(rows: list[tuple[str, int, int]]) -> None:
    assert touching(balance_chart([Balanced(name, a, b, f"−{a:,}", f"+{b:,}") for name, a, b in rows])) == []


PLACES = st.lists(st.floats(0.25, 1), min_size=1, max_size=6, unique=True).map(sorted)


@settings(max_examples=80)
@given(PLACES)
def test_landmarks_close_together_keep_apart(places: list[float]) -> None:
    assert touching(axis_chart([], [Landmark(at, "2019 president", "/") for at in places], range(1995, 2025))) == []


@settings(max_examples=80)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=5, unique=True).map(sorted))
def test_years_of_a_request_keep_apart(places: list[float]) -> None:
    assert touching(course_chart((0, 1), [(at, "2019", True) for at in places], [], [], closed=False)) == []


@settings(max_examples=60)
@given(st.lists(st.tuples(COUNTS, WORDS), min_size=2, max_size=14))
def test_sparks_keep_apart(columns: list[tuple[int | Decimal | None, str]]) -> None:
    drawing = spark([Column(str(2000 + n), value, words, value is None) for n, (value, words) in enumerate(columns)])
    # Years are always whole; words that a narrow column cannot hold are shortened.
    assert [found for found in touching(drawing) if re.search(r"\d{4} / \d{4}", found)] == []


@settings(max_examples=60)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=12), st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_cards_keep_long_words_apart(kicker: str, title: list[str], figures: list[tuple[str, str]]) -> None:
    assert touching(card(Card(kicker, " ".join(title), tuple(figures), LONG[1] * 4), LONG[2])) == []


def test_no_words_of_any_card_touch(real: Dataset) -> None:
    pages = shown(real)
    cards = [page.card for page in pages if page.card]
    assert len(cards) > 150
    assert [touching(card(each, "Site")) for each in [*cards, site_card(edition(real))] if touching(card(each, "Site"))] == []


@given(st.text(alphabet="абвгқөұ ij", max_size=60), st.floats(30, 200))
def test_wrapping_loses_no_letter(text: str, room: float) -> None:
    lines = wrapped(text, 13, room)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 13) <= room for line in lines if len(line) > 3)


# ── What is drawn is what is stated ──


def test_an_indicator_is_drawn_as_it_is_stated(real: Dataset, charts: list[Chart]) -> None:
    drawn = {chart.id: chart for chart in charts}
    seen = set()
    for id in real.indicators:
        chart = drawn[f"indicator-{id}"]
        boxes = [mark for mark in chart.drawing.marks if isinstance(mark, Box)]
        gaps = [mark for mark in chart.drawing.marks if isinstance(mark, Line) and mark.look == "nothing"]
        figures = [election.figures[id] for election in real.elections.values()]
        present = [figure for figure in figures if figure.value is not None]
        assert (len(boxes), len(gaps)) == (len(present), len(figures) - len(present)), id
        numbers = [number_of(figure) for figure in present]
        largest = max((number for number in numbers if number is not None), default=None)
        full = max((box.width for box in boxes), default=0.0)
        for box, figure, number in zip(boxes, present, numbers, strict=True):
            if number is None:
                assert box.width == SQUARE, f"{id}: words have no length"
            else:
                assert box.width == pytest.approx(max(1.0, full * float(number / largest)) if largest else 1.0, abs=1.6), id
            presidential = real.elections[figure.election].kind is ElectionKind.PRESIDENTIAL
            assert ("presidential" in box.look) is presidential
            assert ("preliminary" in box.look) is (figure.status is Status.PRELIMINARY)
            seen.add(box.look)
        words = " ".join(word.text for word in chart.drawing.words)
        for figure in figures:
            if figure.absence:
                assert figure.absence.label in words
    assert {"bar", "bar-preliminary", "bar-presidential"} <= seen


def test_the_table_is_the_drawing(charts: list[Chart]) -> None:
    """Every value that a chart of bars or parts writes is in its data, and the other way round."""
    checked = 0
    for chart in charts:
        if not chart.id.startswith(("indicator-", "figures-", "results-", "station-", "sums-")):
            continue
        written = " ".join(word.text for word in chart.drawing.words)
        for datum in chart.data:
            assert datum.words in written, (chart.id, datum)
            checked += 1
        strong = sum(word.strong or word.look == "absent" for word in chart.drawing.words)
        assert strong >= len(chart.data), chart.id
    assert checked > 700


def test_seats_are_drawn_as_won(real: Dataset, charts: list[Chart]) -> None:
    chart = next(chart for chart in charts if chart.id == "seats-2023-majilis")
    boxes = [mark for mark in chart.drawing.marks if isinstance(mark, Box)]
    assert [datum.value for datum in chart.data] == [62, 8, 7, 6, 6, 5, 4]
    assert [round(box.width / 360 * 98) for box in boxes] == [62, 8, 7, 6, 6, 5, 4]
    assert chart.key[0].label == "Amanat: 62"
    filled = next(chart for chart in charts if chart.id == "seats-filled")
    assert [datum.value for datum in filled.data] == [98, 0, 9, 98, 0, 9, 69, 29, 0]


def test_the_timeline_has_every_reform_and_leads_to_each(real: Dataset, charts: list[Chart]) -> None:
    chart = next(chart for chart in charts if chart.id == "timeline")
    linked = {mark.href for mark in chart.drawing.marks if isinstance(mark, Box)}
    assert linked == {f"/reforms/{id}/" for id in real.reforms}
    assert {word.href for word in chart.drawing.words if word.href} == {f"/elections/{id}/" for id in real.elections}
    rows = [(datum.label, datum.path) for datum in chart.data]
    assert rows[: len(real.reforms)] == [(reform.title["en"], f"/reforms/{id}/") for id, reform in real.reforms.items()]
    assert rows[len(real.reforms) :] == [(election.short["en"], f"/elections/{id}/") for id, election in real.elections.items()]


def test_a_thread_is_drawn_as_it_was_asked(real: Dataset, charts: list[Chart]) -> None:
    for id in real.threads:
        chart = next(chart for chart in charts if chart.id == f"thread-{id}")
        asked = {r.report for r in real.recommendations if id in r.threads}
        marks = [mark for mark in chart.drawing.marks if mark.look.startswith("asked")]
        assert len(marks) == len(asked) == sum(datum.series == "Asked" for datum in chart.data)


def test_the_data_of_a_chart_is_what_it_shows(charts: list[Chart]) -> None:
    chart = next(chart for chart in charts if chart.id == "figures-women")
    rows = list(csv.DictReader(io.StringIO(csv_of(chart).decode())))
    assert len(rows) == len(chart.data) == 11
    assert rows[0] == {
        "series": "Women among list candidates",
        "label": "2007 Majilis",
        "value": "15",
        "unit": "percent",
        "words": "about 15%",
        "source": rows[0]["source"],
    }
    assert all(row["source"] for row in rows if row["value"])
    absent = next(row for row in rows if not row["value"])
    assert absent["words"] == Absence.NOT_IN_REPORT.label


def test_every_chart_says_what_it_is(charts: list[Chart]) -> None:
    for chart in charts:
        assert re.fullmatch(r"[a-z0-9._-]+", chart.id)
        assert chart.title
        assert chart.description
        assert chart.source.startswith("Source: "), chart.id
        assert chart.data, chart.id
    assert len({chart.id for chart in charts}) == len(charts) > 200
    kinds = {re.split(r"[-_]", chart.id)[0] for chart in charts}
    assert kinds == {"indicator", "figures", "results", "seats", "timeline", "thread", "requests", "station", "sums"}


def test_a_title_says_the_unit_and_money_by_its_code(charts: list[Chart]) -> None:
    titles = {chart.id: chart.title for chart in charts}
    assert titles["indicator-deposit.amount_kzt"] == "Electoral deposit, KZT, 2007 to 2023"
    assert titles["indicator-turnout.percent"] == "Turnout, per cent, 2007 to 2023"


# ── Pictures ──


def test_every_mark_has_a_look_and_every_look_a_rule(charts: list[Chart], real: Dataset) -> None:
    declared = looks(THEME)
    sheets = [sheet(chart.title, chart.drawing, chart.key, ["note"]) for chart in charts]
    used = {mark.look for drawing in sheets for mark in drawing.marks}
    used |= {mark.look for mark in card(Card("a", "b", (("c", "d"),)), "e").marks}
    assert used <= set(declared)
    for look in declared.values():
        assert set(look) <= {"fill", "stroke", "stroke-width", "stroke-dasharray", "font-style"}
        assert not any("var(" in value for value in look.values())
    css = (THEME / "static/css/60-drawings.css").read_text()
    assert len(re.findall(r"\{", css)) == len(declared), "a rule that pictures would not follow"


def test_a_picture_stands_on_its_own(real_site: Path) -> None:
    files = sorted((real_site / "charts").glob("*.svg"))
    assert len(files) > 200
    for file in files:
        text = file.read_text()
        root = ElementTree.fromstring(text)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert names <= {"svg", "title", "desc", "text", "rect", "line"}, file.name
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not attributes & {"href", "{http://www.w3.org/1999/xlink}href", "style", "class"}, file.name
        assert "url(" not in text
        assert root.find("{http://www.w3.org/2000/svg}title") is not None


@pytest.mark.parametrize("pick", ["indicator-turnout.percent", "timeline", "station-2-406"])
def test_each_chart_has_its_files(real_site: Path, pick: str) -> None:
    for suffix in ("svg", "png", "csv"):
        assert (real_site / f"charts/{pick}.{suffix}").is_file()
    with Image.open(real_site / f"charts/{pick}.png") as image:
        image.load()
        assert (image.format, image.mode) == ("PNG", "P")
        assert image.width >= 600
    assert (real_site / f"charts/{pick}.png").stat().st_size < 150_000


def test_a_picture_is_the_same_each_time_and_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30"><rect width="90" height="30" fill="#fff"/><text x="2" y="20" font-size="14">\xd3\x98\xd2\xa3\xd2\xb1</text></svg>'
    one = draw(Picture(svg, 2))
    assert one == draw(Picture(svg, 2))
    assert one != draw(Picture(svg.replace(b"\xd3\x98", b"\xd2\xae"), 2)), "letters are drawn"
    with Image.open(io.BytesIO(one)) as image:
        assert image.size == (180, 60)
        assert len(image.convert("RGB").getcolors() or ()) > 2
    assert pictures({"a": Picture(svg, 2)}, tmp_path, 1) == {"a": one}

    def never(picture: Picture) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr("generator.pictures.draw", never)
    assert pictures({"b": Picture(svg, 2)}, tmp_path, 1) == {"b": one}
    with pytest.raises(AssertionError, match="drawn again"):
        pictures({"b": Picture(svg, 3)}, tmp_path, 1)


@pytest.mark.parametrize("font", [REGULAR, STRONG])
def test_the_font_has_the_letters_of_three_languages(font: Path) -> None:
    drawn = ImageFont.truetype(font, 40)
    missing = bytes(drawn.getmask("\uffff"))
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЪъЭэABCxyz0123456789“”«»–—−…·%№€,.;:()'’!?/&"
    assert [letter for letter in letters if bytes(drawn.getmask(letter)) == missing] == []


def test_every_letter_that_is_drawn_is_in_the_font(charts: list[Chart], real: Dataset) -> None:
    drawn = ImageFont.truetype(REGULAR, 40)
    missing = bytes(drawn.getmask("\uffff"))
    words = {
        letter for chart in charts for word in sheet(chart.title, chart.drawing, chart.key, [chart.note]).words for letter in word.text
    }
    for page in shown(real):
        if page.card:
            words |= {letter for word in card(page.card, "").words for letter in word.text}
    assert sorted(letter for letter in words if not letter.isspace() and bytes(drawn.getmask(letter)) == missing) == []


# ── Pages for embedding, cards, and what machines read ──


def test_each_chart_has_a_page_for_embedding(invented_site: Path, real_site: Path, charts: list[Chart]) -> None:
    for chart in charts:
        text = (real_site / chart.path.strip("/") / "index.html").read_text()
        assert '<meta name="robots" content="noindex">' in text
        assert f'<a href="{chart.page}">' in text
        assert (real_site / chart.page.strip("/") / "index.html").is_file()
    text = (invented_site / "kk/embed/indicator-turnout.percent/index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/elections/kk/indicators/turnout.percent/">' in text
    assert "hreflang" not in text
    assert "embed/" not in (invented_site / "sitemap.xml").read_text()
    page = (invented_site / "indicators/turnout.percent/index.html").read_text()
    assert "&lt;iframe src=&#34;" in page.replace('"', "&#34;")
    assert "https://example.org/elections/embed/indicator-turnout.percent/" in page


def test_the_code_for_embedding_is_one_frame_whatever_the_title_says(invented: Dataset) -> None:
    title = 'Turnout "T" onload="alert(1)" & more'
    chart = DeclaredChart(id="turnout", title={"en": title}, indicators=["turnout.percent"])
    dataset = replace(invented, site=invented.site.model_copy(update={"charts": [chart]}))
    settings = runpy.run_path(str(INVENTED / "pelicanconf.py"))
    page = Preview(dataset, publication(settings, dataset.newest)).page("/")
    assert page
    codes = [code for code in re.findall("<code>(.*?)</code>", page.decode()) if "/embed/figures-turnout/" in code]
    (frame,) = html5lib.parseFragment(html.unescape(codes[0]), namespaceHTMLElements=False)
    assert frame.tag == "iframe"
    assert set(frame.attrib) == {"src", "title", "width", "height", "loading"}
    assert frame.attrib["title"].startswith(title)


def machine(text: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">', text))


def test_every_page_has_a_card_where_the_address_is_known(invented_site: Path, real_site: Path) -> None:
    base = "https://example.org/elections"
    cards = set()
    for path in sorted(invented_site.rglob("index.html")):
        text = path.read_text()
        if '"robots" content="noindex"' in text:
            assert machine(text) == {}
            continue
        said = machine(text)
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image"].startswith(base)
        file = invented_site / said["og:image"].removeprefix(f"{base}/")
        cards.add(file)
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', text)
        assert canonical == [said["og:url"]] == [f"{base}/{path.relative_to(invented_site).as_posix().removesuffix('index.html')}"]
        alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text))
        plain = canonical[0].removeprefix(base).removeprefix("/kk")
        assert alternates == {"en": f"{base}{plain}", "kk": f"{base}/kk{plain}", "x-default": f"{base}{plain}"}
        for address in alternates.values():
            assert (invented_site / address.removeprefix(f"{base}/") / "index.html").is_file()
    for file in cards:
        with Image.open(file) as image:
            assert image.size == (1200, 630)
        assert file.stat().st_size < 60_000
    assert len(cards) > 15
    for path in real_site.rglob("*.html"):
        text = path.read_text()
        assert machine(text) == {}
        assert 'rel="canonical"' not in text
        assert 'hreflang="x-default"' not in text
    assert not (real_site / "cards").exists()


def test_icons_and_manifest(invented_site: Path) -> None:
    manifest = json.loads((invented_site / "kk/site.webmanifest").read_text())
    assert manifest["start_url"] == "/elections/kk/"
    for icon in manifest["icons"]:
        with Image.open(invented_site / icon["src"].removeprefix("/elections/")) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    light = colours(THEME)
    assert (manifest["theme_color"], manifest["background_color"]) == (light["accent"], light["paper"])
    drawing = (THEME / "static/images/icon.svg").read_text()
    assert set(re.findall(r"#[0-9a-f]+", drawing)) == {light["accent"], "#fff"}


def test_a_key_names_what_is_drawn_and_each_look_once(charts: list[Chart]) -> None:
    for chart in charts:
        named = [entry.look for entry in chart.key]
        assert len(set(named)) == len(named), chart.id
        assert set(named) <= {mark.look for mark in chart.drawing.marks}, chart.id
