"""One seed, one archive: dossiers page by page, each drawn, scanned and turned only when it is asked for."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.generator.archive import backs, separators, truths
from tests.generator.archive.dossiers import BLANK_BACKS, BOTH_SIDES, Dossier, Mix, Planned, plan_dossiers
from tests.generator.archive.matters import chip_number
from tests.generator.archive.prints import Printed, blank_inks
from tests.generator.archive.truths import DocumentTruth, DossierTruth, PageTruth
from tests.generator.faces import FAMILIES, load_face
from tests.generator.lines import px
from tests.generator.mishaps import befall
from tests.generator.scanning import CLEAN, scan

Plane = NDArray[np.float32]

_MARKINGS = {"confidential": "MẬT", "secret": "TỐI MẬT", "top-secret": "TUYỆT MẬT"}
#: How often a document ends with a nearly blank page, and how often a page is fed twice.
_NOTED, _TWICE = 0.07, 0.02


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """A scanned page. jpeg: its file. document: None for separator sheets and blank pages."""

    jpeg: bytes
    truth: PageTruth
    document: DocumentTruth | None
    dossier: DossierTruth


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that can be gone through more than once, always with the same pages."""

    seed: int
    dossiers: int = 20
    mix: Mix = field(default_factory=Mix)

    def pages(self) -> Iterator[ArchivePage]:
        """All pages in the order of the feeder."""
        counter = _Counter()
        for dossier in plan_dossiers(self.seed, self.dossiers, self.mix):
            yield from _Feeder(dossier, self.seed, self.mix, counter).pages()


def archive(seed: int, dossiers: int = 20, *, known_only: bool = False, mix: Mix | None = None) -> Archive:
    """The archive of a seed. known_only: without the unseen layouts, for those who write rules."""
    return Archive(seed, dossiers, replace(mix or Mix(), known_only=known_only))


@dataclass(slots=True)
class _Counter:
    page: int = 0
    document: int = 0


@dataclass(frozen=True, slots=True)
class _Lying:
    """A page as it lies in the feeder. may_turn: it says enough for anybody to see which way is up."""

    page: Image.Image
    ink: Plane
    kind: str
    level: int
    colour: bool = False
    content: str = ""
    payload: str = ""
    secrecy: str = "open"
    may_turn: bool = True
    landscape: bool = False
    again: bool = False


class _Feeder:
    """Feeds one dossier."""

    def __init__(self, dossier: Dossier, seed: int, mix: Mix, counter: _Counter) -> None:
        self._dossier, self._mix, self._counter = dossier, mix, counter
        self._rng = Random(f"feeder {seed} {dossier.number}")
        self._first_scans: dict[str, tuple[int, Sequence[int]]] = {}
        number = dossier.number
        person = dossier.cadre.person
        self._truth = DossierTruth(
            number,
            f"HS-{seed % 100:02d}{number:03d}",
            dossier.cadre.name,
            person.identity.born.isoformat(),
            chip_number(Random(f"chip {seed} {number}"), dossier.cadre),
        )

    def pages(self) -> Iterator[ArchivePage]:
        if self._dossier.listed:
            yield from self._inventory()
        for planned in self._dossier.documents:
            if self._dossier.separated and self._rng.random() < 0.85:
                yield self._separator(planned)
            yield from self._document(planned)

    # ---- what is no component --------------------------------------------------------------------------

    def _separator(self, planned: Planned) -> ArchivePage:
        type_id = planned.source.type if self._rng.random() < 0.7 else ""
        person = planned.cadre.name if self._rng.random() < 0.7 else ""
        sheet = separators.separator(self._truth.code, type_id, person, self._rng)
        (ink,) = blank_inks([sheet.page])
        lying = _Lying(sheet.page, ink, truths.SEPARATOR, CLEAN, payload=sheet.payload)
        return self._fed(lying, None, None)

    def _inventory(self) -> Iterator[ArchivePage]:
        found = [(one.source.type, one.pages) for one in self._dossier.documents if not one.double]
        known = self._mix.known_only or self._rng.random() < 0.7
        drawn = separators.inventory(found, self._dossier.cadre.name, self._rng, known=known)
        self._counter.document += 1
        document = DocumentTruth(
            self._counter.document,
            self._truth.number,
            "inventory",
            drawn.title,
            known,
            self._truth.person,
            foreign=False,
            pages=len(drawn.pages),
            index={"full_name": self._truth.person},
            rows=tuple(row.as_row() for row in drawn.rows),
        )
        for page, ink in zip(drawn.pages, blank_inks(drawn.pages), strict=True):
            yield self._fed(_Lying(page, ink, truths.INVENTORY, CLEAN), document, None)

    # ---- documents -------------------------------------------------------------------------------------

    def _document(self, planned: Planned) -> Iterator[ArchivePage]:
        printed = planned.printed()
        lying = self._sheets(planned, printed)
        self._counter.document += 1
        original = self._first_scans.get(planned.seed) if planned.double else None
        document = _truth(planned, printed, lying, self._truth, self._counter.document, original)
        numbers: list[int] = []
        fronts = iter(original[1] if original else ())
        last = 0
        for one in lying:
            double_of = last if one.again else None
            if original is not None and one.kind in (truths.FIRST, truths.CONTINUATION) and not one.again:
                double_of = next(fronts, None)
            fed = self._fed(one, None if one.kind == truths.BLANK else document, double_of)
            last = fed.truth.number
            if one.kind in (truths.FIRST, truths.CONTINUATION) and not one.again:
                numbers.append(last)
            yield fed
        self._first_scans.setdefault(planned.seed, (document.number, numbers))

    def _sheets(self, planned: Planned, printed: Printed) -> Sequence[_Lying]:
        """The document's pages with what lies on their backs."""
        rng = Random(f"{planned.seed} sheets {planned.double}")
        lying: list[_Lying] = []
        for number, (page, ink) in enumerate(zip(printed.pages, printed.inks, strict=True)):
            kind = truths.CONTINUATION if number else truths.FIRST
            one = _Lying(page, ink, kind, planned.level, planned.colour, landscape=printed.landscape)
            if number == 0 and planned.secrecy != "open":
                one = replace(one, ink=_marked(ink, planned.secrecy), secrecy=planned.secrecy)
            lying.append(one)
            if number and rng.random() < _TWICE:
                lying.append(replace(one, again=True))
            last = number + 1 == len(printed.pages)
            if planned.sides == BLANK_BACKS or (planned.sides == BOTH_SIDES and last and number % 2 == 0):
                lying.append(_back(one, rng, noted=last and rng.random() < 0.25))
        if planned.sides not in (BLANK_BACKS, BOTH_SIDES) and rng.random() < _NOTED:
            drawn = backs.noted(printed.pages[-1].size, backs.LINE, rng)
            level, content = planned.level, drawn.content
            lying.append(
                _Lying(drawn.page, drawn.ink, truths.CONTINUATION, level, content=content, may_turn=False)
            )
        return lying

    def _fed(self, lying: _Lying, document: DocumentTruth | None, double_of: int | None) -> ArchivePage:
        """Scan a page as it lies and count it."""
        self._counter.page += 1
        rotation = self._rotation(lying)
        truth = PageTruth(
            self._counter.page,
            self._truth.number,
            document.number if document else None,
            document.type if document else "",
            lying.kind,
            rotation,
            lying.level,
            double_of=double_of,
            secrecy=lying.secrecy,
            content=lying.content,
            payload=lying.payload,
        )
        draw = np.random.default_rng(zlib.crc32(f"{self._rng.random()} {self._counter.page}".encode()))
        page, ink = (lying.page, lying.ink) if double_of is None else _shifted(lying, draw)
        (jpeg,) = scan([page], lying.level, draw, inks=[ink], colour=lying.colour and lying.level == CLEAN)
        if rotation:
            (jpeg,) = befall([jpeg], f"turned-{rotation}", draw)
        return ArchivePage(jpeg, truth, document, self._truth)

    def _rotation(self, lying: _Lying) -> int:
        if not lying.may_turn:
            return 0
        if lying.landscape:
            return self._rng.choice((0, 0, 90, 270))
        return self._rng.choice((180, 180, 90, 270)) if self._rng.random() < self._mix.turned else 0


