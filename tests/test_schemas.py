"""The editors' schemas say what the loader says, as far as JSON Schema can see, and never more."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from generator import exports
from generator.__main__ import main
from generator.dataset import Dataset
from generator.files import read_files
from generator.model.base import Entry
from generator.reading import read_yaml
from generator.schemas import schemas, written
from generator.schemas.kinds import KINDS, kind_of, schema_line
from tests.conftest import INVENTED, PROJECT
from tests.mistakes import MISTAKES, MODELS, RULES, YAML

Schema = dict[str, Any]

NO_SCHEMA_SEES = {
    # Another file must be read, or another entry of the same one.
    "formula that does not yield",
    "formula over nothing",
    "formula that is no arithmetic",
    "formula that calls",
    "formula divided by zero",
    "not for this kind",
    "contest of another kind",
    "wrong year",
    "reform twice",
    "recommendation twice",
    "thread without recommendation",
    "follow-up of a number that is not there",
    "follow-up twice",
    "met without evidence",
    "met but asked again",
    "met by what came later",
    "check of nothing",
    "check that mixes units",
    "check of a text",
    "check that is no arithmetic",
    "check over no such number",
    "check twice",
    "formula of a number without a source",
    "formula of nothing",
    "formula that leads back to itself",
    "formulas in a circle",
    "formula for an answer",
    "check with a power",
    "check divided by zero",
    "check of results divided by zero",
    "statement with the id of a check",
    "contest twice",
    "contestant twice",
    "change twice",
    "change shown on no page",
    "change shown on no such room",
    "chart twice",
    "chart of two units",
    "chart of a text",
    "indicator twice in a chart",
    "indicator twice at a glance",
    "election beside itself",
    "statement twice",
    "statement without input",
    "statement of an unknown input",
    "statement with an input too many",
    "statement divided by zero",
    "station with a number too few",
    "station twice",
    "station of an unknown commission",
    "station of an unknown region",
    "commission of an unknown region",
    "stations too few",
    "stations that do not add up",
    "column without a result",
    "column with a long heading",
    "station row not as printed",
    # A report must be looked into.
    "figure that is not printed",
    "figure from another place",
    "number in another row",
    "footnote that is not there",
    "footnote under another section",
    "index without a section",
    # Quotation marks around a date, an order of dates, words of a language.
    "date in quotation marks",
    "bracket that does not close",
    "country for a language",
    "language that nobody speaks",
    "language twice",
    "currency that nobody uses",
    "translation with another figure",
}


@cache
def of(data: Path) -> dict[str, jsonschema.Draft7Validator]:
    """A validator for each kind of file, of a data folder's ids."""
    made = schemas(read_files(data))
    for schema in made.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {kind: jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()) for kind, schema in made.items()}


def as_seen(value: Any) -> Any:
    """A file's value as the language server sees it: dates are text, decimals numbers."""
    match value:
        case dict():
            return {key: as_seen(item) for key, item in value.items()}
        case list():
            return [as_seen(item) for item in value]
        case Decimal():
            return float(value)
        case date():
            return value.isoformat()
    return value


def complaints(file: Path, data: Path, declared_in: Path) -> list[str]:
    kind = kind_of(file.relative_to(data).as_posix())
    assert kind, file
    return [error.message for error in of(declared_in)[kind].iter_errors(as_seen(read_yaml(file, "").value))]


@pytest.mark.parametrize("data", [PROJECT / "data", INVENTED / "data"], ids=["real", "invented"])
def test_what_the_loader_accepts_no_schema_refuses(data: Path) -> None:
    seen = set()
    for file in sorted(data.rglob("*.yaml")):
        assert complaints(file, data, data) == [], file
        seen.add(kind_of(file.relative_to(data).as_posix()))
    assert seen >= set(KINDS) - {"statements"}


def test_what_make_new_writes_fits_its_schema(tmp_path: Path) -> None:
    shutil.copytree(INVENTED / "data", data := tmp_path / "data")
    (tmp_path / "schema").mkdir()
    assert main(["--data", str(data), "new", "2018-assembly", "2018-report"]) == 0
    for file in [*(data / "elections/2018-assembly").glob("*.yaml"), data / "reports/2018-report/report.yaml"]:
        assert complaints(file, data, data) == [], file
        assert file.read_text().splitlines()[0] == schema_line(file.relative_to(data).as_posix())
    assert "2018-assembly" in (tmp_path / "schema/report.schema.json").read_text(), "the new id is offered at once"
    assert main(["--data", str(data), "fmt", "--check"]) == 1
    assert main(["--data", str(data), "fmt"]) == 0


