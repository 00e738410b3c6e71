"""The real settings for a synthetic country in the folder ``BENCHMARK``; pictures are not drawn, since no other generator draws any.

With ``BENCHMARK_PAGES_ALONE`` only what the others make, too: the pages.
"""

import os
import runpy
from pathlib import Path
from unittest.mock import patch

from generator import exports, pelican_plugin, pictures, rendering, writing
from generator.writing import SiteWriter

HERE = Path(__file__).parent
globals().update({name: value for name, value in runpy.run_path(str(HERE.parent / "pelicanconf.py")).items() if name.isupper()})

patch.object(pictures, "draw", lambda picture: b"a picture").start()
patch.object(pictures, "_FEW", 10**9).start()  # in this process: another would not know of the line above

if os.environ.get("BENCHMARK_PAGES_ALONE"):
    # Nothing compressed, no files of charts, no downloads.
    write = SiteWriter.write
    patch.object(writing, "COMPRESSED", frozenset()).start()
    patch.object(rendering.Renderer, "chart", lambda renderer, chart: b"").start()
    patch.object(pelican_plugin, "csv", lambda chart: b"").start()
    patch.object(exports, "files", lambda dataset, date: []).start()
    patch.object(
        SiteWriter, "write", lambda writer, path, content: write(writer, path, content) if path.endswith(".html") else None
    ).start()

FOLDER = Path(os.environ["BENCHMARK"])
PATH = str(FOLDER / "content")
DATA_PATH = str(FOLDER / "data")
PICTURES_PATH = str(FOLDER / "pictures")
PLUGIN_PATHS = [str(HERE.parent)]
THEME = str(HERE.parent / "themes" / "editorial")
SOURCE_DATE_EPOCH = "1500000000"
SBOM = ""
