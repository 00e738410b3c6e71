"""Every recomputation and every pair of places that disagree, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator import links
from generator.audit.verdict import verdict
from generator.dataset import Citation, Contest, Dataset, Election, Figure, Result, Statement, Text
from generator.formula import evaluate, inputs, of_row, of_table
from generator.model.audit import FigureCheck, ResultCheck
from generator.vocabulary import AuditKind, Qualifier, Unit, Verdict


class Input(NamedTuple):
    """What a recomputation starts from, or the rival of a conflict."""

    name: str
    value: Decimal
    citation: Citation | None


class AuditRow(NamedTuple):
    """One statement with its recomputation, or with its rival. ``difference`` is stated minus expected."""

    id: str
    election: str
    kind: AuditKind
    subject: str
    title: Text | None
    """None for the line of a table that gives its total."""
    stated: Decimal
    expected: Decimal
    inputs: tuple[Input, ...]
    difference: Decimal
    verdict: Verdict
    citation: Citation | None
    note: Text | None
    indicator: str | None = None
    """The indicator that it concerns, if it is one."""


def rows(dataset: Dataset) -> list[AuditRow]:
    """All rows: those that differ first, then rounding, then those that hold; within these by election and subject."""
    found = [row for election in dataset.elections.values() for row in _of_election(dataset, election)]
    order = list(Verdict)
    elections = list(dataset.elections)
    return sorted(found, key=lambda row: (order.index(row.verdict), elections.index(row.election)))


def concerning(found: list[AuditRow], indicator: str) -> list[AuditRow]:
    """The rows that concern an indicator."""
    return [row for row in found if row.indicator == indicator]


def _of_election(dataset: Dataset, election: Election) -> Iterator[AuditRow]:
    for check in dataset.figure_checks:
        yield from _figure(election, check)
    for contest in election.contests:
        for result_check in dataset.result_checks:
            yield from _results(election, contest, result_check)
    for statement in election.statements:
        values = {f"input.{name}": value for name, (value, _) in statement.inputs.items()}
        expected = evaluate(statement.formula, values)
        yield AuditRow(
            id=links.anchor(election.id, statement.id),
            election=election.id,
            kind=_kind(statement),
            subject=statement.id,
            title=statement.text,
            stated=statement.stated,
            expected=_shown(expected, statement.stated),
            inputs=tuple(Input(name, value, citation) for name, (value, citation) in statement.inputs.items()),
            difference=_shown(statement.stated - expected, statement.stated),
            verdict=verdict(statement.stated, expected, statement.qualifier),
            citation=statement.citation,
            note=statement.note,
        )
    yield from _conflicts(dataset, election)


def number_of(figure: Figure | None) -> Decimal | None:
    """A figure's number, if it is one."""
    value = figure.value if figure else None
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _figure(election: Election, check: FigureCheck) -> Iterator[AuditRow]:
    subject = election.figures[check.subject]
    stated = number_of(subject)
    names = inputs(check.formula)
    values = {name: number for name in names if (number := number_of(election.figures[name])) is not None}
    # A figure that we computed from the same inputs proves nothing.
    if stated is None or subject.formula is not None or len(values) < len(names):
        return
    expected = evaluate(check.formula, values)
    exact = all(election.figures[name].qualifier is Qualifier.EXACT for name in names)
    qualifier = check.relation
    if qualifier is Qualifier.EXACT:
        qualifier = subject.qualifier if exact or subject.qualifier is not Qualifier.EXACT else Qualifier.APPROXIMATE
    yield AuditRow(
        id=links.anchor(election.id, check.id),
        election=election.id,
        kind=AuditKind.ARITHMETIC,
        subject=check.subject,
        title=check.title,
        stated=stated,
        expected=_shown(expected, stated),
        inputs=tuple(Input(name, values[name], election.figures[name].citation) for name in names),
        difference=_shown(stated - expected, stated),
        verdict=verdict(stated, expected, qualifier),
        citation=subject.citation,
        note=check.note or subject.note,
        indicator=check.subject,
    )


