"""Translations: what is missing, stale or unread, figures that must not change, the terms of the glossary, and what readers see of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from babel import Locale
from markupsafe import escape

from generator.checking.translations import figures_in
from generator.files import read_files
from generator.links import Addresses
from generator.model.glossary import Term
from generator.pages.glossary import Explainer
from generator.speech import Speech
from generator.translating.record import Record, Standing
from generator.translating.texts import texts_of_data, texts_of_interface, texts_of_prose
from generator.vocabulary import Word
from tests.conftest import INVENTED, PROJECT, run


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """The invented country's data and prose, to be translated."""
    shutil.copytree(INVENTED / "data", tmp_path / "data")
    shutil.copytree(INVENTED / "content", tmp_path / "content")
    return tmp_path


def translations(country: Path, *words: str) -> str:
    done = run("generator", "--data", str(country / "data"), "translations", *words)
    assert done.status == 0, done.said
    return done.said


def row(said: str, group: str) -> list[str]:
    return next(line for line in said.splitlines() if f"| {group} |" in line).strip("| ").split(" | ")


def test_a_translation_goes_from_missing_to_read_and_is_stale_when_the_english_changes() -> None:
    record = Record()
    assert record.standing("Turnout", None) is Standing.MISSING
    assert record.standing("Turnout", "Явка") is Standing.UNREAD, "never recorded"
    record.note("Turnout", "Явка", read=False)
    assert record.standing("Turnout", "Явка") is Standing.UNREAD
    record.note("Turnout", "Явка", read=True)
    record.note("Turnout", "Явка", read=False)
    assert record.standing("Turnout\n", "Явка") is Standing.READ, "once read, it stays read"
    assert record.standing("Turnout of voters", "Явка") is Standing.STALE
    assert record.standing("Turnout", "Явка избирателей") is Standing.UNREAD, "a new translation of the same English"


def test_the_command_counts_lists_and_records(country: Path) -> None:
    before = translations(country)
    assert row(before, "data/threads.yaml")[2:] == [str(int(row(before, "data/threads.yaml")[1]) - 1), ".", "1"]
    assert translations(country, "--read", "kk", "--only", "data/threads.yaml") == "kk: 1 translations recorded as read again.\n"
    assert row(translations(country), "data/threads.yaml")[4] == "."
    threads = country / "data" / "threads.yaml"
    threads.write_text(threads.read_text().replace('"Fewer seats"', '"Far fewer seats"'))
    after = translations(country)
    assert row(after, "data/threads.yaml")[3] == "1"
    assert re.search(r"data/threads.yaml:3:\d+ kk: stale: Far fewer seats", after)
    assert (country / "data" / "translations" / "kk.txt").read_text().count("read\n") == 1


def test_the_record_forgets_what_stands_nowhere_any_more(country: Path) -> None:
    translations(country, "--made", "kk")
    path = country / "data" / "translations" / "kk.txt"
    lines = len(path.read_text().splitlines())
    threads = country / "data" / "threads.yaml"
    threads.write_text(threads.read_text().replace(', kk: "Орындар азырақ"', ""))
    translations(country, "--made", "kk")
    assert len(path.read_text().splitlines()) == lines - 1


def test_a_language_or_file_that_is_not_there_is_named(country: Path) -> None:
    done = run("generator", "--data", str(country / "data"), "translations", "--made", "de")
    assert (done.status, done.said) == (2, "No language `de` in site.yaml; there are: kk.\n")
    done = run("generator", "--data", str(country / "data"), "translations", "--made", "kk", "--only", "data/thread.yaml")
    assert done.status == 2
    assert done.said.startswith("No texts under: data/thread.yaml. There are: data/changes.yaml, ")


