"""Reforms and events on an axis of time, with the elections between them."""

from __future__ import annotations

from generator import links
from generator.charts.axis import Dot, Landmark, axis_chart
from generator.charts.drawing import Key
from generator.dataset import Citation
from generator.model.reform import Reform
from generator.pages.charts.chart import Chart, Datum
from generator.pages.charts.wording import held, placed, sources
from generator.pages.edition import Edition
from generator.timeline import position, ticks, years
from generator.vocabulary import ReformKind, Unit


def timeline(edition: Edition, title: str, path: str, *, topic: str | None = None, kind: ReformKind | None = None) -> Chart:
    """All reforms, or those of one topic or kind; each mark leads to its reform, each landmark to its election."""
    dataset, say = edition.dataset, edition.say
    axis = years(dataset)
    chosen = {
        id: reform
        for id, reform in dataset.reforms.items()
        if (topic is None or topic in reform.topics) and (kind is None or reform.kind is kind)
    }
    dots = [
        Dot(
            tick.x,
            tick.width,
            tick.row,
            tick.dated,
            chosen[tick.id].kind.value,
            f"{say.when(chosen[tick.id].when)}: {say.plain(chosen[tick.id].title)}",
            links.reform(tick.id),
            (("kind", chosen[tick.id].kind.value), ("topics", " ".join(chosen[tick.id].topics))),
        )
        for tick in ticks(dataset)
        if tick.id in chosen
    ]
    landmarks = [Landmark(position(e.date, axis), say.plain(e.short), links.election(e.id)) for e in dataset.elections.values()]
    data = [
        *(_datum(edition, reform) for reform in chosen.values()),
        *(held(edition, election, links.election(election.id)) for election in dataset.elections.values()),
    ]
    counts = {each: sum(reform.kind is each for reform in chosen.values()) for each in ReformKind}
    return Chart(
        id="-".join(["timeline", *path.strip("/").split("/")[1:]]),
        title=say("%(title)s, %(first)s to %(last)s", title=title, first=axis.start, last=axis.stop - 2),
        description=say(
            "%(reforms)s on an axis from %(first)s to %(last)s: %(kinds)s. The list says the same in words.",
            reforms=say.plural("%(count)s reform or event", "%(count)s reforms and events", len(chosen)),
            first=axis.start,
            last=axis.stop - 2,
            kinds=say.list(f"{say(each.label)} {say.number(count)}" for each, count in counts.items() if count),
        ),
        drawing=axis_chart(dots, landmarks, axis),
        data=tuple(data),
        page=path,
        source=sources(edition, [id for id in dataset.reports if any(reform.source.report == id for reform in chosen.values())]),
        key=tuple(Key(each.value, f"{say(each.label)}: {say.number(count)}") for each, count in counts.items() if count),
        note=say(
            "Above the years: what the reports date to the month or better. Below: what they date to a year or bracket, "
            "as wide as what is not known."
        ),
        linked=True,
    )


def _datum(edition: Edition, reform: Reform) -> Datum:
    say, source = edition.say, reform.source
    citation = edition.write.citation(Citation(source.report, source.section, source.footnote, source.annex))
    when, path = say.when(reform.when), links.reform(reform.id)
    return Datum(say(reform.kind.label), say.plain(reform.title), reform.when.iso, Unit.DATE, when, placed(citation), path)
