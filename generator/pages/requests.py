"""What became of the observers' requests, for the pages of an election and of a pair of elections."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator import links, threads
from generator.dataset import Citation, Election
from generator.pages.edition import Edition
from generator.pages.figures import CitationView
from generator.pages.page import Crumb
from generator.pages.recommendations import RecommendationView, recommendation_view


class BetweenView(NamedTuple):
    """What became of requests between two elections."""

    groups: tuple[tuple[str, tuple[Crumb, ...]], ...]


def between_view(edition: Edition, earlier: Election, later: Election) -> BetweenView | None:
    """The summary for a pair of elections, or ``None`` where no recommendations are known."""
    found = threads.between_reports(edition.dataset, earlier, later)
    if found is None:
        return None
    say = edition.say

    def crumbs(ids: tuple[str, ...]) -> tuple[Crumb, ...]:
        return tuple(Crumb(say.plain(edition.dataset.threads[id].title), links.thread(id)) for id in ids)

    groups = (
        (say("Met between them, in our reading"), crumbs(found.met)),
        (say("Asked for in both reports"), crumbs(found.repeated)),
        (say("Not repeated; nothing follows from that"), crumbs(found.dropped)),
        (say("New in the later report"), crumbs(found.new)),
    )
    return BetweenView(tuple(group for group in groups if group[1]))


def of_election(edition: Edition, election: Election) -> list[RecommendationView]:
    """What the reports on an election asked for."""
    return [recommendation_view(edition, entry) for report in election.reports for entry in edition.dataset.recommended.get(report, ())]


class StatementView(NamedTuple):
    """What a report's text says became of an earlier request, without a number."""

    status: str | None
    text: Markup
    thread: Crumb | None
    citation: CitationView


def statements_of(edition: Edition, election: Election) -> list[StatementView]:
    """What the texts of the reports on an election say became of earlier requests."""
    dataset, say = edition.dataset, edition.say
    return [
        StatementView(
            status=say(said.status.label) if said.status else None,
            text=say.text(said.text),
            thread=Crumb(say.plain(dataset.threads[said.thread].title), links.thread(said.thread)) if said.thread else None,
            citation=edition.write.citation(said.citation),
        )
        for said in dataset.statements
        if said.report in election.reports
    ]


def said_of_earlier(edition: Edition, election: Election) -> list[tuple[str, str, CitationView, str]]:
    """What the reports on an election say became of earlier recommendations: election assessed, status, place, numbers."""
    dataset, say = edition.dataset, edition.say
    groups: dict[tuple[str, str, Citation], list[int]] = {}
    for note in dataset.followups:
        if note.report in election.reports:
            groups.setdefault((note.assessed, say(note.status.label), note.citation), []).append(note.number)
    return [
        (
            say.plain(dataset.elections[assessed].short) if assessed in dataset.elections else assessed,
            status,
            edition.write.citation(citation),
            say.list(say.number(number) for number in sorted(numbers)),
        )
        for (assessed, status, citation), numbers in groups.items()
    ]
