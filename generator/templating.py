"""The theme's templates, and the Python that Jinja makes of them: shorter than Jinja's own, since ours need less."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]  # pinned, and held by a test


def environment(theme: Path, compiled: Path) -> Environment:
    """Templates of the theme alone: everything escaped, nothing undefined, nothing borrowed.

    ``compiled`` is the folder of templates that were compiled before, by their content; it gets those that it lacks.
    """
    compiler = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    aside = compiled / f"{jinja2.__version__}-{compiler}"
    aside.mkdir(parents=True, exist_ok=True)
    made = _Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # all that there are; to know which were used lately takes longer than to keep them
        bytecode_cache=FileSystemBytecodeCache(str(aside)),
    )
    made.filters["plain"] = str  # of a text that may be marked with its language
    return made


def escaped(value: object) -> str:
    """A value as it may stand in HTML. As ``markupsafe.escape``, whose class for the answer costs several times the escaping."""
    if type(value) is str:
        text: str = escaped_text(value)
        return text
    return value if type(value) is Markup else escape(value)


class _Compiler(CodeGenerator):
    """Calls what a template calls and writes what it writes without asking for what none of ours has.

    Jinja asks of whatever is called whether it wants the context, and keeps the variables of loops for it.
    """

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in [*node.args, *node.kwargs]:
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")


class _Environment(Environment):
    """Whose templates have their globals in a dictionary; Jinja's map, which would follow changes, is slow to go through for each page."""

    code_generator_class = _Compiler
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}
