"""Templates compiled by our own rules write what Jinja's write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from generator.templating import environment, escaped

CALLS = """
{% macro cell(value, kind="plain", hint=None) %}<td class="{{ kind }}"{% if hint %} title="{{ hint }}"{% endif %}>{{ value }}</td>{% endmacro %}
{% macro row(head) %}<tr><th>{{ head }}</th>{{ caller(head|upper, number=2) }}</tr>{% endmacro %}
{% for word in words %}
  {% call(head, number=1) row(word) %}{{ cell(head, hint=loop.index ~ "<") }}{{ cell(*[head], **{"kind": number}) }}{% endcall %}
{% endfor %}
{% set kept %}{{ cell("&") }}{% endset %}{{ kept }}{{ joined("a", "<b>", sep=" & ") }}{{ joined(*words) }}{{ 1.5 }}{{ none }}{{ safe }}
"""
"""Every kind of call and of value that a template may have."""


class Bold:
    """Something that knows how it looks in HTML."""

    def __html__(self) -> str:
        return "<b>bold</b>"


def joined(*pieces: str, sep: str = ", ") -> str:
    return sep.join(pieces)


def test_templates_say_what_they_say_under_jinja_alone(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/calls.html").write_text(CALLS)
    ours = environment(tmp_path, tmp_path / "compiled")
    plain = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    names = {"words": ["one", "<two>"], "joined": joined, "safe": Markup("<i>'")}
    expected = plain.from_string(CALLS).render(names)
    assert "&lt;TWO&gt;" in expected and "a &amp; &lt;b&gt;" in expected and "1&lt;" in expected
    assert ours.get_template("calls.html").render(names) == expected
    again = environment(tmp_path, tmp_path / "compiled")  # as it was compiled before
    assert again.get_template("calls.html").render(names) == expected


def test_what_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/lacking.html").write_text("{{ thing.name }}")
    template = environment(tmp_path, tmp_path / "compiled").get_template("lacking.html")
    with pytest.raises(UndefinedError, match="thing"):
        template.render()
    with pytest.raises(UndefinedError, match="name"):
        template.render(thing=object())


@given(st.text() | st.builds(Markup, st.text()) | st.integers() | st.decimals() | st.just(Bold()) | st.none())
def test_a_value_is_escaped_as_the_library_promises(value: object) -> None:
    assert escaped(value) == escape(value)


@given(st.text(alphabet="<>&'\"ab"))
def test_signs_of_html_are_escaped(text: str) -> None:
    assert escaped(text) == escape(text)
