"""A computed figure is what its formula yields, to the decimals it is shown with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.files import Files
from generator.formula import FormulaError, evaluate, inputs
from generator.problems import Problem, did_you_mean


def formulas_hold(files: Files) -> Iterator[Problem]:
    """Work out each formula again from the figures that it names."""
    for parts in files.elections.values():
        entry = parts.figures.entry
        if entry is None:
            continue
        numbers = {
            id: figure.value
            for id, figure in entry.figures.items()
            if isinstance(figure.value, int | Decimal) and not isinstance(figure.value, bool)
        }
        for id, figure in entry.figures.items():
            stated = numbers.get(id)
            if figure.formula is None or stated is None:
                continue
            place = parts.figures.place("figures", id, "formula")
            try:
                strange = [name for name in inputs(figure.formula) if name not in numbers]
                for name in strange:
                    yield Problem(place, f"the input `{name}`", "a figure of this election that is a number", did_you_mean(name, numbers))
                if strange:
                    continue
                exact = evaluate(figure.formula, numbers)
            except FormulaError as error:
                yield Problem(
                    place,
                    f"{error} in the formula of `{id}`",
                    "arithmetic over figures of this election with + - * / and parentheses",
                    "Name figures by the ids of their indicators, as in `100 * turnout.voted / turnout.registered`.",
                )
                continue
            shown = Decimal(stated)
            rounded = exact.quantize(Decimal(1).scaleb(int(shown.as_tuple().exponent)), ROUND_HALF_UP)
            if rounded != shown:
                yield Problem(
                    parts.figures.place("figures", id, "value"),
                    f"`{stated}` for `{id}`",
                    f"{rounded}, which its formula yields",
                    "Correct the value, the formula, or the figures that it is made from.",
                )
