"""Citations in a schema: the sections and annexes that the cited report has."""

from __future__ import annotations

from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.model.reference import ReportPart
from generator.model.source import FullSource, Source
from generator.schemas.known import listed
from generator.schemas.models import Schema, reference


def cite_places_that_exist(schema: Schema, kind: str, files: Files) -> None:
    """Let each source name only parts that its report has, whether it names the report or the file does."""
    definitions = schema["$defs"]
    cited = [definitions[source.__name__] for source in (Source, FullSource) if source.__name__ in definitions]
    if not cited:
        return
    reports = {id: loaded.entry for id, loaded in files.reports.items() if loaded.entry}
    for id, report in reports.items():
        places = reference(f"places_of_{id}")
        default = _default_report(schema, kind, id)
        if default:
            unnamed = {"if": {"not": {"required": ["report"]}}, "then": places}
            schema.setdefault("allOf", []).append({"if": default, "then": _in_sources(schema, definitions, unnamed)})
        for source in cited:
            named = {"required": ["report"], "properties": {"report": {"const": id}}}
            source.setdefault("allOf", []).append({"if": named, "then": places})
        definitions[f"places_of_{id}"] = {"properties": {"section": _one_of(report.sections), "annex": _one_of(report.annexes)}}


def _default_report(schema: Schema, kind: str, id: str) -> Schema | None:
    """The condition that a file takes its sources from a report unless they say otherwise; ``None`` for a kind without such."""
    if "report" in schema["properties"]:
        return {"required": ["report"], "properties": {"report": {"const": id}}}
    if kind == "election":  # the first of its reports
        return {"required": ["reports"], "properties": {"reports": {"items": [{"const": id}]}}}
    return None


def _one_of(parts: list[ReportPart]) -> Schema:
    return listed({part.id: part.title[SOURCE_LANGUAGE] for part in parts})


def _in_sources(node: Schema, definitions: Schema, restriction: Schema) -> Schema:
    """A schema that applies a restriction to every source below a node; empty if it has none."""
    name = node.get("$ref", "").rsplit("/", 1)[-1]
    if name in (Source.__name__, FullSource.__name__):
        return restriction
    if name:
        return _in_sources(definitions[name], definitions, restriction)
    fragment: Schema = {}
    properties = {field: _in_sources(below, definitions, restriction) for field, below in node.get("properties", {}).items()}
    if found := {field: below for field, below in properties.items() if below}:
        fragment["properties"] = found
    if "items" in node and (in_items := _in_sources(node["items"], definitions, restriction)):
        fragment["items"] = in_items
    for below in node.get("patternProperties", {}).values():
        if in_values := _in_sources(below, definitions, restriction):
            fragment["additionalProperties"] = in_values
    for below in node.get("allOf", []):
        if in_part := _in_sources(below, definitions, restriction):
            fragment.setdefault("allOf", []).append(in_part)
    return fragment
