"""A translation says what the original says: every figure of the one stands in the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel import Locale

from generator.files import Files
from generator.model.base import SOURCE_LANGUAGE, is_locale
from generator.problems import Problem, did_you_mean
from generator.translating.texts import texts_of_data

_IS_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*\Z").match
_PLACE_IN_A_REPORT = re.compile(r"\b(?:[IVX]{2,}|[VX])\b")
_HAS_FIGURES = re.compile(r"[\dIVX]").search


def figures_in(text: str, locale: Locale) -> list[str]:
    """Every number of a text as plain digits with a point, and every Roman numeral, as the language writes them; sorted.

    Separators are those of CLDR; a group may also be set apart by any no-break space. A point counts as well as the
    language's own sign, since numbers of paragraphs keep theirs.
    """
    if not _HAS_FIGURES(text):  # as most texts have none
        return []
    number, group, decimal = _signs(str(locale))
    return sorted([*(group.sub("", digits).replace(decimal, ".") for digits in number.findall(text)), *_PLACE_IN_A_REPORT.findall(text)])


@cache
def _signs(locale: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    """A number in a language, what sets its groups apart, and its decimal sign."""
    symbols = Locale.parse(locale).number_symbols["latn"]
    point, group = f"[{re.escape(symbols['decimal'])}.]", f"[{re.escape(symbols['group'])}\u00a0\u202f]"
    number = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:{point}\d+)?"
    return re.compile(number), re.compile(group), symbols["decimal"]


def translations_keep_figures(files: Files) -> Iterator[Problem]:
    """The figures of each translation are those of its original."""
    if files.site.entry is None:
        return
    locales = {language.code: Locale.parse(language.locale or language.code, sep="-") for language in files.site.entry.languages}
    original = locales.get(SOURCE_LANGUAGE, Locale(SOURCE_LANGUAGE))
    for text in texts_of_data(files):
        expected = figures_in(text.original, original)
        for language, words in text.translations.items():
            if language not in locales:
                continue
            found = figures_in(words, locales[language])
            if found != expected:
                lost, added = (Counter(expected) - Counter(found)).elements(), (Counter(found) - Counter(expected)).elements()
                said = [f"{how} {', '.join(figures)}" for how, figures in (("without", sorted(lost)), ("with", sorted(added))) if figures]
                yield Problem(
                    text.place,
                    f"a translation into `{language}` {' and '.join(said)}",
                    "the figures of the English text, no more and no fewer",
                    "Compare the two; keep digits as digits, words as words, and write numbers as the language does.",
                )


def languages_are_known(files: Files) -> Iterator[Problem]:
    """A text is in languages that exist: `kz` is the code of a country."""
    if files.site.entry is None:
        return
    codes = {language.code for language in files.site.entry.languages}
    for text in texts_of_data(files):
        for code in text.translations:
            if code not in codes and _IS_CODE(code) and not is_locale(code):
                yield Problem(text.place, f"a text in the unknown language `{code}`", "the code of a language", did_you_mean(code, codes))
