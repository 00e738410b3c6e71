"""``make serve``: what was saved in the data is shown before the site is built, and is what the build makes of it."""

from __future__ import annotations

import fcntl
import os
import runpy
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import IO

import pytest

from generator.dataset import Dataset
from generator.preview import Preview
from generator.publication import publication
from tests.conftest import INVENTED, run


@pytest.fixture(scope="module")
def preview(invented: Dataset) -> Preview:
    settings = runpy.run_path(str(INVENTED / "pelicanconf.py"))
    return Preview(invented, publication(settings, invented.newest))


def test_a_page_is_what_the_build_makes_of_it(preview: Preview, invented_site: Path) -> None:
    built = {
        f"/{path.parent.relative_to(invented_site).as_posix()}/".replace("/./", "/"): path for path in invented_site.rglob("index.html")
    }
    made = {address: page for address in sorted(built) if (page := preview.page(address)) is not None}
    assert {address for address in built if address not in made} == {
        f"{folder}/{prose}/" for folder in ("", "/kk") for prose in ("about", "accessibility", "contribute", "method", "search")
    }
    for address, page in made.items():
        assert page == built[address].read_bytes(), address


def test_an_address_that_is_not_there_is_left_to_the_built_site(preview: Preview) -> None:
    for address in ("/nothing/", "/kk/nothing/", "/kk", "/index.html", "/assets/site.css"):
        assert preview.page(address) is None


@contextmanager
def served(project: Path) -> Iterator[IO[str]]:
    """`make serve` of a project: what it says."""
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            assert process.stdout
            yield process.stdout
        finally:
            process.terminate()


@contextmanager
def serving(project: Path) -> Iterator[tuple[str, IO[str]]]:
    """`make serve` of a project without mistakes: its address, and what it says."""
    with served(project) as said:
        assert said.readline() == "Built.\n"
        yield said.readline().split()[2], said


def fetched(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        return str(answer.read().decode())


def test_what_is_saved_is_shown_before_it_is_built(project: Path) -> None:
    topics = project / "data/topics.yaml"
    before, after = "How votes were counted.", "How ballots were counted."
    with serving(project) as (address, said):
        assert before in fetched(f"{address}topics/counting/")
        with (project / ".build/lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # no build can begin
            topics.write_text(topics.read_text().replace(before, after))
            assert said.readline() == "Read.\n"
            assert after in fetched(f"{address}topics/counting/")
            assert "<h1" in fetched(f"{address}about/"), "prose comes from the built site"
        assert said.readline() == "Built.\n"
        assert after in (project / "output/topics/counting/index.html").read_text()
        topics.write_text(topics.read_text() + "\nnonsense: [")
        assert "topics.yaml" in said.readline()
        assert after in fetched(f"{address}topics/counting/"), "the last good page stays"


def test_a_mistake_that_is_there_from_the_start_is_told_once_and_what_is_mended_is_built(project: Path) -> None:
    topics = project / "data/topics.yaml"
    good = topics.read_text()
    topics.write_text(good + "\nnonsense: [")
    with served(project) as said:
        told = "".join(takewhile(lambda line: not line.startswith("Serving"), said))
        assert told.count("topics.yaml:") == 1, told
        topics.write_text(good)
        assert said.readline() == "Read.\n"
        assert said.readline() == "Built.\n"


def test_what_the_system_refuses_is_told_and_what_is_saved_later_is_built(project: Path) -> None:
    (project / ".build").write_text("no folder")
    topics = project / "data/topics.yaml"
    with served(project) as said:
        assert said.readline() == f"{project}/.build: File exists. Nothing was published; the last good site is untouched.\n"
        assert said.readline().startswith("Serving")
        (project / ".build").unlink()
        topics.write_text(topics.read_text() + "# saved again\n")
        assert said.readline() == "Read.\n"
        assert said.readline() == "Built.\n"


def test_a_port_that_is_taken_is_named(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("generator", "serve", "--port", str(port), cwd=project)
    assert done.status == 2
    assert done.said.startswith(f"Nothing can be served on port {port} (") and len(done.said.splitlines()) == 1
    done = run("generator", "serve", "--port", "99999", cwd=project)
    assert done.status == 2 and "port must be 0-65535" in done.said and "Traceback" not in done.said
