"""Every cited value stands where its citation says: compared with the numbers that the report prints there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checking.claims import IN_ORDER, LISTED, Claim, Group, Row, claims
from generator.checking.references import sources
from generator.checking.tables import out_of_order, out_of_place
from generator.evidence.index import FILE_NAME, Evidence, PlaceNumbers
from generator.evidence.places import Spot
from generator.evidence.sought import Sought, sought
from generator.files import Files
from generator.model.source import Source
from generator.problems import Problem

_OF_AN_ELECTION = ("source",)
"""Where the source of an election's date stands in its file."""


@dataclass(frozen=True)
class Printed:
    """What the reports print, and when each was published."""

    indexes: Mapping[str, Evidence]
    published: Mapping[str, datetime.date]

    def place(self, report: str, source: Source) -> PlaceNumbers | None:
        """The place that a source names, if the report's index has it."""
        index = self.indexes.get(report)
        return index.by_spot.get(spot_of(source, index)) if index else None


def printed_by(files: Files, indexes: Mapping[str, Evidence]) -> Printed:
    """The reports of the data with their indexes."""
    published = {id: report.entry.published for id, report in files.reports.items() if report.entry}
    return Printed({id: index for id, index in indexes.items() if id in published}, published)


def spot_of(source: Source, index: Evidence) -> Spot:
    """What a source names. A footnote is known by its number, whatever section is named with it."""
    if source.footnote is not None:
        return index.carriers.get(source.footnote, Spot(footnote=source.footnote))
    return Spot(section=source.section) if source.section is not None else Spot(annex=source.annex)


def reports_are_indexed(files: Files) -> Iterator[Problem]:
    """Each report from which something is cited has its index, and the index has each of its sections and annexes.

    A report that was only just announced needs none yet: until its text is there, it may be cited for the date of its
    election alone. The first figure or finding makes the index due, and with it that date is looked up too.
    """
    indexes = _indexes(files)
    cited = {source.report or default for _, location, source, default in sources(files) if location != _OF_AN_ELECTION}
    for id, report in files.reports.items():
        if report.entry is None:
            continue
        command = f"`make index REPORT={id} TEXT=report.txt`"
        if id not in indexes:
            unread = any(problem.place.path.endswith(f"/{id}/{FILE_NAME}") for problem in files.problems)
            if id in cited and not unread:
                expected = "an index of the numbers that the report prints"
                yield Problem(report.place(), "no evidence.json beside it", expected, f"Run {command}.")
            continue
        for key, parts in (("sections", report.entry.sections), ("annexes", report.entry.annexes)):
            for position, part in enumerate(parts):
                spot = Spot(section=part.id) if key == "sections" else Spot(annex=part.id)
                if spot not in indexes[id].by_spot:
                    yield Problem(
                        report.place(key, position),
                        f"{spot}, which evidence.json does not have",
                        "an index of all its parts",
                        f"Run {command} again.",
                    )


def footnotes_are_where_cited(files: Files) -> Iterator[Problem]:
    """A cited footnote exists, and the text of the section or annex that is cited with it carries its mark."""
    indexes = _indexes(files)
    for loaded, location, source, default in sources(files):
        index = indexes.get(source.report or default or "")
        if index is None or source.footnote is None:
            continue
        place = loaded.place(*location, "footnote")
        carrier = index.carriers.get(source.footnote)
        if carrier is None:
            last = max(index.carriers, default=0)
            expected = f"one of its {last} footnotes" if last else "a section: this report has no footnotes"
            yield Problem(place, f"footnote {source.footnote} of {index.report}", expected, "Check the number against the report.")
            continue
        named = (source.section, source.annex)
        if named != (None, None) and (carrier.section, carrier.annex) not in (named, (None, None)):
            right = Spot(carrier.section, carrier.annex)
            yield Problem(
                place,
                f"footnote {source.footnote} cited under {Spot(*named)}",
                f"{right}, whose text carries its mark",
                f"Cite {right} with it, or correct its number.",
            )


def figures_are_evidenced(files: Files) -> Iterator[Problem]:
    """Each cited figure, number of a result and date occurs at the place that it is cited from."""
    printed = printed_by(files, _indexes(files))
    for group in claims(files):
        yield from unconfirmed(group, printed)


