"""Each indicator as a field of figures.yaml: its definition as hover text, its unit as the kind of its value."""

from __future__ import annotations

from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.model.reference import Indicator
from generator.schemas.known import listed
from generator.schemas.models import Schema, reference, text_schema
from generator.speech import Speech
from generator.vocabulary import AnyUnit, AppliesTo, Money, Rate, Unit


def describe_indicators(schema: Schema, files: Files) -> None:
    """Put every declared indicator into the schema of figures.yaml."""
    indicators = files.indicators.entry.indicators if files.indicators.entry else {}
    entry = next(iter(schema["properties"]["figures"]["patternProperties"].values()))
    properties: Schema = {}
    for id, indicator in indicators.items():
        choices = {word: label[SOURCE_LANGUAGE] for word, label in (indicator.choices or {}).items()}
        unit = f"in_{indicator.unit.lower().replace(' ', '_')}"
        schema["$defs"].setdefault(unit, _holding(value_in(indicator.unit)))
        fits = _holding(listed(choices)) if choices else reference(unit)
        properties[id] = {"description": meaning(indicator), "allOf": [entry, fits]}
    schema["properties"]["figures"] = {
        "description": "Every indicator, each with its value and source or with the kind of its absence.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def meaning(indicator: Indicator) -> str:
    """What an editor must know of an indicator: label, definition, unit, choices, for which elections, comparability."""
    label, definition = indicator.label[SOURCE_LANGUAGE], indicator.definition[SOURCE_LANGUAGE]
    parts = [f"{label}. {definition}", f"Unit: {Speech(SOURCE_LANGUAGE).label(indicator.unit)}."]
    if indicator.choices:
        words = ", ".join(f"`{word}` ({text[SOURCE_LANGUAGE]})" for word, text in indicator.choices.items())
        parts.append(f"One of: {words}.")
    if indicator.applies_to is not AppliesTo.ALL:
        parts.append(f"For {indicator.applies_to.label} only.")
    if indicator.comparability:
        parts.append(f"Comparability: {indicator.comparability[SOURCE_LANGUAGE]}")
    return "\n\n".join(parts)


def value_in(unit: AnyUnit) -> Schema:
    """The schema of a value in a unit: what ``checking.values`` lets through; a choice's words are the indicator's own."""
    match unit:
        case Unit.COUNT:
            return {"type": "integer", "minimum": 0}
        case Unit.YEARS | Unit.MULTIPLE | Money():
            return {"type": "number", "minimum": 0}
        case Unit.PERCENT:
            return {"type": "number", "minimum": 0, "maximum": 100}
        case Rate():
            return {"type": "number", "exclusiveMinimum": 0}
        case Unit.DATE:
            return {"type": "string", "format": "date"}
        case Unit.BOOLEAN:
            return {"type": "boolean"}
        case Unit.CHOICE:
            return {"type": "string"}
        case Unit.TEXT:
            return text_schema()


def _holding(value: Schema) -> Schema:
    """A figure whose value, and every other value that a report gives for it, fits a schema."""
    return {"properties": {"value": value, "others": {"items": {"properties": {"value": value}}}}}
