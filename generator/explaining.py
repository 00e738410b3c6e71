"""What a model refuses, said to an editor: what stands there, what should, and what to do."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.model.base import Text
from generator.problems import Place, Problem, did_you_mean, nearest
from generator.reading import Document, Unread, parse_yaml
from generator.vocabulary import Money, Rate

_FORMS = {
    r"^[a-z0-9-]+$": ("small letters, digits and hyphens", "Correct the spelling."),
    r"^[a-z0-9_-]+$": ("small letters, digits, underscores and hyphens", "Correct the spelling."),
    r"^[a-z0-9_]+\.[a-z0-9_]+$": ("an indicator's id such as `turnout.percent`", "Look it up in indicators.yaml."),
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": ("the code of a language such as `en` or `kk`", "Write the code, then a colon and the text."),
    r"^\S": ("a text that does not begin with a space", "Remove the space."),
    r"^[^\s*]": ("a word, or the beginning of one with `*` after it", "Correct the spelling."),
    r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$": (
        'a month such as "2021-05"',
        "Write year, hyphen and two digits for the month, in quotation marks.",
    ),
    r"^https://[^\s]+$": ("an address that begins with `https://`", "Copy it from the browser."),
    r"^/([a-z0-9][a-z0-9._-]*/)*(#[a-z0-9-]+)?$": (
        "the path of a page such as `/elections/`",
        "Copy it from the browser, without the site's address.",
    ),
}
"""What a pattern asks for, in words, and what to do."""

_BARE_TEXT = get_args(Text)[0]
"""What pydantic keeps of ``Text`` as a field's annotation."""

_NAMES = {
    bool: "`true` or `false`",
    int: "a whole number",
    Decimal: "a number",
    datetime.date: "a date as YYYY-MM-DD",
    str: "a text",
    Money: "the ISO 4217 code of a currency (`USD`)",
    Rate: "what one currency costs in another (`USD per EUR`)",
}


