"""A new report's folder: ``report.yaml`` and, where its text is at hand, the index of its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.evidence.contents import Contents, contents_of
from generator.evidence.index import Evidence
from generator.evidence.indexing import make_evidence
from generator.evidence.report_text import split
from generator.files import Loaded, match
from generator.model.base import NOT_ENTERED, SOURCE_LANGUAGE
from generator.model.reference import Report
from generator.problems import DataProblems, Place
from generator.reading import parse_yaml
from generator.schemas.kinds import schema_line
from generator.starting.plan import Plan
from generator.starting.wording import comment, in_flow, quoted
from generator.vocabulary import ReportKind

TITLE_PAGE = "Title page"
"""The part that every report has: what stands before its first heading."""

_WORDS = {SOURCE_LANGUAGE: NOT_ENTERED.capitalize()}


@dataclass
class Draft:
    """The text of ``report.yaml``, the index of the report if it could be made, and what an editor must know of both."""

    yaml: str
    evidence: Evidence | None = None
    notes: list[str] = field(default_factory=list)


def draft(plan: Plan, text: str | None, shown_as: str) -> Draft:
    """A report with the sections that its table of contents lists and its text has."""
    by_hand = f"List its sections in report.yaml, then run `make index REPORT={plan.report} TEXT=...`."
    if text is None:
        return Draft(_yaml(plan, Contents()), notes=[f"The text of {plan.report} is not read yet. {by_hand}"])
    contents = contents_of(text)
    if not contents.sections:
        return Draft(_yaml(plan, Contents()), notes=[f"{shown_as} has no table of contents that is recognised. {by_hand}"])
    lost: list[str] = []
    for _ in range(2):  # as listed, and once more without what the text does not have
        written = _yaml(plan, contents)
        report = match(parse_yaml(written, "report.yaml"), Report)[0]
        assert report.entry
        try:
            passages = split(text, shown_as, report.entry, report.document)
        except DataProblems as error:
            lost += _take_out(contents, report, {problem.place for problem in error.problems})
        else:
            notes = [f"{part} is in the table of contents, but no such heading is in {shown_as}: it was left out." for part in lost]
            return Draft(written, make_evidence(plan.report, text, passages), notes)
    return Draft(_yaml(plan, Contents()), notes=[f"{shown_as} could not be taken apart by its table of contents. {by_hand}"])


def _take_out(contents: Contents, report: Loaded[Report], places: set[Place]) -> list[str]:
    """Leave out the parts of which a problem tells, and name them."""
    lost: list[str] = []
    for key, parts in (("sections", contents.sections), ("annexes", contents.annexes)):
        ids = [part["id"] for part in report.document.value.get(key, [])]
        for position, id in enumerate(ids):
            if report.place(key, position) in places and id in parts:
                lost.append(f"{key[:-1] if key == 'sections' else 'annex'} {id} ({parts.pop(id)})")
    return lost


def _yaml(plan: Plan, contents: Contents) -> str:
    kinds = ", ".join(kind.value for kind in ReportKind)
    sections = {TITLE_PAGE: TITLE_PAGE, **contents.sections}
    named = f"{plan.report.replace('-', ' ')} ({NOT_ENTERED})"
    return "".join(
        [
            f"{schema_line(f'reports/{plan.report}/report.yaml')}\n",
            comment(
                "A source document: what it is, and every place of it that a citation can name, in printed order.\n"
                "`id` is the number (or, where there is none, the heading) as printed; a letter is joined to the number of its "
                "chapter: XIII.C. Titles are the printed ones in sentence case; a title must stay close to the print, because the "
                "index of numbers finds the place in the text by it.\n"
                f'Replace every "{NOT_ENTERED.capitalize()}". Kinds: {kinds}.'
            ),
            f"title: {in_flow(_WORDS)}\n",
            f"short: {in_flow({SOURCE_LANGUAGE: named})}\n",
            f"kind: {plan.report_kind}\n",
            f"publisher: {in_flow(_WORDS)}\n",
            comment("The day of publication: check it against the report."),
            f"published: {plan.published}\n",
            f"place: {in_flow(_WORDS)}\n",
            f"elections: [{plan.id}]\n",
            "sections:\n",
            *(_part(id, title) for id, title in sections.items()),
            *(["annexes:\n"] if contents.annexes else []),
            *(_part(id, title) for id, title in contents.annexes.items()),
        ]
    )


def _part(id: str, title: str) -> str:
    return f"  - {{id: {quoted(id)}, title: {{{SOURCE_LANGUAGE}: {quoted(title)}}}}}\n"