@pytest.mark.parametrize("name", [name for name, mistake in MISTAKES.items() if name in MODELS | RULES and mistake.file.endswith(".yaml")])
def test_a_schema_refuses_what_it_can_see(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    mistake.make(tmp_path)
    file = tmp_path / mistake.file
    if not file.exists() or kind_of(file.relative_to(tmp_path / "data").as_posix()) is None:
        return  # no file, or none that has a schema
    document = read_yaml(file, "")
    if document.problems:
        return  # the language server reads YAML too, and says so before it looks at a schema
    assert bool(complaints(file, tmp_path / "data", INVENTED / "data")) == (name not in NO_SCHEMA_SEES)


def test_the_list_of_what_no_schema_sees_has_no_strangers() -> None:
    assert set(MODELS | RULES) >= NO_SCHEMA_SEES
    assert not YAML.keys() & NO_SCHEMA_SEES


def models(annotation: Any, seen: set[type[Entry]]) -> set[type[Entry]]:
    """Every model that can stand in a file of a kind, wherever in it."""
    if isinstance(annotation, type) and issubclass(annotation, Entry) and annotation not in seen:
        seen.add(annotation)
        for info in annotation.model_fields.values():
            models(info.annotation, seen)
    for argument in get_args(annotation):
        models(argument, seen)
    return seen


def fields(kind: str) -> set[str]:
    """Every field of a kind of file, as ``Model.field``."""
    return {
        f"{model.__name__}.{info.alias or name}" for model in models(KINDS[kind].model, set()) for name, info in model.model_fields.items()
    }


def properties(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield from node["properties"]
        for below in node.values():
            yield from properties(below)
    elif isinstance(node, list):
        for below in node:
            yield from properties(below)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_model_is_in_its_schema_and_none_besides(kind: str) -> None:
    declared = {name.split(".")[1] for name in fields(kind)}
    schema = schemas(read_files(INVENTED / "data"))[kind]
    offered = set(properties(schema))
    own = set(read_yaml(INVENTED / "data/indicators.yaml", "").value["indicators"]) if kind == "figures" else set()
    assert offered == declared | own, f"not in the schema: {declared - offered}; not in a model: {offered - declared - own}"


@pytest.mark.parametrize("kind", KINDS)
def test_hover_text_explains_every_indicator_and_vocabulary(kind: str) -> None:
    schema = schemas(read_files(PROJECT / "data"))[kind]

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if "enumDescriptions" in node:
                assert len(node["enum"]) == len(node["enumDescriptions"]) and all(node["enumDescriptions"])
            for below in node.values():
                walk(below)
        elif isinstance(node, list):
            for below in node:
                walk(below)

    walk(schema)
    if kind == "figures":
        for id, one in schema["properties"]["figures"]["properties"].items():
            assert "Unit: " in one["description"], id


def test_the_committed_schemas_are_those_of_the_data() -> None:
    for name, text in written(read_files(PROJECT / "data")):
        committed = (PROJECT / "schema" / name).read_text()
        assert json.loads(committed) == json.loads(text), f"schema/{name} is not that of the data: run `make schema`"
        assert committed == text


PUBLISHED_AS = {
    "Commission.name": "commission",
    "Contestant.history": "became",
    "Contestant.name": "label_en",
    "ContestEntry.results": "votes",
    "ElectionEntry.name": "label_en",
    "FigureEntry.others": "rank",
    "FollowUpEntry.assessed": "assessed_election",
    "FollowUpEntry.numbers": "number",
    "HistoryEvent.from": "came_from",
    "HistoryEvent.into": "became",
    "RecommendationEntry.parts": "text",
    "Reform.when": "date",
    "Report.short": "label_en",
    "Rival.field": "subject",
    "ResultEntry.rivals": "expected",
    "ResultNumbers.rivals": "expected",
    "StationEntry.protocol_row": "votes",
    "StationsFile.commissions": "commission",
    "StationsFile.regions": "region",
    "StationEntry.published_row": "votes",
    "When.day": "date",
    "When.month": "date",
    "When.year": "date",
}
"""Fields that have another name in the data dictionary: the first column that they are in."""

ON_PAGES_ALONE = {
    "site": {
        "country",
        "data_licence",
        "data_licence_address",
        "data_licence_name",
        "charts",
        "glance",
        "indicators",
        "languages",
        "pairs",
        "tagline",
        "earlier",
        "later",
        "code",
        "locale",
        "name",
    },
    "topics": {"description", "indicators"},
    "contestants": {"when"},
    "threads": {"figures", "asks", "changes"},
    "glossary": {"forms", "meaning", "term"},
    "checks": {"formula", "relation", "field", "total"},
    "statements": {"formula"},
    "changes": {"page"},
    "reforms": {"also"},
    "election": {"short"},
    "figures": {"formula"},
    "results": {"total"},
    "stations": {"about", "totals", "protocol", "stations", "also", "columns", "annexes"},
    "report": {"annexes", "sections"},
}
"""Fields that no download has, by kind of file. Whoever adds a field decides here, or gives it a column."""


@pytest.fixture(scope="module")
def columns(real: Dataset) -> set[str]:
    """Every column of every download, as the data dictionary explains it."""
    package = json.loads(dict(exports.files(real, date(2020, 1, 1)))["data/v1/datapackage.json"])
    explained = [field for resource in package["resources"] for field in resource.get("schema", {}).get("fields", [])]
    assert all(field["type"] and field["description"] for field in explained)
    return {field["name"] for field in explained}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_data_dictionary_or_is_said_to_be_on_pages_alone(kind: str, columns: set[str]) -> None:
    whole = set(KINDS[kind].model.model_fields)  # the lists of a file are its rows, not columns
    on_pages = ON_PAGES_ALONE.get(kind, set())
    for field in sorted(fields(kind)):
        model, name = field.split(".")
        if model == KINDS[kind].model.__name__ and len(whole) <= 3 and name in whole:
            continue
        published = PUBLISHED_AS.get(field, name)
        assert published in columns or f"{published}_en" in columns or name in on_pages, f"{field} is in no download: ON_PAGES_ALONE?"
    assert on_pages <= {field.split(".")[1] for field in fields(kind)}, "fields that are no more"
