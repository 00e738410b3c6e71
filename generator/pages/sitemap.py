"""``/sitemap.xml``: every page in every language, for search engines (sitemaps.org, with hreflang)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from xml.etree import ElementTree

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(address: str, pages: Mapping[str, list[str]], prefixes: Mapping[str, str], date: datetime.date) -> bytes:
    """The map of a site published at ``address``: paths by language, the folder of each language, the day of the data."""
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    known = {language: frozenset(paths) for language, paths in pages.items()}
    for language, paths in pages.items():
        for path in paths:
            url = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
            ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = f"{address}{prefixes[language]}{path}"
            ElementTree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = date.isoformat()
            for other, others in known.items():
                if len(pages) > 1 and path in others:
                    link = {"rel": "alternate", "hreflang": other, "href": f"{address}{prefixes[other]}{path}"}
                    ElementTree.SubElement(url, f"{{{XHTML}}}link", link)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
