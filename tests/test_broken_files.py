"""Every kind of mistake an editor can make, made on purpose in the invented country, with the message that it must give."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.loading import load
from generator.problems import DataProblems
from tests.conftest import INVENTED, PROJECT, run
from tests.mistakes import MISTAKES

MESSAGE = re.compile(
    r"(?P<file>\S+):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): found (?P<found>.+); expected (?P<expected>.+?)\. (?P<remedy>.+[.?])"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("data", "content"):
        shutil.copytree(INVENTED / folder, tmp_path / folder)
    return tmp_path


def messages(project: Path) -> list[str]:
    with pytest.raises(DataProblems) as caught:
        load(project / "data", project / "content")
    assert caught.value.exitcode == 2
    *lines, last = caught.value.report().splitlines()
    assert last.startswith(f"{len(lines)} problem") and last.endswith("Nothing was built; the last good site is untouched.")
    return lines


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_with_its_place_and_its_remedy_and_nothing_that_follows_from_it(project: Path, name: str) -> None:
    mistake = MISTAKES[name]
    mistake.make(project)
    said = messages(project)
    assert said == list(mistake.says)
    for line in said:
        assert MESSAGE.fullmatch(line), line
    assert any(line.startswith(f"{mistake.file}:") for line in said) or name == "report without an index"


def test_all_mistakes_are_reported_at_once(project: Path) -> None:
    chosen = [
        "mistyped field",
        "unknown topic",
        "unknown contestant",
        "impossible date",
        "reform twice",
        "wrong year",
        "value without source",
        "formula that does not yield",
        "link that is a script",
    ]
    for name in chosen:
        MISTAKES[name].make(project)
    said = messages(project)
    for name in chosen:
        assert MISTAKES[name].says[0] in said, name


def test_an_unreadable_file_is_named_and_does_not_hide_the_rest(project: Path) -> None:
    (project / "data/contestants.yaml").write_bytes(b"\xff\xfe")
    MISTAKES["impossible date"].make(project)
    said = "\n".join(messages(project))
    assert "contestants.yaml:1:1: found the byte 0xFF, which is not UTF-8" in said
    assert "no date of the calendar" in said
    assert "unknown contestant" not in said


def test_a_site_of_nothing_is_begun_with_an_election(project: Path) -> None:
    """Where nothing is entered there is a message, and what it says to do gives a site."""
    for name in ("elections", "reports", "reforms"):
        shutil.rmtree(project / "data" / name)
    for name in ("threads", "checks", "glossary"):
        (project / f"data/{name}.yaml").unlink()
    (project / "data/contestants.yaml").write_text("contestants: {}\n")
    (project / "data/site.yaml").write_text((project / "data/site.yaml").read_text().partition("pairs:")[0])
    assert messages(project) == [
        "data/elections:1:1: found no election; expected at least one, with its report. Begin it: `make new ID=<year>-<body> REPORT=<its report> KIND=parliamentary` (or `presidential`)."
    ]
    assert main(["--data", str(project / "data"), "new", "2030-assembly", "2030-report", "--kind", "parliamentary"]) == 0
    assert list(load(project / "data", project / "content").elections) == ["2030-assembly"]


def test_the_command_ends_with_the_messages_and_no_traceback(project: Path) -> None:
    MISTAKES["unknown topic"].make(project)
    done = run("generator", "--data", str(project / "data"), "check")
    assert done.status == 2
    assert "Did you mean `counting`?" in done.said
    assert "Traceback" not in done.said
    assert "1 problem in the data or the prose." in done.said


SPEAKERS = {
    "Problem": 1,
    "refusal": 0,
    "_Refused": 1,
    "complain": 1,
    "odd": 1,
    "problem": 1,
    "_refused": 1,
    "_unworkable": 2,
    "_Unreadable": 1,
}
"""Who words a message, and which argument begins with what was found."""

ELSEWHERE = {
    "something that is no file",
    "a file of ",
    "a file that cannot be read (",
    "a symbolic link",
    " mistakes up to here",
    "more than ",
    "the folder `",
    "a source without a report",
    "no election",
    "no recommendation ",
    "text that is not YAML",
}
"""Said of files that are too large or too strange to be kept here, or of indicators that the invented country lacks."""


def worded(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """The line and the fixed words of each message's "found" in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            position = SPEAKERS.get(name)
            if position is not None and len(node.args) > position:
                found = node.args[position]
                words = [part.value for part in ast.walk(found) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                if isinstance(found, ast.Constant | ast.JoinedStr | ast.IfExp) and words:
                    yield node.lineno, words


def test_there_is_a_mistake_for_every_message() -> None:
    said = "\n".join(line for mistake in MISTAKES.values() for line in mistake.says)
    modules = [
        PROJECT / f"generator/{name}.py" for name in ("reading", "text_files", "files", "explaining", "prose_files", "evidence/index")
    ]
    modules += [*(PROJECT / "generator/checking").glob("*.py"), *(PROJECT / "generator/model").glob("*.py")]
    unheard = [
        f"{module.relative_to(PROJECT)}:{line}: {words}"
        for module in modules
        for line, words in worded(ast.parse(module.read_text()))
        if not all(word in said for word in words if len(word) > 3) and words[0] not in ELSEWHERE
    ]
    assert not unheard, "\n".join(unheard)
