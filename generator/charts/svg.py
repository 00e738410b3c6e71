"""The marks of a drawing as SVG. A chart has hundreds of them, on its page, alone and to be embedded, so no template writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from generator.charts.drawing import Box, Drawing, Line, Mark, Text


def within(marks: Iterable[Mark], url: Callable[[str], str]) -> Markup:
    """Marks for a page of the site: looks are classes, links lead to what ``url`` makes of a page's path."""
    return _joined(_linked(mark, _mark(mark, f' class="{mark.look}"', named=True), url) for mark in marks)


def alone(drawing: Drawing, looks: Mapping[str, Mapping[str, str]]) -> Markup:
    """The marks for a file of its own: each look is written out as attributes, and nothing is a link.

    Raises ``KeyError`` for a look that is not declared.
    """
    written = {
        look: "".join(f' {name}="{escape(value)}"' for name, value in looks[look].items()) for look in {m.look for m in drawing.marks}
    }
    return _joined(_mark(mark, written[mark.look], named=False) for mark in drawing.marks)


def _joined(marks: Iterable[str]) -> Markup:
    return Markup("".join(marks))  # noqa: S704 -- every word in it is escaped


def _linked(mark: Mark, written: str, url: Callable[[str], str]) -> str:
    if isinstance(mark, Line) or not mark.href:
        return written
    name, tags = (mark.name, mark.tags) if isinstance(mark, Box) else (None, ())
    label = f' aria-label="{escape(str(name))}"' if name else ""
    told = "".join(f' data-{tag}="{escape(words)}"' for tag, words in tags)
    return f'<a href="{escape(url(mark.href))}"{label}{told}>{written}</a>'


def _mark(mark: Mark, look: str, *, named: bool) -> str:
    match mark:
        case Text():
            anchor = "" if mark.anchor == "start" else f' text-anchor="{mark.anchor}"'
            weight = ' font-weight="600"' if mark.strong else ""
            return f'<text{look} x="{mark.x}" y="{mark.y}" font-size="{mark.size}"{anchor}{weight}>{escape(str(mark.text))}</text>'
        case Line():
            return f'<line{look} x1="{mark.x1}" y1="{mark.y1}" x2="{mark.x2}" y2="{mark.y2}"/>'
        case Box():
            box = f'<rect{look} x="{mark.x}" y="{mark.y}" width="{mark.width}" height="{mark.height}"'
            return f"{box}><title>{escape(str(mark.name))}</title></rect>" if named and mark.name else f"{box}/>"
