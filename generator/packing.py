"""The dataset on its way from the process that reads it to those that write: each takes up its own, and none leaves it to the others."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dataset import Dataset
from generator.model.reference import SiteLanguage


@dataclass(frozen=True)
class PackedDataset:
    """A dataset as bytes, and what must be known of it before it is taken up."""

    languages: Sequence[SiteLanguage]
    newest: datetime.date
    """The day of the newest report."""
    dataset: bytes

    def unpacked(self) -> Dataset:
        """The dataset, another one each time."""
        dataset: Dataset = pickle.loads(self.dataset)  # noqa: S301 -- from our own process
        return dataset


def packed(dataset: Dataset) -> PackedDataset:
    """A dataset, packed."""
    return PackedDataset(dataset.site.languages, dataset.newest, pickle.dumps(dataset, pickle.HIGHEST_PROTOCOL))
