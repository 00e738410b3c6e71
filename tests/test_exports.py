"""The downloads: what the contract promises, on an invented country and on the real data."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import warnings
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import exports
from generator.dataset import Dataset, Result
from generator.exports import results
from generator.exports.as_csv import field, guarded, plain, unguarded
from generator.exports.as_json import json_bytes
from generator.exports.figures import record
from generator.exports.table import Column, Table
from generator.files import read_files
from generator.loading import assemble, load
from generator.model.election import ResultNumbers
from generator.problems import DataProblems
from generator.vocabulary import ResultNumber, Unit

DATE = datetime.date(2024, 5, 6)
REAL_DATA = Path(__file__).parent.parent / "data"

# Written out, not read from the code: these lines are the contract.
HEADERS = {
    "audit": "id,election,kind,subject,stated,expected,inputs,difference,verdict,report,section,footnote,annex,note",
    "recommendations": "report,number,priority,topic,thread,text,section",
    "threads": "thread,title,first_year,last_year,reports,elections_open,state",
    "followups": "assessing_report,assessed_election,number,status,section,footnote",
    "figures": "election,indicator,rank,value,qualifier,unit,status,absence,report,section,footnote,annex,place,note",
    "results": "election,contest,contestant,nominated,registered,votes,percent,seats,report,section,footnote,annex",
    "stations": "election,station,commission,region,annex,source,contestant,votes",
    "reforms": "id,date,precision,kind,topics,title,before,after,elections,threads,report,section,footnote",
    "findings": "election,topic,text,report,section",
}
ADDED = {
    "recommendations": ",heading,wording",
    "threads": ",topic,years_open,reforms,reading",
    "reforms": ",annex,latest,note",
    "findings": ",footnote,annex",
}
LABELS = "label_en,label_kk,label_ru"
REFERENCE = {
    "elections": f"id,date,kind,body,early,reports,{LABELS},summary,report,section,footnote,annex",
    "reports": f"id,kind,publisher,published,issued_at,elections,{LABELS},note",
    "indicators": f"id,topic,unit,applies_to,{LABELS},definition,comparability,choices",
    "contestants": f"id,kind,abbreviation,{LABELS},became,came_from,note",
}
WORDS = {
    ("figures", "rank"): "preferred alternative",
    ("figures", "qualifier"): "exact approximate over under at_least at_most",
    ("figures", "status"): "final preliminary revised computed",
    ("figures", "absence"): "not_applicable not_in_report withheld not_curated",
    ("results", "contest"): "list single_member presidential",
    ("stations", "source"): "protocol published",
    ("reforms", "precision"): "day month year between",
    ("reforms", "kind"): "constitution law regulation event",
}

INVENTED = {
    "site.yaml": """
title: {en: "Ruritania's elections"}
tagline: {en: "What the observers said."}
country: {en: "Ruritania"}
languages:
  - {code: en, locale: en-GB, name: English}
  - {code: kk, name: Қазақша}
  - {code: ru, name: Русский}
data_licence: CC-BY-4.0
data_licence_name: Creative Commons Attribution 4.0 International
data_licence_address: https://creativecommons.org/licenses/by/4.0/
""",
    "changes.yaml": "changes: []\n",
    "topics.yaml": """
topics:
  system: {label: {en: System}, description: {en: "The rules."}}
  turnout: {label: {en: Turnout}, description: {en: "Who voted."}}
""",
    "indicators.yaml": """
indicators:
  system.family:
    topic: system
    unit: choice
    applies_to: all
    label: {en: Formula, ru: "Формула"}
    definition: {en: "How votes become seats."}
    choices: {list_pr: {en: "Lists"}, two_round: {en: "Two rounds"}}
  system.base: {topic: system, unit: text, applies_to: all, label: {en: Base}, definition: {en: "Votes counted."}}
  system.independent: {topic: system, unit: boolean, applies_to: all, label: {en: Independents}, definition: {en: "May stand alone."}}
  system.called: {topic: system, unit: date, applies_to: all, label: {en: Called}, definition: {en: "When it was called."}}
  system.seats: {topic: system, unit: count, applies_to: parliamentary, label: {en: Seats}, definition: {en: "Of the chamber."}}
  turnout.registered: {topic: turnout, unit: count, applies_to: all, label: {en: Registered}, definition: {en: "On the rolls."}}
  turnout.voters: {topic: turnout, unit: count, applies_to: all, label: {en: Voters}, definition: {en: "Who voted."}}
  turnout.percent:
    topic: turnout
    unit: percent
    applies_to: all
    label: {en: Turnout, kk: "Қатысу", ru: "Явка"}
    definition: {en: "Voters of registered."}
    comparability: {en: "Counted on the day in 2010, afterwards in 2012."}
