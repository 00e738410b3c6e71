"""``reforms``: changes of the rules, and events that set their frame."""

from __future__ import annotations

from generator.dataset import Dataset, source_text
from generator.exports.citing import ANNEX, FOOTNOTE, REPORT, SECTION, cited
from generator.exports.table import Cell, Column, Table
from generator.exports.wording import source_words
from generator.model.reform import Reform
from generator.timeline import between
from generator.vocabulary import N_, Precision, ReformKind

COLUMNS = (
    Column("id", "string", N_("Id of the reform or event.")),
    Column(
        "date",
        "string",
        N_(
            "ISO date as exactly as the reports give it: a day, a month (2021-05) or a year; for a bracket, the first day it can have been."
        ),
    ),
    Column("precision", "string", N_("How exactly the reports date it."), vocabulary=Precision),
    Column("kind", "string", N_("What was changed, or that something happened."), vocabulary=ReformKind),
    Column("topics", "string", N_("Ids of the topics that it touches."), many=True),
    Column("title", "string", N_("What it is, in English.")),
    Column("before", "string", N_("The rule before it, in English, where the reports say it.")),
    Column("after", "string", N_("The rule after it, or what happened, in English.")),
    Column(
        "elections",
        "string",
        N_("Ids of the elections that it lies between, the earlier one first; one id where there is none on its other side."),
        many=True,
        refers_to="elections",
    ),
    Column("threads", "string", N_("Ids of the threads of recommendations that it answers."), many=True, refers_to="threads"),
    REPORT,
    SECTION,
    FOOTNOTE,
    ANNEX,
    Column("latest", "date", N_("The last day it can have been.")),
    Column("note", "string", N_("What a reader must know about it, in English; for a bracket, how the reports give it.")),
)


def table(dataset: Dataset) -> Table:
    """All reforms in order of the first day they can have been."""
    return Table(
        name="reforms",
        title=N_("Reforms"),
        description=N_("One change of constitution, law or regulation, or one event that set the frame, in each row."),
        columns=COLUMNS,
        rows=tuple(record(dataset, reform) for reform in dataset.reforms.values()),
        key=("id",),
    )


def record(dataset: Dataset, reform: Reform) -> dict[str, Cell]:
    """One reform as a row."""
    around = between(dataset, reform)
    # An election on the very day of a reform stands on both sides of it; it is named once.
    elections = dict.fromkeys(election.id for election in (around.before, around.after) if election)
    return {
        "id": reform.id,
        "date": reform.when.iso,
        "precision": reform.when.precision,
        "kind": reform.kind,
        "topics": tuple(reform.topics),
        "title": source_text(reform.title),
        "before": source_words(reform.before),
        "after": source_text(reform.after),
        "elections": tuple(elections),
        "threads": dataset.answered.get(reform.id, ()),
        **cited(reform.source),
        "latest": reform.when.latest,
        "note": source_words(reform.note),
    }
