"""The numbers that occur in a text, each as `spelling.py` spells it, whatever the text's style."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from babel import Locale

from generator.evidence import words
from generator.evidence.dates import GONE, take_dates
from generator.evidence.spelling import plain
from generator.model.base import SOURCE_LANGUAGE
from generator.vocabulary import CURRENCIES

_SIGNS = {sign: code for code, sign in Locale(SOURCE_LANGUAGE).currency_symbols.items() if len(sign) == 1}
"""The currencies that the language of the reports writes with a sign (€, $, £ …), by sign."""

# What looks like a number of something and is none: addresses, references to laws, times of day.
_NO_NUMBERS = (
    re.compile(r"\]\([^()\s]*\)"),  # the target of a Markdown link
    re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[\w.+-]{1,64}@\S+"),
    re.compile(r"(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:org|int|com|net|[a-z]{2})/\S*"),
    re.compile(r"\+\s?\d[\d ()-]{5,}"),  # telephones
    re.compile(
        r"\b(?:paragraphs?|paras?\.?|articles?|sections?|points?|items?|appendix|comments?|no\.?|nos\.?|number)"
        r"\s+(?:No\.?\s*)?(?:[IVX]+\.){0,3}\d[\w./-]*(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s+or\s+)(?:[IVX]+\.){0,3}\d[\w./-]*(?!\s*(?:per\s?cent|%))){0,20}",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.])\d{1,2}(?::\d\d|\.\d\d(?=\s*(?:hrs?|hours|h|a\.?m|p\.?m)\b))|\b\d{1,2}\s?[ap]\.?m\b"),
    re.compile(r"(?<![\d.])(?!\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d))\d+(?:\.\d+){2,}(?!\d)"),  # 5.10.2, but not 19.3.2023
    re.compile(r"\b[A-Z]\w{0,20}(?:[-/(]\w{1,20}){0,4}\(\d{4}\)\d+"),  # Rec(2007)15
)

_ITEM = re.compile(r"^[ \t]*(\d{1,3})\.[ \t]+(?=\S)", re.MULTILINE)
_ENUMERATION = re.compile(r"\brecommendations?\b[^.;]{0,200}", re.IGNORECASE)
_RANGE = re.compile(r"\b(\d{1,3})\s?-\s?(\d{1,3})\b(?!\s*(?:%|per\s?cent))")
_LIST = re.compile(
    r"\brecommendations?\s+(\d{1,3}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)\d{1,3})*)(?![\d.,]*\d|\s*(?:%|per\s?cent))", re.IGNORECASE
)
_SCALE = r"(?:\s*-?\s*(?P<scale>hundred|thousand|million|mln|billion|bn|trillion)\b)?"
_DIGITS = r"(?<![A-Za-z0-9_])(?<![A-Za-z]-)(?<!\d\.)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
_PATTERN = re.compile(
    rf"(?P<fraction>\b(?:(?P<numerator>an?|{words.NUMBER}|\d)[\s-]+(?:and\s+a\s+)?)?(?P<denominator>{words.DENOMINATOR}|halves)(?P<plural>s?)\b)"
    rf"|(?P<chance>\bone\s+(?:in|out of)\s+(?:every\s+)?(?P<of>{words.NUMBER}|\d+)\b)"
    rf"|(?P<dozen>\b(?P<dozens>half\s+a|an?|{words.NUMBER})\s+dozen\b)"
    rf"|(?:{_DIGITS}(?P<ordinal>(?:st|nd|rd|th)\b)?(?![A-Za-z_])|\b(?P<words>{words.NUMBER}|a(?=\s+(?:million|billion)))\b){_SCALE}"
    rf"|\b(?P<ordinal_word>{words.ORDINAL})\b"
    r"|\b(?P<majority>majority)\b",
    re.IGNORECASE,
)

_PERCENT = re.compile(r"\s*-?\s*(?:%|per[\s-]?cents?\b|percentage\s+points?\b)", re.IGNORECASE)
_YEARS = re.compile(r"(?:\s+|-)(?:full\s+|consecutive\s+|calendar\s+)?years?\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:aged?|ages|age\s+of|ages\s+of)(?:\s+(?:of|between|over|under|at\s+least|from))*\s*\Z", re.IGNORECASE)
_TIME = re.compile(r"(?:\s+|-)(?:full\s+|working\s+|calendar\s+|consecutive\s+)?(?:minute|hour|day|week|month)s?\b", re.IGNORECASE)
_TIMES = re.compile(r"(?:\s*-?\s*times\b|-?fold\b|\s+(?:minimum|average)\s+(?:monthly\s+)?(?:wages?|salar(?:y|ies))\b)", re.IGNORECASE)
_SIGN = f"[{re.escape(''.join(_SIGNS))}]"
_MONEY_BEFORE = re.compile(rf"(?:\b([A-Z]{{3}})|({_SIGN}))\s*\Z")
_MONEY_AFTER = re.compile(rf"\s*(?:({_SIGN})|([A-Z]{{3}})\b|(?:\s+\w+){{0,2}}\s*\(([A-Z]{{3}})\)|(euros?)\b)")
# Between numbers that share a unit: "14 and 31 per cent", "between USD 50,000 and 90,000".
_JOINT = re.compile(r"\s*(?:,|,?\s*and|,?\s*or|to|-|/)\s*(?:(?:some|about|over|only|nearly|almost|another)\s+)?(?:[A-Z]{3}\s*)?\Z")


@dataclass
class _Found:
    """A number where it stands, and what it counts."""

    start: int
    end: int
    value: Decimal
    units: set[str] = field(default_factory=set)
    """Empty: things. Else ``%``, ``y``, ``x``, ``t``, ``#`` or a currency; ``""`` for things as well."""

    def tokens(self) -> Iterator[str]:
        for unit in sorted(self.units or {""}):
            number = plain(self.value)
            yield f"{unit} {number}" if len(unit) == 3 else f"#{number}" if unit == "#" else number + unit