""",
    "contestants.yaml": """
contestants:
  blue_party:
    kind: party
    name: {en: "Blue Party, \\"the Blues\\""}
    abbreviation: BP
    history:
      - kind: renamed
        into: azure_party
        when: {year: 2011}
        text: {en: "It took another name."}
        source: {report: ruritania-2012, section: Parties}
  azure_party:
    kind: party
    name: {en: Azure Party}
    history:
      - {kind: renamed, from: blue_party, text: {en: "It was the Blue Party."}, source: {report: ruritania-2012, section: Parties}}
  rassendyll: {kind: person, name: {en: Rassendyll}, note: {en: "@home in Zenda"}}
""",
    "reports/ruritania-2010/report.yaml": """
title: {en: "Final report 2010"}
short: {en: "2010"}
kind: final_report
publisher: {en: Observers}
published: 2010-09-01
place: {en: Strelsau}
elections: [2010-diet]
sections: [{id: XIII.C, title: {en: Results}}, {id: II, title: {en: Rules}}]
annexes: [{id: I, title: {en: "Final results"}}, {id: B, title: {en: B}}]
""",
    "reports/ruritania-2012/report.yaml": """
title: {en: "Statement 2012"}
short: {en: "2012"}
kind: preliminary_statement
publisher: {en: Observers}
published: 2012-03-02
place: {en: Strelsau}
elections: [2012-presidential]
sections: [{id: Parties, title: {en: Parties}}]
""",
    "elections/2010-diet/election.yaml": """
name: {en: "Diet, 1 June 2010"}
short: {en: "Diet 2010"}
date: 2010-06-01
body: diet
kind: parliamentary
early: false
reports: [ruritania-2010]
summary: {en: "The Diet was elected."}
source: {section: II}
""",
    "elections/2010-diet/figures.yaml": """
report: ruritania-2010
figures:
  system.family: {value: list_pr, source: {section: II}}
  system.base: {value: {en: "=SUM of all, or so", ru: "Всех"}, source: {section: II, footnote: 3}}
  system.independent: {value: false, source: {section: II}}
  system.called: {value: 2010-03-31, source: {annex: B}}
  system.seats: {value: 0, source: {annex: I}, note: {en: "-1 was a slip of the printer."}}
  turnout.registered: {value: 12035578, source: {section: XIII.C, footnote: 121}}
  turnout.voters:
    value: 6486000
    qualifier: over
    status: preliminary
    source: {section: XIII.C}
    others:
      - {value: 6487000, source: {annex: I}, note: {en: "The final count."}}
      - {value: 6480000, status: revised, source: {section: II}, note: {en: "An early count; later revised."}}
  turnout.percent:
    value: 53.90
    status: computed
    formula: "100 * turnout.voters / 12033395"
    note: {en: "Not printed."}
""",
    "elections/2010-diet/results.yaml": """
report: ruritania-2010
note: {en: "As announced."}
contests:
  - contest: list
    source: {annex: I}
    results:
      - contestant: blue_party
        votes: 4500000
        percent: 70.10
        seats: 0
        rivals:
          - {field: percent, value: 70.76, source: {section: XIII.C}, note: {en: "Said so."}}
      - {contestant: rassendyll, votes: 0, source: {section: XIII.C, footnote: 9}}
    total: {votes: 4500000, percent: 100}
""",
    "elections/2010-diet/findings.yaml": """
report: ruritania-2010
findings:
  - {topic: turnout, text: {en: "+ Many voted."}, source: {section: XIII.C, footnote: 7}}
  - {topic: system, text: {en: "The rules were kept, \\"mostly\\"."}, source: {annex: B}}
""",
    "elections/2012-presidential/election.yaml": """
