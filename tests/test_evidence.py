"""The evidence index: what texts print, in every style that is known, and that the data are held to it."""

from __future__ import annotations

import argparse
import datetime
import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.claims import claims
from generator.checking.evidence import confirmed, figures_are_evidenced, footnotes_are_where_cited, reports_are_indexed
from generator.commands import index as index_command
from generator.commands import mutants as mutants_command
from generator.evidence.index import Evidence, load_evidence, write_evidence, written
from generator.evidence.indexing import make_evidence
from generator.evidence.numbers import lists_in, numbers_in, numbers_of_cell
from generator.evidence.places import Passage, Spot
from generator.evidence.report_text import split
from generator.evidence.sought import sought
from generator.evidence.spelling import order, plain
from generator.evidence.words import value
from generator.files import Files, match, read_files
from generator.model.reference import Report
from generator.problems import DataProblems, Problem
from generator.reading import parse_yaml
from generator.vocabulary import Money, Rate, Unit
from tests.conftest import INVENTED, PROJECT

REPORTS = PROJECT.parent / "shared" / "reports"
TEXTS = INVENTED / "texts"

# ── Numbers ──


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6,517,360 voters", "6517360"),
        ("6\u202f517\u00a0360 voters", "6517360"),
        ("some 12 million voters", "12000000"),
        ("GEL 2.5 million", "GEL 2500000"),
        ("up to GEL 33.9 billion", "GEL 33900000000"),
        ("EUR 1,133.500 in all", "EUR 1133.5"),
        ("2,125,000 Freedonian Crowns (ISK)", "ISK 2125000"),
        ("a fee of €5,000", "EUR 5000"),
        ("turnout of 54.21 per cent", "54.21%"),
        ("Invalid: 158,046 (2.42%)", "2.42%, 158046"),
        ("a share of 53.90 percent", "53.9%"),
        ("seven per cent", "7%"),
        ("between 14 and 31 per cent", "14, 14%, 31%"),
        ("three, five and 16 per cent", "3, 3%, 5, 5%, 16%"),
        ("ninety eight seats", "98"),
        ("Ninety-eight seats", "98"),
        ("one hundred and five towns", "105"),
        ("two thousand three hundred towns", "2300"),
        ("a hundred towns", "100"),
        ("a million people", "1000000"),
        ("two-thirds of the seats", "66.7%, 67%"),
        ("one third of the seats", "33%, 33.3%"),
        ("half of the counts", "50%"),
        ("one-fifth of the counts", "20%"),
        ("a quarter, three quarters", "25%, 75%"),
        ("one in five towns", "1, 20%, 5"),
        ("two and a half", "2.5"),
        ("a dozen towns, two dozen more", "12, 24"),
        ("the fifth convocation, its 21st session", "#21, #5"),
        ("the majority of them", "50%"),
        ("aged 25 or older", "25y"),
        ("a ten-year residency, 10-years residency", "10y"),
        ("within five days, 72 hours", "5t, 72t"),
        ("based on 50-times minimum wage", "50x"),
        ("a 19-member board", "19"),
        ("19 March 2023", "2023-03-19"),
        ("March 19, 2023", "2023-03-19"),
        ("19.03.2023 and 2023-03-20", "2023-03-19, 2023-03-20"),
        ("on 19 March", "--03-19"),
        ("30 Sept. 2004", "2004-09-30"),
        ("between 1 and 3 May", "--05-01, --05-03"),
        ("8 to 9 January", "--01-08, --01-09"),
        ("5, 10, 11, and 16 March 2023", "2023-03-05, 2023-03-10, 2023-03-11, 2023-03-16"),
        ("18 July to 16 August 2007", "--07-18, 2007-08-16"),
        ("In September / October 2004", "2004-09, 2004-10"),
        ("in May of that year; it may rain", "--05"),
        ("in 2022-23", "2022, 2023"),
        ("2019-2020", "2019, 2020"),
        ("30 February 2021", "2021-02, 30"),
        ("recommendations 2,3,8, 12-15", "2, 3, 8, 12, 13, 14, 15"),
    ],
)
def test_each_style_of_number_has_one_spelling(text: str, expected: str) -> None:
    assert numbers_in(text) == set(expected.split(", "))


