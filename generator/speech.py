"""How the site speaks one language: interface texts by gettext, numbers and dates by CLDR (Babel)."""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, format_currency, format_decimal, get_currency_name, parse_pattern
from markupsafe import Markup, escape

from generator.dataset import Figure, Text
from generator.model.base import SOURCE_LANGUAGE
from generator.model.reference import Indicator
from generator.model.when import When
from generator.vocabulary import N_, AnyUnit, Money, Precision, Qualifier, Rate, Unit, Word

CATALOGUES = Path(__file__).parent / "locale"
"""A gettext catalogue for each translated language, ``<code>.po``; read as text, so that nothing compiled is kept."""

_QUALIFIED = {
    Qualifier.APPROXIMATE: N_("about %(value)s"),
    Qualifier.OVER: N_("over %(value)s"),
    Qualifier.UNDER: N_("under %(value)s"),
    Qualifier.AT_LEAST: N_("at least %(value)s"),
    Qualifier.AT_MOST: N_("at most %(value)s"),
}


@cache
def _catalogue(folder: Path, code: str) -> gettext.NullTranslations:
    path = folder / f"{code}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as handle:
        catalogue = read_po(handle, locale=code.replace("-", "_"))
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def read_catalogues() -> None:
    """Read the interface texts of every language, to be kept."""
    for path in CATALOGUES.glob("*.po"):
        _catalogue(CATALOGUES, path.stem)


# Pages show the same numbers and days many times. Kept by their digits: 54.0 and 54 are equal, but not written alike.
@cache
def _number(digits: str, locale: Locale) -> str:
    number = Decimal(digits)
    return format_decimal(number, format=_parsed(_pattern(number)), locale=locale)


@cache
def _parsed(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)


def _pattern(number: Decimal) -> str:
    """CLDR's pattern for a number with its own decimals."""
    decimals = -int(number.as_tuple().exponent)
    return "#,##0." + "0" * decimals if decimals > 0 else "#,##0"


@cache
def _date(day: datetime.date, locale: Locale) -> str:
    return format_date(day, format="long", locale=locale)


class Marked(str):
    """A text of which not all is in the language of its page: plain wherever it is a text, marked where a template writes it.

    In attributes and in titles, where no markup may stand, templates write it with the filter ``plain``.
    """

    html: Markup

    def __new__(cls, text: str, html: Markup) -> Marked:
        """The text, and as it is marked."""
        made = super().__new__(cls, text)
        made.html = html
        return made

    def __html__(self) -> Markup:
        return self.html


def foreign(text: str, language: str) -> Marked:
    """A text that is in another language than its page."""
    return Marked(text, Markup('<span lang="{}">{}</span>').format(language, text))


def unmarked(html: Markup) -> str:
    """Marked words as a text, which stay marked where a template writes it."""
    text = html.striptags()
    return Marked(text, html) if escape(text) != html else text


def _filled(text: str, values: Mapping[str, object]) -> str:
    """A text with its values, which stay marked in it."""
    filled = text % values
    return Marked(filled, escape(text) % values) if Marked in map(type, values.values()) else filled


def joined(between: str, texts: Iterable[str]) -> str:
    """Texts one after another, which stay marked; ``between`` stands between two."""
    found = list(texts)
    whole = between.join(found)
    return Marked(whole, escape(between).join(found)) if Marked in map(type, found) else whole