def test_files_that_cannot_be_read_are_named_all_at_once(country: Path) -> None:
    translations(country, "--made", "kk")
    record = country / "data" / "translations" / "kk.txt"
    record.write_text("<<<<<<< main\n" + record.read_text() + "one two three\n")
    (country / "content" / "pages" / "kk" / "about.md").write_bytes(b"Title: \xff\n")
    done = run("generator", "--data", str(country / "data"), "translations")
    assert done.status == 2
    assert "Traceback" not in done.said
    expected = "expected two digests and `made` or `read`. Remove the line; of a merge, keep the lines of both sides."
    assert f"data/translations/kk.txt:1:1: found `<<<<<<< main`; {expected}" in done.said
    assert f"data/translations/kk.txt:{len(record.read_text().splitlines())}:1: found `one two three`; {expected}" in done.said
    assert "content/pages/kk/about.md:1:8: found the byte 0xFF, which is not UTF-8" in done.said


def test_no_text_of_a_proposal_becomes_markup_in_its_summary(country: Path) -> None:
    (country / "content" / "pages" / "en" / "new.md").write_text("Title: ![x](https://example.org/x.png)\nDescription: |\n\nText.\n")
    listed = next(line for line in translations(country, "--all").splitlines() if "new.md" in line)
    assert r"missing: Title: \!\[x\](https\://example.org/x.png) Description: \| Text." in listed


def test_a_translation_without_the_glossarys_term_is_listed(country: Path) -> None:
    indicators = country / "data" / "indicators.yaml"
    indicators.write_text(indicators.read_text().replace("kk: Сайлаушылар белсенділігі", "kk: Қатысу"))
    assert "kk: without the glossary's “сайлаушылардың белсенділігі”: Turnout" in translations(country)


def test_a_translation_with_another_figure_is_a_mistake_with_its_place(country: Path) -> None:
    findings = country / "data" / "elections" / "2014-assembly" / "findings.yaml"
    findings.write_text(findings.read_text().replace("Байқаушылар санаудың жартысын", "Байқаушылар 57 санаудың жартысын"))
    done = run("generator", "--data", str(country / "data"), "check")
    assert done.status == 2
    assert re.search(
        r"data/elections/2014-assembly/findings.yaml:3:\d+: found a translation into `kk` with 57; expected the figures", done.said
    )


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("11,915,903 voters and 54.21%", "11\u00a0915\u00a0903 избирателя и 54,21\u00a0%", "ru"),
        ("1,000 of 2,000,000.", "2\u202f000\u202f000 ішінен 1\u00a0000.", "kk"),
        ("5 of 7, see XIV, footnote 12", "7 ішінен 5, XIV бөлім, 12-сілтеме", "kk"),
    ],
)
def test_figures_are_the_same_however_a_language_writes_them(english: str, other: str, language: str) -> None:
    assert figures_in(english, Locale("en")) == figures_in(other, Locale(language))
    assert figures_in(english, Locale("en")) != figures_in(other.replace("5", "6").replace("1", "2"), Locale(language))


def test_the_first_mention_of_a_term_leads_to_the_glossary(invented_site: Path) -> None:
    page = (invented_site / "indicators" / "turnout.percent" / "index.html").read_text()
    assert page.count('class="term"') == 1
    assert '<a class="term" href="/elections/glossary/#turnout" title="The share of voters who took part.">voters who took part</a>' in page
    glossary = (invented_site / "glossary" / "index.html").read_text()
    assert '<div id="turnout">' in glossary
    assert '<span lang="kk">сайлаушылардың белсенділігі</span>' in glossary
    kazakh = (invented_site / "kk" / "glossary" / "index.html").read_text()
    assert '<dt><span lang="en">protocol</span></dt>' in kazakh, "untranslated: English, marked as such"


def test_a_term_is_found_in_the_text_itself_whatever_is_escaped_in_it() -> None:
    terms = {
        id: Term(term={"en": form}, meaning={"en": f"About {form} & more."}, forms={"en": [form]})
        for id, form in {"list": "voters' list", "entity": "amp", "digits": "39"}.items()
    }
    explain = Explainer(terms, Speech("en"), Addresses("", "")).page()
    assert explain(escape("Some \"voters' list\" & a voters' list <1>.")) == (
        'Some &#34;<a class="term" href="/glossary/#list" title="About voters&#39; list &amp; more.">voters&#39; list</a>&#34; '
        "&amp; a voters&#39; list &lt;1&gt;."
    )