def numbers_in(text: str) -> frozenset[str]:
    """Every number that occurs in a text."""
    items, text = _take_items(text)
    dates, rest = take_dates(_cleaned(text))
    return frozenset(items | dates | {token for found in _numbers(rest) for token in found.tokens()})


def _take_items(text: str) -> tuple[set[str], str]:
    """The numbers of a numbered list, of which two follow one another, and the text without them."""
    numbers = [int(match[1]) for match in _ITEM.finditer(text)]
    listed = {number for number in numbers if number - 1 in numbers or number + 1 in numbers}
    if not listed:
        return set(), text
    rest = _ITEM.sub(lambda match: GONE if int(match[1]) in listed else match[0], text)
    return {f"{number}." for number in listed} | {str(max(listed))}, rest


def numbers_of_cell(text: str) -> list[str]:
    """The numbers of a cell of a table in their order; a dash stands for nothing at all, which is 0."""
    if text.strip() in ("-", "–", "—"):
        return ["0"]
    return [token for found in _numbers(_cleaned(text)) for token in found.tokens() if not token.startswith("#")]


def lists_in(text: str) -> list[tuple[str, ...]]:
    """Recommendations that a text names by their numbers, as they are enumerated, ranges written out."""
    return [tuple(re.findall(r"\d+", match[1])) for match in _LIST.finditer(_cleaned(text))]


def _cleaned(text: str) -> str:
    text = re.sub(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))", ",", text)
    text = re.sub(r"[ \u00a0\u2009\u202f]+", " ", text)
    text = re.sub(r"\s*\n\s*", "\n", text)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"[*_\\]", "", text)  # Markdown's emphasis
    for pattern in _NO_NUMBERS:
        text = pattern.sub(GONE, text)
    # "recommendations 12-15" names four of them.
    text = _ENUMERATION.sub(lambda match: _RANGE.sub(_written_out, match[0]), text)
    return re.sub(r"\b(mid|early|late|pre|post)-(?=\d{4})", r"\1 ", text, flags=re.IGNORECASE)


