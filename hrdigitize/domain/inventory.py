"""The list of what lies in a dossier (mục lục tài liệu): as it is, and against the one on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.checklist import Checklist
from hrdigitize.domain.dossier import FiledDocument
from hrdigitize.domain.record import DocumentId
from hrdigitize.domain.vietnamese import folded

#: Two titles are of one paper from this share of common words on (of all words of both).
_SAME_TITLE = 0.6
#: Signs of a cross in the column "Có" (present) or "Không" (absent).
_UNMARKED = frozenset({"", "-", "0", "k", "khong"})


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One paper of a dossier. number: its place in the list. sheets: half the pages, rounded up.

    reference: number and notation as on the paper. shelf: where the paper lies.
    """

    number: int
    document: DocumentId
    type: str | None
    title: str
    reference: str
    issued_on: str
    pages: int
    sheets: int
    shelf: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of an inventory on paper. present: None where it does not say."""

    title: str
    pages: int | None = None
    present: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """An inventory on paper against the dossier. not_found: listed as there, but not found.

    not_listed: found, but not listed. other_pages: found, with another number of pages than listed.
    """

    matched: tuple[tuple[Listed, DocumentId], ...]
    not_found: tuple[Listed, ...]
    not_listed: tuple[InventoryRow, ...]
    other_pages: tuple[tuple[Listed, DocumentId], ...]


def inventory(
    documents: Sequence[FiledDocument], checklist: Checklist | None, titles: Mapping[str, str]
) -> tuple[InventoryRow, ...]:
    """The papers of a dossier in the order of its checklist, then by date; those that it does not know last.

    titles: of document types and forms, for papers without a subject of their own.
    """
    order = {kind: n for n, item in enumerate(checklist.items if checklist else ()) for kind in item.types}
    last = len(order)
    ordered = sorted(
        documents, key=lambda one: (order.get(one.type or "", last), one.index.issued_on or "9999", one.id)
    )
    return tuple(_row(number, one, titles) for number, one in enumerate(ordered, start=1))


def listed_from(rows: Sequence[Mapping[str, str]]) -> tuple[Listed, ...]:
    """Rows of the table "inventory" as read: number, title, pages, present, absent, reason."""
    return tuple(_listed(row) for row in rows if row.get("title", "").strip())


def differences(listed: Sequence[Listed], found: Sequence[InventoryRow]) -> Differences:
    """Each row on paper with the paper that it most likely names; every paper is named once at most."""
    pairs = sorted(_pairs(listed, found), key=lambda pair: (-pair[0], pair[1], pair[2]))
    taken: dict[int, int] = {}
    for _, row, paper in pairs:
        if row not in taken and paper not in taken.values():
            taken[row] = paper
    matched = tuple((listed[row], found[paper].document) for row, paper in sorted(taken.items()))
    other = tuple(
        (listed[row], found[paper].document)
        for row, paper in sorted(taken.items())
        if listed[row].pages is not None and listed[row].pages != found[paper].pages
    )
    return Differences(
        matched=matched,
        not_found=tuple(one for n, one in enumerate(listed) if n not in taken and one.present is not False),
        not_listed=tuple(one for n, one in enumerate(found) if n not in taken.values()),
        other_pages=other,
    )


def _pairs(listed: Sequence[Listed], found: Sequence[InventoryRow]) -> Iterator[tuple[float, int, int]]:
    for n, row in enumerate(listed):
        for m, paper in enumerate(found):
            alike = max(_alike(row.title, paper.title), _alike(row.title, f"{paper.title} {paper.reference}"))
            if alike >= _SAME_TITLE:
                yield alike, n, m


def _alike(one: str, other: str) -> float:
    first, second = _words(one), _words(other)
    both = first & second
    return 2 * len(both) / (len(first) + len(second)) if both else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def _row(number: int, one: FiledDocument, titles: Mapping[str, str]) -> InventoryRow:
    index = one.index
    title = index.subject or titles.get(one.type or "", "") or titles.get(one.form or "", "")
    reference = "/".join(part for part in (index.number, index.notation) if part)
    sheets = (one.pages + 1) // 2
    return InventoryRow(
        number, one.id, one.type, title, reference, index.issued_on, one.pages, sheets, index.shelf
    )


def _listed(row: Mapping[str, str]) -> Listed:
    said = Listed(" ".join(row["title"].split()), reason=row.get("reason", "").strip())
    digits = row.get("pages", "").strip()
    pages = int(digits) if digits.isdecimal() else None
    there, gone = (folded(row.get(key, "").strip()) not in _UNMARKED for key in ("present", "absent"))
    return replace(said, pages=pages, present=there if there != gone else None)
