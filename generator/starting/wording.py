"""Values and comments of YAML, written as our reader reads them."""

from __future__ import annotations

import datetime
import json
import textwrap
from decimal import Decimal
from typing import Any

_WIDTH = 118


def comment(text: str, indent: int = 0) -> str:
    """A paragraph as comment lines; a line of its own for each line of the text."""
    before = " " * indent + "# "
    lines = [textwrap.wrap(line, _WIDTH - len(before), break_on_hyphens=False, break_long_words=False) or [""] for line in text.split("\n")]
    return "".join(f"{before}{part}".rstrip() + "\n" for wrapped in lines for part in wrapped)


def heading(text: str, indent: int = 0) -> str:
    """A comment that stands over a group of entries."""
    return " " * indent + f"# ── {text} ──\n"


def quoted(text: str) -> str:
    """A text in quotation marks, so that nothing in it has a meaning for YAML."""
    return json.dumps(text, ensure_ascii=False)


def in_flow(value: Any) -> str:
    """A value as the reader gave it, on one line: mappings in braces, texts in quotation marks where they need them."""
    match value:
        case bool():
            return str(value).lower()
        case int() | Decimal() | datetime.date():
            return str(value)
        case str():
            return value if value.replace("-", "").replace("_", "").replace(".", "").isalpha() and value.isascii() else quoted(value)
        case dict():
            return "{" + ", ".join(f"{key}: {in_flow(below)}" for key, below in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(in_flow, value)) + "]"
    raise TypeError(f"no value of a data file: {value!r}")
