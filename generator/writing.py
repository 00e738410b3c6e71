"""Writing the finished files: what is already published is taken over, the rest is written and compressed.

A file whose bytes the last good site has already is a second name of the same file (a hard link): neither written nor
compressed again. Nothing here ever writes into an existing file, whichever process made it, so two sites can share their
files safely.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType

import brotli

COMPRESSED = frozenset({".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".atom", ".txt", ".webmanifest"})
"""Kinds of file that a server may send as ``.br`` or ``.gz``; the others are compressed by nature."""

SMALLEST = 1024
"""Bytes below which compressing gains nothing: the answer fits one packet anyway."""

QUICK_QUALITY, PUBLISHED_QUALITY = 5, 11
"""Brotli's, while one works and for what readers get: the best makes pages an eighth smaller and takes sixty times as long."""

LARGEST_WINDOW = 22
"""Brotli's, as a power of two."""

GZIP_LEVEL = 6
"""Nine gains half a percent."""

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
        # Paths as texts: there are tens of thousands of them, and objects take longer than the system does.
        self.output, self.previous = str(output), str(previous) if previous else None
        self.variants: dict[str, Callable[[bytes], bytes]] = {
            "": bytes,
            # A window of the size of the file: a larger one gains nothing, and takes time to be set up for each.
            ".br": lambda content: bytes(brotli.compress(content, quality=quality, lgwin=min(LARGEST_WINDOW, len(content).bit_length()))),
            ".gz": lambda content: gzip.compress(content, GZIP_LEVEL, mtime=0),
        }
        self.waiting: Queue[tuple[str, bytes] | None] = Queue(WAITING)
        self.failed: BaseException | None = None
        self.folders: set[str] = set()
        self.written: set[str] = set()

    def __enter__(self) -> SiteWriter:
        """The writer itself."""
        self.thread = Thread(target=self._write_all)
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wait for what is under way."""
        self.failed = self.failed or error
        self.waiting.put(None)
        self.thread.join()
        if error is None and self.failed:
            raise self.failed

    def write(self, path: str, content: bytes) -> None:
        """Write one file of the site, once. Raises ``ValueError`` for a path that leads out of the folder, ``OSError`` for an earlier file."""
        relative = path.lstrip("/")
        if ".." in relative.split("/"):
            raise ValueError(f"a page outside the output folder: {path}")
        if relative in self.written:
            raise AddressTakenError(path)
        if self.failed:
            raise self.failed
        self.written.add(relative)
        self.waiting.put((relative, content))

    def _write_all(self) -> None:
        while file := self.waiting.get():
            if self.failed is None:
                try:
                    self._write(*file)
                except Exception as error:
                    self.failed = error

    def _write(self, relative: str, content: bytes) -> None:
        target = f"{self.output}/{relative}"
        folder, _, name = target.rpartition("/")
        if folder not in self.folders:
            _make(folder)
            self.folders.add(folder)
        old = f"{self.previous}/{relative}" if self.previous else None
        same = old is not None and _same(old, content)
        compressed = len(content) >= SMALLEST and name[name.rfind(".") :] in COMPRESSED
        for suffix, made in self.variants.items() if compressed else (("", bytes),):
            if not (same and _linked(f"{old}{suffix}", target + suffix)):
                _write_new(target + suffix, made(content), f"/{relative}")


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _write_new(target: str, content: bytes, path: str) -> None:
    try:
        with open(target, "xb") as file:
            file.write(content)
    except FileExistsError:  # written by the process of another language
        raise AddressTakenError(path) from None
    except OSError as error:  # a full disk is told without a name
        raise OSError(error.errno, error.strerror, target) from None


def _same(path: str, content: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(content):
            return False
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False


def _linked(old: str, new: str) -> bool:
    """Give an old file a second name; false where that is not possible (no such file, another file system)."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True
