"""Styles, scripts and pictures of the theme, named by their content so that they can be kept forever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

TOKENS = "10-tokens.css"
"""The style sheet that declares the colours."""

LOOKS = "60-drawings.css"
"""The style sheet that colours the marks of drawings: one rule ``.drawing .<look> { … }`` for each look."""

_TOKEN = re.compile(r"--([a-z-]+):\s*([^;]+);")
_LOOK = re.compile(r"^\.drawing \.([a-z0-9-]+) \{([^{}]*)\}$", re.MULTILINE)
_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")


class Asset(NamedTuple):
    """A file to publish under ``path``; the name changes when the content does."""

    path: str
    content: bytes


def assets(theme: Path) -> dict[str, Asset]:
    """Every asset by the name that templates use: ``site.css`` joins the styles in order of name.

    A font that a style sheet names as ``url(name.woff2)`` gets the name under which it is published.
    """
    static = theme / "static"
    found = {path.name: named(path.name, path.read_bytes()) for path in sorted((static / "fonts").glob("*.woff2"))}
    styles = b"\n".join(path.read_bytes() for path in sorted((static / "css").glob("*.css")))
    for name, font in found.items():
        styles = styles.replace(f"url({name})".encode(), f"url({font.path.rpartition('/')[2]})".encode())
    found["site.css"] = named("site.css", styles)
    for path in sorted((static / "js").glob("*.js")):
        found[path.name] = named(path.name, path.read_bytes())
    for path in sorted((static / "images").glob("*")):
        found[path.name] = named(path.name, path.read_bytes())
    return found


def colours(theme: Path) -> dict[str, str]:
    """The light colours by name (``accent``), for what is no page of the site."""
    tokens = (theme / "static" / "css" / TOKENS).read_text(encoding="utf-8")
    return dict(_TOKEN.findall(tokens[: tokens.index("}")]))  # the first block is the light one


def looks(theme: Path) -> dict[str, dict[str, str]]:
    """The light look of every mark, as SVG's own attributes: for pictures that stand alone, without our style sheet."""
    light = colours(theme)
    found = {}
    for look, rule in _LOOK.findall((theme / "static" / "css" / LOOKS).read_text(encoding="utf-8")):
        pairs = [declaration.split(":", 1) for declaration in rule.split(";") if declaration.strip()]
        found[look] = {name.strip(): _VARIABLE.sub(lambda match: light[match[1]], value.strip()) for name, value in pairs}
    return found


def named(name: str, content: bytes) -> Asset:
    """A file under a name that tells its content."""
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"/assets/{stem}.{digest}.{suffix}", content)
