"""What several tests need: the project, the real data, sites built by the real Pelican."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.dataset import Dataset
from generator.loading import load

PROJECT = Path(__file__).parent.parent
INVENTED = Path(__file__).parent / "invented"


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The real data."""
    return load(PROJECT / "data")


@pytest.fixture(scope="session")
def invented() -> Dataset:
    """The invented country's data."""
    return load(INVENTED / "data")


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    status: int
    said: str


def run(*words: str, cwd: Path = PROJECT, environment: dict[str, str] | None = None) -> Run:
    """Run the generator's command line or Pelican as a user would."""
    import os

    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(cwd), "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def pelican(settings: Path, output: Path, **environment: str) -> Run:
    """Build a site with the real Pelican, warnings fatal."""
    return run("pelican", "-s", str(settings), "-o", str(output), "--fatal", "warnings", "--log-handler", "plain", environment=environment)


@pytest.fixture(scope="session")
def invented_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented country's site."""
    output = tmp_path_factory.mktemp("invented")
    done = pelican(INVENTED / "pelicanconf.py", output)
    assert done.status == 0, done.said
    return output


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    output = tmp_path_factory.mktemp("real")
    done = pelican(PROJECT / "pelicanconf.py", output, SOURCE_DATE_EPOCH="1700000000")
    assert done.status == 0, done.said
    return output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything a build needs, with the invented country's data, to be broken on purpose."""
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("generator", "themes"):
        shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(PROJECT / name, copy)
    shutil.copytree(INVENTED / "data", copy / "data")
    shutil.copytree(INVENTED / "content", copy / "content")
    return copy