name: {en: "President, 1 March 2012", ru: "Президент"}
short: {en: "President 2012"}
date: 2012-03-01
body: presidential
kind: presidential
early: true
reports: [ruritania-2012, ruritania-2010]
summary: {en: "A president was elected."}
source: {section: Parties}
""",
    "elections/2012-presidential/figures.yaml": """
report: ruritania-2012
figures:
  system.family: {value: two_round, source: {section: Parties}}
  system.base: {absence: not_in_report}
  system.independent: {value: true, source: {section: Parties, footnote: 2}}
  system.called: {absence: not_curated}
  system.seats: {absence: not_applicable}
  turnout.registered: {absence: withheld, source: {section: Parties}, note: {en: "The commission kept it."}}
  turnout.voters: {value: 10, status: computed, formula: "4 + 6", note: {en: "The sum: 4 + 6."}}
  turnout.percent: {value: 50, qualifier: over, source: {section: Parties}, note: {en: "“More than half”."}}
""",
    "elections/2012-presidential/results.yaml": "report: ruritania-2012\ncontests: []\n",
    "elections/2012-presidential/findings.yaml": "report: ruritania-2012\nfindings: []\n",
    "reforms/all.yaml": """
reforms:
  - id: old-constitution
    when: {year: 2001}
    kind: constitution
    topics: [system]
    title: {en: "A constitution"}
    after: {en: "There is one."}
    source: {report: ruritania-2010, section: II}
  - id: azure-law
    when: {after: 2010-06-01, before: 2012-03-01}
    kind: law
    topics: [turnout, system]
    title: {en: "Azure law"}
    before: {en: "Blue."}
    after: {en: "Azure."}
    note: {en: "Between the two reports."}
    source: {report: ruritania-2012, section: Parties, footnote: 4}
  - id: decree
    when: {month: "2011-02"}
    kind: regulation
    topics: [system]
    title: {en: "A decree"}
    after: {en: "It was issued."}
    source: {report: ruritania-2010, annex: B}
