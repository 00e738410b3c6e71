"""Which rows of the audit begin to hold, and which cease to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.audit.rows import AuditRow, rows
from generator.differing.things import Teller
from generator.vocabulary import AuditKind, Verdict


@dataclass(frozen=True)
class AuditChange:
    """A row of the audit before and after, in words; ``None`` where there is no such row."""

    title: str
    before: str | None
    after: str | None


def audit_changes(earlier: Teller, later: Teller) -> tuple[list[AuditChange], int]:
    """Rows with another verdict, or that differ by another amount; and by how many the rows that hold become more.

    A row that is new or gone is told if it does not hold, and counted if it does.
    """
    was, now = ({row.id: row for row in rows(teller.dataset)} for teller in (earlier, later))
    changes, holding = [], 0
    for id in dict.fromkeys([*now, *was]):
        old, new = was.get(id), now.get(id)
        verdicts = {row.verdict for row in (old, new) if row}
        before, after = _words(earlier, old), _words(later, new)
        if verdicts != {Verdict.HOLDS} and before != after:
            title = _title(later, new) if new else _title(earlier, was[id])
            changes.append(AuditChange(title, before, after))
        elif old is None or new is None:
            holding += 1 if new else -1
    return changes, holding


def _words(teller: Teller, row: AuditRow | None) -> str | None:
    if row is None:
        return None
    stated, expected = teller.say.number(row.stated), teller.say.number(row.expected)
    other = "elsewhere" if row.kind is AuditKind.CONFLICT else "worked out"
    return f"{row.verdict.label}: {stated} stated, {expected} {other}"


def _title(teller: Teller, row: AuditRow) -> str:
    dataset, say = teller.dataset, teller.say
    parts = row.subject.split(".")
    contestant = dataset.contestants.get(parts[1]) if len(parts) == 3 else None
    who = f" ({say.plain(contestant.name)})" if contestant else ""
    return f"{say.plain(dataset.elections[row.election].short)}: {say.plain(row.title) if row.title else say('Total')}{who}"
