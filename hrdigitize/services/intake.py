"""Intake: files come in, are sealed, and only then count as taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hrdigitize.capture.sources import read_file
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import BatchId, PageId, StoredPage
from hrdigitize.domain.stored import BatchPage, FileId, Refusal, SourceFile
from hrdigitize.domain.vietnamese import in_one_line, nfc
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Decode
from hrdigitize.services.stack import Size
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be taken in, or only up to a damaged page, and why."""

    name: str
    code: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What one sitting brought in. pages: how many are acknowledged, that is, safe on disk."""

    batch: BatchId
    pages: int
    refused: tuple[RefusedFile, ...]


class Intake:
    """Takes files in, one by one; a refused one does not stop the others and is kept with its reason."""

    def __init__(self, store: Store, lane: Lane, *, decode: Decode, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._decode = decode
        self._identifiers = identifiers

    def capture(self, files: Sequence[Path], *, actor: Actor) -> IntakeReport:
        """Makes a batch of the files, in the order given.

        A file is acknowledged when its sealed bytes and then its rows are on the disk. UserFault
        "store-disk-full" or "store-cannot-write" ends the batch; what was acknowledged stays.
        """
        require(actor, Action.CAPTURE)
        batch = BatchId(self._identifiers.new())
        self._lane.run(lambda: self._begin(batch, actor))
        pages, refused = 0, list[RefusedFile]()
        for position, path in enumerate(files, start=1):
            file, taken = self._take(path, position, first_number=pages + 1)
            self._lane.run(partial(self._acknowledge, batch, file, taken, actor))
            pages += len(taken)
            if file.refusal:
                refused.append(RefusedFile(file.name, file.refusal.code, file.refusal.params))
        return IntakeReport(batch, pages, tuple(refused))

    def _begin(self, batch: BatchId, actor: Actor) -> None:
        with self._store.work(actor) as work:
            work.batches.add(batch, at=work.at, by=actor.name)
            work.commit("batch-opened", batch)

    def _take(
        self, path: Path, position: int, *, first_number: int
    ) -> tuple[SourceFile, tuple[BatchPage, ...]]:
        """The file, sealed, and its pages as far as they can be decoded."""
        file, name = FileId(self._identifiers.new()), _name(path)
        try:
            original = read_file(path)
        except UserFault as fault:
            return SourceFile(file, position, name, 0, None, _refusal(fault)), ()
        sizes, refusal = self._sizes(original)
        content = self._store.originals.keep(original)
        pages = (
            BatchPage(self._page(name, first_number + index, picture), file, index + 1)
            for index, picture in enumerate(sizes)
        )
        return SourceFile(file, position, name, len(original), content, refusal), tuple(pages)

    def _sizes(self, original: bytes) -> tuple[tuple[Size, ...], Refusal | None]:
        """Every page as its size: they are counted without holding their pixels."""
        sizes = list[Size]()
        try:
            for picture in self._decode(original):
                sizes.append(Size.of(picture))
        except UserFault as fault:
            return tuple(sizes), _refusal(fault)
        return tuple(sizes), None

    def _page(self, name: str, number: int, size: Size) -> StoredPage:
        return StoredPage(PageId(self._identifiers.new()), number, name, size.width, size.height, size.dpi)

    def _acknowledge(
        self, batch: BatchId, file: SourceFile, pages: Sequence[BatchPage], actor: Actor
    ) -> None:
        with self._store.work(actor) as work:
            work.batches.add_file(batch, file, pages)
            refusal = file.refusal.code if file.refusal else ""
            work.commit("file-captured", file.id, batch=batch, pages=len(pages), refusal=refusal)


def _refusal(fault: UserFault) -> Refusal:
    return Refusal(fault.code, fault.params)


def _name(path: Path) -> str:
    """The file's own name as storable text: what is no text, and what nobody sees, becomes U+FFFD."""
    return in_one_line(nfc(path.name))
