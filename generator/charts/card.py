"""The picture that stands for a page on social media: site, title, and up to six of the page's figures."""

from __future__ import annotations

from typing import NamedTuple

from generator.charts.drawing import LINE, SIZE, Box, Drawing, Mark, Text, lines
from generator.lettering import shortened
from generator.lettering import width as measured

WIDTH, HEIGHT, EDGE = 1200, 630, 72
"""As social media ask for it, and the paper left free on every side."""

_MOST = 6


class Card(NamedTuple):
    """What a page's picture says: the kind of page above, its title, figures with what they are of (label, value)."""

    kicker: str
    title: str
    figures: tuple[tuple[str, str], ...] = ()
    text: str = ""
    """Instead of figures."""


def card(card: Card, site: str) -> Drawing:
    """The drawing; titles and labels that are too long end with an ellipsis."""
    room = WIDTH - 2 * EDGE
    marks: list[Mark] = [Box(0, 0, WIDTH, HEIGHT, "paper"), Box(0, 0, WIDTH, 16, "band")]
    marks += lines(shortened(card.kicker, 30, room, 1), EDGE, 104, "quiet", size=30)
    figures = card.figures[:_MOST]
    size, most = (62, 2) if figures else (76, 3)
    title = shortened(card.title, size, room, most, strong=True)
    marks += lines(title, EDGE, 104 + size * 1.25, size=size, strong=True)
    below = 104 + size * 1.25 + (len(title) - 1) * size * LINE / SIZE + 56
    if figures:
        marks += _figures(figures, below, room)
    elif card.text:
        most = min(4, int((HEIGHT - 96 - below) / (34 * LINE / SIZE)))
        marks += lines(shortened(card.text, 34, room, most), EDGE, below + 12, "quiet", size=34) if most > 0 else []
    marks.append(Box(EDGE, HEIGHT - 92, 40, 5, "gold"))
    marks += lines(shortened(site, 28, room, 1, strong=True), EDGE, HEIGHT - 46, size=28, strong=True)
    return Drawing(WIDTH, HEIGHT, tuple(marks))


def _figures(figures: tuple[tuple[str, str], ...], top: float, room: float) -> list[Mark]:
    """Figures side by side in rows of three or four, each with its label beneath; a row that has no room is left out."""
    across = len(figures) if len(figures) <= 4 else 3
    wide = room / across
    marks: list[Mark] = []
    for order, (label, value) in enumerate(figures):
        x, y = EDGE + (order % across) * wide, top + (order // across) * 124
        if y + 104 > HEIGHT - 96:
            break
        size = next((size for size in (44, 36, 28) if measured(value, size, strong=True) <= wide - 24), 28)
        shown = shortened(value, size, wide - 24, 1, strong=True)
        marks.append(Text(x, round(y + 40, 1), shown[0], "figure", size=size, strong=True))
        marks += lines(shortened(label, 23, wide - 24, 2), x, y + 76, "quiet", size=23)
    return marks
