"""Results of an election as tables: a row for each contestant, the columns that its report prints."""

from __future__ import annotations

from typing import NamedTuple

from generator.dataset import Contest, Election, Result
from generator.pages.edition import Edition
from generator.pages.figures import CitationView
from generator.vocabulary import ResultNumber, Status


class RivalView(NamedTuple):
    """Another printed value of a number."""

    shown: str
    citation: CitationView
    note: str


class ResultRow(NamedTuple):
    """One line of the table."""

    name: str
    anchor: str | None
    cells: tuple[str, ...]
    note: str | None
    rivals: tuple[RivalView, ...]


class ContestView(NamedTuple):
    """One contest."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[ResultRow, ...]
    total: ResultRow | None
    citation: CitationView
    note: str | None
    preliminary: bool


def contests(edition: Edition, election: Election) -> list[ContestView]:
    """The contests of an election, largest result first."""
    return [_contest(edition, contest) for contest in election.contests]


def _contest(edition: Edition, contest: Contest) -> ContestView:
    say = edition.say
    columns = [name for name in ResultNumber if any(row.number(name) is not None for row in contest.results)]
    rows = sorted(contest.results, key=lambda row: (-(row.votes or 0), -(row.seats or 0), -(row.registered or 0)))
    return ContestView(
        id=contest.kind.value.replace("_", "-"),
        title=say(contest.kind.label),
        columns=tuple(say(name.label) for name in columns),
        rows=tuple(_row(edition, row, columns) for row in rows),
        total=_row(edition, contest.total, columns) if contest.total else None,
        citation=edition.write.citation(contest.citation),
        note=say.plain(contest.note) if contest.note else None,
        preliminary=contest.status is Status.PRELIMINARY,
    )


def _row(edition: Edition, row: Result, columns: list[ResultNumber]) -> ResultRow:
    say = edition.say
    contestant = edition.dataset.contestants.get(row.contestant)

    def shown(name: str, value: object) -> str:
        if not isinstance(value, int) and not hasattr(value, "as_tuple"):
            return ""
        return say.percent(value) if name == ResultNumber.PERCENT else say.number(value)  # type: ignore[arg-type]

    return ResultRow(
        name=say.plain(contestant.name) if contestant else say("Total"),
        anchor=row.contestant.replace("_", "-") or None,
        cells=tuple(shown(name, row.number(name)) for name in columns),
        note=say.plain(row.note) if row.note else None,
        rivals=tuple(
            RivalView(shown(rival.field, rival.value), edition.write.citation(rival.citation), say.plain(rival.note))
            for rival in row.rivals
        ),
    )
