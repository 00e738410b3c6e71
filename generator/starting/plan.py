"""What a new election is to be: worked out from its id and the elections that are there, or asked for."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.files import Files
from generator.model.base import NOT_ENTERED, SOURCE_LANGUAGE
from generator.model.election import ElectionEntry
from generator.problems import DataProblems, Place, Problem, did_you_mean
from generator.vocabulary import ElectionKind, ReportKind

_ELECTION_ID = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<body>[a-z0-9]+(?:-[a-z0-9]+)*)\Z")
_REPORT_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LONGEST_ID = 80


@dataclass(frozen=True)
class Asked:
    """What an editor asks for, as typed."""

    election: str
    report: str
    kind: str | None = None
    date: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Plan:
    """A new election, ready to be written."""

    id: str
    report: str
    kind: ElectionKind
    body: str
    short: Mapping[str, str]
    date: datetime.date
    date_known: bool
    """Whether the date was given or read off the report; else it stands for some day of the year."""
    published: datetime.date
    report_kind: ReportKind
    new_report: bool
    model: str | None
    """The last election of the same kind, from which examples are taken."""


def plan(asked: Asked, files: Files, printed_days: list[datetime.date]) -> Plan:
    """Work out what to write. ``printed_days`` are those of the report's title page, where its text is at hand.

    Raises ``DataProblems`` with everything that must be said otherwise, or said in addition.
    """
    data = files.site.document.path.split("/")[0]
    problems = [*_election_id(asked.election, files, f"{data}/elections"), *_report_id(asked.report, f"{data}/reports")]
    if problems:
        raise DataProblems(problems)
    named = _ELECTION_ID.match(asked.election)
    assert named
    year, place = int(named["year"]), Place(f"{data}/elections/{asked.election}")
    elections = {id: parts.election.entry for id, parts in files.elections.items() if parts.election.entry}
    of_body = _last({id: entry for id, entry in elections.items() if named["body"] in (id.partition("-")[2], entry.body)})
    kind = _kind(asked, place, of_body[1] if of_body else None, {entry.body for entry in elections.values()}, named)
    date = _day(asked.date, "DATE", place)
    published = _day(asked.published, "PUBLISHED", place)
    known = files.reports.get(asked.report)
    if known and known.entry:
        published = known.entry.published
    date_known = date is not None or bool(printed_days)
    if not date_known and asked.report in files.evidence:
        found = f"no day for an election whose report `{asked.report}` is indexed"
        raise DataProblems([Problem(place, found, "the day, which is looked up in the report", "Add `DATE=YYYY-MM-DD`.")])
    date = date or next((day for day in printed_days if day.year == year), None)
    if date is None and date_known:
        raise DataProblems([_no_day_of(year, printed_days, place)])
    date = date or datetime.date(year, 12, 31)
    if date.year != year:
        raise DataProblems([Problem(place, f"the date {date}", f"a day of {year}, as the id says", "Correct `DATE=`, or the id.")])
    like = _last({id: entry for id, entry in elections.items() if entry.kind is kind})
    return Plan(
        id=asked.election,
        report=asked.report,
        kind=kind,
        body=of_body[1].body if of_body else named["body"],
        short=_short(of_body[1] if of_body else None, year, named["body"]),
        date=date,
        date_known=date_known,
        published=published or max([date, *printed_days]),
        report_kind=next((kind for kind in ReportKind if asked.report.endswith(kind.replace("_", "-"))), ReportKind.FINAL_REPORT),
        new_report=known is None,
        model=like[0] if like else None,
    )


def _election_id(id: str, files: Files, folder: str) -> Iterable[Problem]:
    if not _ELECTION_ID.match(id) or len(id) > _LONGEST_ID:
        words = re.findall(r"[a-z0-9]+", id.lower())
        years = [word for word in words if re.fullmatch(r"(?:19|20)\d\d", word)]
        mended = "-".join([*years[:1], *(word for word in words if word not in years[:1])])[:_LONGEST_ID].strip("-")
        remedy = f"Did you mean `{mended}`?" if _ELECTION_ID.match(mended) else "Write for instance `ID=2030-assembly`."
        yield Problem(Place(folder), f"the id `{id}`", "`<year>-<body>` in small letters, digits and hyphens", remedy)
    elif id in files.elections:
        yield Problem(
            Place(f"{folder}/{id}"),
            f"the election `{id}`, which is there already",
            "the id of a new election; nothing is overwritten",
            "Edit its files, or choose another id: two elections of one body in a year are told apart by a word at the end.",
        )


def _report_id(id: str, folder: str) -> Iterable[Problem]:
    if not _REPORT_ID.match(id) or len(id) > _LONGEST_ID:
        mended = "-".join(re.findall(r"[a-z0-9]+", id.lower()))[:_LONGEST_ID].strip("-")
        remedy = f"Did you mean `{mended}`?" if mended else "Write for instance `REPORT=2030-final-report`."
        yield Problem(Place(folder), f"the report's id `{id}`", "small letters, digits and hyphens", remedy)


def _last(elections: Mapping[str, ElectionEntry]) -> tuple[str, ElectionEntry] | None:
    return max(elections.items(), key=lambda pair: pair[1].date, default=None)


def _kind(asked: Asked, place: Place, before: ElectionEntry | None, bodies: set[str], named: re.Match[str]) -> ElectionKind:
    words = [kind.value for kind in ElectionKind]
    shown = " or ".join(f"`KIND={word}`" for word in words)
    if asked.kind is not None and asked.kind not in words:
        raise DataProblems([Problem(place, f"the kind `{asked.kind}`", shown, did_you_mean(asked.kind, words))])
    if before is not None:
        if asked.kind not in (None, before.kind.value):
            expected = f"`{before.kind}`, as the election of {before.date} to the same body"
            raise DataProblems([Problem(place, f"the kind `{asked.kind}`", expected, "Leave `KIND=` out, or correct the id.")])
        return before.kind
    if asked.kind is None:
        near = difflib.get_close_matches(named["body"], bodies, n=1)
        hint = f" Or did you mean `{named['year']}-{near[0]}`?" if near else ""
        found = f"the body `{named['body']}`, of which no election is entered yet"
        raise DataProblems([Problem(place, found, f"the kind of the election as well: {shown}", f"Add it to the command.{hint}")])
    return next(kind for kind in ElectionKind if kind.value == asked.kind)


def _day(text: str | None, name: str, place: Place) -> datetime.date | None:
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise DataProblems([Problem(place, f"the day `{text}`", "a day of the calendar as YYYY-MM-DD", f"Correct `{name}=`.")])


def _no_day_of(year: int, printed: list[datetime.date], place: Place) -> Problem:
    days = ", ".join(map(str, printed))
    expected = f"a day of {year}, which would be the election's"
    return Problem(place, f"{days} on the title page of the text", expected, "Add `DATE=YYYY-MM-DD`, or check the id and the text.")


def _short(before: ElectionEntry | None, year: int, body: str) -> Mapping[str, str]:
    """The short name of the election before with the new year, if it carries a year; else year and body."""
    old = str(before.date.year) if before else ""
    if before and all(text.count(old) == 1 for text in before.short.values()):
        return {language: text.replace(old, str(year)) for language, text in before.short.items()}
    return {SOURCE_LANGUAGE: f"{year} {body.replace('-', ' ')}"}


def name_of(plan: Plan) -> Mapping[str, str]:
    """What the election is called until an editor names it: the page says that nothing is entered."""
    return {SOURCE_LANGUAGE: f"{plan.short[SOURCE_LANGUAGE]} ({NOT_ENTERED})"}
