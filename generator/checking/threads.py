"""Recommendations are all there, each once, in threads that lead somewhere; follow-ups point at numbers that exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from generator.files import Files
from generator.problems import Problem
from generator.vocabulary import ThreadState

_LISTED = 20
"""Missing numbers that a message names."""

TOTAL = "report.recommendations_total"
"""The indicator that says how many numbered recommendations a report has."""


def every_number_there_once(files: Files) -> Iterator[Problem]:
    """Every number up to the report's total is entered, and none twice."""
    for report, loaded in files.recommendations.items():
        if loaded.entry is None:
            continue
        seen: set[int] = set()
        for position, entry in loaded.numbered("recommendations"):
            if entry.number in seen:
                yield Problem(
                    loaded.place("recommendations", position, "number"),
                    f"the number {entry.number} a second time",
                    "each recommendation once",
                    "Compare the two and correct the number of one.",
                )
            seen.add(entry.number)
        total = _total(files, report)
        # An entry that was set aside is reported for its own mistake, not as missing.
        if total is None or any(key == "recommendations" for key, *_ in loaded.set_aside):
            continue
        missing = [str(number) for number in islice((n for n in range(1, total + 1) if n not in seen), _LISTED + 1)]
        if len(missing) > _LISTED:
            missing[_LISTED:] = ["and more"]
        if missing:
            yield Problem(
                loaded.place("recommendations"),
                f"no recommendation {', '.join(missing)}",
                f"every number from 1 to {total}, which the figure `{TOTAL}` gives",
                "Enter what is missing, or correct the figure.",
            )
        for position, entry in loaded.numbered("recommendations"):
            if entry.number > total:
                yield Problem(
                    loaded.place("recommendations", position, "number"),
                    f"the number {entry.number}",
                    f"at most {total}, which the figure `{TOTAL}` gives",
                    "Correct the number, or the figure.",
                )


def _total(files: Files, report: str) -> int | None:
    for parts in files.elections.values():
        if parts.figures.entry and parts.figures.entry.report == report:
            figure = parts.figures.entry.figures.get(TOTAL)
            if figure and isinstance(figure.value, int):
                return figure.value
    return None


def followups_point_at_numbers(files: Files) -> Iterator[Problem]:
    """Where the report that made a recommendation is ours, its number exists; no number is assessed twice in one report."""
    for report, loaded in files.recommendations.items():
        if loaded.entry is None:
            continue
        seen: set[tuple[str, int]] = set()
        for position, entry in loaded.numbered("followups"):
            numbers = _numbers_of(files, entry.assessed, besides=report)
            for index, number in enumerate(entry.numbers):
                place = loaded.place("followups", position, "numbers", index)
                if numbers is not None and number not in numbers:
                    yield Problem(
                        place,
                        f"the number {number} of the report on `{entry.assessed}`",
                        f"a number from 1 to {max(numbers, default=0)}",
                        "Check it against the footnote.",
                    )
                if (entry.assessed, number) in seen:
                    yield Problem(
                        place,
                        f"the number {number} of the report on `{entry.assessed}` a second time",
                        "one status for a number",
                        "Check both against the footnote.",
                    )
                seen.add((entry.assessed, number))


def _numbers_of(files: Files, election: str, besides: str) -> set[int] | None:
    """Numbers of the recommendations made on an election of ours; ``None`` if its report is not ours."""
    for id, loaded in files.recommendations.items():
        report = files.reports[id].entry
        if (
            id != besides
            and report
            and election in report.elections
            and loaded.entry
            and loaded.entry.recommendations
            and not loaded.set_aside
        ):
            return {entry.number for entry in loaded.entry.recommendations}
    return None


def threads_are_used(files: Files) -> Iterator[Problem]:
    """A thread has at least one recommendation."""
    if files.threads is None or files.threads.entry is None or any(loaded.set_aside for loaded in files.recommendations.values()):
        return
    used = {
        thread
        for loaded in files.recommendations.values()
        if loaded.entry
        for entry in loaded.entry.recommendations
        for thread in (*entry.threads, *(part.thread for part in entry.parts))
    }
    for id in files.threads.entry.threads:
        if id not in used:
            yield Problem(
                files.threads.place("threads", id),
                f"the thread `{id}` without a recommendation",
                "a recommendation that belongs to it",
                "Name it in a recommendations.yaml, or remove it.",
            )


def met_is_shown(files: Files) -> Iterator[Problem]:
    """A thread called met names a reform or figure dated before the report that shows it, and nobody asks for it again after that."""
    if files.threads is None or files.threads.entry is None:
        return
    reforms = {reform.id: reform for loaded in files.reforms if loaded.entry for reform in loaded.entry.reforms}
    for id, thread in files.threads.entry.threads.items():
        reading = thread.reading
        place = files.threads.place("threads", id, "reading", "state")
        shown_in = files.reports.get(reading.source.report)
        if reading.state not in (ThreadState.MET, ThreadState.PARTLY_MET) or shown_in is None or shown_in.entry is None:
            continue
        if not reading.reforms and not reading.figures:
            yield Problem(
                place,
                f"`{reading.state}` without a reform or figure that shows it",
                "what shows it, dated before the report that says so",
                "Name it under `reforms:` or `figures:`, or write `state: open`.",
            )
            continue
        published = shown_in.entry.published
        dates = [reforms[name].when.latest for name in reading.reforms if name in reforms]
        for figure in reading.figures:
            election = files.elections.get(figure.election)
            if election and election.election.entry:
                dates.append(election.election.entry.date)
        if dates and min(dates) > published:
            yield Problem(
                place,
                f"evidence of {min(dates).isoformat()}, after the report of {published.isoformat()} that is to show it",
                "a reform or figure dated before that report",
                "Name the report that shows it under `source:`, or another reform.",
            )
        if reading.state is ThreadState.MET:
            yield from _asked_again(files, id)


def _asked_again(files: Files, id: str) -> Iterator[Problem]:
    assert files.threads
    assert files.threads.entry
    shown_in = files.threads.entry.threads[id].reading.source.report
    shown = files.reports[shown_in].entry
    for report, loaded in files.recommendations.items():
        entry = files.reports[report].entry
        if loaded.entry is None or entry is None or shown is None or (entry.published, report) < (shown.published, shown_in):
            continue
        for asked in loaded.entry.recommendations:
            if id in asked.threads or any(part.thread == id for part in asked.parts):
                yield Problem(
                    files.threads.place("threads", id, "reading", "state"),
                    f"`met`, but recommendation {asked.number} of `{report}` asks for it again",
                    "`partly_met` or `open`, or a thread that this recommendation does not belong to",
                    "Read both again and decide.",
                )
