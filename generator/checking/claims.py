"""What the data say that a report prints: every value with the places that it is cited from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.evidence.sought import Value
from generator.files import Files, Loaded
from generator.formula import FormulaError, stated_numbers
from generator.model.audit import StatementsFile
from generator.model.election import FiguresFile, ResultNumbers, ResultsFile, StatedValue
from generator.model.source import FullSource, Source
from generator.model.stations import StationsFile
from generator.model.when import When
from generator.problems import Place
from generator.reading import Location
from generator.vocabulary import AnyUnit, ResultNumber, Unit

_OWN_NUMBERS = {Decimal(1), Decimal(100)}  # of a formula: they turn a ratio into per cent, no report prints them


@dataclass(frozen=True)
class Claim:
    """A value that stands at one of the cited places of a report."""

    place: Place
    what: str
    value: Value
    unit: AnyUnit | None
    """``None`` where it may be of any."""
    sources: tuple[tuple[str, Source], ...]
    """Reports with the citation in each; any one of them is enough."""
    column: str = ""
    """What the value is called in its table; the same for one column in every row."""


LISTED = "listed"
"""The column of numbers that the text enumerates: together they are the whole list."""

IN_ORDER = "in order"
"""The column of numbers that are a whole row of a table, as printed; the rows of their group follow one another."""

Row = tuple[Claim, ...]
"""Claims that one row of a table prints together."""

Group = tuple[Row, ...]
"""The rows of one table, or a claim alone."""


def alone(claim: Claim) -> Group:
    """A claim that is no part of a table."""
    return ((claim,),)


def claims(files: Files) -> Iterator[Group]:
    """Everything of the data that a report is said to print as a number or a date."""
    for id, parts in files.elections.items():
        election = parts.election.entry
        if election:
            source = (election.source.report or election.reports[0], election.source)
            yield alone(Claim(parts.election.place("date"), f"the date of {id}", election.date, Unit.DATE, (source,)))
        yield from _of_figures(files, parts.figures)
        yield from _of_results(parts.results)
        if parts.statements:
            yield from _of_statements(parts.statements)
        if parts.stations:
            yield from _of_stations(parts.stations)
    for reforms in files.reforms:
        if reforms.entry:
            for position, reform in reforms.numbered("reforms"):
                cited = [(source.report, source) for source in (reform.source, *reform.also)]
                yield from _of_date(reforms, ("reforms", position, "when"), f"reform `{reform.id}`", reform.when, cited)
    for report, loaded in files.recommendations.items():
        if loaded.entry:
            for position, followup in loaded.numbered("followups"):
                named = ((followup.source.report or report, followup.source),)
                what = f"a recommendation of {followup.assessed}"
                yield (
                    tuple(
                        Claim(loaded.place("followups", position, "numbers", index), what, number, Unit.COUNT, named, LISTED)
                        for index, number in enumerate(followup.numbers)
                    ),
                )
    if files.contestants.entry:
        for id, contestant in files.contestants.entry.contestants.items():
            for position, event in enumerate(contestant.history):
                if event.when and not _is_own_year(files, event.when, event.source):
                    at = ("contestants", id, "history", position, "when")
                    cited = _with_carrier(event.source)
                    yield from _of_date(files.contestants, at, f"`{id}`", event.when, cited)


def _of_statements(loaded: Loaded[StatementsFile]) -> Iterator[Group]:
    if loaded.entry is None:
        return
    for position, entry in loaded.numbered("statements"):
        at: Location = ("statements", position)
        cited = (entry.source.report or loaded.entry.report, entry.source)
        yield alone(Claim(loaded.place(*at, "stated"), f"statement `{entry.id}`", entry.stated, None, (cited,)))
        for name, item in entry.inputs.items():
            place = loaded.place(*at, "inputs", name, "value")
            named = (item.source.report or loaded.entry.report, item.source)
            yield alone(Claim(place, f"the input `{name}` of statement `{entry.id}`", item.value, None, (named,)))


def _is_own_year(files: Files, when: When, source: FullSource) -> bool:
    """Whether an event is dated by no more than the year that its report is about, which the place need not print."""
    report = files.reports[source.report].entry if source.report in files.reports else None
    return when.year is not None and report is not None and when.year == report.published.year


def _with_carrier(source: FullSource) -> list[tuple[str, Source]]:
    """An event that a footnote tells is often dated by the sentence that carries the footnote."""
    cited: list[tuple[str, Source]] = [(source.report, source)]
    if source.footnote is not None and (source.section is not None or source.annex is not None):
        cited.append((source.report, Source(section=source.section, annex=source.annex)))
    return cited


def _of_figures(files: Files, loaded: Loaded[FiguresFile]) -> Iterator[Group]:
    if loaded.entry is None or files.indicators.entry is None:
        return
    for id, figure in loaded.entry.figures.items():
        indicator = files.indicators.entry.indicators.get(id)
        if indicator is None:
            continue
        if figure.formula is None:
            yield from _of_value(loaded, ("figures", id), id, figure, indicator.unit)
        elif figure.source is not None:
            # A computed value is not printed; what it was computed from is, unless another figure has it.
            source = (figure.source.report or loaded.entry.report, figure.source)
            for number in _numbers_of(figure.formula):
                yield alone(Claim(loaded.place("figures", id, "formula"), f"the formula of `{id}`", number, None, (source,)))
        for position, other in enumerate(figure.others):
            yield from _of_value(loaded, ("figures", id, "others", position), id, other, indicator.unit)


def _of_value(loaded: Loaded[FiguresFile], at: Location, id: str, stated: StatedValue, unit: AnyUnit) -> Iterator[Group]:
    assert loaded.entry
    value = stated.value
    if stated.source is None or value is None or isinstance(value, bool | str | dict):
        return
    source = (stated.source.report or loaded.entry.report, stated.source)
    yield alone(Claim(loaded.place(*at, "value"), f"`{id}`", value, unit, (source,)))


def _numbers_of(formula: str) -> list[Decimal]:
    try:
        return stated_numbers(formula)
    except FormulaError:
        return []  # another rule says so


def _of_results(loaded: Loaded[ResultsFile]) -> Iterator[Group]:
    if loaded.entry is None:
        return
    report = loaded.entry.report
    for position, contest in loaded.numbered("contests"):
        rows: list[tuple[Location, ResultNumbers, str]] = [
            (("contests", position, "results", index), row, f"`{row.contestant}`") for index, row in enumerate(contest.results)
        ]
        if contest.total:
            rows.append((("contests", position, "total"), contest.total, "the total"))
        tables: dict[tuple[str, str], list[Row]] = {}
        for at, row, name in rows:
            source = row.source or contest.source
            cited = ((source.report or report, source),)
            numbers = tuple(
                Claim(loaded.place(*at, column), f"`{column}` of {name}", value, column.unit, cited, column)
                for column in ResultNumber
                if (value := getattr(row, column)) is not None
            )
            if numbers:
                tables.setdefault((cited[0][0], source.model_dump_json()), []).append(numbers)
            for index, rival in enumerate(row.rivals):
                place = loaded.place(*at, "rivals", index, "value")
                other = ((rival.source.report or report, rival.source),)
                yield alone(Claim(place, f"`{rival.field}` of {name}", rival.value, rival.field.unit, other))
        yield from map(tuple, tables.values())


def _of_stations(loaded: Loaded[StationsFile]) -> Iterator[Group]:
    if loaded.entry is None:
        return
    for position, station in loaded.numbered("stations"):
        if station.annex not in loaded.entry.annexes:
            continue  # another rule says so
        cited = ((loaded.entry.report, Source(annex=station.annex)),)
        at: Location = ("stations", position)
        name = f"polling station {station.number}"
        yield alone(Claim(loaded.place(*at, "number"), f"the number of {name}", station.number, Unit.COUNT, cited))
        columns = loaded.entry.columns
        if not len(station.protocol_row) == len(station.published_row) == len(columns):
            continue  # another rule says so
        yield tuple(
            tuple(
                Claim(loaded.place(*at, row, order), f"`{column}` in the `{row}` of {name}", value, Unit.COUNT, cited, IN_ORDER)
                for order, (column, value) in enumerate(zip(columns, getattr(station, row), strict=True))
            )
            for row in ("protocol_row", "published_row")
        )


def _of_date(loaded: Loaded[Any], at: Location, what: str, when: When, cited: Iterable[tuple[str, Source]]) -> Iterator[Group]:
    value = when.day or when.month or when.year
    if value is not None:  # a bracket is our reading, which its note explains
        yield alone(Claim(loaded.place(*at), f"the date of {what}", value, Unit.DATE, tuple(cited)))
