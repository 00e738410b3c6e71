"""Which election came before which."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import groupby
from typing import Protocol

from generator.vocabulary import ElectionKind


class Held(Protocol):
    """An election, as far as its place among others goes."""

    @property
    def date(self) -> datetime.date:
        """Its day."""

    @property
    def kind(self) -> ElectionKind:
        """What is elected."""


def before(elections: Mapping[str, Held]) -> dict[str, str]:
    """By id, the election of the same kind that came last before each; the first of a kind has none."""
    found: dict[str, str] = {}
    newest: dict[ElectionKind, str] = {}
    for _, day in groupby(sorted(elections, key=lambda id: elections[id].date), key=lambda id: elections[id].date):
        held = list(day)
        found.update({id: newest[elections[id].kind] for id in held if elections[id].kind in newest})
        newest.update({elections[id].kind: id for id in held})
    return found
