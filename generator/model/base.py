"""The ground every model stands on: strict, closed, frozen; ids and texts."""

from __future__ import annotations

from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

NOT_ENTERED = "not yet entered"
"""What a text says that nobody has written yet, so that readers see it and editors find it."""

SOURCE_LANGUAGE = "en"
"""The language of the reports (BCP 47); every text must have it, others may follow."""


def refusal(found: str, expected: str, remedy: str) -> PydanticCustomError:
    """The error to raise for an entry that breaks a rule: the three parts of a message to an editor."""
    return PydanticCustomError("refusal", "{found}", {"found": found, "expected": expected, "remedy": remedy})


class Entry(BaseModel):
    """A mapping in a data file: no unknown keys, no silent conversion, no change after reading."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=80)]
"""An id that becomes a folder of the site: small letters, digits, hyphens."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$", max_length=80)]
"""An id that does not become a folder; contestants carry underscores."""

IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+\.[a-z0-9_]+$", max_length=80)]
"""``topic.what``, as in ``turnout.percent``."""


def refers_to(what: str) -> Any:
    """Mark an id that must be declared elsewhere; the editor's schema then offers those that are."""
    return Field(json_schema_extra={"refers_to": what})


TopicRef = Annotated[Id, refers_to("topic")]
IndicatorRef = Annotated[IndicatorId, refers_to("indicator")]
ReportRef = Annotated[Id, refers_to("report")]
ElectionRef = Annotated[Id, refers_to("election")]
ReformRef = Annotated[Id, refers_to("reform")]
ThreadRef = Annotated[Id, refers_to("thread")]
ContestantRef = Annotated[Name, refers_to("contestant")]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


def is_locale(code: str) -> bool:
    """Whether CLDR knows a language, so that its numbers and dates can be written."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


_Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, pattern=r"^\S"),
    Field(json_schema_extra={"not": {"pattern": r"<|\]\("}}),
]


def _in_source_language(text: dict[str, str]) -> dict[str, str]:
    if SOURCE_LANGUAGE not in text:
        raise refusal(
            f"a text without `{SOURCE_LANGUAGE}`",
            "the text in the language of the reports, and translations beside it",
            f'Write `{{{SOURCE_LANGUAGE}: "..."}}`.',
        )
    for words in text.values():
        if "<" in words or "](" in words:
            raise refusal("markup (`<` or a link) in a text", "plain words", "Remove the markup; put an address into the source.")
    return text


Text = Annotated[
    dict[Language, _Prose],
    AfterValidator(_in_source_language),
    Field(
        description="A text for readers, by language: {en: …, kk: …, ru: …}. Plain words, no markup.",
        json_schema_extra={"required": [SOURCE_LANGUAGE]},
    ),
]
