"""``build``: build the site aside, and put it in place if all went well."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.publishing import BuildFailedError, publish

HELP = "build the site into its output folder, if anything changed"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The settings file, and the folder to publish into."""
    parser.add_argument("--settings", default="pelicanconf.py", help="Pelican settings (default: pelicanconf.py)")
    parser.add_argument("--output", type=Path, default=Path("output"), help="folder of the finished site (default: output)")


def run(data: Path, options: argparse.Namespace) -> int:
    """Say in a line what was done; on failure what stopped it, and leave the last good site."""
    del data  # the settings name it
    try:
        built = publish(Path.cwd(), options.settings, options.output.absolute())
    except BuildFailedError as failure:
        print(failure, file=sys.stderr)
        return 2
    pages = sum(1 for _ in options.output.rglob("*.html"))
    print(f"{options.output}/ is up to date." if not built else f"Built {pages} pages into {options.output}/.")
    return 0
