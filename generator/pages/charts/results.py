"""Results: a bar for each contestant of a contest, in votes per cent or, where no votes are stated, in seats."""

from __future__ import annotations

from generator import links
from generator.charts.bars import Bar, Group, bar_chart
from generator.dataset import Contest, Election
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import described, placed, sources
from generator.pages.edition import Edition
from generator.vocabulary import N_, ResultNumber, Status

MEASURES = (
    (ResultNumber.PERCENT, N_("%(contest)s, share of the vote in per cent: %(election)s")),
    (ResultNumber.VOTES, N_("%(contest)s, votes: %(election)s")),
    (ResultNumber.SEATS, N_("%(contest)s, seats: %(election)s")),
)
"""What is drawn: the first of these that the report prints for two contestants."""


def of_election(edition: Edition, election: Election) -> list[Chart]:
    """A chart for each contest that has results to compare."""
    found = (_contest(edition, election, contest) for contest in election.contests)
    return [chart for chart in found if chart]


def _contest(edition: Edition, election: Election, contest: Contest) -> Chart | None:
    say = edition.say
    measure = next((m for m in MEASURES if sum(row.number(m[0]) is not None for row in contest.results) >= 2), None)
    if measure is None:
        return None
    name, title = measure
    preliminary = contest.status is Status.PRELIMINARY
    rows = sorted(contest.results, key=lambda row: -(row.number(name) or 0))
    bars, data = [], []
    for row in rows:
        number = row.number(name)
        label = say.plain(edition.dataset.contestants[row.contestant].name)
        words = say("not printed") if number is None else say.measured(number, name.unit)
        words = say("%(value)s (preliminary)", value=words) if preliminary and number is not None else words
        bars.append(Bar(label, number, words, "bar-preliminary" if preliminary else "bar"))
        series = say(contest.kind.label)
        data.append(Datum(series, label, number, name.unit, words, placed(edition.write.citation(row.citation))))
    return Chart(
        id=f"results-{election.id}-{contest.kind.value.replace('_', '-')}",
        title=say(title, contest=say(contest.kind.label), election=say.plain(election.short)),
        description=described(data),
        drawing=bar_chart([Group("", tuple(bars))]),
        data=tuple(data),
        page=links.election(election.id),
        source=sources(edition, [contest.citation.report]),
    )