@pytest.mark.parametrize(
    "text",
    [
        "paragraph 7.6, Article 12 and paragraphs 5.10, 5.16 and 88",
        "General Comment No. 25, Regulation No 12/340, Section II.2.63",
        "CM/Rec(2007)15, COVID-19",
        "https://example.org/2010/77 and www.example.org/14207.html, [here](https://example.org/8)",
        "from 18:00, at 10.00 hrs, by 11am",
        "call +48 609 522 266",
        "dozens of towns, hundreds of them",
    ],
)
def test_what_only_looks_like_a_number_is_left_out(text: str) -> None:
    assert numbers_in(text) == frozenset()


def test_only_the_last_item_of_a_numbered_list_is_a_count() -> None:
    found = numbers_in("Recommendations\n9. To do this.\n10. To do that.\n11. To do both.\n")
    assert found == {"9.", "10.", "11.", "11"}


def test_recommendations_that_are_named_together_are_a_list() -> None:
    text = "Recommendation 12 was followed, recommendations 1, 4, 6-9, and 31 from 2019 were not; of 3 recommendations 50 per cent."
    assert lists_in(text) == [("12",), ("1", "4", "6", "7", "8", "9", "31")]


def test_cells_keep_their_order_and_a_dash_is_zero() -> None:
    assert [numbers_of_cell(cell) for cell in ("The Reds", "1,234", "-", "158,046 (2.42%)", "")] == [
        [],
        ["1234"],
        ["0"],
        ["158046", "2.42%"],
        [],
    ]


_WORDS = st.integers(1, 999_999)