""",
}


def write(folder: Path) -> Path:
    for name, text in INVENTED.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def assembled(folder: Path) -> Dataset:
    """The dataset of files that are sound on their own; the rules between files have tests of their own."""
    files = read_files(folder)
    assert files.problems == []
    return assemble(files)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return assembled(write(tmp_path_factory.mktemp("ruritania")))


@pytest.fixture(scope="module", params=["invented", "real"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    if request.param == "invented":
        made: Dataset = request.getfixturevalue("invented")
        return made
    try:
        return load(REAL_DATA)
    except DataProblems as problems:
        pytest.skip(f"the real data does not load yet: {len(problems.problems)} problems")


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> dict[str, bytes]:
    made = list(exports.files(dataset, DATE))
    assert len({path for path, _ in made}) == len(made)
    return dict(made)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def parsed(content: bytes) -> Any:
    return json.loads(content, parse_float=Decimal)


def table_rows(dataset: Dataset, name: str) -> list[dict[str, str]]:
    return rows(dict(exports.files(dataset, DATE))[f"data/v1/{name}.csv"])


def test_files_are_those_of_the_contract(dataset: Dataset, files: dict[str, bytes]) -> None:
    tables = [*HEADERS, *REFERENCE]
    expected = {f"data/v1/{name}.{kind}" for name in tables for kind in ("csv", "json")}
    expected |= {f"data/v1/elections/{id}.json" for id in dataset.elections} | {"data/v1/datapackage.json"}
    assert set(files) == expected


@pytest.mark.parametrize("name", [*HEADERS, *REFERENCE])
def test_columns_to_the_letter(name: str, files: dict[str, bytes]) -> None:
    expected = HEADERS[name] + ADDED.get(name, "") if name in HEADERS else REFERENCE[name]
    assert files[f"data/v1/{name}.csv"].decode("utf-8").split("\n")[0] == expected


def test_every_number_of_a_result_is_entered_kept_and_published() -> None:
    columns = {column.name: column.unit for column in results.COLUMNS}
    for number in ResultNumber:
        assert number in ResultNumbers.model_fields and number in Result._fields
        assert columns[number] is number.unit


def test_another_country_has_its_own_languages_and_money() -> None:
    made = dict(exports.files(load(Path(__file__).parent / "invented/data"), DATE))
    assert made["data/v1/indicators.csv"].decode().startswith("id,topic,unit,applies_to,label_en,label_kk,definition,")
    (figures,) = (table for table in parsed(made["data/v1/datapackage.json"])["resources"] if table["path"] == "figures.csv")
    (unit,) = (field for field in figures["schema"]["fields"] if field["name"] == "unit")
    assert unit["constraints"]["enum"] == [*Unit, "ISK"]


def test_csv_is_plain_text(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        assert not content.startswith(b"\xef\xbb\xbf"), path
        assert b"\r" not in content, path
        assert content.endswith(b"\n") and not content.endswith(b"\n\n"), path
        if path.endswith(".csv"):
            assert {len(row) for row in csv.reader(io.StringIO(content.decode("utf-8"), newline=""))} == {
                content.split(b"\n")[0].count(b",") + 1
            }


def _read(text: str, column: Column) -> object:
    """A CSV field as its twin should have it."""
    if column.many:
        return text.split(";") if text else []
    if text == "":
        return None
    match column.type:
        case "integer":
            return int(text)
        case "number":
            return Decimal(text)
        case "boolean":
            return {"true": True, "false": False}[text]
        case _:
            return unguarded(text)


def test_csv_and_json_are_twins(dataset: Dataset, files: dict[str, bytes]) -> None:
    for table in exports.tables(dataset):
        records = parsed(files[f"data/v1/{table.name}.json"])
        read = rows(files[f"data/v1/{table.name}.csv"])
        assert len(records) == len(read) == len(table.rows)
        for record_, row in zip(records, read, strict=True):
            assert list(record_) == list(row)
            for column in table.columns:
                there, here = record_[column.name], row[column.name]
                if column.type == "any" and not isinstance(there, str):
                    assert here == plain(there)
                else:
                    assert there == _read(here, column), (table.name, column.name)
                    if isinstance(there, Decimal):
                        assert str(there) == here, "printed decimals are kept"


def test_ids_and_dates_are_found(dataset: Dataset) -> None:
    known = {table.name: {row["id"] for row in table.rows} for table in exports.tables(dataset) if table.key == ("id",)}
    for table in exports.tables(dataset):
        assert len({tuple(row[name] for name in table.key) for row in table.rows}) == len(table.rows) or not table.key
        for column in table.columns:
            for row in table.rows:
                cell = row[column.name]
                if column.type == "date":
                    assert isinstance(cell, datetime.date)
                for id in cell if isinstance(cell, tuple) else [cell] if cell is not None else []:
                    assert column.refers_to not in known or id in known[column.refers_to]


def test_words_are_those_of_the_contract(dataset: Dataset, files: dict[str, bytes]) -> None:
    fields = {
        (table["name"], entry["name"]): entry["constraints"]["enum"]
        for table in parsed(files["data/v1/datapackage.json"])["resources"]
        for entry in table.get("schema", {"fields": []})["fields"]
        if "constraints" in entry
    }
    for place, words in WORDS.items():
        assert fields[place] == words.split()
    for table in exports.tables(dataset):
        for column in table.columns:
            used = {row[column.name] for row in rows(files[f"data/v1/{table.name}.csv"])} - {""}
            assert column.vocabulary is None or used <= {str(word) for word in column.vocabulary}


def test_one_preferred_figure_for_each_election_and_indicator(dataset: Dataset, files: dict[str, bytes]) -> None:
    figures = rows(files["data/v1/figures.csv"])
    preferred = Counter((row["election"], row["indicator"]) for row in figures if row["rank"] == "preferred")
    assert preferred == {(election, indicator): 1 for election in dataset.elections for indicator in dataset.indicators}
    for row in figures:
        assert (row["value"] == "") == (row["absence"] != "")
        assert (row["value"] == "") == (row["qualifier"] == "") == (row["status"] == "")
        assert row["report"] or row["absence"] or row["status"] == "computed"
        assert bool(row["report"]) == bool(row["place"])
        assert row["rank"] == "preferred" or row["note"]


def test_a_computed_figure_names_its_formula(dataset: Dataset) -> None:
    for figure in dataset.figures():
        if figure.formula:
            assert figure.formula in str(record(dataset, figure)["note"])


def test_same_bytes_twice(tmp_path: Path) -> None:
    first, second = (dict(exports.files(assembled(write(tmp_path / name)), DATE)) for name in ("a", "b"))
    assert list(first.items()) == list(second.items())


def test_only_the_data_package_knows_the_date(invented: Dataset) -> None:
    first, second = dict(exports.files(invented, DATE)), dict(exports.files(invented, DATE + datetime.timedelta(1)))
    assert {path for path in first if first[path] != second[path]} == {"data/v1/datapackage.json"}


def test_data_package_describes_every_file(dataset: Dataset, files: dict[str, bytes]) -> None:
    package = parsed(files["data/v1/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["created"] == "2024-05-06T00:00:00Z" and package["version"] == "1.20240506.0"
    assert package["licenses"][0]["name"] == dataset.site.data_licence
    assert package["sources"] == [{"title": report.title["en"]} for report in dataset.reports.values()]
    described = {f"data/v1/{resource['path']}": resource for resource in package["resources"]}
    assert {*described, "data/v1/datapackage.json"} == set(files)
    assert len({resource["name"] for resource in package["resources"]}) == len(described)
    for path, resource in described.items():
        assert resource["bytes"] == len(files[path])
        assert resource["hash"] == f"sha256:{hashlib.sha256(files[path]).hexdigest()}"
    percent = next(entry for entry in described["data/v1/results.csv"]["schema"]["fields"] if entry["name"] == "percent")
    assert (percent["type"], percent["unit"]) == ("number", "percent")


def test_frictionless_accepts_the_package(files: dict[str, bytes], tmp_path: Path) -> None:
    for path, content in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    published = tmp_path / "data/v1/datapackage.json"
    # Frictionless reads tables in JSON files only with an extra that we do not install: it gets the records themselves.
    inline = json.loads(published.read_bytes())
    for resource in inline["resources"]:
        if resource["format"] == "json" and "schema" in resource:
            resource["data"] = json.loads((published.parent / resource["path"]).read_bytes())
            for name in ("path", "format", "mediatype", "encoding", "bytes", "hash"):
                del resource[name]
    # It takes an empty table for a missing one.
    empty = [resource for resource in inline["resources"] if resource.get("data") == []]
    inline["resources"] = [resource for resource in inline["resources"] if resource not in empty]
    (published.parent / "inline.json").write_text(json.dumps(inline), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"frictionless(\.|$)")
        from frictionless import Package, system

        with system.use_context(trusted=True):
            assert Package.validate_descriptor(str(published)).valid
            report = Package(str(published.parent / "inline.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "note"])
    assert report.stats["tasks"] == len(files) - 1 - len(empty)


def test_figures_say_what_they_mean(invented: Dataset) -> None:
    figures = {(row["election"][:4], row["indicator"], row["value"]): row for row in table_rows(invented, "figures")}
    assert figures["2010", "system.family", "list_pr"]["place"] == "section II (Rules)"
    assert figures["2010", "turnout.registered", "12035578"]["place"] == "section XIII.C (Results), footnote 121"
    assert figures["2010", "system.called", "2010-03-31"]["place"] == "annex B"
    assert figures["2010", "turnout.voters", "6487000"]["place"] == "annex I (Final results)"
    assert figures["2010", "turnout.voters", "6487000"]["rank"] == "alternative"
    assert figures["2012", "system.family", "two_round"]["place"] == "section “Parties”"
    assert figures["2010", "system.independent", "false"]["unit"] == "boolean"
    assert figures["2010", "system.seats", "0"]["absence"] == ""
    computed = figures["2010", "turnout.percent", "53.90"]
    assert computed["note"] == "Not printed. Formula: 100 * turnout.voters / 12033395."
    assert computed["status"] == "computed" and computed["report"] == ""
    assert figures["2012", "turnout.voters", "10"]["note"] == "The sum: 4 + 6."
    withheld = figures["2012", "turnout.registered", ""]
    assert (withheld["absence"], withheld["report"], withheld["status"]) == ("withheld", "ruritania-2012", "")
    assert figures["2012", "turnout.percent", "50"]["qualifier"] == "over"


def test_results_findings_and_reforms(invented: Dataset) -> None:
    results = table_rows(invented, "results")
    assert [row["contestant"] for row in results] == ["blue_party", "rassendyll"]
    assert (results[0]["percent"], results[0]["seats"], results[0]["nominated"]) == ("70.10", "0", "")
    assert (results[1]["votes"], results[1]["footnote"], results[1]["annex"]) == ("0", "9", "")
    findings = table_rows(invented, "findings")
    assert [(row["topic"], row["section"], row["footnote"], row["annex"]) for row in findings] == [
        ("turnout", "XIII.C", "7", ""),
        ("system", "", "", "B"),
    ]
    reforms = table_rows(invented, "reforms")
    assert [(row["id"], row["date"], row["precision"], row["latest"], row["elections"], row["topics"]) for row in reforms] == [
        ("old-constitution", "2001", "year", "2001-12-31", "2010-diet", "system"),
        ("azure-law", "2010-06-01", "between", "2012-03-01", "2010-diet;2012-presidential", "turnout;system"),
        ("decree", "2011-02", "month", "2011-02-28", "2010-diet;2012-presidential", "system"),
    ]


def test_reference_tables(invented: Dataset) -> None:
    contestants = {row["id"]: row for row in table_rows(invented, "contestants")}
    assert contestants["blue_party"]["became"] == contestants["azure_party"]["id"]
    assert contestants["azure_party"]["came_from"] == "blue_party"
    turnout = table_rows(invented, "indicators")[-1]
    assert (turnout["label_en"], turnout["label_kk"], turnout["label_ru"]) == ("Turnout", "Қатысу", "Явка")
    assert table_rows(invented, "indicators")[0]["choices"] == "list_pr;two_round"
    assert table_rows(invented, "elections")[1]["early"] == "true"
    assert table_rows(invented, "elections")[1]["reports"] == "ruritania-2012;ruritania-2010"
    assert table_rows(invented, "elections")[0]["label_ru"] == ""
    assert table_rows(invented, "reports")[0]["published"] == "2010-09-01"


def test_one_election_whole(invented: Dataset) -> None:
    made = dict(exports.files(invented, DATE))
    whole = parsed(made["data/v1/elections/2010-diet.json"])
    assert {name: whole[name] for name in parsed(made["data/v1/elections.json"])[0]} == parsed(made["data/v1/elections.json"])[0]
    flat = [entry for figure in whole["figures"] for entry in (figure, *figure["others"])]
    records = [entry for entry in parsed(made["data/v1/figures.json"]) if entry["election"] == "2010-diet"]
    assert [{name: entry[name] for name in records[0]} for entry in flat] == records
    assert whole["figures"][-1]["formula"] == "100 * turnout.voters / 12033395"
    contest = whole["contests"][0]
    assert contest["total"]["votes"] == 4500000 and contest["total"]["contestant"] is None
    assert contest["results"][0]["rivals"][0]["value"] == Decimal("70.76")
    assert whole["results_note"] == "As announced." and len(whole["findings"]) == 2


def test_no_text_becomes_a_formula(invented: Dataset) -> None:
    made = dict(exports.files(invented, DATE))
    base = next(row for row in rows(made["data/v1/figures.csv"]) if row["indicator"] == "system.base")
    assert base["value"] == "'=SUM of all, or so"
    assert parsed(made["data/v1/figures.json"])[1]["value"] == "=SUM of all, or so"
    for path, content in made.items():
        if path.endswith(".csv"):
            cells = [cell for row in rows(content) for cell in row.values()]
            # A negative number stays one: only a text could be taken for a formula.
            assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@") and not re.fullmatch(r"-[0-9.]+", cell)]


@given(st.text() | st.text("'=+-@\t＝a;"))
@example("'=1")
def test_a_guarded_text_is_found_again(text: str) -> None:
    assert not guarded(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))
    assert unguarded(guarded(text)) == text


def test_numbers_are_not_guarded() -> None:
    assert field(-5) == "-5"
    assert field(Decimal("-0.50")) == "-0.50"
    assert field(Decimal("1E+3")) == "1000"
    assert json_bytes([Decimal("53.90"), -1, True, None, DATE, (), {}, "ә\n"]) == (
        '[\n  53.90,\n  -1,\n  true,\n  null,\n  "2024-05-06",\n  [],\n  {},\n  "ә\\n"\n]\n'.encode()
    )


def test_slips_of_a_table_are_refused() -> None:
    with pytest.raises(ValueError, match="stations: a row with the columns"):
        Table("stations", "", "", (Column("id", "string", ""),), ({"ids": "1"},))
    with pytest.raises(ValueError, match="cannot stand among several values"):
        field(("a", "b;c"))
