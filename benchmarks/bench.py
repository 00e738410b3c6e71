"""``make bench``: this generator beside its peers on the same pages, at several sizes; writes benchmarks/RESULTS.md.

Each program is a whole process, start-up included. It needs what `make bench` installs; nothing of it is needed to build or test.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.editing import edits
from benchmarks.measuring import Measured, Peer, measure, run, written
from benchmarks.peers import HERE, PROJECT, floor, prepared
from benchmarks.serving import requests
from benchmarks.synthetic import write

SIZES = {
    "100": (2, 2, 4),
    "1000": (16, 20, 60),
    "5000": (60, 60, 550),
    "10000": (60, 60, 1400),
    "200 elections": (200, 100, 300),
    "20000": (200, 100, 2500),
}
"""Elections, indicators and threads that make about so many pages in three languages."""

WITHOUT_PELICAN = {"10000"}
"""Sizes at which stock Pelican takes many minutes."""
LARGEST = {"200 elections", "20000"}
"""Sizes at which this generator is measured once and alone, for its memory."""

OURS, ALONE = "this generator", "the same, pages alone"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=list(SIZES), help="about how many pages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=PROJECT / ".build/bench")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    parts = [_head(options.runs, options.folder)]
    for size in options.sizes:
        print(f"About {size} pages", file=sys.stderr)
        folder = (options.folder / size).absolute()
        shutil.rmtree(folder, ignore_errors=True)
        write(folder / "ours", *SIZES[size])
        environment = {"BENCHMARK": str(folder / "ours"), "PYTHONPATH": str(PROJECT)}
        begin = (sys.executable, "-m", "generator.ahead", str(folder / "ours/data"), str(folder / "ours/content"))  # as `make html` does
        command = (*begin, "-q", "-s", str(HERE / "pelicanconf.py"), "-o", str(folder / "ours/output"))
        ours = Peer(OURS, command, PROJECT, folder / "ours/output", environment)
        alone = replace(ours, name=ALONE, output=folder / "ours/alone", environment={**environment, "BENCHMARK_PAGES_ALONE": "yes"})
        alone = replace(alone, command=(*command[:-1], str(alone.output)))
        run(ours)  # so that its pages are there for the others, and its templates are compiled
        site = folder / "site"
        shutil.copytree(ours.output, site)
        others = [] if size in LARGEST else [alone, *prepared(site, folder, pelican=size not in WITHOUT_PELICAN)]
        peers = [ours, *others, floor(site, folder / "floor")]
        parts.append(_table(SIZES[size], peers, measure(peers, 1 if size in LARGEST else options.runs)))
        if size == options.sizes[-1]:
            parts.append(requests(site, options.folder) + edits(options.folder))
        shutil.rmtree(folder)
    text = "\n".join(parts)
    print(text)
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def _table(size: tuple[int, int, int], peers: list[Peer], found: dict[str, Measured]) -> str:
    pages, _ = written(peers[0].output)
    lines = [
        f"## {pages:,} pages\n",
        f"{size[0]} elections, {size[1]} indicators, {size[2]} threads, three languages.\n",
        "| | seconds | shortest to longest | of ours | of ours, pages alone | HTML, MB | memory, MB |\n|---|--:|--:|--:|--:|--:|--:|",
    ]
    for peer in peers:
        one, (_, size_of_html) = found[peer.name], written(peer.output)
        ratios = " | ".join(f"{one.seconds / found[base].seconds:.2f}" if base in found else "" for base in (OURS, ALONE))
        spread = f"{one.shortest:.2f} to {one.longest:.2f}"
        lines.append(f"| {peer.name} | {one.seconds:.2f} | {spread} | {ratios} | {size_of_html / 1e6:.1f} | {one.memory:.0f} |")
    return "\n".join(lines) + "\n"


def _head(runs: int, folder: Path) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    eleventy = json.loads((HERE / "peers/eleventy/package.json").read_text())["devDependencies"]["@11ty/eleventy"]
    hugo = (HERE / "requirements.in").read_text().rpartition("==")[2].strip()
    return f"""# Measured by `make bench`

Whole processes from start to end, {runs} runs in turns, the middle one; {len(os.sched_getaffinity(0))} processors,
{memory:.0f} GB, {platform.system()} {platform.machine()}; load while it began: {os.getloadavg()[0]:.1f}. Python
{platform.python_version()}, Pelican {importlib.metadata.version("pelican")}, Node.js {node}, Eleventy {eleventy}, Hugo {hugo}.

This generator reads the data, checks them, and writes pages, charts as SVG and CSV, downloads, and a compressed copy of
each for servers (brotli and gzip), some six files for a page. It draws no PNG pictures here. "Pages alone" are the HTML pages, drawings
in them included, and nothing else. The peers get the texts of the same pages ready made, put each into a row of a table in the same
frame, and compress nothing. The floor copies all of our files with Python. Everything is written into {_file_system(folder)}.
Memory is the most that all processes of a program had together, what they share counted once, in a run of its own.
"""


def _file_system(folder: Path) -> str:
    done = subprocess.run(["df", "--output=fstype", str(folder)], capture_output=True, text=True, check=False)
    return done.stdout.split()[-1] if done.returncode == 0 else "a file system that was not told"


if __name__ == "__main__":
    main()
