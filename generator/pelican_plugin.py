"""The site's generator as a Pelican plugin: the only module that knows Pelican.

Pelican reads the settings and the prose; this plugin adds the pages and downloads made from data.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from generator.ahead import begun
from generator.annotations import workflow_commands
from generator.problems import DataProblems, Place, Problem


class ElectionGenerator(Generator):  # type: ignore[misc]
    """Writes everything that is made from the data folder (setting ``DATA_PATH``)."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Load and check everything. Ends the build with the editors' messages if anything is wrong, before Pelican reads a page."""
        super().__init__(*arguments, **named)
        loading = begun(Path(self.settings["DATA_PATH"]), Path(self.settings["PATH"]))
        from generator import building

        self.building = building
        building.prepare()
        try:
            self.dataset = loading.made()
        except DataProblems as problems:
            raise self._refused(problems) from None

    def generate_context(self) -> None:
        """Refuse what Pelican would copy from wherever a page points; it comes before Pelican's generator of such files."""
        if copied := sorted(self.context["static_links"]):
            raise ValueError(f"a page asks Pelican to copy files: {', '.join(copied)}")

    def generate_output(self, writer: Any) -> None:
        """Write pages of every language, assets and downloads."""
        del writer  # Pelican's own writer copies every context; see HACKING.md
        pages = [(page, page.metadata) for one in self.context["pages"] for page in (one, *one.translations)]
        prose = [
            self.building.Prose(page.slug, page.lang, page.title, told.get("description", ""), page.content, told.get("next", ""))
            for page, told in pages
        ]
        try:
            self.building.Building(self.dataset, prose, {**self.settings, "THEME": self.theme, "OUTPUT_PATH": self.output_path}).write()
        except self.building.AddressTakenError as taken:
            # Texts have addresses of their own by now (checking.addresses): it is two ids of the data that make one.
            place, found = Place(Path(self.settings["DATA_PATH"]).name), f"two files for `{taken.path.removesuffix('index.html')}`"
            problem = Problem(place, found, "an address for each", "Two ids of the data make it: give one of them another.")
            raise self._refused(DataProblems([problem])) from None
        except OSError as error:  # a full disk, which does not say of what; a folder that cannot be written
            print(
                f"{error.filename or self.output_path}: {error.strerror}. Nothing was published; the last good site is untouched.",
                file=sys.stderr,
            )
            raise SystemExit(2) from None

    def _refused(self, problems: DataProblems) -> SystemExit:
        """The end of a build that editors can mend: their messages, and no traceback."""
        print(problems.report(), file=sys.stderr)
        print(workflow_commands(problems.problems, Path(self.settings["DATA_PATH"]).parent), end="", file=sys.stderr)
        return SystemExit(problems.exitcode)


def generators(pelican: Any) -> type[Generator]:
    """Tell Pelican of the generator. A named function: Pelican drops lambdas."""
    del pelican
    return ElectionGenerator


def register() -> None:
    """Called by Pelican: before any generator is made, so that ours can be among them."""
    signals.get_generators.connect(generators)
