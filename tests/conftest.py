"""What several tests need: the project, the real data, sites built by the real Pelican."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from generator.dataset import Dataset
from generator.loading import load
from generator.serving import headers_of

# How long an example takes says nothing: a machine may be busy, and the first one may have to read what the others find read.
settings.register_profile("untimed", parent=settings.default, deadline=None)
settings.load_profile("untimed")

PROJECT = Path(__file__).parent.parent
INVENTED = Path(__file__).parent / "invented"
_FETCHED = Path(__file__).parent.parent / ".build" / "browser"
CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None) or (
    _FETCHED.read_text().strip() if _FETCHED.is_file() else None
)
"""The system's browser, else the one that tests/prepare fetched."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Builds of the tests share pictures that were drawn before with each other and with `make html`.
os.environ.setdefault("PICTURES_PATH", str(PROJECT / ".build/pictures"))

os.environ.pop("GITHUB_ACTIONS", None)  # what is said must not hang on who runs the tests; test_annotations sets it


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


@contextmanager
def served(site: Path, base: str = "", headers: bool = True) -> Iterator[str]:
    """Serves a site at ``base`` of a host, with the ``headers`` that it is to be served with or without. Gives the site's address."""

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(base))

        def end_headers(self) -> None:
            for name, value in headers_of(self.path.removeprefix(base), ["", "/kk", "/ru"]).items() if headers else ():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that the machine has."""
    assert CHROMIUM, "no Chromium, although this is CI: tests/prepare should have installed it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def watched(page: Page, address: str) -> list[str]:
    """Whatever the page says on the console, and every request that leaves the site."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else said.append(request.url))
    return said
