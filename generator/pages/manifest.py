"""``/site.webmanifest``: name, colours and icons for phones that keep the site on their first screen."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.as_json import json_bytes
from generator.links import Addresses
from generator.pages.edition import Edition


def manifest(edition: Edition, addresses: Addresses, icons: Mapping[int, str], colours: Mapping[str, str]) -> bytes:
    """The file; ``icons`` are paths of square PNG pictures by their width, ``colours`` those of the theme."""
    site, say = edition.dataset.site, edition.say
    return json_bytes(
        {
            "name": say.plain(site.title),
            "short_name": say.plain(site.country),
            "description": say.plain(site.tagline),
            "lang": say.code,
            "start_url": addresses.page("/"),
            "scope": addresses.page("/"),
            "display": "browser",
            "background_color": colours["paper"],
            "theme_color": colours["accent"],
            "icons": [
                {"src": addresses.file(path), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"}
                for size, path in icons.items()
            ],
        }
    )
