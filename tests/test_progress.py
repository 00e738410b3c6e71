"""`progress`: what is entered, absent and open, from the files as they are."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.files import read_files
from generator.progress import progress, still_open
from generator.vocabulary import Absence
from tests.conftest import INVENTED, PROJECT


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    return tmp_path / "data"


def said(data: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--data", str(data), "progress"]) == 0
    return capsys.readouterr().out


def test_every_figure_is_counted_once() -> None:
    files = read_files(PROJECT / "data")
    assert files.indicators.entry
    for one in progress(files):
        assert one.entered + sum(one.absent.values()) == len(files.indicators.entry.indicators), one.election


def test_it_counts_what_is_there(data: Path) -> None:
    by_id = {one.election: one for one in progress(read_files(data))}
    assert list(by_id) == ["2010-assembly", "2014-assembly", "2016-presidential"], "by date"
    last = by_id["2016-presidential"]
    assert (last.entered, last.absent[Absence.NOT_APPLICABLE], last.absent[Absence.NOT_CURATED], last.rows) == (7, 1, 1, 1)
    assert by_id["2010-assembly"].findings == {"system": 0, "participation": 0, "counting": 1}
    assert by_id["2010-assembly"].rows == 2


def test_tables_show_it_plainly(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(data, capsys).splitlines()
    assert lines[0].split() == ["Figures", "entered", "not_applicable", "not_in_report", "withheld", "open"]
    assert ["2016-presidential", "7", "1", ".", ".", "1"] in [line.split() for line in lines]
    assert ["counting", "1", "2", "."] in [line.split() for line in lines]
    assert ["rows", "2", ".", "1"] in [line.split() for line in lines]
    assert max(map(len, lines)) <= 120


def test_what_is_open_is_listed_file_by_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "new", "2018-assembly", "2018-report"]) == 0
    capsys.readouterr()
    text = said(data, capsys)
    listed = text[text.index("data/elections/2016") :]
    assert re.search(r"2016-presidential/figures.yaml:\n  participation: voters.voted\n", listed)
    assert re.search(r"2018-assembly/election.yaml:\n  name.en is not yet entered\n  summary.en is not yet entered\n", listed)
    assert re.search(r"2018-assembly/figures.yaml:\n  system: system.family, system.seats_total, .*\n  participation: ", listed)
    assert "2018-assembly/results.yaml:\n  no contest, and no note why the report has none\n" in listed
    assert "2018-assembly/findings.yaml:\n  no finding\n" in listed
    assert "2018-report/report.yaml:\n  title.en is not yet entered\n" in listed
    assert "2018-report/evidence.json:\n  the text is not indexed: `make index REPORT=2018-report TEXT=...`\n" in listed


def test_a_report_without_results_says_so_in_a_note_and_is_not_open(data: Path) -> None:
    results = data / "elections/2016-presidential/results.yaml"
    for note, is_open in (('note: {en: "The report has none."}\n', False), ("", True)):
        results.write_text(f"report: 2016-report\ncontests: []\n{note}")
        assert any(file.path.endswith("2016-presidential/results.yaml") for file in still_open(read_files(data))) == is_open


def test_nothing_open_is_said_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = data / "elections/2016-presidential/figures.yaml"
    figures.write_text(figures.read_text().replace("not_curated", "not_in_report"))
    findings = data / "elections/2016-presidential/findings.yaml"
    item = '\n  - {topic: counting, text: {en: "Seen."}, source: {section: II}}\n'
    findings.write_text(findings.read_text().replace(" []\n", item))
    assert said(data, capsys).endswith("Nothing is open.\n")


def test_it_works_on_data_with_mistakes_and_says_that_there_are_some(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = data / "elections/2010-assembly/figures.yaml"
    figures.write_text(figures.read_text().replace("qualifier: approximate", "qualifier: aproximate"))
    (data / "elections/2014-assembly/findings.yaml").write_text("findings: [\n")
    text = said(data, capsys)
    assert ["2010-assembly", "8", ".", ".", ".", "."] in [line.split() for line in text.splitlines()]
    assert re.search(r"The data has \d+ problems, which `make check` lists", text)