def _truth(
    planned: Planned,
    printed: Printed,
    lying: Sequence[_Lying],
    dossier: DossierTruth,
    number: int,
    original: tuple[int, Sequence[int]] | None,
) -> DocumentTruth:
    return DocumentTruth(
        number,
        dossier.number,
        planned.source.type,
        planned.source.layout,
        planned.source.known,
        planned.cadre.name,
        planned.foreign,
        pages=sum(one.kind != truths.BLANK for one in lying),
        index=printed.index,
        form=printed.form,
        values=printed.values,
        secrecy=planned.secrecy,
        double_of=original[0] if original else None,
    )


def _back(front: _Lying, rng: Random, *, noted: bool) -> _Lying:
    """The back of a sheet: blank, or with next to nothing on it."""
    if noted:
        kind = rng.choice((backs.SIGNATURE, backs.HANDWRITTEN, backs.PENCIL))
        drawn = backs.noted(front.page.size, kind, rng)
        level = CLEAN if kind == backs.PENCIL else front.level
        return _Lying(drawn.page, drawn.ink, truths.BACK, level, content=drawn.content, may_turn=False)
    drawn = backs.blank(front.page, front.ink, rng)
    return _Lying(drawn.page, drawn.ink, truths.BLANK, front.level, front.colour, may_turn=False)


def _shifted(lying: _Lying, draw: np.random.Generator) -> tuple[Image.Image, Plane]:
    """The page laid a few millimetres aside."""
    across, down = (px(float(draw.uniform(-3, 3))) for _ in range(2))
    page = Image.new("L", lying.page.size, 255)
    page.paste(lying.page, (across, down))
    return page, np.roll(lying.ink, (down, across), (0, 1))


def _marked(ink: Plane, secrecy: str) -> Plane:
    """The red marking in its frame, below the number of the paper (NĐ 26/2020/NĐ-CP, TT 24/2020/TT-BCA)."""
    stamp = Image.new("L", (ink.shape[1], ink.shape[0]), 0)
    draw, text = ImageDraw.Draw(stamp), _MARKINGS[secrecy]
    face = load_face(FAMILIES["liberation-serif"], "bold", 17.0)
    x, y = px(48), px(60)
    half = face.getlength(text) / 2 + px(3)
    draw.text((x, y), text, font=face, anchor="mm", fill=255)
    draw.rectangle((x - half, y - px(4.5), x + half, y + px(4.5)), outline=255, width=5)
    return np.maximum(ink, np.asarray(stamp).astype(np.float32) / 255 * 0.9)


def picture(page: ArchivePage) -> Image.Image:
    """The page's picture."""
    return Image.open(io.BytesIO(page.jpeg))
