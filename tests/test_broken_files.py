"""Every kind of mistake an editor can make, made on purpose in the invented country, with the message it must give."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.loading import load
from generator.problems import DataProblems
from tests.conftest import INVENTED, run

FIGURES = "elections/2010-assembly/figures.yaml"

# file, what stands there, what is put in its place, what the message must say (place first)
MISTAKES = {
    "missing field": ("reforms/all.yaml", "    kind: law\n", "", ("reforms/all.yaml:2", "no `kind`", "Add `kind:` here")),
    "mistyped field": (
        FIGURES,
        "qualifier: approximate",
        "qualifer: approximate",
        (f"{FIGURES}:6", "unknown field `qualifer`", "Did you mean `qualifier`?"),
    ),
    "unknown word": (
        FIGURES,
        "qualifier: approximate",
        "qualifier: aproximate",
        (f"{FIGURES}:6", "`aproximate`", "Did you mean `approximate`?"),
    ),
    "unknown topic": (
        "elections/2010-assembly/findings.yaml",
        "topic: counting",
        "topic: countng",
        ("findings.yaml:3", "unknown topic `countng`", "Did you mean `counting`?"),
    ),
    "unknown indicator": (
        FIGURES,
        "voters.voted:",
        "voters.votd:",
        (f"{FIGURES}:7:3", "unknown indicator `voters.votd`", "Did you mean `voters.voted`?"),
    ),
    "forgotten indicator": (
        FIGURES,
        "  vote.secret: {value: true, source: {section: II}}\n",
        "",
        (f"{FIGURES}:2:1", "no entry for `vote.secret`", "absence: not_curated"),
    ),
    "unknown contestant": (
        "elections/2010-assembly/results.yaml",
        "contestant: reds",
        "contestant: redz",
        ("results.yaml:6", "unknown contestant `redz`", "Did you mean `reds`?"),
    ),
    "unknown report": (
        FIGURES,
        "report: 2010-report",
        "report: 2010-reprt",
        (f"{FIGURES}:1:1", "unknown report `2010-reprt`", "Did you mean `2010-report`?"),
    ),
    "unknown section": (
        FIGURES,
        "{value: 100, source: {section: II.A}}",
        "{value: 100, source: {section: II.B}}",
        (f"{FIGURES}:4", "the section `II.B`", "Did you mean `II.A`?"),
    ),
    "unknown annex": (FIGURES, "annex: I}", "annex: V}", (f"{FIGURES}:7", "the annex `V`", "Use one of: `I`")),
    "repeated key": (
        FIGURES,
        "  vote.secret: {value: true",
        "  voters.voted: {value: 3, source: {annex: I}}\n  vote.secret: {value: true",
        (f"{FIGURES}:15:3", "the key `voters.voted` a second time"),
    ),
    "text for a count": (FIGURES, "value: 100,", 'value: "100",', (f"{FIGURES}:4", "`100` for `system.seats_total`", "a whole number")),
    "fraction for a count": (FIGURES, "value: 100,", "value: 100.5,", (f"{FIGURES}:4", "`100.5`", "a whole number")),
    "negative count": (FIGURES, "value: 100,", "value: -1,", (f"{FIGURES}:4", "`-1`", "0 or more")),
    "list for a value": (FIGURES, "value: 100,", "value: [100],", (f"{FIGURES}:4", "a list", "a number, a date, true or false, or a text")),
    "more than all": (FIGURES, "value: 70.0", "value: 700", (f"{FIGURES}:9", "`700`", "from 0 to 100")),
    "share of a result": (
        "elections/2010-assembly/results.yaml",
        "percent: 64.29",
        "percent: 164.29",
        ("results.yaml:6", "`164.29`", "at most 100"),
    ),
    "impossible date": (FIGURES, "2010-04-05", "2010-04-31", (f"{FIGURES}:13", "no date of the calendar")),
    "text for a date": (FIGURES, "value: 2010-04-05", 'value: "5 April 2010"', (f"{FIGURES}:13", "`5 April 2010`", "a date as YYYY-MM-DD")),
    "no for false": (FIGURES, "vote.secret: {value: true", "vote.secret: {value: no", (f"{FIGURES}:15", "the bare word `no`")),
    "unknown choice": (FIGURES, "value: list_pr", "value: list_rp", (f"{FIGURES}:3", "`list_rp`", "Did you mean `list_pr`?")),
    "value without source": (
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{value: 50000}",
        (f"{FIGURES}:14", "a value without a source"),
    ),
    "source without place": (
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{value: 50000, source: {report: 2010-report}}",
        (f"{FIGURES}:14", "a source without a place"),
    ),
    "value and absence": (
        FIGURES,
        "{value: 50000,",
        "{value: 50000, absence: withheld,",
        (f"{FIGURES}:14", "a value and an absence together"),
    ),
    "neither": (FIGURES, "{value: 50000, source: {section: II}}", "{note: {en: Hm}}", (f"{FIGURES}:14", "neither a value nor an absence")),
    "withheld without source": (
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{absence: withheld}",
        (f"{FIGURES}:14", "`absence: withheld` without a source"),
    ),
    "other without note": (FIGURES, ', note: {en: "Announced on election night."}', "", (f"{FIGURES}:12", "no `note`")),
    "formula that does not yield": (
        "elections/2014-assembly/figures.yaml",
        "value: 50.00",
        "value: 50.01",
        ("figures.yaml:10", "`50.01` for `turnout.percent`", "50.00, which its formula yields"),
    ),
    "formula over nothing": (
        "elections/2014-assembly/figures.yaml",
        "100 * voters.voted /",
        "100 * voters.vote /",
        ("figures.yaml:12", "the input `voters.vote`"),
    ),
    "formula without status": (
        "elections/2014-assembly/figures.yaml",
        "    status: computed\n",
        "",
        ("figures.yaml:9", "a `formula` without `status: computed`"),
    ),
    "not for this kind": (
        "elections/2016-presidential/figures.yaml",
        "system.seats_total: {absence: not_applicable}",
        "system.seats_total: {value: 3, source: {section: I}}",
        ("figures.yaml:4", "`system.seats_total` in a presidential election", "absence: not_applicable"),
    ),
    "contest of another kind": (
        "elections/2016-presidential/results.yaml",
        "contest: presidential",
        "contest: list",
        ("results.yaml:3", "the contest `list` in a presidential election"),
    ),
    "wrong year": (
        "elections/2010-assembly/election.yaml",
        "date: 2010-05-05",
        "date: 2011-05-05",
        ("election.yaml:3", "in the folder `2010-assembly`"),
    ),
    "markup in a text": (
        "elections/2010-assembly/findings.yaml",
        "The observers",
        "<script>alert(1)</script> The observers",
        ("findings.yaml:3", "markup"),
    ),
    "a link in a text": (
        "elections/2010-assembly/findings.yaml",
        "The observers",
        "[x](javascript:alert) The observers",
        ("findings.yaml:3", "markup"),
    ),
    "text without language": (
        "reforms/all.yaml",
        'title: {en: "Fewer seats"}',
        'title: "Fewer seats"',
        ("reforms/all.yaml:6", "`Fewer seats`", "a mapping"),
    ),
    "text without English": (
        "reforms/all.yaml",
        'title: {en: "Fewer seats"}',
        'title: {kk: "Fewer seats"}',
        ("reforms/all.yaml:6", "a text without `en`"),
    ),
    "reform twice": ("reforms/all.yaml", "id: count-law", "id: seats-fewer", ("reforms/all.yaml:11", "the id `seats-fewer` a second time")),
    "id that climbs": (
        "reforms/all.yaml",
        "id: count-law",
        "id: ../../etc",
        ("reforms/all.yaml:11", "`../../etc`", "small letters, digits and hyphens"),
    ),
    "two dates": (
        "reforms/all.yaml",
        'when: {month: "2013-02"}',
        'when: {month: "2013-02", year: 2013}',
        ("reforms/all.yaml:11", "not exactly one date"),
    ),
    "bracket without note": (
        "reforms/all.yaml",
        '    note: {en: "100 seats in 2010, 80 in 2014."}\n',
        "",
        ("reforms/all.yaml:2", "a bracketed date without a note"),
    ),
    "month as a number": ("reforms/all.yaml", 'month: "2013-02"', "month: 2013", ("reforms/all.yaml:11", "`2013`")),
    "topic's unknown indicator": (
        "topics.yaml",
        "indicators: [system.seats_total]",
        "indicators: [system.seat_total]",
        ("topics.yaml:3", "unknown indicator `system.seat_total`"),
    ),
    "choices without unit": (
        "indicators.yaml",
        "choices: {list_pr: {en: List PR}, two_round: {en: Two-round majority}}",
        "",
        ("indicators.yaml:2", "`choices` without the unit"),
    ),
    "recommendation twice": (
        "reports/2010-report/recommendations.yaml",
        "number: 2",
        "number: 1",
        ("recommendations.yaml:11", "the number 1 a second time"),
    ),
    "recommendation without thread": (
        "reports/2010-report/recommendations.yaml",
        "    threads: [open-count]\n",
        "",
        ("recommendations.yaml:11", "both or neither of `threads` and `parts`"),
    ),
    "unknown thread": (
        "reports/2010-report/recommendations.yaml",
        "threads: [open-count]",
        "threads: [open-cuont]",
        ("recommendations.yaml:17", "unknown thread `open-cuont`", "Did you mean `open-count`?"),
    ),
    "thread without recommendation": (
        "threads.yaml",
        "  open-count:",
        "  unused:\n    title: {en: X}\n    topic: system\n    asks: {en: X}\n    reading: {state: open, text: {en: X}, source: {report: 2014-report, section: I}}\n  open-count:",
        ("threads.yaml:15", "the thread `unused` without a recommendation"),
    ),
    "follow-up of a number that is not there": (
        "reports/2014-report/recommendations.yaml",
        "numbers: [1]",
        "numbers: [9]",
        ("recommendations.yaml:4", "the number 9 of the report on `2010-assembly`", "from 1 to 2"),
    ),
    "follow-up twice": (
        "reports/2014-report/recommendations.yaml",
        "numbers: [3, 5]",
        "numbers: [3, 3]",
        ("recommendations.yaml:5", "the number 3 of the report on `2008-referendum` a second time"),
    ),
    "unknown follow-up status": (
        "reports/2014-report/recommendations.yaml",
        "status: not,",
        "status: none,",
        ("recommendations.yaml:5", "`none`", "Use one of: `fully`"),
    ),
    "met without evidence": (
        "threads.yaml",
        "      reforms: [seats-fewer]\n      figures:\n        - {election: 2014-assembly, indicator: system.seats_total}\n",
        "",
        ("threads.yaml:9", "`met` without a reform or figure"),
    ),
    "met but asked again": (
        "threads.yaml",
        "state: open",
        "state: met",
        ("threads.yaml:22", "`met`, but recommendation 1 of `2014-report` asks for it again"),
    ),
    "met by what came later": (
        "threads.yaml",
        "source: {report: 2014-report, section: II.A}",
        "source: {report: 2010-report, section: II.A}",
        ("threads.yaml:9", "after the report of 2010-12-01"),
    ),
    "unknown reform": (
        "threads.yaml",
        "reforms: [count-law]",
        "reforms: [count-lw]",
        ("threads.yaml:24", "unknown reform `count-lw`", "Did you mean `count-law`?"),
    ),
    "check of nothing": (
        "checks.yaml",
        "formula: voters.voted, relation",
        "formula: voters.votd, relation",
        ("checks.yaml:3", "the input `voters.votd`", "Did you mean `voters.voted`?"),
    ),
    "check of an unknown indicator": (
        "checks.yaml",
        "subject: voters.registered",
        "subject: voters.registred",
        ("checks.yaml:3", "unknown indicator `voters.registred`"),
    ),
    "check that mixes units": (
        "checks.yaml",
        "formula: voters.voted, relation",
        "formula: voters.voted + deposit.amount, relation",
        ("checks.yaml:3", "a sum of different units", "`deposit.amount` (KZT)"),
    ),
    "check of a text": (
        "checks.yaml",
        "formula: voters.voted, relation",
        "formula: 2 * system.note, relation",
        ("checks.yaml:3", "`system.note`, whose unit is text"),
    ),
    "check that is no arithmetic": (
        "checks.yaml",
        "100 * row.votes / sum.votes",
        "100 * row.votes /",
        ("checks.yaml:5", "something that is no arithmetic in a formula"),
    ),
    "check over no such number": (
        "checks.yaml",
        "100 * row.votes / sum.votes",
        "100 * row.votes / sum.voters",
        ("checks.yaml:5", "the input `sum.voters`", "Did you mean `sum.votes`?"),
    ),
    "check twice": ("checks.yaml", "id: voters,", "id: turnout,", ("checks.yaml:3", "the id `turnout` a second time")),
    "unknown election in pairs": (
        "site.yaml",
        "earlier: 2010-assembly",
        "earlier: 2011-assembly",
        ("site.yaml:12", "unknown election `2011-assembly`"),
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(INVENTED / "data", copy)
    return copy


def mend(data: Path, file: str, old: str, new: str) -> None:
    path = data / file
    text = path.read_text()
    assert old in text, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1))


def messages(data: Path) -> str:
    with pytest.raises(DataProblems) as caught:
        load(data)
    assert caught.value.exitcode == 2
    return caught.value.report()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_with_its_place_and_its_remedy(data: Path, mistake: str) -> None:
    file, old, new, wanted = MISTAKES[mistake]
    mend(data, file, old, new)
    lines = messages(data).splitlines()
    matching = [line for line in lines if all(word in line for word in wanted)]
    assert matching, "\n".join(lines)
    assert len(lines) <= 4, "mistakes that merely follow from another are reported too:\n" + "\n".join(lines)


def test_all_mistakes_are_reported_at_once(data: Path) -> None:
    chosen = [
        "mistyped field",
        "unknown topic",
        "unknown contestant",
        "impossible date",
        "reform twice",
        "wrong year",
        "value without source",
        "formula that does not yield",
    ]
    for mistake in chosen:
        mend(data, *MISTAKES[mistake][:3])
    report = messages(data)
    for mistake in chosen:
        assert any(all(word in line for word in MISTAKES[mistake][3]) for line in report.splitlines()), f"{mistake}\n{report}"


def test_an_unreadable_file_is_named_and_does_not_hide_the_rest(data: Path) -> None:
    (data / "contestants.yaml").write_bytes(b"\xff\xfe")
    mend(data, *MISTAKES["impossible date"][:3])
    report = messages(data)
    assert "contestants.yaml:1:1: found a byte that is not UTF-8" in report
    assert "no date of the calendar" in report
    assert "unknown contestant" not in report


def test_a_file_that_nothing_reads_is_named(data: Path) -> None:
    (data / "elections/2010-assembly/figurs.yaml").write_text("a: 1\n")
    assert "Did you mean `data/elections/2010-assembly/figures.yaml`?" in messages(data)


def test_the_command_ends_with_the_messages_and_no_traceback(data: Path) -> None:
    mend(data, *MISTAKES["unknown topic"][:3])
    done = run("generator", "--data", str(data), "check")
    assert done.status == 2
    assert "Did you mean `counting`?" in done.said
    assert "Traceback" not in done.said
    assert "1 problem in the data." in done.said
