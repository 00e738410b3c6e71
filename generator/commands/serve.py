"""``serve``: serve the site on this machine, show what changes in the data at once, and build again behind it."""

from __future__ import annotations

import argparse
import os
import runpy
import sys
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchfiles import watch

from generator.lasting import search
from generator.loading import load
from generator.preview import Preview
from generator.problems import DataProblems
from generator.publication import publication
from generator.publishing import INPUTS, BuildFailedError, clock, publish

HELP = "serve the site on this machine; rebuild when data, prose, theme or generator change"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and what to build."""
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    parser.add_argument("--settings", default="pelicanconf.py", help="Pelican settings (default: pelicanconf.py)")
    parser.add_argument("--output", type=Path, default=Path("output"), help="folder of the finished site (default: output)")


class _Site:
    """The site that is shown: the one last built, and over it the pages of data that were saved since."""

    def __init__(self, project: Path, options: argparse.Namespace) -> None:
        self.project, self.options = project, options
        self.lock = threading.Lock()
        self.preview: Preview | None = None
        self.changed = threading.Event()

    def page(self, address: str) -> bytes | None:
        """A page that is newer than the built one. Waits while changes are read."""
        with self.lock:
            return self.preview.page(address) if self.preview else None

    def read(self) -> bool:
        """Take up what was saved in the data; false, with the messages, if there is something wrong with it."""
        with self.lock:
            settings = runpy.run_path(self.options.settings)
            try:
                dataset = load(Path(settings["DATA_PATH"]), Path(settings["PATH"]))
            except DataProblems as problems:
                print(problems.report(), file=sys.stderr, flush=True)
                return False
            with suppress(OSError):  # a full disk, say: the build that follows tells of it
                self.preview = Preview(dataset, publication({**settings, "SOURCE_DATE_EPOCH": clock(self.project)}, dataset.newest))
        return True

    def build(self) -> None:
        """Build the whole site; if nothing was saved meanwhile, it takes the place of the preview."""
        self.changed.clear()
        try:
            built = publish(self.project, self.options.settings, self.options.output.absolute())
        except BuildFailedError as failure:
            print(failure, file=sys.stderr, flush=True)
            return
        with self.lock:
            if not self.changed.is_set():
                self.preview = None
        if built:
            print("Built.", flush=True)

    def first_read(self) -> bool:
        """Read the data and make a page before anything is saved, so that the first save is shown as soon as the others are."""
        if not self.read():
            return False
        with suppress(OSError):
            self.page("/elections/")
        search()  # what now lasts need not be looked through after each save
        return True

    def keep_built(self, address: str) -> None:
        """Build, say where the site is to be seen, and build again whenever something changed, for ever."""
        os.nice(19)  # of this thread and the builds that it begins: who waits for a page comes first
        if self.first_read():
            self.build()
        print(f"Serving on {address} (Ctrl-C ends it)", flush=True)
        while self.changed.wait():
            self.build()


class _Handler(SimpleHTTPRequestHandler):
    """Serves pages and files quietly and never lets a browser keep an old one."""

    def __init__(self, site: _Site, *arguments: object, **named: object) -> None:
        self.site = site
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page of data that were just saved, else the file."""
        page = self.site.page(urlsplit(self.path).path)
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        """Add the header that makes a reload show the newest build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of what worked."""


def run(data: Path, options: argparse.Namespace) -> int:
    """Build, serve, and show and build again whatever is saved, until interrupted."""
    del data  # the settings name it
    project = Path.cwd()
    site = _Site(project, options)
    handler = partial(_Handler, site, directory=str(options.output.absolute()))
    try:
        listening = ThreadingHTTPServer(("127.0.0.1", options.port), handler)
    except (OSError, OverflowError) as error:
        remedy = "If `make serve` runs already, use that, or choose another port: make serve PORT=8001."
        print(f"Nothing can be served on port {options.port} ({error}). {remedy}", file=sys.stderr)
        return 2
    with listening as server:
        # What is saved during the first build is seen, too: the watch below begins before that has ended.
        for work in (server.serve_forever, partial(site.keep_built, f"http://127.0.0.1:{server.server_port}/")):
            threading.Thread(target=work, daemon=True).start()
        own_code = False
        try:
            inputs = [project / name for name in INPUTS if (project / name).exists()]
            for changes in watch(*inputs, debounce=200, step=20, raise_interrupt=False):
                # Code that is running already does not change with its files; from then on only the build knows how pages look.
                own_code = own_code or any(Path(path).is_relative_to(project / "generator") for _, path in changes)
                if own_code:
                    site.preview = None
                elif not site.read():
                    continue
                else:
                    print("Read.", flush=True)
                site.changed.set()
        finally:
            server.shutdown()
    return 0
