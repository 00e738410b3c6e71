"""``/glossary/``: the terms of the field in every language of the site, and their first mention on a page led there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from generator import links
from generator.language import language
from generator.links import Addresses
from generator.model.glossary import Term, written_forms
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.speech import Speech


class TermView(NamedTuple):
    """A term with its name in the site's other languages, each with the language's code."""

    id: str
    term: Markup
    meaning: Markup
    elsewhere: tuple[tuple[str, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The glossary, if there is one."""
    dataset, say = edition.dataset, edition.say
    if not dataset.glossary:
        return
    others = [language.code for language in dataset.site.languages if language.code != say.code]
    views = [
        TermView(
            id=links.anchor(id),
            term=say.text(term.term),
            meaning=say.text(term.meaning),
            elsewhere=tuple((code, term.term[code]) for code in others if code in term.term),
        )
        for id, term in sorted(dataset.glossary.items(), key=lambda item: language(say.code).key(say.plain(item[1].term)))
    ]
    yield Page(
        path=links.GLOSSARY,
        template="glossary.html",
        title=say("Glossary"),
        description=say("The terms of elections and election observation, and what each is called in the languages of this site."),
        context={"terms": views},
        next=edition.crumb("/indicators/"),
    )


class Explainer:
    """Leads the first mention of each term on a page to the glossary. One for each edition; ``page()`` begins a page."""

    def __init__(self, glossary: Mapping[str, Term], say: Speech, addresses: Addresses) -> None:
        self.known = {id: term for id, term in glossary.items() if say.code in term.forms}
        self.pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(f'({written_forms(term.forms[say.code])})' for term in self.known.values())})(?!\w)", re.I)
            if self.known
            else None
        )
        self.ids = list(self.known)
        self.links = {
            id: Markup('<a class="term" href="{}#{}" title="{}">').format(
                addresses.page(links.GLOSSARY), links.anchor(id), str(say.plain(term.meaning))
            )
            for id, term in self.known.items()
        }

    def page(self) -> PageExplainer:
        """What marks terms on one page."""
        return PageExplainer(self)


_END = Markup("</a>")


class PageExplainer:
    """Marks the first mention of each term on one page."""

    def __init__(self, explainer: Explainer) -> None:
        self.explainer = explainer
        self.seen: set[str] = set()

    def __call__(self, text: Markup | str) -> Markup:
        """A text of the data with its terms led to the glossary; one that stands in another language is left as it is."""
        escaped = escape(text)
        pattern = self.explainer.pattern
        if pattern is None or "<" in escaped:
            return escaped
        # Terms are looked for in the text itself: in what is escaped, an apostrophe is no apostrophe.
        text, pieces, end = escaped.unescape(), [], 0
        for found in pattern.finditer(text):
            assert found.lastindex
            id = self.explainer.ids[found.lastindex - 1]
            if id not in self.seen:
                self.seen.add(id)
                pieces += [text[end : found.start()], self.explainer.links[id], found[0], _END]
                end = found.end()
        return Markup("").join([*pieces, text[end:]]) if pieces else escaped
