"""What changes as Markdown: on a terminal, and in the summary of a pull request.

The texts come from a proposal that nobody has read yet, and GitHub renders what we write: every text is made safe, so that
it can neither leave its cell nor become markup, a link or an image.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from generator.differing.changes import Change, Differences
from generator.differing.things import Kind, Thing

_NONE = "–"
_LINE = "<br>"
_MARKS = re.compile(r"([\\`*_\[\]|~$#!@])")
_ADDRESSES = re.compile(r"(?i)(?<=https)(?=:)|(?<=http)(?=:)|(?<=ftp)(?=:)|(?<=mailto)(?=:)|(?<=www)(?=\.)")


def safe(text: str) -> str:
    """A text that Markdown shows as it is, on one line: no markup, no HTML, no address that becomes a link by itself."""
    line = " ".join(text.split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESSES.sub(r"\\", _MARKS.sub(r"\\\1", line))


def markdown(found: Differences, base: str) -> str:
    """The report on what changes against the version called ``base``."""
    lines = [f"## What changes for a reader, against {safe(base)}", ""]
    if found.nothing:
        return "\n".join([*lines, "Nothing.", ""])
    lines += [*_summary(found), ""]
    for kind in Kind:
        changes = found.of(kind)
        if changes:
            lines += [f"### {kind.value}", "", *_changes(changes), ""]
    if found.audit:
        rows = [(safe(row.title), safe(row.before or _NONE), safe(row.after or _NONE)) for row in found.audit]
        lines += ["### Audit", "", *_table(("What", "Before", "After"), rows), ""]
    for heading, paths in (("Pages that appear", found.appearing), ("Pages that vanish", found.vanishing)):
        if paths:
            lines += [f"### {heading}", "", *(f"- {safe(path)}" for path in paths), ""]
    return "\n".join(lines)


def counted(changes: Sequence[Change]) -> str:
    """How many are changed, new and removed, in words."""
    changed = sum(1 for change in changes if change.before and change.after)
    new = sum(1 for change in changes if not change.before)
    removed = sum(1 for change in changes if not change.after)
    return ", ".join(f"{count} {word}" for count, word in ((changed, "changed"), (new, "new"), (removed, "removed")) if count)


def _summary(found: Differences) -> Iterator[str]:
    for kind in Kind:
        changes = found.of(kind)
        if changes:
            yield f"- {kind.value}: {counted(changes)}"
    if found.audit or found.holding:
        told = f"{len(found.audit)} rows with another verdict or difference" if found.audit else "no row with another verdict"
        more = f", {abs(found.holding)} {'more' if found.holding > 0 else 'fewer'} that hold" if found.holding else ""
        yield f"- Audit: {told}{more}"
    if found.appearing or found.vanishing:
        yield f"- Pages: {len(found.appearing)} appear, {len(found.vanishing)} vanish"
    was, now = found.confirmed
    if was != now:
        yield f"- Cited values found at their place: {was.values} of {was.of} before, {now.values} of {now.of} after"
    if found.changes and not found.announced:
        yield "- The feed has no new entry: `make diff FORM=changes` writes one for `data/changes.yaml`"


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    tables: list[Iterator[str]] = []
    if changed := [(safe(change.thing.title), *_sides(change)) for change in changes if change.before and change.after]:
        tables.append(_table(("Changed", "Before", "After"), changed))
    if new := [_told(change.after) for change in changes if change.after and not change.before]:
        tables.append(_table(("New", "What it says"), new))
    if removed := [_told(change.before) for change in changes if change.before and not change.after]:
        tables.append(_table(("Removed", "What it said"), removed))
    for number, table in enumerate(tables):
        yield from [""] if number else []
        yield from table


def _told(thing: Thing) -> tuple[str, str]:
    return safe(thing.title), _LINE.join(map(safe, _lines(thing)))


def _lines(thing: Thing) -> list[str]:
    """The gist of a thing, and what else is stated."""
    return [thing.says, *(f"also stated: {other}" for other in thing.also)]


def _sides(change: Change) -> tuple[str, str]:
    """Before and after: the gist, and under it each detail that changed; the words that differ are bold."""
    assert change.before
    assert change.after
    before, after = _lines(change.before), _lines(change.after)
    longest = max(len(before), len(after))
    lines = list(zip(before + [""] * (longest - len(before)), after + [""] * (longest - len(after)), strict=True))
    lines += [(f"{name}: {was or _NONE}", f"{name}: {now or _NONE}") for name, was, now in change.details]
    sides = list(zip(*(_marked(was, now) for was, now in lines), strict=True))
    return _LINE.join(filter(None, sides[0])), _LINE.join(filter(None, sides[1]))


def _marked(before: str, after: str) -> tuple[str, str]:
    """Two texts, safe, with the words that only one of them has in bold."""
    was, now = before.split(), after.split()
    sides: tuple[list[str], list[str]] = ([], [])
    for what, start, end, begin, stop in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        for side, words in zip(sides, (was[start:end], now[begin:stop]), strict=True):
            if words:
                run = safe(" ".join(words))
                side.append(run if what == "equal" else f"**{run}**")
    return " ".join(sides[0]), " ".join(sides[1])


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are safe already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
