"""Letters stand out from what they are drawn on (WCAG 2.2, 1.4.3): in light, in dark, on paper and in pictures."""

from __future__ import annotations

import re

import pytest

from generator.assets import looks
from tests.conftest import PROJECT

THEME = PROJECT / "themes/editorial"
CSS = THEME / "static/css"
LEAST = 4.5
"""For letters of any size; those of drawings are too small for less."""


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    """The colours of each scheme by their names; dark and print change those of light."""
    light, dark = (CSS / "10-tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    paper = (CSS / "90-media.css").read_text().partition("@media print")[2].partition("}")[0]
    named = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block)) for block in (light, dark, paper)]
    return {"light": named[0], "dark": named[0] | named[1], "print": named[0] | named[2]}


def test_contrast_is_computed_as_the_guidelines_do() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", ["light", "dark", "print", "pictures"])
def test_letters_of_drawings_stand_out_from_what_they_are_drawn_on(scheme: str) -> None:
    if scheme == "pictures":
        fills = {look: rule["fill"] for look, rule in looks(THEME).items() if "fill" in rule}
        grounds = {"paper": fills["paper"]}
    else:
        colours = schemes()[scheme]
        rules = re.findall(r"^\.drawing \.([a-z0-9-]+) \{ fill: var\(--([a-z-]+)\)", (CSS / "60-drawings.css").read_text(), re.MULTILINE)
        fills = {look: colours[name] for look, name in rules}
        grounds = {name: colours[name] for name in ("paper", "raised")}
    pairs = {(look, look.removeprefix("on-")): (fills[look], fills[look.removeprefix("on-")]) for look in fills if look.startswith("on-")}
    assert len(pairs) == 8
    pairs |= {(look, name): (fills[look], ground) for look in ("word", "quiet", "absent", "figure") for name, ground in grounds.items()}
    low = {pair: round(contrast(*colours), 2) for pair, colours in pairs.items() if contrast(*colours) < LEAST}
    assert low == {}
