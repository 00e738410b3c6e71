"""Prose as editors write it, looked through before anything renders it: pages of ``content/`` from a pull request are untrusted.

What is refused here, the sanitiser of ``pages.prose`` would take out silently, or it would slow Markdown down without end.
The text is checked as it stands in the file, so that a message can name line and column.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple

from generator.problems import Place, Problem, nearest
from generator.text_files import UnreadableError, is_hidden, links_in, read_text

MOST_BYTES = 50_000
LONGEST_LINE = 4_000
MOST_BRACKETS = 500
"""Opening ones; what Markdown does with them takes the square of their number."""
DEEPEST = 4
"""Levels of lists and quotations in each other."""
_MOST_PROBLEMS = 50

_PAGE = re.compile(r"pages/[a-z]{2,3}(-[A-Za-z0-9]+)*/(?P<slug>[a-z0-9-]+)\.md\Z")
_FIELDS = ("Title", "Description")
_ALLOWED = (*_FIELDS, "Next")
_FIELD = re.compile(r"([A-Za-z_-]+):\s*(.*)\Z")

_FENCE = re.compile(r" {0,3}(```|~~~)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?!https://)(?=[A-Za-z/!?])")
_IMAGE = re.compile(r"!\[")
_TARGET = re.compile(
    r"\]\(\s*(?P<inline><?[^)\s]*)|^ {0,3}\[[^\]]+\]:\s*(?P<reference>\S*)|(?P<pelican>[{|](?:filename|static|attach|author|category|index|tag)[}|])",
    re.IGNORECASE,
)
_SOUND_TARGET = re.compile(r"(?:https://[^\s]+|/(?!/)[^\s]*|#[A-Za-z0-9-]+)\Z")
_ATTRIBUTES = re.compile(r"\{:?(?! ?#[A-Za-z0-9-]+ ?\})[^}]*[=.#:][^}]*\}")
_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;?")
_DEEP = re.compile(rf"(?:[ \t]*(?:[>*+-]|[0-9]+[.)])(?=[ \t>]|\Z)){{{DEEPEST + 1},}}|[ \t]{{{4 * DEEPEST + 1},}}(?=\S)")


class ProseFile(NamedTuple):
    """A page of ``content/`` by its name, and its lines; none if it cannot be read, of which ``prose_problems`` tells."""

    shown: str
    slug: str
    lines: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its address within its language."""
        return f"/{self.slug}/"

    @property
    def next(self) -> tuple[Place, str] | None:
        """Where its head says which page comes next, and what it says; ``None`` if it leaves that to us."""
        for number, line in enumerate(takewhile(str.strip, self.lines), start=1):
            field = _FIELD.match(line)
            if field and field[1] == "Next" and field[2]:
                return Place(self.shown, number), field[2]
        return None


def prose_files(content: Path) -> Iterator[ProseFile]:
    """The pages of a content folder, in every language."""
    for path in sorted(content.rglob("*.md")):
        name = path.relative_to(content).as_posix()
        page, shown = _PAGE.match(name), f"{content.name}/{name}"
        if page and not path.is_symlink():
            try:
                yield ProseFile(shown, page["slug"], tuple(read_text(path, shown, MOST_BYTES).splitlines()))
            except UnreadableError:
                yield ProseFile(shown, page["slug"], ())


def prose_problems(content: Path) -> list[Problem]:
    """What is wrong with the pages of a content folder; nothing of it may be rendered if anything is."""
    problems = list(links_in(content, content.name))
    for path in sorted(content.rglob("*.md")):
        name = path.relative_to(content).as_posix()
        shown = f"{content.name}/{name}"
        if path.is_symlink():
            continue
        if not _PAGE.match(name):
            remedy = "Move it to a folder that is named for its language; small letters, digits and hyphens."
            problems.append(Problem(Place(shown), "a page that nothing reads", f"`{content.name}/pages/<language>/<page>.md`", remedy))
            continue
        try:
            text = read_text(path, shown, MOST_BYTES)
        except UnreadableError as error:
            problems += error.problems
            continue
        problems += islice(_of_page(text, shown), _MOST_PROBLEMS)
    return problems


