"""PNG pictures from SVG, drawn by resvg with our own font, so that they come out the same on every machine.

Drawing one takes some hundredths of a second. What was drawn before is taken from a folder, by content.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import PIL
import resvg_py
from PIL import Image

from generator.lettering import FAMILY, REGULAR, STRONG

COLOURS = 48
"""Drawings have few colours; so many do for the shades at the edges of letters."""

_VERSION = f"1 {resvg_py.__version__} {PIL.__version__} {COLOURS}"
_FEW = 12


class Picture(NamedTuple):
    """What is to be drawn: an SVG, and how many dots a unit of it takes."""

    svg: bytes
    scale: float = 1.0

    @property
    def key(self) -> str:
        """Its name among the drawings that are kept."""
        return hashlib.sha256(f"{_VERSION} {_fonts()} {self.scale} ".encode() + self.svg).hexdigest()


@cache
def _fonts() -> str:
    return hashlib.sha256(REGULAR.read_bytes() + STRONG.read_bytes()).hexdigest()


def draw(picture: Picture) -> bytes:
    """The PNG, with a palette."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=picture.svg.decode(),
        zoom=picture.scale,
        skip_system_fonts=True,
        font_files=[str(REGULAR), str(STRONG)],
        font_family=FAMILY,
    )
    with Image.open(io.BytesIO(drawn)) as image:
        opaque = image.getchannel("A").getextrema() == (255, 255)
        reduced = image.convert("RGB" if opaque else "RGBA").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        file = io.BytesIO()
        reduced.save(file, "PNG", compress_level=6)
    return file.getvalue()


def pictures(wanted: Mapping[str, Picture], kept: Path, processes: int) -> dict[str, bytes]:
    """The PNG of each, by the names given; ``kept`` is the folder of earlier drawings, and gets those that it lacks.

    Many are drawn by as many ``processes``, if that is more than one.
    """
    kept.mkdir(parents=True, exist_ok=True)
    keys = {name: picture.key for name, picture in wanted.items()}
    missing = {keys[name]: picture for name, picture in wanted.items() if not (kept / keys[name]).is_file()}
    for key, content in zip(missing, _drawn(list(missing.values()), processes), strict=True):
        # Another build may be reading or drawing the same: a file appears whole or not at all.
        aside = kept / f"{key}.{os.getpid()}"
        aside.write_bytes(content)
        aside.replace(kept / key)
    return {name: (kept / key).read_bytes() for name, key in keys.items()}


def _drawn(several: list[Picture], processes: int) -> list[bytes]:
    if len(several) < _FEW or processes < 2:
        return [draw(picture) for picture in several]
    # Fresh processes: those that are forked from one with threads may hang.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(draw, several, chunksize=8))
