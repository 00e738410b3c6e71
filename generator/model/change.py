"""What changed in the data, for those who follow it."""

from __future__ import annotations

import datetime

from generator.model.base import Entry, Id, Text


class Change(Entry):
    """One published change of the data."""

    id: Id
    date: datetime.date
    title: Text
    text: Text
    page: str = "/"
    """Path of the page that shows it best."""


class ChangesFile(Entry):
    """``data/changes.yaml``: published changes, newest first."""

    changes: list[Change]
