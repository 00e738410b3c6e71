"""The real settings for a synthetic country in the folder ``BENCHMARK``; pictures are not drawn, since no other generator draws any.

With ``BENCHMARK_PAGES_ALONE`` only what the others make, too: the pages.
"""

import os
import runpy
from pathlib import Path
from unittest.mock import patch

from generator.pelican_plugin import ElectionGenerator

HERE = Path(__file__).parent
globals().update({name: value for name, value in runpy.run_path(str(HERE.parent / "pelicanconf.py")).items() if name.isupper()})

output = ElectionGenerator.generate_output


def output_without(generator: ElectionGenerator, writer: object) -> None:
    """The output, without what is not compared. Here and not at once, since what writes is imported while the data are read."""
    from generator import building, exports, pictures, rendering, writing

    patch.object(pictures, "draw", lambda picture: b"a picture").start()
    patch.object(pictures, "_FEW", 10**9).start()  # in this process: another would not know of the line above
    if os.environ.get("BENCHMARK_PAGES_ALONE"):
        # Nothing compressed, no files of charts, no downloads.
        write = writing.SiteWriter.write
        patch.object(writing, "COMPRESSED", frozenset()).start()
        patch.object(rendering.Renderer, "chart", lambda renderer, chart: b"").start()
        patch.object(building, "csv", lambda chart: b"").start()
        patch.object(exports, "files", lambda dataset, date: []).start()
        pages_only = lambda writer, path, content: write(writer, path, content) if path.endswith(".html") else None  # noqa: E731
        patch.object(writing.SiteWriter, "write", pages_only).start()
    output(generator, writer)


patch.object(ElectionGenerator, "generate_output", output_without).start()

FOLDER = Path(os.environ["BENCHMARK"])
PATH = str(FOLDER / "content")
DATA_PATH = str(FOLDER / "data")
PICTURES_PATH = str(FOLDER / "pictures")
PLUGIN_PATHS = [str(HERE.parent)]
THEME = str(HERE.parent / "themes" / "editorial")
SOURCE_DATE_EPOCH = "1500000000"
SBOM = ""
