"""Python's search for rubbish (objects that hold each other) in a build: nearly all that it makes goes at once or lasts until its end.

What goes at once needs no search, and a search looks at all that lasts, again and again: builds begin with it turned off (`generator.ahead`).
"""

from __future__ import annotations

import gc


def keep() -> None:
    """Take all that was made until now to last."""
    gc.freeze()


def search() -> None:
    """Look for rubbish among what was made since the last search; what is none is taken to last."""
    gc.collect()
    gc.freeze()
