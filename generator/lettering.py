"""How wide words are when drawn, so that labels can be kept apart before anything is drawn.

Measured in the font that pictures are drawn with (``generator/fonts/``, Noto Sans, which has the letters
of Cyrillic alphabets beyond the Russian one). A reader's own font may be wider: ``ROOM`` is for it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import ImageFont

FAMILY = "Noto Sans"
FONTS = Path(__file__).parent / "fonts"
REGULAR, STRONG = FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-SemiBold.ttf"

ROOM, STRONG_ROOM = 1.16, 1.25
"""How much wider than here a line may come out in the widest of the usual fonts (DejaVu Sans and its bold)."""

SIGNS, SIGN = "+−=<>±~", 680
"""Signs that other fonts draw much wider than ours, and the least that we count for one, in thousandths."""

_UNITS = 1000


@cache
def _font(strong: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(STRONG if strong else REGULAR, _UNITS, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(letter: str, strong: bool) -> float:
    found = float(_font(strong).getlength(letter))
    return max(found, float(SIGN)) if letter in SIGNS else found


def width(text: str, size: float, *, strong: bool = False) -> float:
    """The width of a line in units of ``size``, with room for a wider font than ours."""
    return sum(_advance(letter, strong) for letter in text) * size * (STRONG_ROOM if strong else ROOM) / _UNITS


def wrapped(text: str, size: float, room: float, *, strong: bool = False) -> list[str]:
    """A text in lines no wider than ``room``: broken between words, and within one that is too long on its own."""
    lines: list[str] = []
    line = ""
    taken, gap = 0.0, width(" ", size, strong=strong)
    for word in text.split():
        wide = width(word, size, strong=strong)
        if line and taken + gap + wide <= room:
            line, taken = f"{line} {word}", taken + gap + wide
            continue
        if line:
            lines.append(line)
        while width(word, size, strong=strong) > room and len(word) > 2:
            fits = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n] + "-", size, strong=strong) <= room), 1)
            lines.append(word[:fits] + "-")
            word = word[fits:]
        line, taken = word, width(word, size, strong=strong)
    return [*lines, line] if line or not lines else lines


def shortened(text: str, size: float, room: float, lines: int, *, strong: bool = False) -> list[str]:
    """The same in at most ``lines`` lines, the last one ended by an ellipsis where something is left out."""
    whole = wrapped(text, size, room, strong=strong)
    if len(whole) <= lines:
        return whole
    last = whole[lines - 1]
    while last and width(last + "…", size, strong=strong) > room:
        last = last[:-1]
    return [*whole[: lines - 1], last.rstrip(" ,;:.-") + "…"]
