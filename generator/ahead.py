"""Pelican, begun while the data are read already: importing it takes as long as reading the data of a small site.

``python -m generator.ahead DATA CONTENT ...`` takes, after the two folders, the words that ``pelican`` takes after its own.
"""

from __future__ import annotations

import gc
import runpy
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.side_by_side import Aside

if TYPE_CHECKING:
    from generator.packing import PackedDataset

_under_way: dict[tuple[Path, Path], Aside[PackedDataset]] = {}


def begin(data: Path, content: Path) -> None:
    """Begin to read and check the folder of data, and to check the prose of the folder of content."""
    _under_way[data.absolute(), content.absolute()] = Aside(partial(_load, data, content))


def begun(data: Path, content: Path) -> Aside[PackedDataset]:
    """What is read of these folders: since it was begun, or from now on. Raises ``DataProblems`` when it is asked for what was made."""
    return _under_way.pop((data.absolute(), content.absolute()), None) or Aside(partial(_load, data, content))


def _load(data: Path, content: Path) -> PackedDataset:
    # Imported here: in a process of its own, which takes with it what reading leaves behind. It imports what reads while the build's own
    # imports what writes.
    from generator.loading import load
    from generator.packing import packed
    from generator.reading import parse_yaml

    found = packed(load(data, content))
    parse_yaml.cache_clear()  # where this is the build's own process: what is kept for reading again takes as much memory as all that follows
    return found


def main() -> None:
    """Begin to read, and be Pelican."""
    gc.disable()  # the process ends with the build; see generator/lasting.py
    data, content, *words = sys.argv[1:]
    begin(Path(data), Path(content))
    sys.argv[1:] = [content, *words]
    runpy.run_module("pelican", run_name="__main__")


if __name__ == "__main__":
    from generator import ahead  # not this one, which the plugin would not find

    ahead.main()
