"""An archive as a folder: NNNN.jpg for every page, and truth.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.generator.archive.generating import Archive
from tests.generator.archive.truths import DocumentTruth, DossierTruth, PageTruth, as_json

_TRUTH = "truth.json"


@dataclass(frozen=True, slots=True)
class Truth:
    """The truth of a folder. files: of the pages, in order."""

    files: Sequence[Path]
    pages: Sequence[PageTruth]
    documents: Sequence[DocumentTruth]
    dossiers: Sequence[DossierTruth]

    def document(self, number: int) -> DocumentTruth:
        """The document of this number, from 1."""
        return self.documents[number - 1]


def write(archive: Archive, folder: Path) -> int:
    """Write the pages and the truth; how many pages there are. The truth comes last, when all is there."""
    folder.mkdir(parents=True, exist_ok=True)
    pages: list[PageTruth] = []
    documents: dict[int, DocumentTruth] = {}
    dossiers: dict[int, DossierTruth] = {}
    for page in archive.pages():
        (folder / file_name(page.truth.number)).write_bytes(page.jpeg)
        pages.append(page.truth)
        dossiers[page.dossier.number] = page.dossier
        if page.document is not None:
            documents[page.document.number] = page.document
    found = {
        "seed": archive.seed,
        "dossiers": [as_json(one) for one in dossiers.values()],
        "documents": [as_json(one) for one in documents.values()],
        "pages": [as_json(one) for one in pages],
    }
    (folder / _TRUTH).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(pages)


def file_name(number: int) -> str:
    """The file of the page of this number."""
    return f"{number:04d}.jpg"


def read_truth(folder: Path) -> Truth:
    """The truth of a folder that `write` made. FileNotFoundError where it is not finished."""
    found: Mapping[str, Any] = json.loads((folder / _TRUTH).read_text("utf-8"))
    pages = [PageTruth(**one) for one in found["pages"]]
    return Truth(
        files=[folder / file_name(one.number) for one in pages],
        pages=pages,
        documents=[DocumentTruth(**one) for one in found["documents"]],
        dossiers=[DossierTruth(**one) for one in found["dossiers"]],
    )
