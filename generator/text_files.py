"""Text files as they come from a pull request: plain files of bounded size, in UTF-8, with nothing in them that cannot be seen."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.problems import Place, Problem

_SHOWN = 20
"""Invisible characters that are listed of one file; a file of nothing else would fill the memory."""

_JOINERS = "\u200c\u200d"
"""Kurdish, Persian or Hindi cannot be written without them."""


class UnreadableError(Exception):
    """A file that cannot be taken as text; ``problems`` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_text(path: Path, shown_as: str, most: int) -> str:
    """The text of a file of at most ``most`` bytes. Raises ``UnreadableError``; what is too large or no plain file is not opened."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise UnreadableError(a_link(shown_as))
        if not stat.S_ISREG(found.st_mode):
            raise _refused(shown_as, "something that is no file", "a text file", "Remove it, or give it another name.")
        if found.st_size > most:
            remedy = "Split the file, or remove what does not belong in it."
            raise _refused(shown_as, f"a file of {found.st_size} bytes", f"at most {most} bytes", remedy)
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refused(
            shown_as, "no such file", "one of this name", "Add it, as in the folders beside it; `make new` begins an election."
        ) from None
    except OSError as error:
        remedy = "Check that it exists, and its permissions."
        raise _refused(shown_as, f"a file that cannot be read ({error.strerror})", "a readable file", remedy) from None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].split(b"\n")
        place = Place(shown_as, len(before), len(before[-1].decode("utf-8")) + 1)
        found_byte = f"the byte 0x{content[error.start]:02X}, which is not UTF-8"
        raise UnreadableError(Problem(place, found_byte, "a file in UTF-8", "Save it again as UTF-8.")) from None
    problems = tuple(islice(hidden_characters(text, shown_as), _SHOWN))
    if problems:
        raise UnreadableError(*problems)
    return text


def a_link(shown_as: str) -> Problem:
    """What is wrong with a symbolic link: it may lead out of the project, to whatever the machine holds."""
    return Problem(Place(shown_as), "a symbolic link", "a file or folder of its own", "Put a copy of what it points at in its place.")


def entries(folder: Path) -> list[Path]:
    """What stands in a folder, by name, apart from symbolic links; nothing if it is one itself, or not there."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.is_symlink())


def links_in(folder: Path, shown_as: str) -> Iterator[Problem]:
    """Every symbolic link in a folder and the folders below it; none is followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield a_link(f"{shown_as}/{path.relative_to(folder).as_posix()}")


def hidden_characters(text: str, shown_as: str) -> Iterator[Problem]:
    """Characters that reorder or hide text, so that a reviewer sees something else than a reader."""
    if not any(map(is_hidden, set(text))):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")  # the line endings of Windows are seen by nobody and read by everybody
        for position, character in enumerate(line):
            if is_hidden(character):
                at_start = character == "\ufeff" and (number, position) == (1, 0)
                yield Problem(
                    Place(shown_as, number, position + 1),
                    f"the invisible character U+{ord(character):04X}",
                    "only characters that a reviewer can see",
                    "Save the file as UTF-8 without a byte order mark."
                    if at_start
                    else "Delete it; retype the word if it was copied from elsewhere.",
                )


def is_plain(text: str) -> bool:
    """Whether a text has only characters of which none can be hidden; most have, and are told from the others at once."""
    return text.isprintable() and (text.isascii() or _BLANKS.isdisjoint(text))


def is_hidden(character: str) -> bool:
    """Whether nobody sees a character: not a letter, sign, kind of space, tabulator or joiner."""
    if character.isprintable():
        return character in _BLANKS
    return character not in _JOINERS and (character in _BREAKS or not character.isspace())


_BLANKS = frozenset(
    "\u115f\u1160\u2800\u3164\uffa0\U000e0020"
    + "".join(map(chr, (*range(0x180B, 0x180E), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
"""Letters and signs by their class, but without a shape: fillers, blanks, selectors of variants, in which text can be smuggled."""

_BREAKS = "\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""What Python calls space, but is a line's end to some and nothing to others."""


def _refused(shown_as: str, found: str, expected: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(Place(shown_as), found, expected, remedy))
