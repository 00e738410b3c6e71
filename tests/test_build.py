"""`build`: whole or not at all, and nothing twice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import publishing
from tests.conftest import run


def build(project: Path, *words: str) -> tuple[int, str]:
    done = run("generator", "build", *words, cwd=project)
    return done.status, done.said


def pages(project: Path) -> dict[str, bytes]:
    output = project / "output"
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_it_builds_once_and_says_so(project: Path) -> None:
    status, said = build(project)
    assert status == 0, said
    assert "Built" in said
    before = (project / "output/index.html").stat().st_mtime_ns
    status, said = build(project)
    assert (status, said) == (0, "output/ is up to date.\n")
    assert (project / "output/index.html").stat().st_mtime_ns == before


def test_a_change_is_built_and_old_pages_go(project: Path) -> None:
    build(project)
    file = project / "data/reforms/all.yaml"
    file.write_text(file.read_text().replace("id: vote-of-no-confidence", "id: assembly-dissolved"))
    status, said = build(project)
    assert status == 0, said
    assert (project / "output/reforms/assembly-dissolved/index.html").is_file()
    assert not (project / "output/reforms/vote-of-no-confidence").exists()


def test_a_broken_file_leaves_the_last_good_site(project: Path) -> None:
    build(project)
    before = pages(project)
    file = project / "data/topics.yaml"
    file.write_text(file.read_text().replace("counting:", "count: no\n  counting:"))
    status, said = build(project)
    assert status == 2
    assert "data/topics.yaml" in said
    assert "Traceback" not in said
    assert pages(project) == before
    file.write_text(file.read_text().replace("count: no\n  ", ""))
    assert build(project)[0] == 0


def test_two_things_of_the_data_at_one_address_are_a_mistake_in_the_data(project: Path) -> None:
    topics, reforms = project / "data/topics.yaml", project / "data/reforms/all.yaml"
    topics.write_text(topics.read_text() + '  kinds-law: {label: {en: Laws}, description: {en: "Laws."}}\n')
    reforms.write_text(reforms.read_text().replace("topics: [system]\n", "topics: [system, kinds-law]\n", 1))
    status, said = build(project)
    assert status == 2
    assert re.search(
        r"^data:1:1: found two files for `(/kk)?/\S+/timeline-kinds-law\S+`; expected an address for each\. "
        r"Two ids of the data make it: give one of them another\.$",
        said,
        re.MULTILINE,
    ), said
    assert "Traceback" not in said


def test_a_broken_plugin_fails_the_build(project: Path) -> None:
    build(project)
    before = pages(project)
    plugin = project / "generator/pelican_plugin.py"
    good = plugin.read_text()
    for bad in (
        good.replace("def register() -> None:", "def register() -> None:\n    raise RuntimeError('no')\n\n\ndef other() -> None:"),
        "import nothing_of_that_name\n" + good,
    ):
        assert bad != good
        plugin.write_text(bad)
        assert build(project)[0] == 2
        assert pages(project) == before


def test_a_template_that_asks_for_what_is_not_there_fails_the_build(project: Path) -> None:
    build(project)
    before = pages(project)
    template = project / "themes/editorial/templates/home.html"
    template.write_text(template.read_text().replace("{{ tagline }}", "{{ taglin }}"))
    status, said = build(project)
    assert status == 2
    assert "taglin" in said
    assert pages(project) == before


def test_what_is_saved_during_a_build_is_built_even_if_it_is_saved_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project / "data/topics.yaml"
    good = file.read_text()
    whole_build = publishing._build

    def saved_meanwhile(*arguments: Any) -> None:
        file.write_text(good.replace("How votes were counted.", "How ballots were counted."))
        whole_build(*arguments)
        file.write_text(good)

    monkeypatch.setattr(publishing, "_build", saved_meanwhile)
    monkeypatch.setenv("PYTHONPATH", str(project))
    assert publishing.publish(project, "pelicanconf.py", project / "output")
    assert "How ballots were counted." in (project / "output/topics/counting/index.html").read_text()
    assert "Built" in build(project)[1]
    assert "How votes were counted." in (project / "output/topics/counting/index.html").read_text()
    assert "up to date" in build(project)[1]


def test_what_readers_get_is_compressed_as_well_after_a_quick_build_as_alone(project: Path) -> None:
    def compressed() -> dict[str, bytes]:
        return {name: content for name, content in pages(project).items() if name.endswith(".br")}

    assert build(project, "--settings", "publishconf.py")[0] == 0
    alone = compressed()
    shutil.rmtree(project / "output")
    assert build(project)[0] == 0
    quick = compressed()
    assert sum(map(len, quick.values())) > sum(map(len, alone.values()))
    assert build(project, "--settings", "publishconf.py")[0] == 0
    assert compressed() == alone
    assert build(project)[0] == 0
    assert compressed() == quick


def test_what_did_not_change_is_taken_over_even_after_a_build_that_failed(project: Path) -> None:
    build(project)
    kept = (project / "output/about/index.html.br").stat().st_ino
    file = project / "data/topics.yaml"
    good = file.read_text()
    file.write_text(good.replace("counting:", "count: no\n  counting:"))
    assert build(project)[0] == 2
    file.write_text(good.replace("How votes were counted.", "How ballots were counted."))
    assert build(project)[0] == 0
    assert (project / "output/about/index.html.br").stat().st_ino == kept


def test_an_output_that_is_a_link_is_published_where_it_leads(project: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first/served", tmp_path / "second/served"
    link = project / "output"
    for served in (first, second):
        served.mkdir(parents=True)
        link.unlink(missing_ok=True)
        link.symlink_to(served)
        for stated in ("votes", "ballots"):
            file = project / "data/topics.yaml"
            file.write_text(re.sub("How [a-z]+ were counted.", f"How {stated} were counted.", file.read_text()))
            assert "Built" in build(project)[1]
            assert link.is_symlink()
            assert f"How {stated} were counted." in (served / "topics/counting/index.html").read_text()
    before = pages(project)
    template = project / "themes/editorial/templates/home.html"
    template.write_text(template.read_text().replace("{{ tagline }}", "{{ taglin }}"))
    assert build(project)[0] == 2
    assert pages(project) == before


def test_a_link_that_lies_where_the_site_is_made_is_not_written_through(project: Path, tmp_path: Path) -> None:
    served = tmp_path / "served"
    served.mkdir()
    (project / ".build").mkdir()
    (project / ".build/next-output").symlink_to(served)
    assert build(project)[0] == 0
    assert (project / "output/index.html").is_file()
    assert not (project / "output").is_symlink()
    assert list(served.iterdir()) == []


def test_a_site_without_our_plugin_is_not_published(project: Path) -> None:
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text().replace('PLUGINS = ["generator.pelican_plugin"]', "PLUGINS = []"))
    status, said = build(project)
    assert status == 2
    assert "PLUGINS" in said
    assert not (project / "output").exists()
