"""Made-up things for a store to keep."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.sealing import Sealer
from hrdigitize.domain.actors import Actor, Clock, Role
from hrdigitize.domain.dossier import Correction, CorrectionId, DocumentIndex, Keyed, Merge, MergeId
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.holding import Holding, HoldReason, Note
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.page_words import PlacedWord
from hrdigitize.domain.reading import (
    Doubt,
    FieldReading,
    Finding,
    FormReading,
    Period,
    Severity,
    State,
    Value,
)
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    CadreId,
    DocumentId,
    Evidence,
    FieldPath,
    PageId,
    RecordValue,
    Spot,
    StoredPage,
    Verification,
)
from hrdigitize.domain.scanning import Colour, Feed, ScanProfile, ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import BatchPage, FileId, PageText, SourceFile
from hrdigitize.domain.turning import TurnedStack
from hrdigitize.domain.units import ManagingLevel, Span, Unit, UnitId, UnitKind, UnitName
from hrdigitize.domain.users import User
from hrdigitize.store.central import open_central
from hrdigitize.store.connection import engine_over
from hrdigitize.store.holder import Hold
from hrdigitize.store.layout import DATABASE_NAME, ORIGINALS_NAME
from hrdigitize.store.opening import (
    Store,
    create_store,
    make_ready,
    open_store,
)
from hrdigitize.store.originals import Originals
from hrdigitize.store.sqlite_file import SqliteFile

KEY = DataKey(bytes(range(32)))
CLERK = Actor("lan", Role.CLERK)
REVIEWER = Actor("minh", Role.REVIEWER)
USER = User("lan", "Nguyễn Thị Lan", Role.CLERK, datetime(2024, 5, 6, 7, tzinfo=UTC))
BATCH = BatchId("batch-1")
DOCUMENT = DocumentId("document-1")
CADRE = CadreId("cadre-1")
OTHER_CADRE = CadreId("cadre-2")
_THEN = datetime(2024, 5, 6, 12, tzinfo=UTC)
INDEX = DocumentIndex("15", "QĐ-UBND", "2008-07", "UBND xã Thử", secrecy=Secrecy.CONFIDENTIAL, shelf="Tủ 2")
CORRECTION = Correction(
    CorrectionId("correction-1"),
    CADRE,
    FieldPath("full_name"),
    Answer(State.VALUE, "NGUYỄN THỊ UỚC", "NGUYỄN THỊ UỚC"),
    "Giấy khai sinh",
    DOCUMENT,
    "lan",
    _THEN,
)
KEYED_AGAIN = Keyed(Answer(State.VALUE, "08/07/1970", "1970-07-08"), "lan", _THEN)
MERGE = Merge(MergeId("merge-1"), CADRE, OTHER_CADRE, "Quét hai lần", "minh", _THEN)
HELD = Holding(HoldReason.MISSING_PAGE, "Thiếu trang 3", "lan", _THEN)
NOTE = Note("Hỏi lại khi thôn nộp đủ", "lan", _THEN)
WORDS = (PlacedWord("Quê", Box(10, 20, 60, 40), 0), PlacedWord("quán", Box(80, 20, 90, 40), 0))
SPOT = Spot(1, Box(310, 20, 120, 40))
SCAN_PROFILE = ScanProfile(
    "Bàn tiếp nhận",
    ScanSettings("test:0", 200, Colour.LINEART, Feed.FEEDER, 210, 330, threshold=45),
    locked=True,
)
TURNED_STACK = TurnedStack(2, None)
UNIT = Unit(
    UnitId("unit-1"),
    UnitKind.AGENCY,
    ManagingLevel.COMMUNE,
    (UnitName("UBND xã Thử", Span("1990", "2025-06-30")), UnitName("UBND phường Thử", Span("2025-07"))),
    Span("1990"),
)


def ticking_clock() -> Clock:
    """A second later at each look."""
    seconds = itertools.count()
    return lambda: datetime(2024, 5, 6, 12, tzinfo=UTC) + timedelta(seconds=next(seconds))


def new_store(folder: Path, key: DataKey = KEY) -> Store:
    return create_store(folder, key, clock=ticking_clock(), randomness=os.urandom)


def copied_store(folder: Path, clock: Clock) -> Store:
    """As `new_store`, from a copied database: making its schema takes eight times as long as opening it."""
    (folder / ORIGINALS_NAME).mkdir(parents=True)
    (folder / DATABASE_NAME).write_bytes(_empty_database())
    return open_store(folder, KEY, clock=clock, randomness=os.urandom)


@cache
def _empty_database() -> bytes:
    with TemporaryDirectory() as folder:
        new_store(Path(folder) / "store").close()
        return (Path(folder) / "store" / DATABASE_NAME).read_bytes()


def opened_store(folder: Path, key: DataKey = KEY) -> Store:
    return open_store(folder, key, clock=ticking_clock(), randomness=os.urandom)


def plain_store(folder: Path) -> Store:
    """A store whose database is not encrypted; the program never makes one."""
    folder.mkdir()
    connection = dbapi2.connect(str(folder / DATABASE_NAME), isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    database = SqliteFile(Hold.taken(folder), engine_over(connection))
    originals = Originals(folder / ORIGINALS_NAME, Sealer(KEY, os.urandom))
    make_ready(database, originals)
    clock = ticking_clock()
    return Store(database, originals, clock, Identifiers(clock, os.urandom))


def central_store(url: str, folder: Path) -> Store:
    return open_central(url, folder / ORIGINALS_NAME, KEY, clock=ticking_clock(), randomness=os.urandom)


def source_file(store: Store, content: bytes = b"scan", *, position: int = 1) -> SourceFile:
    """A file whose sealed bytes lie in the store already."""
    name = store.originals.keep(content)
    return SourceFile(FileId(f"file-{position}"), position, f"scan-{position}.jpg", len(content), name)


def page(number: int, file: SourceFile, *, page_in_file: int = 1) -> BatchPage:
    stored = StoredPage(PageId(f"page-{number}"), number, file.name, 2480, 3508, 300)
    return BatchPage(stored, file.id, page_in_file)


def reading(text: str, *, value: Value = None, accepted: bool = True, **changes: object) -> FieldReading:
    """A field reading on page 1; not accepted means a doubt about its first two letters."""
    plain: dict[str, object] = {
        "state": State.VALUE if text else State.BLANK,
        "value": value if value is not None else text or None,
        "text": text,
        "raw": f"{text} .",
        "page": 1,
        "box": Box(10, 20, 300, 40),
        "confidence": 0.75,
        "accepted": accepted,
        "doubts": () if accepted else (Doubt("doubt-low-confidence", (0, 1)),),
    }
    return FieldReading(**(plain | changes))  # type: ignore[arg-type]


def form_reading() -> FormReading:
    """A name, a doubtful date, a blank, and a table with a period that has not ended."""
    period = Period("2010-09", None)
    return FormReading(
        form="2c-bnv-2008",
        type=None,
        first_page=1,
        last_page=2,
        fields={
            "full_name": reading("NGUYỄN THỊ ƯỚC"),
            "birth_date": reading("06/07/1970", value="1970-07-06", accepted=False),
            "other_names": reading(""),
        },
        tables={
            "career": (
                {"period": reading("09/2010-nay", value=period), "post": reading("Văn thư", accepted=False)},
                {"period": reading("", page=2), "post": reading("Kế toán", page=2)},
            )
        },
        findings=(Finding("finding-age", Severity.WARNING, ("birth_date",), {"label": "Ngày sinh"}),),
    )


def store_document(
    store: Store,
    *,
    batch: BatchId = BATCH,
    document: DocumentId = DOCUMENT,
    change: Callable[[FormReading], FormReading] = lambda read: read,
) -> FormReading:
    """A batch of one file with two pages, the second upside down, read as one document."""
    file = source_file(store)
    read = change(form_reading())
    with store.work(CLERK) as work:
        pages = [page(1, file), page(2, file, page_in_file=2)]
        work.batches.add(batch, at=work.at, by="lan")
        work.batches.add_file(batch, file, pages)
        texts = {
            found.page.id: PageText(f"trang {found.page.number}", rotation=lies, words=WORDS)
            for found, lies in zip(pages, (0, 180), strict=True)
        }
        work.documents.add(document, batch, read, texts, at=work.at)
        work.commit("batch-read", batch)
    return read


def furnish(store: Store) -> None:
    """A bit of everything: what every stored database holds, as far as its schema knew it."""
    store_document(store)
    with store.work(CLERK) as work:
        answer = Answer(State.VALUE, "08/07/1970", "1970-07-08")
        given = Verification(FieldPath("birth_date"), answer, "lan", work.at, SPOT)
        work.documents.answer(DOCUMENT, given)
        work.commit("field-answered", DOCUMENT)
    with store.work(REVIEWER) as work:
        name = Answer(State.VALUE, "NGUYỄN THỊ ƯỚC", "NGUYỄN THỊ ƯỚC")
        evidence = Evidence(DOCUMENT, 1, Box(10, 20, 300, 40), "NGUYỄN THỊ ƯỚC .", 0.75)
        work.cadres.add(CADRE, "2c-bnv-2008", at=work.at)
        work.cadres.write(CADRE, [RecordValue(FieldPath("full_name"), name, evidence, "minh", work.at)])
        work.users.put(USER)
        work.commit("record-written", CADRE)
    with store.work(REVIEWER) as work:
        work.dossiers.describe(DOCUMENT, INDEX)
        work.dossiers.ask(CORRECTION)
        work.dossiers.key_again(DOCUMENT, FieldPath("birth_date"), KEYED_AGAIN)
        work.cadres.add(OTHER_CADRE, "2c-bnv-2008", at=work.at)
        work.dossiers.tell_apart(CADRE, OTHER_CADRE, by="minh", at=work.at)
        work.dossiers.merge(MERGE)
        work.dossiers.undo(MERGE.id, by="minh", at=work.at)
        work.units.put(UNIT)
        work.scan_profiles.put(SCAN_PROFILE)
        work.turned_stacks.put(BATCH, TURNED_STACK)
        work.holdings.say(DOCUMENT, HELD)
        work.holdings.say(DOCUMENT, replace(HELD, reason=None, remark=""))
        work.holdings.note(DOCUMENT, NOTE)
        work.commit("dossier-furnished", CADRE)
