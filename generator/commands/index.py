"""``index``: which numbers does a report print where? Makes the evidence index from the report's text."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.evidence.index import FILE_NAME, write_evidence
from generator.evidence.indexing import make_evidence
from generator.evidence.report_text import split
from generator.files import match
from generator.model.reference import Report
from generator.problems import DataProblems, Place, Problem, did_you_mean
from generator.reading import read_yaml

HELP = "note which numbers a report prints where, so that every figure can be checked"

_LARGEST = 10_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The text, and which report it is."""
    parser.add_argument("text", type=Path, metavar="REPORT.txt", help="the report's plain text, in UTF-8")
    parser.add_argument("--id", required=True, help="the report: the name of its folder in data/reports/")


def run(data: Path, options: argparse.Namespace) -> int:
    """Write ``evidence.json`` beside the report's ``report.yaml``. Raises ``DataProblems`` for what stands in the way."""
    folder = data / "reports" / options.id
    shown = f"{data.name}/reports/{options.id}"
    known = sorted(path.parent.name for path in data.glob("reports/*/report.yaml"))
    if options.id not in known:
        remedy = did_you_mean(options.id, known) if known else "Write its report.yaml first."
        raise DataProblems(
            [Problem(Place(f"{data.name}/reports"), f"the unknown report `{options.id}`", "a folder with a report.yaml", remedy)]
        )
    report, problems = match(read_yaml(folder / "report.yaml", f"{shown}/report.yaml"), Report)
    if problems or report.entry is None:
        raise DataProblems(problems)
    text = report_text(options.text)
    passages = split(text, str(options.text), report.entry, report.document)
    evidence = make_evidence(options.id, text, passages)
    changed = write_evidence(evidence, folder / FILE_NAME)
    notes = [place.spot for place in evidence.places if place.spot.footnote is not None]
    numbers = sum(len(place.numbers) for place in evidence.places)
    print(
        f"{shown}/{FILE_NAME} {'written' if changed else 'is as it was'}: {len(evidence.places) - len(notes)} sections and annexes, "
        f"{len(notes)} footnotes, {numbers} numbers."
    )
    for spot in notes:
        if spot.section is None and spot.annex is None:
            print(f"Note: no text carries the mark of footnote {spot.footnote}; a citation of it cannot be checked for its section.")
    return 0


def report_text(path: Path) -> str:
    """The plain text of a report. Raises ``DataProblems`` for a file that is none."""

    def refused(found: str, expected: str, remedy: str) -> DataProblems:
        return DataProblems([Problem(Place(str(path)), found, expected, remedy)])

    try:
        if path.stat().st_size > _LARGEST:
            raise refused(
                f"a file of {path.stat().st_size} bytes", f"at most {_LARGEST} bytes", "Check that it is the plain text of a report."
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise refused(f"a file that cannot be read ({error.strerror})", "the report's plain text", "Check the path.") from None
    except UnicodeDecodeError as error:
        raise refused(
            f"a byte that is not UTF-8 at position {error.start}",
            "plain text in UTF-8",
            "Save the text as UTF-8; a PDF must be converted first.",
        ) from None
