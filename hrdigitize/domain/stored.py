"""What the store keeps around documents: the files of a batch, their pages, a document at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from hrdigitize.domain.holding import Holding, HoldReason
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.picture import Spread
from hrdigitize.domain.recipe import AS_IT_IS, Recipe
from hrdigitize.domain.record import DocumentId, DocumentStatus, StoredPage

#: A source file of a batch, UUIDv7 as text.
FileId = NewType("FileId", str)

#: Names bytes by their content (HMAC-SHA256 as hexadecimal): equal bytes, equal name.
ContentId = NewType("ContentId", str)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file or a page could not be taken: a message code with parameters."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An original file as it came in. content: None where its bytes could not be had at all.

    spreads: which of its pictures, counted from 1, hold two pages, and how they are parted. It was found out
    once, at intake: the pages of a file stay what they are, however later programs would part it.
    """

    id: FileId
    position: int
    name: str
    size_bytes: int
    content: ContentId | None
    refusal: Refusal | None = None
    spreads: Mapping[int, Spread] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A page within its batch: the page itself and where it lies in its file.

    page_in_file: counted from 1 over the pages; a picture of an opened booklet holds two of them. recipe: how
    the original is turned and cut before anybody sees it.
    """

    page: StoredPage
    file: FileId
    page_in_file: int
    recipe: Recipe = AS_IT_IS


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document at a glance. title: the person's name, or the name of its file. pages: how many.

    held: why it is put by; None where it is not.
    """

    id: DocumentId
    form: str | None
    title: str
    status: DocumentStatus
    pages: int
    open_count: int
    created_at: datetime
    held: HoldReason | None = None


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document that is put by. title: as in `DocumentSummary`."""

    document: DocumentId
    title: str
    holding: Holding


@dataclass(frozen=True, slots=True)
class Sought:
    """Which documents a list shows.

    typed: what their titles must hold, each word of it, marks and case aside. approved: only those
    that went into a record by their form.
    """

    typed: str = ""
    approved: bool = False


@dataclass(frozen=True, slots=True)
class ListedPart:
    """Some of the documents of a list. first: the place of their first (from 0); total: of how many."""

    first: int
    summaries: tuple[DocumentSummary, ...]
    total: int


@dataclass(frozen=True, slots=True)
class PageText:
    """What was read on a page as plain text, or why it could not be read.

    rotation: degrees by which the text lies turned clockwise on the page as kept (0, 90, 180, 270).
    imprint: by which a second scan of the same sheet is known (`domain.doubling`); empty where not read.
    words: the same text word by word, where each stands.
    """

    text: str
    failure: Refusal | None = None
    rotation: int = 0
    imprint: bytes = b""
    words: tuple[PlacedWord, ...] = ()
