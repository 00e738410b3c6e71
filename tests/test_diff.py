"""What changes for a reader: nothing of it is overlooked, and nothing of it becomes markup on the way."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import re
import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic import BaseModel

from generator.dataset import Citation, Confirmed, Dataset, Figure
from generator.differing.as_markdown import markdown, safe
from generator.differing.as_news import changelog, entry
from generator.differing.changes import Differences, differences
from generator.differing.things import Kind, Teller
from generator.loading import load
from generator.problems import Place
from generator.reading import parse_yaml
from tests.conftest import INVENTED, run

TODAY = datetime.date(2020, 2, 2)
ELECTION = "2014-assembly"


def with_figure(dataset: Dataset, indicator: str, **fields: Any) -> Dataset:
    election = dataset.elections[ELECTION]
    figure = election.figures[indicator]._replace(**fields)
    return with_election(dataset, figures={**election.figures, indicator: figure})


def with_election(dataset: Dataset, **fields: Any) -> Dataset:
    election = dataset.elections[ELECTION]._replace(**fields)
    return dataclasses.replace(dataset, elections={**dataset.elections, ELECTION: election})


def without_election(dataset: Dataset) -> Dataset:
    reports = {id: r.model_copy(update={"elections": [e for e in r.elections if e != ELECTION]}) for id, r in dataset.reports.items()}
    elections = {id: election for id, election in dataset.elections.items() if id != ELECTION}
    return dataclasses.replace(dataset, elections=elections, reports=reports)


def unfollowed(dataset: Dataset) -> Dataset:
    """Without threads, which name elections."""
    return dataclasses.replace(dataset, threads={}, recommendations=(), followups=(), statements=())


def told(found: Differences) -> str:
    return markdown(found, "main")


def test_nothing_changed_is_nothing(invented: Dataset) -> None:
    found = differences(invented, load(INVENTED / "data"))
    assert found.nothing
    assert told(found) == "## What changes for a reader, against main\n\nNothing.\n"
    assert (entry(found, TODAY), changelog(found)) == ("", "")


def test_a_figure_before_and_after_with_its_place(invented: Dataset) -> None:
    found = differences(invented, with_figure(invented, "voters.registered", value=2200000, citation=Citation("2014-report", "II")))
    assert "| 2014 Assembly: Registered voters | **2,100,000** (preliminary; Report 2014, **I)** | **2,200,000** " in told(found)
    assert "- Figures: 1 changed\n" in told(found)


def test_a_citation_alone_and_a_note_alone(invented: Dataset) -> None:
    moved = differences(invented, with_figure(invented, "voters.voted", citation=Citation("2014-report", "II", 7)))
    assert "| 1,050,000 (preliminary; Report 2014, **I)** | 1,050,000 (preliminary; Report 2014, **II, fn 7)** |" in told(moved)
    noted = differences(invented, with_figure(invented, "voters.voted", note={"en": "Rounded.", "kk": "Дөңгелектелген."}))
    assert "<br>note (kk): **–** | " in told(noted)
    assert "<br>note (kk): **Дөңгелектелген.** |" in told(noted)


def test_a_figure_that_is_absent_now_and_one_that_is_stated_twice(invented: Dataset) -> None:
    figure = invented.elections[ELECTION].figures["voters.voted"]
    other = figure._replace(value=1000000, others=())
    twice = told(differences(invented, with_figure(invented, "voters.voted", others=(other,))))
    assert "<br>**also stated: 1,000,000 (preliminary; Report 2014, I)** |" in twice


def test_a_removed_finding_and_a_reworded_one(invented: Dataset) -> None:
    first, *rest = invented.elections[ELECTION].findings
    gone = differences(invented, with_election(invented, findings=tuple(rest)))
    assert "- Findings: 1 removed\n" in told(gone)
    assert f"| {first.text['en']} (Report 2014, II.A, fn 7) |" in told(gone)
    reworded = first._replace(text={"en": "The observers called a third of the counts disorderly."})
    # Put last, so that only likeness can tell which finding it was.
    found = differences(invented, with_election(invented, findings=(*rest, reworded)))
    assert "- Findings: 1 changed\n" in told(found)
    assert "called **half** of the counts" in told(found)
    assert "called **a third** of the counts" in told(found)


def test_a_new_election_with_its_pages(invented: Dataset) -> None:
    invented = unfollowed(invented)
    found = differences(without_election(invented), invented)
    text = told(found)
    assert "- Elections: 1 new\n" in text
    assert "| 2014 Assembly: Turnout | 50.00% (computed by us; = 100 \\* voters.voted / voters.registered) |" in text
    assert "/elections/2014-assembly/" in found.appearing
    assert "/compare/2010-assembly/2014-assembly/" in found.appearing
    back = differences(invented, without_election(invented))
    assert set(back.vanishing) == set(found.appearing)
    assert "- Elections: 1 removed\n" in told(back)


def test_what_nobody_has_entered_is_no_new_figure(invented: Dataset) -> None:
    invented = unfollowed(invented)
    names = {change.thing.title for change in differences(without_election(invented), invented).of(Kind.FIGURE)}
    for id, figure in invented.elections[ELECTION].figures.items():
        label = f"2014 Assembly: {invented.indicators[id].label['en']}"
        assert (label in names) == (figure.absence is None or figure.absence.value != "not_curated")


def test_a_check_that_no_longer_holds(invented: Dataset) -> None:
    election = invented.elections["2010-assembly"]
    turnout = election.figures["turnout.percent"]
    assert isinstance(turnout.value, int | Decimal)
    wrong = turnout._replace(value=turnout.value + 30)
    broken = election._replace(figures={**election.figures, "turnout.percent": wrong})
    after = dataclasses.replace(invented, elections={**invented.elections, election.id: broken})
    (row,) = [row for row in differences(invented, after).audit if "Turnout from voters" in row.title]
    assert (row.before or "").startswith(("holds:", "rounding:"))
    assert (row.after or "").startswith("differs:")
    assert "### Audit" in told(differences(after, invented))
    fewer = differences(invented, dataclasses.replace(invented, figure_checks=(), result_checks=()))
    assert fewer.holding < 0
    assert "fewer that hold" in told(fewer)


def test_cited_values_that_are_no_longer_found_are_told(invented: Dataset) -> None:
    found = differences(invented, dataclasses.replace(invented, confirmed=Confirmed(53, 54)))
    assert "- Cited values found at their place: 54 of 54 before, 53 of 54 after" in told(found)


def replaced(whole: Any, part: Any, new: Any) -> Any:
    """A dataset, model, mapping, named tuple or list with one part replaced."""
    if isinstance(whole, Dataset):
        return dataclasses.replace(whole, **{part: new})
    if isinstance(whole, BaseModel):
        return whole.model_copy(update={part: new})
    if isinstance(whole, dict):
        return {**whole, part: new}
    if isinstance(part, str):
        return whole._replace(**{part: new})
    return type(whole)([*whole[:part], new, *whole[part + 1 :]])


def remade(whole: Any, part: Any, changed: Callable[[], Any]) -> Any:
    return replaced(whole, part, changed())


def leaves(whole: Any, name: str = "") -> Iterator[tuple[str, Callable[[], Any]]]:
    """Every leaf of a dataset by its name, with a function that makes the dataset with that leaf changed."""

    def below(part: Any, value: Any, under: str) -> Iterator[tuple[str, Callable[[], Any]]]:
        for found, changed in leaves(value, under):
            yield found, partial(remade, whole, part, changed)

    kind = type(whole).__name__
    if isinstance(whole, Place):  # where a thing stands in its file is no part of it
        return
    if isinstance(whole, BaseModel):
        for field in type(whole).model_fields:
            yield from below(field, getattr(whole, field), f"{kind}.{field}")
    elif isinstance(whole, Dataset):
        for declared in dataclasses.fields(whole):
            yield from below(declared.name, getattr(whole, declared.name), f"{kind}.{declared.name}")
    elif isinstance(whole, tuple) and hasattr(whole, "_fields"):
        for field in whole._fields:
            yield from below(field, getattr(whole, field), f"{kind}.{field}")
    elif isinstance(whole, dict):
        for key, value in whole.items():
            yield from below(key, value, name)
    elif isinstance(whole, list | tuple):
        for at, value in enumerate(whole):
            yield from below(at, value, name)
    elif whole is not None:
        yield name, lambda: another(whole)


def another(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, enum.Enum):
        return next(word for word in type(value) if word is not value)
    if isinstance(value, int | Decimal):
        return value + 1
    return value + datetime.timedelta(days=1) if isinstance(value, datetime.date) else f"{value} too"


ELSEWHERE = {
    "Change",  # the feed's own entries
    "Confirmed",  # told in the summary
    "Finding.number",  # counts findings
    *(f"Figure.{name}" for name in ("election", "indicator", "rank", "unit")),  # the figure's id; the unit is its indicator's
}
"""What is no change of a thing."""


def test_no_field_of_the_data_can_change_unseen(invented: Dataset) -> None:
    tried: dict[str, Callable[[], Any]] = {}
    for name, changed in leaves(invented):
        if not {name, name.split(".")[0]} & ELSEWHERE:
            tried.setdefault(name, changed)
    assert len(tried) > 30
    before = words(invented)
    unseen, impossible = [], []
    for name, changed in tried.items():
        try:
            after = words(changed())
        except (KeyError, ValueError):
            impossible.append(name)  # an id that is declared nowhere, or no date
        else:
            unseen += [name] if after == before else []
    assert unseen == []
    assert len(impossible) < len(tried) / 5, impossible


def words(dataset: Dataset) -> list[tuple[Kind, str, dict[str, str]]]:
    return [(thing.kind, thing.id, dict(thing.details)) for thing in Teller(dataset).things()]


NASTY = st.text(alphabet="ab |\\`*_<>&[]()!#$~@\n:/.-1hwtps", max_size=40) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "![x](https://example.org/x.png)",
        "https://example.org",
        "www.example.org",
        "a | b",
        "\\| x",
        "`|`",
        "# x",
    ]
)


@given(NASTY)
def test_a_text_stays_in_its_cell_and_stays_text(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    html = parser.render(f"| a | b |\n|---|---|\n| {safe(text)} | **{safe('x' + text + 'x')}** |\n")
    cells = html.count("<td>")
    plain = html
    for tag in ("table", "thead", "tbody", "tr", "th", "td", "strong"):
        plain = plain.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert cells == 2
    assert "<" not in plain, html
    assert not re.search(r"(?i)(https?|ftp)://", safe(text))


@pytest.fixture
def versions(project: Path) -> Path:
    """A project in git, with one version of its data called ``before``."""
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "data")
    git(project, "-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "-q", "-m", "Data")
    git(project, "tag", "before")
    return project


def git(project: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=project, capture_output=True, text=True, check=True).stdout


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_the_command_compares_with_a_version_and_touches_nothing(versions: Path) -> None:
    figures = versions / "data/elections/2014-assembly/figures.yaml"
    edit(
        figures,
        "voters.voted: {value: 1050000, source: {section: I}}",
        "voters.voted: {value: 1050000, qualifier: over, source: {section: I}}",
    )
    status = git(versions, "status", "--porcelain")
    done = run("generator", "diff", "before", cwd=versions)
    assert done.status == 0, done.said
    assert "**over** 1,050,000" in done.said
    assert run("generator", "diff", "before", cwd=versions) == done
    assert git(versions, "status", "--porcelain") == status
    assert git(versions, "worktree", "list").count("\n") == 1


def test_the_feed_and_the_changelog_are_told_by_the_same(versions: Path) -> None:
    figures = versions / "data/elections/2014-assembly/figures.yaml"
    edit(
        figures,
        "voters.voted: {value: 1050000, source: {section: I}}",
        "voters.voted: {value: 1050000, qualifier: over, source: {section: I}}",
    )
    made = run("generator", "diff", "before", "--form", "changes", cwd=versions, environment={"SOURCE_DATE_EPOCH": "1600000000"}).said
    (item,) = parse_yaml("changes:\n" + made, "changes.yaml").value["changes"]
    assert item["title"] == {"en": "Figures: 1 changed"}
    assert "1,050,000 (preliminary; Report 2014, I) is now over 1,050,000" in item["text"]["en"]
    assert (str(item["date"]), item["page"]) == ("2020-09-13", "/elections/2014-assembly/")
    changes = versions / "data/changes.yaml"
    changes.write_text(changes.read_text().replace("changes:\n", f"changes:\n{made}"))
    assert load(versions / "data").changes[0].title == item["title"]
    assert "The feed has no new entry" not in run("generator", "diff", "before", cwd=versions).said
    news = run("generator", "diff", "before", "--form", "changelog", cwd=versions).said
    assert news.startswith("### Data\n- Figures: 1 changed.\n  - 2014 Assembly:")


def test_a_version_that_is_not_there_or_cannot_be_read_is_said(versions: Path) -> None:
    for nothing in ("nowhere", "--upload-pack=x"):
        done = run("generator", "diff", "--", nothing, cwd=versions)
        assert done.status == 2
        assert f"git cannot give the data of `{nothing}`" in done.said
        assert "Traceback" not in done.said
    edit(versions / "data/topics.yaml", "label:", "name:")
    git(versions, "-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "-q", "-a", "-m", "Another model")
    edit(versions / "data/topics.yaml", "name:", "label:")
    done = run("generator", "diff", "main", cwd=versions)
    assert done.status == 2
    assert done.said.startswith("The data of main cannot be compared: the present generator does not read them (")
    assert "topics.yaml" in done.said


def test_place_is_not_a_change(invented: Dataset) -> None:
    moved: Figure = invented.elections[ELECTION].figures["voters.voted"]._replace(place=Place("elsewhere.yaml", 7))
    assert differences(invented, with_figure(invented, "voters.voted", place=moved.place)).nothing
