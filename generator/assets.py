"""Styles and scripts of the theme, joined and named by their content so that they can be kept forever."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asset:
    """A file to publish under ``path``; the name changes when the content does."""

    path: str
    content: bytes


def assets(theme: Path) -> dict[str, Asset]:
    """Every asset by the name that templates use: ``site.css`` joins the styles in order of name."""
    static = theme / "static"
    styles = b"\n".join(path.read_bytes() for path in sorted((static / "css").glob("*.css")))
    found = {"site.css": _named("site.css", styles)}
    for path in sorted((static / "js").glob("*.js")):
        found[path.name] = _named(path.name, path.read_bytes())
    for path in sorted((static / "images").glob("*")):
        found[path.name] = _named(path.name, path.read_bytes())
    return found


def _named(name: str, content: bytes) -> Asset:
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"/assets/{stem}.{digest}.{suffix}", content)
