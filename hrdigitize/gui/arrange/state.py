"""What a key means for the pages of a batch as they lie now: which page goes where, what joins. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from hrdigitize.domain.arranging import Layout, documents_of
from hrdigitize.domain.batches import BatchContents, Paper
from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.domain.record import DocumentId
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.document_types import load_document_types

#: A type that the machine is less sure of than this is worth a look.
_SURE_TYPE = 0.75


@dataclass(frozen=True, slots=True)
class Move:
    """Pages that go behind or before another one, by their numbers."""

    numbers: tuple[int, ...]
    to: int
    behind: bool


def layout_of(contents: BatchContents) -> Layout:
    """The pages as they lie."""
    return tuple(page.laid for page in contents.pages)


def step(layout: Layout, numbers: Collection[int], by: int) -> Move | None:
    """Pages one place on (1) or back (-1); None where they are at the end already, or none counts.

    At the border of a document a page first becomes the next one's, and stays where it lies among the others.
    """
    counting = [page for page in layout if page.counts]
    moved = [page for page in counting if page.number in numbers]
    if not moved:
        return None
    places = [counting.index(page) for page in moved]
    at = places[-1] + 1 if by > 0 else places[0] - 1
    if not 0 <= at < len(counting):
        return None
    beside, edge = counting[at], moved[-1] if by > 0 else moved[0]
    crosses = beside.document != edge.document
    behind = (by > 0) is not crosses
    return Move(tuple(page.number for page in moved), beside.number, behind)


def document_before(layout: Layout, document: DocumentId) -> DocumentId | None:
    """The document whose pages come before those of another one; None for the first."""
    documents = list(documents_of(layout))
    at = documents.index(document) if document in documents else 0
    return documents[at - 1] if at > 0 else None


def needs_a_look(paper: Paper) -> bool:
    """Whether something of a document is doubtful or undone: where it begins, what it is, its reading."""
    unknown = paper.type is None and paper.form is None
    return not paper.is_filed and (
        paper.begins_doubtfully or unknown or paper.stale or paper.sure < _SURE_TYPE
    )


def type_names() -> Mapping[str, str]:
    """Every document type by its id, as people call it."""
    return {key: one.name for key, one in load_document_types().items()}


def name_of(paper: Paper, forms: Mapping[str, FormDef]) -> str:
    """What a paper is: its form, else its type; "" where nobody knows."""
    if paper.form is not None and paper.form in forms:
        return forms[paper.form].name.partition(":")[0]
    if paper.type is None or paper.type == INVENTORY:
        return ""
    known = load_document_types().get(paper.type)
    return known.name if known is not None else ""
