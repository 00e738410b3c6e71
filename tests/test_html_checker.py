"""Every page passes the W3C's own checker (vnu), where `tests/prepare` could install it; in CI it always could."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

VNU = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"
available = VNU.is_file() and shutil.which("java") is not None


def complaints(site: Path) -> str:
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", "--format", "gnu", str(site)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_the_checker_is_there_in_ci() -> None:
    assert available or not os.environ.get("CI"), "tests/prepare did not install the HTML checker"


@pytest.mark.skipif(not available, reason="the HTML checker is not installed; tests/prepare says how")
def test_every_page_is_valid_html(real_site: Path, invented_site: Path) -> None:
    assert complaints(real_site) == ""
    assert complaints(invented_site) == ""


@pytest.mark.skipif(not available, reason="the HTML checker is not installed; tests/prepare says how")
def test_a_page_that_is_not_valid_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><p><table><tr><td></p></html>")
    assert "error" in complaints(tmp_path)
