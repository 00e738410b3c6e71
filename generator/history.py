"""Another version of the data, from git, beside the present one. Nothing of the working tree or its index is touched."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class UnknownVersionError(Exception):
    """There is no such version, or no data in it; says so to an editor."""


@contextmanager
def data_of(version: str, data: Path) -> Iterator[Path]:
    """The data folder as it stands in a version (branch, tag or commit), in a temporary folder while the context lasts.

    Raises ``UnknownVersionError`` with what git says.
    """
    with tempfile.TemporaryDirectory() as temporary:
        index = Path(temporary, "index")
        target = Path(temporary, data.name)
        target.mkdir()
        tree = _git(data, version, index, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{version}:./{data.name}")
        _git(data, version, index, "read-tree", tree)
        # An index of its own, from which every file is written elsewhere. The prefix is a path and ends in a slash.
        _git(data, version, index, "checkout-index", "--all", f"--prefix={target}/")
        yield target


def _git(data: Path, version: str, index: Path, *words: str) -> str:
    # Fixed commands, and a git that the reader of this project has on the path.
    done = subprocess.run(  # noqa: S603
        ["git", *words],  # noqa: S607
        cwd=data.absolute().parent,
        env={**os.environ, "GIT_INDEX_FILE": str(index)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        why = done.stderr.strip().splitlines()[-1:] or [f"it has no version `{version}` with a folder `{data.name}`"]
        raise UnknownVersionError(
            f"git cannot give the data of `{version}`: {why[0]}. Name a branch, a tag or a commit; `git fetch` first."
        )
    return done.stdout.strip()
