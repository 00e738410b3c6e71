"""The ids that are declared in the data, each with what it means, for completion and hover text."""

from __future__ import annotations

from collections.abc import Mapping

from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.model.stations import INVALID
from generator.schemas.models import Schema, known


def known_ids(files: Files) -> dict[str, Schema]:
    """Definitions ``known_topic``, ``known_report`` and so on, which the models' schemas refer to."""
    return {known(what): listed(ids) for what, ids in _meanings(files).items()}


def listed(meanings: Mapping[str, str]) -> Schema:
    """The schema of a value that is one of some words; nothing fits where there are none."""
    if not meanings:
        return {"description": "None is declared yet.", "not": {}}
    return {"enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _meanings(files: Files) -> dict[str, dict[str, str]]:
    topics = files.topics.entry.topics if files.topics.entry else {}
    indicators = files.indicators.entry.indicators if files.indicators.entry else {}
    contestants = files.contestants.entry.contestants if files.contestants.entry else {}
    threads = files.threads.entry.threads if files.threads and files.threads.entry else {}
    reforms = [reform for loaded in files.reforms if loaded.entry for reform in loaded.entry.reforms]
    people = {id: _text(contestant.name) for id, contestant in contestants.items()}
    return {
        "topic": {id: f"{_text(topic.label)}: {_text(topic.description)}" for id, topic in topics.items()},
        "indicator": {id: f"{_text(indicator.label)}: {_text(indicator.definition)}" for id, indicator in indicators.items()},
        "report": {id: _text(report.entry.title) if report.entry else id for id, report in files.reports.items()},
        "election": {id: _text(parts.election.entry.name) if parts.election.entry else id for id, parts in files.elections.items()},
        "contestant": people,
        "column": {**people, INVALID: "Invalid ballots"},
        "thread": {id: _text(thread.title) for id, thread in threads.items()},
        "reform": {reform.id: _text(reform.title) for reform in reforms},
    }


def _text(text: Mapping[str, str]) -> str:
    return text[SOURCE_LANGUAGE]
