"""`fmt`: one shape for YAML, in which nothing that a file says is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.problems import DataProblems
from generator.reading import parse_yaml
from generator.shaping import shaped
from tests.conftest import INVENTED, PROJECT

FILES = [path for folder in (PROJECT / "data", INVENTED / "data") for path in sorted(folder.rglob("*.yaml"))]

UGLY = """\
# A comment at the top.

a:   { en: 'One',kk: "Екі" }   # at the end of a line
list:
- x: 53.90
  y: 2023-03-19

- x: 100.0
  source: {section: 'XIII.C' ,  footnote: 7}
deep:
    # A comment below.
    text: >-
      Folded
      words.
    quoted: '54.21'
    apostrophe: 'It''s "so"'
    plain: no quotation marks
"""

SHAPED = """\
# A comment at the top.

a: {en: "One", kk: "Екі"}      # at the end of a line
list:
  - x: 53.90
    y: 2023-03-19

  - x: 100.0
    source: {section: "XIII.C", footnote: 7}
deep:
    # A comment below.
  text: >-
    Folded
    words.
  quoted: "54.21"
  apostrophe: 'It''s "so"'
  plain: no quotation marks
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_values_comments_and_blank_lines_stay_and_a_second_time_changes_nothing(path: Path) -> None:
    text = path.read_text()
    once = shaped(text, path.name)
    assert repr(parse_yaml(once, "").value) == repr(parse_yaml(text, "").value)
    assert [line.strip() for line in once.splitlines() if line.strip().startswith("#")] == [
        line.strip() for line in text.splitlines() if line.strip().startswith("#")
    ]
    assert shaped(once, path.name) == once


def test_the_data_have_the_shape() -> None:
    assert main(["--data", str(PROJECT / "data"), "fmt", "--check"]) == 0


def test_an_ugly_file_gets_the_shape() -> None:
    assert shaped(UGLY, "ugly.yaml") == SHAPED
    assert shaped(SHAPED, "shaped.yaml") == SHAPED


@given(st.lists(st.sampled_from(['"', "'", "53.90", "é", "#", ": ", "- ", "{", "no", " ", "\\", "&", "x"]), max_size=8).map("".join))
def test_any_text_stays_what_it_is(words: str) -> None:
    text = "a:\n    - '" + words.replace("'", "''") + "'\n"
    before = parse_yaml(text, "").value
    assert parse_yaml(shaped(text, ""), "").value == before


MISTAKES = {"a repeated key": "a: 1\na: 2\n", "an alias": "a: &x 1\nb: *x\n", "a treacherous word": "a: no\n", "not YAML": "a: [\n"}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_file_with_a_mistake_is_refused(mistake: str) -> None:
    with pytest.raises(DataProblems):
        shaped(MISTAKES[mistake], "x.yaml")


def test_it_rather_refuses_than_changes_what_a_file_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for lost in ("53.9\n", "53.90\n", "54.90 # why\n"):
        monkeypatch.setattr("ruamel.yaml.YAML.dump", lambda self, value, stream, lost=lost: stream.write(f"a: {lost}"))
        with pytest.raises(DataProblems, match="cannot be changed without"):
            shaped("a: 53.90  # why\n", "x.yaml")


def test_all_files_are_shaped_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    shutil.copytree(INVENTED / "data", data)
    ugly = data / "changes.yaml"
    good = ugly.read_text()
    ugly.write_text(good.replace("{id: first, ", "{ id:   first,"))
    (data / "site.yaml").write_text("a: no\n")
    before = ugly.read_text()
    assert main(["--data", str(data), "fmt"]) == 2
    said = capsys.readouterr().err
    assert "site.yaml:1:4: found the bare word `no`" in said and "Nothing was written." in said
    assert ugly.read_text() == before
    shutil.copy(INVENTED / "data/site.yaml", data)
    assert main(["--data", str(data), "fmt", "--check"]) == 1
    assert "changes.yaml:2: not in the one shape that `make fmt` gives it." in capsys.readouterr().out
    assert ugly.read_text() == before
    assert main(["--data", str(data), "fmt"]) == 0
    assert ugly.read_text() == good
    assert main(["--data", str(data), "fmt"]) == 0
    assert "files have the one shape." in capsys.readouterr().out


def test_in_a_project_with_schemas_the_first_line_names_the_files_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data"
    shutil.copytree(INVENTED / "data", data)
    (tmp_path / "schema").mkdir()
    topics, figures = data / "topics.yaml", data / "elections/2010-assembly/figures.yaml"
    topics.write_text("# yaml-language-server: $schema=schema/old.json\n# Topics.\n" + topics.read_text())
    assert main(["--data", str(data), "fmt", "--check"]) == 1
    assert f"{topics}:1: not in the one shape" in capsys.readouterr().out
    assert main(["--data", str(data), "fmt"]) == 0
    assert topics.read_text().startswith("# yaml-language-server: $schema=../schema/topics.schema.json\n# Topics.\ntopics:\n")
    assert figures.read_text().startswith("# yaml-language-server: $schema=../../../schema/figures.schema.json\nreport: ")
    assert main(["--data", str(data), "fmt", "--check"]) == 0, "what stands there is kept"
    for path in data.rglob("*.yaml"):
        named = path.read_text().splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).parent.resolve() == tmp_path / "schema", path


def test_the_first_line_of_every_file_names_a_schema_that_is_there() -> None:
    for path in sorted((PROJECT / "data").rglob("*.yaml")):
        named = path.read_text().splitlines()[0].partition("$schema=")[2]
        assert named and (path.parent / named).is_file(), path
