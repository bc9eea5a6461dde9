"""The pages of a batch in the order that people give them: cut into documents, set aside, put back.

Pure functions from one layout to the next; a layout holds the pages that do not count as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.recipe import AS_IT_IS, Recipe
from hrdigitize.domain.record import DocumentId, PageId


class Aside(StrEnum):
    """Why a page does not count. It is kept all the same, and can be put back.

    REPLACED: another scan took its place. WITHDRAWN: a page that was put in, undone.
    """

    BLANK = "blank"
    DOUBLED = "doubled"
    FOREIGN = "foreign"
    SEPARATOR = "separator"
    OTHER = "other"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


#: What a person may say of a page; the others come about by themselves.
BY_HAND = (Aside.BLANK, Aside.DOUBLED, Aside.FOREIGN, Aside.SEPARATOR, Aside.OTHER)


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page in its batch. document: None before the batch is read. aside: None while it counts.

    rotation: degrees by which its text lies turned clockwise on what its recipe shows. width, height: of the
    original. empty: whether it was read and nothing stands on it.
    """

    page: PageId
    number: int
    document: DocumentId | None
    width: int
    height: int
    aside: Aside | None = None
    recipe: Recipe = AS_IT_IS
    rotation: int = 0
    replaced_by: PageId | None = None
    empty: bool = False

    @property
    def counts(self) -> bool:
        return self.aside is None


#: All pages of a batch, in their order.
Layout = tuple[LaidPage, ...]


def page_at(layout: Layout, number: int) -> LaidPage:
    """The page of a number. UserFault "page-not-in-batch"."""
    found = next((page for page in layout if page.number == number), None)
    if found is None:
        raise UserFault("page-not-in-batch", page=number)
    return found


def documents_of(layout: Layout) -> dict[DocumentId, tuple[LaidPage, ...]]:
    """The documents that have pages, in order, each with those that count."""
    found: dict[DocumentId, list[LaidPage]] = {}
    for page in layout:
        if page.counts and page.document is not None:
            found.setdefault(page.document, []).append(page)
    return {document: tuple(pages) for document, pages in found.items()}


def split(layout: Layout, number: int, new: DocumentId) -> Layout:
    """What stands from this page on in its document becomes another one.

    UserFault "page-set-aside", "page-not-read", "split-at-first-page".
    """
    first = _counting(layout, number)
    if first.document is None:
        raise UserFault("page-not-read", page=number)
    if documents_of(layout)[first.document][0] == first:
        raise UserFault("split-at-first-page", page=number)
    behind = layout.index(first)
    return tuple(
        replace(page, document=new) if place >= behind and page.document == first.document else page
        for place, page in enumerate(layout)
    )


def join(layout: Layout, one: DocumentId, other: DocumentId) -> Layout:
    """The pages of the other document come behind those of the first, and are its own.

    UserFault "join-with-itself", "document-not-in-batch".
    """
    if one == other:
        raise UserFault("join-with-itself")
    known = {page.document for page in layout}
    if one not in known or other not in known:
        raise UserFault("document-not-in-batch")
    moved = tuple(replace(page, document=one) for page in layout if page.document == other)
    left = tuple(page for page in layout if page.document != other)
    last = max(place for place, page in enumerate(left) if page.document == one)
    return (*left[: last + 1], *moved, *left[last + 1 :])


def move(layout: Layout, numbers: Sequence[int], *, to: int, behind: bool) -> Layout:
    """Puts pages, in the order given, before or behind another page; they join its document.

    UserFault "page-set-aside", "move-to-itself".
    """
    if to in numbers:
        raise UserFault("move-to-itself", page=to)
    moved = [_counting(layout, number) for number in dict.fromkeys(numbers)]
    target = _counting(layout, to)
    left = [page for page in layout if page not in moved]
    at = left.index(target) + (1 if behind else 0)
    return (*left[:at], *(replace(page, document=target.document) for page in moved), *left[at:])


