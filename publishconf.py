"""Settings of the published site: the address comes from the environment of the machine that publishes."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generator.writing import PUBLISHED_QUALITY
from pelicanconf import *  # noqa: F403

BROTLI_QUALITY = PUBLISHED_QUALITY
SITEURL = os.environ.get("SITE_ADDRESS", "")
REPOSITORY = os.environ.get("SITE_REPOSITORY", "")
