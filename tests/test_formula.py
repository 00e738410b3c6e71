"""Formulas are arithmetic and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formula import FormulaError, evaluate, inputs, stated_numbers


def test_a_share() -> None:
    assert evaluate("100 * a.part / (a.part + b.rest)", {"a.part": 1, "b.rest": 3}) == 25
    assert inputs("100 * a.part / (a.part + b.rest)") == ["a.part", "b.rest"]


def test_decimals_are_exact() -> None:
    assert evaluate("0.1 + 0.2", {}) == Decimal("0.3")


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("a.b +", "no arithmetic"),
        ("a.b / 0", "division by zero"),
        ("__import__('os').system('true')", "something else"),
        ("a.b ** 9999999", "something else"),
        ("a.b", "has no number here"),
        ("a.b.c", "no indicator"),
        ("True + 1", "something else"),
        ("+".join(["1"] * 400), "300 characters"),
        ("(" * 149, "no arithmetic"),
    ],
)
def test_what_is_no_arithmetic_is_refused(formula: str, said: str) -> None:
    with pytest.raises(FormulaError, match=said):
        evaluate(formula, {"a.b": 1} if formula.endswith("0") else {})


@pytest.mark.parametrize("formula", ["a.b ** 2", "a.b // a.c", "abs(a.b)", "-a.b", "a.b.c", "a.b + x", "9e999 * a.b"])
def test_no_name_is_read_from_what_cannot_be_worked_out(formula: str) -> None:
    with pytest.raises(FormulaError):
        inputs(formula)


def test_a_report_must_print_the_numbers_of_a_formula_but_not_those_of_per_cent() -> None:
    assert stated_numbers("100 * (1 - 58 / a.b) + 0.5") == [Decimal("0.5"), 58]


@given(st.integers(-(10**8), 10**8), st.integers(-(10**8), 10**8), st.integers(1, 10**8))
def test_it_agrees_with_python(a: int, b: int, c: int) -> None:
    assert evaluate("(x.a - x.b) * x.c", {"x.a": a, "x.b": b, "x.c": c}) == (a - b) * c
