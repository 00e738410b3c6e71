"""Settings of the site as built on your own machine; ``publishconf.py`` adds those of the published one."""

import os

from generator.writing import QUICK_QUALITY

SITENAME = "site"  # the title stands in data/site.yaml, in every language
SITEURL = ""
REPOSITORY = ""
SOURCE_DATE_EPOCH = os.environ.get("SOURCE_DATE_EPOCH", "")
PREVIOUS_SITE = os.environ.get("PREVIOUS_SITE", "")  # files that did not change are taken over from it

PATH = "content"
PAGE_PATHS = ["pages"]
PATH_METADATA = r"pages/(?P<lang>[A-Za-z-]+)/(?P<slug>[a-z0-9-]+)\.md"
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DATA_PATH = "data"
SBOM = "requirements/sbom.cdx.json"
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = True  # for `pelican` without make: files are only ever made, and old pages go
PICTURES_PATH = os.environ.get("PICTURES_PATH", ".build/pictures")  # what was drawn before, by content
TEMPLATES_COMPILED = ".build/templates"  # by content, too
BROTLI_QUALITY = QUICK_QUALITY
THEME = "themes/editorial"
THEME_STATIC_PATHS: list[str] = []
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

PLUGIN_PATHS = ["."]
PLUGINS = ["generator.pelican_plugin"]

# The pages are written by the plugin; Pelican reads the prose and writes nothing of its own.
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# docutils warns about languages it does not know, and a warning ends the build.
READERS = {"rst": None, "html": None}
MARKDOWN = {
    "extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.def_list": {}, "markdown.extensions.attr_list": {}},
    "output_format": "html5",
}
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