def _results(election: Election, contest: Contest, check: ResultCheck) -> Iterator[AuditRow]:
    whole, names = of_table(contest.results, contest.total), inputs(check.formula)
    chosen: list[Result] = ([contest.total] if contest.total else []) if check.total else list(contest.results)
    for row in chosen:
        stated = row.number(check.field)
        values = whole | of_row(row)
        if stated is None or any(name not in values for name in names):
            continue
        expected = evaluate(check.formula, values)
        subject = f"{contest.kind}.{row.contestant or 'total'}.{check.field}"
        yield AuditRow(
            id=links.anchor(election.id, check.id, contest.kind, row.contestant or "total"),
            election=election.id,
            kind=AuditKind.ARITHMETIC,
            subject=subject,
            title=check.title,
            stated=Decimal(stated),
            expected=_shown(expected, Decimal(stated)),
            inputs=tuple(Input(name, values[name], row.citation) for name in names),
            difference=_shown(Decimal(stated) - expected, Decimal(stated)),
            verdict=verdict(stated, expected),
            citation=row.citation,
            note=None,
        )


def _conflicts(dataset: Dataset, election: Election) -> Iterator[AuditRow]:
    for id, figure in election.figures.items():
        stated = number_of(figure)
        for order, other in enumerate(figure.others, start=1):
            rival = number_of(other)
            if stated is None or rival is None or rival == stated or figure.unit is Unit.DATE:
                continue
            precise, rough = (stated, rival) if _decimals(stated) >= _decimals(rival) else (rival, stated)
            qualifier = other.qualifier if other.qualifier is not Qualifier.EXACT else figure.qualifier
            yield AuditRow(
                id=links.anchor(election.id, "conflict", id, order),
                election=election.id,
                kind=AuditKind.CONFLICT,
                subject=id,
                title=dataset.indicators[id].label,
                stated=stated,
                expected=rival,
                inputs=(Input("rival", rival, other.citation),),
                difference=stated - rival,
                verdict=verdict(rough, precise, qualifier),
                citation=figure.citation,
                note=other.note,
                indicator=id,
            )
    for contest in election.contests:
        for row in (*contest.results, *((contest.total,) if contest.total else ())):
            for order, number in enumerate(row.rivals, start=1):
                value = row.number(number.field)
                if value is None:
                    continue
                name = dataset.contestants[row.contestant].name if row.contestant else None
                yield AuditRow(
                    id=links.anchor(election.id, "conflict", contest.kind, row.contestant or "total", number.field, order),
                    election=election.id,
                    kind=AuditKind.CONFLICT,
                    subject=f"{contest.kind}.{row.contestant or 'total'}.{number.field}",
                    title=name,
                    stated=Decimal(value),
                    expected=Decimal(number.value),
                    inputs=(Input("rival", Decimal(number.value), number.citation),),
                    difference=Decimal(value) - Decimal(number.value),
                    verdict=verdict(value, Decimal(number.value)),
                    citation=row.citation,
                    note=number.note,
                )


def unnumbered(dataset: Dataset) -> Iterator[tuple[Figure, Figure]]:
    """Figures with another of the same report that is stated otherwise, of which no difference can be taken: days and words."""
    for election in dataset.elections.values():
        for figure in election.figures.values():
            for other in figure.others:
                if figure.value != other.value and (number_of(figure) is None or number_of(other) is None):
                    yield figure, other


def _kind(statement: Statement) -> AuditKind:
    """A statement that is set beside one other number, with nothing worked out, is a conflict of two places."""
    same = statement.qualifier in {Qualifier.EXACT, Qualifier.APPROXIMATE}
    return AuditKind.CONFLICT if same and inputs(statement.formula) == [statement.formula.strip()] else AuditKind.ARITHMETIC


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _shown(value: Decimal, like: Decimal) -> Decimal:
    """A recomputed number with two decimals more than the printed one, whole where it is whole."""
    if value == value.to_integral_value():
        return value.to_integral_value()
    return round(value, _decimals(like) + 2).normalize() + 0  # no minus before a zero
