"""What stands once stands once: ids, contests, contestants in a contest, indicators in a list of the front page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.files import ElectionFiles, Files
from generator.problems import Place, Problem


class _Kind(NamedTuple):
    """How a second one is spoken of."""

    what: str
    expected: str
    remedy: str


_IDS = _Kind("the id", "each id once", "Give one of the two another id")
_INDICATORS = _Kind("the indicator", "each indicator once", "Remove one of the two")
_CONTESTS = _Kind("the contest", "each contest once, with all its rows", "Put the rows of the two together, or correct `contest:`")
_CONTESTANTS = _Kind("the contestant", "each contestant once in a contest", "Compare both rows with the report")

Standing = tuple[Place, str]
"""Where something stands, and what tells it from the others."""


def all_stand_once(files: Files) -> Iterator[Problem]:
    """Nothing that must stand once in its list stands there twice."""
    for kind, listed in _lists(files):
        seen: dict[str, Place] = {}
        for place, id in listed:
            if id in seen:
                yield Problem(place, f"{kind.what} `{id}` a second time", kind.expected, f"{kind.remedy}; the other stands at {seen[id]}.")
            seen.setdefault(id, place)


def _lists(files: Files) -> Iterator[tuple[_Kind, list[Standing]]]:
    yield (
        _IDS,
        [
            (loaded.place("reforms", position, "id"), reform.id)
            for loaded in files.reforms
            if loaded.entry
            for position, reform in loaded.numbered("reforms")
        ],
    )
    if files.changes.entry:
        yield _IDS, [(files.changes.place("changes", position, "id"), change.id) for position, change in files.changes.numbered("changes")]
    if files.site.entry:
        yield _IDS, [(files.site.place("charts", position, "id"), chart.id) for position, chart in files.site.numbered("charts")]
        yield _INDICATORS, [(files.site.place("glance", position), id) for position, id in files.site.numbered("glance")]
        for position, chart in files.site.numbered("charts"):
            yield (
                _INDICATORS,
                [(files.site.place("charts", position, "indicators", order), id) for order, id in enumerate(chart.indicators)],
            )
    checks: list[Standing] = []
    if files.checks and files.checks.entry:
        for key in ("figures", "results"):
            checks += [(files.checks.place(key, position, "id"), check.id) for position, check in files.checks.numbered(key)]
        yield _IDS, checks
    for parts in files.elections.values():
        yield from _of_election(parts, checks)


def _of_election(parts: ElectionFiles, checks: list[Standing]) -> Iterator[tuple[_Kind, list[Standing]]]:
    if parts.statements and parts.statements.entry:
        loaded = parts.statements
        own = [(loaded.place("statements", position, "id"), statement.id) for position, statement in loaded.numbered("statements")]
        yield _IDS, [*checks, *own]  # on the page of the audit they stand together
    if parts.results.entry:
        contests = list(parts.results.numbered("contests"))
        yield _CONTESTS, [(parts.results.place("contests", position, "contest"), contest.contest) for position, contest in contests]
        for position, contest in contests:
            yield (
                _CONTESTANTS,
                [
                    (parts.results.place("contests", position, "results", row, "contestant"), result.contestant)
                    for row, result in enumerate(contest.results)
                ],
            )