def _spelled(number: int) -> str:
    """English words for a number, to be read back."""
    ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    )
    tens = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number < 20:
        return ones.split()[number]
    if number < 100:
        return tens[number // 10] + (f"-{_spelled(number % 10)}" if number % 10 else "")
    if number < 1000:
        return f"{_spelled(number // 100)} hundred" + (f" and {_spelled(number % 100)}" if number % 100 else "")
    return f"{_spelled(number // 1000)} thousand" + (f" {_spelled(number % 1000)}" if number % 1000 else "")


@given(_WORDS)
def test_every_number_in_words_is_read(number: int) -> None:
    assert value(_spelled(number)) == number
    assert numbers_in(f"They counted {_spelled(number)} ballots.") == {str(number)}


@given(st.integers(0, 10**12).filter(lambda number: not 1000 <= number <= 9999))
def test_every_whole_number_is_found_with_and_without_separators(number: int) -> None:
    assert numbers_in(f"They counted {number:,} ballots.") == {str(number)}
    assert numbers_in(f"They counted {number} ballots, no more.") == {str(number)}


@given(st.decimals(0, 100, places=2))
def test_every_share_is_found_and_is_no_count(share: Decimal) -> None:
    for sign in ("%", " per cent", " percent"):
        assert numbers_in(f"It was {share}{sign} of them.") == {f"{plain(share)}%"}


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_found_and_nothing_else(day: datetime.date) -> None:
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    named = f"{day.day} {months[day.month - 1]}"
    assert numbers_in(f"It was held on {named} {day.year}, as planned.") == {day.isoformat()}
    assert numbers_in(f"It was held on {named}, as planned.") == {f"--{day:%m-%d}"}


@given(st.lists(st.integers(0, 10**7).filter(lambda number: not 1900 <= number <= 2099), max_size=8))
def test_numbers_of_a_row_do_not_run_together(numbers: list[int]) -> None:
    assert numbers_in("\t".join(f"{number:,}" for number in numbers)) == {str(number) for number in numbers}


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    found = numbers_in(text)
    assert sorted(found, key=order) == sorted(numbers_in(text), key=order)
    make_evidence("any", text, [Passage(Spot("I"), text, [[text]])])


@given(st.text(max_size=300))
def test_whatever_is_indexed_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("data")
    (folder / "reports" / "any").mkdir(parents=True)
    evidence = make_evidence("any", text, [Passage(Spot("I"), text, [text.split(" ")]), Passage(Spot("I", footnote=1), text)])
    write_evidence(evidence, folder / "reports" / "any" / "evidence.json")
    assert load_evidence(folder) == ({"any": evidence}, [])


# ── Texts ──


def parts(report: str, text: str | None = None) -> dict[str, str]:
    """The places of an invented report with their texts."""
    document = parse_yaml(
        (INVENTED / "data/reports" / report / "report.yaml").read_text(encoding="utf-8"), f"data/reports/{report}/report.yaml"
    )
    loaded, problems = match(document, Report)
    assert loaded.entry and not problems
    text = (TEXTS / f"{report}.txt").read_text(encoding="utf-8") if text is None else text
    return {str(passage.spot): passage.text.strip() for passage in split(text, f"{report}.txt", loaded.entry, document)}


@pytest.mark.parametrize("report", ["2010-report", "2014-report", "2016-report"])
def test_every_style_of_text_is_taken_apart(report: str) -> None:
    found = parts(report)
    assert [name for name in found if "footnote" not in name] == [
        "section `Title page`",
        "section I",
        "section II",
        "section II.A",
        "annex I",
        *(["annex II"] if report == "2010-report" else []),
    ]
    assert "1 December" in found["section `Title page`"]
    assert "999" not in " ".join(found.values()), "what the contents name and report.yaml does not is nobody's"
    assert "....." not in " ".join(found.values()), "the table of contents is no text"


@pytest.mark.parametrize(
    ("report", "carriers"),
    [
        ("2010-report", {1: "section `Title page`", 2: "section I", 3: "section I", 4: "section II.A"}),
        ("2014-report", dict(enumerate(["section `Title page`"] + ["section I"] * 4 + ["section II", "section II.A"], start=1))),
        ("2016-report", {1: "section `Title page`", 2: "section I", 3: "annex I"}),
    ],
)
def test_footnotes_belong_to_the_text_that_carries_their_mark(report: str, carriers: dict[int, str]) -> None:
    assert [name for name in parts(report) if "footnote" in name] == [f"{place}, footnote {number}" for number, place in carriers.items()]


def test_text_goes_on_after_footnotes_and_pages() -> None:
    found = parts("2014-report")
    assert found["section I"].endswith("in the north.")
    assert "ten years" in found["section I, footnote 2"], "a page seems to end within the footnote"
    assert found["section I, footnote 4"].endswith("members were women."), "addresses below footnotes are left out"
    assert "1914" not in " ".join(found.values()), "running heads are left out"
    assert parts("2010-report")["section I"].endswith("35.17 per cent.")


def test_bare_headings_are_sections_where_there_are_no_numbers() -> None:
    listed = "sections: [{id: Summary, title: {en: Summary}}, {id: Voter Lists, title: {en: Voter Lists}}, {id: Count & Results, title: {en: Count}}]"
    text = "Summary\n\nSome 5 towns.¹\n\n¹ See *Voter Lists*.\n\nand 6 more\n\nVoter lists\n\n7 lists.\n\nCOUNT & RESULTS\n\n8 counts.\n"
    found = {str(passage.spot): numbers_in(passage.text) for passage in _split(listed, text)}
    assert found["section `Summary`"] == {"5", "6"}
    assert found["section `Voter Lists`"] == {"7"}
    assert found["section `Count & Results`"] == {"8"}


def _split(listed: str, text: str) -> list[Passage]:
    head = "title: {en: T}\nshort: {en: T}\nkind: final_report\npublisher: {en: P}\npublished: 2010-12-01\nplace: {en: X}\nelections: []\n"
    document = parse_yaml(head + listed, "data/reports/r/report.yaml")
    loaded, problems = match(document, Report)
    assert loaded.entry, problems
    return split(text, "r.txt", loaded.entry, document)


def test_a_text_of_one_section_is_known_by_its_date() -> None:
    listed = "sections: [{id: Press release, title: {en: Press release}}]"
    assert [passage.spot for passage in _split(listed, "X, 1 December 2010. There were 5.")] == [Spot("Press release")]
    with pytest.raises(DataProblems, match=r"r\.txt:1:1: found a text without recognisable sections; expected the one section"):
        _split(listed, "Something else of 2011.")


def test_a_text_without_sections_is_refused() -> None:
    with pytest.raises(DataProblems, match=r"2010-report\.txt:1:1: found a text without recognisable sections"):
        parts("2010-report", "A letter of 5 May, about nothing.\n\nYours, the neighbour.\n")


def test_a_section_that_is_missing_is_named_with_its_line_and_what_comes_near() -> None:
    text = (TEXTS / "2010-report.txt").read_text(encoding="utf-8").replace("\nII. THE RULES\n", "\nII. THE RULE\n")
    with pytest.raises(DataProblems) as caught:
        parts("2010-report", text)
    message = str(caught.value)
    assert (
        "data/reports/2010-report/report.yaml:11:5: found the section `II` (The rules), which has no heading in 2010-report.txt" in message
    )
    assert "The nearest line reads `II. THE RULE`" in message


# ── The file ──


def test_the_file_has_one_place_a_line_and_numbers_only() -> None:
    evidence = make_evidence("r", "text", [Passage(Spot("I"), "7 of 9: 78 per cent"), Passage(Spot(annex="I"), "", [["Reds", "7", "-"]])])
    assert written(evidence).splitlines()[3:] == [
        '"places": [',
        '{"section": "I", "numbers": ["7", "9", "78%"]},',
        '{"annex": "I", "numbers": ["0", "7"]},',
        '{"annex": "I", "row": ["", "7", "0"]}',
        "]",
        "}",
    ]


def test_the_committed_indexes_of_the_invented_country_are_what_their_texts_give(tmp_path: Path) -> None:
    data = shutil.copytree(INVENTED / "data", tmp_path / "data")
    for text in sorted(TEXTS.glob("*.txt")):
        made = data / "reports" / text.stem / "evidence.json"
        before = made.read_bytes()
        made.unlink()
        assert make(data, text, text.stem) == 0
        assert made.read_bytes() == before


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "evidence.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_evidence(make_evidence("r", "", []), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace('"70%"', '"a share of 70 per cent"'), "2010-report/evidence.json:9:1: found places.4.numbers.0"),
        (lambda text: text.replace('"2010-report"', '"2014-report"'), "evidence.json:2:1: found the index of `2014-report`"),
        (
            lambda text: text.replace('"footnote": 3', '"footnote": 2'),
            "evidence.json:9:1: found section I, footnote 2 without its numbers, or a second time",
        ),
        (lambda text: text[:100], "evidence.json:1:1: found the file: Invalid JSON"),
        (lambda text: "[]", "evidence.json:1:1: found the file"),
    ],
)
def test_an_index_that_was_edited_is_refused(tmp_path: Path, change: Callable[[str], str], said: str) -> None:
    data = shutil.copytree(INVENTED / "data", tmp_path / "data")
    path = data / "reports/2010-report/evidence.json"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    indexes, problems = load_evidence(data)
    assert "2010-report" not in indexes
    assert [said in str(problem) for problem in problems] == [True], problems
    assert "make index REPORT=2010-report TEXT=report.txt" in problems[0].remedy


