"""The real settings for a synthetic country in the folder ``BENCHMARK``; pictures are not drawn, since no other generator draws any."""

import os
import runpy
from pathlib import Path

from generator import pictures

HERE = Path(__file__).parent
globals().update({name: value for name, value in runpy.run_path(str(HERE.parent / "pelicanconf.py")).items() if name.isupper()})

pictures.draw = lambda picture: b"a picture"
pictures._FEW = 10**9  # in this process: another would not know of the line above

FOLDER = Path(os.environ["BENCHMARK"])
PATH = str(FOLDER / "content")
DATA_PATH = str(FOLDER / "data")
PICTURES_PATH = str(FOLDER / "pictures")
PLUGIN_PATHS = [str(HERE.parent)]
THEME = str(HERE.parent / "themes" / "editorial")
SOURCE_DATE_EPOCH = "1500000000"
SBOM = ""
