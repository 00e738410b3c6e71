"""The terms of the field in every language of the site, so that each is always called the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Entry, Id, Language, Text

Form = Annotated[str, StringConstraints(pattern=r"^[^\s*]", max_length=80)]
"""Words by which a term is known in a text; a `*` at the end of a word stands for any ending."""


def written_forms(forms: Iterable[Form]) -> str:
    """A regular expression for any of the forms. It says nothing about where words begin and end."""
    return "|".join(r"\w*".join(map(re.escape, form.split("*"))) for form in sorted(forms, key=len, reverse=True))


class Term(Entry):
    """One term: what it is called, what it means, and by which words a text shows that it is meant."""

    term: Text
    """What it is called, as a heading."""
    meaning: Text
    """What it means, in one or two plain sentences."""
    forms: dict[Language, Annotated[list[Form], Field(min_length=1)]]
    """By language. Where the English of a text has one of the English forms, its translation must have one of that language's."""


class GlossaryFile(Entry):
    """``data/glossary.yaml``: all terms."""

    terms: dict[Id, Term]
