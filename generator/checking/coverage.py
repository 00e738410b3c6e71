"""Nothing is forgotten: every election has every indicator, and its files agree on what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.files import Files
from generator.problems import Place, Problem, nearest
from generator.vocabulary import ContestKind, ElectionKind

_REPORT_ID = re.compile(r"[a-z0-9-]+\Z")
_ELECTION_ID = re.compile(r"(\d{4})-[a-z0-9-]+\Z")


def something_is_entered(files: Files) -> Iterator[Problem]:
    """There is an election, and with it the report that it names: a site of nothing has no first and no last year to speak of."""
    if not files.elections:
        folder = files.site.document.path.split("/")[0]
        yield Problem(
            Place(f"{folder}/elections"),
            "no election",
            "at least one, with its report",
            "Begin it: `make new ID=<year>-<body> REPORT=<its report> KIND=parliamentary` (or `presidential`).",
        )


def every_indicator_entered(files: Files) -> Iterator[Problem]:
    """Each election has an entry for each indicator; a silent report is an entry too."""
    indicators = files.indicators.declared("indicators")
    if indicators is None:
        return
    for parts in files.elections.values():
        entered = parts.figures.declared("figures")
        if entered is None:
            continue
        for missing in sorted(indicators - entered):
            if any(nearest(id, indicators) == missing for id in entered - indicators):
                continue  # the slip in its id is reported
            yield Problem(
                parts.figures.place("figures"),
                f"no entry for `{missing}`",
                "every indicator of indicators.yaml",
                f"Add `{missing}:` with `value:` and `source:`, or with `absence: not_curated` until it is entered.",
            )


def elections_are_whole(files: Files) -> Iterator[Problem]:
    """An election's folder is named for its year, and its contests are of its kind."""
    for id, parts in files.elections.items():
        election = parts.election.entry
        if election is None:
            continue
        named = _ELECTION_ID.match(id)
        if named is None or int(named.group(1)) != election.date.year:
            yield Problem(
                parts.election.place("date"),
                f"the date {election.date.isoformat()} in the folder `{id}`",
                "a folder `<year>-<body>` with the year of the date, in small letters, digits and hyphens",
                "Rename the folder or correct the date.",
            )
        if parts.results.entry is None:
            continue
        for position, contest in parts.results.numbered("contests"):
            presidential = contest.contest is ContestKind.PRESIDENTIAL
            if presidential != (election.kind is ElectionKind.PRESIDENTIAL):
                yield Problem(
                    parts.results.place("contests", position, "contest"),
                    f"the contest `{contest.contest}` in a {election.kind} election",
                    "a contest of the election's kind",
                    "Correct `contest:` here or `kind:` in election.yaml.",
                )


def reports_are_named(files: Files) -> Iterator[Problem]:
    """A report's folder has a name that can be a part of an address."""
    for id, report in files.reports.items():
        if not _REPORT_ID.match(id):
            yield Problem(report.place(), f"the folder `{id}`", "small letters, digits and hyphens", "Rename the folder.")
