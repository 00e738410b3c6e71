"""Recommendations, threads and follow-ups as tables."""

from __future__ import annotations

from generator import threads
from generator.dataset import Dataset, source_text
from generator.exports.table import Cell, Column, Table
from generator.vocabulary import N_, FollowUp, ThreadState


def recommendations(dataset: Dataset) -> Table:
    """Every numbered recommendation of every report."""
    return Table(
        name="recommendations",
        title=N_("Recommendations"),
        description=N_("Every numbered recommendation of the reports, in our own words."),
        columns=(
            Column("report", "string", N_("Report that makes it"), refers_to="reports"),
            Column("number", "integer", N_("Its number in the report")),
            Column("priority", "boolean", N_("Whether the report marks it as a priority")),
            Column("topic", "string", N_("Topic on this site")),
            Column("thread", "string", N_("Threads that it belongs to"), many=True, refers_to="threads"),
            Column("text", "string", N_("What is asked, of whom, to what end; a paraphrase")),
            Column("section", "string", N_("Section of the report that states it or its ground")),
            Column("heading", "string", N_("Heading under which the report's list places it")),
            Column("wording", "string", N_("Where the list and the body word it differently: what differs")),
        ),
        rows=tuple(
            {
                "report": entry.report,
                "number": entry.number,
                "priority": entry.priority,
                "topic": entry.topic,
                "thread": entry.threads,
                "text": source_text(entry.text),
                "section": entry.citation.section,
                "heading": source_text(entry.heading),
                "wording": source_text(entry.wording) if entry.wording else None,
            }
            for entry in dataset.recommendations
        ),
        key=("report", "number"),
    )


def thread_table(dataset: Dataset) -> Table:
    """Every thread with the time that it has stood open."""
    rows: list[dict[str, Cell]] = []
    for id, thread in dataset.threads.items():
        asked = threads.asked(dataset, id)
        time = threads.open_time(dataset, id)
        rows.append(
            {
                "thread": id,
                "title": source_text(thread.title),
                "first_year": dataset.reports[asked[0].report].published.year,
                "last_year": dataset.reports[asked[-1].report].published.year,
                "reports": tuple(item.report for item in asked),
                "elections_open": tuple(election.id for election in time.elections),
                "state": thread.reading.state.value,
                "topic": thread.topic,
                "years_open": time.years,
                "reforms": tuple(thread.reading.reforms),
                "reading": source_text(thread.reading.text),
            }
        )
    return Table(
        name="threads",
        title=N_("Threads of recommendations"),
        description=N_("Recommendations that ask for the same thing, tied across reports, with our reading of what became of them."),
        columns=(
            Column("thread", "string", N_("Id of the thread")),
            Column("title", "string", N_("What is asked")),
            Column("first_year", "integer", N_("Year of the first report that asks for it")),
            Column("last_year", "integer", N_("Year of the last report that asks for it")),
            Column("reports", "string", N_("Reports that ask for it"), many=True, refers_to="reports"),
            Column("elections_open", "string", N_("Elections held while it stood open"), many=True, refers_to="elections"),
            Column("state", "string", N_("Our reading of what became of it"), vocabulary=ThreadState),
            Column("topic", "string", N_("Topic on this site")),
            Column(
                "years_open", "integer", N_("Whole years for which it stood open: until it was met or overtaken, else to the newest report")
            ),
            Column("reforms", "string", N_("Reforms that our reading names"), many=True, refers_to="reforms"),
            Column("reading", "string", N_("Our reading in words")),
        ),
        rows=tuple(rows),
        key=("thread",),
    )


def followups(dataset: Dataset) -> Table:
    """What the observers say became of numbered recommendations."""
    return Table(
        name="followups",
        title=N_("Follow-up by the observers"),
        description=N_("What later reports say became of numbered recommendations, in the observers' own words; one row a number."),
        columns=(
            Column("assessing_report", "string", N_("Report that says so"), refers_to="reports"),
            Column("assessed_election", "string", N_("Election whose report made the recommendation; it need not be on this site")),
            Column("number", "integer", N_("Number of the recommendation in that report")),
            Column("status", "string", N_("What became of it, as the observers say"), vocabulary=FollowUp),
            Column("section", "string", N_("Section that says so")),
            Column("footnote", "integer", N_("Footnote that says so")),
        ),
        rows=tuple(
            {
                "assessing_report": note.report,
                "assessed_election": note.assessed,
                "number": note.number,
                "status": note.status.value,
                "section": note.citation.section,
                "footnote": note.citation.footnote,
            }
            for note in dataset.followups
        ),
        key=("assessing_report", "assessed_election", "number"),
    )
