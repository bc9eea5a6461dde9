"""What a pile of paper became, against what it is: boundaries, types, which way is up, blanks, doubles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdigitize.domain.page import PageKind
from hrdigitize.domain.vietnamese import folded
from tests.generator.archive.truths import BLANK, SEPARATOR, DocumentTruth, PageTruth

_DOUBLED = frozenset({"page-doubled", "document-doubled"})


@dataclass(frozen=True, slots=True)
class SortedPage:
    """A page as the program kept it: its kind, and how far its text lies turned (None: in no document)."""

    kind: PageKind
    rotation: int | None


@dataclass(frozen=True, slots=True)
class SortedDocument:
    """A document as the program kept it: its pages by their numbers in the archive, its type, its index."""

    pages: tuple[int, ...]
    type: str | None
    index: Mapping[str, str]
    findings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """Right ones of all."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right} of {self.of} = {100 * self.right / self.of:.2f} %" if self.of else "0 of 0"


@dataclass(frozen=True, slots=True)
class SortingScore:
    """The figures. missed, invented: pages where a document begins that it should, or should not.

    wrong: what each document of a wrong type was taken for. set_aside: pages with something on them that were
    taken for blank.
    """

    missed: tuple[int, ...]
    invented: tuple[int, ...]
    boundaries: int
    types: Share
    unseen: Share
    wrong: Counter[tuple[str, str]]
    upright: Share
    turned: tuple[int, ...]
    set_aside: tuple[int, ...]
    blank: Share
    sheets: Share
    inventories: Share
    doubles: Share
    index: Mapping[str, Share]

    @property
    def f1(self) -> float:
        """Of the boundaries, 0..1."""
        right = self.boundaries - len(self.missed)
        return 2 * right / (2 * right + len(self.missed) + len(self.invented)) if self.boundaries else 1.0


def scored(
    pages: Sequence[PageTruth],
    documents: Sequence[DocumentTruth],
    sorted_pages: Mapping[int, SortedPage],
    sorted_documents: Sequence[SortedDocument],
) -> SortingScore:
    """Pages by their numbers in the archive, from 1."""
    truths = {page.number: page for page in pages}
    begins = _first_pages(pages)
    found = _beginnings(sorted_documents, truths)
    holder = {number: document for document in sorted_documents for number in document.pages}
    wrong = Counter[tuple[str, str]]()
    right, right_unseen, unseen = 0, 0, 0
    components = [document for document in documents if document.type != "inventory"]
    for document in components:
        kept = holder.get(begins[document.number])
        is_right = kept is not None and kept.type == document.type
        right += is_right
        unseen += not document.known
        right_unseen += is_right and not document.known
        if not is_right:
            wrong[(document.type, (kept.type if kept else None) or "unknown")] += 1
    written = [page for page in pages if page.kind not in (BLANK, SEPARATOR)]
    turned = tuple(page.number for page in written if _turn(sorted_pages, page.number) != page.rotation)
    firsts = set(begins.values())
    return SortingScore(
        missed=tuple(sorted(firsts - found)),
        invented=tuple(sorted(found - firsts)),
        boundaries=len(firsts),
        types=Share(right, len(components)),
        unseen=Share(right_unseen, unseen),
        wrong=wrong,
        upright=Share(len(written) - len(turned), len(written)),
        turned=turned,
        set_aside=tuple(page.number for page in written if sorted_pages[page.number].kind is PageKind.BLANK),
        blank=_kinds(pages, sorted_pages, BLANK, PageKind.BLANK),
        sheets=_kinds(pages, sorted_pages, SEPARATOR, PageKind.SEPARATOR),
        inventories=_inventories(documents, begins, holder),
        doubles=_doubles(documents, begins, holder),
        index=_index(components, begins, holder),
    )


def _first_pages(pages: Sequence[PageTruth]) -> dict[int, int]:
    """Document -> its first page."""
    firsts: dict[int, int] = {}
    for page in pages:
        if page.document is not None:
            firsts.setdefault(page.document, page.number)
    return firsts


def _beginnings(documents: Iterable[SortedDocument], truths: Mapping[int, PageTruth]) -> set[int]:
    """Where documents begin: at the first page with something on it, for blank ones are set aside."""
    found = set[int]()
    for document in documents:
        written = [number for number in document.pages if truths[number].kind != BLANK]
        found.add((written or document.pages)[0])
    return found


def _turn(pages: Mapping[int, SortedPage], number: int) -> int | None:
    return pages[number].rotation


def _kinds(pages: Sequence[PageTruth], kept: Mapping[int, SortedPage], wanted: str, kind: PageKind) -> Share:
    these = [page for page in pages if page.kind == wanted]
    return Share(sum(kept[page.number].kind is kind for page in these), len(these))


def _inventories(
    documents: Sequence[DocumentTruth], begins: Mapping[int, int], holder: Mapping[int, SortedDocument]
) -> Share:
    these = [document for document in documents if document.type == "inventory"]
    kept = [holder.get(begins[document.number]) for document in these]
    return Share(sum(one is not None and one.type == "inventory" for one in kept), len(these))


def _doubles(
    documents: Sequence[DocumentTruth], begins: Mapping[int, int], holder: Mapping[int, SortedDocument]
) -> Share:
    these = [document for document in documents if document.double_of is not None]
    kept = [holder.get(begins[document.number]) for document in these]
    told = sum(one is not None and bool(_DOUBLED & one.findings) for one in kept)
    return Share(told, len(these))


def _index(
    documents: Sequence[DocumentTruth], begins: Mapping[int, int], holder: Mapping[int, SortedDocument]
) -> Mapping[str, Share]:
    right, of = Counter[str](), Counter[str]()
    for document in documents:
        kept = holder.get(begins[document.number])
        for key, text in document.index.items():
            if "__" in key:
                continue
            of[key] += 1
            right[key] += kept is not None and folded(kept.index.get(key, "")) == folded(text)
    return {key: Share(right[key], of[key]) for key in sorted(of)}