# ── The command ──


def make(data: Path, text: Path, id: str) -> int:
    """Run the command `index`."""
    return index_command.run(data, argparse.Namespace(text=text, id=id))


@pytest.mark.parametrize(
    ("text", "id", "said"),
    [
        (
            "2010-report.txt",
            "2010-reprt",
            "found the unknown report `2010-reprt`; expected a folder with a report.yaml. Did you mean `2010-report`?",
        ),
        ("2010-report.txt", "../2010-report", "found the unknown report `../2010-report`"),
        ("nothing.txt", "2010-report", "nothing.txt:1:1: found a file that cannot be read (No such file or directory)"),
        ("latin.txt", "2010-report", "latin.txt:1:1: found a byte that is not UTF-8 at position 1"),
        ("other.txt", "2010-report", "other.txt:1:1: found a text without recognisable sections"),
    ],
)
def test_bad_input_gets_a_clear_message_and_changes_nothing(tmp_path: Path, text: str, id: str, said: str) -> None:
    data = shutil.copytree(INVENTED / "data", tmp_path / "data")
    texts = shutil.copytree(TEXTS, tmp_path / "texts")
    (texts / "latin.txt").write_bytes("né".encode("latin-1"))
    (texts / "other.txt").write_text("Nothing of the kind.", encoding="utf-8")
    before = {path: path.read_bytes() for path in data.rglob("*.json")}
    with pytest.raises(DataProblems) as caught:
        make(data, texts / text, id)
    assert said in str(caught.value)
    assert {path: path.read_bytes() for path in data.rglob("*.json")} == before


