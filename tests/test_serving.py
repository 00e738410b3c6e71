"""The finished site behind a real nginx: headers, compression, the error page; and the byte budget of every page."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from markupsafe import escape

from generator.dataset import Dataset
from generator.serving import PAGE_POLICY, headers_file, headers_of
from tests.conftest import PROJECT

_MAIN = """
include /etc/nginx/modules-enabled/*.conf;
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@pytest.fixture(scope="module")
def nginx(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the real site by the sample."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        assert "CI" not in os.environ, "no nginx, although tests/prepare should have installed it"
        pytest.skip("no nginx: install it (on Debian: nginx-light and libnginx-mod-http-brotli-static)")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sample = (PROJECT / "serving" / "nginx.conf").read_text()
    (folder / "site.conf").write_text(sample.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/elections", str(real_site)))
    (folder / "main.conf").write_text(_MAIN.format(folder=folder, user="user root;" if os.getuid() == 0 else ""))
    server = subprocess.Popen([program, "-c", str(folder / "main.conf")], stderr=subprocess.DEVNULL)
    try:
        while server.poll() is None:
            with contextlib.suppress(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
        assert server.poll() is None, (folder / "error.log").read_text()
        yield port
    finally:
        server.terminate()
        server.wait()


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def languages(dataset: Dataset) -> list[str]:
    return ["", *(f"/{language.code}" for language in dataset.site.languages[1:])]


def one_of_each_kind(site: Path) -> list[str]:
    """An address of each room and of each kind of file."""
    found: dict[tuple[str, ...], str] = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in (".br", ".gz") and path.name != "_headers":
            relative = path.relative_to(site)
            found.setdefault(
                (*relative.parts[:2], path.suffix) if len(relative.parts) > 2 else (relative.parts[0], path.suffix), f"/{relative}"
            )
    return [address.removesuffix("index.html") for address in found.values()]


def test_every_kind_of_address_has_its_headers(nginx: int, real_site: Path, real: Dataset) -> None:
    addresses = one_of_each_kind(real_site)
    assert len(addresses) > 20
    for address in addresses:
        status, headers, _ = get(nginx, address)
        assert status == 200, address
        for name, value in headers_of(address, languages(real)).items():
            assert headers.get(name) == value, f"{address}: {name}"
        assert "application/octet-stream" not in headers["Content-Type"], address


def test_the_rules_are_published_for_static_hosts(real_site: Path, real: Dataset) -> None:
    assert (real_site / "_headers").read_bytes() == headers_file(languages(real))


def test_only_embeds_may_be_framed() -> None:
    assert "frame-ancestors 'none'" in headers_of("/compare/", ["", "/kk"])["Content-Security-Policy"]
    for path in ("/embed/turnout/", "/kk/embed/turnout/"):
        assert headers_of(path, ["", "/kk"])["Content-Security-Policy"].endswith("frame-ancestors *")


def test_every_page_says_the_policy_itself_before_it_loads_anything(real_site: Path, invented_site: Path) -> None:
    said = f'<meta http-equiv="Content-Security-Policy" content="{escape(PAGE_POLICY)}">'
    for site in (real_site, invented_site):
        for path in site.rglob("*.html"):
            assert re.search(r'<head>\n<meta charset="utf-8">\n(.*)', path.read_text())[1] == said, path  # type: ignore[index]
    assert "frame-ancestors" not in PAGE_POLICY, "browsers take it from a header only, and complain"
    assert headers_of("/compare/", [""])["Content-Security-Policy"].startswith(f"{PAGE_POLICY}; ")


def test_no_page_has_anything_that_the_policy_forbids(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        page = path.read_text()
        assert " style=" not in page, path
        assert "<style" not in page, path
        assert all(
            tag.startswith((' src="/', ' type="application/ld+json">', ' type="module" src="/')) for tag in page.split("<script")[1:]
        ), path


@pytest.mark.parametrize(("asked", "opened"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_compressed_files_are_sent_to_those_who_take_them(nginx: int, real_site: Path, asked: str, opened) -> None:  # type: ignore[no-untyped-def]
    _, headers, body = get(nginx, "/compare/", Accept_Encoding=asked)
    assert headers["Content-Encoding"] == asked
    assert "Accept-Encoding" in headers["Vary"]
    assert opened(body) == (real_site / "compare" / "index.html").read_bytes()
    _, plain, _ = get(nginx, "/compare/")
    assert "Content-Encoding" not in plain


def test_an_address_that_is_not_there_gets_the_error_page_of_its_language(nginx: int, real_site: Path, real: Dataset) -> None:
    for folder in languages(real):
        status, headers, body = get(nginx, f"{folder}/no/such/page/")
        assert status == 404
        assert body == (real_site / folder.lstrip("/") / "404.html").read_bytes()
        assert "Content-Security-Policy" in headers


def test_an_address_without_its_slash_leads_to_the_page(nginx: int) -> None:
    status, headers, _ = get(nginx, "/compare")
    assert (status, headers["Location"]) == (301, "/compare/")
