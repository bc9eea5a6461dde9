"""Use cases over a real store, with made-up scans and an engine that says what it is told."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hrdigitize import bundle
from hrdigitize.capture.decode import decode
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.page import TextLine, Word
from hrdigitize.domain.picture import Picture
from hrdigitize.domain.reading import Doubt, FieldReading, FormReading, Row, State, Value
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.domain.stored import PageText
from hrdigitize.domain.users import User
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from hrdigitize.ocr.engine import Engines, Grey
from hrdigitize.ocr.lines import line_of
from hrdigitize.reference.lists import load_lists
from hrdigitize.reference.scan_profiles import load_scan_profiles
from hrdigitize.services.arranging import Arranging
from hrdigitize.services.belonging import BatchOwners
from hrdigitize.services.both_sides import BothSides
from hrdigitize.services.completeness import Contents
from hrdigitize.services.corrections import Corrections
from hrdigitize.services.dossiers import Dossiers
from hrdigitize.services.duplicates import Duplicates
from hrdigitize.services.filing import Filing
from hrdigitize.services.intake import Intake
from hrdigitize.services.markings import Markings
from hrdigitize.services.pictures import Pictures
from hrdigitize.services.profiles import Profiles
from hrdigitize.services.reading import BatchReading
from hrdigitize.services.rereading import Rereading
from hrdigitize.services.scan_profiles import ScanProfiles
from hrdigitize.services.second_keying import SecondKeying
from hrdigitize.services.units import Units
from hrdigitize.services.verification import Desk
from hrdigitize.services.watching import Watching
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.workers.reading import Reader
from tests.silent_engine import SilentEngine
from tests.store.made_up import copied_store, ticking_clock

CLERK = Actor("lan", Role.CLERK)
REVIEWER = Actor("minh", Role.REVIEWER)
HEAD = Actor("hà", Role.COMMUNE_HEAD)
TECHNICIAN = Actor("sơn", Role.TECHNICIAN)
AUDITOR = Actor("vân", Role.AUDITOR)

FORM = "2c-bnv-2008"
#: Widths of drawn pages: the engine tells them apart by their shape.
FORM_WIDTH_PX, LETTER_WIDTH_PX, FAULTY_WIDTH_PX = 620, 640, 660


@dataclass(frozen=True, slots=True)
class Office:
    """The use cases of one open store."""

    folder: Path
    store: Store
    lane: Lane
    intake: Intake
    both_sides: BothSides
    scan_profiles: ScanProfiles
    markings: Markings
    watching: Watching
    reading: BatchReading
    arranging: Arranging
    rereading: Rereading
    filing: Filing
    owners: BatchOwners
    contents: Contents
    desk: Desk
    dossiers: Dossiers
    corrections: Corrections
    second_keying: SecondKeying
    duplicates: Duplicates
    units: Units
    profiles: Profiles
    identifiers: Identifiers
    clock: MovableClock

    def close(self) -> None:
        self.lane.run(self.store.close)
        self.lane.close()


class MovableClock:
    """A second later at each look, and hours later where a test says so."""

    def __init__(self) -> None:
        self._ticks = ticking_clock()
        self._ahead = timedelta()

    def __call__(self) -> datetime:
        return self._ticks() + self._ahead

    def forward(self, **by: float) -> None:
        """By hours, minutes, days, as `timedelta` takes them."""
        self._ahead += timedelta(**by)


class TellingEngine(SilentEngine):
    """Says the labels of the form on pages of its width, a letter on others; one width makes it fail."""

    name = "telling"

    def __init__(self, form: FormDef) -> None:
        self._form = form

    def read_page(self, image: Grey, dpi: int) -> tuple[TextLine, ...]:
        width = width_of(image)
        if width == FAULTY_WIDTH_PX:
            raise UserFault("reader-failed", error="Made", place="up")
        texts = _form_texts(self._form) if width == FORM_WIDTH_PX else ("Kính gửi ông Chủ tịch", "Thư riêng")
        return tuple(line(number, text) for number, text in enumerate(texts))


def telling_engine() -> Engines:
    return Engines(TellingEngine(load_forms()[FORM]))


def _form_texts(form: FormDef) -> tuple[str, ...]:
    labels = [label.texts[0] for label in form.labels if label.target][:25]
    return (form.marks[0], form.title[0], *(f"{label}: Giá trị {n}" for n, label in enumerate(labels)))


def width_of(image: Grey) -> int:
    """Of the page as it was drawn: the cleaned one has its proportions."""
    return round(int(image.shape[1]) / int(image.shape[0]) * 800)


def line(number: int, text: str) -> TextLine:
    """Within the page, and sure enough not to be looked at again: the engine has no crops to tell apart."""
    top = 20 + 28 * number
    words = text.split()
    return line_of([Word(word, Box(20 + 30 * n, top, 28, 20), 0.95) for n, word in enumerate(words)])


@cache
def scan(width: int = FORM_WIDTH_PX, kind: str = "PNG") -> bytes:
    """A drawn page of this width, 800 pixels high, as a file."""
    return _file([_drawn(width).copy()], kind)


def sideways_scan() -> bytes:
    """A page of print that lies turned clockwise by a quarter, as a file."""
    page = Image.new("L", (2 * FORM_WIDTH_PX, 1600), 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(bundle.resources() / "fonts" / "LiberationSerif-Regular.ttf"), 44)
    for top in range(120, 1400, 80):
        pen.text((100, top), "Nơi ở hiện nay: thôn 7, xã Suối Trong, tỉnh Đắk Lắk", fill=0, font=font)
    return _file([page.rotate(-90, expand=True)], "PNG")


def stack(*widths: int) -> bytes:
    """A TIFF file with a page of each width."""
    return _file([_drawn(width).copy() for width in widths], "TIFF")


@cache
def _drawn(width: int) -> Image.Image:
    """To be copied: a picture remembers how it was saved."""
    page = Image.new("L", (width, 800), 255)
    pen = ImageDraw.Draw(page)
    for top in range(100, 700, 40):
        for left in range(80, 500, 30):
            pen.text((left, top), "Tx", fill=0, font_size=20)
    return page


def _file(pages: Sequence[Image.Image], kind: str) -> bytes:
    content = io.BytesIO()
    if kind == "TIFF":
        pages[0].save(content, kind, save_all=True, append_images=pages[1:], dpi=(72, 72))
    else:
        pages[0].save(content, kind, dpi=(72, 72))
    return content.getvalue()


def open_office(
    folder: Path, *, decoding: Callable[[bytes], Iterator[Picture]] = decode, inline: bool = True
) -> Office:
    """A new store in the folder, with everything that works on it."""
    clock, lane, forms, lists = MovableClock(), Lane(), load_forms(), load_lists()
    store = lane.run(lambda: copied_store(folder, clock))
    identifiers = Identifiers(clock, os.urandom)
    pictures = Pictures(store.originals, decoding)
    intake = Intake(store, lane, decode=decoding, identifiers=identifiers)
    readers = lambda: Reader(inline=inline, engines=telling_engine)  # noqa: E731
    return Office(
        folder=folder,
        store=store,
        lane=lane,
        both_sides=BothSides(store, lane, decode=decoding, identifiers=identifiers),
        scan_profiles=ScanProfiles(store, lane, ready=load_scan_profiles()),
        markings=Markings(store, lane, clock=clock),
        intake=intake,
        watching=Watching(store, lane, intake=intake),
        reading=BatchReading(store, lane, pictures=pictures, readers=readers, identifiers=identifiers),
        arranging=Arranging(store, lane, decode=decoding, identifiers=identifiers),
        filing=Filing(store, lane),
        owners=BatchOwners(store, lane),
        contents=Contents(store, lane, forms=forms, clock=clock),
        rereading=Rereading(store, lane, pictures=pictures, readers=readers, identifiers=identifiers),
        desk=Desk(store, lane, forms=forms, lists=lists, pictures=pictures, identifiers=identifiers),
        dossiers=Dossiers(store, lane),
        corrections=Corrections(store, lane, forms=forms, lists=lists, identifiers=identifiers),
        second_keying=SecondKeying(store, lane, forms=forms, lists=lists),
        duplicates=Duplicates(store, lane, identifiers=identifiers),
        units=Units(store, lane, identifiers=identifiers),
        profiles=Profiles(store, lane, forms=forms, clock=clock),
        identifiers=identifiers,
        clock=clock,
    )


def put_users(office: Office, *actors: Actor) -> None:
    """These persons may log in."""

    def put() -> None:
        with office.store.work(HEAD) as work:
            for actor in actors:
                work.users.put(
                    User(actor.name, actor.name.title(), actor.role, datetime(2024, 5, 6, tzinfo=UTC))
                )
            work.commit("user-added", "users")

    office.lane.run(put)


def field(text: str, *, accepted: bool = True, value: Value = None) -> FieldReading:
    state = State.VALUE if text else State.BLANK
    doubts = () if accepted else (Doubt("doubt-low-confidence"),)
    box = Box(10, 20, 30, 40)
    return FieldReading(state, value or text or None, text, f"{text}…", 1, box, 0.75, accepted, doubts)


def form_reading(
    doubtful: Mapping[str, str],
    *,
    form: str | None = FORM,
    rows: Sequence[Row] = (),
    sure: Mapping[str, FieldReading] | None = None,
) -> FormReading:
    """A document of one page: an accepted name and these doubtful fields; rows of the training table.

    sure: further accepted fields, or another name.
    """
    fields = {"full_name": field("NGUYỄN THỊ ƯỚC")} | dict(sure or {})
    fields |= {key: field(text, accepted=False) for key, text in doubtful.items()}
    if form is None:
        return FormReading(None, None, 1, 1, {}, {})
    return FormReading(form, None, 1, 1, fields, {"training": tuple(rows)})


def put_document(office: Office, reading: FormReading, file: Path) -> DocumentId:
    """Takes a drawn page in and stores this reading of it."""
    file.write_bytes(scan())
    batch = office.intake.capture([file], actor=CLERK).batch
    return office.lane.run(lambda: _put(office, batch, reading))


def _put(office: Office, batch: BatchId, reading: FormReading) -> DocumentId:
    document = DocumentId(office.identifiers.new())
    with office.store.work(CLERK) as work:
        pages = {page.page.id: PageText("") for page in work.batches.pages(batch)}
        work.documents.add(document, batch, reading, pages, at=work.at)
        work.commit("batch-read", batch)
    return document
