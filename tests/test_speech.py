"""How the site speaks: numbers, dates and lists by CLDR, interface texts by gettext, data texts with an honest fallback."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from generator import speech
from generator.dataset import Dataset
from generator.speech import Speech, joined
from generator.vocabulary import Money, Rate

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("code", "locale", "number", "percent", "date", "several"),
    [
        ("en", "en-GB", "12,035,578", "53.90%", "19 March 2023", "a, b and c"),
        ("kk", None, f"12{NBSP}035{NBSP}578", "53,90%", "2023 ж. 19 наурыз", "a, b, c"),
        ("ru", None, f"12{NBSP}035{NBSP}578", f"53,90{NBSP}%", "19 марта 2023 г.", "a, b и c"),
    ],
)
def test_each_language_writes_numbers_its_own_way(
    code: str, locale: str | None, number: str, percent: str, date: str, several: str
) -> None:
    say = Speech(code, locale)
    assert say.number(12035578) == number
    assert say.percent(Decimal("53.90")) == percent
    assert say.date(datetime.date(2023, 3, 19)).replace(NBSP, " ").replace("\u202f", " ") == date
    assert say.list(["a", "b", "c"]) == several


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_printed_decimals_survive(value: Decimal) -> None:
    assert Speech("en").number(value).replace(",", "") == str(value)


def test_money_names_its_currency() -> None:
    assert Speech("en").measured(1050000, Money("ISK")) == f"ISK{NBSP}1,050,000"
    assert Speech("ru").measured(Decimal("75000.50"), Money("GEL")) == f"75{NBSP}000,50{NBSP}GEL"


@pytest.mark.parametrize(
    ("code", "money", "rate"),
    [
        ("en", "Georgian Lari (GEL)", "GEL for one EUR"),
        ("kk", "Грузия лариі (GEL)", "бір EUR үшін GEL"),
        ("ru", "грузинский лари (GEL)", "GEL за один EUR"),
    ],
)
def test_any_currency_has_its_name(code: str, money: str, rate: str) -> None:
    assert (Speech(code).label(Money("GEL")), Speech(code).label(Rate("GEL per EUR"))) == (money, rate)


def test_a_catalogue_is_used_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kk.po").write_text(
        'msgid "about %(value)s"\nmsgstr "шамамен %(value)s"\n\nmsgid "Home"\nmsgstr "Басты бет"\n', encoding="utf-8"
    )
    monkeypatch.setattr(speech, "CATALOGUES", tmp_path)
    assert Speech("kk")("Home") == "Басты бет"
    assert Speech("kk")("about %(value)s", value=5) == "шамамен 5"
    assert Speech("ru")("Home") == "Home"


def test_a_text_that_is_not_translated_is_marked_with_its_language() -> None:
    say = Speech("kk")
    assert say.text({"en": "a & b", "kk": "ә"}) == "ә"
    assert say.text({"en": "a & b"}) == '<span lang="en">a &amp; b</span>'
    assert say.plain({"en": "a & b"}) == "a & b"


def test_what_is_made_of_an_untranslated_text_marks_it_and_is_plain_elsewhere() -> None:
    say, own, english = Speech("kk"), "ә", '<span lang="en">a &amp; b</span>'
    other = say.plain({"en": "a & b"})
    for made, plain, marked in (
        (say("< %(of)s", of=other), "< a & b", f"&lt; {english}"),
        (say.plural("%(count)s %(of)s", "%(count)s %(of)s", 2, of=other), "2 a & b", f"2 {english}"),
        (say.list([own, other]), "ә және a & b", f"ә және {english}"),
        (joined(" < ", (own, other)), "ә < a & b", f"ә &lt; {english}"),
    ):
        assert (made, escape(made)) == (plain, marked)
        assert type(str(made)) is str
    assert [type(made) for made in (say("%(of)s", of=own), say.list([own]), joined(" ", (own, own)))] == [str, str, str]


def test_qualifiers_and_absences_are_words(invented: Dataset) -> None:
    say = Speech("en", "en-GB")

    def shown(election: str, indicator: str) -> str:
        return str(say.value(invented.elections[election].figures[indicator], invented.indicators[indicator]))

    assert shown("2010-assembly", "voters.registered") == "about 2,000,000"
    assert shown("2016-presidential", "turnout.percent") == "over 60%"
    assert shown("2014-assembly", "campaign.start") == "not published by the authority"
    assert shown("2014-assembly", "system.note") == "not in the report"
    assert shown("2014-assembly", "deposit.amount") == "does not apply"
    assert shown("2016-presidential", "vote.secret") == "no"
    assert shown("2010-assembly", "campaign.start") == "5 April 2010"
    assert shown("2010-assembly", "system.family") == "List PR"
    assert shown("2010-assembly", "system.note") == "Seats go to lists &amp; nobody else."
    assert shown("2016-presidential", "deposit.amount") == f"ISK{NBSP}75,000.50"
