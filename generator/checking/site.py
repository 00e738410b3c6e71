"""What ``site.yaml`` declares for its charts and comparisons can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from generator.files import Files
from generator.problems import Problem
from generator.vocabulary import UNMEASURED


def charts_have_one_scale(files: Files) -> Iterator[Problem]:
    """The indicators of a declared chart are numbers of one unit."""
    if files.site.entry is None or files.indicators.entry is None:
        return
    for position, chart in files.site.numbered("charts"):
        known = files.indicators.entry.indicators
        units = [(order, id, known[id].unit) for order, id in enumerate(chart.indicators) if id in known]
        first = next(((id, unit) for _, id, unit in units if unit not in UNMEASURED), None)
        for order, id, unit in units:
            place = files.site.place("charts", position, "indicators", order)
            if unit in UNMEASURED:
                yield Problem(
                    place, f"`{id}`, whose unit is {unit}, in a chart", "an indicator that is a number", "Use another, or take it out."
                )
            elif first and unit != first[1]:
                yield Problem(
                    place,
                    f"`{id}` ({unit}) in a chart with `{first[0]}` ({first[1]})",
                    "indicators of one unit, since all bars of a chart have one scale",
                    "Take it out, or declare a chart of its own for it.",
                )


def pairs_are_of_two(files: Files) -> Iterator[Problem]:
    """A declared pair sets an election beside another one."""
    if files.site.entry is None:
        return
    for position, pair in files.site.numbered("pairs"):
        if pair.earlier == pair.later:
            yield Problem(
                files.site.place("pairs", position, "later"),
                f"the election `{pair.later}` beside itself",
                "another election than under `earlier:`",
                "Name the election that it is to be compared with, or remove the pair.",
            )
