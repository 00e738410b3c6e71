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

from benchmarks.measuring import Peer, Run, measure, median, written
from benchmarks.peers import HERE, PROJECT, floor, prepared
from benchmarks.serving import requests
from benchmarks.synthetic import write

SIZES = {"100": (2, 2, 4), "1000": (16, 20, 60), "5000": (60, 60, 550), "10000": (60, 60, 1400), "200 elections": (200, 100, 300)}
"""Elections, indicators and threads that make about so many pages in three languages."""

OURS, ALONE = "this generator", "the same, pages alone"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="*", default=list(SIZES), choices=list(SIZES), help="about how many pages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=PROJECT / ".build/bench")
    options = parser.parse_args()
    parts = [_head(options.runs)]
    for size in options.sizes:
        print(f"About {size} pages", file=sys.stderr)
        folder = (options.folder / size).absolute()
        shutil.rmtree(folder, ignore_errors=True)
        write(folder / "ours", *SIZES[size])
        environment = {"BENCHMARK": str(folder / "ours"), "PYTHONPATH": str(PROJECT)}
        command = (sys.executable, "-m", "pelican", "-q", "-s", str(HERE / "pelicanconf.py"), "-o", str(folder / "ours/output"))
        ours = Peer(OURS, command, PROJECT, folder / "ours/output", environment)
        alone = replace(ours, name=ALONE, output=folder / "ours/alone", environment={**environment, "BENCHMARK_PAGES_ALONE": "yes"})
        alone = replace(alone, command=(*command[:-1], str(alone.output)))
        measure([ours], 1)  # so that its pages are there for the others, and its templates are compiled
        site = folder / "site"
        shutil.copytree(ours.output, site)
        peers = [ours, alone, *prepared(site, folder), floor(site, folder / "floor")]
        parts.append(_table(SIZES[size], peers, measure(peers, options.runs)))
    parts.append(requests(site, options.folder))
    text = "\n".join(parts)
    print(text)
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


def _table(size: tuple[int, int, int], peers: list[Peer], runs: dict[str, list[Run]]) -> str:
    pages, _ = written(peers[0].output)
    base = median(runs[OURS])
    lines = [
        f"## {pages:,} pages\n",
        f"{size[0]} elections, {size[1]} indicators, {size[2]} threads, three languages.\n",
        "| | seconds | of ours | pages | HTML, MB | memory, MB |\n|---|--:|--:|--:|--:|--:|",
    ]
    for peer in peers:
        found, (count, size_of_html) = median(runs[peer.name]), written(peer.output)
        ratio = found.seconds / base.seconds
        lines.append(f"| {peer.name} | {found.seconds:.2f} | {ratio:.2f} | {count:,} | {size_of_html / 1e6:.1f} | {found.memory:.0f} |")
    return "\n".join(lines) + "\n"


def _head(runs: int) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    eleventy = json.loads((HERE / "peers/eleventy/package.json").read_text())["devDependencies"]["@11ty/eleventy"]
    hugo = (HERE / "requirements.in").read_text().rpartition("==")[2].strip()
    return f"""# Measured by `make bench`

Whole processes from start to end, {runs} runs in turns, the middle one; {len(os.sched_getaffinity(0))} processors,
{memory:.0f} GB, {platform.system()} {platform.machine()}; load while it began: {os.getloadavg()[0]:.1f}. Python
{platform.python_version()}, Pelican {importlib.metadata.version("pelican")}, Node.js {node}, Eleventy {eleventy}, Hugo {hugo}.

This generator reads the data, checks them, and writes pages, charts as SVG and CSV, downloads, and a compressed copy of
each for servers (brotli and gzip). It draws no PNG pictures here. The peers get the texts of the same pages ready made, put each into a row of a
table in the same frame, and compress nothing. The last row only copies our files. Memory is that of the largest process.
"""


if __name__ == "__main__":
    main()
