"""``/changes.atom``: what changed in the data, for feed readers."""

from __future__ import annotations

import datetime
from io import StringIO

from feedgenerator import Atom1Feed

from generator.links import Addresses
from generator.pages.edition import Edition


def atom(edition: Edition, addresses: Addresses, address: str, date: datetime.date) -> bytes:
    """The feed in one language. ``address``: where the site is published, empty if that is not known.

    Entries keep their identity when the site moves: it is made of the change's own id.
    """
    say, site = edition.say, edition.dataset.site
    origin = address.removesuffix(addresses.base) if addresses.base else address
    feed = Atom1Feed(
        title=say("%(site)s: changes of the data", site=say.plain(site.title)),
        link=f"{origin}{addresses.page('/')}",
        feed_url=f"{origin}{addresses.page('/changes.atom')}",
        description=say.plain(site.tagline),
        language=say.code,
        author_name=say.plain(site.title),  # Atom asks for one (RFC 4287, 4.1.1)
        feed_guid=f"urn:changes:{say.code}",
    )
    for change in edition.dataset.changes:
        feed.add_item(
            title=say.plain(change.title),
            link=f"{origin}{addresses.page(change.page)}",
            description=say.plain(change.text),
            unique_id=f"urn:change:{change.id}:{say.code}",
            updateddate=_noon(change.date),
            pubdate=_noon(change.date),
        )
    if not edition.dataset.changes:
        feed.latest_post_date = lambda: _noon(date)
    written = StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def _noon(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(12), datetime.UTC)
