"""A site of much data is written in more parts than one of little: every file is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import building, side_by_side
from generator.building import Building
from generator.dataset import Dataset
from generator.packing import packed
from generator.writing import QUICK_QUALITY
from tests.conftest import PROJECT


def files(dataset: Dataset, output: Path) -> dict[str, bytes]:
    """Everything that is written of a dataset."""
    output.mkdir()
    settings = {
        "THEME": PROJECT / "themes/editorial",
        "TEMPLATES_COMPILED": output.parent / "templates",
        "PICTURES_PATH": output.parent / "pictures",
        "SITEURL": "https://example.org",
        "REPOSITORY": "",
        "SOURCE_DATE_EPOCH": "1700000000",
        "OUTPUT_PATH": output,
        "PREVIOUS_SITE": "",
        "BROTLI_QUALITY": QUICK_QUALITY,
        "SBOM": "",
    }
    Building(packed(dataset), [], settings).write()
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.mark.parametrize("processors", [1, 2])
def test_every_file_is_the_same_in_whatever_parts_it_is_written(
    invented: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int
) -> None:
    monkeypatch.setattr(side_by_side, "processors", lambda: processors)
    monkeypatch.setattr(building, "processors", lambda: processors)
    whole = files(invented, tmp_path / "whole")
    monkeypatch.setattr(building, "LARGE", 0)
    parted = files(invented, tmp_path / "parted")
    assert "recommendations/index.html" in whole
    assert parted.keys() == whole.keys()
    assert [name for name in whole if parted[name] != whole[name]] == []


def test_a_dataset_is_the_same_after_its_journey(invented: Dataset) -> None:
    bundle = packed(invented)
    assert bundle.unpacked() == invented
    assert bundle.unpacked() is not bundle.unpacked()
    assert (list(bundle.languages), bundle.newest) == (invented.site.languages, max(r.published for r in invented.reports.values()))
