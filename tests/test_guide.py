"""CONTRIBUTING.md followed to the letter: its commands run, its examples entered, from the first line to the last.

A fence ``yaml PATH`` is entered into that file of a copy of the project, ``yaml shows PATH`` must stand in it already, and a
fence ``console`` is run: what it prints must be what the guide says, where ``...`` stands for anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.loading import load
from generator.model.base import NOT_ENTERED
from generator.reading import parse_yaml, read_yaml
from tests.conftest import PROJECT

GUIDE = PROJECT / "CONTRIBUTING.md"
REPORT = PROJECT / "tests/guide/report.txt"

PUBLISHED_MISTAKE = ("value: 54.21\n    source: {annex: I}", "value: 53.90\n    source: {annex: I}")
"""What the guide's first job begins with: a number that is published, and stands in another row of the annex."""

WORDS = re.compile(r"[A-Z]+=\S+")
_FENCE = re.compile(r"^(?P<indent> *)(?:\d+\. )?```(?P<info>\S[^\n]*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """An example of the guide: what it is (``console``, or ``yaml`` and a path), and its lines."""

    info: str
    body: str


def fences(guide: str) -> list[Fence]:
    return [Fence(match["info"], textwrap.dedent(match["body"])) for match in _FENCE.finditer(guide)]


def chunks(text: str, indent: str = "") -> Iterator[tuple[str, str]]:
    """The keys at an indentation, each with its lines; comments and blank lines after its last line are not its own."""
    for match in re.finditer(rf"^{indent}(?P<key>[\w.-]+):.*\n(?:(?:{indent}[ ].*)?\n)*", text, re.MULTILINE):
        lines = match[0].splitlines(keepends=True)
        while not lines[-1].strip() or lines[-1].lstrip().startswith("#"):
            del lines[-1]
        yield match["key"], "".join(lines)


def enter(example: str, path: Path) -> None:
    """Enter an example into a file, as an editor would: a new file, an item, or the entries of its keys."""
    if not path.exists():
        path.write_text(example)
        return
    text = path.read_text()
    if example.startswith("- "):
        path.write_text(text + textwrap.indent(example, "  "))
        return
    for key, lines in chunks(example):
        for indent in ("", "  "):
            old = dict(chunks(text, indent)).get(key)
            if old is not None:
                text = text.replace(old, entered(textwrap.indent(lines, indent), old, indent))
                break
        else:
            text += textwrap.indent(lines, "  ")
    path.write_text(text)


def entered(lines: str, old: str, indent: str) -> str:
    """An entry with the fields of an example: one that says more keeps the rest; one that is not yet entered is replaced."""
    fields = dict(chunks(old, indent + "  "))
    if NOT_ENTERED in old or "absence" in fields or not fields:
        return lines
    for field, value in chunks(lines, indent + "  "):
        assert field in fields, f"{field} is new in {old}"
        old = old.replace(fields[field], value)
    return old


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def as_said(said: str, expected: str) -> bool:
    """Whether an output is what the guide says."""
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("..."))
    return re.fullmatch(pattern, said.strip(), re.DOTALL) is not None


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as an editor has it, with an environment that is installed already, and the invented report beside it."""
    copy = tmp_path_factory.mktemp("guide") / "project"
    for name in ("generator", "themes", "data", "content", "schema", "requirements"):
        shutil.copytree(PROJECT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py", "Makefile", "pyproject.toml"):
        shutil.copy(PROJECT / name, copy)
    shutil.copy(REPORT, copy.parent / "report.txt")
    edit(copy / "data/elections/2023-majilis/figures.yaml", *PUBLISHED_MISTAKE)
    for words in (
        ("init", "-q"),
        ("add", "data"),
        ("commit", "-q", "-m", "As published"),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(["git", "-c", "user.name=E", "-c", "user.email=e@example.org", *words], cwd=copy, check=True)
    environment = copy / ".venv"
    environment.mkdir()
    for part in Path(sys.prefix).iterdir():
        if part.suffix != ".stamp":
            (environment / part.name).symlink_to(part)
    for name in ("site.stamp", "tests.stamp"):
        (environment / name).touch()
    return copy


def make(command: str, cwd: Path) -> tuple[bool, str]:
    """Run a command line of the guide; whether it went well, and its output, errors included."""
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(command, shell=True, cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stderr + done.stdout


@pytest.fixture(scope="module")
def followed(copy: Path) -> Path:
    """The copy after everything that the guide tells to do, each step with the outcome that it tells."""
    for fence in fences(GUIDE.read_text()):
        if fence.info == "console":
            for step in re.split(r"^\$ ", fence.body, flags=re.MULTILINE)[1:]:
                command, _, expected = step.partition("\n")
                well, said = make(command, copy)
                assert as_said(said, expected), f"$ {command}\n{said}"
                assert well != (": found " in expected), f"$ {command}\n{said}"
        elif fence.info.startswith("yaml data/"):
            enter(fence.body, copy / fence.info.removeprefix("yaml "))
    return copy


def test_every_example_of_the_guide_is_one_that_is_tried() -> None:
    found = fences(GUIDE.read_text())
    assert GUIDE.read_text().count("```") == 2 * len(found)
    assert len(found) > 10
    for fence in found:
        assert fence.info == "console" or re.fullmatch(r"yaml (?:shows )?data/\S+\.yaml", fence.info), fence.info
        assert fence.info == "console" or parse_yaml(fence.body, "the guide").problems == ()


def test_what_the_guide_shows_stands_in_the_data() -> None:
    for fence in fences(GUIDE.read_text()):
        if fence.info.startswith("yaml shows"):
            shown = parse_yaml(fence.body, "the guide").value
            sections = read_yaml(PROJECT / fence.info.split()[-1], "").value.values()
            if isinstance(shown, list):
                assert any(isinstance(items, list) and any(within(shown[0], item) for item in items) for items in sections)
            else:
                assert any(within(shown, entries) for entries in sections), shown


def within(shown: object, there: object) -> bool:
    """Whether what a guide shows stands there; translations beside the English may be left out."""
    if isinstance(shown, dict):
        return isinstance(there, dict) and all(key in there and within(value, there[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return isinstance(there, list) and len(shown) == len(there) and all(map(within, shown, there))
    return shown == there


def test_every_command_that_a_document_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", (PROJECT / "Makefile").read_text(), re.MULTILINE))
    documents = [PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "HACKING.md", ".github/PULL_REQUEST_TEMPLATE.md")]
    for document in documents:
        named = set(re.findall(r"(?:`|^\s*(?:\$ )?)make ([a-z-]+)", document.read_text(), re.MULTILINE))
        assert named <= targets | {"lint"}, f"{document.name}: {named - targets}"
        for target, rest in re.findall(r"`make ([a-z-]+) ([A-Z][^`]*)`", document.read_text()):
            recipe = subprocess.run(["make", "-n", target, *WORDS.findall(rest)], cwd=PROJECT, capture_output=True, text=True, check=True)
            assert all(word.partition("=")[2].strip("'") in recipe.stdout for word in WORDS.findall(rest)), f"make {target} {rest}"


def test_the_commands_of_the_readme(followed: Path) -> None:
    """`make test` is what runs this; what `make html` says after the guide is done."""
    commands = [line.split("#")[0].strip() for line in re.findall(r"^make .*", (PROJECT / "README.md").read_text(), re.MULTILINE)]
    assert commands == ["make html", "make test"]
    assert as_said(make("make html", followed)[1], "output/ is up to date.")


def test_the_guide_leads_from_nothing_to_an_election_with_its_pages(followed: Path) -> None:
    election = load(followed / "data").elections["2031-majilis"]
    assert (election.date.isoformat(), election.kind.value) == ("2031-03-09", "parliamentary")
    assert str(election.figures["turnout.percent"].value) == "55.0"
    assert [result.contestant for result in election.contests[0].results] == ["example_party", "against_all"]
    page = (followed / "output/elections/2031-majilis/index.html").read_text()
    for words in ("Parliamentary elections, 9 March 2031", "Example Party", "4,000,000", "12 of the 80 polling stations"):
        assert words in page
    assert "are not yet entered" in page
    for path in (
        "compare/2023-majilis/2031-majilis",
        "sources/2031-odihr-final-report",
        "reforms/threshold-lowered-to-three",
    ):
        assert (followed / "output" / path / "index.html").is_file()
    assert "55.0%" in (followed / "output/indicators/turnout.percent/index.html").read_text().replace("\u202f", "")


def test_the_new_finding_of_an_old_election_is_on_its_page(followed: Path) -> None:
    (finding,) = (fence.body for fence in fences(GUIDE.read_text()) if fence.body.startswith("- topic:"))
    text = parse_yaml(finding, "the guide").value[0]["text"]["en"]
    assert text not in (PROJECT / "data/elections/2023-majilis/findings.yaml").read_text()
    assert text in (followed / "output/elections/2023-majilis/index.html").read_text()


def test_the_corrected_figure_is_on_its_page_and_keeps_its_note(followed: Path) -> None:
    figure = load(followed / "data").elections["2023-majilis"].figures["turnout.percent"]
    assert (str(figure.value), bool(figure.note), len(figure.others)) == ("54.21", True, 1)


def test_a_guide_that_has_gone_wrong_would_be_noticed() -> None:
    assert as_said("Built 12 pages into output/.\n", "Built ... pages into output/.")
    assert not as_said("Nothing was built.", "Built ... pages into output/.")
    text = "a: 1\n\nfigures:\n  # one\n  x.y:\n    absence: not_curated\n\n  # two\n  y.z:\n    absence: not_curated\n"
    assert dict(chunks(text, "  ")) == {"x.y": "  x.y:\n    absence: not_curated\n", "y.z": "  y.z:\n    absence: not_curated\n"}