def confirmed(files: Files) -> int:
    """How many values of data without a problem are borne out by the place that they are cited from."""
    printed = printed_by(files, _indexes(files))
    groups = (group for group in claims(files) if all(_stands(claim, printed) for row in group for claim in row))
    return sum(len(row) for group in groups for row in group)


def is_confirmed(group: Group, printed: Printed) -> bool:
    """Whether every value of a group stands at a place that it is cited from; not so where the place is unknown."""
    return all(_stands(claim, printed) for row in group for claim in row) and not any(_apart(group, printed))


def _indexes(files: Files) -> Mapping[str, Evidence]:
    return files.evidence


def unconfirmed(group: Group, printed: Printed) -> Iterator[Problem]:
    """The claims of a group that their places do not bear out, each with where the number does occur."""
    missing = [claim for row in group for claim in row if not _stands(claim, printed)]
    for claim in missing:
        if _can_be_checked(claim, printed):
            yield Problem(claim.place, *_nowhere(claim, printed))
    if not missing:
        yield from _apart(group, printed)


def _can_be_checked(claim: Claim, printed: Printed) -> bool:
    """Whether all its places are known; other rules complain of those that are not."""
    return all(printed.place(report, source) is not None for report, source in claim.sources)


def _sought(claim: Claim, report: str, printed: Printed) -> Sought:
    return sought(claim.value, claim.unit, printed.published[report])


def _stands(claim: Claim, printed: Printed) -> bool:
    for report, source in claim.sources:
        place = printed.place(report, source)
        if place is not None and _sought(claim, report, printed).is_in(place):
            return True
    return False


def _nowhere(claim: Claim, printed: Printed) -> tuple[str, str, str]:
    cited = "; ".join(f"{_name(source)} of {report}" for report, source in claim.sources)
    report, source = claim.sources[0]
    index = printed.indexes[report]
    at = index.places.index(index.by_spot[spot_of(source, index)])
    looked_for = _sought(claim, report, printed)
    elsewhere = [position for position, place in enumerate(index.places) if looked_for.is_in(place)]
    if elsewhere:
        nearest = index.places[min(elsewhere, key=lambda position: (abs(position - at), position))].spot
        remedy = f"The nearest place of the report that does is {nearest}: correct the number or the source."
    else:
        remedy = "No place of the report prints it: check the digits."
    return f"`{claim.value}` for {claim.what}", f"a value that is printed in {cited}", remedy


def _name(source: Source) -> str:
    return str(Spot(source.section, source.annex, source.footnote))


def _apart(group: Group, printed: Printed) -> Iterator[Problem]:
    """Numbers that stand at the place, but not in the row and column of its table where they belong."""
    report, source = group[0][0].sources[0]
    place = printed.place(report, source)
    if place is None:
        return
    if group[0][0].column == LISTED:
        yield from _not_listed(group[0], place, f"{_name(source)} of {report}")
        return
    if len(group) * len(group[0]) < 2:
        return

    # Each claim is compared with every cell; its spellings are worked out once.
    looked_for = {id(claim): _sought(claim, report, printed) for row in group for claim in row}

    def matches(claim: Claim, cell: str) -> bool:
        return looked_for[id(claim)].is_in_cell(cell)

    misplaced = out_of_order if group[0][0].column == IN_ORDER else out_of_place
    for claim, cells in misplaced(group, place.rows, matches):
        shown = " | ".join(cell.replace(";", " ") for cell in cells if cell)
        yield Problem(
            claim.place,
            f"`{claim.value}` for {claim.what}",
            f"what {_name(source)} of {report} prints in its row and column (the row: {shown})",
            "Compare the row with the report.",
        )


def _not_listed(row: Row, place: PlaceNumbers, name: str) -> Iterator[Problem]:
    """Numbers that are not, all of them and no others, what the place enumerates in one go."""
    numbers = [str(claim.value) for claim in row]
    if any(sorted(numbers) == sorted(listed) for listed in place.lists):
        return
    nearest = max(place.lists, key=lambda listed: (len(set(listed) & set(numbers)), -abs(len(listed) - len(numbers))), default=())
    yield Problem(
        row[0].place,
        f"{', '.join(numbers)} for {row[0].what}",
        f"a list of recommendations as {name} enumerates them" + (f" (the nearest: {', '.join(nearest)})" if nearest else ""),
        "Compare the numbers with the report, one by one.",
    )
