"""``/embed/``: a page for each chart, to be shown within other sites' pages."""

from __future__ import annotations

from generator.pages.charts.chart import Chart
from generator.pages.page import Page


def page(chart: Chart) -> Page:
    """The page of one chart: the chart, its data and the way to the page that it belongs to."""
    return Page(
        path=chart.path,
        template="embed.html",
        title=chart.title,
        description=chart.description,
        context={"chart": chart},
        home=chart.page,
        listed=False,
    )
