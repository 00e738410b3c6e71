"""What charts have in common in words: their data in sentences, places, and the line beneath them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.dataset import Election
from generator.pages.charts.chart import Datum
from generator.pages.edition import Edition
from generator.pages.figures import CitationView
from generator.speech import joined
from generator.vocabulary import Unit


def described(data: Iterable[Datum], *, several: bool = False) -> str:
    """The data in sentences, for those who do not see the drawing."""
    return " ".join(f"{d.series}, {d.label}: {d.words}." if several else f"{d.label}: {d.words}." for d in data)


def placed(citation: CitationView | None) -> str:
    """A citation as a row of data gives it."""
    return joined(", ", (citation.report, citation.place)) if citation else ""


def held(edition: Edition, election: Election, path: str = "") -> Datum:
    """The day of an election as a row of data; ``path`` where its mark leads."""
    say = edition.say
    place = placed(edition.write.citation(election.citation))
    return Datum(say("Election"), say.plain(election.short), election.date, Unit.DATE, say.date(election.date), place, path)


def sources(edition: Edition, reports: Iterable[str]) -> str:
    """The line beneath a chart: the reports, by their ids, that its figures are from."""
    named = [edition.say.plain(edition.dataset.reports[id].short) for id in dict.fromkeys(reports)]
    return edition.say("Source: %(reports)s.", reports=edition.say.list(named)) if named else ""
