"""Intake: files come in, are sealed, and only then count as taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, takewhile
from pathlib import Path

from hrdigitize.capture.scanners import Scanner
from hrdigitize.capture.sources import read_file
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.picture import Spread
from hrdigitize.domain.record import BatchId, PageId, StoredPage
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import BatchPage, FileId, Refusal, SourceFile
from hrdigitize.domain.vietnamese import in_one_line, nfc
from hrdigitize.imaging.spreads import find_spread, parted
from hrdigitize.services.markings import declare, require_digitisable
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.pictures import Decode
from hrdigitize.services.scan_profiles import require_fit
from hrdigitize.services.stack import Size
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

#: How a JPEG begins: network scanners give those, the others PNG.
_JPEG = b"\xff\xd8\xff"
#: Told, after each file, which batch it went into and how many pages of that are acknowledged.
Taken = Callable[[BatchId, int], None]


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be taken in, or only up to a damaged page, and why."""

    name: str
    code: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What one sitting brought in. pages: how many are acknowledged, that is, safe on disk.

    stopped: why no more came, where a scanner broke off.
    """

    batch: BatchId
    pages: int
    refused: tuple[RefusedFile, ...]
    stopped: UserFault | None = None


@dataclass(frozen=True, slots=True)
class _Have:
    """What a batch has: its files in their order, and how many pages."""

    files: tuple[SourceFile, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes in: its name, and how its bytes are had (UserFault where they are not)."""

    name: str
    read: Callable[[], bytes]


