"""A new election's own files, apart from its figures: what it is, its results and its findings."""

from __future__ import annotations

from generator.dataset import source_text
from generator.evidence.index import Evidence
from generator.evidence.places import Spot
from generator.evidence.sought import sought
from generator.files import Files
from generator.model.base import NOT_ENTERED, SOURCE_LANGUAGE
from generator.problems import DataProblems, Place, Problem
from generator.schemas.kinds import schema_line
from generator.starting.plan import Plan, name_of
from generator.starting.report import TITLE_PAGE
from generator.starting.wording import comment, heading, in_flow
from generator.vocabulary import ElectionKind, Unit


def election_file(plan: Plan, files: Files, evidence: Evidence | None) -> str:
    """``election.yaml``. Raises ``DataProblems`` if the report's text is indexed and nowhere prints the election's day."""
    return "".join(
        [
            f"{schema_line(f'elections/{plan.id}/election.yaml')}\n",
            comment(
                "What this election is. The rules and numbers are in figures.yaml, the results in results.yaml, what the observers "
                "found in findings.yaml.\n"
                f'Replace every "{NOT_ENTERED}". `summary` states rules, not opinions; `source` is where the report gives the date.\n'
                "`short` is for the head of a table column. `reports` lists every document about this election; the first is the "
                "one that `source` means."
            ),
            f"name: {in_flow(name_of(plan))}\n",
            f"short: {in_flow(plan.short)}\n",
            "" if plan.date_known else comment(f"A placeholder: the day of the election is {NOT_ENTERED}."),
            f"date: {plan.date}\n",
            f"body: {plan.body}\n",
            f"kind: {plan.kind}\n",
            comment("Whether it was called before its time."),
            "early: false\n",
            f"reports: [{plan.report}]\n",
            f"summary: {in_flow({SOURCE_LANGUAGE: f'{NOT_ENTERED.capitalize()}.'})}\n",
            f"source: {in_flow(_source(plan, files, evidence))}\n",
        ]
    )


def _source(plan: Plan, files: Files, evidence: Evidence | None) -> dict[str, str | int]:
    """The first place of the report that prints the day of the election; without its text, its first part."""
    if evidence is None:
        report = files.reports.get(plan.report)
        return {"section": report.entry.sections[0].id if report and report.entry and report.entry.sections else TITLE_PAGE}
    wanted = sought(plan.date, Unit.DATE, plan.published)
    spot: Spot | None = next((place.spot for place in evidence.places if wanted.is_in(place)), None)
    if spot is None:
        found = f"the day {plan.date}, which no place of `{plan.report}` prints"
        place = Place(f"{files.site.document.path.split('/')[0]}/elections/{plan.id}")
        raise DataProblems(
            [Problem(place, found, "the day of the election as the report prints it", "Correct `DATE=`, or check the text.")]
        )
    parts = {"section": spot.section, "annex": spot.annex, "footnote": spot.footnote}
    return {name: part for name, part in parts.items() if part is not None}


def results_file(plan: Plan) -> str:
    """``results.yaml``: no contest yet, and an example of one."""
    presidential = plan.kind is ElectionKind.PRESIDENTIAL
    kinds = "`presidential`" if presidential else "`list` (shares of votes for lists) and `single_member` (districts with one seat each)"
    return "".join(
        [
            f"{schema_line(f'elections/{plan.id}/results.yaml')}\n",
            comment(
                f"Results as the report's tables print them. Contests of this kind of election: {kinds}.\n"
                "One row for each contestant, in the printed order; `total` is the printed total row. Leave out what the table does "
                "not print; a printed dash for seats is 0. A contestant that is new must first be entered in data/contestants.yaml.\n"
                "For example:\n"
                "  contests:\n"
                f"    - contest: {'presidential' if presidential else 'list'}\n"
                "      source: {annex: I}\n"
                "      results:\n"
                f"        - {{contestant: {'some_person' if presidential else 'some_party'}, votes: 1200, percent: 60.00{'' if presidential else ', seats: 3'}}}\n"
                f"      total: {{votes: 2000, percent: 100.0{'' if presidential else ', seats: 5'}}}"
            ),
            f"report: {plan.report}\n",
            "contests: []\n",
        ]
    )


def findings_file(plan: Plan, files: Files) -> str:
    """``findings.yaml``: no finding yet, the topics, and an example of one."""
    topics = files.topics.entry.topics if files.topics.entry else {}
    return "".join(
        [
            f"{schema_line(f'elections/{plan.id}/findings.yaml')}\n",
            comment(
                "What the observers found, by topic: in our own words, attributed, with the place of the report that states it.\n"
                "For example:\n"
                "  findings:\n"
                f"    - topic: {next(iter(topics), 'counting')}\n"
                '      text: {en: "According to the observers, ..."}\n'
                "      source: {section: II.A}"
            ),
            heading("Topics"),
            *(comment(f"{id}: {source_text(topic.description)}") for id, topic in topics.items()),
            f"report: {plan.report}\n",
            "findings: []\n",
        ]
    )
