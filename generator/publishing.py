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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

INPUTS = ("content", "data", "generator", "themes", "pelicanconf.py", "publishconf.py", "requirements")
"""What a site is made from; if none of it changed, there is nothing to do."""

_COMPRESSING = ("pelicanconf.py", "publishconf.py", "generator/writing.py")
"""Where it is decided how files are compressed: what was compressed in another way is not taken over."""

_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "SITE_ADDRESS", "SITE_REPOSITORY")
_SUFFIXES = (".pyc", "~", ".swp")


class BuildFailedError(Exception):
    """The site was not built; the last good one is untouched."""


def publish(project: Path, settings: str, output: Path) -> bool:
    """Build ``project`` with a Pelican settings file into ``output``. Returns whether anything had to be done.

    An ``output`` that is a link stays one: the site goes where it leads, which must be on the file system of the project.
    Raises ``BuildFailedError`` with what the builder said when the build fails, or with what the system refused.
    """
    try:
        return _published(project, settings, Path(os.path.realpath(output)))
    except OSError as error:
        raise BuildFailedError(f"{error.filename}: {error.strerror}. Nothing was published; the last good site is untouched.") from error


def _published(project: Path, settings: str, output: Path) -> bool:
    work = project / ".build"
    work.mkdir(exist_ok=True)
    with _alone(work / "lock"):
        environment = {**os.environ, "SOURCE_DATE_EPOCH": clock(project)}
        saved = _saved(project)
        made_from = fingerprint(project, INPUTS, str(output), settings, *(environment.get(name, "") for name in _ENVIRONMENT))
        compressed_by = fingerprint(project, _COMPRESSING, str(output), settings)
        stamp = work / f"stamp-{output.name}"
        told = stamp.read_text().split() if output.is_dir() and stamp.is_file() else []
        if made_from in told:
            return False
        aside = work / f"next-{output.name}"
        _remove(aside)
        _build(project, settings, aside, {**environment, "PREVIOUS_SITE": str(output) if compressed_by in told else ""})
        # A stamp must never outlive the site that it describes.
        stamp.unlink(missing_ok=True)
        _put_in_place(aside, output)
        # Whether what was saved during the build is in it, nobody knows: the next build finds out.
        with suppress(OSError):  # the site is published; without a stamp the next build begins anew
            stamp.write_text(f"{made_from}\n{compressed_by}" if _saved(project) == saved else compressed_by)
        _remove(aside)
    return True


def clock(project: Path) -> str:
    """Seconds since 1970 of the only clock that a build knows: ``SOURCE_DATE_EPOCH``, else the commit's date."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        return given
    # Fixed arguments, and a git that the reader of this project has on the path.
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=project, capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.strip() if done.returncode == 0 else ""


def fingerprint(project: Path, inputs: Sequence[str], *words: str) -> str:
    """A digest of words, and of files and folders of the project."""
    digest = hashlib.sha256(os.fsencode("\0".join(words)))
    for path in _files(project, inputs):
        digest.update(f"{path.relative_to(project).as_posix()}\0".encode())
        # A link may lead to something without an end; what it names is enough to see that it changed.
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _saved(project: Path) -> dict[str, int]:
    """When each of the inputs was last saved, on the file system's clock, which nobody sets back: saving the old content again shows, too."""
    return {str(path): path.lstat().st_ctime_ns for path in _files(project, INPUTS)}


def _files(project: Path, inputs: Sequence[str]) -> Iterator[Path]:
    for name in inputs:
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
    if not output.exists():
        aside.rename(output)
        return
    if _exchange(aside, output):
        return
    old = aside.with_name(f"old-{output.name}")
    _remove(old)
    output.rename(old)
    aside.rename(output)
    _remove(old)


def _remove(folder: Path) -> None:
    """Make sure that a folder of our own is not there. A link in its place goes, and what it leads to stays."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


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
