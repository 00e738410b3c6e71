"""A new election's ``figures.yaml``: every indicator by topic, with what it means above it, and no value yet."""

from __future__ import annotations

from typing import Any

from generator.dataset import source_text
from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.model.reference import Indicator
from generator.schemas.kinds import schema_line
from generator.speech import Speech
from generator.starting.plan import Plan
from generator.starting.wording import comment, heading, in_flow
from generator.vocabulary import Absence, AnyUnit, AppliesTo, Money, Rate, ReportKind, Status, Unit

_EXAMPLES: dict[AnyUnit | type[AnyUnit], str] = {
    Unit.COUNT: "98",
    Unit.PERCENT: "54.21",
    Unit.YEARS: "25",
    Unit.MULTIPLE: "15",
    Unit.DATE: "2023-01-19",
    Unit.BOOLEAN: "true",
    Unit.TEXT: '{en: "The valid votes."}',
    Money: "2100.50",
    Rate: "491.30",
}


def figures_file(plan: Plan, files: Files) -> str:
    """The file's text. What cannot be stated for this kind of election does not apply; all else is not curated."""
    topics = files.topics.entry.topics if files.topics.entry else {}
    indicators = files.indicators.entry.indicators if files.indicators.entry else {}
    settled = Status.FINAL if plan.report_kind is ReportKind.FINAL_REPORT else Status.PRELIMINARY
    groups = [
        heading(source_text(topic.label), 2) + "".join(_entry(id, indicators[id], plan, files) for id in own)
        for name, topic in topics.items()
        if (own := [id for id, indicator in indicators.items() if indicator.topic == name])
    ]
    return "".join(
        [
            f"{schema_line(f'elections/{plan.id}/figures.yaml')}\n",
            comment(
                f"Figures of {plan.id}: one entry for every indicator of data/indicators.yaml, by topic. Above each stands what it "
                "means and, if there is one, how it was entered for the last election of this kind. Replace `absence: not_curated` "
                "by what the report states and where, and delete the comment:\n"
                "  value: 54.21\n"
                "  source: {section: XIII.C}\n"
                "The place is a section, an annex or a footnote: {section: I}, {annex: II}, {section: I, footnote: 7}. A number in words "
                'has a `qualifier`: "more than half" is `value: 50` with `qualifier: over`, and a `note` that says the words.\n'
                "Where there is no value, say why: `absence: not_in_report` (the report is silent), `withheld` (with the `source` "
                "that says so), `not_applicable` (the rule or institution did not exist). `make progress` lists what is open."
            ),
            f"report: {plan.report}\n",
            f"status: {settled}\n",
            "\n",
            "figures:\n",
            "\n".join(groups),
        ]
    )


def _entry(id: str, indicator: Indicator, plan: Plan, files: Files) -> str:
    label, definition = source_text(indicator.label), source_text(indicator.definition)
    if indicator.applies_to is not AppliesTo.ALL and indicator.applies_to.value != plan.kind.value:
        above = comment(f"{label}: for {indicator.applies_to.label} only.", 2)
        return f"\n{above}  {id}:\n    absence: {Absence.NOT_APPLICABLE}\n"
    above = comment(f"{label}: {definition}", 2) + comment(f"Unit: {_unit(indicator)}.", 2)
    if indicator.comparability:
        above += comment(f"Comparability: {source_text(indicator.comparability)}", 2)
    return f"\n{above}{comment(_example(id, indicator, plan, files), 2)}  {id}:\n    absence: {Absence.NOT_CURATED}\n"


def _unit(indicator: Indicator) -> str:
    if not indicator.choices:
        return Speech(SOURCE_LANGUAGE).label(indicator.unit)
    return "one of " + ", ".join(f"{word} ({source_text(label)})" for word, label in indicator.choices.items())


def _example(id: str, indicator: Indicator, plan: Plan, files: Files) -> str:
    """How the last election of the kind has it; where that has no value, a value of the unit with an invented place."""
    before = _before(id, plan, files)
    if before:
        return f"{plan.model}: {in_flow(before)}"
    value = next(iter(indicator.choices)) if indicator.choices else _EXAMPLES.get(indicator.unit) or _EXAMPLES[type(indicator.unit)]
    return f"For example: {{value: {value}, source: {{section: I}}}}"


def _before(id: str, plan: Plan, files: Files) -> dict[str, Any] | None:
    """The entry of the last election of the kind, without its notes, if it has a value."""
    parts = files.elections.get(plan.model or "")
    if parts is None or parts.figures.entry is None or ("figures", id) in parts.figures.set_aside:
        return None
    raw = parts.figures.document.value["figures"].get(id, {})
    if "value" not in raw:
        return None
    return {key: value for key, value in raw.items() if key in ("value", "qualifier", "status", "formula", "source")}
