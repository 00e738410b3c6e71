"""Rows of polling stations are whole: a number for each column, each station once, sums as added up from the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.files import ElectionFiles, Files, Loaded
from generator.model.stations import INVALID, ControlSums, StationEntry, StationsFile
from generator.problems import Place, Problem, did_you_mean

LONGEST_HEADING = 16
"""Letters of a column's heading: beside it on one line of a chart stand its two figures."""

_ROWS = ("protocol_row", "published_row")


def rows_are_whole(files: Files) -> Iterator[Problem]:
    """Each row has a number for each column, and each column is a contestant with a result, or the invalid ballots."""
    for loaded, parts in _each(files):
        assert loaded.entry
        columns = list(loaded.entry.columns)
        known, results = files.contestants.declared("contestants") or set(), _contestants(parts)
        results = results if results <= known else set()  # a slip in one is reported there
        for column, heading in loaded.entry.columns.items():
            place = loaded.place("columns", column)
            if results and column in known - results - {INVALID}:
                yield Problem(
                    place,
                    f"the column `{column}`",
                    f"`{INVALID}`, or a contestant with a result in results.yaml",
                    did_you_mean(column, results),
                )
            for language, words in heading.items():
                if len(words) > LONGEST_HEADING:
                    yield Problem(
                        loaded.place("columns", column, language),
                        f"`{words}`",
                        f"a heading of at most {LONGEST_HEADING} letters",
                        "Shorten it as a table would.",
                    )
        if any(key == "columns" for key, *_ in loaded.set_aside):
            continue  # how many columns there are is not known
        for position, station in loaded.numbered("stations"):
            for name in _ROWS:
                what = f"`{name}` of polling station {station.number}"
                yield from _length(loaded.place("stations", position, name), what, len(getattr(station, name)), columns)
        for annex, entry in loaded.entry.annexes.items():
            for name in ("protocol", "published"):
                what = f"`{name}` in the totals of annex {annex}"
                yield from _length(loaded.place("annexes", annex, "totals", name), what, len(getattr(entry.totals, name)), columns)


def _length(place: Place, what: str, length: int, columns: list[str]) -> Iterator[Problem]:
    if length != len(columns):
        yield Problem(
            place,
            f"{length} {'number' if length == 1 else 'numbers'} in {what}",
            f"{len(columns)}, one for each column: {', '.join(columns)}",
            "Compare the row with the report; a printed 0 is entered too.",
        )


def stations_stand_once(files: Files) -> Iterator[Problem]:
    """No station stands twice in an annex, and its annex, commission and region are declared."""
    for loaded, _ in _each(files):
        file = loaded.entry
        assert file
        seen: dict[tuple[str, str | None, int], Place] = {}
        for position, station in loaded.numbered("stations"):
            for key, id, kind in (("annex", station.annex, "annexes"), ("commission", station.commission, "commissions")):
                known = loaded.declared(kind) or set()
                if id is not None and id not in known:
                    yield _unknown(loaded.place("stations", position, key), key, id, kind, known)
            region = _region(file, station)
            if station.region is not None and station.region not in (loaded.declared("regions") or set()):
                yield _unknown(
                    loaded.place("stations", position, "region"), "region", station.region, "regions", loaded.declared("regions") or set()
                )
            place = loaded.place("stations", position, "number")
            key_of = (station.annex, region, station.number)
            if key_of in seen:
                yield Problem(
                    place,
                    f"station {station.number} a second time in annex {station.annex} for the same region",
                    "each station once in an annex",
                    f"It stands at {seen[key_of]} already: compare both with the report.",
                )
            seen.setdefault(key_of, place)
        for id, commission in file.commissions.items():
            if commission.region not in (loaded.declared("regions") or set()):
                known = loaded.declared("regions") or set()
                yield _unknown(loaded.place("commissions", id, "region"), "region", commission.region, "regions", known)


def _unknown(place: Place, key: str, id: str, kind: str, known: set[str]) -> Problem:
    return Problem(place, f"the unknown {key} `{id}`", f"one of those under `{kind}:` in this file", did_you_mean(id, known))


def _region(file: StationsFile, station: StationEntry) -> str | None:
    commission = file.commissions.get(station.commission) if station.commission else None
    return commission.region if commission else station.region


def control_sums_agree(files: Files) -> Iterator[Problem]:
    """The stations of each annex are as many, and add up to what, its control sums say."""
    for loaded, _ in _each(files):
        file = loaded.entry
        assert file
        if any(key in ("stations", "annexes", "columns") for key, *_ in loaded.set_aside):
            continue  # what was set aside is missing from every sum
        if any(station.annex not in file.annexes for station in file.stations):
            continue  # nobody knows where it belongs
        for annex, entry in file.annexes.items():
            stations = [station for station in file.stations if station.annex == annex]
            yield from _compared(loaded, annex, list(file.columns), stations, entry.totals)


def _compared(
    loaded: Loaded[StationsFile], annex: str, columns: list[str], stations: list[StationEntry], totals: ControlSums
) -> Iterator[Problem]:
    if len(stations) != totals.stations:
        yield Problem(
            loaded.place("annexes", annex, "totals", "stations"),
            f"{totals.stations} stations in the totals of annex {annex}",
            f"{len(stations)}, which is how many are entered",
            "Count them in the report: enter what is missing, or correct the total.",
        )
        return
    for name, row in zip(("protocol", "published"), _ROWS, strict=True):
        given: list[int] = getattr(totals, name)
        rows: list[list[int]] = [getattr(station, row) for station in stations]
        if len(given) != len(columns) or any(len(numbers) != len(columns) for numbers in rows):
            continue  # another rule says so
        for order, column in enumerate(columns):
            added = sum(numbers[order] for numbers in rows)
            if added != given[order]:
                yield Problem(
                    loaded.place("annexes", annex, "totals", name, order),
                    f"{given[order]} for `{column}` in the totals of annex {annex}",
                    f"{added}, to which the `{row}` of its stations add up",
                    "Add the column up from the report: the slip is in a row, or in this sum.",
                )


def _contestants(parts: ElectionFiles) -> set[str]:
    """Contestants that have a result in the election; none where its results are not entered."""
    entry = parts.results.entry
    return {row.contestant for contest in entry.contests for row in contest.results} if entry else set()


def _each(files: Files) -> Iterator[tuple[Loaded[Any], ElectionFiles]]:
    for parts in files.elections.values():
        if parts.stations and parts.stations.entry:
            yield parts.stations, parts
