"""``mutants``: would a typing error be noticed? Changes every digit of every cited number, one at a time."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from generator.checking.claims import Claim, Group, claims
from generator.checking.evidence import Printed, is_confirmed, printed_by
from generator.evidence.index import load_evidence
from generator.evidence.sought import Value
from generator.files import read_files

HELP = "change every digit of every cited number, and count how many changes the evidence index catches"

ENOUGH = 97
"""Of a hundred changes, how many must be caught."""


@dataclass
class _Tally:
    """The changes of one value: how many were made, and which nobody would notice."""

    claim: Claim
    made: int
    missed: list[Value]


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments beside the data folder that every command takes."""


def run(data: Path, options: argparse.Namespace) -> int:
    """Print the share that is caught and each change that is not, with the reason. Changes nothing on disk."""
    files = read_files(data)
    indexes, problems = load_evidence(data)
    for problem in problems:
        print(problem)
    printed = printed_by(files, indexes)
    tallies: list[_Tally] = []
    unsound = 0
    for group in claims(files):
        if not is_confirmed(group, printed):
            unsound += sum(map(len, group))
            continue
        tallies += [_tally(group, row, position, printed) for row, claimed in enumerate(group) for position in range(len(claimed))]
    made = sum(tally.made for tally in tallies)
    if unsound:
        print(f"{unsound} values are left out: as they stand, their places do not bear them out (`python -m generator check` says more).")
    if not made:
        print("No value of the data is confirmed, so nothing can be measured.")
        return 1
    for tally in tallies:
        if tally.missed:
            print(_survivors(tally))
    caught = made - sum(len(tally.missed) for tally in tallies)
    whole = sum(not tally.missed for tally in tallies)
    evenly = 100 * sum(1 - len(tally.missed) / tally.made for tally in tallies) / len(tallies)
    print(f"{len(tallies)} values; of {whole} every changed digit is caught. With every value counting alike: {evenly:.1f} of 100.")
    print(f"{caught} of {made} changed digits are caught: {100 * caught / made:.1f} of 100 (at least {ENOUGH} are asked for).")
    return 0 if 100 * caught >= ENOUGH * made else 1


def _tally(group: Group, row: int, position: int, printed: Printed) -> _Tally:
    """Change one value of a group in every way, and ask the rule each time."""
    claimed = group[row]
    tally = _Tally(claimed[position], 0, [])
    for value in changed(tally.claim.value):
        other = (*claimed[:position], replace(tally.claim, value=value), *claimed[position + 1 :])
        tally.made += 1
        if is_confirmed((*group[:row], other, *group[row + 1 :]), printed):
            tally.missed.append(value)
    return tally


def changed(value: Value) -> Iterator[Value]:
    """The value with each of its digits replaced by each other digit, where that gives a value of its kind."""
    spelling = value.isoformat() if isinstance(value, datetime.date) else str(value)
    for position, old in enumerate(spelling):
        if not old.isdigit():
            continue
        for digit in "0123456789":
            if digit == old:
                continue
            made = _read(f"{spelling[:position]}{digit}{spelling[position + 1 :]}", value)
            if made is not None:
                yield made


def _read(spelling: str, like: Value) -> Value | None:
    """A changed spelling as a value of the same kind, or nothing where the reader would refuse it."""
    try:
        if isinstance(like, datetime.date):
            return datetime.date.fromisoformat(spelling)
        if isinstance(like, str):
            datetime.date.fromisoformat(f"{spelling}-01")
            return spelling
    except ValueError:
        return None
    whole = spelling.split(".")[0]
    if len(whole) > 1 and whole.startswith("0"):
        return None
    return Decimal(spelling) if isinstance(like, Decimal) else int(spelling)


def _survivors(tally: _Tally) -> str:
    claim = tally.claim
    report, source = claim.sources[0]
    place = ", ".join(
        f"{name} {value}" for name, value in (("section", source.section), ("annex", source.annex), ("footnote", source.footnote)) if value
    )
    missed = ", ".join(str(value) for value in tally.missed)
    them = "these" if len(tally.missed) > 1 else "this"
    return f"{claim.place}: {claim.what} is {claim.value}, but could read {missed}: {place} of {report} prints {them} too."
