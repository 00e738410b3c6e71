"""A computed figure is what its formula yields from figures of its election and numbers of a report, to the decimals it is shown with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from graphlib import CycleError, TopologicalSorter

from generator.files import Files, Loaded
from generator.formula import FormulaError, evaluate, inputs, stated_numbers
from generator.model.election import FigureEntry, FiguresFile
from generator.problems import Problem, did_you_mean
from generator.vocabulary import UNMEASURED


def numbers_of(figures: Mapping[str, FigureEntry]) -> dict[str, int | Decimal]:
    """The figures of an election that are numbers."""
    return {
        id: figure.value for id, figure in figures.items() if isinstance(figure.value, int | Decimal) and not isinstance(figure.value, bool)
    }


def formulas_hold(files: Files) -> Iterator[Problem]:
    """Each formula starts from what a report states, and yields the value that is given."""
    for parts in files.elections.values():
        if parts.figures.entry is None:
            continue
        figures = parts.figures.entry.figures
        numbers, formulas = numbers_of(figures), dict[str, list[str]]()
        for id, figure in figures.items():
            if figure.formula is None:
                continue
            if id not in numbers:
                yield from _of_no_number(files, parts.figures, id)
                continue
            try:
                formulas[id] = inputs(figure.formula)
                yield from _unfounded(parts.figures, id, figure, formulas[id])
                yield from _of_figure(parts.figures, id, figure.formula, numbers)
            except FormulaError as error:
                yield Problem(
                    parts.figures.place("figures", id, "formula"),
                    f"{error} in the formula of `{id}`",
                    "arithmetic over figures of this election with + - * / and parentheses",
                    "Name figures by the ids of their indicators, as in `100 * turnout.voted / turnout.registered`.",
                )
        yield from _circle(parts.figures, formulas)


def _of_no_number(files: Files, loaded: Loaded[FiguresFile], id: str) -> Iterator[Problem]:
    indicator = files.indicators.entry.indicators.get(id) if files.indicators.entry else None
    if indicator and indicator.unit in UNMEASURED:
        yield Problem(
            loaded.place("figures", id, "formula"),
            f"a formula for `{id}`, whose unit is {indicator.unit}",
            "a formula only for a number",
            "Remove `formula:` and `status:`, and cite the place that states the value.",
        )


def _unfounded(loaded: Loaded[FiguresFile], id: str, figure: FigureEntry, names: list[str]) -> Iterator[Problem]:
    """Whatever a formula starts from has its place: a figure its own, a number that stands in the formula that of the formula."""
    assert figure.formula
    numbers = stated_numbers(figure.formula)
    if numbers and figure.source is None:
        yield Problem(
            loaded.place("figures", id, "formula"),
            f"the number {numbers[0]} in the formula of `{id}`, and no source",
            "the place of the report that prints it",
            "Add `source: {section: ...}`, or name the indicator that has this number.",
        )
    elif not numbers and not names:
        yield Problem(
            loaded.place("figures", id, "formula"),
            f"nothing in the formula of `{id}` that a report states",
            "the figures that it is worked out from",
            "Name indicators, or write the numbers of the report with their `source:`; 1 and 100 are not looked up.",
        )


def _of_figure(loaded: Loaded[FiguresFile], id: str, formula: str, numbers: Mapping[str, int | Decimal]) -> Iterator[Problem]:
    """Work out a formula again from the figures that it names."""
    strange = [name for name in inputs(formula) if name not in numbers]
    for name in strange:
        place = loaded.place("figures", id, "formula")
        yield Problem(place, f"the input `{name}`", "a figure of this election that is a number", did_you_mean(name, numbers))
    if strange:
        return
    shown = Decimal(numbers[id])
    rounded = evaluate(formula, numbers).quantize(Decimal(1).scaleb(int(shown.as_tuple().exponent)), ROUND_HALF_UP)
    if rounded != shown:
        yield Problem(
            loaded.place("figures", id, "value"),
            f"`{shown}` for `{id}`",
            f"{rounded}, which its formula yields",
            "Correct the value, the formula, or the figures that it is made from.",
        )


def _circle(loaded: Loaded[FiguresFile], formulas: Mapping[str, list[str]]) -> Iterator[Problem]:
    try:
        TopologicalSorter(formulas).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][::-1]
        yield Problem(
            loaded.place("figures", circle[0], "formula"),
            f"a formula that leads back to its own figure ({' from '.join(f'`{id}`' for id in circle)})",
            "figures that are known without this one",
            "Enter one of them as the report states it.",
        )