def explained(document: Document, model: type[BaseModel], details: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """A problem for each refusal that is not the mere consequence of another."""
    details = [detail for detail in details if detail["type"] == "extra_forbidden" or not isinstance(detail["input"], Unread)]
    strange: dict[tuple[int | str, ...], list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            strange.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    seen: set[Place] = set()
    for detail in details:
        around, name = detail["loc"][:-1], str(detail["loc"][-1]) if detail["loc"] else ""
        place = document.place(tuple(part for part in detail["loc"] if part != "[key]"))
        if detail["type"] == "missing":
            if nearest(name, strange.get(around, ())) is None:  # else its misspelt name is reported
                wanted, _ = _reached(model, detail["loc"])
                yield Problem(document.place(around), f"no `{name}`", _described(wanted), f"Add `{name}:` here.")
        elif detail["type"] == "extra_forbidden":
            fields = {field for entry in _reached(model, around)[0] for field in _fields(entry)}
            expected = "a field that this kind of entry has"
            yield Problem(place, f"the unknown field `{name}`", expected, did_you_mean(name, fields))
        elif place not in seen:  # a union refuses the same value once for each of its members
            seen.add(place)
            yield Problem(place, *_explained(detail, *_reached(model, detail["loc"])))


def _explained(detail: ErrorDetails, wanted: list[Any], field: str) -> tuple[str, str, str]:
    """Found, expected, remedy."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "refusal":
        return str(context["found"]), str(context["expected"]), str(context["remedy"])
    found = f"{_shown(value)} for {field}" if field else _shown(value)
    if detail["loc"] and detail["loc"][-1] == "[key]":
        found = f"the key `{value}`"
    if kind == "enum":
        words = [str(word.value) for one in wanted if issubclass(one, Enum) for word in one]
        near = nearest(str(value), words)
        return found, _described(wanted), f"Did you mean `{near}`?" if near else "Choose the one that says what the report says."
    if kind == "string_pattern_mismatch":
        return (found, *_FORMS[str(context["pattern"])])
    if kind in ("greater_than_equal", "less_than_equal"):
        return (
            found,
            f"at {'least' if kind.startswith('greater') else 'most'} {next(iter(context.values()))}",
            "Check the digits against the report.",
        )
    if kind == "string_too_short":
        return f"an empty text for {field}", "words", "Fill it in, or remove the field."
    if kind == "string_too_long":
        return f"a text of {len(value)} characters for {field}", f"at most {context['max_length']}", "Shorten it."
    if kind == "too_short":
        return f"nothing in {field}", f"at least {context['min_length']} of them", "Add what is missing."
    if kind == "too_long":
        return f"{context['actual_length']} items in {field}", f"at most {context['max_length']}", "Remove what does not belong here."
    return found, _described(wanted), _put_right(field, value, wanted)


def _put_right(field: str, value: object, wanted: list[Any]) -> str:
    """What to do with a value of another kind."""
    name, scalar = field.split("`")[-2] if field else "", not isinstance(value, dict | list)
    if isinstance(value, str) and not isinstance(parse_yaml(value, "").value, str | dict | list | None) and str not in wanted:
        return "Remove the quotation marks."
    if Text in wanted and isinstance(value, str):
        return f'Write `{name}: {{en: "..."}}`.'
    if str in wanted and scalar:
        return f'Put it in quotation marks: `"{_plain(value)}"`.'
    if scalar and any(get_origin(one) is list for one in wanted):
        return f"Write `{name}: [{_plain(value)}]`, or each item on a line of its own after `- `."
    if name and isinstance(value, list) and not any(get_origin(one) is list for one in wanted):
        return "Remove the brackets, or the hyphen before it."
    for one in wanted:
        if fields := list(_fields(one)):
            return f"Write `{name}: {{{fields[0]}: ...}}`." if name else f"Begin it with `{fields[0]}:`."
    hints = {int: "Write it in plain digits.", Decimal: "Write it in plain digits.", datetime.date: "Write it as year-month-day in digits."}
    return hints.get(wanted[0], "Look how the entries beside it are written.")


def _described(wanted: list[Any]) -> str:
    """What may stand somewhere, in words."""
    words: list[str] = []
    for one in wanted:
        if one == Text:
            words.append('a text by language, as in `{en: "..."}`')
        elif isinstance(one, type) and issubclass(one, Enum):
            words.append("one of " + ", ".join(f"`{word.value}`" for word in one))
        elif isinstance(one, type) and issubclass(one, BaseModel):
            required = [name for name, info in _fields(one).items() if info.is_required()]
            which = (
                f"with {', '.join(f'`{name}`' for name in required)}"
                if required
                else f"with some of {', '.join(f'`{name}`' for name in _fields(one))}"
            )
            words.append(f"`key: value` lines {which}")
        elif get_origin(one) is list:
            words.append("a list (lines that begin with `- `, or brackets)")
        elif get_origin(one) is dict:
            words.append("`key: value` lines")
        elif one is int and Decimal in wanted:
            continue
        elif one is str and Text in wanted:
            words.append("a word")
        else:
            words.append(_NAMES[one])
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _reached(model: type[BaseModel], location: Iterable[int | str]) -> tuple[list[Any], str]:
    """What the declarations allow at a place of a file, and what the place is called; nothing for the file itself."""
    here: list[Any] = [model]
    name = ""
    for part in location:
        below = [below for one in here for below in _below(one, part)]
        if not below:
            continue  # what leads nowhere is a tag of pydantic's, for one of several kinds of value, and no part of the file
        of = f" of {name}" if Text in here else ""
        here, name = below, f"an item of {name}" if isinstance(part, int) else f"`{part}`{of}"
    return here, name


def _below(one: Any, part: int | str) -> Iterator[Any]:
    if isinstance(one, type) and issubclass(one, BaseModel):
        if part in (fields := _fields(one)):
            yield from _members(fields[str(part)].annotation)
    elif get_origin(one) is list and isinstance(part, int):
        yield from _members(get_args(one)[0])
    elif isinstance(part, str) and "[" not in part:
        if one == Text:
            yield str
        elif get_origin(one) is dict:
            yield from _members(get_args(one)[1])


def _members(annotation: Any) -> Iterator[Any]:
    """The kinds of value that an annotation allows, each once; ``Text`` stays whole."""
    if annotation in (Text, _BARE_TEXT):
        yield Text
    elif get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for member in get_args(annotation):
            yield from _members(member)
    elif annotation is not type(None):
        yield annotation


def _fields(model: Any) -> dict[str, Any]:
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "`key: value` lines"
    if isinstance(value, list):
        return "a list"
    text = _plain(value)
    text = text if len(text) <= 60 else text[:57] + "..."
    return f'`"{text}"`' if isinstance(value, str) and not isinstance(parse_yaml(text, "").value, str) else f"`{text}`"


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
