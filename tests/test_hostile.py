"""What a hostile pull request could bring: it ends in a message, in bounded memory and time, and the last good site stays.

Commands run as children that the system would kill if they took more than they may; a killed or crashed child has
another exit status than 2, and a traceback has other words.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import html5lib
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.links import Addresses
from generator.pages.prose import sanitised
from generator.prose_files import prose_problems
from tests.conftest import INVENTED, PROJECT

MEMORY = 512 << 20
"""Bytes of address space; a good build of the real site needs less than 300 MB."""
SECONDS = 20
"""Of the processor; a good check of the invented country needs less than one."""

FIGURES = "data/elections/2010-assembly/figures.yaml"
EVIDENCE = "data/reports/2010-report/evidence.json"
PAGE = "content/pages/en/about.md"
HEAD = "Title: About\nDescription: Us.\n\n"


def bounded(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=bound,
    )


def whole(text: str | bytes) -> Callable[[Path], None]:
    """Put this in place of the whole file."""

    def make(path: Path) -> None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def huge(path: Path) -> None:
    """A file of 50 MB (with holes, so that the test writes none of them)."""
    path.unlink(missing_ok=True)
    with path.open("wb") as handle:
        handle.truncate(50_000_000)


def link(target: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return make


def replaced(old: str, new: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return make


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def named(name: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.rename(path.parent / name)

    return make


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MARKS = "".join(f"a{number}: 1\n" for number in range(60_000))
DEEP = "".join(f"{'  ' * level}a:\n" for level in range(700))

ATTACKS: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "aliases that explode": ("data/topics.yaml", whole(BOMB), "data/topics.yaml:1:4: found an anchor or alias"),
    "an alias of itself": ("data/topics.yaml", whole("a: &a [*a]\n"), "data/topics.yaml:1:4: found an anchor or alias"),
    "brackets in brackets": ("data/topics.yaml", whole("[" * 900_000), "data/topics.yaml:1:18: found more than 16 levels of nesting"),
    "braces in braces": ("data/topics.yaml", whole("{a: " * 200_000), "found more than 16 levels of nesting"),
    "keys in keys": ("data/topics.yaml", whole("? " * 400_000), "data/topics.yaml:1:3: found a key that is not a word"),
    "levels without end": ("data/topics.yaml", whole(DEEP), "data/topics.yaml:18:35: found more than 16 levels of nesting"),
    "a number of 900,000 digits": (FIGURES, replaced("value: 100,", f"value: {'9' * 900_000},"), "figures.yaml:4:31: found the number `9999"),
    "a fraction of 900,000 digits": (FIGURES, replaced("value: 70.0", f"value: 0.{'3' * 900_000}"), "figures.yaml:9:12: found the number `0.3333"),
    "an exponent": (FIGURES, replaced("value: 70.0", "value: 1e999999999"), "which YAML may read as another number"),
    "a key of 900,000 letters": ("data/topics.yaml", whole(f"? {'a' * 900_000}\n: 1\n"), "found a key of 900000 characters"),
    "400,000 values": ("data/topics.yaml", whole(f"topics: [{'1,' * 400_000}]"), "found more than 50000 values"),
    "40,000 wrong entries": ("data/changes.yaml", whole(f"changes: [{'1,' * 40_000}]"), "data/changes.yaml:1:11: found `1` for an item of `changes`"),
    "60,000 unknown fields": ("data/site.yaml", whole(MARKS[:700_000]), "found more than 50000 values"),
    "20,000 unknown ids": (FIGURES, whole("report: 2010-report\nfigures:\n" + "".join(f"  voters.vot{n}: {{absence: withheld}}\n" for n in range(9_000))), "`absence: withheld` without a source"),
    "9,000 unknown indicators": (FIGURES, whole("report: 2010-report\nfigures:\n" + "".join(f"  voters.vot{n}: {{absence: not_in_report}}\n" for n in range(9_000))), "found the unknown indicator `voters.vot0`"),
    "a key 100,000 times": ("data/topics.yaml", whole("a: 1\n" * 100_000), "data/topics.yaml:101:1: found 100 mistakes up to here"),
    "nothing but control characters": ("data/topics.yaml", whole("\x01" * 900_000), "data/topics.yaml:1:1: found the invisible character U+0001"),
    "a NUL": ("data/topics.yaml", replaced("topics:", "topics:\0"), "data/topics.yaml:1:8: found the invisible character U+0000"),
    "text turned around": (FIGURES, replaced("Announced", "\u2067Announced"), "figures.yaml:12:79: found the invisible character U+2067"),
    "text in tags": (FIGURES, replaced("Announced", "\U000e0061nnounced"), "figures.yaml:12:79: found the invisible character U+E0061"),
    "text in selectors": (FIGURES, replaced("Announced", "A\U000e0100nnounced"), "figures.yaml:12:80: found the invisible character U+E0100"),
    "bytes that are no text": ("data/topics.yaml", whole(b"topics: \xc3\x28\n"), "data/topics.yaml:1:9: found the byte 0xC3, which is not UTF-8"),
    "UTF-16": ("data/topics.yaml", whole("topics: {}\n".encode("utf-16")), "data/topics.yaml:1:1: found the byte 0xFF"),
    "a call of Python": ("data/topics.yaml", whole("topics: !!python/object/apply:os.system [touch hacked]\n"), "data/topics.yaml:1:9: found the tag"),
    "a tag by another name": ("data/topics.yaml", whole("%TAG ! tag:yaml.org,2002:python/\n---\ntopics: !object/apply:os.system [x]\n"), "found the tag"),
    "50 MB of YAML": ("data/topics.yaml", huge, "data/topics.yaml:1:1: found a file of 50000000 bytes"),
    "50 MB of an index": (EVIDENCE, huge, "evidence.json:1:1: found a file of 50000000 bytes"),
    "50 MB of prose": (PAGE, huge, "about.md:1:1: found a file of 50000000 bytes"),
    "50 MB that nothing reads": ("data/more.yaml", huge, "data/more.yaml:1:1: found a file that nothing reads"),
    "an index in brackets": (EVIDENCE, whole("[" * 900_000), "evidence.json:1:1: found"),
    "an index with a huge number": (EVIDENCE, replaced('"footnote": 1,', f'"footnote": {"9" * 5000},'), "evidence.json:"),
    "an index with a huge row": (EVIDENCE, replaced('"row": ["",', f'"row": [{"0,".replace("0", chr(34) * 2) * 5000}'), "evidence.json:"),
    "an index of 20,000 places": (
        EVIDENCE,
        replaced('"places": [', '"places": [' + "".join(f'{{"section": "x{n}", "numbers": []}},' for n in range(20_000))),
        "",
    ),
    "a file that is a link": ("data/topics.yaml", link("/etc/passwd"), "data/topics.yaml:1:1: found a symbolic link"),
    "a file that never ends": ("data/topics.yaml", link("/dev/zero"), "data/topics.yaml:1:1: found a symbolic link"),
    "an index that never ends": (EVIDENCE, link("/dev/zero"), "evidence.json:1:1: found a symbolic link"),
    "a folder that is a link": ("data/elections/2010-assembly", link("/"), "data/elections/2010-assembly:1:1: found a symbolic link"),
    "all elections elsewhere": ("data/elections", link("/etc"), "data/elections:1:1: found a symbolic link"),
    "reforms elsewhere": ("data/reforms", link("/etc"), "data/reforms:1:1: found a symbolic link"),
    "a link to itself": ("data/loop", link("loop"), "data/loop:1:1: found a symbolic link"),
    "a link that nothing reads": ("data/secrets.txt", link("/etc/passwd"), "data/secrets.txt:1:1: found a symbolic link"),
    "a page that is a link": ("content/pages/en/passwd.md", link("/etc/passwd"), "content/pages/en/passwd.md:1:1: found a symbolic link"),
    "a page that never ends": (PAGE, link("/dev/zero"), "content/pages/en/about.md:1:1: found a symbolic link"),
    "all pages elsewhere": ("content/pages/kk", link("/etc"), "content/pages/kk:1:1: found a symbolic link"),
    "a pipe": ("data/topics.yaml", pipe, "data/topics.yaml:1:1: found something that is no file"),
    "a folder for a file": ("data/topics.yaml", a_folder, "found something that is no file"),
    "an election that climbs": ("data/elections/2010-assembly", named("..2010"), "in the folder `..2010`"),
    "an election in two lines": ("data/elections/2010-assembly", named("2010\n::error::x"), r"2010\n::error::x"),
    "a report with a capital": ("data/reports/2010-report", named("2010 Report"), "found the folder `2010 Report`"),
    "an id that climbs": ("data/reforms/all.yaml", replaced("id: count-law", "id: ../../../etc"), "all.yaml:11:6: found `../../../etc`"),
    "a language that climbs": ("data/site.yaml", replaced("code: kk", "code: ../kk"), "site.yaml:7:6: found `../kk`"),
    "an address that is a script": ("data/site.yaml", replaced("https://creative", "javascript://creative"), "site.yaml:10:1: found `javascript:"),
    "markup with a script": (FIGURES, replaced("Announced", "<script>alert(1)</script>"), "found markup"),
    "a formula in parentheses": ("data/elections/2014-assembly/figures.yaml", replaced("100 * voters.voted", "(" * 250), "something that is no arithmetic"),
    "a formula that grows": ("data/elections/2014-assembly/figures.yaml", replaced("100 * voters.voted", "99999999999999999 * 99999999999999999 * voters.voted"), "a result of more than 18 digits"),
    "a formula beyond numbers": ("data/elections/2014-assembly/figures.yaml", replaced("100 * voters.voted", "9e999 * voters.voted"), "a number of more than 18 digits"),
    "a formula that runs": ("data/elections/2014-assembly/figures.yaml", replaced("100 * voters.voted", "__import__('os').system('touch hacked')"), "figures.yaml:12:5: found"),
    "40,000 brackets in prose": (PAGE, whole(HEAD + "[" * 40_000), "found 40000 opening brackets"),
    "lists in lists in prose": (PAGE, whole(HEAD + "1. " * 1_200), "about.md:4:1: found lists or quotations far inside each other"),
    "quotations in quotations": (PAGE, whole(HEAD + ">" * 3_000), "about.md:4:1: found lists or quotations far inside each other"),
    "a script in prose": (PAGE, whole(HEAD + "<script>alert(1)</script>"), "about.md:4:1: found HTML (`<script`)"),
    "a comment in prose": (PAGE, whole(HEAD + "x <!-- hidden -->"), "about.md:4:3: found HTML (`<!--`)"),
    "a picture from elsewhere": (PAGE, whole(HEAD + "![x](https://example.org/x.png)"), "about.md:4:1: found an image"),
    "a link that runs": (PAGE, whole(HEAD + "[x](javascript:alert(1))"), "about.md:4:5: found a link to `javascript:alert(1`"),
    "a link with data": (PAGE, whole(HEAD + "[x]( data:text/html;base64,xx )"), "about.md:4:6: found a link to `data:text/html;base64,xx`"),
    "a link over two lines": (PAGE, whole(HEAD + "[x][y]\n\n[y]:\n  javascript:alert(1)"), "about.md:6:5: found a link to nothing"),
    "a file copied by a link": (PAGE, whole(HEAD + "[x]({attach}/../../../../../../etc/passwd)"), "about.md:4:5: found a link to `{attach}"),
    "a file copied in the old way": (PAGE, whole(HEAD + "[x](|static|/../../etc/passwd)"), "about.md:4:5: found a link to `|static|"),
    "a page written elsewhere": (PAGE, whole("Title: About\nDescription: Us.\nSave_as: ../../evil.html\n\nText.\n"), "found the unknown field `Save_as`"),
    "a page with another's template": (PAGE, whole("Title: About\nDescription: Us.\nTemplate: base\n\nText.\n"), "found the unknown field `Template`"),
    "prose turned around": (PAGE, whole(HEAD + "x\u202ey"), "about.md:4:2: found the invisible character U+202E"),
    "prose turned around by name": (PAGE, whole(HEAD + "x&#8238;y"), "about.md:4:2: found the invisible character U+202E, written `&#8238;`"),
    "a NUL in prose": (PAGE, whole(HEAD + "x\0y"), "about.md:4:2: found the invisible character U+0000"),
    "prose that is no text": (PAGE, whole(b"Title: \xff\n"), "about.md:1:8: found the byte 0xFF"),
}  # fmt: skip


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a published site; copied for each attack."""
    project = tmp_path_factory.mktemp("good") / "project"
    project.mkdir()
    for name in ("generator", "themes"):
        shutil.copytree(PROJECT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(PROJECT / name, project)
    for name in ("data", "content"):
        shutil.copytree(INVENTED / name, project / name)
    done = bounded(project, "build")
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def attacked(good: Path, tmp_path: Path) -> Path:
    """The good project with data and content of its own, and the same generator and site."""
    for name in ("data", "content"):
        shutil.copytree(INVENTED / name, tmp_path / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(good / name, tmp_path)
    for name in ("generator", "themes"):
        (tmp_path / name).symlink_to(good / name)
    return tmp_path


def refused(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 2, done.stderr[-2000:]
    assert "Traceback" not in done.stderr + done.stdout
    assert said in done.stderr, done.stderr[:2000]
    assert "the last good site is untouched" in done.stderr
    assert len(done.stderr.encode()) < 500_000
    assert all(len(line) < 2_500 for line in done.stderr.splitlines())


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_ends_in_a_message(attack: str, attacked: Path) -> None:
    file, make, said = ATTACKS[attack]
    make(attacked / file)
    done = bounded(attacked, "check")
    if said:
        refused(done, said)
    else:
        assert done.returncode == 0, done.stderr  # much, but nothing wrong
    assert not (attacked / "hacked").exists()


BUILT = ["aliases that explode", "50 MB of prose", "a page that never ends", "a file that never ends", "lists in lists in prose", "a page written elsewhere", "a file copied by a link"]  # fmt: skip


def site(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in (project / "output").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def published(good: Path) -> dict[str, bytes]:
    return site(good)


@pytest.mark.parametrize("attack", BUILT)
def test_the_last_good_site_stays(attack: str, good: Path, published: dict[str, bytes]) -> None:
    file, make, said = ATTACKS[attack]
    try:
        make(good / file)
        refused(bounded(good, "build"), said)
        assert site(good) == published
    finally:
        for name in ("data", "content"):
            shutil.rmtree(good / name)
            shutil.copytree(INVENTED / name, good / name)


@pytest.mark.parametrize("name", ["elections", "kk", "data"])
def test_a_page_cannot_take_the_place_of_one_made_from_the_data(name: str, good: Path, published: dict[str, bytes]) -> None:
    """Files that did not change are shared with the last good site, which a second writing would reach."""
    page = good / f"content/pages/en/{name}.md"
    page.write_text(HEAD + "Evil.\n")
    try:
        refused(bounded(good, "build"), f"found a page for `/{name}/`, which is made from the data")
        assert site(good) == published
    finally:
        page.unlink()


def test_what_pelican_would_copy_ends_the_build_even_if_nobody_saw_the_link(good: Path, published: dict[str, bytes]) -> None:
    """The second lock: were the first one picked, nothing outside of content/ is published all the same."""
    first = good / "generator/prose_files.py"
    text, page = first.read_text(), good / PAGE
    try:
        first.write_text(text.replace("    problems = list(links_in", "    return []\n    problems = list(links_in", 1))
        page.write_text(HEAD + "[x]({static}/../../../../../../../../../etc/passwd)\n")
        done = bounded(good, "build")
        assert done.returncode == 2 and "asks Pelican to copy files" in done.stderr
        assert site(good) == published
    finally:
        first.write_text(text)
        shutil.copy(INVENTED / PAGE, page)


HARMFUL = ["", '<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>', '<iframe src="data:text/html,x"></iframe> <a href="JaVaScRiPt:alert(1)">x</a> <a href=" javascript:alert(1)">x</a>', '<a href="java&#10;script:alert(1)">x</a> <a href="data:text/html,x">x</a> <a href="//example.org">x</a> <a href="vbscript:x">x</a>', "<style>*{display:none}</style> <link rel=stylesheet href=x> <form action=x><input><button formaction=x></form> <base href=x>", '<meta http-equiv=refresh content=0> <object data=x></object> <embed src=x> <video src=x></video> <p style="x" onclick="x" id="x">x</p>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math> <noscript><p title="</noscript><img', 'src=x onerror=alert(1)>"></noscript> <textarea><img src=x></textarea> <!-- x --> <a href="https://example.org/" target=_blank ping=x>x</a>', ""]  # fmt: skip

ALLOWED = {"html", "head", "body", "p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "a", "em", "strong", "code", "pre"}
ALLOWED |= {"blockquote", "table", "thead", "tbody", "tr", "th", "td", "abbr", "br", "hr"}


def harmless(html: str) -> None:
    cleaned = str(sanitised(html, Addresses("", "")))
    for element in html5lib.parse(cleaned, namespaceHTMLElements=False).iter():
        assert element.tag in ALLOWED, cleaned
        assert set(element.attrib) <= {"href", "scope", "title", "id"}, cleaned
        target = element.attrib.get("href", "/")
        assert target.startswith(("https://", "#", "/")) and not target.startswith("//"), cleaned


@pytest.mark.parametrize("html", ["".join(HARMFUL), *HARMFUL])
def test_what_passed_the_first_look_is_sanitised(html: str) -> None:
    harmless(html)


def test_links_of_a_text_stay_in_its_language_but_for_the_downloads() -> None:
    html = '<a href="/method/">m</a> <a href="/changes.atom">c</a> <a href="/data/v1/figures.csv">f</a>'
    found = re.findall('href="([^"]*)"', str(sanitised(html, Addresses("/e", "/kk"))))
    assert found == ["/e/kk/method/", "/e/kk/changes.atom", "/e/data/v1/figures.csv"]


PIECES = ["[x]", "(", ")", "javascript:x", "<", ">", "a", " ", "\n", "\n\n", "https://e.org", "[x]: ", "&#106;", "&lt;", "`", "```\n", "*", "|", "{", "}"]  # fmt: skip
PIECES += [
    "![",
    "]",
    "[",
    "onclick=x",
    ".a",
    "#b",
    "{:",
    "/c/",
    "//d.org",
    "data:,x",
    '"',
    "'",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\\",
    "&colon;",
    "\t",
    "</",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_where_the_first_look_finds_nothing_the_sanitiser_leads_nowhere_else(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever is made of these pieces is refused, or becomes plain markup with sound links; and Markdown does not fail on it."""
    page = tmp_path_factory.getbasetemp() / "prose/pages/en/x.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(HEAD + text)
    if not prose_problems(page.parents[2]):
        extensions = ["markdown.extensions.extra", "markdown.extensions.codehilite"]
        harmless(markdown.markdown(text, extensions=extensions, output_format="html"))
