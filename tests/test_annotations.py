"""In GitHub Actions the messages are workflow commands too, which stand on the lines of a pull request's diff."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.annotations import workflow_commands
from generator.problems import Place, Problem
from tests.conftest import INVENTED, run
from tests.mistakes import MISTAKES

COMMAND = re.compile(r"::error (?:file=(?P<file>[^:,]+),line=(?P<line>\d+),col=(?P<col>\d+),)?title=(?P<title>[^:,]+)::(?P<message>.+)")
MISTAKE = MISTAKES["unknown topic"]
HERE = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": ""}


def commands(said: str) -> list[re.Match[str]]:
    lines = [line for line in said.splitlines() if line.startswith("::")]
    found = [COMMAND.fullmatch(line) for line in lines]
    assert None not in found, lines
    return [match for match in found if match]


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    return tmp_path


def test_check_and_build_say_each_mistake_once_more_as_a_command(project: Path) -> None:
    MISTAKE.make(project)
    MISTAKES["link that is a script"].make(project)
    for command in (("check",), ("build",)):
        done = run("generator", *command, cwd=project, environment=HERE)
        assert done.status == 2
        assert all(line in done.said.splitlines() for line in MISTAKE.says), "the message for the log stays"
        spots = [(found["file"], found["line"], found["col"]) for found in commands(done.said)]
        assert spots == [("content/pages/en/about.md", "9", "8"), ("data/elections/2010-assembly/findings.yaml", "3", "6")]
        assert commands(done.said)[1]["title"] == "Found the unknown topic `countng`"
        assert commands(done.said)[1]["message"] == "Expected a topic that data/topics.yaml declares. Did you mean `counting`?"


def test_elsewhere_there_are_none(project: Path) -> None:
    MISTAKE.make(project)
    for elsewhere in ({}, {"GITHUB_ACTIONS": ""}, {"GITHUB_ACTIONS": "false"}):
        assert "::error" not in run("generator", "check", cwd=project, environment=elsewhere).said


def test_paths_start_from_the_repository_wherever_the_data_are(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("data", "content"):
        shutil.copytree(INVENTED / folder, github / "countries/freedonia" / folder)
    MISTAKE.make(github / "countries/freedonia")
    assert main(["--data", str(github / "countries/freedonia/data"), "check"]) == 2
    (found,) = commands(capsys.readouterr().err)
    assert found["file"] == "countries/freedonia/data/elections/2010-assembly/findings.yaml"


def test_a_file_out_of_shape_is_shown_at_its_first_line_that_is(github: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(INVENTED / "data", github / "data")
    (github / "data/changes.yaml").write_text((INVENTED / "data/changes.yaml").read_text().replace("{id: first, ", "{ id: first, "))
    assert main(["--data", str(github / "data"), "fmt", "--check"]) == 1
    (found,) = commands(capsys.readouterr().out)
    assert (found["file"], found["line"]) == ("data/changes.yaml", "2")


def test_what_an_editor_wrote_cannot_end_a_command_or_begin_another(github: Path) -> None:
    evil = "x\n::stop-commands::now\r\n%0A::error::,title=y:\u202e"
    (line,) = workflow_commands([Problem(Place(f"data/{evil}", 3, 4), evil, evil, evil)], github).splitlines()
    properties, _, message = line.removeprefix("::error ").partition("::")
    assert not {"\n", "\r", "\u202e"} & set(line)
    assert properties.count(",") == 3, "file, line, column, title"
    assert ":" not in properties
    assert "%0A" not in message.replace("%250A", ""), "a per cent sign of the text is no line of the command"


def test_a_message_is_one_line_whatever_stands_in_the_file(project: Path) -> None:
    """A text with lines of its own, or a file's name with one, must not put words into the log in our name."""
    findings = project / "data/elections/2010-assembly/findings.yaml"
    findings.write_text(findings.read_text().replace("topic: counting", r'topic: "a\n::error::b"'))
    (project / "data/elections/2010-assembly/x\n::warning::y.yaml").write_text("a: 1\n")
    done = run("generator", "check", cwd=project)
    assert done.status == 2
    lines = done.said.splitlines()
    assert len(lines) == 3 and all(line.startswith("data/") for line in lines[:-1]), done.said
    assert not any(line.startswith("::") for line in lines)


def test_a_place_outside_the_repository_is_named_in_no_property(github: Path) -> None:
    (line,) = workflow_commands([Problem(Place("/elsewhere/report.txt", 3, 4), "x", "y", "Z.")], github).splitlines()
    assert line == "::error title=Found x::Expected y. Z."
