"""The schema of a model, as pydantic makes it, fitted to what the reader of YAML lets through."""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.base import Entry, Text
from generator.vocabulary import Word

Schema = dict[str, Any]


_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}


def model_schema(model: type[Entry]) -> Schema:
    """The schema of a model; an id that must be declared elsewhere refers to a definition ``known_...``."""
    made: Schema = _fitted(model.model_json_schema(schema_generator=_Generator))
    return made


def text_schema() -> Schema:
    """The schema of a text by language."""
    made: Schema = _fitted(TypeAdapter(Text).json_schema(schema_generator=_Generator))
    return made


def known(what: str) -> str:
    """The name of the definition that lists declared ids."""
    return f"known_{what}"


def reference(definition: str) -> Schema:
    """A reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{definition}"}


def definitions_used(schema: Schema) -> set[str]:
    """Names of all definitions that a schema needs, directly or through another."""
    used: set[str] = set()
    waiting = list(_references({key: value for key, value in schema.items() if key != "$defs"}))
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += _references(schema["$defs"][name])
    return used


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rsplit("/", 1)[1]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def documented_fields(model: type[Entry]) -> dict[str, str]:
    """The docstrings that follow fields in the source of a model, by field; those of inherited fields, too.

    Pydantic can read them itself (``use_attribute_docstrings``), but would do so in each build, which needs none of them.
    """
    found: dict[str, str] = {}
    for owner in reversed(model.__mro__[: model.__mro__.index(Entry)]):
        (node,) = ast.parse(inspect.getsource(owner)).body
        assert isinstance(node, ast.ClassDef)
        for field, words in itertools.zip_longest(node.body, node.body[1:]):
            match field, words:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[name] = inspect.cleandoc(text)
                case ast.AnnAssign(target=ast.Name(id=name)), _:
                    found.pop(name, None)
    return found


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas, where nothing is null and a number is never written as text."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model with the docstrings of its fields."""
        made = super().model_schema(schema)
        for name, words in documented_fields(schema["cls"]).items():
            info, fields = schema["cls"].model_fields[name], made["properties"]
            described = {"description": f"{words} {info.description or ''}".strip()}
            fields[info.alias or name] = described | fields[info.alias or name] | described
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field that may be left out; no file may say ``null``."""
        return self.generate_inner(schema["schema"])

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """A number with a point, which the reader keeps exact."""
        number: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(number, schema, self.ValidationsMapping.numeric)
        return number

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A vocabulary's words, each with its label."""
        made = super().enum_schema(schema)
        if issubclass(schema["cls"], Word):
            made["enumDescriptions"] = [word.label for word in schema["cls"]]
        return made


def _fitted(node: Any) -> Any:
    if isinstance(node, list):
        return [_fitted(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "refers_to" in node:
        listed = reference(known(node["refers_to"]))
        return {"description": node["description"], "allOf": [listed]} if "description" in node else listed
    fitted: Schema = {}
    for key, value in node.items():
        # Pydantic's titles only repeat the names, and `default` says nothing where it is empty; a field may have either name.
        if (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [])):
            continue
        # Pydantic leaves the bounds of "a decimal or an integer" under its own names.
        key = _BOUNDS[key] if key in _BOUNDS and isinstance(value, int) else key
        fitted[key] = value.replace("``", "`") if key == "description" and isinstance(value, str) else _fitted(value)
    if "patternProperties" in fitted:
        fitted["additionalProperties"] = False
    return fitted
