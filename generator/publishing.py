"""Building the site aside and putting it in place whole, so that readers never meet half a site.

The new site is built in a folder of its own. Only when that has succeeded are the two folders
exchanged, in one step where the system can (Linux ``renameat2``), else by two renames.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INPUTS = ("content", "data", "generator", "themes", "pelicanconf.py", "publishconf.py", "requirements")
"""What a site is made from; if none of it changed, there is nothing to do."""

_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "SITE_ADDRESS", "SITE_REPOSITORY")
_SUFFIXES = (".pyc", "~", ".swp")


class BuildFailedError(Exception):
    """The site was not built; the last good one is untouched."""


def publish(project: Path, settings: str, output: Path) -> bool:
    """Build ``project`` with a Pelican settings file into ``output``. Returns whether anything had to be done.

    Raises ``BuildFailedError`` with what the builder said when the build fails, or with what the system refused.
    """
    try:
        return _published(project, settings, output)
    except OSError as error:
        raise BuildFailedError(f"{error.filename}: {error.strerror}. Nothing was published; the last good site is untouched.") from error


def _published(project: Path, settings: str, output: Path) -> bool:
    work = project / ".build"
    work.mkdir(exist_ok=True)
    with _alone(work / "lock"):
        environment = {**os.environ, "SOURCE_DATE_EPOCH": clock(project)}
        stamp, wanted = work / f"stamp-{output.name}", fingerprint(project, settings, environment)
        if output.is_dir() and stamp.is_file() and stamp.read_text() == wanted:
            return False
        # A stamp must never outlive the site that it describes.
        stamp.unlink(missing_ok=True)
        aside = work / f"next-{output.name}"
        shutil.rmtree(aside, ignore_errors=True)
        _build(project, settings, aside, {**environment, "PREVIOUS_SITE": str(output)})
        _put_in_place(aside, output)
        stamp.write_text(wanted)
        shutil.rmtree(aside, ignore_errors=True)
    return True


def clock(project: Path) -> str:
    """Seconds since 1970 of the only clock that a build knows: ``SOURCE_DATE_EPOCH``, else the commit's date."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        return given
    # Fixed arguments, and a git that the reader of this project has on the path.
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=project, capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.strip() if done.returncode == 0 else ""


def fingerprint(project: Path, settings: str, environment: dict[str, str]) -> str:
    """A digest of everything that decides how the site looks."""
    digest = hashlib.sha256(settings.encode())
    for name in _ENVIRONMENT:
        digest.update(f"{name}={environment.get(name, '')}\0".encode())
    for path in _inputs(project):
        digest.update(f"{path.relative_to(project).as_posix()}\0".encode())
        # A link may lead to something without an end; what it names is enough to see that it changed.
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _inputs(project: Path) -> Iterator[Path]:
    for name in INPUTS:
        top = project / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and not path.name.endswith(_SUFFIXES) and "__pycache__" not in path.parts:
                yield path


def _build(project: Path, settings: str, aside: Path, environment: dict[str, str]) -> None:
    # Any warning ends the build: Pelican only logs a plugin that fails and would go on without our pages.
    command = [
        sys.executable,
        "-m",
        "generator.ahead",
        "data",
        "content",
        "-s",
        settings,
        "-o",
        str(aside),
        "--fatal",
        "warnings",
        "--log-handler",
        "plain",
    ]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        shutil.rmtree(aside, ignore_errors=True)
        raise BuildFailedError((done.stderr.strip() or done.stdout.strip() or "Pelican ended without a word.").strip())
    if not (aside / "index.html").is_file():
        shutil.rmtree(aside, ignore_errors=True)
        raise BuildFailedError("Pelican wrote no home page: is the plugin named in PLUGINS of the settings?")


def _put_in_place(aside: Path, output: Path) -> None:
    if not output.exists() and not output.is_symlink():
        aside.rename(output)
        return
    if _exchange(aside, output):
        return
    old = aside.with_name(f"old-{output.name}")
    shutil.rmtree(old, ignore_errors=True)
    output.rename(old)
    aside.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; false where the system cannot."""
    at_fdcwd, rename_exchange = -100, 2
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(function(at_fdcwd, os.fsencode(one), at_fdcwd, os.fsencode(other), rename_exchange) == 0)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let only one build of the project run at a time; a second waits for the first."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
