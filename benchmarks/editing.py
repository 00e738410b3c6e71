"""How long it takes from saving an election's YAML until its page shows the change under ``make serve``, on the real data."""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from benchmarks.peers import PROJECT
from generator.publishing import INPUTS

TIMES = 9


def edits(folder: Path) -> str:
    """The part of the results on editing: a copy of the project is served, and the summary of its newest election saved again and again."""
    copy = folder / "editing"
    shutil.rmtree(copy, ignore_errors=True)
    for name in INPUTS:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.is_file():
            shutil.copy(source, copy / name)
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)  # the clock asks git for a commit, and finds none here
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"], cwd=copy, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert server.stdout
    try:
        said = ""
        while "Serving" not in said:
            said = server.stdout.readline()
            assert said, "the server ended"
        address = said.split()[2]
        election = max(path.parent.name for path in (copy / "data/elections").glob("*/election.yaml"))
        file = copy / f"data/elections/{election}/election.yaml"
        page = f"{address}elections/{election}/"
        quiet = []
        for number in range(TIMES):
            quiet.append(_shown(file, page, f"Quiet{chr(97 + number)}"))
            while "Built" not in server.stdout.readline():
                pass
        busy = [_shown(file, page, f"Busy{chr(97 + number)}") for number in range(TIMES + 1)][1:]  # the first begins the build that goes on
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # with the build that goes on
        server.wait()
        shutil.rmtree(copy)
    rows = "".join(
        f"| {name} | {statistics.median(found):.2f} | {max(found):.2f} |\n"
        for name, found in (("nothing else is going on", quiet), ("the site is being built", busy))
    )
    about = f"From saving the summary of the newest election to the page that shows it, {TIMES} times each, in seconds."
    return f"\n## Editing under `make serve`\n\n{about}\n\n| saved while | median | longest |\n|---|--:|--:|\n{rows}"


def _shown(file: Path, page: str, word: str) -> float:
    text, found = re.subn(
        r'(summary:\s*\{?\s*en: (?:>-\s+|["\']?))(?:(?:Quiet|Busy)\w )?', rf"\g<1>{word} ", file.read_text(encoding="utf-8"), count=1
    )
    assert found
    file.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    while time.perf_counter() - start < 60:
        with urlopen(page) as answer:
            if word in answer.read().decode():
                return time.perf_counter() - start
        time.sleep(0.005)
    raise TimeoutError(f"{page} never showed what was saved")
