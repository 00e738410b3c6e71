"""Checks and statements can be worked out: their formulas name what there is, do not mix units, and divide by nothing that is zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.checking.formulas import numbers_of
from generator.files import Files, Loaded
from generator.formula import FormulaError, evaluate, inputs, of_row, of_table
from generator.model.audit import ChecksFile, FigureCheck, ResultCheck, StatementsFile
from generator.problems import Problem, did_you_mean
from generator.reading import Location
from generator.vocabulary import UNMEASURED, ResultNumber

_RESULTS = {f"{of}.{field}" for of in ("row", "sum", "total") for field in ResultNumber}

Inputs = Mapping[str, Decimal | int]
"""What a formula may name, by name, in one election or one row of a table."""


def formulas_can_be_worked_out(files: Files) -> Iterator[Problem]:
    """Each formula is arithmetic over inputs that exist, and yields a number wherever they do; each input of a statement is used."""
    if files.checks and files.checks.entry:
        indicators = files.indicators.declared("indicators")
        for position, check in files.checks.numbered("figures"):
            place: Location = ("figures", position, "formula")
            what = "an indicator that data/indicators.yaml declares"
            yield from _formula(files.checks, place, check.formula, indicators, what, _of_figures(files, check))
        for position, check in files.checks.numbered("results"):
            place = ("results", position, "formula")
            what = "a number of a result, such as `row.votes`"
            yield from _formula(files.checks, place, check.formula, _RESULTS, what, _of_results(files, check))
    for parts in files.elections.values():
        if parts.statements and parts.statements.entry:
            yield from _statements(parts.statements)


def _formula(
    loaded: Loaded[ChecksFile], place: Location, formula: str, known: set[str] | None, what: str, cases: Iterable[tuple[str, Inputs]]
) -> Iterator[Problem]:
    problems = list(_names(loaded, place, formula, known, what))
    yield from problems
    if problems:
        return
    names = inputs(formula)
    for election, values in cases:
        if all(name in values for name in names):
            try:
                evaluate(formula, values)
            except FormulaError as error:
                yield Problem(
                    loaded.place(*place),
                    f"{error} in this formula, with the figures of {election}",
                    "a formula that yields a number for every election that has its inputs",
                    "Correct the formula, or the figures that it names.",
                )
                return  # for the others it is the same slip


def _of_figures(files: Files, check: FigureCheck) -> Iterator[tuple[str, Inputs]]:
    """The figures of each election in which a check is worked out: not where its subject was computed itself."""
    for id, parts in files.elections.items():
        figures = parts.figures.entry.figures if parts.figures.entry else {}
        numbers = numbers_of(figures)
        if check.subject in numbers and figures[check.subject].formula is None:
            yield id, numbers


def _of_results(files: Files, check: ResultCheck) -> Iterator[tuple[str, Inputs]]:
    """The numbers of each row for which a check is worked out."""
    for id, parts in files.elections.items():
        for contest in parts.results.entry.contests if parts.results.entry else ():
            whole = of_table(contest.results, contest.total)
            for row in [contest.total] if check.total else contest.results:
                if row is not None and getattr(row, check.field) is not None:
                    yield id, whole | of_row(row)


def _statements(loaded: Loaded[StatementsFile]) -> Iterator[Problem]:
    for position, statement in loaded.numbered("statements"):
        place: Location = ("statements", position, "formula")
        known = {f"input.{name}" for name in statement.inputs}
        problems = list(_names(loaded, place, statement.formula, known, "one of `inputs:` of this statement"))
        yield from problems
        if problems:
            continue
        try:
            evaluate(statement.formula, {f"input.{name}": item.value for name, item in statement.inputs.items()})
        except FormulaError as error:
            yield _unworkable(loaded, place, str(error))
        for unused in sorted(known - set(inputs(statement.formula))):
            yield Problem(
                loaded.place("statements", position, "inputs", unused.removeprefix("input.")),
                f"`{unused}`, which the formula does not use",
                "only what the number is worked out from",
                "Use it in the formula, or remove it.",
            )


def _names(loaded: Loaded[Any], place: Location, formula: str, known: set[str] | None, what: str) -> Iterator[Problem]:
    try:
        names = inputs(formula)
    except FormulaError as error:
        yield _unworkable(loaded, place, str(error))
        return
    if not names:
        yield _unworkable(loaded, place, "no input")
    for name in names:
        if known is not None and name not in known:
            yield Problem(loaded.place(*place), f"the input `{name}`", what, did_you_mean(name, known))


def units_fit(files: Files) -> Iterator[Problem]:
    """A check is of a number, and is worked out from numbers; a sum or difference does not mix units."""
    if files.checks is None or files.checks.entry is None or files.indicators.entry is None:
        return
    indicators = files.indicators.entry.indicators
    for position, check in files.checks.numbered("figures"):
        try:
            names = [check.subject, *inputs(check.formula)]
        except FormulaError:
            continue  # another rule says so
        units = {name: indicators[name].unit for name in names if name in indicators}
        for name, unit in units.items():
            if unit in UNMEASURED:
                yield Problem(
                    files.checks.place("figures", position, "formula"),
                    f"`{name}`, whose unit is {unit}",
                    "an indicator that is a number",
                    "Use another indicator, or remove the check.",
                )
        added = "*" not in check.formula and "/" not in check.formula
        if added and len(set(units.values())) > 1:
            yield Problem(
                files.checks.place("figures", position, "formula"),
                "a sum of different units: " + ", ".join(f"`{name}` ({unit})" for name, unit in units.items()),
                "one unit",
                "Correct the formula or the subject.",
            )


def _unworkable(loaded: Loaded[Any], place: Location, why: str) -> Problem:
    return Problem(
        loaded.place(*place),
        f"{why} in this formula",
        "arithmetic over named inputs with + - * / and parentheses",
        "Correct it, as in `100 * first.input / (second.input + third.input)`.",
    )
