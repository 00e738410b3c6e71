"""Formulas of computed figures: arithmetic over indicators, read without running any code.

``100 * assessment.cases / mission.stations_counting`` names indicators of one election; numbers
are decimal, as printed. Only ``+ - * /`` and parentheses are understood.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext


class FormulaError(ValueError):
    """A formula that cannot be read or worked out; the message says why."""


_LARGEST = Decimal(10) ** 18

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def inputs(formula: str) -> list[str]:
    """Names of the indicators in a formula, in order, each once. Raises ``FormulaError``."""
    names: list[str] = []
    for node in ast.walk(_parse(formula)):
        if isinstance(node, ast.Attribute):
            name = _name(node)
            if name not in names:
                names.append(name)
    return names


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


def _parse(formula: str) -> ast.expr:
    if len(formula) > 300:
        raise FormulaError("a formula of more than 300 characters")
    try:
        return ast.parse(formula, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        raise FormulaError("something that is no arithmetic") from None


def _name(node: ast.Attribute) -> str:
    if isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    raise FormulaError("a name that is no indicator's id")


def _value(node: ast.expr, values: Mapping[str, Decimal | int]) -> Decimal:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            return _OPERATIONS[type(op)](_value(left, values), _value(right, values))
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            if abs(number) >= _LARGEST:
                raise FormulaError("a number of more than 18 digits")
            return Decimal(str(number))
        case ast.Attribute():
            name = _name(node)
            if name not in values:
                raise FormulaError(f"the input `{name}`, which has no number here")
            return Decimal(values[name])
    raise FormulaError("something else than numbers, indicators, + - * / and parentheses")
