"""Polling stations: what is entered, what is wrong with what, what adds up to what, what a reader sees."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import exports
from generator.dataset import Citation, Dataset, Station
from generator.loading import load
from generator.problems import DataProblems, Place
from generator.stations import anchors, balance, by_column, of_ballots
from tests.conftest import INVENTED, PROJECT, run

FILE = "elections/2010-assembly/stations.yaml"
REAL = PROJECT / "data/elections/2007-majilis/stations.yaml"

# ── Sums ──

_PAIRS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=40)


@given(_PAIRS)
def test_gains_and_losses_account_for_every_vote(pairs: list[tuple[int, int]]) -> None:
    found = balance(pairs)
    assert found.difference == found.gained - found.lost == sum(later - first for first, later in pairs)
    assert found.higher + found.lower + found.same == len(pairs)
    assert min(found.gained, found.lost) >= 0
    assert (found.gained > 0) == (found.higher > 0)
    assert (found.lost > 0) == (found.lower > 0)


@given(_PAIRS, _PAIRS)
def test_annexes_add_up_to_the_whole(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    whole, first, second = balance(one + other), balance(one), balance(other)
    for name in ("protocol", "published", "gained", "lost", "higher", "lower", "same"):
        assert getattr(whole, name) == getattr(first, name) + getattr(second, name)


@given(_PAIRS)
def test_the_two_sides_exchanged_exchange_gains_and_losses(pairs: list[tuple[int, int]]) -> None:
    found, turned = balance(pairs), balance((later, first) for first, later in pairs)
    assert (found.gained, found.higher, found.same) == (turned.lost, turned.lower, turned.same)


def _station(number: int, annex: str, region: str, election: str) -> Station:
    votes = {"invalid": 1}
    return Station(election, number, None, {"en": region}, region, votes, votes, Citation("r", annex=annex), None, (), Place("f"))


@given(st.sets(st.tuples(st.integers(1, 3), st.sampled_from("23"), st.sampled_from(["north", "south"]), st.sampled_from(["a-1", "b-2"]))))
def test_each_station_has_an_anchor_of_its_own(places: set[tuple[int, str, str, str]]) -> None:
    stations = [_station(*place) for place in sorted(places)]
    ids = anchors(stations)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"station-[a-z0-9-]+", id) for id in ids)
    assert anchors(stations[::-1]) == ids[::-1], "an address does not depend on the order"


def test_an_anchor_is_as_short_as_it_can_be() -> None:
    first, second, other = _station(7, "2", "north", "a"), _station(7, "2", "south", "a"), _station(8, "2", "south", "a")
    assert anchors([first, second, other]) == ["station-2-7-north", "station-2-7-south", "station-2-8"]
    assert anchors([first, first._replace(election="b")]) == ["station-2-7-north-a", "station-2-7-north-b"]


# ── The real data ──


def test_forty_two_stations_of_eight_columns(real: Dataset) -> None:
    stations = real.elections["2007-majilis"].stations
    assert stations
    assert [len(group.stations) for group in stations.groups] == [15, 27]
    assert list(stations.columns)[-1] == "invalid"
    assert len(stations.columns) == 8
    assert [election.id for election in real.elections.values() if election.stations] == ["2007-majilis"]


def test_what_was_gained_and_lost(real: Dataset) -> None:
    stations = real.elections["2007-majilis"].stations
    assert stations
    found = by_column(stations.rows, stations.columns)
    assert {column: (each.gained, each.higher, each.lost, each.lower) for column, each in found.items()} == {
        "ansdp": (33, 2, 4418, 39),
        "nur_otan": (10439, 39, 3, 1),
        "party_of_patriots": (46, 5, 238, 28),
        "auyl": (161, 5, 422, 22),
        "ak_zhol": (37, 2, 2871, 27),
        "rukhaniyat": (53, 4, 129, 19),
        "communist_peoples_party": (17, 3, 403, 22),
        "invalid": (17, 3, 929, 23),
    }
    ballots = of_ballots(stations.rows)
    assert (ballots.protocol, ballots.published, ballots.higher, ballots.lower, ballots.same) == (45009, 46399, 14, 4, 24)


def test_what_the_report_says_of_its_annexes_holds(real: Dataset) -> None:
    """Section XIV: in all but one of the 15 cases more votes for one party; footnote 77: 1,400 voters, all of whom voted."""
    stations = real.elections["2007-majilis"].stations
    assert stations
    assert by_column(stations.groups[0].stations, ["nur_otan"])["nur_otan"].lower == 1
    by_number = {(station.citation.annex, station.number): station for station in stations.rows}
    station = by_number["2", 811]
    assert sum(station.protocol.values()) == sum(station.published.values()) == 1400
    for number in (528, 537, 551, 554, 563, 565):  # annex 3: fewer votes for this party in each of 19 stations
        station = by_number["3", number]
        assert station.published["ansdp"] < station.protocol["ansdp"]


def test_every_digit_of_a_row_is_held_to_the_report(tmp_path: Path) -> None:
    data = shutil.copytree(PROJECT / "data", tmp_path / "data")
    path = data / REAL.relative_to(PROJECT / "data")
    text = path.read_text(encoding="utf-8")
    # Another digit that the annex prints, with the control sum changed to match: only the row's place gives it away.
    changed = text.replace("published_row: [101, 1443,", "published_row: [101, 1163,").replace(
        "published: [768, 13893,", "published: [768, 13613,"
    )
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load(data)
    (problem,) = caught.value.problems
    assert "`1163` for `nur_otan` in the `published_row` of polling station 406" in str(problem)
    assert "annex 2 of 2007-odihr-final-report" in problem.expected
    assert "101 | 1443 | 17" in problem.expected


# ── Broken files ──

MISTAKES = {
    "a column missing in a row": (
        "protocol_row: [90, 21, 2]",
        "protocol_row: [90, 21]",
        (f"{FILE}:29", "2 numbers in `protocol_row` of polling station 12", "3, one for each column: reds, against_all, invalid"),
    ),
    "a column missing in the sums": (
        "published: [1295, 111, 15]",
        "published: [1295, 111]",
        (f"{FILE}:9", "2 numbers in `published` in the totals of annex II", "3, one for each column"),
    ),
    "an unknown contestant": (
        "columns: {reds:",
        "columns: {redz:",
        (f"{FILE}:4", "unknown contestant `redz`", "Did you mean `reds`?"),
    ),
    "a contestant of another election": (
        "columns: {reds:",
        "columns: {blues:",
        (f"{FILE}:4", "the column `blues`", "a contestant with a result in results.yaml"),
    ),
    "a station twice": (
        "  - number: 12\n",
        "  - number: 7\n",
        (f"{FILE}:26:5", "station 7 a second time in annex II for the same region", f"{FILE}:14"),
    ),
    "a negative number": ("[60, 40, 5]", "[60, -40, 5]", (f"{FILE}:23", "`-40`", "at least 0")),
    "a fraction": ("[60, 40, 5]", "[60, 40.5, 5]", (f"{FILE}:23", "`40.5`", "a whole number")),
    "a number with a separator": ("[1120, 80, 3]", '["1,120", 80, 3]', (f"{FILE}:17", "`1,120`", "a whole number")),
    "an unknown annex": (
        "    annex: II\n    protocol_row: [90",
        "    annex: I\n    protocol_row: [90",
        (f"{FILE}:28", "unknown annex `I`", "Did you mean `II`?"),
    ),
    "an unknown commission": (
        "    commission: easton\n    annex: II\n    protocol_row: [90",
        "    commission: eston\n    annex: II\n    protocol_row: [90",
        (f"{FILE}:27", "unknown commission `eston`", "Did you mean `easton`?"),
    ),
    "an unknown region": ("region: west\n", "region: wst\n", (f"{FILE}:20", "unknown region `wst`", "Did you mean `west`?")),
    "no commission and no region": ("    region: west\n", "", (f"{FILE}:19", "a station without `commission`", "Add one of the two.")),
    "a footnote that is not there": ("footnote: 3", "footnote: 9", (f"{FILE}:25", "footnote 9 of 2010-report")),
    "an annex that the report does not have": (
        "  II:\n",
        "  IV:\n",
        (f"{FILE}:6", "the annex `IV`", "one that data/reports/2010-report/report.yaml lists"),
    ),
    "a sum that does not add up": (
        "protocol: [1270, 145, 5]",
        "protocol: [1270, 154, 5]",
        (f"{FILE}:9", "154 for `against_all` in the totals of annex II", "145, to which the `protocol_row` of its stations add up"),
    ),
    "a station forgotten": (
        "totals: {stations: 3,",
        "totals: {stations: 4,",
        (f"{FILE}:9", "4 stations in the totals of annex II", "3, which is how many are entered"),
    ),
    "a digit wrong": ("[85, 21, 7]", "[85, 21, 2]", (f"{FILE}:30", "`2` for `invalid` in the `published_row` of polling station 12")),
    "the rows exchanged": (
        "protocol_row: [60, 44, 0]\n    published_row: [60, 40, 5]",
        "protocol_row: [60, 40, 5]\n    published_row: [60, 44, 0]",
        (f"{FILE}:22", "`40` for `against_all` in the `protocol_row` of polling station 7"),
    ),
    "a heading too long for a chart": (
        "{en: Reds}",
        "{en: The Reds of the whole country}",
        (f"{FILE}:4", "`The Reds of the whole country`", "a heading of at most 16 letters"),
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(INVENTED / "data", tmp_path / "data")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_with_its_place_and_its_remedy(data: Path, mistake: str) -> None:
    old, new, wanted = MISTAKES[mistake]
    text = (data / FILE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (data / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load(data)
    lines = caught.value.report().splitlines()
    assert any(all(word in line for word in wanted) for line in lines), "\n".join(lines)
    most = 8 if mistake == "the rows exchanged" else 5  # its sums are wrong too
    assert len(lines) <= most, "mistakes that merely follow from another are reported too:\n" + "\n".join(lines)


def test_a_station_set_aside_is_no_reason_to_doubt_the_sums(data: Path) -> None:
    text = (data / FILE).read_text(encoding="utf-8")
    (data / FILE).write_text(text.replace("number: 12", "number: twelve"), encoding="utf-8")
    with pytest.raises(DataProblems) as caught:
        load(data)
    assert [problem.found for problem in caught.value.problems] == ["`twelve` for `number`"]


# ── Downloads ──


def test_the_download_has_every_number(real: Dataset) -> None:
    files = dict(exports.files(real, datetime.date(2024, 5, 6)))
    content = files["data/v1/stations.csv"].decode("utf-8")
    assert content.split("\n")[0] == "election,station,commission,region,annex,source,contestant,votes"
    rows = list(csv.DictReader(io.StringIO(content)))
    assert len(rows) == 42 * 8 * 2
    assert {row["source"] for row in rows} == {"protocol", "published"}
    assert sum(int(row["votes"]) for row in rows if row["source"] == "protocol") == 45009
    (row,) = [r for r in rows if (r["station"], r["source"], r["contestant"]) == ("861", "published", "ansdp")]
    assert row == {
        "election": "2007-majilis",
        "station": "861",
        "commission": "Taldykorgan City TEC",
        "region": "Almaty Region",
        "annex": "2",
        "source": "published",
        "contestant": "ansdp",
        "votes": "88",
    }
    assert {row["commission"] for row in rows if row["station"] == "294"} == {""}
    whole = json.loads(files["data/v1/elections/2007-majilis.json"])
    assert len(whole["stations"]) == 42
    assert whole["stations"][0]["protocol"]["ansdp"] == 614


# ── Pages ──


def test_the_page_shows_every_station_and_every_number(real_site: Path, real: Dataset) -> None:
    text = (real_site / "stations/index.html").read_text(encoding="utf-8")
    stations = real.elections["2007-majilis"].stations
    assert stations
    assert len(re.findall(r'<article class="station" id="station-[23]-\d+">', text)) == 42
    for station in stations.rows:
        card = text.split(f'id="station-{station.citation.annex}-{station.number}">')[1].split("</article>")[0]
        for column, heading in stations.columns.items():
            first, later = station.protocol[column], station.published[column]
            way = "higher" if later > first else "lower"
            words = (
                f"{heading['en']}: {first:,} in the protocol, the published figure is {way} by {abs(later - first):,}."
                if first != later
                else f"{heading['en']}: {first:,} in both."
            )
            assert words in card, (station.number, words)
    assert "+10,439" in text
    assert "at 14 stations, to fewer at 4 stations, and to the same number at 24 stations" in text
    assert text.count("<tr>") == 1 + 42 + 3 * 10  # the table of all stations and three of sums, each with its head


def test_the_page_is_found(real_site: Path) -> None:
    election = (real_site / "elections/2007-majilis/index.html").read_text(encoding="utf-8")
    assert '<a href="/stations/#election-2007-majilis">Protocols of 42 polling stations beside the published figures</a>' in election
    assert "/stations/#" not in (real_site / "elections/2023-majilis/index.html").read_text(encoding="utf-8")
    source = (real_site / "sources/2007-odihr-final-report/index.html").read_text(encoding="utf-8")
    assert source.count('href="/stations/#station-2-') == 15 + 4  # and the remarks of four footnotes
    assert source.count('href="/stations/#station-3-') == 27 + 2
    assert '<a href="/stations/">Polling stations</a>' in (real_site / "index.html").read_text(encoding="utf-8")


def test_a_number_that_repeats_and_another_language(invented_site: Path) -> None:
    text = (invented_site / "stations/index.html").read_text(encoding="utf-8")
    assert 'id="station-ii-7-east"' in text
    assert 'id="station-ii-7-west"' in text
    assert 'id="station-ii-12"' in text
    assert "Its protocol &amp; nothing else." in text
    assert "Батыс" in (invented_site / "kk/stations/index.html").read_text(encoding="utf-8")


def test_without_stations_there_is_no_page(project: Path) -> None:
    (project / "data" / FILE).unlink()
    done = run("generator", "build", cwd=project)
    assert done.status == 0, done.said
    output = project / "output"
    assert not (output / "stations").exists()
    assert "stations/" not in (output / "index.html").read_text(encoding="utf-8")
    assert (output / "data/v1/stations.csv").read_text(encoding="utf-8").count("\n") == 1
