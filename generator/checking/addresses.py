"""Pages that the data and the prose lead to are there, and no text takes the address of another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator import links
from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE
from generator.problems import Place, Problem, nearest
from generator.prose_files import ProseFile, prose_files
from generator.succession import before


def addresses_are_sound(files: Files, content: Path) -> Iterator[Problem]:
    """``page:`` of a change and ``Next:`` of a text lead to pages that are there, and so does the foot of every page."""
    texts = list(prose_files(content))
    written, made = {text.path for text in texts}, rooms_of(files)
    onward = written | dict(links.TEXTS).keys() | (made & dict(links.ROOMS).keys())
    yield from _wanting(texts, content.name)
    for text in texts:
        if text.path in made:
            found = f"a page for `{text.path}`, which is made from the data"
            yield Problem(Place(text.shown), found, "an address of its own", "Give the page's file another name.")
        if text.next and text.next[1] not in onward:
            place, path = text.next
            near = nearest(path, onward)
            yield Problem(
                place,
                f"`{path[:60]}` after `Next:`",
                "another text such as `/method/`, or a main room such as `/compare/`",
                f"Did you mean `{near}`?" if near else "Write its path, without the site's address.",
            )
    if not files.problems:  # else the page of an entry that was set aside would be missed
        yield from _of_changes(files, written | pages_of(files))


def _wanting(texts: list[ProseFile], content: str) -> Iterator[Problem]:
    """What the foot of every page links to: some texts, and in one of them the heading under which to report an error."""
    written = {text.path for text in texts}
    for path, _ in links.TEXTS:
        if path not in written:
            yield Problem(
                Place(f"{content}/pages/{SOURCE_LANGUAGE}/{path.strip('/')}.md"),
                "no such page",
                "one, since the foot of every page links to it",
                "Write it: `Title:` and `Description:`, an empty line, and the text.",
            )
    path, _, name = links.REPORTING.partition("#")
    heading = re.compile(rf"#.*\{{:? ?#{name} ?\}}")
    for text in texts:
        if text.path == path and text.lines and not any(map(heading.match, text.lines)):
            yield Problem(
                Place(text.shown),
                f"no heading with `{{#{name}}}`",
                "one, since the foot of every page links to it",
                f"Add it to the heading that fits, as in `## Report an error {{#{name}}}`.",
            )


def _of_changes(files: Files, known: set[str]) -> Iterator[Problem]:
    if files.changes.entry is None:
        return
    for position, change in files.changes.numbered("changes"):
        path = change.page.partition("#")[0]
        if path not in known:
            near = nearest(path, known)
            yield Problem(
                files.changes.place("changes", position, "page"),
                f"`{path}` for `page`",
                "the page of a room, a text, an election, a pair, an indicator, a topic, a reform, a request or a report of this site",
                f"Did you mean `{near}`?" if near else "Copy it from the browser, without the site's address.",
            )


def rooms_of(files: Files) -> set[str]:
    """Pages made from the data that show no single thing of it: the first page of each language, main rooms and side rooms."""
    languages = files.site.entry.languages[1:] if files.site.entry else []  # the first has no folder of its own
    found = {"/", links.SEARCH, links.AUDIT, *(f"/{language.code}/" for language in languages), *dict(links.ROOMS)}
    if files.threads is None or files.threads.declared("threads") == set():
        found.remove(links.RECOMMENDATIONS)
    if files.glossary:
        found.add(links.GLOSSARY)
    if any(parts.stations for parts in files.elections.values()):
        found.add(links.STATIONS)
    return found


def pages_of(files: Files) -> set[str]:
    """The rooms, and the page of each thing that the data declare and of each pair of elections."""
    elections = {id: parts.election.entry for id, parts in files.elections.items() if parts.election.entry}
    pairs = {links.pair(earlier, later) for later, earlier in before(elections).items()}
    if files.site.entry:
        named = [(pair.earlier, pair.later) for pair in files.site.entry.pairs if {pair.earlier, pair.later} <= elections.keys()]
        pairs |= {links.pair(*sorted(pair, key=lambda id: elections[id].date)) for pair in named}
    threads = files.threads.declared("threads") if files.threads else None
    return (
        rooms_of(files)
        | pairs
        | {links.election(id) for id in elections}
        | {links.indicator(id) for id in files.indicators.declared("indicators") or ()}
        | {links.topic(id) for id in files.topics.declared("topics") or ()}
        | {links.reform(id) for loaded in files.reforms for id in loaded.listed("reforms", "id")}
        | {links.thread(id) for id in threads or ()}
        | {links.report(id) for id in files.reports}
    )