# ── The rules ──


@pytest.fixture
def held(tmp_path: Path) -> Callable[..., list[Problem]]:
    """The problems of the invented data after a change of one file."""

    def problems(
        file: str = "", old: str = "", new: str = "", evidence: Callable[[dict[str, Evidence]], None] | None = None
    ) -> list[Problem]:
        data = shutil.copytree(INVENTED / "data", tmp_path / "data", dirs_exist_ok=True)
        if file:
            path = data / file
            before = path.read_text(encoding="utf-8")
            assert old in before
            path.write_text(before.replace(old, new, 1), encoding="utf-8")
        files = with_evidence(data)
        return [problem for rule in (reports_are_indexed, footnotes_are_where_cited, figures_are_evidenced) for problem in rule(files)]

    return problems


def with_evidence(data: Path) -> Files:
    files = read_files(data)
    indexes, problems = load_evidence(data)
    assert not problems
    files.evidence = indexes  # type: ignore[attr-defined,unused-ignore]
    return files


def test_the_invented_data_are_borne_out(held: Callable[..., list[Problem]]) -> None:
    assert held() == []
    files = with_evidence(INVENTED / "data")
    assert confirmed(files) == sum(len(row) for group in claims(files) for row in group) > 25


FIGURES = "elections/2010-assembly/figures.yaml"
RESULTS = "elections/2010-assembly/results.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            FIGURES,
            "value: 70.0",
            "value: 70.1",
            "figures.yaml:9:5: found `70.1` for `turnout.percent`; expected a value that is printed in section I, footnote 3 of 2010-report. "
            "No place of the report prints it: check the digits.",
        ),
        (
            FIGURES,
            "value: 71.5",
            "value: 35.17",
            "figures.yaml:12:10: found `35.17` for `turnout.percent`; expected a value that is printed in section II of 2010-report. "
            "The nearest place of the report that does is section I: correct the number or the source.",
        ),
        (
            FIGURES,
            "{value: 100, source: {section: II.A}}",
            "{value: 70, source: {section: II.A}}",
            "The nearest place of the report that does is annex I",
        ),
        (
            FIGURES,
            "{value: 2010-04-05, source: {section: I}}",
            "{value: 2010-04-06, source: {section: I}}",
            "found `2010-04-06` for `campaign.start`",
        ),
        (
            FIGURES,
            "{value: 2010-04-05, source: {section: I}}",
            "{value: 2009-04-05, source: {section: I}}",
            "found `2009-04-05` for `campaign.start`",
        ),
        (FIGURES, "footnote: 3", "footnote: 9", "figures.yaml:10:26: found footnote 9 of 2010-report; expected one of its 4 footnotes"),
        (FIGURES, "{section: I, footnote: 3}", "{section: II, footnote: 3}", "found footnote 3 cited under section II; expected section I"),
        (RESULTS, "votes: 900000", "votes: 900001", "results.yaml:6:28: found `900001` for `votes` of `reds`"),
        (RESULTS, "percent: 64.29", "percent: 35.71", "(the row: 900000 | 64.29% | 70)"),
        (RESULTS, "value: 35.17", "value: 35.71", "results.yaml:11:30: found `35.71` for `percent` of `against_all`"),
        (RESULTS, "total: {votes: 1400000", "total: {votes: 500000", "found `500000` for `votes` of the total"),
        ("reforms/all.yaml", 'month: "2013-02"', 'month: "2013-03"', "found `2013-03` for the date of reform `count-law`"),
        ("reforms/all.yaml", "day: 2014-03-01", "day: 2014-03-02", "printed in section I of 2014-report; section I of 2016-report"),
        (
            "reports/2014-report/recommendations.yaml",
            "numbers: [3, 5]",
            "numbers: [3, 1]",
            "recommendations.yaml:5:56: found 3, 1 for a recommendation of 2008-referendum; expected a list of recommendations as section I, "
            "footnote 4 of 2014-report enumerates them (the nearest: 3, 5)",
        ),
        ("elections/2014-assembly/election.yaml", "date: 2014-06-01", "date: 2014-06-02", "the date of 2014-assembly"),
        ("elections/2014-assembly/figures.yaml", "100 * voters.voted / voters.registered", "voters.voted / 21000", ""),
        (
            "reports/2010-report/report.yaml",
            "  - {id: I, title: {en: Results}}",
            "  - {id: I, title: {en: Results}}\n  - {id: IV, title: {en: More}}",
            "annex IV",
        ),
    ],
)
def test_each_claim_is_held_to_its_place(held: Callable[..., list[Problem]], file: str, old: str, new: str, said: str) -> None:
    found = [str(problem) for problem in held(file, old, new)]
    assert [said in problem for problem in found] == ([True] if said else []), found


