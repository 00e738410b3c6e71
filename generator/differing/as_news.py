"""What changes as news: an entry of the feed for ``data/changes.yaml``, and the data's part of the changelog."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.differing.as_markdown import counted, safe
from generator.differing.changes import Change, Differences
from generator.differing.things import Kind
from generator.starting.wording import quoted

_LONGEST = 3500
"""Characters of an entry's text, well below what a text may have."""

_CORRECTED = (Kind.FIGURE, Kind.RESULT)
"""Kinds whose changes are told one by one: numbers that somebody may have used."""


def entry(found: Differences, date: datetime.date) -> str:
    """An item for the list in ``data/changes.yaml``, to be read over and put first; empty where nothing changes."""
    if not found.changes:
        return ""
    title = "; ".join(f"{kind.value.lower()}: {counted(changes)}" for kind in Kind if (changes := found.of(kind)))
    text = ""
    for sentence in (*_counts(found), *(f"{_corrected(change)}." for change in _corrections(found))):
        if len(text) + len(sentence) > _LONGEST:
            text += " There is more; the table of figures has it all."
            break
        text = f"{text} {sentence}".strip()
    lines = [
        f"  - id: {date.isoformat()}-data",
        f"    date: {date.isoformat()}",
        f"    title: {{en: {quoted(title[0].upper() + title[1:])}}}",
        f"    text: {{en: {quoted(text)}}}",
        f"    page: {_page(found)}",
    ]
    return "\n".join(lines) + "\n"


def changelog(found: Differences) -> str:
    """The data's part of the changelog: what changed by kind, and each corrected number; empty where nothing changes."""
    lines = [f"- {sentence}" for sentence in _counts(found)]
    lines += [f"  - {safe(_corrected(change))}." for change in _corrections(found)]
    return "".join(f"{line}\n" for line in ["### Data", *lines]) if lines else ""


def _counts(found: Differences) -> Iterator[str]:
    for kind in Kind:
        changes = found.of(kind)
        if changes:
            yield f"{kind.value}: {counted(changes)}."


def _corrections(found: Differences) -> list[Change]:
    return [change for kind in _CORRECTED for change in found.of(kind) if change.before and change.before.entered and change.after]


def _corrected(change: Change) -> str:
    assert change.before
    assert change.after
    if change.before.says == change.after.says:
        return f"{change.thing.title}: {', '.join(name for name, _, _ in change.details)} reworded"
    return f"{change.thing.title}: {change.before.says} is now {change.after.says}"


def _page(found: Differences) -> str:
    """The page that shows it best: that of the only thing or election, else the home page."""
    left = {change.thing.path for change in found.changes if change.after}
    return left.pop() if len(left) == 1 else "/"
