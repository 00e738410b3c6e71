"""Figures, citations and differences as readers see them: every word and address ready for the template."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.comparison import INEXACT, KINDS, PRELIMINARY, Change, Difference
from generator.dataset import Citation, Dataset, Figure
from generator.speech import Speech, joined
from generator.vocabulary import N_, Absence, Rank, Status, Unit


class CitationView(NamedTuple):
    """A citation: short for a table cell, whole for its explanation, and the address of its report's page."""

    short: str
    report: str
    place: str
    path: str


class DifferenceView(NamedTuple):
    """A change in words; ``kind`` names its looks."""

    kind: str
    words: str
    caveats: tuple[str, ...]


class FigureView(NamedTuple):
    """One figure in one language."""

    id: str
    election: str
    indicator: str
    shown: Markup
    absent: bool
    marks: tuple[str, ...]
    citation: CitationView | None
    note: Markup | None
    formula: str | None
    others: tuple[FigureView, ...]


_CHANGES = {
    Change.SAME: N_("unchanged"),
    Change.OTHER: N_("changed"),
    Change.REWORDED: N_("described differently"),
    Change.APPEARED: N_("did not apply before"),
    Change.VANISHED: N_("no longer applies"),
    Change.UNKNOWN: N_("cannot be compared: at least one report is silent"),
    Change.NEITHER: N_("applies to neither"),
}

_CAVEATS = {
    PRELIMINARY: N_("one of the two is preliminary"),
    INEXACT: N_("one of the two is not exact"),
    KINDS: N_("elections of different kinds"),
}


class FigureWriter:
    """Writes figures in one language, each once: pages that show the same figure share its view."""

    def __init__(self, dataset: Dataset, speech: Speech) -> None:
        self.dataset, self.speech = dataset, speech
        self._views: dict[int, FigureView] = {}
        self._citations: dict[Citation, CitationView] = {}

    def citation(self, citation: Citation) -> CitationView:
        """A citation in words."""
        known = self._citations.get(citation)
        if known is None:
            known = self._citations[citation] = self._citation(citation)
        return known

    def _citation(self, citation: Citation) -> CitationView:
        say = self.speech
        report = self.dataset.reports[citation.report]
        titles = {part.id: part.title for part in report.sections}
        annexes = {part.id: part.title for part in report.annexes}
        short, place = [], []
        numbered = citation.section is not None and say.plain(titles[citation.section]) != citation.section
        if citation.section is not None and numbered:
            short.append(citation.section)
            place.append(say("section %(id)s (%(title)s)", id=citation.section, title=say.plain(titles[citation.section])))
        elif citation.section is not None:
            short.append(say.plain(titles[citation.section]))
            place.append(say("“%(title)s”", title=say.plain(titles[citation.section])))
        if citation.annex is not None:
            short.append(say("annex %(id)s", id=citation.annex))
            place.append(say("annex %(id)s (%(title)s)", id=citation.annex, title=say.plain(annexes[citation.annex])))
        if citation.footnote is not None:
            short.append(say("fn %(number)s", number=citation.footnote))
            place.append(say("footnote %(number)s", number=citation.footnote))
        spot = links.anchor("annex", citation.annex) if citation.annex else links.anchor("section", citation.section or "")
        return CitationView(joined(", ", short), say.plain(report.short), joined(", ", place), f"{links.report(citation.report)}#{spot}")

    def figure(self, figure: Figure) -> FigureView:
        """A figure in words, with its source, its marks and its rivals."""
        known = self._views.get(id(figure))
        if known is None:
            known = self._views[id(figure)] = self._figure(figure)
        return known

    def _figure(self, figure: Figure) -> FigureView:
        say = self.speech
        marks = []
        if figure.absence is None and figure.status is not Status.FINAL:
            marks.append(say(figure.status.label))
        if figure.rank is Rank.PREFERRED and figure.others:
            marks.append(say("another figure is also stated"))
        return FigureView(
            id=links.anchor(figure.election, figure.indicator),
            election=figure.election,
            indicator=figure.indicator,
            shown=say.value(figure, self.dataset.indicators[figure.indicator]),
            absent=figure.absence is not None,
            marks=tuple(marks),
            citation=self.citation(figure.citation) if figure.citation else None,
            note=say.text(figure.note) if figure.note else None,
            formula=figure.formula,
            others=tuple(self.figure(other) for other in figure.others),
        )

    def difference(self, difference: Difference, comparable: bool = True) -> DifferenceView:
        """What changed, in words as well as looks."""
        say = self.speech
        change, amount = difference.change, difference.amount
        if amount is not None:
            words = (
                say("up %(amount)s", amount=self._amount(amount, difference))
                if amount > 0
                else say("down %(amount)s", amount=self._amount(-amount, difference))
            )
        elif Absence.NOT_CURATED in (difference.earlier.absence, difference.later.absence):
            words = say(Absence.NOT_CURATED.label)
        else:
            words = say(_CHANGES[change])
        caveats = [say(_CAVEATS[caveat]) for caveat in difference.caveats]
        if not comparable and change in (Change.UP, Change.DOWN, Change.OTHER, Change.SAME):
            caveats.insert(0, say(_CAVEATS[KINDS]))
        return DifferenceView(change.value, words, tuple(caveats))

    def _amount(self, amount: Decimal, difference: Difference) -> str:
        unit = difference.later.unit
        if unit is Unit.PERCENT:
            return self.speech("%(number)s points", number=self.speech.number(amount))
        return self.speech.measured(amount if amount % 1 else int(amount), unit)