def test_an_event_may_be_dated_by_any_of_its_sources(held: Callable[..., list[Problem]]) -> None:
    # 1 March stands in both; the first cited place alone need not have it.
    assert (
        held("reforms/all.yaml", "source: {report: 2014-report, section: I}, also", "source: {report: 2014-report, section: II}, also")
        == []
    )


def test_a_computed_figure_names_the_printed_numbers_of_its_formula(held: Callable[..., list[Problem]]) -> None:
    old = "formula: 100 * voters.voted / voters.registered"
    new = "formula: 100 * 1050000 / 2100001\n    source: {section: I}"
    assert [problem.found for problem in held("elections/2014-assembly/figures.yaml", old, new)] == [
        "`2100001` for the formula of `turnout.percent`"
    ]


def test_a_report_without_index_is_a_problem(tmp_path: Path) -> None:
    data = shutil.copytree(INVENTED / "data", tmp_path / "data")
    (data / "reports/2010-report/evidence.json").unlink()
    found = [str(problem) for problem in reports_are_indexed(with_evidence(data))]
    assert len(found) == 1 and "report.yaml:1:1: found no evidence.json beside it" in found[0]


def test_units_are_kept_apart() -> None:
    """5 per cent is no evidence for 5 parties, except in a table, where the head of the column has the sign."""
    published = datetime.date(2010, 12, 1)
    prose = make_evidence("r", "", [Passage(Spot("I"), "5 per cent of 7 parties, aged 30")]).places[0]
    table = make_evidence("r", "", [Passage(Spot(annex="I"), "", [["Reds", "5", "7"]])]).places[0]
    assert sought(5, Unit.PERCENT, published).is_in(prose) and not sought(5, Unit.COUNT, published).is_in(prose)
    assert sought(7, Unit.COUNT, published).is_in(prose) and not sought(7, Unit.PERCENT, published).is_in(prose)
    assert sought(30, Unit.YEARS, published).is_in(prose) and not sought(30, Unit.COUNT, published).is_in(prose)
    assert sought(5, Unit.PERCENT, published).is_in(table)


def test_a_statement_without_a_unit_is_found_with_any() -> None:
    published = datetime.date(2010, 12, 1)
    prose = make_evidence("r", "", [Passage(Spot("I"), "5 per cent, EUR 2.72 million, within three days")]).places[0]
    assert all(sought(number, None, published).is_in(prose) for number in (5, 2720000, 3))
    assert not any(sought(number, None, published).is_in(prose) for number in (2, 272, 4))


