"""What every chart is made of: words, boxes and lines at their places, each with the name of its look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.lettering import width as measured
from generator.lettering import wrapped

WIDTH = 360
"""Of a drawing that fits a phone. All lengths are in SVG units."""

SIZE = 13
"""Of letters."""

LINE = 17
"""From one line of letters to the next."""


class Text(NamedTuple):
    """A line of words; ``y`` is its base line, ``x`` where its ``anchor`` (start, middle, end) is."""

    x: float
    y: float
    text: str
    look: str = "word"
    anchor: str = "start"
    size: float = SIZE
    strong: bool = False
    href: str | None = None
    """A page that it leads to."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, in the widest font that a reader may have."""
        wide = measured(self.text, self.size, strong=self.strong)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - 0.8 * self.size, left + wide, self.y + 0.25 * self.size


class Box(NamedTuple):
    """A filled rectangle; ``href`` is a page that it leads to, ``name`` says what it is to whoever follows it."""

    x: float
    y: float
    width: float
    height: float
    look: str
    href: str | None = None
    name: str | None = None
    tags: tuple[tuple[str, str], ...] = ()
    """What a filter of the page goes by, as names and words."""


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


Mark = Text | Box | Line


class Key(NamedTuple):
    """What a look means."""

    look: str
    label: str


class Drawing(NamedTuple):
    """A chart without its title: marks in the order in which they cover each other."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    ground: tuple[Mark, ...] = ()
    """The first of them, if many drawings have the same: whoever writes them needs to do so once."""

    @property
    def words(self) -> list[Text]:
        """Its words."""
        return [mark for mark in self.marks if isinstance(mark, Text)]


def moved(mark: Mark, right: float, down: float) -> Mark:
    """A mark at another place."""
    if isinstance(mark, Line):
        return Line(mark.x1 + right, mark.y1 + down, mark.x2 + right, mark.y2 + down, mark.look)
    return mark._replace(x=mark.x + right, y=mark.y + down)


def lines(
    texts: Sequence[str], x: float, y: float, look: str = "word", *, anchor: str = "start", size: float = SIZE, strong: bool = False
) -> list[Text]:
    """Lines of words one under the other, the first with its base line at ``y``."""
    step = LINE * size / SIZE
    return [Text(x, round(y + order * step, 1), text, look, anchor, size, strong) for order, text in enumerate(texts)]


def keyed(key: Iterable[Key], x: float, y: float, room: float) -> tuple[list[Mark], float]:
    """What the looks mean, beside each other as far as there is room; with the height that it takes."""
    marks: list[Mark] = []
    at, line, top = x, 0, y
    for entry in key:
        words = wrapped(entry.label, SIZE - 1, room - 20)
        wide = 20 + max(measured(word, SIZE - 1) for word in words)
        if at > x and at + wide > x + room:
            at, line = x, line + 1
        marks.append(Box(at, top + line * LINE, 12, 12, entry.look))
        marks += lines(words, at + 18, top + line * LINE + 10.5, "quiet", size=SIZE - 1)
        if len(words) > 1:
            at, line = x, line + len(words)
        else:
            at += wide + 14
    return marks, (line + (at > x)) * LINE


def levelled(labels: Sequence[tuple[float, str]], room: float, *, size: float = SIZE, strong: bool = False) -> list[tuple[float, int]]:
    """Where labels stand that should be centred on given places: moved into ``room``, on levels where no two touch."""
    ends: list[float] = []
    found = []
    for x, text in labels:
        half = measured(text, size, strong=strong) / 2
        middle = min(max(x, half), max(half, room - half))
        level = next((level for level, end in enumerate(ends) if middle - half >= end), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = middle + half + 6
        found.append((round(middle, 1), level))
    return found


class Hung(NamedTuple):
    """A label at the top of a line that falls from it: beside the line, on a ``level`` counted from below."""

    x: float
    anchor: str
    level: int
    left: float
    right: float

    @property
    def aside(self) -> float:
        """How far the words stand from the line."""
        return -4.0 if self.anchor == "end" else 4.0


def hung(labels: Sequence[tuple[float, str]], *, size: float = SIZE, strong: bool = False) -> Sequence[Hung]:
    """Labels of lines at given places, in order: no two touch, and no line runs through another's label.

    A label ends at its line; one that has no room to the left begins there.
    """
    return _hung(tuple(labels), size, strong)


# Every chart of a kind hangs the same elections on the same years; each label is held against all the others.
@lru_cache(maxsize=16)
def _hung(labels: tuple[tuple[float, str], ...], size: float, strong: bool) -> tuple[Hung, ...]:
    found: list[Hung] = []
    for x, text in labels:
        wide = measured(text, size, strong=strong) + 8
        anchor = "end" if x >= wide else "start"
        left, right = (x - wide, x) if anchor == "end" else (x, x + wide)
        lowest, above, highest = 0, 0, None
        taken = set()
        for p in found:
            above = max(above, p.level + 1)
            if left < p.right and right > p.left:
                taken.add(p.level)
            if left < p.x < right:  # its line would run through these words
                lowest = max(lowest, p.level)
            if p.left < x < p.right:  # this line would run through its words
                highest = p.level if highest is None else min(highest, p.level)
        levels = range(lowest, (above if highest is None else highest) + 1)
        found.append(Hung(x, anchor, next((level for level in levels if level not in taken), above), left, right))
    return tuple(found)
