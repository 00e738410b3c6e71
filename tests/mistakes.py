"""Every kind of mistake that an editor can make, and what is said to it: read them aloud when you change one.

Each is made in a copy of the invented country's files, by putting one text in the place of another.
"""

from __future__ import annotations

from pathlib import Path


class Mistake:
    """A mistake, and every line that is said of it.

    ``old`` is replaced by ``new`` in ``file``; without ``old`` the file is written anew, without both it is removed.
    """

    def __init__(self, file: str, old: str | None, new: str | None, *says: str) -> None:
        self.file, self.old, self.new, self.says = file, old, new, says

    def make(self, project: Path) -> None:
        """Make it in a folder that has ``data/`` and ``content/``."""
        path = project / self.file
        if self.new is None:
            path.unlink()
        elif self.old is None:
            path.write_text(self.new)
        else:
            text = path.read_text()
            assert self.old in text, f"{self.old!r} does not stand in {self.file}"
            path.write_text(text.replace(self.old, self.new, 1))


FIGURES = "data/elections/2010-assembly/figures.yaml"
RESULTS = "data/elections/2010-assembly/results.yaml"
STATIONS = "data/elections/2010-assembly/stations.yaml"
ELECTION = "data/elections/2010-assembly/election.yaml"
REFORMS = "data/reforms/all.yaml"
RECOMMENDATIONS = "data/reports/2010-report/recommendations.yaml"
STATEMENTS = "data/elections/2010-assembly/statements.yaml"
PAGE = "content/pages/en/about.md"
INDEX = "data/reports/2010-report/evidence.json"
LATER_FIGURES = "data/elections/2014-assembly/figures.yaml"
THREADS = "data/threads.yaml"
CHECKS = "data/checks.yaml"
INDICATORS = "data/indicators.yaml"
LATER_RECOMMENDATIONS = "data/reports/2014-report/recommendations.yaml"
FINDINGS = "data/elections/2010-assembly/findings.yaml"
SITE = "data/site.yaml"

YAML: dict[str, Mistake] = {
    "alias": Mistake(
        FIGURES,
        "value: 100,",
        "value: *seats,",
        "data/elections/2010-assembly/figures.yaml:4:31: found an anchor or alias (`&` or `*`); expected the value itself. Write the value out, or put the text in quotation marks.",
    ),
    "anchor": Mistake(
        FIGURES,
        "value: 100,",
        "value: &seats 100,",
        "data/elections/2010-assembly/figures.yaml:4:31: found an anchor or alias (`&` or `*`); expected the value itself. Write the value out, or put the text in quotation marks.",
    ),
    "tag": Mistake(
        FIGURES,
        "value: 100,",
        "value: !!python/object:os.system 100,",
        "data/elections/2010-assembly/figures.yaml:4:31: found the tag `tag:yaml.org,2002:python/object:os.system`; expected a plain value. Remove the tag, or put the text in quotation marks.",
    ),
    "tag on a key": Mistake(
        FIGURES,
        "  system.note:",
        "  !!str system.note:",
        "data/elections/2010-assembly/figures.yaml:5:3: found the tag `tag:yaml.org,2002:str`; expected a plain value. Remove the tag, or put the text in quotation marks.",
    ),
    "merge key": Mistake(
        FIGURES,
        "  vote.secret:",
        "  <<: {system.note: 1}\n  vote.secret:",
        "data/elections/2010-assembly/figures.yaml:15:3: found a merge key (`<<`); expected every value written out. Write the values out.",
    ),
    "second document": Mistake(
        FIGURES,
        "figures:",
        "---\nfigures:",
        "data/elections/2010-assembly/figures.yaml:2:1: found a second document; expected one document in a file. Remove the line `---`.",
    ),
    "empty file": Mistake(
        FIGURES,
        None,
        "",
        "data/elections/2010-assembly/figures.yaml:1:1: found an empty file; expected data. Fill it in, or delete the file.",
    ),
    "only a comment": Mistake(
        FIGURES,
        None,
        "# To do.\n",
        "data/elections/2010-assembly/figures.yaml:2:1: found an empty file; expected data. Fill it in, or delete the file.",
    ),
    "nested too deep": Mistake(
        FIGURES,
        "value: 100,",
        "value: " + "[" * 20 + "]" * 20 + ",",
        "data/elections/2010-assembly/figures.yaml:4:45: found more than 16 levels of nesting; expected flat data. Check the brackets and the indentation.",
    ),
    "a key that is a list": Mistake(
        FIGURES,
        "  system.note:",
        "  [system.note]:",
        "data/elections/2010-assembly/figures.yaml:5:3: found a key that is not a word; expected a word before the colon. Check the brackets and the indentation.",
    ),
    "a key of two lines": Mistake(
        FIGURES,
        "  system.note:",
        '  "system\\nnote":',
        "data/elections/2010-assembly/figures.yaml:5:3: found a key that is not a word; expected a word before the colon. Check the brackets and the indentation.",
    ),
    "quotation mark opened in a key": Mistake(
        FIGURES,
        "  system.note:",
        '  "system.note' + " and so on" * 12 + '":',
        "data/elections/2010-assembly/figures.yaml:5:3: found a key of 131 characters; expected a word before the colon. Check colons and quotation marks.",
    ),
    "nothing after the colon": Mistake(
        ELECTION,
        "body: assembly",
        "body:",
        "data/elections/2010-assembly/election.yaml:4:6: found nothing after the colon; expected a value. Fill it in, or delete the line; an absent figure needs `absence:`.",
    ),
    "thousands separated": Mistake(
        FIGURES,
        "value: 100,",
        "value: 1_00,",
        'data/elections/2010-assembly/figures.yaml:4:31: found `1_00`, which YAML may read as another number; expected plain digits such as 12035578 or 54.21. Write the number in plain digits, or "1_00" in quotation marks if it is text.',
    ),
    "time of day": Mistake(
        FIGURES,
        "value: 2010-04-05",
        "value: 12:30",
        'data/elections/2010-assembly/figures.yaml:13:27: found `12:30`, which YAML may read as another number; expected plain digits such as 12035578 or 54.21. Write the number in plain digits, or "12:30" in quotation marks if it is text.',
    ),
    "too many digits": Mistake(
        FIGURES,
        "value: 100,",
        "value: 12345678901234567890,",
        "data/elections/2010-assembly/figures.yaml:4:31: found the number `12345678901234567890`; expected at most 18 digits, and 6 after the point. Check the digits.",
    ),
    "too many decimals": Mistake(
        FIGURES,
        "value: 70.0",
        "value: 70.00000001",
        "data/elections/2010-assembly/figures.yaml:9:12: found the number `70.00000001`; expected at most 18 digits, and 6 after the point. Check the digits.",
    ),
    "year of no election": Mistake(
        FIGURES,
        "2010-04-05",
        "2910-04-05",
        "data/elections/2010-assembly/figures.yaml:13:27: found `2910-04-05`; expected a day from 1900 to 2100. Check the year.",
    ),
    "invisible character": Mistake(
        FIGURES,
        "Announced on",
        "Announced \u202eon",
        "data/elections/2010-assembly/figures.yaml:12:89: found the invisible character U+202E; expected only characters that a reviewer can see. Delete it; retype the word if it was copied from elsewhere.",
    ),
    "invisible character as an escape": Mistake(
        FIGURES,
        "Announced on",
        "Announced \\u202e on",
        "data/elections/2010-assembly/figures.yaml:12:78: found the invisible character U+202E, written as an escape; expected only characters that a reviewer can see. Delete it.",
    ),
    "text of several lines": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        "title:\n      en: |\n        Fewer seats\n        ER  -",
        "data/reforms/all.yaml:7:11: found a line break within a text; expected a text that is one line for readers. Write `>-` where `|` or `>` stands, and neither an empty line nor `\\n` within the text.",
    ),
    "line break as an escape": Mistake(
        FIGURES,
        "Announced on",
        "Announced\\non",
        "data/elections/2010-assembly/figures.yaml:12:78: found a line break within a text; expected a text that is one line for readers. Write `>-` where `|` or `>` stands, and neither an empty line nor `\\n` within the text.",
    ),
    "byte order mark": Mistake(
        FIGURES,
        "report: 2010-report",
        "\ufeffreport: 2010-report",
        "data/elections/2010-assembly/figures.yaml:1:1: found the invisible character U+FEFF; expected only characters that a reviewer can see. Save the file as UTF-8 without a byte order mark.",
    ),
    "quotation mark not closed": Mistake(
        FIGURES,
        'election night."}',
        "election night.}",
        "data/elections/2010-assembly/figures.yaml:12:78: found a quotation mark that is never closed; expected one at either end of the text. Close it.",
    ),
    "bracket not closed": Mistake(
        REFORMS,
        "topics: [system]\n",
        "topics: [system\n",
        "data/reforms/all.yaml:6:10: found a list `[` that is not closed here; expected `]`, or a comma and another item. Add what is missing.",
    ),
    "brace not closed": Mistake(
        FIGURES,
        "source: {section: II}}\n  system.seats",
        "source: {section: II}\n  system.seats",
        "data/elections/2010-assembly/figures.yaml:4:3: found a brace `{` that is not closed here; expected `}`, or a comma and another field. Add what is missing.",
    ),
    "two colons": Mistake(
        ELECTION,
        "body: assembly",
        "body: the: assembly",
        "data/elections/2010-assembly/election.yaml:4:10: found a colon where none can stand; expected one `key: value` on a line, as far to the right as its neighbours. If it belongs to a text, put that in quotation marks; else look for a colon or space that is missing, also on the line before.",
    ),
    "tabulator": Mistake(
        FIGURES,
        "    value: 70.0",
        "\tvalue: 70.0",
        "data/elections/2010-assembly/figures.yaml:9:1: found a tabulator; expected spaces. Indent with spaces, two for each level.",
    ),
    "no colon": Mistake(
        FIGURES,
        "    value: 70.0",
        "    value 70.0",
        "data/elections/2010-assembly/figures.yaml:10:11: found a colon where none can stand; expected one `key: value` on a line, as far to the right as its neighbours. If it belongs to a text, put that in quotation marks; else look for a colon or space that is missing, also on the line before.",
    ),
    "indented differently": Mistake(
        FIGURES,
        "    value: 70.0",
        "   value: 70.0",
        "data/elections/2010-assembly/figures.yaml:10:11: found a colon where none can stand; expected one `key: value` on a line, as far to the right as its neighbours. If it belongs to a text, put that in quotation marks; else look for a colon or space that is missing, also on the line before.",
    ),
    "indented less than its list": Mistake(
        REFORMS,
        "    kind: law\n",
        "   kind: law\n",
        "data/reforms/all.yaml:4:4: found a line among the items of a list that is none; expected `- ` before each item, as far to the right as its neighbours. Check the indentation.",
    ),
    "no hyphen": Mistake(
        RESULTS,
        "      - contestant: against_all",
        "        contestant: against_all",
        "data/elections/2010-assembly/results.yaml:7:9: found a line among the items of a list that is none; expected `- ` before each item, as far to the right as its neighbours. Check the indentation.",
    ),
    "a sign with a meaning": Mistake(
        FIGURES,
        '{en: "Announced on election night."}',
        "{en: @home}",
        "data/elections/2010-assembly/figures.yaml:12:78: found a sign that has a meaning in YAML; expected quotation marks around a text that begins with it. Put the text in quotation marks.",
    ),
    "text for a mapping": Mistake(
        REFORMS,
        "when: {after: 2010-05-05, before: 2014-06-01}",
        "when: 2012",
        "data/reforms/all.yaml:3:5: found `2012` for `when`; expected `key: value` lines with some of `day`, `month`, `year`, `after`, `before`. Write `when: {day: ...}`.",
    ),
    "percent sign at the beginning": Mistake(
        ELECTION,
        "body: assembly",
        "body: %assembly",
        "data/elections/2010-assembly/election.yaml:4:7: found a sign that has a meaning in YAML; expected quotation marks around a text that begins with it. Put the text in quotation marks.",
    ),
}

