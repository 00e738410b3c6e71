"""What editors have around their editor: yamllint, EditorConfig, pre-commit, targets of the Makefile."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import COMMANDS
from generator.reading import read_yaml
from tests.conftest import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def test_pre_commit_calls_the_makefile_and_nothing_else() -> None:
    document = read_yaml(PROJECT / ".pre-commit-config.yaml", ".pre-commit-config.yaml")
    assert document.problems == ()
    assert [repository["repo"] for repository in document.value["repos"]] == ["local"]
    for hook in document.value["repos"][0]["hooks"]:
        make, target = hook["entry"].split()
        assert (make, hook["language"], hook["pass_filenames"]) == ("make", "system", False)
        assert target in TARGETS


def test_every_command_has_a_target_with_a_word_of_help() -> None:
    helped = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    called = set(re.findall(r"python -m generator ([a-z]+)", MAKEFILE))
    assert called == set(COMMANDS)
    assert {"new", "progress", "index", "fmt", "schema"} <= helped


def test_editorconfig_agrees_with_the_formatters() -> None:
    config = configparser.ConfigParser()
    config.read_string("[head]\n" + (PROJECT / ".editorconfig").read_text())
    assert config["head"]["root"] == "true"
    assert (config["*"]["end_of_line"], config["*"]["charset"], config["*"]["indent_size"]) == ("lf", "utf-8", "2")
    assert config["*.py"]["max_line_length"] in (PROJECT / "pyproject.toml").read_text()
    assert config["Makefile"]["indent_style"] == "tab"


@pytest.mark.parametrize("bad", ["a: { b: 1 }\n", "a:\n- 1\n", "a: 1 \n", "a: 1", "a: yes\n", "a: 1\na: 2\n", "\ta: 1\n"])
def test_yamllint_sees_what_is_out_of_shape(bad: str, tmp_path: Path) -> None:
    def lint(text: str) -> int:
        file = tmp_path / "x.yaml"
        file.write_text(text)
        command = [sys.executable, "-m", "yamllint", "--strict", "-c", str(PROJECT / ".yamllint.yaml"), str(file)]
        return subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).returncode

    assert lint("# A comment.\na: {b: 1}\nlist:\n  - 1\n") == 0
    assert lint(bad) != 0
