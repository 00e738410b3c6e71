"""``translations``: what is translated, stale, unread, or not in the glossary's terms.

What it prints becomes the summary of a proposal that nobody has read yet, where GitHub renders it.
"""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from pathlib import Path

from generator.differing.as_markdown import safe
from generator.files import Files, read_files
from generator.model.base import SOURCE_LANGUAGE
from generator.problems import DataProblems
from generator.prose_files import prose_problems
from generator.text_files import UnreadableError
from generator.translating.record import Record, Standing, digest, read_record, write_record
from generator.translating.state import counts, remarks
from generator.translating.texts import Translated, texts_of_data, texts_of_interface, texts_of_prose

HELP = "say which translations are missing, stale, unread, or not in the glossary's terms; record that some were read"

SHOWN = 20
"""Remarks shown of each kind, unless all are asked for."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to list or to record."""
    parser.add_argument("--all", action="store_true", help=f"list every remark, not the first {SHOWN} of each kind")
    parser.add_argument("--made", metavar="LANGUAGE", help="record that the translations into a language are of the present English")
    parser.add_argument("--read", metavar="LANGUAGE", help="record that somebody else than the translator read them again")
    parser.add_argument("--only", nargs="*", default=[], metavar="FILE", help="with --made or --read: these files (or interface, prose)")


def run(data: Path, options: argparse.Namespace) -> int:
    """Print the state as Markdown, or write the record. Raises ``DataProblems`` if a file cannot be read."""
    files, content = read_files(data), data.parent / "content"
    languages = _languages(files)
    problems = files.problems + prose_problems(content)
    records: dict[str, Record] = {}
    for language in languages:
        try:
            records[language] = read_record(data, language)
        except UnreadableError as error:
            problems += error.problems
    if problems:
        raise DataProblems(problems)
    texts = [*texts_of_data(files), *texts_of_interface(languages), *texts_of_prose(content, languages)]
    asked = options.read or options.made
    if asked:
        return _record(data, texts, asked, records, read=bool(options.read), only=set(options.only))
    print(_table(texts, records))
    glossary = files.glossary.entry.terms if files.glossary and files.glossary.entry else {}
    seen: Counter[tuple[str, str]] = Counter()
    for remark in remarks(texts, records, glossary):
        kind = (remark.language, remark.what.split(" ")[0])
        seen[kind] += 1
        if options.all or (seen[kind] <= SHOWN and remark.what != Standing.UNREAD):
            original = textwrap.shorten(remark.original, 90, placeholder=" …")
            print("-", safe(f"{remark.place} {remark.language}: {remark.what}: {original}"))
    return 0


def _languages(files: Files) -> list[str]:
    declared = files.site.entry.languages if files.site.entry else []
    return [language.code for language in declared if language.code != SOURCE_LANGUAGE]


def _record(data: Path, texts: list[Translated], language: str, records: dict[str, Record], *, read: bool, only: set[str]) -> int:
    if language not in records:
        print(f"No language `{language}` in site.yaml; there are: {', '.join(records) or 'none to translate into'}.")
        return 2
    groups = {text.group for text in texts}
    if strange := only - groups:
        print(f"No texts under: {', '.join(sorted(strange))}. There are: {', '.join(sorted(groups))}.")
        return 2
    record, noted = records[language], 0
    for text in texts:
        if (words := text.translations.get(language)) and (not only or text.group in only):
            record.note(text.original, words, read=read)
            noted += 1
    record.keep_only({(digest(t.original), digest(t.translations[language])) for t in texts if language in t.translations})
    write_record(data, language, record)
    print(f"{language}: {noted} translations recorded as {'read again' if read else 'made'}.")
    return 0


def _table(texts: list[Translated], records: dict[str, Record]) -> str:
    """A row for each file: texts, and what is not as it should be."""
    lines = ["| Texts | in all |" + "".join(f" {language} missing | stale | unread |" for language in records)]
    lines.append("| --- | ---: |" + " ---: | ---: | ---: |" * len(records))
    totals: dict[str, Counter[Standing]] = {language: Counter() for language in records}
    in_all = 0
    for group, by_language in counts(texts, records).items():
        number = sum(text.group == group for text in texts)
        in_all += number
        row = f"| {safe(group)} | {number} |"
        for language, found in by_language.items():
            totals[language] += found
            row += _cells(found)
        lines.append(row)
    lines.append(f"| **all** | {in_all} |" + "".join(_cells(found) for found in totals.values()))
    return "\n".join(lines) + "\n"


def _cells(found: Counter[Standing]) -> str:
    return "".join(f" {found[standing] or '.'} |" for standing in (Standing.MISSING, Standing.STALE, Standing.UNREAD))