def turn(layout: Layout, number: int, degrees: int) -> Layout:
    """Turns what is seen of a page clockwise. From then on people say how it lies, not the machine.

    UserFault "turn-not-quarter" for what is no multiple of 90, or no turn at all.
    """
    if degrees % 90 or not degrees % 360:
        raise UserFault("turn-not-quarter", degrees=degrees)

    def turned(page: LaidPage) -> LaidPage:
        upright = degrees - page.rotation
        return replace(page, recipe=page.recipe.turned(upright, page.width, page.height), rotation=0)

    return _changed(layout, number, turned)


def crop(layout: Layout, number: int, box: Box) -> Layout:
    """Cuts a page to a box in pixels of what its recipe shows. UserFault "crop-outside"."""

    def cut(page: LaidPage) -> LaidPage:
        recipe = page.recipe.cropped(box, page.width, page.height)
        if recipe.crop is None or not recipe.crop.width or not recipe.crop.height:
            raise UserFault("crop-outside")
        return replace(page, recipe=recipe)

    return _changed(layout, number, cut)


def set_aside(layout: Layout, number: int, why: Aside) -> Layout:
    """The page counts no more; it keeps its place. UserFault "page-set-aside" for one that does not count."""
    _counting(layout, number)
    return _changed(layout, number, lambda page: replace(page, aside=why))


def bring_back(layout: Layout, number: int) -> Layout:
    """The page counts again, where it was. UserFault "page-counts", "page-replaced", "page-withdrawn"."""
    page = page_at(layout, number)
    if page.counts:
        raise UserFault("page-counts", page=number)
    if page.aside is Aside.REPLACED:
        raise UserFault("page-replaced", page=number)
    if page.aside is Aside.WITHDRAWN:
        raise UserFault("page-withdrawn", page=number)
    return _changed(layout, number, lambda found: replace(found, aside=None))


def put_in(layout: Layout, behind: int, new: Collection[PageId]) -> Layout:
    """Pages that do not count yet come behind another one, into its document."""
    target = _counting(layout, behind)
    return _placed(layout, target, new)


def replaced(layout: Layout, number: int, new: PageId) -> Layout:
    """A page that does not count yet takes the place of another, which is kept and linked to it."""
    old = _counting(layout, number)
    put = _placed(layout, old, (new,))
    return _changed(put, number, lambda page: replace(page, aside=Aside.REPLACED, replaced_by=new))


def read_by(page: LaidPage) -> tuple[PageId, Recipe]:
    """What reading a page depends on."""
    return page.page, page.recipe


def changed_documents(before: Layout, after: Layout) -> frozenset[DocumentId]:
    """The documents whose pages, as far as anything stands on them, are others than before."""
    old, new = _contents(before), _contents(after)
    return frozenset(document for document in {*old, *new} if old.get(document) != new.get(document))


def differing(before: Layout, after: Layout) -> tuple[PageId, ...]:
    """The pages that another layout has elsewhere or otherwise."""
    old: Mapping[PageId, tuple[int, LaidPage]] = {page.page: (n, page) for n, page in enumerate(before)}
    return tuple(page.page for n, page in enumerate(after) if old.get(page.page) != (n, page))


def _contents(layout: Layout) -> dict[DocumentId, list[tuple[PageId, Recipe]]]:
    """Of each document what it is read from; a page with nothing on it does not matter where it lies."""
    return {
        document: [read_by(page) for page in pages if not page.empty or not page.recipe.is_empty]
        for document, pages in documents_of(layout).items()
    }


def _counting(layout: Layout, number: int) -> LaidPage:
    page = page_at(layout, number)
    if not page.counts:
        raise UserFault("page-set-aside", page=number)
    return page


def _changed(layout: Layout, number: int, change: Callable[[LaidPage], LaidPage]) -> Layout:
    page_at(layout, number)
    return tuple(change(page) if page.number == number else page for page in layout)


def _placed(layout: Layout, behind: LaidPage, new: Collection[PageId]) -> Layout:
    joining = [replace(page, document=behind.document, aside=None) for page in layout if page.page in new]
    left = [page for page in layout if page.page not in new]
    at = left.index(behind) + 1
    return (*left[:at], *joining, *left[at:])


def runs(layout: Layout) -> Iterator[tuple[DocumentId | None, tuple[LaidPage, ...]]]:
    """All pages in order, those of one document together as far as they follow each other."""
    for document, pages in groupby(layout, key=lambda page: page.document):
        yield document, tuple(pages)
