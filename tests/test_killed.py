"""Never half a site: a build killed at any moment, a full disk, a folder that cannot be written, two builds at once."""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_build import build, pages

# Loaded by every Python of the build before anything else: counts what it does to files, and at a given moment kills the build,
# all its processes at once, as a power cut would.
_KILLER = """
import os, signal, sys
left = int(os.environ["KILLED_AFTER"]) if os.environ["KILLED_IN"] == ("pelican" if "generator.ahead" in sys.orig_argv else "generator") else -1
def count(event, arguments):
    global left
    changes = event in ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "shutil.rmtree", "ctypes.dlsym", "subprocess.Popen")
    if changes or (event == "open" and arguments[1] and set("wax") & set(str(arguments[1]))):
        left -= 1
        if left == 0:
            os.killpg(0, signal.SIGKILL)
sys.addaudithook(count)
"""


def killed(project: Path, folder: Path, process: str, after: int) -> bool:
    """Build, and kill it at a moment of one of its processes; false if it was over before."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(_KILLER)
    environment = {**os.environ, "PYTHONPATH": f"{folder}:{project}", "KILLED_IN": process, "KILLED_AFTER": str(after)}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"], cwd=project, env=environment, capture_output=True, check=False, start_new_session=True
    )
    return done.returncode == -9


@pytest.fixture
def changed(project: Path) -> tuple[Path, dict[str, bytes]]:
    """A project with a published site and a change that is not built yet, and the pages that readers see."""
    assert build(project)[0] == 0
    before = pages(project)
    topics = project / "data" / "topics.yaml"
    topics.write_text(topics.read_text().replace("How votes were counted.", "How ballots were counted."))
    return project, before


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(changed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    project, before = changed
    seen = []
    moments = [("generator", after) for after in (1, 2, 3, 5, 6, 7)]
    moments += [("pelican", after) for after in sorted(random.Random(7).sample(range(1, 400), 6))]
    for process, after in moments:
        if not killed(project, tmp_path / "killer", process, after):
            continue
        seen.append(pages(project))
    assert len(seen) > 8, "the builds were hardly ever killed"
    status, said = build(project)
    assert status == 0, said
    new = pages(project)
    assert new != before
    for number, found in enumerate(seen):
        assert found in (before, new), f"half a site after kill {number}"
    assert before in seen
    assert not list((project / ".build").glob("next-*")), "nothing is left lying about"


@pytest.mark.parametrize("kept", [True, False], ids=["a page is too large", "a compiled template is too large"])
def test_a_disk_that_is_full_leaves_the_old_site(changed: tuple[Path, dict[str, bytes]], kept: bool) -> None:
    project, before = changed
    if not kept:
        shutil.rmtree(project / ".build/templates")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=project,
        # Python itself keeps the beginning of a compiled module that it could not write whole.
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        # No file may grow beyond this: writing the larger pages fails as it does on a full disk.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert done.returncode == 2
    assert re.match(r"/\S+/next-output/\S+\.[a-z]+: File too large" if kept else r"/\S+/next-output: File too large", done.stderr)
    assert "Traceback" not in done.stderr
    assert pages(project) == before


def test_a_folder_that_cannot_be_written_is_named(changed: tuple[Path, dict[str, bytes]]) -> None:
    project, before = changed
    work = project / ".build"
    work.rename(project / "elsewhere")
    work.write_text("in the way")
    status, said = build(project)
    assert status == 2
    assert ".build" in said
    assert "Traceback" not in said
    assert pages(project) == before


def test_two_builds_at_once_end_in_one_whole_site(changed: tuple[Path, dict[str, bytes]]) -> None:
    project, before = changed
    command = [sys.executable, "-m", "generator", "build"]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    both = [subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = sorted(str(process.communicate()[0]) for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert said[1] == "output/ is up to date.\n", "the second waited for the first and had nothing to do"
    assert pages(project) != before
