"""Whole processes, timed from outside, and weighed in a run of their own."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PSS = re.compile(r"^Pss: +(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Peer:
    """A program that makes the site: its command, where it runs, where it writes and what must not be left of the last run."""

    name: str
    command: Sequence[str]
    folder: Path
    output: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Measured:
    """The middle of several runs, in seconds from start to end, the shortest and the longest; and the most memory at one time, in MB."""

    seconds: float
    shortest: float
    longest: float
    memory: float


def measure(peers: Sequence[Peer], times: int) -> dict[str, Measured]:
    """Each peer so many times, in turns, so that whatever else the machine does meets all of them. Raises if one fails."""
    found: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for turn in range(times):
        for peer in peers:
            found[peer.name].append(run(peer))
            print(f"  {peer.name}, run {turn + 1}: {found[peer.name][-1]:.2f} s", file=sys.stderr, flush=True)
    return {peer.name: Measured(statistics.median(s := found[peer.name]), min(s), max(s), weighed(peer)) for peer in peers}


def run(peer: Peer) -> float:
    """Seconds of one run into an empty folder."""
    process, start = _started(peer)
    process.wait()
    seconds = time.perf_counter() - start
    _succeeded(peer, process)
    return seconds


def weighed(peer: Peer) -> float:
    """The most memory of one run, all of its processes together, what they share counted once; looked up again and again (Linux)."""
    process, _ = _started(peer)
    most, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(0.02):
            most[0] = max(most[0], _memory(process.pid))

    looking = threading.Thread(target=look)
    looking.start()
    process.wait()
    ended.set()
    looking.join()
    _succeeded(peer, process)
    return most[0]


def _started(peer: Peer) -> tuple[subprocess.Popen[bytes], float]:
    shutil.rmtree(peer.output, ignore_errors=True)
    os.sync()  # so that nobody waits for what another has left to be written
    with (peer.output.parent / "said.log").open("wb") as said:
        start = time.perf_counter()
        return subprocess.Popen(peer.command, cwd=peer.folder, env={**os.environ, **peer.environment}, stdout=said, stderr=said), start


def _succeeded(peer: Peer, process: subprocess.Popen[bytes]) -> None:
    if process.returncode:
        said = (peer.output.parent / "said.log").read_text(errors="replace")
        raise RuntimeError(f"{peer.name} ended with {process.returncode}: {said[-2000:]}")


def _memory(pid: int) -> float:
    total = 0.0
    try:
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            total += sum(_memory(int(child)) for child in path.read_text().split())
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:  # it has ended
        return total
    return total + (int(found[1]) / 1024 if found else 0.0)


def written(output: Path) -> tuple[int, int]:
    """How many HTML pages a folder has, and their bytes."""
    sizes = [path.stat().st_size for path in output.rglob("*.html")]
    return len(sizes), sum(sizes)
