"""The real settings, with an address that has a path, and an invented country's data and prose."""

import runpy
from pathlib import Path

HERE = Path(__file__).parent
globals().update({name: value for name, value in runpy.run_path(str(HERE.parents[1] / "pelicanconf.py")).items() if name.isupper()})

SITEURL = "https://example.org/elections"
PATH = str(HERE / "content")
DATA_PATH = str(HERE / "data")
PLUGIN_PATHS = [str(HERE.parents[1])]
THEME = str(HERE.parents[1] / "themes" / "editorial")
SOURCE_DATE_EPOCH = "1500000000"
