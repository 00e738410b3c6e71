"""``/contestants/``: parties and candidates, and what the reports say became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.dataset import Citation
from generator.language import language
from generator.model.reference import Contestant
from generator.pages.edition import Edition, ElectionHead
from generator.pages.figures import CitationView
from generator.pages.page import Crumb, Page
from generator.vocabulary import ContestantKind


class EventView(NamedTuple):
    """What a report says happened."""

    kind: str
    date: str | None
    text: Markup
    other: Crumb | None
    citation: CitationView


class AppearanceView(NamedTuple):
    """A line of a result."""

    election: ElectionHead
    contest: str
    numbers: str


class ContestantView(NamedTuple):
    """One contestant; ``anchor`` is its address on the page."""

    anchor: str
    name: str
    abbreviation: str | None
    note: Markup | None
    events: tuple[EventView, ...]
    appearances: tuple[AppearanceView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page of all contestants."""
    dataset, say = edition.dataset, edition.say
    groups = []
    for kind, title in (
        (ContestantKind.PARTY, say("Parties")),
        (ContestantKind.PERSON, say("Candidates for president")),
        (ContestantKind.OTHER, say("Other lines of the ballot and of the tables")),
    ):
        members = [_contestant(edition, id, contestant) for id, contestant in dataset.contestants.items() if contestant.kind is kind]
        if members:
            groups.append((title, kind.value, sorted(members, key=lambda member: language(say.code).key(member.name))))
    yield Page(
        path="/contestants/",
        template="contestants.html",
        title=say("Contestants"),
        description=say("Parties and candidates, with the renamings and mergers that the reports state."),
        context={"groups": groups},
        next=edition.crumb("/elections/"),
    )


def _contestant(edition: Edition, id: str, contestant: Contestant) -> ContestantView:
    dataset, say = edition.dataset, edition.say
    events = []
    for event in contestant.history:
        other = event.into or event.from_
        events.append(
            EventView(
                kind=say(event.kind.label),
                date=say.when(event.when) if event.when else None,
                text=say.text(event.text),
                other=Crumb(say.plain(dataset.contestants[other].name), f"/contestants/#{other.replace('_', '-')}") if other else None,
                citation=edition.write.citation(
                    Citation(event.source.report, event.source.section, event.source.footnote, event.source.annex)
                ),
            )
        )
    appearances = []
    for election in dataset.elections.values():
        for contest in election.contests:
            for result in contest.results:
                if result.contestant == id:
                    numbers = []
                    if result.votes is not None:
                        numbers.append(say.plural("%(count)s vote", "%(count)s votes", result.votes))
                    if result.percent is not None:
                        numbers.append(say.percent(result.percent))
                    if result.seats is not None:
                        numbers.append(say.plural("%(count)s seat", "%(count)s seats", result.seats))
                    appearances.append(AppearanceView(edition.head(election), say(contest.kind.label), ", ".join(numbers)))
    return ContestantView(
        anchor=id.replace("_", "-"),
        name=say.plain(contestant.name),
        abbreviation=contestant.abbreviation,
        note=say.text(contestant.note) if contestant.note else None,
        events=tuple(events),
        appearances=tuple(appearances),
    )
