"""How many requests a second nginx answers with the sample configuration, asked by wrk on the same machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

from benchmarks.peers import PROJECT

_ABOUT = "\n## Requests\n\nnginx with `serving/nginx.conf` and one worker, asked by wrk (one thread, 32 connections, 5 s) over loopback"


def requests(site: Path, folder: Path) -> str:
    """The part of the results on serving; it says so where a program is missing."""
    nginx, wrk = shutil.which("nginx", path="/usr/sbin:/usr/bin"), shutil.which("wrk")
    if not nginx or not wrk:
        return "\n## Requests\n\nNot measured: nginx or wrk is not installed here.\n"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sample = (PROJECT / "serving/nginx.conf").read_text()
    (folder / "site.conf").write_text(sample.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/elections", str(site.absolute())))
    lines = [
        "include /etc/nginx/modules-enabled/*.conf;",
        "user root;" if os.getuid() == 0 else "",
        "daemon off;",
        f"pid {folder}/nginx.pid;",
        "worker_processes 1;",
    ]
    lines += [f"error_log {folder}/error.log;", "events {}", f"http {{ access_log off; include {folder}/site.conf; }}"]
    (folder / "nginx.conf").write_text("\n".join(lines))
    server = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        answers = [(page, _asked(wrk, f"http://127.0.0.1:{port}{page}")) for page in ("/", "/compare/", "/nothing-here/")]
    finally:
        server.terminate()
        server.wait()
    rows = "\n".join(f"| `{page}` | {found} |" for page, found in answers)
    return f"{_ABOUT}, brotli accepted.\n\n| page | requests a second |\n|---|--:|\n{rows}\n"


def _asked(wrk: str, address: str) -> str:
    command = [wrk, "-t1", "-c32", "-d5s", "-H", "Accept-Encoding: br", address]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return next((line.split()[1] for line in said.splitlines() if line.startswith("Requests/sec")), "not answered")