class Speech:
    """One language of the site: ``code`` is its BCP 47 tag, ``locale`` the CLDR locale of its numbers and dates."""

    def __init__(self, code: str, locale: str | None = None) -> None:
        self.code = code
        self.locale = Locale.parse(locale or code, sep="-")
        self.translations = _catalogue(CATALOGUES, code)

    def __call__(self, message: str, **values: object) -> str:
        """An interface text in this language, with its values filled in."""
        text = self.translations.gettext(message)
        return _filled(text, values) if values else text

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """An interface text that counts something; ``%(count)s`` is the formatted number."""
        text = self.translations.ngettext(one, many, count)
        return _filled(text, {"count": self.number(count), **values})

    def text(self, text: Text) -> Markup:
        """A text of the data for pages; where it is not translated, the original, marked with its language."""
        return escape(self.plain(text))

    def plain(self, text: Text) -> str:
        """The same for wherever plain texts are needed too, as of titles; a template that writes it still marks it."""
        return text[self.code] if self.code in text else foreign(text[SOURCE_LANGUAGE], SOURCE_LANGUAGE)

    def number(self, value: int | Decimal) -> str:
        """A number with the language's separators and the decimals that it was printed with."""
        return _number(str(value), self.locale)

    def percent(self, value: int | Decimal) -> str:
        """A percentage as the language writes it; 54.21 is 54.21 per cent."""
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "{}")
        written: str = pattern.format(self.number(value))
        return written.replace("%", self.locale.number_symbols["latn"].get("percentSign", "%"))

    def date(self, value: datetime.date) -> str:
        """A date in words."""
        return _date(value, self.locale)

    def when(self, when: When) -> str:
        """A date as exactly as it is known."""
        match when.precision:
            case Precision.DAY:
                return self.date(when.earliest)
            case Precision.MONTH:
                return format_skeleton("yMMMM", when.earliest, locale=self.locale)
            case Precision.YEAR:
                return str(when.year)
            case Precision.BETWEEN:
                return self("between %(after)s and %(before)s", after=self.date(when.earliest), before=self.date(when.latest))

    def list(self, items: Iterable[str]) -> str:
        """Several things joined as the language joins them."""
        found = list(items)
        whole = format_list(found, locale=self.locale)
        if Marked not in map(type, found):
            return whole
        marked = format_list([str(escape(item)) for item in found], locale=self.locale)
        return Marked(whole, Markup(marked))  # noqa: S704 -- every item is escaped

    def value(self, figure: Figure, indicator: Indicator) -> Markup:
        """A figure's value as readers see it, with its unit and qualifier, or the kind of its absence."""
        if figure.absence is not None:
            return escape(self(figure.absence.label))
        shown = self._bare(figure, indicator)
        if figure.qualifier in _QUALIFIED:
            return escape(self(_QUALIFIED[figure.qualifier])) % {"value": shown}
        return shown

    def _bare(self, figure: Figure, indicator: Indicator) -> Markup:
        value = figure.value
        match value:
            case bool():
                return escape(self(N_("yes")) if value else self(N_("no")))
            case int() | Decimal():
                return escape(self.measured(value, figure.unit))
            case datetime.date():
                return escape(self.date(value))
            case dict():
                return self.text(value)
            case _:
                return self.text((indicator.choices or {})[str(value)])

    def label(self, word: Word | AnyUnit) -> str:
        """What readers see of a word of a vocabulary; a currency has its name in CLDR."""
        match word:
            case Money():
                return f"{get_currency_name(word, locale=self.locale)} ({word})"
            case Rate():
                price, bought = word.currencies
                return self(N_("%(price)s for one %(bought)s"), price=price, bought=bought)
            case _:
                return self(word.label)

    def measured(self, value: int | Decimal, unit: AnyUnit) -> str:
        """A number with its unit."""
        match unit:
            case Unit.PERCENT:
                return self.percent(value)
            case Money():
                number = _pattern(Decimal(value))
                standard = self.locale.currency_formats["standard"].pattern
                before = standard.index("¤") < standard.index("0")  # the language's own order; codes need a space where signs do not
                pattern = f"¤¤ {number}" if before else f"{number} ¤¤"
                currency = format_currency(value, str(unit), format=pattern, locale=self.locale, currency_digits=False)
                return currency.replace(" ", "\u00a0")
            case Unit.YEARS:
                return self.plural("%(count)s year", "%(count)s years", int(value)) if value == int(value) else self.number(value)
            case _:
                return self.number(value)
