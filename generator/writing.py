"""Writing the finished files: what is already published is taken over, the rest is written and compressed.

A file whose bytes the last good site has already is a second name of the same file (a hard link): neither written nor
compressed again. Nothing here ever writes into an existing file, whichever process made it, so two sites can share their
files safely.
"""

from __future__ import annotations

import gzip
import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from types import TracebackType

import brotli

COMPRESSED = frozenset({".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".atom", ".txt", ".webmanifest"})
"""Kinds of file that a server may send as ``.br`` or ``.gz``; the others are compressed by nature."""

SMALLEST = 1024
"""Bytes below which compressing gains nothing: the answer fits one packet anyway."""

QUICK_QUALITY, PUBLISHED_QUALITY = 5, 11
"""Brotli's, while one works and for what readers get: the best makes pages an eighth smaller and takes sixty times as long."""

GZIP_LEVEL = 9

WAITING = 16
"""Files that may wait to be compressed and written; whoever makes more of them waits, too, so that memory does not fill with pages."""


class AddressTakenError(ValueError):
    """A second file for an address. Written nevertheless, it could go through a hard link into the last good site."""

    def __init__(self, path: str) -> None:
        super().__init__(f"a second file for {path}")
        self.path = path

    def __reduce__(self) -> tuple[type[AddressTakenError], tuple[str]]:
        """As it was made: it may be raised in another process than the one that ends the build."""
        return type(self), (self.path,)


class SiteWriter:
    """Writes the files of a site into an empty folder; a second thread compresses while pages are made.

    ``previous`` is the site published before, if there is one; ``quality`` is Brotli's (0 to 11). Use it in a ``with``: its end waits for the last file and
    raises what went wrong with any of them (``OSError``).
    """

    def __init__(self, output: Path, previous: Path | None = None, quality: int = QUICK_QUALITY) -> None:
        self.output, self.previous = output, previous
        self.variants: dict[str, Callable[[bytes], bytes]] = {
            "": bytes,
            ".br": lambda content: bytes(brotli.compress(content, quality=quality)),
            ".gz": lambda content: gzip.compress(content, GZIP_LEVEL, mtime=0),
        }
        self.pool = ThreadPoolExecutor(max_workers=1)
        self.waiting: deque[Future[None]] = deque()
        self.folders: set[Path] = set()
        self.written: set[str] = set()

    def __enter__(self) -> SiteWriter:
        """The writer itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wait for what is under way."""
        self.pool.shutdown(cancel_futures=error is not None)
        if error is None:
            for job in self.waiting:
                job.result()

    def write(self, path: str, content: bytes) -> None:
        """Write one file of the site, once. Raises ``ValueError`` for a path that leads out of the folder, ``OSError`` for an earlier file."""
        parts = PurePosixPath(path.lstrip("/")).parts
        if ".." in parts:
            raise ValueError(f"a page outside the output folder: {path}")
        relative = "/".join(parts)
        if relative in self.written:
            raise AddressTakenError(path)
        self.written.add(relative)
        while len(self.waiting) >= WAITING:
            self.waiting.popleft().result()
        self.waiting.append(self.pool.submit(self._write, Path(relative), content))

    def _write(self, relative: Path, content: bytes) -> None:
        target = self.output / relative
        if target.parent not in self.folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.folders.add(target.parent)
        same = self.previous is not None and _same(self.previous / relative, content)
        for suffix, made in self.variants.items():
            if suffix and (target.suffix not in COMPRESSED or len(content) < SMALLEST):
                continue
            if not (same and self.previous and _linked(self.previous / f"{relative}{suffix}", self.output / f"{relative}{suffix}")):
                _write_new(target.with_name(target.name + suffix), made(content), f"/{relative.as_posix()}")


def _write_new(target: Path, content: bytes, path: str) -> None:
    try:
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError:  # written by the process of another language
        raise AddressTakenError(path) from None


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _linked(old: Path, new: Path) -> bool:
    """Give an old file a second name; false where that is not possible (no such file, another file system)."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True
