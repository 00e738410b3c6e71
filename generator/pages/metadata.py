"""Descriptions of datasets for search engines: schema.org's ``Dataset`` as JSON-LD."""

from __future__ import annotations

from generator.dataset import Dataset, source_text
from generator.links import Addresses
from generator.speech import Speech


def described(dataset: Dataset, speech: Speech, name: str, description: str, files: list[str], identifier: str) -> dict[str, object]:
    """One dataset: ``files`` are paths of its downloads from the root of the site; addresses are filled in when rendered."""
    site = dataset.site
    dates = [election.date for election in dataset.elections.values()]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": description,
        "identifier": identifier,
        "inLanguage": speech.code,
        "license": site.data_licence_address,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": speech.plain(site.title)},
        "spatialCoverage": speech.plain(site.country),
        "temporalCoverage": f"{min(dates).isoformat()}/{max(dates).isoformat()}",
        "isBasedOn": [source_text(report.title) for report in dataset.reports.values()],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv" if file.endswith(".csv") else "application/json", "contentUrl": file}
            for file in files
        ],
    }


def addressed(described: dict[str, object], addresses: Addresses, origin: str) -> dict[str, object]:
    """The same with whole addresses, where it is known where the site is published."""
    files = described["distribution"]
    assert isinstance(files, list)
    return {**described, "distribution": [{**file, "contentUrl": f"{origin}{addresses.file(file['contentUrl'])}"} for file in files]}
