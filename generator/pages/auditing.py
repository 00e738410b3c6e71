"""``/audit/``: every recomputed figure, and every pair of figures that disagree; those that differ first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import links
from generator.audit.rows import AuditRow, Input
from generator.pages.edition import Edition, ElectionHead
from generator.pages.figures import CitationView, FigureView
from generator.pages.page import Page
from generator.vocabulary import N_, Verdict


class InputView(NamedTuple):
    """A number of a recomputation with its place."""

    name: str
    value: str
    citation: CitationView | None


class RivalView(NamedTuple):
    """A figure that is no number, and another of the same report."""

    id: str
    election: ElectionHead
    title: str
    path: str
    stated: FigureView
    other: FigureView


class AuditView(NamedTuple):
    """One row in words."""

    id: str
    election: ElectionHead
    kind: str
    title: Markup
    who: str
    stated: str
    expected: str
    difference: str
    verdict: str
    verdict_label: str
    inputs: tuple[InputView, ...]
    citation: CitationView | None
    note: Markup | None


_LEADS = {
    Verdict.DIFFERS: N_("The printed numbers do not agree. Where a report gives a reason, the note says it; otherwise none is given."),
    Verdict.ROUNDING: N_("The numbers differ by no more than the rounding of what is printed explains."),
    Verdict.HOLDS: N_(
        "The recomputation yields the printed number, or fits the word beside it: “about” within a twentieth, “more than”, “at least”."
    ),
}


def pages(edition: Edition) -> Iterator[Page]:
    """The page of all rows; none where nothing is recomputed and nothing disagrees."""
    found = edition.audit
    if not edition.audited:
        return
    say = edition.say
    groups = [
        (say(verdict.label), verdict.value, say(_LEADS[verdict]), [audit_view(edition, row) for row in found if row.verdict is verdict])
        for verdict in Verdict
    ]
    yield Page(
        path=links.AUDIT,
        template="audit.html",
        title=say("Audit: does it add up?"),
        description=say("Every figure that can be worked out again from others, and every pair of places that give different numbers."),
        context={"groups": [group for group in groups if group[3]], "rivals": list(_rivals(edition))},
        next=edition.crumb("/sources/"),
    )


def _rivals(edition: Edition) -> Iterator[RivalView]:
    say, dataset = edition.say, edition.dataset
    seen: Counter[str] = Counter()
    for figure, other in edition.unnumbered:
        id = links.anchor(figure.election, "conflict", figure.indicator)
        seen[id] += 1
        yield RivalView(
            id=f"{id}-{seen[id]}",
            election=edition.head(dataset.elections[figure.election]),
            title=say.plain(dataset.indicators[figure.indicator].label),
            path=links.indicator(figure.indicator),
            stated=edition.write.figure(figure),
            other=edition.write.figure(other),
        )


def audit_view(edition: Edition, row: AuditRow) -> AuditView:
    """A row in one language."""
    say, dataset = edition.say, edition.dataset
    contestant = row.subject.split(".")[1] if row.subject.count(".") == 2 else ""
    who = say.plain(dataset.contestants[contestant].name) if contestant in dataset.contestants else ""
    sign = "+" if row.difference > 0 else ""
    return AuditView(
        id=row.id,
        election=edition.head(dataset.elections[row.election]),
        kind=say(row.kind.label),
        title=say.text(row.title) if row.title else escape(say("Total")),
        who=who if who and row.title and who != say.plain(row.title) else "",
        stated=say.number(row.stated),
        expected=say.number(row.expected),
        difference=sign + say.number(row.difference),
        verdict=row.verdict.value,
        verdict_label=say(row.verdict.label),
        inputs=tuple(_input(edition, item) for item in row.inputs),
        citation=edition.write.citation(row.citation) if row.citation else None,
        note=say.text(row.note) if row.note else None,
    )


_NUMBERS = {
    "row.votes": N_("votes of this row"),
    "row.seats": N_("seats of this row"),
    "sum.votes": N_("votes of all rows"),
    "sum.seats": N_("seats of all rows"),
    "sum.percent": N_("shares of all rows"),
    "sum.nominated": N_("nominated in all rows"),
    "sum.registered": N_("registered in all rows"),
    "total.votes": N_("printed total of votes"),
    "rival": N_("the other place"),
}


def _input(edition: Edition, item: Input) -> InputView:
    say, indicators = edition.say, edition.dataset.indicators
    if item.name in indicators:
        name = say.plain(indicators[item.name].label)
    else:
        name = say(_NUMBERS[item.name]) if item.name in _NUMBERS else item.name.replace("_", " ")
    return InputView(name, say.number(item.value), edition.write.citation(item.citation) if item.citation else None)
