"""Jobs in processes of their own: what they return and raise, and a site that is the same however many there are."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator import side_by_side as module
from generator.side_by_side import side_by_side
from generator.writing import AddressTakenError, SiteWriter
from tests.conftest import INVENTED, pelican
from tests.test_build import build


@pytest.fixture(params=[1, 2])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """On one processor, and on two."""
    monkeypatch.setattr(module, "processors", lambda: request.param)
    return int(request.param)


class _Stubborn(Exception):
    """Cannot be made again from what it keeps, as many of other packages' own."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def _raise(error: BaseException) -> None:
    raise error


def _nothing() -> None:
    """A job that goes well."""


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_what_jobs_return_comes_in_their_order(processes: int, at_once: int) -> None:
    pages = [[f"/{number}/{page}/" for page in range(20_000)] for number in range(3)]
    assert side_by_side([partial(list, page) for page in pages], at_once) == pages


def test_so_many_jobs_at_a_time_as_are_allowed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)

    def job(number: int) -> int:
        (tmp_path / f"{number}").touch()
        seen = len(list(tmp_path.iterdir()))
        (tmp_path / f"{number}").unlink()
        return seen

    assert max(side_by_side([partial(job, number) for number in range(8)], at_once=2)) <= 2


def test_what_a_job_raises_is_raised(processes: int) -> None:
    for error in (AddressTakenError("/kk/index.html"), OSError(28, "No space left on device", "/site/a"), SystemExit(2)):
        jobs: list[Callable[[], None]] = [_nothing, partial(_raise, error)]
        with pytest.raises(type(error)) as raised:
            side_by_side(jobs, at_once=2)
        assert str(raised.value) == str(error)
        assert vars(raised.value).get("path") == vars(error).get("path")
        assert getattr(raised.value, "filename", None) == getattr(error, "filename", None)


def test_an_exception_that_cannot_travel_is_told(processes: int) -> None:
    jobs: list[Callable[[], None]] = [_nothing, partial(_raise, _Stubborn(1, 2))]
    with pytest.raises(Exception, match="1 and 2"):
        side_by_side(jobs, at_once=2)


def test_a_mistake_of_one_stops_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)
    jobs: list[Callable[[], object]] = [_nothing, partial(_raise, ZeroDivisionError()), signal.pause, signal.pause]
    with pytest.raises(ZeroDivisionError):
        side_by_side(jobs, at_once=3)


def test_of_several_mistakes_the_first_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)

    def late() -> None:
        while not (tmp_path / "failed").exists():
            os.sched_yield()
        raise ValueError("late")

    def early() -> None:
        (tmp_path / "failed").touch()
        raise KeyError("early")

    with pytest.raises(ValueError, match="late"):
        side_by_side([late, early], at_once=2)


def test_a_job_that_cannot_return_what_it_made_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)
    with pytest.raises(RuntimeError, match="local object"):
        side_by_side([lambda: lambda: None], at_once=1)


def test_a_job_that_is_killed_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "processors", lambda: 2)
    with pytest.raises(RuntimeError, match="ended from outside"):
        side_by_side([_nothing, lambda: os.kill(os.getpid(), signal.SIGKILL)], at_once=2)


def test_a_file_of_another_process_is_never_written_into(tmp_path: Path) -> None:
    previous, output = tmp_path / "previous", tmp_path / "next"
    previous.mkdir()
    (previous / "index.html").write_text("published")
    with SiteWriter(output, previous) as one:
        one.write("/index.html", b"published")
    with pytest.raises(AddressTakenError, match=r"/index\.html"), SiteWriter(output, previous) as other:
        other.write("/index.html", b"another")
    assert (previous / "index.html").read_text() == "published"


def test_a_page_of_one_language_at_the_address_of_another_is_refused(project: Path) -> None:
    prose = project / "content/pages/en"
    (prose / "kk.md").write_text((prose / "about.md").read_text())
    status, said = build(project)
    assert status == 2
    assert "a page for `/kk/`, which is made from the data" in said
    assert "Traceback" not in said


@pytest.mark.skipif(module.processors() < 2, reason="this machine has one processor")
def test_the_site_is_the_same_on_one_processor_as_on_several(invented_site: Path, tmp_path: Path) -> None:
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        done = pelican(INVENTED / "pelicanconf.py", tmp_path)
    finally:
        os.sched_setaffinity(0, allowed)
    assert done.status == 0, done.said
    made, alone = (
        {path.relative_to(site): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
        for site in (invented_site, tmp_path)
    )
    assert made == alone
