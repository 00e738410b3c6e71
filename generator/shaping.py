"""One shape for data files: indentation, braces and quotation marks; comments, blank lines, order and values stay.

Ruamel.yaml reads and writes a file with its comments. What it writes is only taken if our own reader finds the same
values in it, to the printed decimal, and no comment is missing.
"""

from __future__ import annotations

import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from generator.problems import DataProblems, Place, Problem
from generator.reading import parse_yaml

_ANY_WIDTH = 100_000  # lines are broken by their writers, who know where a sentence ends


def shaped(text: str, shown_as: str) -> str:
    """A file's text in the one shape. Raises ``DataProblems`` for a file with mistakes, and rather than change what it says."""
    before = parse_yaml(text, shown_as)
    if before.problems:
        raise DataProblems(before.problems)
    tool = YAML(typ="rt", pure=True)
    tool.preserve_quotes = True
    tool.width = _ANY_WIDTH
    tool.indent(mapping=2, sequence=4, offset=2)
    written = io.StringIO()
    tool.dump(_double_quoted(tool.load(text)), written)
    result = re.sub(r"[ \t]+$", "", written.getvalue(), flags=re.MULTILINE)
    if repr(parse_yaml(result, shown_as).value) != repr(before.value) or _comments(result) != _comments(text):
        found = "a layout that cannot be changed without changing what the file says"
        raise DataProblems([Problem(Place(shown_as), found, "plain block style", "Lay it out like the files beside it.")])
    return result


def _double_quoted(node: Any) -> Any:
    """The same value with double quotation marks, where a text needs no escapes for them."""
    match node:
        case CommentedMap():
            for key in list(node):
                node[key] = _double_quoted(node[key])
        case CommentedSeq():
            for position, item in enumerate(node):
                node[position] = _double_quoted(item)
        case SingleQuotedScalarString() if not set('"\\') & set(node):
            return DoubleQuotedScalarString(node)
    return node


def _comments(text: str) -> tuple[list[str], int]:
    """Comments that have a line of their own, and how many marks there are in all."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.startswith("#")], text.count("#")
