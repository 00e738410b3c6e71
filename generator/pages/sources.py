"""``/sources/``: the reports, and everything that cites each, place by place, with where it stands.

What is stated is listed one by one; recomputations and requests, which would be as much again, are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from generator import links
from generator.dataset import Citation, Election
from generator.model.reference import Report
from generator.model.source import FullSource
from generator.pages.edition import Edition
from generator.pages.page import Crumb, Page
from generator.speech import Speech, joined
from generator.stations import anchored
from generator.vocabulary import N_, ResultNumber


class Taken(NamedTuple):
    """One thing that was taken from a place of a report; ``path`` is where it stands, ``text`` may be empty."""

    what: str
    path: str
    text: str | Markup
    footnote: int | None


class PlaceView(NamedTuple):
    """A section or annex with what was taken from it; ``also`` has pages that cite it besides, and how often."""

    anchor: str
    number: str
    title: str
    taken: tuple[Taken, ...]
    also: tuple[tuple[Crumb, int], ...]


_SECTION, _ANNEX = N_("Section %(id)s"), N_("Annex %(id)s")


_Cited = Iterator[tuple[Citation, Taken | Crumb]]


def pages(edition: Edition) -> Iterator[Page]:
    """The list and the reports."""
    dataset, say = edition.dataset, edition.say
    everything = _everything(edition)
    cards = [
        (
            Crumb(say.plain(report.title), links.report(id)),
            say(report.kind.label),
            say.plain(report.publisher),
            say.date(report.published),
            say.plural(
                "%(count)s citation on this site",
                "%(count)s citations on this site",
                sum(count for place in everything.get(id, {}).values() for count in place.values()),
            ),
        )
        for id, report in dataset.reports.items()
    ]
    yield Page(
        path="/sources/",
        template="sources.html",
        title=say("Sources"),
        description=say("The documents that every figure of this site comes from."),
        context={"cards": cards},
        next=edition.crumb("/data/"),
    )
    for id, report in dataset.reports.items():
        yield _report(edition, id, report, everything.get(id, {}))


def _everything(edition: Edition) -> dict[str, dict[str, Counter[Taken | Crumb]]]:
    """What cites each report and how often, by the address of the place."""
    found: dict[str, dict[str, Counter[Taken | Crumb]]] = {}
    for citation, citing in cited(edition):
        found.setdefault(citation.report, {}).setdefault(edition.write.citation(citation).path, Counter())[citing] += 1
    return found


def cited(edition: Edition) -> _Cited:
    """Every citation of the data, as ``checking.references.sources`` has them, with what was taken or the page that cites it."""
    for election in edition.dataset.elections.values():
        yield from _of_election(edition, election)
        yield from _of_contests(edition, election)
    yield from _of_stations(edition)
    yield from _of_reforms(edition)
    yield from _of_contestants(edition)
    yield from _of_audit(edition)
    yield from _of_requests(edition)


def _taken(citation: Citation, what: str, path: str, text: str | Markup = "") -> tuple[Citation, Taken]:
    return citation, Taken(what, path, text, citation.footnote)


def _of_election(edition: Edition, election: Election) -> _Cited:
    dataset, say, head = edition.dataset, edition.say, edition.head(election)
    yield _taken(election.citation, head.name, head.path, head.date)
    for figure in (f for p in election.figures.values() for f in (p, *p.others)):
        if figure.citation:
            indicator = dataset.indicators[figure.indicator]
            what = joined(", ", (say.plain(indicator.label), head.short))
            yield _taken(figure.citation, what, f"{head.path}#{links.anchor('figure', figure.indicator)}", say.value(figure, indicator))
    for finding in election.findings:
        what = joined(", ", (say.plain(dataset.topics[finding.topic].label), head.short))
        path = f"{head.path}#{links.anchor('finding', finding.topic, finding.number)}"
        yield _taken(finding.citation, what, path, say.text(finding.text))


def _of_contests(edition: Edition, election: Election) -> _Cited:
    say, head = edition.say, edition.head(election)
    path = f"{head.path}#results"
    for contest in election.contests:
        yield _taken(contest.citation, joined(", ", (say(contest.kind.label), head.short)), path)
        for row in (*contest.results, *((contest.total,) if contest.total else ())):
            contestant = edition.dataset.contestants.get(row.contestant)
            what = joined(", ", (say.plain(contestant.name) if contestant else say("Total"), head.short))
            numbers = [_number(say, name, value) for name in ResultNumber if (value := row.number(name)) is not None]
            yield _taken(row.citation, what, path, ", ".join(numbers))
            for rival in row.rivals:
                yield _taken(rival.citation, what, path, _number(say, ResultNumber[rival.field.upper()], rival.value))


def _number(say: Speech, number: ResultNumber, value: int | Decimal) -> str:
    """A number of a result with what it counts."""
    match number:
        case ResultNumber.VOTES:
            return say.plural("%(count)s vote", "%(count)s votes", int(value))
        case ResultNumber.SEATS:
            return say.plural("%(count)s seat", "%(count)s seats", int(value))
        case ResultNumber.PERCENT:
            return say.percent(value)
    return f"{say(number.label)}: {say.number(value)}"


def _of_stations(edition: Edition) -> _Cited:
    dataset, say = edition.dataset, edition.say
    for election in dataset.elections.values():
        if election.stations:
            what = joined(", ", (say("Polling stations"), edition.head(election).short))
            yield _taken(election.stations.citation, what, f"{links.STATIONS}#{links.anchor('election', election.id)}")
    for station, spot in anchored(dataset):
        what = joined(", ", (say("Polling station %(number)s", number=station.number), say.plain(station.commission or station.region)))
        path = f"{links.STATIONS}#{spot}"
        rows = say("two rows of %(count)s figures: the protocol, and what was published", count=len(station.protocol))
        yield _taken(station.citation, what, path, rows)
        for place in station.also:
            yield _taken(place, what, path, say("a remark on this station"))


def _of_reforms(edition: Edition) -> _Cited:
    say = edition.say
    for reform in edition.dataset.reforms.values():
        for source in (reform.source, *reform.also):
            yield _taken(_whole(source), say.plain(reform.title), links.reform(reform.id), say.when(reform.when))


def _of_contestants(edition: Edition) -> _Cited:
    say = edition.say
    for id, contestant in edition.dataset.contestants.items():
        for event in contestant.history:
            path = f"{links.CONTESTANTS}#{links.anchor(id)}"
            yield _taken(_whole(event.source), say.plain(contestant.name), path, say(event.kind.label))


def _of_audit(edition: Edition) -> _Cited:
    page = Crumb(edition.say("Audit"), links.AUDIT)
    for election in edition.dataset.elections.values():
        for statement in election.statements:
            yield statement.citation, page
            yield from ((place, page) for _, place in statement.inputs.values())


def _of_requests(edition: Edition) -> _Cited:
    dataset, page = edition.dataset, edition.crumb("/recommendations/")
    yield from ((entry.citation, page) for entry in dataset.recommendations)
    yield from ((_whole(thread.reading.source), page) for thread in dataset.threads.values())
    title = edition.say("Follow-up by the observers")
    followed = {
        report: Crumb(title, f"{links.election(id)}#recommendations")
        for id, election in dataset.elections.items()
        for report in election.reports
    }
    # What is said of several numbers at once is one citation.
    notes = dict.fromkeys((note.report, note.assessed, note.status, note.citation) for note in dataset.followups)
    yield from ((place, followed.get(report, page)) for report, _, _, place in notes)
    yield from ((said.citation, followed.get(said.report, page)) for said in dataset.statements)


def _whole(source: FullSource) -> Citation:
    return Citation(source.report, source.section, source.footnote, source.annex)


def _report(edition: Edition, id: str, report: Report, cited: Mapping[str, Counter[Taken | Crumb]]) -> Page:
    say = edition.say
    parts = [(links.anchor("section", p.id), say(_SECTION, id=p.id), p.id, say.plain(p.title)) for p in report.sections]
    parts += [(links.anchor("annex", p.id), say(_ANNEX, id=p.id), p.id, say.plain(p.title)) for p in report.annexes]
    parts.append((links.anchor("section", ""), "", "", say("Footnotes")))  # cited without the section that carries them
    places = []
    for anchor, number, part, title in parts:
        citing = cited.get(f"{links.report(id)}#{anchor}", Counter[Taken | Crumb]())
        if citing or part:
            taken = sorted((one for one in citing if isinstance(one, Taken)), key=lambda one: one.footnote or 0)
            also = tuple((one, count) for one, count in citing.items() if isinstance(one, Crumb))
            places.append(PlaceView(anchor, "" if title == part else number, title, tuple(taken), also))
    return Page(
        path=links.report(id),
        template="source.html",
        title=say.plain(report.title),
        description=say.plain(report.note) if report.note else say.plain(report.title),
        crumbs=(edition.crumb("/sources/"),),
        context={
            "kind": say(report.kind.label),
            "publisher": say.text(report.publisher),
            "published": say.date(report.published),
            "iso_date": report.published.isoformat(),
            "issued_at": say.text(report.place),
            "note": say.text(report.note) if report.note else None,
            "elections": [edition.head(edition.dataset.elections[e]) for e in report.elections],
            "places": places,
        },
        source=say.plain(report.short),
        next=edition.crumb("/sources/"),
    )