@pytest.mark.parametrize("printed", ["GEL 2,500", "2,500 GEL", "2,500 Georgian Lari (GEL)"])
def test_money_is_found_in_its_own_currency(printed: str) -> None:
    published = datetime.date(2010, 12, 1)
    prose = make_evidence("r", "", [Passage(Spot("I"), f"A deposit of {printed} is due.")]).places[0]
    assert all(sought(2500, unit, published).is_in(prose) for unit in (Money("GEL"), Rate("GEL per EUR"), None))
    assert not any(sought(2500, unit, published).is_in(prose) for unit in (Money("EUR"), Rate("EUR per GEL"), Unit.COUNT))


@given(st.dates(datetime.date(2005, 1, 1), datetime.date(2015, 12, 31)), st.dates(datetime.date(2008, 1, 1), datetime.date(2012, 12, 31)))
def test_a_day_without_its_year_is_the_last_one_before_the_report(day: datetime.date, published: datetime.date) -> None:
    place = make_evidence("r", "", [Passage(Spot("I"), f"on {day.day} {day:%B}.")]).places[0]
    last = day <= published and (day.year == published.year or (day.year == published.year - 1 and f"{day:%m%d}" > f"{published:%m%d}"))
    assert sought(day, Unit.DATE, published).is_in(place) == last


# ── Mutants ──


def test_every_digit_is_changed_into_every_other() -> None:
    assert list(mutants_command.changed(70)) == [10, 20, 30, 40, 50, 60, 80, 90, 71, 72, 73, 74, 75, 76, 77, 78, 79]
    assert all(isinstance(value, Decimal) for value in mutants_command.changed(Decimal("53.90")))
    assert len(list(mutants_command.changed(Decimal("53.90")))) == 8 + 9 + 9 + 9
    assert datetime.date(2021, 2, 8) in list(mutants_command.changed(datetime.date(2021, 2, 28)))
    assert "2021-12" in list(mutants_command.changed("2021-02")) and "2021-22" not in list(mutants_command.changed("2021-02"))


def test_the_invented_data_survive_few_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutants_command.run(INVENTED / "data", argparse.Namespace()) == 0
    assert "of 100 (at least 97 are asked for)" in capsys.readouterr().out


def test_values_that_are_not_borne_out_are_left_out_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = shutil.copytree(INVENTED / "data", tmp_path / "data")
    for path in data.rglob("evidence.json"):
        path.unlink()
    assert mutants_command.run(data, argparse.Namespace()) == 1
    said = capsys.readouterr().out
    assert "values are left out" in said and "nothing can be measured" in said


# ── The real reports ──


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the source documents are no part of the project; the invented texts cover the subject")
@pytest.mark.parametrize("report", [path.stem for path in sorted(REPORTS.glob("*.txt"))])
def test_the_committed_index_is_what_the_report_gives(tmp_path: Path, report: str) -> None:
    data = shutil.copytree(PROJECT / "data", tmp_path / "data")
    made = data / "reports" / report / "evidence.json"
    before = made.read_bytes()
    made.unlink()
    assert make(data, REPORTS / f"{report}.txt", report) == 0
    assert made.read_bytes() == before


def test_the_real_data_are_borne_out() -> None:
    files = with_evidence(PROJECT / "data")
    assert [
        str(problem) for rule in (reports_are_indexed, footnotes_are_where_cited, figures_are_evidenced) for problem in rule(files)
    ] == []


def test_the_real_data_survive_few_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert mutants_command.run(PROJECT / "data", argparse.Namespace()) == 0


def test_no_index_holds_a_sentence() -> None:
    for path in (PROJECT / "data").rglob("evidence.json"):
        for place in json.loads(path.read_text(encoding="utf-8"))["places"]:
            for number in (*place.get("numbers", ()), *place.get("row", ())):
                assert len(number) < 30 and sum(character.isalpha() for character in number) <= 4
