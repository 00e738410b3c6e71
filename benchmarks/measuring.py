"""Whole processes, timed from outside."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """A program that makes the site: its command, where it runs, where it writes and what must not be left of the last run."""

    name: str
    command: Sequence[str]
    folder: Path
    output: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Run:
    """One run: seconds from start to end, and the most memory that one of its processes had, in MB."""

    seconds: float
    memory: float


def measure(peers: Sequence[Peer], times: int) -> dict[str, list[Run]]:
    """Each peer so many times, in turns, so that whatever else the machine does meets all of them. Raises if one fails."""
    found: dict[str, list[Run]] = {peer.name: [] for peer in peers}
    for turn in range(times):
        for peer in peers:
            shutil.rmtree(peer.output, ignore_errors=True)
            found[peer.name].append(_run(peer))
            print(f"  {peer.name}, run {turn + 1}: {found[peer.name][-1].seconds:.2f} s", file=sys.stderr, flush=True)
    return found


def _run(peer: Peer) -> Run:
    log = peer.output.parent / "said.log"
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(peer.command, cwd=peer.folder, env={**os.environ, **peer.environment}, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{peer.name} ended with {process.returncode}: {log.read_text(errors='replace')[-2000:]}")
    return Run(seconds, used.ru_maxrss / 1024)


def median(runs: Sequence[Run]) -> Run:
    """The middle of the seconds, and the most memory."""
    return Run(statistics.median(run.seconds for run in runs), max(run.memory for run in runs))


def written(output: Path) -> tuple[int, int]:
    """How many HTML pages a folder has, and their bytes."""
    sizes = [path.stat().st_size for path in output.rglob("*.html")]
    return len(sizes), sum(sizes)
