"""Dependencies: pinned, hashed, without addresses, licences known; the bill of materials is that of the lock."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

REQUIREMENTS = PROJECT / "requirements"


def locked(name: str) -> dict[str, tuple[str, str, list[str]]]:
    """Version, marker and hashes of each package of a lock."""
    text = (REQUIREMENTS / f"{name}.txt").read_text().replace(" \\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            package, version, marker = re.match(r"([a-z0-9-]+)(?:\[[a-z,-]+\])?==([^\s;]+)(?: ; ([^-]*(?:-(?!-)[^-]*)*))?", line).groups()  # type: ignore[union-attr]
            found[package] = (version, (marker or "").strip(), re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    return found


@pytest.mark.parametrize("name", ["site", "tests", "tools"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    assert all(hashes for _, _, hashes in locked(name).values())
    assert not re.search(r"https?://|file:", re.sub("#.*", "", (REQUIREMENTS / f"{name}.txt").read_text()))
    assert all("==" in line for line in (REQUIREMENTS / f"{name}.in").read_text().splitlines() if line and line[0] not in "#-")


def test_the_tests_run_with_what_the_site_is_built_with() -> None:
    tests = locked("tests")
    assert {package: found[0] for package, found in locked("site").items()} == {package: tests[package][0] for package in locked("site")}


def test_whatever_is_locked_is_looked_up_among_known_weaknesses() -> None:
    said = subprocess.run(["make", "-n", "audit-deps"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    locks = {path.relative_to(PROJECT).as_posix() for folder in (REQUIREMENTS, PROJECT / "benchmarks") for path in folder.glob("*.txt")}
    assert {lock for lock in locks if lock not in said} == {"requirements/site.txt"}, "tests.txt has all of it"


def test_the_bill_of_materials_is_that_of_the_lock() -> None:
    bill = json.loads((REQUIREMENTS / "sbom.cdx.json").read_text())
    assert (bill["bomFormat"], "serialNumber" in bill) == ("CycloneDX", False)
    listed = {re.sub(r"[-_.]+", "-", c["name"]).lower(): c for c in bill["components"]}
    lock = locked("site")
    for package, (version, marker, hashes) in lock.items():
        if package not in listed:
            assert "sys_platform" in marker or "python_" in marker, f"{package} is in site.txt and not in the bill: run `make lock`"
            continue
        assert listed[package]["version"] == version, f"{package}: run `make lock`"
        assert [p["value"] for p in listed[package]["properties"]] == hashes
        assert listed[package]["licenses"], f"{package} declares no licence"
    assert set(listed) <= set(lock)


def test_the_bill_of_materials_is_published(real_site: Path) -> None:
    assert (real_site / "sbom.cdx.json").read_bytes() == (REQUIREMENTS / "sbom.cdx.json").read_bytes()
