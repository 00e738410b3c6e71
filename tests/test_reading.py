"""The reader of YAML refuses what YAML would silently change, and says where."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import MAXIMUM_BYTES, parse_yaml, read_yaml


def test_values_keep_their_kind_and_their_decimals() -> None:
    document = parse_yaml('a: 53.90\nb: 12\nc: 2023-03-19\nd: true\ne: "012"\nf: [x, "no"]\n', "f.yaml")
    assert not document.problems
    assert document.value == {"a": Decimal("53.90"), "b": 12, "c": datetime.date(2023, 3, 19), "d": True, "e": "012", "f": ["x", "no"]}
    assert str(document.value["a"]) == "53.90"


@pytest.mark.parametrize(
    ("text", "found", "line", "column"),
    [
        ("a: no", "the bare word `no`", 1, 4),
        ("a: Yes", "the bare word `Yes`", 1, 4),
        ("a: ~", "the bare word `~`", 1, 4),
        ("a:\nb: 1", "nothing after the colon", 1, 3),
        ("a: 12:30", "`12:30`", 1, 4),
        ("a: 012", "`012`", 1, 4),
        ("a: 1_000", "`1_000`", 1, 4),
        ("a: 0x1F", "`0x1F`", 1, 4),
        ("a: 1e3", "`1e3`", 1, 4),
        ("a: .inf", "`.inf`", 1, 4),
        ("a: 2021-02-30", "`2021-02-30`, which is no date", 1, 4),
        ("a: 1\nb: 2\na: 3", "the key `a` a second time", 3, 1),
        ("a: &x 1\nb: *x", "an anchor or alias", 1, 4),
        ("b: *x", "an anchor or alias", 1, 4),
        ("a: !!python/object:os.system x", "the tag", 1, 4),
        ("<<: {a: 1}", "a merge key", 1, 1),
        ("? [a]\n: 1", "a key that is not a word", 1, 3),
        ("a: 1\n---\nb: 2", "a second document", 2, 1),
        ("a: 'x", "a quotation mark that is never closed", 1, 4),
        ("a: 1\n\tb: 2", "a tabulator", 2, 1),
        ("a: x\u202ey", "the invisible character U+202E", 1, 5),
        ("a: x\u200by", "the invisible character U+200B", 1, 5),
        ("a: \x07", "the invisible character U+0007", 1, 4),
        ("a: 99999999999999999999", "the number", 1, 4),
        ("", "an empty file", 1, 1),
    ],
)
def test_what_is_refused_is_named_with_its_place(text: str, found: str, line: int, column: int) -> None:
    problems = parse_yaml(text, "f.yaml").problems
    assert any(found in p.found and p.place.line == line for p in problems), problems
    assert any(p.place.column in (column, column + 1) for p in problems)
    for problem in problems:
        assert str(problem).startswith("f.yaml:")
        assert problem.expected
        assert problem.remedy


def test_an_alias_bomb_ends_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))
    assert len(parse_yaml(bomb, "f.yaml").problems) == 1


def test_deep_nesting_ends_without_overflow() -> None:
    problems = parse_yaml("[" * 200_000, "f.yaml").problems
    assert [p.found for p in problems] == ["more than 16 levels of nesting"]


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    document = read_yaml(file, "big.yaml")
    assert f"at most {MAXIMUM_BYTES} bytes" in str(document.problems[0])


def test_bytes_that_are_no_text_and_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"a: \xe9\n")
    assert "not UTF-8" in read_yaml(tmp_path / "latin.yaml", "latin.yaml").problems[0].found
    assert "no such file" in read_yaml(tmp_path / "none.yaml", "none.yaml").problems[0].found
    assert "no file" in read_yaml(tmp_path, "folder").problems[0].found
    (tmp_path / "link.yaml").symlink_to("/dev/zero")
    assert "a symbolic link" in read_yaml(tmp_path / "link.yaml", "link.yaml").problems[0].found
    (tmp_path / "later.yaml").write_bytes("a: 1\nb: é".encode() + b"\xff")
    assert str(read_yaml(tmp_path / "later.yaml", "f").problems[0]).startswith("f:2:5: found the byte 0xFF, which is not UTF-8")


def test_places_of_nested_values() -> None:
    document = parse_yaml("figures:\n  turnout.percent:\n    value: 54\n  x: [1,\n    2]\n", "f.yaml")
    assert document.place(("figures", "turnout.percent", "value")).line == 3
    assert document.place(("figures", "x", 1)).line == 5
    assert document.place(("figures", "turnout.percent", "nothing", "here")).line == 2


_scalars = st.one_of(
    st.booleans(),
    st.integers(min_value=-(10**15), max_value=10**15),
    st.dates(),
    st.text(st.characters(whitelist_categories=["L", "N", "P", "Zs"]), max_size=20),
)


@given(
    st.recursive(
        _scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=4), max_leaves=12
    )
)
def test_what_a_safe_writer_writes_is_read_as_it_was(value: object) -> None:
    """PyYAML quotes what would be misread; so whatever it writes we read back unchanged, or refuse with a message."""
    text = yaml.safe_dump(value, allow_unicode=True)
    document = parse_yaml(text, "f.yaml")
    if not document.problems:
        assert document.value == value
