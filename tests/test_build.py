"""`build`: whole or not at all, and nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import run


def build(project: Path) -> tuple[int, str]:
    done = run("generator", "build", cwd=project)
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


def test_a_site_without_our_plugin_is_not_published(project: Path) -> None:
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text().replace('PLUGINS = ["generator.pelican_plugin"]', "PLUGINS = []"))
    status, said = build(project)
    assert status == 2
    assert "PLUGINS" in said
    assert not (project / "output").exists()
