"""``check``: is the data sound?"""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.loading import load

HELP = "read and check the data and the prose, and say what is wrong with them"

CONTENT = "content"
"""The folder of prose, beside the data folder."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments beside the data folder that every command takes."""


def run(data: Path, options: argparse.Namespace) -> int:
    """Print what was checked. Raises ``DataProblems`` for what must be mended."""
    dataset = load(data, data.parent / CONTENT)
    figures = sum(1 for _ in dataset.figures())
    print(
        f"The data is sound: {len(dataset.elections)} elections, {len(dataset.indicators)} indicators, "
        f"{figures} figures, {len(dataset.reforms)} reforms, {len(dataset.reports)} reports."
    )
    return 0