MODELS: dict[str, Mistake] = {
    "misspelt field that is required": Mistake(
        REFORMS,
        "    kind: law\n",
        "    kinds: law\n",
        "data/reforms/all.yaml:4:5: found the unknown field `kinds`; expected a field that this kind of entry has. Did you mean `kind`?",
    ),
    "misspelt field at the top": Mistake(
        ELECTION,
        "early: false",
        "earli: false",
        "data/elections/2010-assembly/election.yaml:6:1: found the unknown field `earli`; expected a field that this kind of entry has. Did you mean `early`?",
    ),
    "number as a word": Mistake(
        RESULTS,
        "votes: 900000,",
        "votes: many,",
        "data/elections/2010-assembly/results.yaml:6:28: found `many` for `votes`; expected a whole number. Write it in plain digits.",
    ),
    "number in quotation marks": Mistake(
        RESULTS,
        "votes: 900000,",
        'votes: "900000",',
        'data/elections/2010-assembly/results.yaml:6:28: found `"900000"` for `votes`; expected a whole number. Remove the quotation marks.',
    ),
    "negative votes": Mistake(
        RESULTS,
        "votes: 900000,",
        "votes: -900000,",
        "data/elections/2010-assembly/results.yaml:6:28: found `-900000` for `votes`; expected at least 0. Check the digits against the report.",
    ),
    "one for several": Mistake(
        REFORMS,
        "topics: [system]\n",
        "topics: system\n",
        "data/reforms/all.yaml:5:5: found `system` for `topics`; expected a list (lines that begin with `- `, or brackets). Write `topics: [system]`, or each item on a line of its own after `- `.",
    ),
    "several for one": Mistake(
        REFORMS,
        "kind: law\n",
        "kind: [law]\n",
        "data/reforms/all.yaml:4:5: found a list for `kind`; expected one of `constitution`, `law`, `regulation`, `event`. Did you mean `law`?",
    ),
    "number for a name": Mistake(
        FIGURES,
        "section: II.A}}",
        "section: 2}}",
        'data/elections/2010-assembly/figures.yaml:4:45: found `2` for `section`; expected a text. Put it in quotation marks: `"2"`.',
    ),
    "unknown field of a result": Mistake(
        RESULTS,
        "field: percent",
        "field: precent",
        "data/elections/2010-assembly/results.yaml:11:14: found `precent` for `field`; expected one of `nominated`, `registered`, `votes`, `percent`, `seats`. Did you mean `percent`?",
    ),
    "empty text": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {en: ""}',
        "data/reforms/all.yaml:6:13: found an empty text for `en` of `title`; expected words. Fill it in, or remove the field.",
    ),
    "text that begins with a space": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {en: " Fewer seats"}',
        "data/reforms/all.yaml:6:13: found ` Fewer seats` for `en` of `title`; expected a text that does not begin with a space. Remove the space.",
    ),
    "text without end": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {en: "' + "Fewer " * 700 + '"}',
        "data/reforms/all.yaml:6:13: found a text of 4200 characters for `en` of `title`; expected at most 4000. Shorten it.",
    ),
    "language in full": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {en: "Fewer seats", Kazakh: "Аз"}',
        "data/reforms/all.yaml:6:32: found the key `Kazakh`; expected the code of a language such as `en` or `kk`. Write the code, then a colon and the text.",
    ),
    "country for a language": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {en: "Fewer seats", kz: "Азырақ орын"}',
        "data/reforms/all.yaml:6:5: found a text in the unknown language `kz`; expected the code of a language. Use one of: `en`, `kk`.",
    ),
    "empty list": Mistake(
        REFORMS,
        "topics: [system]\n",
        "topics: []\n",
        "data/reforms/all.yaml:5:5: found nothing in `topics`; expected at least 1 of them. Add what is missing.",
    ),
    "truth in quotation marks": Mistake(
        RECOMMENDATIONS,
        "priority: true",
        'priority: "true"',
        'data/reports/2010-report/recommendations.yaml:3:5: found `"true"` for `priority`; expected `true` or `false`. Remove the quotation marks.',
    ),
    "date in quotation marks": Mistake(
        ELECTION,
        "date: 2010-05-05",
        'date: "2010-05-05"',
        'data/elections/2010-assembly/election.yaml:3:1: found `"2010-05-05"` for `date`; expected a date as YYYY-MM-DD. Remove the quotation marks.',
    ),
    "year too early": Mistake(
        REFORMS,
        'month: "2013-02"',
        "year: 1813",
        "data/reforms/all.yaml:11:28: found `1813` for `year`; expected at least 1900. Check the digits against the report.",
    ),
    "month of no year": Mistake(
        REFORMS,
        'month: "2013-02"',
        'month: "2013-13"',
        'data/reforms/all.yaml:11:28: found `2013-13` for `month`; expected a month such as "2021-05". Write year, hyphen and two digits for the month, in quotation marks.',
    ),
    "no date": Mistake(
        REFORMS,
        'when: {month: "2013-02"}',
        "when: {}",
        "data/reforms/all.yaml:11:21: found no date; expected one of `day`, `month`, `year`, or the bracket `after` with `before`. Keep the most exact one that the reports state.",
    ),
    "bracket that does not close": Mistake(
        REFORMS,
        "after: 2010-05-05, before: 2014-06-01",
        "after: 2014-06-01, before: 2010-05-05",
        "data/reforms/all.yaml:3:5: found a bracket that does not close; expected `after` an earlier date and `before` a later one. Give both; the earlier date goes under `after`.",
    ),
    "computed without formula": Mistake(
        LATER_FIGURES,
        "    formula: 100 * voters.voted / voters.registered\n",
        "    source: {section: I}\n",
        "data/elections/2014-assembly/figures.yaml:9:3: found `status: computed` without a `formula`; expected how it is worked out. Add the formula; a figure that the report states has another status.",
    ),
    "unit without choices": Mistake(
        INDICATORS,
        "unit: text",
        "unit: choice",
        "data/indicators.yaml:10:3: found the unit `choice` without `choices`; expected the words to choose from. List them under `choices:`, or change the unit.",
    ),
    "choices for another unit": Mistake(
        INDICATORS,
        "unit: choice",
        "unit: text",
        "data/indicators.yaml:2:3: found `choices` with the unit `text`; expected the unit `choice`. Change the unit, or remove the choices.",
    ),
    "unknown unit": Mistake(
        INDICATORS,
        "unit: percent",
        "unit: precent",
        "data/indicators.yaml:15:5: found `precent` for `unit`; expected one of `count`, `percent`, `years`, `multiple`, `date`, `boolean`, `choice`, `text`, the ISO 4217 code of a currency (`USD`) or what one currency costs in another (`USD per EUR`). Did you mean `percent`?",
    ),
    "currency that nobody uses": Mistake(
        INDICATORS,
        "unit: ISK",
        "unit: ISX",
        "data/indicators.yaml:21:35: found `ISX` for `unit`; expected one of `count`, `percent`, `years`, `multiple`, `date`, `boolean`, `choice`, `text`, the ISO 4217 code of a currency (`USD`) or what one currency costs in another (`USD per EUR`). Choose the one that says what the report says.",
    ),
    "threads and parts": Mistake(
        RECOMMENDATIONS,
        "    threads: [open-count]\n",
        "    threads: [open-count]\n    parts: [{thread: open-count, text: {en: X}}]\n",
        "data/reports/2010-report/recommendations.yaml:11:5: found a recommendation with both `threads` and `parts`; expected the thread that it belongs to. Write `threads: [...]`, or `parts:` with a thread for each thing that it asks for.",
    ),
    "language that nobody speaks": Mistake(
        SITE,
        "code: kk",
        "code: xx",
        "data/site.yaml:7:5: found the language `xx`, of which CLDR does not know how it writes numbers and dates; expected the code of a language, or of one in a country, as in `en-GB`. Look the code up; it is that of the language, not of the country.",
    ),
    "language twice": Mistake(
        SITE,
        "code: kk",
        "code: en",
        "data/site.yaml:5:1: found the languages `en`, `en`; expected each language once, and `en` among them. Correct the list.",
    ),
    "licence by another road": Mistake(
        SITE,
        "https://creativecommons.org/licenses/by/4.0/",
        "javascript:alert(1)",
        "data/site.yaml:10:1: found `javascript:alert(1)` for `data_licence_address`; expected an address that begins with `https://`. Copy it from the browser.",
    ),
    "change on another site": Mistake(
        "data/changes.yaml",
        'text: {en: "All of it."}',
        'text: {en: "All of it."}, page: "//example.org/"',
        "data/changes.yaml:2:83: found `//example.org/` for `page`; expected the path of a page such as `/elections/`. Copy it from the browser, without the site's address.",
    ),
    "glossary form": Mistake(
        "data/glossary.yaml",
        "en: [protocol, protocols]",
        'en: ["*"]',
        'data/glossary.yaml:13:12: found `"*"` for an item of `en`; expected a word, or the beginning of one with `*` after it. Correct the spelling.',
    ),
    "list for a whole file": Mistake(
        "data/changes.yaml",
        None,
        "- id: first\n",
        "data/changes.yaml:1:1: found a list; expected `key: value` lines with `changes`. Begin it with `changes:`.",
    ),
    "text for a whole file": Mistake(
        "data/changes.yaml",
        None,
        "nothing\n",
        "data/changes.yaml:1:1: found `nothing`; expected `key: value` lines with `changes`. Begin it with `changes:`.",
    ),
    "formula beside an absence": Mistake(
        LATER_FIGURES,
        "{absence: not_applicable,",
        '{absence: not_applicable, status: computed, formula: "))",',
        "data/elections/2014-assembly/figures.yaml:15:3: found an absence with a `formula`; expected a formula only beside the value that it yields. Remove `formula:` and `status:`, or write the `value:` in place of the absence.",
    ),
    "formula of another value": Mistake(
        FIGURES,
        "{value: 71.5, status: preliminary,",
        '{value: 71.5, formula: "nonsense ((",',
        "data/elections/2010-assembly/figures.yaml:12:23: found the unknown field `formula`; expected a field that this kind of entry has. Use one of: `note`, `qualifier`, `source`, `status`, `value`.",
    ),
    "other value that is computed": Mistake(
        FIGURES,
        "{value: 71.5, status: preliminary,",
        "{value: 71.5, status: computed,",
        "data/elections/2010-assembly/figures.yaml:12:23: found `status: computed` for what a report states; expected how settled the report says it is. Remove it; a figure that we work out has a `formula` of its own.",
    ),
    "file of computed figures": Mistake(
        LATER_FIGURES,
        "status: preliminary",
        "status: computed",
        "data/elections/2014-assembly/figures.yaml:2:1: found `status: computed` for what a report states; expected how settled the report says it is. Remove it; a figure that we work out has a `formula` of its own.",
    ),
}

