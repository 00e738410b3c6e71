"""When a printed number agrees with a recomputed one."""

from __future__ import annotations

from decimal import Decimal

from generator.vocabulary import Qualifier, Verdict

APPROXIMATELY = Decimal("0.05")
"""Share of a number by which "about" may miss it."""


def unit_of(stated: Decimal | int) -> Decimal:
    """One unit of the last decimal that a number is printed with: 0.01 for 54.21, 1 for 98."""
    exponent = int(Decimal(stated).as_tuple().exponent)
    return Decimal(1).scaleb(min(exponent, 0))


def verdict(stated: Decimal | int, expected: Decimal, qualifier: Qualifier = Qualifier.EXACT) -> Verdict:
    """Holds: the same at the printed decimals. Rounding: off by no more than one unit of the last of them. Else it differs.

    A printed whole number that the recomputation yields as a whole number must be the same: counts are not rounded.
    """
    difference = abs(Decimal(stated) - expected)
    match qualifier:
        case Qualifier.OVER:
            return Verdict.HOLDS if expected > stated else Verdict.DIFFERS
        case Qualifier.AT_LEAST:
            return Verdict.HOLDS if expected >= stated else Verdict.DIFFERS
        case Qualifier.UNDER:
            return Verdict.HOLDS if expected < stated else Verdict.DIFFERS
        case Qualifier.AT_MOST:
            return Verdict.HOLDS if expected <= stated else Verdict.DIFFERS
        case Qualifier.APPROXIMATE:
            return Verdict.HOLDS if difference <= abs(Decimal(stated)) * APPROXIMATELY else Verdict.DIFFERS
    unit = unit_of(stated)
    if difference <= unit / 2:
        return Verdict.HOLDS
    counts = unit == 1 and expected == expected.to_integral_value()
    return Verdict.ROUNDING if difference <= unit and not counts else Verdict.DIFFERS
