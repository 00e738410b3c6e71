"""``sizes``: what each kind of page of the built site weighs, against its budget."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.files import read_files
from generator.sizes import IN_ALL, KIB, sizes

HELP = "say what each kind of page weighs, as a Markdown table; fails where one is over its budget"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder of the built site."""
    parser.add_argument("--output", default="output", help="folder of the finished site (default: output)")


def run(data: Path, options: argparse.Namespace) -> int:
    """Print the table. Returns 1 if a page is over its budget."""
    site = read_files(data).site.entry
    languages = [language.code for language in site.languages[1:]] if site else []
    found = list(sizes(Path(options.output), languages))
    print("| kind of page | pages | largest | KiB before first paint | budget | KiB in all | budget |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: |")
    for one in found:
        over = "" if one.fits else " **over**"
        figures = f"{one.before_paint / KIB:.1f}{over} | {one.budget / KIB:.0f} | {one.in_all / KIB:.1f} | {IN_ALL / KIB:.0f}"
        print(f"| `{one.kind}` | {one.pages} | {one.largest} | {figures} |")
    return 0 if all(one.fits for one in found) else 1
