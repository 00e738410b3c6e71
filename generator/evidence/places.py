"""What a citation names: a section, an annex, or a footnote that one of them carries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spot:
    """A place of a report: a section or an annex, or a footnote that one of them carries."""

    section: str | None = None
    annex: str | None = None
    footnote: int | None = None

    def __str__(self) -> str:
        names = []
        if self.section is not None:
            names.append(f"section {self.section}" if re.match(r"[IVXLC]+(?:\.|\Z)|\d", self.section) else f"section `{self.section}`")
        if self.annex is not None:
            names.append(f"annex {self.annex}")
        if self.footnote is not None:
            names.append(f"footnote {self.footnote}")
        return ", ".join(names) or "no place"


@dataclass
class Passage:
    """What stands at a place: its text, and the rows of its tables as their cells."""

    spot: Spot
    text: str
    rows: list[list[str]] = field(default_factory=list)