RULES: dict[str, Mistake] = {
    "missing field": Mistake(
        REFORMS,
        "    kind: law\n",
        "",
        "data/reforms/all.yaml:2:5: found no `kind`; expected one of `constitution`, `law`, `regulation`, `event`. Add `kind:` here.",
    ),
    "mistyped field": Mistake(
        FIGURES,
        "qualifier: approximate",
        "qualifer: approximate",
        "data/elections/2010-assembly/figures.yaml:6:39: found the unknown field `qualifer`; expected a field that this kind of entry has. Did you mean `qualifier`?",
    ),
    "unknown word": Mistake(
        FIGURES,
        "qualifier: approximate",
        "qualifier: aproximate",
        "data/elections/2010-assembly/figures.yaml:6:39: found `aproximate` for `qualifier`; expected one of `exact`, `approximate`, `over`, `under`, `at_least`, `at_most`. Did you mean `approximate`?",
    ),
    "unknown topic": Mistake(
        FINDINGS,
        "topic: counting",
        "topic: countng",
        "data/elections/2010-assembly/findings.yaml:3:6: found the unknown topic `countng`; expected a topic that data/topics.yaml declares. Did you mean `counting`?",
    ),
    "unknown indicator": Mistake(
        FIGURES,
        "voters.voted:",
        "voters.votd:",
        "data/elections/2010-assembly/figures.yaml:7:3: found the unknown indicator `voters.votd`; expected an indicator that data/indicators.yaml declares. Did you mean `voters.voted`?",
    ),
    "forgotten indicator": Mistake(
        FIGURES,
        "  vote.secret: {value: true, source: {section: II}}\n",
        "",
        "data/elections/2010-assembly/figures.yaml:2:1: found no entry for `vote.secret`; expected every indicator of indicators.yaml. Add `vote.secret:` with `value:` and `source:`, or with `absence: not_curated` until it is entered.",
    ),
    "unknown contestant": Mistake(
        RESULTS,
        "contestant: reds",
        "contestant: redz",
        "data/elections/2010-assembly/results.yaml:6:10: found the unknown contestant `redz`; expected a contestant that data/contestants.yaml declares. Did you mean `reds`?",
    ),
    "unknown report": Mistake(
        FIGURES,
        "report: 2010-report",
        "report: 2010-reprt",
        "data/elections/2010-assembly/figures.yaml:1:1: found the unknown report `2010-reprt`; expected the name of a folder of data/reports/. Did you mean `2010-report`?",
    ),
    "unknown section": Mistake(
        FIGURES,
        "{value: 100, source: {section: II.A}}",
        "{value: 100, source: {section: II.B}}",
        "data/elections/2010-assembly/figures.yaml:4:45: found the section `II.B`; expected one that data/reports/2010-report/report.yaml lists. Did you mean `II.A`?",
    ),
    "unknown annex": Mistake(
        FIGURES,
        "annex: I}",
        "annex: V}",
        "data/elections/2010-assembly/figures.yaml:7:43: found the annex `V`; expected one that data/reports/2010-report/report.yaml lists. Use one of: `I`, `II`.",
    ),
    "repeated key": Mistake(
        FIGURES,
        "  vote.secret: {value: true",
        "  voters.voted: {value: 3, source: {annex: I}}\n  vote.secret: {value: true",
        "data/elections/2010-assembly/figures.yaml:15:3: found the key `voters.voted` a second time; expected each key once. Remove one of the two, after comparing them.",
        "data/elections/2010-assembly/figures.yaml:15:18: found `3` for `voters.voted`; expected a value that is printed in annex I of 2010-report. The nearest place of the report that does is annex II: correct the number or the source.",
    ),
    "text for a count": Mistake(
        FIGURES,
        "value: 100,",
        'value: "100",',
        'data/elections/2010-assembly/figures.yaml:4:24: found `"100"` for `system.seats_total`; expected a whole number of things, 0 or more. Remove the quotation marks.',
    ),
    "fraction for a count": Mistake(
        FIGURES,
        "value: 100,",
        "value: 100.5,",
        "data/elections/2010-assembly/figures.yaml:4:24: found `100.5` for `system.seats_total`; expected a whole number of things, 0 or more. Check it against the report, or the unit in indicators.yaml.",
    ),
    "negative count": Mistake(
        FIGURES,
        "value: 100,",
        "value: -1,",
        "data/elections/2010-assembly/figures.yaml:4:24: found `-1` for `system.seats_total`; expected a whole number of things, 0 or more. Check it against the report, or the unit in indicators.yaml.",
    ),
    "list for a value": Mistake(
        FIGURES,
        "value: 100,",
        "value: [100],",
        "data/elections/2010-assembly/figures.yaml:4:24: found a list for `bool` of `value`; expected a text. Remove the brackets, or the hyphen before it.",
    ),
    "more than all": Mistake(
        FIGURES,
        "value: 70.0",
        "value: 700",
        "data/elections/2010-assembly/figures.yaml:9:5: found `700` for `turnout.percent`; expected a number from 0 to 100. Check it against the report, or the unit in indicators.yaml.",
    ),
    "share of a result": Mistake(
        RESULTS,
        "percent: 64.29",
        "percent: 164.29",
        "data/elections/2010-assembly/results.yaml:6:43: found `164.29` for `percent`; expected at most 100. Check the digits against the report.",
    ),
    "impossible date": Mistake(
        FIGURES,
        "2010-04-05",
        "2010-04-31",
        "data/elections/2010-assembly/figures.yaml:13:27: found `2010-04-31`, which is no date of the calendar; expected an existing date as YYYY-MM-DD. Check day and month.",
    ),
    "text for a date": Mistake(
        FIGURES,
        "value: 2010-04-05",
        'value: "5 April 2010"',
        'data/elections/2010-assembly/figures.yaml:13:20: found `"5 April 2010"` for `campaign.start`; expected a date as YYYY-MM-DD. Write it as its unit asks, without quotation marks.',
    ),
    "no for false": Mistake(
        FIGURES,
        "vote.secret: {value: true",
        "vote.secret: {value: no",
        'data/elections/2010-assembly/figures.yaml:15:24: found the bare word `no`, which YAML may read as a truth value or as nothing; expected `true`, `false` or quoted text. Write `true` or `false`, or "no" in quotation marks if it is text.',
    ),
    "unknown choice": Mistake(
        FIGURES,
        "value: list_pr",
        "value: list_rp",
        'data/elections/2010-assembly/figures.yaml:3:19: found `"list_rp"` for `system.family`; expected one of the indicator\'s choices. Did you mean `list_pr`?',
    ),
    "value without source": Mistake(
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{value: 50000}",
        "data/elections/2010-assembly/figures.yaml:14:3: found a value without a source; expected the place of the report that states it. Add `source: {section: ...}`; a figure without a citation is not published.",
    ),
    "source without place": Mistake(
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{value: 50000, source: {report: 2010-report}}",
        "data/elections/2010-assembly/figures.yaml:14:34: found a source without a place; expected a section, a footnote or an annex. Add `section:` (and `footnote:`) or `annex:`.",
    ),
    "value and absence": Mistake(
        FIGURES,
        "{value: 50000,",
        "{value: 50000, absence: withheld,",
        "data/elections/2010-assembly/figures.yaml:14:3: found a value and an absence together; expected one of the two. Keep `value:` if the report states it, else `absence:`.",
    ),
    "neither": Mistake(
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{note: {en: Hm}}",
        "data/elections/2010-assembly/figures.yaml:14:3: found neither a value nor an absence; expected `value:` with its source, or `absence:` with its kind. If the report is silent, write `absence: not_in_report`.",
    ),
    "withheld without source": Mistake(
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{absence: withheld}",
        "data/elections/2010-assembly/figures.yaml:14:3: found `absence: withheld` without a source; expected the place where the report says that it was not published. Add `source:`, or write `absence: not_in_report`.",
    ),
    "other without note": Mistake(
        FIGURES,
        ', note: {en: "Announced on election night."}',
        "",
        'data/elections/2010-assembly/figures.yaml:12:9: found no `note`; expected a text by language, as in `{en: "..."}`. Add `note:` here.',
    ),
    "formula that does not yield": Mistake(
        LATER_FIGURES,
        "value: 50.00",
        "value: 50.01",
        "data/elections/2014-assembly/figures.yaml:10:5: found `50.01` for `turnout.percent`; expected 50.00, which its formula yields. Correct the value, the formula, or the figures that it is made from.",
    ),
    "formula over nothing": Mistake(
        LATER_FIGURES,
        "100 * voters.voted /",
        "100 * voters.vote /",
        "data/elections/2014-assembly/figures.yaml:12:5: found the input `voters.vote`; expected a figure of this election that is a number. Did you mean `voters.voted`?",
    ),
    "formula without status": Mistake(
        LATER_FIGURES,
        "    status: computed\n",
        "",
        "data/elections/2014-assembly/figures.yaml:9:3: found a `formula` without `status: computed`; expected both together. Add the status; a figure that the report states has no formula.",
    ),
    "not for this kind": Mistake(
        "data/elections/2016-presidential/figures.yaml",
        "system.seats_total: {absence: not_applicable}",
        "system.seats_total: {value: 3, source: {section: I}}",
        "data/elections/2016-presidential/figures.yaml:4:24: found `system.seats_total` in a presidential election; expected `absence: not_applicable`, since it is for parliamentary elections. Correct the entry, or `applies_to` in indicators.yaml.",
    ),
    "contest of another kind": Mistake(
        "data/elections/2016-presidential/results.yaml",
        "contest: presidential",
        "contest: list",
        "data/elections/2016-presidential/results.yaml:3:5: found the contest `list` in a presidential election; expected a contest of the election's kind. Correct `contest:` here or `kind:` in election.yaml.",
    ),
    "wrong year": Mistake(
        ELECTION,
        "date: 2010-05-05",
        "date: 2011-05-05",
        "data/elections/2010-assembly/election.yaml:3:1: found the date 2011-05-05 in the folder `2010-assembly`; expected a folder `<year>-<body>` with the year of the date, in small letters, digits and hyphens. Rename the folder or correct the date.",
    ),
    "markup in a text": Mistake(
        FINDINGS,
        "The observers",
        "<script>alert(1)</script> The observers",
        "data/elections/2010-assembly/findings.yaml:3:23: found markup (`<` or a link) in a text; expected plain words. Remove the markup; put an address into the source.",
    ),
    "a link in a text": Mistake(
        FINDINGS,
        "The observers",
        "[x](javascript:alert) The observers",
        "data/elections/2010-assembly/findings.yaml:3:23: found markup (`<` or a link) in a text; expected plain words. Remove the markup; put an address into the source.",
    ),
    "text without language": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: "Fewer seats"',
        'data/reforms/all.yaml:6:5: found `Fewer seats` for `title`; expected a text by language, as in `{en: "..."}`. Write `title: {en: "..."}`.',
    ),
    "text without English": Mistake(
        REFORMS,
        'title: {en: "Fewer seats"}',
        'title: {kk: "Fewer seats"}',
        'data/reforms/all.yaml:6:5: found a text without `en`; expected the text in the language of the reports, and translations beside it. Write `{en: "..."}`.',
    ),
    "reform twice": Mistake(
        REFORMS,
        "id: count-law",
        "id: seats-fewer",
        "data/reforms/all.yaml:11:6: found the id `seats-fewer` a second time; expected each id once. Give one of the two another id; the other stands at data/reforms/all.yaml:2:5.",
        "data/threads.yaml:24:17: found the unknown reform `count-law`; expected a reform that a file of data/reforms/ declares. Use one of: `seats-fewer`, `vote-of-no-confidence`.",
    ),
    "id that climbs": Mistake(
        REFORMS,
        "id: count-law",
        "id: ../../etc",
        "data/reforms/all.yaml:11:6: found `../../etc` for `id`; expected small letters, digits and hyphens. Correct the spelling.",
    ),
    "two dates": Mistake(
        REFORMS,
        'when: {month: "2013-02"}',
        'when: {month: "2013-02", year: 2013}',
        "data/reforms/all.yaml:11:21: found `month` and `year` for one date; expected one of `day`, `month`, `year`, or the bracket `after` with `before`. Keep the most exact one that the reports state.",
    ),
    "bracket without note": Mistake(
        REFORMS,
        '    note: {en: "100 seats in 2010, 80 in 2014."}\n',
        "",
        "data/reforms/all.yaml:2:5: found a bracketed date without a note; expected a `note` that says how the reports bracket it. Name the statements before and after which it must have happened.",
    ),
    "month as a number": Mistake(
        REFORMS,
        'month: "2013-02"',
        "month: 2013",
        'data/reforms/all.yaml:11:28: found `2013` for `month`; expected a text. Put it in quotation marks: `"2013"`.',
    ),
    "topic's unknown indicator": Mistake(
        "data/topics.yaml",
        "indicators: [system.seats_total]",
        "indicators: [system.seat_total]",
        "data/topics.yaml:3:87: found the unknown indicator `system.seat_total`; expected an indicator that data/indicators.yaml declares. Did you mean `system.seats_total`?",
    ),
    "choices without unit": Mistake(
        INDICATORS,
        "choices: {list_pr: {en: List PR}, two_round: {en: Two-round majority}}",
        "",
        "data/indicators.yaml:2:3: found the unit `choice` without `choices`; expected the words to choose from. List them under `choices:`, or change the unit.",
    ),
    "recommendation twice": Mistake(
        RECOMMENDATIONS,
        "number: 2",
        "number: 1",
        "data/reports/2010-report/recommendations.yaml:11:5: found the number 1 a second time; expected each recommendation once. Compare the two and correct the number of one.",
    ),
    "recommendation without thread": Mistake(
        RECOMMENDATIONS,
        "    threads: [open-count]\n",
        "",
        "data/reports/2010-report/recommendations.yaml:11:5: found a recommendation with neither `threads` nor `parts`; expected the thread that it belongs to. Write `threads: [...]`, or `parts:` with a thread for each thing that it asks for.",
    ),
    "unknown thread": Mistake(
        RECOMMENDATIONS,
        "threads: [open-count]",
        "threads: [open-cuont]",
        "data/reports/2010-report/recommendations.yaml:17:15: found the unknown thread `open-cuont`; expected a thread that data/threads.yaml declares. Did you mean `open-count`?",
    ),
    "thread without recommendation": Mistake(
        THREADS,
        "  open-count:",
        "  unused:\n    title: {en: X}\n    topic: system\n    asks: {en: X}\n    reading: {state: open, text: {en: X}, source: {report: 2014-report, section: I}}\n  open-count:",
        "data/threads.yaml:15:3: found the thread `unused` without a recommendation; expected a recommendation that belongs to it. Name it in a recommendations.yaml, or remove it.",
    ),
    "follow-up of a number that is not there": Mistake(
        LATER_RECOMMENDATIONS,
        "numbers: [1]",
        "numbers: [9]",
        "data/reports/2014-report/recommendations.yaml:4:56: found the number 9 of the report on `2010-assembly`; expected a number from 1 to 2. Check it against the footnote.",
    ),
    "follow-up twice": Mistake(
        LATER_RECOMMENDATIONS,
        "numbers: [3, 5]",
        "numbers: [3, 3]",
        "data/reports/2014-report/recommendations.yaml:5:56: found 3, 3 for a recommendation of 2008-referendum; expected a list of recommendations as section I, footnote 4 of 2014-report enumerates them (the nearest: 3, 5). Compare the numbers with the report, one by one.",
        "data/reports/2014-report/recommendations.yaml:5:59: found the number 3 of the report on `2008-referendum` a second time; expected one status for a number. Check both against the footnote.",
    ),
    "unknown follow-up status": Mistake(
        LATER_RECOMMENDATIONS,
        "status: not,",
        "status: none,",
        "data/reports/2014-report/recommendations.yaml:5:33: found `none` for `status`; expected one of `fully`, `mostly`, `partially`, `not`. Choose the one that says what the report says.",
    ),
    "met without evidence": Mistake(
        THREADS,
        "      reforms: [seats-fewer]\n      figures:\n        - {election: 2014-assembly, indicator: system.seats_total}\n",
        "",
        "data/threads.yaml:9:7: found `met` without a reform or figure that shows it; expected what shows it, dated before the report that says so. Name it under `reforms:` or `figures:`, or write `state: open`.",
    ),
    "met but asked again": Mistake(
        THREADS,
        "state: open",
        "state: met",
        "data/threads.yaml:22:7: found `met`, but recommendation 1 of `2014-report` asks for it again; expected `partly_met` or `open`, or a thread that this recommendation does not belong to. Read both again and decide.",
    ),
    "met by what came later": Mistake(
        THREADS,
        "source: {report: 2014-report, section: II.A}",
        "source: {report: 2010-report, section: II.A}",
        "data/threads.yaml:9:7: found `met`, but recommendation 1 of `2010-report` asks for it again; expected `partly_met` or `open`, or a thread that this recommendation does not belong to. Read both again and decide.",
        "data/threads.yaml:9:7: found evidence of 2014-06-01, after the report of 2010-12-01 that is to show it; expected a reform or figure dated before that report. Name the report that shows it under `source:`, or another reform.",
    ),
    "unknown reform": Mistake(
        THREADS,
        "reforms: [count-law]",
        "reforms: [count-lw]",
        "data/threads.yaml:24:17: found the unknown reform `count-lw`; expected a reform that a file of data/reforms/ declares. Did you mean `count-law`?",
    ),
    "check of nothing": Mistake(
        CHECKS,
        "formula: voters.voted, relation",
        "formula: voters.votd, relation",
        "data/checks.yaml:3:46: found the input `voters.votd`; expected an indicator that data/indicators.yaml declares. Did you mean `voters.voted`?",
    ),
    "check of an unknown indicator": Mistake(
        CHECKS,
        "subject: voters.registered",
        "subject: voters.registred",
        "data/checks.yaml:3:18: found the unknown indicator `voters.registred`; expected an indicator that data/indicators.yaml declares. Did you mean `voters.registered`?",
    ),
    "check that mixes units": Mistake(
        CHECKS,
        "formula: voters.voted, relation",
        "formula: voters.voted + deposit.amount, relation",
        "data/checks.yaml:3:46: found a sum of different units: `voters.registered` (count), `voters.voted` (count), `deposit.amount` (ISK); expected one unit. Correct the formula or the subject.",
    ),
    "check of a text": Mistake(
        CHECKS,
        "formula: voters.voted, relation",
        "formula: 2 * system.note, relation",
        "data/checks.yaml:3:46: found `system.note`, whose unit is text; expected an indicator that is a number. Use another indicator, or remove the check.",
    ),
    "check that is no arithmetic": Mistake(
        CHECKS,
        "100 * row.votes / sum.votes",
        "100 * row.votes /",
        "data/checks.yaml:5:33: found something that is no arithmetic in this formula; expected arithmetic over named inputs with + - * / and parentheses. Correct it, as in `100 * first.input / (second.input + third.input)`.",
    ),
    "check over no such number": Mistake(
        CHECKS,
        "100 * row.votes / sum.votes",
        "100 * row.votes / sum.voters",
        "data/checks.yaml:5:33: found the input `sum.voters`; expected a number of a result, such as `row.votes`. Did you mean `sum.votes`?",
    ),
    "check twice": Mistake(
        CHECKS,
        "id: voters,",
        "id: turnout,",
        "data/checks.yaml:3:6: found the id `turnout` a second time; expected each id once. Give one of the two another id; the other stands at data/checks.yaml:2:6.",
    ),
    "unknown election in pairs": Mistake(
        SITE,
        "earlier: 2010-assembly",
        "earlier: 2011-assembly",
        "data/site.yaml:12:6: found the unknown election `2011-assembly`; expected the name of a folder of data/elections/. Did you mean `2014-assembly`?",
    ),
    "unknown indicator in a chart": Mistake(
        SITE,
        "indicators: [turnout.percent]",
        "indicators: [turnout.percentage]",
        "data/site.yaml:17:18: found the unknown indicator `turnout.percentage`; expected an indicator that data/indicators.yaml declares. Did you mean `turnout.percent`?",
    ),
    "file with a slip in its name": Mistake(
        "data/elections/2010-assembly/figurs.yaml",
        None,
        "a: 1\n",
        "data/elections/2010-assembly/figurs.yaml:1:1: found a file that nothing reads; expected a file with a name that the site knows. Did you mean `data/elections/2010-assembly/figures.yaml`?",
    ),
    "file that is not there": Mistake(
        FINDINGS,
        None,
        None,
        "data/elections/2010-assembly/findings.yaml:1:1: found no such file; expected one of this name. Add it, as in the folders beside it; `make new` begins an election.",
    ),
    "figure that is not printed": Mistake(
        FIGURES,
        "value: 50000",
        "value: 50001",
        "data/elections/2010-assembly/figures.yaml:14:20: found `50001` for `deposit.amount`; expected a value that is printed in section II of 2010-report. No place of the report prints it: check the digits.",
    ),
    "figure from another place": Mistake(
        FIGURES,
        "{value: 50000, source: {section: II}}",
        "{value: 50000, source: {section: II.A}}",
        "data/elections/2010-assembly/figures.yaml:14:20: found `50000` for `deposit.amount`; expected a value that is printed in section II.A of 2010-report. The nearest place of the report that does is section II: correct the number or the source.",
    ),
    "number in another row": Mistake(
        RESULTS,
        "percent: 35.71",
        "percent: 64.29",
        "data/elections/2010-assembly/results.yaml:9:9: found `64.29` for `percent` of `against_all`; expected what annex I of 2010-report prints in its row and column (the row: 500000 | 35.71% | 0). Compare the row with the report.",
    ),
    "footnote that is not there": Mistake(
        FIGURES,
        "footnote: 3",
        "footnote: 33",
        "data/elections/2010-assembly/figures.yaml:10:26: found footnote 33 of 2010-report; expected one of its 4 footnotes. Check the number against the report.",
    ),
    "footnote under another section": Mistake(
        FIGURES,
        "section: I, footnote: 3",
        "section: II, footnote: 3",
        "data/elections/2010-assembly/figures.yaml:10:27: found footnote 3 cited under section II; expected section I, whose text carries its mark. Cite section I with it, or correct its number.",
    ),
    "report without an index": Mistake(
        INDEX,
        None,
        None,
        "data/reports/2010-report/report.yaml:1:1: found no evidence.json beside it; expected an index of the numbers that the report prints. Run `make index REPORT=2010-report TEXT=report.txt`.",
    ),
    "index without a section": Mistake(
        "data/reports/2010-report/report.yaml",
        "  - {id: II.A,",
        '  - {id: III, title: {en: "More"}}\n  - {id: II.A,',
        "data/reports/2010-report/report.yaml:12:5: found section III, which evidence.json does not have; expected an index of all its parts. Run `make index REPORT=2010-report TEXT=report.txt` again.",
    ),
    "index changed by hand": Mistake(
        INDEX,
        '"numbers": ["41"]',
        '"numbers": [41]',
        "data/reports/2010-report/evidence.json:8:1: found places.3.numbers.0: Input should be a valid string; expected the index as the command writes it. Make the file again: `make index REPORT=2010-report TEXT=report.txt`.",
    ),
    "index of another report": Mistake(
        INDEX,
        '"report": "2010-report"',
        '"report": "2014-report"',
        "data/reports/2010-report/evidence.json:2:1: found the index of `2014-report`; expected the index of `2010-report`. Make the file again: `make index REPORT=2010-report TEXT=report.txt`.",
    ),
    "index with a place twice": Mistake(
        INDEX,
        '{"section": "I", "footnote": 2,',
        '{"section": "I", "footnote": 3,',
        "data/reports/2010-report/evidence.json:9:1: found section I, footnote 3 without its numbers, or a second time; expected each place once, its rows after it. Make the file again: `make index REPORT=2010-report TEXT=report.txt`.",
    ),
    "report named by a sentence": Mistake(
        "data/reports/2010-report/report.yaml",
        "elections: [2010-assembly]",
        "elections: [2010-asembly]",
        "data/reports/2010-report/report.yaml:7:13: found the unknown election `2010-asembly`; expected the name of a folder of data/elections/. Did you mean `2010-assembly`?",
    ),
    "statement twice": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / input.registered\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / input.registered\n',
        "data/elections/2010-assembly/statements.yaml:11:5: found the id `took-part` a second time; expected each id once. Give one of the two another id; the other stands at data/elections/2010-assembly/statements.yaml:3:5.",
    ),
    "statement without input": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 70 * 1\n',
        "data/elections/2010-assembly/statements.yaml:10:5: found no input in this formula; expected arithmetic over named inputs with + - * / and parentheses. Correct it, as in `100 * first.input / (second.input + third.input)`.",
    ),
    "statement of an unknown input": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / input.registerd\n',
        "data/elections/2010-assembly/statements.yaml:10:5: found the input `input.registerd`; expected one of `inputs:` of this statement. Did you mean `input.registered`?",
    ),
    "statement with an input too many": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / 20000\n',
        "data/elections/2010-assembly/statements.yaml:9:7: found `input.registered`, which the formula does not use; expected only what the number is worked out from. Use it in the formula, or remove it.",
    ),
    "statement divided by zero": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: took-part\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / (input.registered - input.registered)\n',
        "data/elections/2010-assembly/statements.yaml:10:5: found a division by zero in this formula; expected arithmetic over named inputs with + - * / and parentheses. Correct it, as in `100 * first.input / (second.input + third.input)`.",
    ),
    "formula divided by zero": Mistake(
        LATER_FIGURES,
        "/ voters.registered",
        "/ (voters.registered - voters.registered)",
        "data/elections/2014-assembly/figures.yaml:12:5: found a division by zero in the formula of `turnout.percent`; expected arithmetic over figures of this election with + - * / and parentheses. Name figures by the ids of their indicators, as in `100 * turnout.voted / turnout.registered`.",
    ),
    "formula that is no arithmetic": Mistake(
        LATER_FIGURES,
        "/ voters.registered",
        "/ voters.registered)",
        "data/elections/2014-assembly/figures.yaml:12:5: found something that is no arithmetic in the formula of `turnout.percent`; expected arithmetic over figures of this election with + - * / and parentheses. Name figures by the ids of their indicators, as in `100 * turnout.voted / turnout.registered`.",
    ),
    "formula that calls": Mistake(
        LATER_FIGURES,
        "100 * voters.voted",
        "abs(voters.voted)",
        "data/elections/2014-assembly/figures.yaml:12:5: found something else than numbers, indicators, + - * / and parentheses in the formula of `turnout.percent`; expected arithmetic over figures of this election with + - * / and parentheses. Name figures by the ids of their indicators, as in `100 * turnout.voted / turnout.registered`.",
    ),
    "station with a number too few": Mistake(
        STATIONS,
        "[1120, 80, 3]",
        "[1120, 80]",
        "data/elections/2010-assembly/stations.yaml:17:5: found 2 numbers in `protocol_row` of polling station 7; expected 3, one for each column: reds, against_all, invalid. Compare the row with the report; a printed 0 is entered too.",
    ),
    "station twice": Mistake(
        STATIONS,
        "number: 12",
        "number: 7",
        "data/elections/2010-assembly/stations.yaml:26:5: found station 7 a second time in annex II for the same region; expected each station once in an annex. It stands at data/elections/2010-assembly/stations.yaml:14:5 already: compare both with the report.",
    ),
    "station of an unknown commission": Mistake(
        STATIONS,
        "commission: easton\n    annex: II\n    protocol_row: [90",
        "commission: eastn\n    annex: II\n    protocol_row: [90",
        "data/elections/2010-assembly/stations.yaml:27:5: found the unknown commission `eastn`; expected one of those under `commissions:` in this file. Did you mean `easton`?",
    ),
    "station of an unknown region": Mistake(
        STATIONS,
        "region: west\n",
        "region: wset\n",
        "data/elections/2010-assembly/stations.yaml:20:5: found the unknown region `wset`; expected one of those under `regions:` in this file. Did you mean `west`?",
    ),
    "commission of an unknown region": Mistake(
        STATIONS,
        "{region: east, name",
        "{region: eats, name",
        "data/elections/2010-assembly/stations.yaml:12:12: found the unknown region `eats`; expected one of those under `regions:` in this file. Did you mean `east`?",
    ),
    "station in two regions": Mistake(
        STATIONS,
        "    region: west\n",
        "    region: west\n    commission: easton\n",
        "data/elections/2010-assembly/stations.yaml:19:5: found a station with both `commission` and `region`; expected its commission, which has its region; the region alone where the report names no commission. Keep one of the two.",
    ),
    "station nowhere": Mistake(
        STATIONS,
        "    region: west\n",
        "",
        "data/elections/2010-assembly/stations.yaml:19:5: found a station without `commission` and without `region`; expected its commission, which has its region; the region alone where the report names no commission. Add one of the two.",
    ),
    "stations too few": Mistake(
        STATIONS,
        "stations: 3, protocol",
        "stations: 4, protocol",
        "data/elections/2010-assembly/stations.yaml:9:14: found 4 stations in the totals of annex II; expected 3, which is how many are entered. Count them in the report: enter what is missing, or correct the total.",
    ),
    "stations that do not add up": Mistake(
        STATIONS,
        "protocol: [1270",
        "protocol: [1271",
        "data/elections/2010-assembly/stations.yaml:9:38: found 1271 for `reds` in the totals of annex II; expected 1270, to which the `protocol_row` of its stations add up. Add the column up from the report: the slip is in a row, or in this sum.",
    ),
    "column without a result": Mistake(
        STATIONS,
        "reds: {en: Reds}",
        "blues: {en: Reds}",
        "data/elections/2010-assembly/stations.yaml:4:11: found the column `blues`; expected `invalid`, or a contestant with a result in results.yaml. Use one of: `against_all`, `reds`.",
    ),
    "column with a long heading": Mistake(
        STATIONS,
        "{en: Reds}",
        '{en: "The party of the Reds"}',
        "data/elections/2010-assembly/stations.yaml:4:18: found `The party of the Reds`; expected a heading of at most 16 letters. Shorten it as a table would.",
    ),
    "translation with another figure": Mistake(
        REFORMS,
        'before: {en: "100 seats."}',
        'before: {en: "100 seats.", kk: "110 орын."}',
        "data/reforms/all.yaml:7:5: found a translation into `kk` without 100 and with 110; expected the figures of the English text, no more and no fewer. Compare the two; keep digits as digits, words as words, and write numbers as the language does.",
    ),
    "station row not as printed": Mistake(
        STATIONS,
        "[1120, 80, 3]",
        "[1119, 81, 3]",
        "data/elections/2010-assembly/stations.yaml:9:38: found 1270 for `reds` in the totals of annex II; expected 1269, to which the `protocol_row` of its stations add up. Add the column up from the report: the slip is in a row, or in this sum.",
        "data/elections/2010-assembly/stations.yaml:9:44: found 145 for `against_all` in the totals of annex II; expected 146, to which the `protocol_row` of its stations add up. Add the column up from the report: the slip is in a row, or in this sum.",
        "data/elections/2010-assembly/stations.yaml:17:20: found `1119` for `reds` in the `protocol_row` of polling station 7; expected a value that is printed in annex II of 2010-report. No place of the report prints it: check the digits.",
        "data/elections/2010-assembly/stations.yaml:17:26: found `81` for `against_all` in the `protocol_row` of polling station 7; expected a value that is printed in annex II of 2010-report. No place of the report prints it: check the digits.",
    ),
    "formula of a number without a source": Mistake(
        LATER_FIGURES,
        "100 * voters.voted / voters.registered",
        "25 * 2",
        "data/elections/2014-assembly/figures.yaml:12:5: found the number 25 in the formula of `turnout.percent`, and no source; expected the place of the report that prints it. Add `source: {section: ...}`, or name the indicator that has this number.",
    ),
    "formula of nothing": Mistake(
        LATER_FIGURES,
        "100 * voters.voted / voters.registered",
        "100 / (1 + 1)",
        "data/elections/2014-assembly/figures.yaml:12:5: found nothing in the formula of `turnout.percent` that a report states; expected the figures that it is worked out from. Name indicators, or write the numbers of the report with their `source:`; 1 and 100 are not looked up.",
    ),
    "formula that leads back to itself": Mistake(
        LATER_FIGURES,
        "100 * voters.voted / voters.registered",
        "turnout.percent",
        "data/elections/2014-assembly/figures.yaml:12:5: found a formula that leads back to its own figure (`turnout.percent` from `turnout.percent`); expected figures that are known without this one. Enter one of them as the report states it.",
    ),
    "formulas in a circle": Mistake(
        LATER_FIGURES,
        "{value: 1050000, source: {section: I}}",
        "{value: 1050000, status: computed, formula: turnout.percent * voters.registered / 100}",
        "data/elections/2014-assembly/figures.yaml:8:52: found a formula that leads back to its own figure (`voters.voted` from `turnout.percent` from `voters.voted`); expected figures that are known without this one. Enter one of them as the report states it.",
    ),
    "formula for an answer": Mistake(
        LATER_FIGURES,
        "{value: true, status: final, source: {section: II}}",
        '{value: true, status: computed, formula: "))"}',
        "data/elections/2014-assembly/figures.yaml:16:48: found a formula for `vote.secret`, whose unit is boolean; expected a formula only for a number. Remove `formula:` and `status:`, and cite the place that states the value.",
    ),
    "check with a power": Mistake(
        CHECKS,
        "formula: voters.voted, relation",
        "formula: voters.voted ** 2, relation",
        "data/checks.yaml:3:46: found something else than numbers, indicators, + - * / and parentheses in this formula; expected arithmetic over named inputs with + - * / and parentheses. Correct it, as in `100 * first.input / (second.input + third.input)`.",
    ),
    "check divided by zero": Mistake(
        CHECKS,
        "100 * voters.voted / voters.registered",
        "100 * voters.voted / (voters.registered - voters.registered)",
        "data/checks.yaml:2:45: found a division by zero in this formula, with the figures of 2010-assembly; expected a formula that yields a number for every election that has its inputs. Correct the formula, or the figures that it names.",
    ),
    "check of results divided by zero": Mistake(
        CHECKS,
        "100 * row.votes / sum.votes",
        "100 * row.votes / (sum.votes - sum.votes)",
        "data/checks.yaml:5:33: found a division by zero in this formula, with the figures of 2010-assembly; expected a formula that yields a number for every election that has its inputs. Correct the formula, or the figures that it names.",
    ),
    "statement with the id of a check": Mistake(
        STATEMENTS,
        None,
        'report: 2010-report\nstatements:\n  - id: turnout\n    text: {en: "The report gives the turnout."}\n    stated: 70\n    source: {section: I, footnote: 3}\n    inputs:\n      voted: {value: 1400000, source: {annex: I}}\n      registered: {value: 2000000, source: {section: I}}\n    formula: 100 * input.voted / input.registered\n',
        "data/elections/2010-assembly/statements.yaml:3:5: found the id `turnout` a second time; expected each id once. Give one of the two another id; the other stands at data/checks.yaml:2:6.",
    ),
    "contest twice": Mistake(
        RESULTS,
        "    total: {votes: 1400000, percent: 100}\n",
        "    total: {votes: 1400000, percent: 100}\n  - contest: list\n    source: {annex: I}\n    results:\n      - {contestant: reds, votes: 900000, percent: 64.29, seats: 70}\n",
        "data/elections/2010-assembly/results.yaml:13:5: found the contest `list` a second time; expected each contest once, with all its rows. Put the rows of the two together, or correct `contest:`; the other stands at data/elections/2010-assembly/results.yaml:3:5.",
    ),
    "contestant twice": Mistake(
        RESULTS,
        "      - contestant: against_all\n",
        "      - {contestant: reds, votes: 900000, percent: 64.29, seats: 70}\n      - contestant: against_all\n",
        "data/elections/2010-assembly/results.yaml:7:10: found the contestant `reds` a second time; expected each contestant once in a contest. Compare both rows with the report; the other stands at data/elections/2010-assembly/results.yaml:6:10.",
    ),
    "change twice": Mistake(
        "data/changes.yaml",
        'text: {en: "All of it."}}',
        'text: {en: "All of it."}}\n  - {id: first, date: 2016-12-02, title: {en: "Second"}, text: {en: "More."}}',
        "data/changes.yaml:3:6: found the id `first` a second time; expected each id once. Give one of the two another id; the other stands at data/changes.yaml:2:6.",
    ),
    "change shown on no page": Mistake(
        "data/changes.yaml",
        'text: {en: "All of it."}}',
        'text: {en: "All of it."}, page: /elections/2010-asembly/}',
        "data/changes.yaml:2:83: found `/elections/2010-asembly/` for `page`; expected the page of a room, a text, an election, a pair, an indicator, a topic, a reform, a request or a report of this site. Did you mean `/elections/2010-assembly/`?",
    ),
    "change shown on no such room": Mistake(
        "data/changes.yaml",
        'text: {en: "All of it."}}',
        'text: {en: "All of it."}, page: /no/such/page/}',
        "data/changes.yaml:2:83: found `/no/such/page/` for `page`; expected the page of a room, a text, an election, a pair, an indicator, a topic, a reform, a request or a report of this site. Copy it from the browser, without the site's address.",
    ),
    "chart twice": Mistake(
        SITE,
        "charts:\n",
        'charts:\n  - {id: turnout, title: {en: "Turnout"}, indicators: [turnout.percent]}\n',
        "data/site.yaml:16:5: found the id `turnout` a second time; expected each id once. Give one of the two another id; the other stands at data/site.yaml:15:6.",
    ),
    "chart of two units": Mistake(
        SITE,
        "indicators: [turnout.percent]",
        "indicators: [turnout.percent, voters.voted]",
        "data/site.yaml:17:35: found `voters.voted` (count) in a chart with `turnout.percent` (percent); expected indicators of one unit, since all bars of a chart have one scale. Take it out, or declare a chart of its own for it.",
    ),
    "chart of a text": Mistake(
        SITE,
        "indicators: [turnout.percent]",
        "indicators: [turnout.percent, system.note]",
        "data/site.yaml:17:35: found `system.note`, whose unit is text, in a chart; expected an indicator that is a number. Use another, or take it out.",
    ),
    "indicator twice in a chart": Mistake(
        SITE,
        "indicators: [turnout.percent]",
        "indicators: [turnout.percent, turnout.percent]",
        "data/site.yaml:17:35: found the indicator `turnout.percent` a second time; expected each indicator once. Remove one of the two; the other stands at data/site.yaml:17:18.",
    ),
    "indicator twice at a glance": Mistake(
        SITE,
        "glance: [turnout.percent,",
        "glance: [turnout.percent, turnout.percent,",
        "data/site.yaml:13:27: found the indicator `turnout.percent` a second time; expected each indicator once. Remove one of the two; the other stands at data/site.yaml:13:10.",
    ),
    "election beside itself": Mistake(
        SITE,
        "later: 2016-presidential",
        "later: 2010-assembly",
        "data/site.yaml:12:30: found the election `2010-assembly` beside itself; expected another election than under `earlier:`. Name the election that it is to be compared with, or remove the pair.",
    ),
}

