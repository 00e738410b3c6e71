"""A figure's value is of the kind that its indicator's unit asks for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.files import Files, Loaded
from generator.model.election import FiguresFile
from generator.model.reference import Indicator
from generator.problems import Problem, did_you_mean
from generator.reading import Location, parse_yaml
from generator.vocabulary import Absence, AnyUnit, AppliesTo, ElectionKind, Money, Rate, Unit

_EXPECTED: dict[AnyUnit | type[AnyUnit], str] = {
    Unit.COUNT: "a whole number of things, 0 or more",
    Unit.YEARS: "a number of years",
    Unit.PERCENT: "a number from 0 to 100",
    Unit.MULTIPLE: "a number, 0 or more",
    Unit.DATE: "a date as YYYY-MM-DD",
    Unit.BOOLEAN: "`true` or `false`",
    Unit.CHOICE: "one of the indicator's choices",
    Unit.TEXT: "a text by language (`{en: ...}`)",
    Money: "an amount of money, 0 or more",
    Rate: "an exchange rate above 0",
}
"""By unit; by its kind where it is of money."""


def values_fit_their_units(files: Files) -> Iterator[Problem]:
    """Counts are whole, percentages within 0 and 100, dates dates; what does not apply has no value."""
    if files.indicators.entry is None:
        return
    for parts in files.elections.values():
        loaded = parts.figures
        if loaded.entry is None:
            continue
        kind = parts.election.entry.kind if parts.election.entry else None
        for id, figure in loaded.entry.figures.items():
            indicator = files.indicators.entry.indicators.get(id)
            if indicator is None:
                continue
            yield from _applies(loaded, id, figure.absence, indicator, kind)
            values: list[tuple[Location, Any]] = [(("figures", id, "value"), figure.value)]
            values += [(("figures", id, "others", at, "value"), other.value) for at, other in enumerate(figure.others)]
            for location, value in values:
                if value is not None and not _fits(value, indicator):
                    expected = _EXPECTED.get(indicator.unit) or _EXPECTED[type(indicator.unit)]
                    yield Problem(loaded.place(*location), f"{_shown(value)} for `{id}`", expected, _remedy(value, indicator))


def _shown(value: Any) -> str:
    match value:
        case dict():
            return "a text by language"
        case str():
            return f'`"{value}"`'
        case bool():
            return f"`{str(value).lower()}`"
    return f"`{value}`"


def _remedy(value: Any, indicator: Indicator) -> str:
    if not isinstance(value, str):
        return "Check it against the report, or the unit in indicators.yaml."
    if indicator.choices:
        return did_you_mean(value, indicator.choices)
    if indicator.unit is Unit.TEXT:
        return 'Write `value: {en: "..."}`.'
    plain = parse_yaml(value, "").value
    return "Remove the quotation marks." if _fits(plain, indicator) else "Write it as its unit asks, without quotation marks."


def _applies(
    loaded: Loaded[FiguresFile], id: str, absence: Absence | None, indicator: Indicator, kind: ElectionKind | None
) -> Iterator[Problem]:
    if kind is None or indicator.applies_to is AppliesTo.ALL or indicator.applies_to.value == kind.value:
        return
    if absence not in (Absence.NOT_APPLICABLE, Absence.NOT_CURATED):
        yield Problem(
            loaded.place("figures", id, "value"),
            f"`{id}` in a {kind} election",
            f"`absence: not_applicable`, since it is for {indicator.applies_to} elections",
            "Correct the entry, or `applies_to` in indicators.yaml.",
        )


def _fits(value: Any, indicator: Indicator) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    number = whole or isinstance(value, Decimal)
    match indicator.unit:
        case Unit.COUNT:
            return whole and value >= 0
        case Unit.YEARS | Unit.MULTIPLE | Money():
            return number and value >= 0
        case Unit.PERCENT:
            return number and 0 <= value <= 100
        case Rate():
            return number and value > 0
        case Unit.DATE:
            return isinstance(value, datetime.date)
        case Unit.BOOLEAN:
            return isinstance(value, bool)
        case Unit.CHOICE:
            return isinstance(value, str) and value in (indicator.choices or {})
        case Unit.TEXT:
            return isinstance(value, dict)
