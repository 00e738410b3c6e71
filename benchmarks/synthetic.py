"""An invented country of any size, as a data folder that the loader accepts: for `make bench` and tests/test_growth.py.

``python benchmarks/synthetic.py FOLDER ELECTIONS INDICATORS THREADS`` writes one. The same numbers always give the same bytes.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path

Node = Mapping[str, "Node"] | list["Node"] | str | int | bool | datetime.date
TOPICS = 10
CONTESTANTS = 4
_FIRST = datetime.date(1900, 3, 4)
_ASKED = 3
"""Reports that make the request of a thread."""

_TEXTS = ("about", "method", "contribute", "accessibility")
"""Those that every site has."""

_LANGUAGES = {"en": "English", "kk": "Қазақша", "ru": "Русский"}
_WORDS = {
    "en": "voters counted ballots in every district while observers from several groups watched the commission at work",
    "kk": "сайлаушылар барлық округтерде бюллетень санады ал байқаушылар бірнеше топтан комиссияның жұмысын қарады деп жазылған",
    "ru": "избиратели считали бюллетени во всех округах а наблюдатели от нескольких групп смотрели за работой комиссии каждый",
}


def write(folder: Path, elections: int, indicators: int, threads: int) -> None:
    """Write ``data/`` and ``content/`` into a folder."""
    ids = [f"{_day(number).isoformat()}-assembly" for number in range(elections)]
    requests: list[list[int]] = [[] for _ in ids]
    for thread in range(threads):
        for report in {(thread * 7 + step * 13) % elections for step in range(_ASKED)}:
            requests[report].append(thread)
    data = folder / "data"
    _yaml(
        data / "site.yaml",
        {
            "title": _text("Elections in Ruritania", 0, 0),
            "tagline": _text("Tagline", 1, 6),
            "country": {"en": "Ruritania"},
            "languages": [{"code": code, "name": name} for code, name in _LANGUAGES.items()],
            "data_licence": "CC-BY-4.0",
            "data_licence_name": "Creative Commons Attribution 4.0 International",
            "data_licence_address": "https://creativecommons.org/licenses/by/4.0/",
            "glance": [_indicator(0), _indicator(1)],
        },
    )
    topics: Node = {f"topic-{t}": {"label": _text("Topic", t, 2), "description": _text("About", t, 8)} for t in range(TOPICS)}
    _yaml(data / "topics.yaml", {"topics": topics})
    _yaml(data / "indicators.yaml", {"indicators": {_indicator(i): _declared(i) for i in range(indicators)}})
    parties: Node = {f"party_{c}": {"kind": "party", "name": _text("Party", c, 1)} for c in range(CONTESTANTS)}
    _yaml(data / "contestants.yaml", {"contestants": parties})
    change: Node = {"id": "first", "date": _day(elections), "title": {"en": "First"}, "text": {"en": "All of it."}}
    _yaml(data / "changes.yaml", {"changes": [change]})
    reforms = [_reform(number, id) for number, id in enumerate(ids)]
    _yaml(data / "reforms/all.yaml", {"reforms": reforms})
    last: Node = {"report": _report(ids[-1]), "section": "II"}
    asked: Node = {
        f"thread-{t}": {"title": _text("Request", t, 1), "topic": _topic(t), "asks": _text("Asks", t, 1)}
        | {"reading": {"state": "open", "text": {"en": f"Open {t}"}, "source": last}}
        for t in range(threads)
    }
    _yaml(data / "threads.yaml", {"threads": asked})
    for number, id in enumerate(ids):
        _write_election(data, number, id, indicators, requests[number])
    for code in _LANGUAGES:
        prose = folder / "content/pages" / code
        prose.mkdir(parents=True)
        for slug in _TEXTS:
            text = f"Title: {slug}\nDescription: How it was made.\n\n## Errors {{#report-an-error}}\n\n{_words(code, 1, 200)}\n"
            (prose / f"{slug}.md").write_text(text, encoding="utf-8")


def _write_election(data: Path, number: int, id: str, indicators: int, requests: list[int]) -> None:
    day, report = _day(number), _report(id)
    votes = [(100_000 - 20_000 * c + number * 7, f"{40 - 8 * c}.{number % 100:02}", 40 - c) for c in range(CONTESTANTS)]
    values = [_value(i, number) for i in range(indicators)]
    folder = data / "elections" / id
    facts: dict[str, Node] = {"body": "assembly", "kind": "presidential" if number % 4 == 3 else "parliamentary", "early": False}
    name: dict[str, Node] = {"name": _text("Election of", day.year, 2), "short": _text("Election", number, 0), "date": day}
    _yaml(
        folder / "election.yaml",
        {**name, **facts, "reports": [report], "summary": _text("Summary", number, 20), "source": {"section": "I"}},
    )
    _yaml(
        folder / "figures.yaml",
        {
            "report": report,
            "figures": {_indicator(i): {"value": value, "source": {"section": "II"}} for i, (value, _) in enumerate(values)},
        },
    )
    rows: list[Node] = [
        {"contestant": f"party_{c}", "votes": v, "percent": _Plain(percent), "seats": seats} for c, (v, percent, seats) in enumerate(votes)
    ]
    _yaml(
        folder / "results.yaml",
        {
            "report": report,
            "contests": [{"contest": "presidential" if number % 4 == 3 else "list", "source": {"annex": "I"}, "results": rows}],
        },
    )
    found: list[Node] = [{"topic": _topic(t), "text": _text("Found", number + t, 15), "source": {"section": "II"}} for t in range(TOPICS)]
    _yaml(folder / "findings.yaml", {"report": report, "findings": found})
    folder = data / "reports" / report
    about: dict[str, Node] = {"title": _text("Report of", day.year, 2), "short": _text("Report", number, 0), "kind": "final_report"}
    parts: list[Node] = [{"id": id, "title": {"en": title}} for id, title in (("I", "Summary"), ("II", "The rules"))]
    _yaml(
        folder / "report.yaml",
        {**about, "publisher": {"en": "The observers"}, "published": day + datetime.timedelta(30), "place": {"en": "Strelsau"}}
        | {"elections": [id], "sections": parts, "annexes": [{"id": "I", "title": {"en": "Results"}}]},
    )
    recommendations: list[Node] = [
        {
            "number": position,
            "priority": position < 4,
            "heading": _text("Heading", position % 5, 1),
            "topic": _topic(thread),
            "section": "II",
        }
        | {"text": _text("The body should see that", thread, 15), "threads": [f"thread-{thread}"]}
        for position, thread in enumerate(requests, start=1)
    ]
    _yaml(folder / "recommendations.yaml", {"recommendations": recommendations})
    table = [[str(v), f"{float(percent):g}%", str(seats)] for v, percent, seats in votes]
    places = [
        {"section": "I", "numbers": [day.isoformat()]},
        {"section": "II", "numbers": sorted({printed for _, printed in values if printed})},
        {"annex": "I", "numbers": sorted({cell for row in table for cell in row})},
        *({"annex": "I", "row": row} for row in table),
    ]
    index = {"report": report, "text": hashlib.sha256(report.encode()).hexdigest(), "places": places}
    (folder / "evidence.json").write_text(json.dumps(index), encoding="utf-8")


def _reform(number: int, election: str) -> Node:
    when: dict[str, Node] = {"id": f"law-{number}", "when": {"day": _day(number)}, "kind": "law", "topics": [_topic(number)]}
    source: Node = {"report": _report(election), "section": "I"}
    return {**when, "title": _text("Law", number, 3), "after": _text("After", number, 12), "source": source}


def _declared(i: int) -> Node:
    unit = ("count", "percent", "boolean", "choice", "text")[i % 5]
    choices: dict[str, Node] = {"choices": {"one": {"en": "The one"}, "other": {"en": "The other"}}} if unit == "choice" else {}
    entry: dict[str, Node] = {
        "topic": _topic(i),
        "unit": unit,
        "applies_to": "all",
        "label": _text("Indicator", i, 2),
        "definition": _text("What", i, 8),
    }
    return {**entry, **choices}


def _value(i: int, election: int) -> tuple[Node, str]:
    """The value of an indicator in an election, and how the report prints it (empty if not as a number)."""
    changing = election // (1 + i % 3)
    match i % 5:
        case 0:
            return 1000 + i * 11 + changing * 3, str(1000 + i * 11 + changing * 3)
        case 1:
            return _Plain(f"{(i + changing) % 90 + 5}.5"), f"{(i + changing) % 90 + 5}.5%"
        case 2:
            return changing % 2 == 0, ""
        case 3:
            return "one" if changing % 2 else "other", ""
    return _text("Rule", changing, 10), ""


class _Plain(str):
    """A number as it is to be printed."""


def _day(number: int) -> datetime.date:
    return _FIRST + datetime.timedelta(70 * number)


def _topic(number: int) -> str:
    return f"topic-{number % TOPICS}"


def _indicator(number: int) -> str:
    return f"topic.indicator_{number}"


def _report(election: str) -> str:
    return f"{election}-report"


def _words(code: str, seed: int, count: int) -> str:
    words = _WORDS[code].split()
    return " ".join(words[(seed * 5 + step * (1 + seed % 7)) % len(words)] for step in range(count))


def _text(start: str, number: int, count: int) -> Node:
    """A text in every language that no other number has."""
    return {code: f"{start} {number} {_words(code, number, count)}".strip() for code in _LANGUAGES}


def _yaml(path: Path, entries: Mapping[str, Node]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for key, value in entries.items():
        lines += (
            [f"{key}:", *(f"  {json.dumps(name)}: {_flow(inner)}" for name, inner in value.items())]
            if isinstance(value, Mapping) and len(value) > 3
            else [f"{key}: {_flow(value)}"]
        )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _flow(value: Node) -> str:
    match value:
        case _Plain() | datetime.date():
            return str(value)
        case Mapping():
            return "{" + ", ".join(f"{json.dumps(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