PROSE: dict[str, Mistake] = {
    "HTML in prose": Mistake(
        PAGE,
        "Here.",
        "Here <b>is</b>.",
        "content/pages/en/about.md:9:6: found HTML (`<b`); expected Markdown. Write it in Markdown, or between backticks if readers are to see it.",
        "content/pages/en/about.md:9:11: found HTML (`</b`); expected Markdown. Write it in Markdown, or between backticks if readers are to see it.",
    ),
    "comment in prose": Mistake(
        PAGE,
        "Here.",
        "Here <!-- hidden -->.",
        "content/pages/en/about.md:9:6: found HTML (`<!--`); expected Markdown. Write it in Markdown, or between backticks if readers are to see it.",
    ),
    "script in prose": Mistake(
        PAGE,
        "Here.",
        "Here.<script src=x></script>",
        "content/pages/en/about.md:9:6: found HTML (`<script`); expected Markdown. Write it in Markdown, or between backticks if readers are to see it.",
        "content/pages/en/about.md:9:20: found HTML (`</script`); expected Markdown. Write it in Markdown, or between backticks if readers are to see it.",
    ),
    "image from elsewhere": Mistake(
        PAGE,
        "Here.",
        "![logo](https://example.org/logo.png)",
        "content/pages/en/about.md:9:1: found an image; expected text. Remove it: the site loads no images into its pages. A link may lead to one.",
    ),
    "link that is a script": Mistake(
        PAGE,
        "Here.",
        "[here](javascript:alert(1))",
        "content/pages/en/about.md:9:8: found a link to `javascript:alert(1`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link that is a script, in disguise": Mistake(
        PAGE,
        "Here.",
        "[here](&#106;avascript:alert(1))",
        "content/pages/en/about.md:9:8: found a link to `javascript:alert(1`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link that is data": Mistake(
        PAGE,
        "Here.",
        "[here](data:text/html,x)",
        "content/pages/en/about.md:9:8: found a link to `data:text/html,x`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link without encryption": Mistake(
        PAGE,
        "Here.",
        "[here](http://example.org/)",
        "content/pages/en/about.md:9:8: found a link to `http://example.org/`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link to another host's root": Mistake(
        PAGE,
        "Here.",
        "[here](//example.org/)",
        "content/pages/en/about.md:9:8: found a link to `//example.org/`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link to nothing": Mistake(
        PAGE,
        "Here.",
        "[here]()",
        "content/pages/en/about.md:9:8: found a link to nothing; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link to a file beside it": Mistake(
        PAGE,
        "Here.",
        "[here](method.md)",
        "content/pages/en/about.md:9:8: found a link to `method.md`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link that copies a file": Mistake(
        PAGE,
        "Here.",
        "[here]({static}/../../etc/passwd)",
        "content/pages/en/about.md:9:8: found a link to `{static}/../../etc/passwd`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "link defined elsewhere": Mistake(
        PAGE,
        "Here.",
        "[here][1]\n\n[1]: javascript:alert(1)",
        "content/pages/en/about.md:11:6: found a link to `javascript:alert(1)`; expected an address that begins with `https://`, a page of this site such as `/sources/`, or a heading such as `#title`. Correct the address.",
    ),
    "attribute of markup": Mistake(
        PAGE,
        "Here.",
        "Here.\n{: onclick=alert(1) }",
        "content/pages/en/about.md:10:1: found `{: onclick=alert(1) }`; expected at most the name of a heading, `{#like-this}`. Remove it.",
    ),
    "invisible character by its name": Mistake(
        PAGE,
        "Here.",
        "Here&rlm;.",
        "content/pages/en/about.md:9:5: found the invisible character U+200F, written `&rlm;`; expected only characters that a reviewer can see. Delete it.",
    ),
    "lists in lists": Mistake(
        PAGE,
        "Here.",
        "- - - - - here",
        "content/pages/en/about.md:9:1: found lists or quotations far inside each other; expected at most 4 levels. Write it as sentences, or as several lists.",
    ),
    "text far to the right": Mistake(
        PAGE,
        "Here.",
        "- here\n                        - there",
        "content/pages/en/about.md:10:1: found lists or quotations far inside each other; expected at most 4 levels. Write it as sentences, or as several lists.",
    ),
    "quotations in quotations": Mistake(
        PAGE,
        "Here.",
        "> > > > > here",
        "content/pages/en/about.md:9:1: found lists or quotations far inside each other; expected at most 4 levels. Write it as sentences, or as several lists.",
    ),
    "page that leads elsewhere": Mistake(
        PAGE,
        "Description: Invented.",
        "Description: Invented.\nSave_as: ../index.html",
        "content/pages/en/about.md:3:1: found the unknown field `Save_as`; expected `Title:`, `Description:` or `Next:`. Remove it: nothing else is said in the head of a page.",
    ),
    "misspelt field of a page": Mistake(
        PAGE,
        "Description: Invented.",
        "Descripton: Invented.",
        "content/pages/en/about.md:2:1: found the unknown field `Descripton`; expected `Title:`, `Description:` or `Next:`. Did you mean `Description:`?",
    ),
    "page without a title": Mistake(
        PAGE,
        "Title: About\n",
        "",
        "content/pages/en/about.md:1:1: found no `Title:`; expected it at the head of the page, before the first empty line. Add `Title: ...`.",
    ),
    "page with two titles": Mistake(
        PAGE,
        "Title: About\n",
        "Title: About\nTitle: About us\n",
        "content/pages/en/about.md:2:1: found `Title:` a second time; expected each field once, with its text. Correct the head of the page.",
    ),
    "page with an empty title": Mistake(
        PAGE,
        "Title: About\n",
        "Title:\n",
        "content/pages/en/about.md:1:1: found nothing after `Title:`; expected each field once, with its text. Correct the head of the page.",
    ),
    "page without a head": Mistake(
        PAGE,
        "Title: About\nDescription: Invented.\nNext: /method/\n\n",
        "Text with a [link](/compare/).\n\n",
        "content/pages/en/about.md:1:1: found `Text with a [link](/compare/).`; expected `Title: ...` and `Description: ...`, then an empty line. Correct the head of the page.",
    ),
    "page in no language": Mistake(
        "content/pages/about.md",
        None,
        "Title: About\nDescription: x\n\nText.\n",
        "content/pages/about.md:1:1: found a page that nothing reads; expected `content/pages/<language>/<page>.md`. Move it to a folder that is named for its language; small letters, digits and hyphens.",
    ),
    "page with a capital": Mistake(
        "content/pages/en/About.md",
        None,
        "Title: About\nDescription: x\n\nText.\n",
        "content/pages/en/About.md:1:1: found a page that nothing reads; expected `content/pages/<language>/<page>.md`. Move it to a folder that is named for its language; small letters, digits and hyphens.",
    ),
    "line without end": Mistake(
        PAGE,
        "Here.",
        "Here " * 900,
        "content/pages/en/about.md:9:1: found a line of 4500 characters; expected at most 4000. Break it into paragraphs.",
    ),
    "too many brackets": Mistake(
        PAGE,
        "Here.",
        "[x] " * 600,
        "content/pages/en/about.md:1:1: found 601 opening brackets; expected at most 500 in a page. Split the page, or remove what does not belong in it.",
    ),
    "next page that is not there": Mistake(
        PAGE,
        "Next: /method/",
        "Next: /nowhere/",
        "content/pages/en/about.md:3:1: found `/nowhere/` after `Next:`; expected another text such as `/method/`, or a main room such as `/compare/`. Write its path, without the site's address.",
    ),
    "next page with a slip": Mistake(
        PAGE,
        "Next: /method/",
        "Next: /metod/",
        "content/pages/en/about.md:3:1: found `/metod/` after `Next:`; expected another text such as `/method/`, or a main room such as `/compare/`. Did you mean `/method/`?",
    ),
    "next page elsewhere": Mistake(
        PAGE,
        "Next: /method/",
        "Next: https://example.org/",
        "content/pages/en/about.md:3:1: found `https://example.org/` after `Next:`; expected another text such as `/method/`, or a main room such as `/compare/`. Write its path, without the site's address.",
    ),
    "text that every page links to": Mistake(
        "content/pages/en/accessibility.md",
        None,
        None,
        "content/pages/en/accessibility.md:1:1: found no such page; expected one, since the foot of every page links to it. Write it: `Title:` and `Description:`, an empty line, and the text.",
    ),
    "text without the heading": Mistake(
        "content/pages/en/contribute.md",
        " {#report-an-error}",
        "",
        "content/pages/en/contribute.md:1:1: found no heading with `{#report-an-error}`; expected one, since the foot of every page links to it. Add it to the heading that fits, as in `## Report an error {#report-an-error}`.",
    ),
    "text in the place of a room": Mistake(
        "content/pages/en/compare.md",
        None,
        "Title: A\nDescription: B\n\nC.\n",
        "content/pages/en/compare.md:1:1: found a page for `/compare/`, which is made from the data; expected an address of its own. Give the page's file another name.",
    ),
}

MISTAKES = YAML | MODELS | RULES | PROSE
