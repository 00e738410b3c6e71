"""A computed figure is what its formula yields, to the decimals it is shown with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.files import Files
from generator.formula import FormulaError, evaluate
from generator.problems import Problem


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
                exact = evaluate(figure.formula, numbers)
            except FormulaError as error:
                yield Problem(
                    place,
                    f"{error} in the formula of `{id}`",
                    "arithmetic over figures of this election",
                    "Name indicators by their ids; use + - * / and parentheses.",
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
