"""Python's search for rubbish, made seldom: nearly all that a build makes either goes at once or lasts until its end.

What goes at once needs no search. The search looks at all that lasts, over and over again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def searched_seldom() -> Iterator[Callable[[], None]]:
    """Within it Python searches only when what it gives is called, and then only what was made since the last call."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield _search
    finally:
        gc.unfreeze()
        if usual:
            gc.enable()


def _search() -> None:
    gc.collect()
    gc.freeze()