def words_of(element: Any, marked: bool = False) -> Iterator[tuple[str, bool]]:
    """Pieces of text that a page shows, each with whether it is marked as English. Where no markup may stand, there is none.

    Drawings and titles are left out, and citations, which are for other texts.
    """
    assert not any("<span" in value for value in element.attrib.values()), element.attrib
    if str(element.tag).rpartition("}")[2] in {"title", "script", "svg", "code", "option"} or element.get("class") == "cite":
        assert "<span" not in "".join(element.itertext())
        return
    here = marked or element.get("lang") == "en"
    yield " ".join((element.text or "").split()), here
    for inner in element:
        yield from words_of(inner, here)
        yield " ".join((inner.tail or "").split()), here


def test_what_is_not_translated_is_marked_wherever_it_is_shown(invented_site: Path) -> None:
    texts = [text.original for text in texts_of_data(read_files(INVENTED / "data")) if "kk" not in text.translations]
    texts = [*(text for text in texts if len(text) > 3), "Contribute"]  # the last is the title of a page of prose
    assert len(texts) > 100
    for path in sorted((invented_site / "kk").rglob("*.html")):
        for words, marked in words_of(html5lib.parse(path.read_text())):
            assert marked or not any(text in words for text in texts), f"{path.relative_to(invented_site)}: {words}"


def test_the_error_page_speaks_every_language(invented_site: Path) -> None:
    page = (invented_site / "404.html").read_text()
    assert '<section lang="kk">' in page
    assert 'href="/elections/kk/"' in page
    assert '<section lang="kk">' not in (invented_site / "kk" / "404.html").read_text()


def test_the_real_site_is_whole_in_every_language_that_it_declares() -> None:
    files = read_files(PROJECT / "data")
    assert files.site.entry
    languages = [language.code for language in files.site.entry.languages[1:]]
    for text in [*texts_of_interface(languages), *texts_of_prose(PROJECT / "content", languages)]:
        assert set(text.translations) == set(languages), f"{text.place}: {text.original[:60]}"


def test_no_word_of_the_downloads_stands_on_a_translated_page(real_site: Path) -> None:
    """A page that shows a vocabulary's published word in place of its label reads well in English, and in no other language."""
    words = {word.value for vocabulary in Word.__subclasses__() for word in vocabulary if isinstance(word, Word)}
    words |= {word.label for vocabulary in Word.__subclasses__() for word in vocabulary if isinstance(word, Word)}
    shown = re.compile(rf">\s*({'|'.join(map(re.escape, sorted(words)))})\s*<")
    for language in ("kk", "ru"):
        pages = list((real_site / language).rglob("*.html"))
        assert len(pages) > 400
        for path in pages:
            if path.parent.name != "data":  # there the downloads themselves are described
                found = shown.search(re.sub(r"<(\w+)[^>]* lang=\"en\"[^>]*>.*?</\1>", "", path.read_text()))
                assert not found, f"{path.relative_to(real_site)}: {found[1]}"
    assert shown.search("<span>partially</span>")


def test_an_interface_text_keeps_its_holes_in_every_language() -> None:
    files = read_files(PROJECT / "data")
    assert files.site.entry
    for text in texts_of_interface([language.code for language in files.site.entry.languages[1:]]):
        for language, words in text.translations.items():
            for form in words.split("\n"):
                holes = set(re.findall(r"%\(\w+\)s", text.original)) - ({"%(count)s"} if "\n" in text.original else set())
                assert holes <= set(re.findall(r"%\(\w+\)s", form)) <= holes | {"%(count)s"}, f"{language}: {form}"
