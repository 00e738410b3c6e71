"""From pages to HTML: the templates for each language, with what every template may use."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from sys import getsizeof
from typing import TypeVar

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from generator import links
from generator.assets import Asset
from generator.charts.card import Card, card
from generator.charts.drawing import Drawing
from generator.charts.sheet import sheet
from generator.charts.svg import alone, within
from generator.citing import Reference, Written, written
from generator.links import REPORTING, Addresses, anchor, error_form
from generator.model.reference import SiteLanguage
from generator.pages.charts.chart import Chart
from generator.pages.edition import Edition
from generator.pages.glossary import Explainer
from generator.pages.metadata import addressed
from generator.pages.page import Page
from generator.serving import PAGE_POLICY

Shown = TypeVar("Shown")

LATELY = 64
"""Things that only a page and its neighbour show, of which what was written is kept."""

KEPT = 32_000_000
"""Bytes of text that are kept, at most, since several pages show the same things."""

PORTION = 500
"""Pieces of a page, a row of a table the largest among them, that are text at the same time."""


class _Kept:
    """What was written of things, by the things themselves; new ones are no longer kept when their texts take ``room`` bytes."""

    def __init__(self, room: int = KEPT) -> None:
        self.room = room
        self.texts: dict[tuple[str, int], tuple[object, Markup]] = {}

    def text(self, name: str, shown: Shown, write: Callable[[Shown], str]) -> Markup:
        found = self.texts.get((name, id(shown)))
        if found is None:
            # The thing is kept too: its number would be given to another.
            found = (shown, Markup(write(shown)))  # noqa: S704 -- a macro escapes
            self.room -= getsizeof(found[1])
            if self.room > 0:
                self.texts[name, id(shown)] = found
        return found[1]


class Renderer:
    """Renders the pages of one edition."""

    def __init__(
        self,
        environment: Environment,
        edition: Edition,
        addresses: Addresses,
        assets: Mapping[str, Asset],
        address: str,
        date: datetime.date,
        repository: str,
        looks: Mapping[str, Mapping[str, str]],
    ) -> None:
        """``address``: where the site is published, without a trailing slash; empty if that is not known.

        ``looks``: of the marks of drawings, for those that stand alone.
        """
        self.environment = environment.overlay()
        self.written, self.lately = _Kept(), _Kept()
        self.edition, self.addresses = edition, addresses
        self.origin = address.removesuffix(addresses.base) if addresses.base else address
        say, site, rooms = edition.say, edition.dataset.site, edition.rooms()
        self.looks, self.site_title = looks, say.plain(site.title)
        self.explainer = Explainer(edition.dataset.glossary, say, addresses)
        self.environment.globals = dict(
            environment.globals,
            _=say,
            plural=say.plural,
            url=addresses.page,
            file=addresses.file,
            download=lambda name: addresses.file(links.download(name)),
            asset=lambda name: addresses.file(assets[name].path),
            policy=PAGE_POLICY,
            language=say.code,
            locale=str(say.locale),
            card_path=card_path,
            languages=[(language.code, language.name, prefix(site.languages, language.code)) for language in site.languages],
            base=addresses.base,
            address=address,
            site_title=say.plain(site.title),
            licence=(site.data_licence_name, site.data_licence_address),
            rooms=rooms,
            room_of=lambda path: next((room for room in rooms if path.startswith(room.path)), None),
            side_rooms=edition.side_rooms(),
            cite=partial(self._cite, edition, date),
            data_date=say.date(date),
            data_date_iso=date.isoformat(),
            once=self._once,
            twice=self._twice,
            marks=self._marks,
            reporting=partial(self._reporting, repository),
        )

    def _once(self, macro: Macro, shown: object) -> Markup:
        """What a macro writes for a thing that several pages show; it must hang on nothing else of the page."""
        return self.written.text(macro.name, shown, macro)

    def _twice(self, macro: Macro, shown: object) -> Markup:
        """The same for what one page shows and the next one again, such as a chart that may be embedded."""
        return self._lately(macro.name, shown, macro)

    def _marks(self, drawing: Drawing) -> Markup:
        return self._lately("marks", drawing, self._within)

    def _within(self, drawing: Drawing) -> str:
        ground = self.written.text("marks", drawing.ground, partial(within, url=self.addresses.page)) if drawing.ground else ""
        return ground + within(drawing.marks[len(drawing.ground) :], self.addresses.page)

    def _lately(self, name: str, shown: Shown, write: Callable[[Shown], str]) -> Markup:
        if len(self.lately.texts) > LATELY:
            self.lately = _Kept()
        return self.lately.text(name, shown, write)

    def _reporting(self, repository: str, path: str) -> str:
        """Where an error on a page is reported: the repository's form, or what our text says of it."""
        return error_form(repository, f"{self.origin}{self.addresses.page(path)}") if repository else self.addresses.page(REPORTING)

    def _cite(self, edition: Edition, date: datetime.date, path: str, title: str, source: str = "") -> Written:
        """A citation of a page or, with an anchor in its path, of a spot on it."""
        say, title = edition.say, str(title)
        published = f"{self.origin}{self.addresses.page(path)}" if self.origin else ""
        site = say.plain(edition.dataset.site.title)
        parts = [
            say("“%(title)s”.", title=title),
            say("%(site)s, data as of %(date)s.", site=site, date=say.date(date)),
            say("After: %(source)s.", source=source) if source else "",
            published,
        ]
        key = anchor(*path.strip("/").replace("#", "/").split("/")) or "home"
        return written(Reference(key, title, site, published, date, say.code, source), " ".join(part for part in parts if part))

    def render(self, page: Page) -> bytes:
        """A page as a file. Raises what Jinja raises for a mistake in a template."""
        template = self.environment.get_template(page.template)
        context = dict(page.context)
        described = context.get("dataset")
        if isinstance(described, dict):
            context["dataset"] = addressed(described, self.addresses, self.origin)
        pieces = template.generate(context, page=page, explain=self.explainer.page())
        file = io.BytesIO()  # the text of the largest pages takes much more memory than their bytes
        while portion := list(islice(pieces, PORTION)):
            file.write("".join(portion).encode())
        return file.getvalue()

    def chart(self, chart: Chart) -> bytes:
        """A chart as an SVG file of its own, with title, key, source and where it is from."""
        home = f"{self.origin}{self.addresses.page(chart.page)}" if self.origin else ""
        notes = [chart.note, chart.source, f"{self.site_title}{': ' if home else ''}{home}"]
        drawing = sheet(chart.title, chart.drawing, chart.key, [note for note in notes if note])
        return self._alone(drawing, chart.title, chart.description)

    def card(self, shown: Card) -> bytes:
        """The picture of a page for social media, as SVG."""
        return self._alone(card(shown, self.site_title), shown.title, shown.kicker)

    def _alone(self, drawing: Drawing, title: str, description: str) -> bytes:
        template = self.environment.get_template("chart.svg")
        return template.render(sheet=drawing, title=title, description=description, marks=alone(drawing, self.looks)).encode()


def card_path(page: Page) -> str:
    """Where a page's picture for social media is, within its language: its own or the site's."""
    return f"/cards/{page.path.strip('/') or 'site'}.png" if page.card else "/cards/site.png"


def prefix(languages: Sequence[SiteLanguage], code: str) -> str:
    """The folder of a language: none for the first."""
    return "" if code == languages[0].code else f"/{code}"
