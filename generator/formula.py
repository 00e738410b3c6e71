"""Formulas of computed figures: arithmetic over indicators, read without running any code.

``100 * assessment.cases / mission.stations_counting`` names indicators of one election; numbers
are decimal, as printed. Only ``+ - * /`` and parentheses are understood.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from generator.vocabulary import ResultNumber


class FormulaError(ValueError):
    """A formula that cannot be read or worked out; the message says why."""


_LARGEST = Decimal(10) ** 18

_OF_PER_CENT = frozenset({Decimal(1), Decimal(100)})
"""Numbers that only turn a ratio into per cent, and that no report prints."""

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def inputs(formula: str) -> list[str]:
    """Names of the indicators in a formula, each once. Raises ``FormulaError`` for what is no arithmetic over names and numbers."""
    return list(dict.fromkeys(leaf for leaf in _leaves(formula) if isinstance(leaf, str)))


def stated_numbers(formula: str) -> list[Decimal]:
    """Numbers that stand in a formula itself and that a report must print: all but 1 and 100. Raises ``FormulaError`` as ``inputs`` does."""
    return [leaf for leaf in _leaves(formula) if isinstance(leaf, Decimal) and leaf not in _OF_PER_CENT]


def evaluate(formula: str, values: Mapping[str, Decimal | int]) -> Decimal:
    """The formula's result with 28 digits. Raises ``FormulaError`` for what it cannot work out."""
    try:
        with localcontext(prec=28):
            result = _value(_parse(formula), values)
    except (DivisionByZero, InvalidOperation):
        raise FormulaError("a division by zero") from None
    if abs(result) >= _LARGEST:
        raise FormulaError("a result of more than 18 digits")
    return result


def of_row(row: object) -> dict[str, Decimal]:
    """What a formula may name of one row of a table of results: the numbers that it prints."""
    return _printed("row", row)


def of_table(rows: Sequence[object], total: object | None) -> dict[str, Decimal]:
    """What a formula may name of a whole table: sums that are not zero, and the numbers that its total row prints."""
    sums = {f"sum.{name}": sum((Decimal(getattr(row, name) or 0) for row in rows), Decimal()) for name in ResultNumber}
    return {name: number for name, number in sums.items() if number} | (_printed("total", total) if total else {})


def _printed(of: str, row: object) -> dict[str, Decimal]:
    return {f"{of}.{name}": Decimal(number) for name in ResultNumber if (number := getattr(row, name)) is not None}


def _parse(formula: str) -> ast.expr:
    if len(formula) > 300:
        raise FormulaError("a formula of more than 300 characters")
    try:
        return ast.parse(formula, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        raise FormulaError("something that is no arithmetic") from None


def _leaves(formula: str) -> Iterator[str | Decimal]:
    """Names and numbers, those least deep in parentheses first."""
    waiting = [_parse(formula)]
    for node in waiting:
        match node:
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
                waiting += [left, right]
            case _:
                yield _leaf(node)


def _leaf(node: ast.expr) -> str | Decimal:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            if abs(number) >= _LARGEST:
                raise FormulaError("a number of more than 18 digits")
            return Decimal(str(number))
        case ast.Attribute(value=ast.Name(id=topic), attr=what):
            return f"{topic}.{what}"
        case ast.Attribute():
            raise FormulaError("a name that is no indicator's id")
    raise FormulaError("something else than numbers, indicators, + - * / and parentheses")


def _value(node: ast.expr, values: Mapping[str, Decimal | int]) -> Decimal:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, values), _value(right, values))
    leaf = _leaf(node)
    if isinstance(leaf, Decimal):
        return leaf
    if leaf not in values:
        raise FormulaError(f"the input `{leaf}`, which has no number here")
    return Decimal(values[leaf])