def _written_out(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    return ", ".join(map(str, range(first, last + 1))) if first < last < first + 40 else match[0]


def _numbers(text: str) -> list[_Found]:
    found = [number for match in _PATTERN.finditer(text) for number in _read(match)]
    for number in found:
        if not number.units:
            number.units |= _unit(text, number)
    # A unit after the last of several numbers belongs to all of them; a currency before the first does.
    for left, right in reversed(list(itertools.pairwise(found))):
        shared = right.units & {"%", "y", "x", "t"}
        likely = left.value <= 100 or "x" in shared
        if shared and likely and not left.units - {""} and _JOINT.match(text, left.end, right.start):
            left.units |= shared | {""}
    for left, right in itertools.pairwise(found):
        shared = {unit for unit in left.units if len(unit) == 3}
        if shared and not right.units - {""} and _JOINT.match(text, left.end, right.start):
            right.units |= shared | {""}
    return found


def _read(match: re.Match[str]) -> Iterator[_Found]:
    start, end = match.span()
    if match["fraction"]:
        yield from _fraction(match)
    elif match["chance"]:
        whole = _number(match["of"])
        yield _Found(start, end, Decimal(1), {""})
        yield _Found(start, end, whole, {""})
        if whole:
            yield from _shares(start, end, 1 / whole)
    elif match["dozen"]:
        count = match["dozens"].lower()
        yield _Found(start, end, Decimal(6) if count.startswith("half") else 12 * _number(count))
    elif match["ordinal_word"]:
        yield _Found(start, end, Decimal(words.ORDINALS[match["ordinal_word"].lower()]), {"#"})
    elif match["majority"]:
        yield _Found(start, end, Decimal(50), {"%"})
    elif match["ordinal"]:
        yield _Found(start, end, _number(match["digits"]), {"#"})
    else:
        value = _number(match["digits"] or match["words"])
        yield _Found(start, end, value * words.SCALES[match["scale"].lower()] if match["scale"] else value)


def _fraction(match: re.Match[str]) -> Iterator[_Found]:
    start, end = match.span()
    numerator, word = match["numerator"], match["denominator"].lower().replace("halves", "half")
    below = words.DENOMINATORS[word]
    if numerator and re.search(r"and\s+a\s+\w+\Z", match[0], re.IGNORECASE):  # two and a half
        yield _Found(start, end, _number(numerator) + 1 / Decimal(below))
        return
    if numerator is None:
        if word == "half":
            yield _Found(start, end, Decimal(50), {"%"})
        elif word in words.ORDINALS:
            yield _Found(start, end, Decimal(below), {"#"})
        return
    above = _number(numerator)
    if above > below:  # "twenty fifth", and "25 third-party" where nothing is divided
        yield _Found(match.start("numerator"), match.end("numerator"), above)
        return
    yield from _shares(start, end, above / below)


def _shares(start: int, end: int, share: Decimal) -> Iterator[_Found]:
    """A share given in words, as one would write it in digits: with one decimal or none."""
    for digits in sorted({round(100 * share, 1), round(100 * share, 0)}):
        yield _Found(start, end, Decimal(digits), {"%"})


def _number(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    return Decimal(1) if text.lower() == "an" else Decimal(words.value(text))


def _unit(text: str, number: _Found) -> set[str]:
    if _PERCENT.match(text, number.end):
        return {"%"}
    before = text[max(0, number.start - 40) : number.start]
    money = _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, number.end)
    for code in money.groups() if money else ():
        currency = "EUR" if code and code.startswith("euro") else _SIGNS.get(code or "", code)
        if currency in CURRENCIES:
            return {currency}
    if _YEARS.match(text, number.end) or _AGE.search(before):
        return {"y"}
    if _TIME.match(text, number.end):
        return {"t"}
    return {"x"} if _TIMES.match(text, number.end) else set()
