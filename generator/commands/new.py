"""``new``: begin an election. Writes its files, and those of its report, ready to be filled in."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.index import report_text
from generator.evidence.contents import days_on_title_page
from generator.evidence.index import FILE_NAME, written
from generator.files import Files, read_files
from generator.problems import DataProblems, Place, Problem
from generator.schemas import write_schemas
from generator.schemas.kinds import FOLDER
from generator.starting.election import election_file, findings_file, results_file
from generator.starting.figures import figures_file
from generator.starting.folders import write_folders
from generator.starting.plan import Asked, Plan, plan
from generator.starting.report import Draft, draft

HELP = "begin an election: write its files and its report's, with every indicator as not yet entered"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The ids, and what cannot be worked out from them."""
    parser.add_argument("election", metavar="ID", help="the election: `<year>-<body>`, the name of its new folder")
    parser.add_argument("report", metavar="REPORT", help="the report about it: the name of its folder, which is made if it is not there")
    parser.add_argument("--text", type=Path, help="the report's plain text, in UTF-8: its sections are listed and its numbers indexed")
    parser.add_argument("--date", help="day of the election, YYYY-MM-DD (default: the one on the title page of the text)")
    parser.add_argument("--published", help="day of the report, YYYY-MM-DD (default: the last one on the title page of the text)")
    parser.add_argument("--kind", help="what is elected; needed for the first election of a body")


def run(data: Path, options: argparse.Namespace) -> int:
    """Write the folders and say what comes next. Raises ``DataProblems`` for what stands in the way; then nothing is written."""
    files = read_files(data)
    if files.topics.entry is None or files.indicators.entry is None:
        raise DataProblems(files.problems)
    text = report_text(options.text) if options.text else None
    asked = Asked(options.election, options.report, options.kind, options.date, options.published)
    made = plan(asked, files, days_on_title_page(text) if text else [])
    report = _report(made, text, options, data)
    evidence = report.evidence if report else files.evidence.get(made.report)
    folders = {
        f"elections/{made.id}": {
            "election.yaml": election_file(made, files, evidence),
            "figures.yaml": figures_file(made, files),
            "results.yaml": results_file(made),
            "findings.yaml": findings_file(made, files),
        }
    }
    if report:
        index = {FILE_NAME: written(report.evidence)} if report.evidence else {}
        folders = {f"reports/{made.report}": {"report.yaml": report.yaml, **index}, **folders}
    try:
        write_folders(data, folders)
    except OSError as error:
        found = f"a folder that cannot be written ({error.strerror or error})"
        raise DataProblems([Problem(Place(data.name), found, "room for new folders", "Check that they are not there already.")]) from None
    for path, contents in folders.items():
        print(f"Wrote {data.name}/{path}/: {', '.join(contents)}.")
    _say_what_is_next(asked, made, report, files, data)
    return 0


def _report(made: Plan, text: str | None, options: argparse.Namespace, data: Path) -> Draft | None:
    """The new report's draft; ``None`` for a report that is there."""
    if made.new_report:
        return draft(made, text, str(options.text))
    if text is not None:
        remedy = f"Leave `TEXT=` out; to read the text again, run `make index REPORT={made.report} TEXT=...`."
        place = Place(f"{data.name}/reports/{made.report}")
        raise DataProblems([Problem(place, "a text for a report that is there already", "the text of a new report", remedy)])
    return None


def _say_what_is_next(asked: Asked, made: Plan, report: Draft | None, files: Files, data: Path) -> None:
    known = files.reports.get(made.report)
    for note in report.notes if report else []:
        print(f"Note: {note}")
    if known and known.entry and made.id not in known.entry.elections:
        print(f"Note: add `{made.id}` to `elections` in {data.name}/reports/{made.report}/report.yaml.")
    if asked.date is None and made.date_known:
        print(f"Note: the day of the election, {made.date}, and of the report, {made.published}, were read off the title page: check them.")
    if not made.date_known:
        print(f"Note: {made.date} in election.yaml is a placeholder for the day of the election.")
    schemas, now = data.parent / FOLDER, read_files(data)
    if schemas.is_dir() and not now.problems:  # so that editors of YAML offer the new ids
        write_schemas(now, schemas)
    print("Next: `make html` builds the site with the new election; `make progress` lists what is open.")
