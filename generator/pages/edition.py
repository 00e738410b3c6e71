"""One language's edition of the site: what every page function is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator import links
from generator.audit.rows import rows, unnumbered
from generator.dataset import Dataset, Election
from generator.pages.figures import FigureWriter
from generator.pages.page import Crumb
from generator.speech import Speech


class ElectionHead(NamedTuple):
    """An election at the head of a column or card."""

    id: str
    name: str
    short: str
    date: str
    iso_date: str
    kind: str
    kind_label: str
    path: str


class Edition:
    """The dataset, a language, and the writer of its figures."""

    def __init__(self, dataset: Dataset, speech: Speech) -> None:
        self.dataset, self.say = dataset, speech
        self.write = FigureWriter(dataset, speech)
        self.audit, self.unnumbered = rows(dataset), list(unnumbered(dataset))
        self._several: dict[tuple[str, ...], tuple[ElectionHead, ...]] = {}
        self._heads = {id: self._head(election) for id, election in dataset.elections.items()}

    def head(self, election: Election) -> ElectionHead:
        """An election's name, date and address."""
        return self._heads[election.id]

    def _head(self, election: Election) -> ElectionHead:
        return ElectionHead(
            id=election.id,
            name=self.say.plain(election.name),
            short=self.say.plain(election.short),
            date=self.say.date(election.date),
            iso_date=election.date.isoformat(),
            kind=election.kind.value,
            kind_label=self.say(election.kind.label),
            path=links.election(election.id),
        )

    def heads(self) -> list[ElectionHead]:
        """All elections in order of date."""
        return list(self._heads.values())

    def several(self, elections: Iterable[Election]) -> tuple[ElectionHead, ...]:
        """Elections' names, dates and addresses; the same tuple for the same elections."""
        ids = tuple(election.id for election in elections)
        return self._several.setdefault(ids, tuple(self._heads[id] for id in ids))

    def rooms(self) -> list[Crumb]:
        """The main rooms that this site has."""
        empty = set() if self.dataset.threads else {links.RECOMMENDATIONS}
        return [self.crumb(path) for path, _ in links.ROOMS if path not in empty]

    @property
    def audited(self) -> bool:
        """Whether anything was recomputed or disagrees, so that the site has a page of it."""
        return bool(self.audit or self.unnumbered)

    def side_rooms(self) -> list[Crumb]:
        """Rooms that the foot of every page leads to, where this site has them, and texts."""
        stations = any(election.stations for election in self.dataset.elections.values())
        found = [Crumb(self.say("Audit"), links.AUDIT)] if self.audited else []
        found += [Crumb(self.say("Polling stations"), links.STATIONS)] if stations else []
        found += [Crumb(self.say("Glossary"), links.GLOSSARY)] if self.dataset.glossary else []
        return [*found, *(Crumb(self.say(name), path) for path, name in links.TEXTS)]

    def crumb(self, room: str) -> Crumb:
        """The step to one of the main rooms."""
        return Crumb(self.say(dict(links.ROOMS)[room]), room)

    def topic(self, id: str) -> Crumb:
        """A topic's name and address."""
        return Crumb(self.say.plain(self.dataset.topics[id].label), links.topic(id))
