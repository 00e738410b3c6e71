"""``/indicators/``: the catalogue, and each indicator with chart, table, definition, sources and downloads."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.audit.rows import concerning
from generator.charts.card import Card
from generator.comparison import difference, previous_comparable
from generator.pages.auditing import audit_view
from generator.pages.charts.indicators import of_indicator, worded
from generator.pages.edition import Edition
from generator.pages.metadata import described
from generator.pages.page import Crumb, Page
from generator.pages.table import Cell


def pages(edition: Edition) -> Iterator[Page]:
    """The catalogue and the indicators."""
    dataset, say = edition.dataset, edition.say
    groups = []
    for topic in dataset.topics:
        own = [(id, indicator) for id, indicator in dataset.indicators.items() if indicator.topic == topic]
        if own:
            groups.append(
                (
                    edition.topic(topic),
                    topic,
                    [(Crumb(say.plain(i.label), links.indicator(id)), say.text(i.definition), id) for id, i in own],
                )
            )
    yield Page(
        path="/indicators/",
        template="indicators.html",
        title=say("Indicators"),
        description=say("Everything that is compared, with its definition."),
        context={"groups": groups},
        next=edition.crumb("/compare/"),
    )
    ids = list(dataset.indicators)
    for position, id in enumerate(ids):
        following = ids[(position + 1) % len(ids)]
        yield _indicator(edition, id, following)


def _indicator(edition: Edition, id: str, following: str) -> Page:
    dataset, say, write = edition.dataset, edition.say, edition.write
    indicator = dataset.indicators[id]
    elections = list(dataset.elections.values())
    chart = of_indicator(edition, id)
    rows = []
    for election in elections:
        before = previous_comparable(dataset, election)
        changed = write.difference(difference(before.figures[id], election.figures[id])) if before else None
        rows.append(
            (edition.head(election), Cell(write.figure(election.figures[id]), changed, say.plain(before.short) if before else None))
        )
    label = say.plain(indicator.label)
    return Page(
        path=links.indicator(id),
        template="indicator.html",
        title=label,
        description=say.plain(indicator.definition),
        crumbs=(edition.crumb("/indicators/"), edition.topic(indicator.topic)),
        context={
            "id": id,
            "dataset": described(
                dataset,
                say,
                label,
                say.plain(indicator.definition),
                [links.download("figures.csv"), links.download("figures.json")],
                id,
            ),
            "definition": say.text(indicator.definition),
            "comparability": say.text(indicator.comparability) if indicator.comparability else None,
            "unit": say.label(indicator.unit),
            "applies_to": say(indicator.applies_to.label),
            "rows": rows,
            "chart": chart,
            "audit": [audit_view(edition, row) for row in concerning(edition.audit, id)],
            "choices": [(say.plain(text)) for text in (indicator.choices or {}).values()],
        },
        next=Crumb(say.plain(dataset.indicators[following].label), links.indicator(following)),
        charts=(chart,),
        card=Card(
            kicker=edition.topic(indicator.topic).title,
            title=label,
            figures=tuple((say.plain(election.short), worded(edition, election.figures[id])) for election in elections),
        ),
    )
