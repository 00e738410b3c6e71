"""The doors between the rooms stay as they are, and nothing in the code knows a country."""

from __future__ import annotations

import re

from tests.conftest import PROJECT

COUNTRY = re.compile(
    r"kazakhstan|kazakh\b|majilis|mäjilis|maslikhat|nur[ _-]?otan|amanat|tokayev|nazarbayev|astana|almaty|tenge|\bkzt\b|odihr|osce|казах|қазақстан|тенге|теңге",
    re.IGNORECASE,
)


def importers(module: str) -> set[str]:
    pattern = re.compile(rf"^\s*(?:import|from)\s+{module}\b", re.MULTILINE)
    return {
        path.relative_to(PROJECT / "generator").as_posix()
        for path in (PROJECT / "generator").rglob("*.py")
        if pattern.search(path.read_text())
    }


def test_only_one_module_knows_pelican() -> None:
    assert importers("pelican") == {"pelican_plugin.py"}


def test_only_one_module_knows_yaml() -> None:
    assert importers("yaml") == {"reading.py"}


def test_only_one_module_shapes_yaml() -> None:
    assert importers("ruamel") == {"shaping.py"}


def test_nothing_in_code_or_theme_knows_a_country() -> None:
    for folder in ("generator", "themes"):
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".css", ".js", ".svg"}:
                for number, line in enumerate(path.read_text().splitlines(), start=1):
                    assert not COUNTRY.search(line), f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"


def test_modules_are_small_and_named_for_what_they_do() -> None:
    for path in (PROJECT / "generator").rglob("*.py"):
        assert path.stem not in {"utils", "helpers", "common", "misc", "tools"}
        assert len(path.read_text().splitlines()) <= 330, f"{path} does more than one thing"