def _of_page(text: str, shown: str) -> Iterator[Problem]:
    lines = text.splitlines()
    head = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    yield from _of_head(lines[:head], shown)
    if text.count("[") > MOST_BRACKETS:
        found = f"{text.count('[')} opening brackets"
        yield Problem(Place(shown), found, f"at most {MOST_BRACKETS} in a page", "Split the page, or remove what does not belong in it.")
        return
    fence = ""
    for number, line in enumerate(lines[head:], start=head + 1):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif len(line) > LONGEST_LINE:
            yield Problem(Place(shown, number), f"a line of {len(line)} characters", f"at most {LONGEST_LINE}", "Break it into paragraphs.")
        elif not fence:
            yield from _of_line(_CODE.sub(lambda code: " " * len(code[0]), line), Place(shown, number))


def _of_head(lines: list[str], shown: str) -> Iterator[Problem]:
    """The fields above the first empty line: a title, a description, the page that comes next, and nothing that could lead a page elsewhere."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        field = _FIELD.match(line)
        if field is None:
            yield Problem(
                Place(shown, number),
                f"`{line[:60]}`",
                "`Title: ...` and `Description: ...`, then an empty line",
                "Correct the head of the page.",
            )
        elif field[1] not in _ALLOWED:
            near = nearest(field[1], _ALLOWED)
            remedy = f"Did you mean `{near}:`?" if near else "Remove it: nothing else is said in the head of a page."
            yield Problem(Place(shown, number), f"the unknown field `{field[1]}`", "`Title:`, `Description:` or `Next:`", remedy)
        elif field[1] in seen or not field[2]:
            found = f"`{field[1]}:` a second time" if field[1] in seen else f"nothing after `{field[1]}:`"
            yield Problem(Place(shown, number), found, "each field once, with its text", "Correct the head of the page.")
        seen.add(field[1] if field else "")
    for name in _FIELDS:
        if name not in seen and seen <= {*_ALLOWED}:
            yield Problem(Place(shown), f"no `{name}:`", "it at the head of the page, before the first empty line", f"Add `{name}: ...`.")


def _of_line(line: str, place: Place) -> Iterator[Problem]:
    def problem(at: int, found: str, expected: str, remedy: str) -> Problem:
        return Problem(Place(place.path, place.line, at + 1), found, expected, remedy)

    for match in _HTML.finditer(line):
        tag = re.match(r"<!--|<[!?]|</?[A-Za-z0-9-]+", line[match.start() :])
        found = f"HTML (`{tag[0] if tag else '<'}`)"
        yield problem(match.start(), found, "Markdown", "Write it in Markdown, or between backticks if readers are to see it.")
    for match in _IMAGE.finditer(line):
        yield problem(match.start(), "an image", "text", "Remove it: the site loads no images into its pages. A link may lead to one.")
    for match in _TARGET.finditer(line):
        name = next(name for name, value in match.groupdict().items() if value is not None)
        target = html.unescape(match[name]).strip("<>")
        if not _SOUND_TARGET.match(target):
            yield problem(
                match.start(name),
                f"a link to `{target[:60]}`" if target else "a link to nothing",
                "an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`",
                "Correct the address.",
            )
    for match in _ATTRIBUTES.finditer(line):
        yield problem(match.start(), f"`{match[0][:60]}`", "at most the name of a heading, `{#like-this}`", "Remove it.")
    for match in _REFERENCE.finditer(line):
        for character in html.unescape(match[0]):
            if is_hidden(character):
                found = f"the invisible character U+{ord(character):04X}, written `{match[0]}`"
                yield problem(match.start(), found, "only characters that a reviewer can see", "Delete it.")
    if deep := _DEEP.match(line):
        yield problem(
            deep.start(),
            "lists or quotations far inside each other",
            f"at most {DEEPEST} levels",
            "Write it as sentences, or as several lists.",
        )