class Intake:
    """Takes files and scanned pages in, one by one; a refused one stops no other and is kept with its reason.

    What is acknowledged stays, whatever happens next: its sealed bytes and then its rows are on the disk.
    UserFault "store-disk-full" or "store-cannot-write" ends a sitting.
    """

    def __init__(self, store: Store, lane: Lane, *, decode: Decode, identifiers: Identifiers) -> None:
        self._store = store
        self._lane = lane
        self._decode = decode
        self._identifiers = identifiers

    def capture(
        self,
        files: Sequence[Path],
        *,
        actor: Actor,
        into: BatchId | None = None,
        taken: Taken | None = None,
        marking: Secrecy = Secrecy.OPEN,
        wanted: Callable[[], bool] = lambda: True,
    ) -> IntakeReport:
        """Makes a batch of the files, in the order given.

        into: a batch that goes on; files that it has, by name and content, are passed over, so what was
        broken off ends when the same files are given again. taken: told after each file which batch
        it is and how many pages of it are safe. marking: what the operator says that a new batch is.
        wanted: asked before each file; what is not wanted any more is left out.
        UserFault "batch-unknown", "batch-already-read", "secrecy-refused" for a marking that is never
        digitised.
        """
        require(actor, Action.CAPTURE)
        require_digitisable(marking)
        incoming = [Incoming(_name(path), partial(read_file, path)) for path in files]
        batch, have = self._lane.run(lambda: self._opened(into, actor, marking))
        further = takewhile(lambda _: wanted(), self._further(incoming, have))
        return self._all(batch, have, further, actor, taken)

    def scan(
        self,
        scanner: Scanner,
        settings: ScanSettings,
        *,
        actor: Actor,
        into: BatchId | None = None,
        taken: Taken | None = None,
        marking: Secrecy = Secrecy.OPEN,
        one_side: bool = False,
    ) -> IntakeReport:
        """Takes in what the scanner gives, page by page, until its feeder is empty.

        Where it breaks off, the report says why (`stopped`), and what was acknowledged stays: go on with
        `into`. one_side: they are one side of a stack whose sides are scanned by hand. UserFault of
        `Scanner.pages` where not one page came, "scan-settings-outside", and as `capture`.
        """
        require(actor, Action.CAPTURE)
        require_fit(settings)
        require_digitisable(marking)
        if into is not None:
            self._lane.run(lambda: self._have(into, one_side=one_side))  # before paper moves
        ended = list[UserFault]()
        with closing(scanner.pages(settings)) as pages:
            first = next(pages, None)
            if first is None:
                raise UserFault("scanner-empty")
            batch, have = self._lane.run(lambda: self._opened(into, actor, marking, one_side=one_side))
            scanned = _scanned(chain([first], pages), len(have.files) + 1, ended)
            report = self._all(batch, have, scanned, actor, taken)
        return replace(report, stopped=ended[0]) if ended else report

    def gather(
        self,
        incoming: Iterator[Incoming],
        *,
        actor: Actor,
        into: BatchId | None = None,
        marking: Secrecy = Secrecy.OPEN,
        taken: Taken | None = None,
    ) -> IntakeReport | None:
        """Takes in what comes, one by one: whoever is asked for the next one knows that the last one is safe.

        No batch is made, and None is the answer, where nothing comes. into, marking, taken, UserFault: as
        `capture`.
        """
        require(actor, Action.CAPTURE)
        require_digitisable(marking)
        first = next(incoming, None)
        if first is None:
            return None
        batch, have = self._lane.run(lambda: self._opened(into, actor, marking))
        return self._all(batch, have, chain([first], incoming), actor, taken)

    def _opened(
        self, into: BatchId | None, actor: Actor, marking: Secrecy, *, one_side: bool = False
    ) -> tuple[BatchId, _Have]:
        """The batch and what it has so far; a new one where none is to go on."""
        if into is not None:
            have = self._have(into, one_side=one_side)
            if marking is not Secrecy.OPEN:
                declare(self._store, into, marking, actor)
            return into, have
        batch = BatchId(self._identifiers.new())
        with self._store.work(actor) as work:
            work.batches.add(batch, at=work.at, by=actor.name, marking=marking)
            work.commit("batch-opened", batch, marking=marking.value)
        return batch, _Have((), 0)

    def _have(self, batch: BatchId, *, one_side: bool) -> _Have:
        require_open(self._store, batch, one_side=one_side)
        with self._store.view() as view:
            return _Have(view.batches.files(batch), view.batches.taken(batch))

    def _further(self, incoming: Iterable[Incoming], have: _Have) -> Iterator[Incoming]:
        """What the batch has not: a name alone says nothing, for scanners begin again with "scan001"."""
        kept = Counter((file.name, file.content) for file in have.files if file.content is not None)
        names = {name for name, _ in kept}
        for one in incoming:
            if one.name in names:
                with suppress(UserFault):  # what cannot be read is noted where it is taken in
                    known = (one.name, self._store.originals.name_of(one.read()))
                    if kept[known]:
                        kept[known] -= 1
                        continue
            yield one

    def _all(
        self,
        batch: BatchId,
        have: _Have,
        incoming: Iterable[Incoming],
        actor: Actor,
        told: Taken | None,
    ) -> IntakeReport:
        pages, refused = have.pages, list[RefusedFile]()
        for position, one in enumerate(incoming, start=len(have.files) + 1):
            file, taken = self._take(one, position, first_number=pages + 1)
            self._lane.run(partial(self._acknowledge, batch, file, taken, actor))
            pages += len(taken)
            if file.refusal:
                refused.append(RefusedFile(file.name, file.refusal.code, file.refusal.params))
            if told is not None:
                told(batch, pages)
        return IntakeReport(batch, pages, tuple(refused))

    def _take(
        self, incoming: Incoming, position: int, *, first_number: int
    ) -> tuple[SourceFile, tuple[BatchPage, ...]]:
        """The file, sealed, and its pages as far as they can be decoded."""
        file, name = FileId(self._identifiers.new()), incoming.name
        try:
            original = incoming.read()
        except UserFault as fault:
            return SourceFile(file, position, name, 0, None, _refusal(fault)), ()
        sizes, spreads, refusal = self._sizes(original)
        content = self._store.originals.keep(original)
        pages = (
            BatchPage(self._page(name, first_number + index, picture), file, index + 1)
            for index, picture in enumerate(sizes)
        )
        return SourceFile(file, position, name, len(original), content, refusal, spreads), tuple(pages)

    def _sizes(self, original: bytes) -> tuple[list[Size], dict[int, Spread], Refusal | None]:
        """Every page as its size, and which pictures hold two pages; no pixels are held on to."""
        sizes, spreads = list[Size](), dict[int, Spread]()
        try:
            for number, picture in enumerate(self._decode(original), start=1):
                spread = find_spread(picture)
                if spread is not None:
                    spreads[number] = spread
                pages = parted(picture, spread) if spread is not None else (picture,)
                sizes.extend(Size.of(page) for page in pages)
        except UserFault as fault:
            return sizes, spreads, _refusal(fault)
        return sizes, spreads, None

    def _page(self, name: str, number: int, size: Size) -> StoredPage:
        return StoredPage(PageId(self._identifiers.new()), number, name, size.width, size.height, size.dpi)

    def _acknowledge(
        self, batch: BatchId, file: SourceFile, pages: Sequence[BatchPage], actor: Actor
    ) -> None:
        with self._store.work(actor) as work:
            work.batches.add_file(batch, file, pages)
            refusal = file.refusal.code if file.refusal else ""
            work.commit("file-captured", file.id, batch=batch, pages=len(pages), refusal=refusal)


def require_open(store: Store, batch: BatchId, *, one_side: bool = False) -> None:
    """UserFault "batch-unknown", or "batch-already-read" for a batch that takes nothing more.

    "stack-half-scanned" while a stack in it is scanned from both sides by hand, but for its sides: other
    pages would lie among them.
    """
    with store.view() as view:
        if not view.batches.exists(batch):
            raise UserFault("batch-unknown")
        if view.batches.is_read(batch):
            raise UserFault("batch-already-read")
        if not one_side and view.turned_stacks.find(batch) is not None:
            raise UserFault("stack-half-scanned", batch=batch)


def _scanned(pages: Iterable[bytes], first: int, ended: list[UserFault]) -> Iterator[Incoming]:
    """The pages by the numbers of their files; why they ended early goes into `ended`."""
    try:
        for position, page in enumerate(pages, start=first):
            kind = "jpg" if page.startswith(_JPEG) else "png"
            yield Incoming(f"scan-{position:06d}.{kind}", partial(bytes, page))
    except UserFault as fault:
        ended.append(fault)


def _refusal(fault: UserFault) -> Refusal:
    return Refusal(fault.code, fault.params)


def _name(path: Path) -> str:
    """The file's own name as storable text: what is no text, and what nobody sees, becomes U+FFFD."""
    return in_one_line(nfc(path.name))
