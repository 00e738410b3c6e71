"""``serve``: serve the site on this machine, and build it again on every change."""

from __future__ import annotations

import argparse
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from generator.publishing import INPUTS, BuildFailedError, publish

HELP = "serve the site on this machine; rebuild when data, prose, theme or generator change"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and what to build."""
    parser.add_argument("--port", type=int, default=8000, help="port on this machine (default: 8000)")
    parser.add_argument("--settings", default="pelicanconf.py", help="Pelican settings (default: pelicanconf.py)")
    parser.add_argument("--output", type=Path, default=Path("output"), help="folder of the finished site (default: output)")


class _Handler(SimpleHTTPRequestHandler):
    """Serves files quietly and never lets a browser keep an old one."""

    def end_headers(self) -> None:
        """Add the header that makes a reload show the newest build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of what worked."""


def run(data: Path, options: argparse.Namespace) -> int:
    """Build, serve, and build again whenever an input changes, until interrupted."""
    del data  # the settings name it
    project = Path.cwd()
    _build(project, options)
    handler = partial(_Handler, directory=str(options.output.absolute()))
    with ThreadingHTTPServer(("127.0.0.1", options.port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving on http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)", flush=True)
        try:
            for _ in watch(*(project / name for name in INPUTS if (project / name).exists()), debounce=200, raise_interrupt=False):
                _build(project, options)
        finally:
            server.shutdown()
    return 0


def _build(project: Path, options: argparse.Namespace) -> None:
    try:
        if publish(project, options.settings, options.output.absolute()):
            print("Built.", flush=True)
    except BuildFailedError as failure:
        print(failure, file=sys.stderr, flush=True)
