"""What changed in the data, for those who follow it."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Entry, Id, Text


class Change(Entry):
    """One published change of the data."""

    id: Id
    date: datetime.date
    title: Text
    text: Text
    page: Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9._-]*/)*(#[a-z0-9-]+)?$", max_length=200)] = "/"
    """Path of the page that shows it best."""


class ChangesFile(Entry):
    """``data/changes.yaml``: published changes, newest first."""

    changes: list[Change]
