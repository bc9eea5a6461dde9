"""How fast cadres are found among many made-up ones, and what their store costs.

The floor is plain SQLite: the same names, records and texts without marks in one FTS5 table, not encrypted,
asked for the same words, with no tiers, no filters and nothing looked up of what it finds.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from benchmarks.made_up_cadres import DOCUMENT_TYPES, FORM, People, Person
from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.identifiers import Identifiers
from hrdigitize.domain.record import CadreId
from hrdigitize.domain.search import Filters, Query
from hrdigitize.domain.summaries import entry_of
from hrdigitize.domain.words import plain_words
from hrdigitize.store.backup import BackupPlace
from hrdigitize.store.models import (
    BatchRow,
    CadreRow,
    DocumentPageRow,
    DocumentRow,
    FileRow,
    PageRow,
    ReadingRow,
)
from hrdigitize.store.opening import Store, create_store, open_store
from hrdigitize.store.searching.sources import DocumentText
from hrdigitize.store.work import View

_KEY = DataKey(bytes(range(32)))
_AT_A_TIME = 10_000
#: Documents of one batch.
_A_PILE = 200
_REVIEWER = Actor("minh", Role.REVIEWER)
_PAGE = 50
_NO_FILTERS = Filters()
_OF_A_KIND = 100
_VALUES = (
    "INSERT INTO record_values (cadre_id, path, text, value, approved_at, state, approved_by)"
    " VALUES (?, ?, ?, ?, ?, 'value', 'minh')"
)
_AT = datetime(2026, 11, 2, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One search: what is typed, and what is asked beside it."""

    text: str
    filters: Filters = _NO_FILTERS


def measure(cadres: int, folder: Path, *, keep: bool = False) -> None:
    """Builds a store of so many cadres in the folder, measures on it and deletes it.

    keep: it stays, and the next run measures on it: to build a million takes longer than all else.
    """
    print(f"\n{cadres:,} cadres", flush=True)
    place, plainly = folder / f"cadres-{cadres}", Floor(folder / f"floor-{cadres}.db")
    kept = place.exists()
    if kept:
        print("on the store of an earlier run", flush=True)
    else:
        _build(place, plainly, cadres)
    store = _open(place)
    with closing(store), closing(plainly):
        compare(store, plainly, _some(cadres))
        if not kept:
            _units(store)
        _back_up(store, place, folder)
    if not keep:
        shutil.rmtree(place)
        plainly.delete()


def _build(place: Path, plainly: Floor, cadres: int) -> None:
    store = create_store(place, _KEY, clock=_now, randomness=os.urandom)
    with closing(store):
        took = fill(store, plainly, cadres)
    size = (place / "records.db").stat().st_size / 2**20
    print(f"written, indexed in {took:.0f} s: {cadres / took:.0f} cadres/s; {size:.0f} MiB", flush=True)


def compare(store: Store, plainly: Floor, some: Sequence[Person]) -> None:
    """Asks both the same and prints what it took."""
    asked = _questions(some)
    _print(_ask_all(asked, lambda one: _find(store, one)), _ask_all(asked, plainly.find))


class Floor:
    """A plain table of the same words."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = dbapi2.connect(str(path), isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS floor"
            " USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )

    def add(self, people: Sequence[Person]) -> None:
        """All that is written of them."""
        rows = [(" ".join(plain_words(_all_of(person))),) for person in people]
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO floor (words) VALUES (?)", rows)
        self._connection.execute("COMMIT")

    def find(self, one: Asked) -> None:
        """The first of those who have all words, in any place."""
        filters = one.filters
        typed = plain_words(one.text)
        beside = plain_words(f"{filters.unit} {filters.ethnicity} {filters.rank} {filters.qualification}")
        terms = [f'"{word}"' for word in (*beside, *typed)] or ['"minh"']
        if typed and not one.text.endswith(" "):
            terms[-1] += "*"
        sought = "SELECT rowid FROM floor WHERE floor MATCH ? LIMIT 50"
        self._connection.execute(sought, (" AND ".join(terms),)).fetchall()

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def delete(self) -> None:
        """Takes the table from the disk."""
        for file in self._path.parent.glob(f"{self._path.name}*"):
            file.unlink()


def fill(store: Store, plainly: Floor | None, cadres: int) -> float:
    """Writes them all, past the units of work; the seconds that took, without people and floor.

    Each has a record and an approved document.
    """
    people, took = People().people(cadres), 0.0
    with Session(store._engine) as session:
        written = 0
        while lot := list(islice(people, _AT_A_TIME)):
            begun = time.perf_counter()
            _write(session, lot, written)
            took += time.perf_counter() - begun
            if plainly is not None:
                plainly.add(lot)
            written += len(lot)
    return took


def _some(cadres: int) -> Sequence[Person]:
    """Some of them, to be looked for: a thousand, or all where there are fewer."""
    return list(islice(People().people(cadres), 0, None, max(1, cadres // 1000)))


def _write(session: Session, lot: Sequence[Person], before: int) -> None:
    head = {"form": FORM, "created_at": _AT}
    session.execute(insert(CadreRow), [head | {"id": person.cadre.id} for person in lot])
    values = [row for person in lot for row in _value_rows(person)]
    session.connection().exec_driver_sql(_VALUES, values)
    numbered = list(enumerate(lot, start=before + 1))
    _write_piles(session, sorted({_pile(number) for number, _ in numbered}))
    head = {"form": FORM, "status": "approved", "created_at": _AT}
    documents = [
        head
        | {"id": one.document, "type": min(one.documents - {FORM}), "cadre_id": one.cadre.id}
        | {"batch_id": f"b{_pile(at)}", "arrival": at}
        for at, one in numbered
    ]
    session.execute(insert(DocumentRow), documents)
    head = {"width": 2480, "height": 3508, "dpi": 300}
    pages = [
        head
        | {"id": f"p{number}", "page_in_file": number, "number": number}
        | {"batch_id": f"b{_pile(number)}", "file_id": f"f{_pile(number)}"}
        for number, _ in numbered
    ]
    session.execute(insert(PageRow), pages)
    texts = [{"page_id": f"p{at}", "document_id": one.document, "text": one.text} for at, one in numbered]
    session.execute(insert(DocumentPageRow), texts)
    session.execute(insert(ReadingRow), [_read_name(one) for one in lot])
    view = View(session, Identifiers(_now, os.urandom))
    view.listed.refresh(one.document for one in lot)
    index = view.index
    index.add_all(entry_of(person.cadre, person.documents) for person in lot)
    index.add_texts(DocumentText(person.document, person.cadre.id, person.text) for person in lot)
    session.commit()


def _pile(number: int) -> int:
    return (number - 1) // _A_PILE


def _write_piles(session: Session, piles: Sequence[int]) -> None:
    head = {"created_at": _AT, "created_by": "lan"}
    session.execute(insert(BatchRow), [head | {"id": f"b{pile}"} for pile in piles])
    head = {"position": 1, "name": "scan.pdf", "size_bytes": 1, "refusal_code": "made-up"}
    session.execute(insert(FileRow), [head | {"id": f"f{pile}", "batch_id": f"b{pile}"} for pile in piles])


def _read_name(person: Person) -> dict[str, object]:
    """What names the document in lists."""
    name = person.said("full_name")
    place = {"position": 0, "page": 1, "x": 500, "y": 300, "width": 900, "height": 60}
    said = {"path": "full_name", "state": "value", "text": name, "raw": name, "value": name, "doubts": []}
    return said | place | {"document_id": person.document, "confidence": 0.99, "accepted": True}


def _value_rows(person: Person) -> Iterator[tuple[str, ...]]:
    for path, held in person.cadre.values.items():
        text = held.answer.text
        yield person.cadre.id, str(path), text, json.dumps(text), _AT.isoformat(timespec="microseconds")


def _questions(some: Sequence[Person]) -> Mapping[str, Sequence[Asked]]:
    """What is asked, kind by kind, the same for every store."""
    chosen = random.Random(3)
    people = [chosen.choice(some) for _ in range(_OF_A_KIND)]
    rare = [one for one in some if "'" in one.said("full_name") or "Y " in one.said("full_name")]
    names = [one.said("full_name").title() for one in people]
    common = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Văn", "Thị", "Ngọc", "Minh", "Anh")
    kinds: dict[str, list[Asked]] = {
        "full name": [Asked(name) for name in names],
        "full name, no marks": [Asked(" ".join(plain_words(name))) for name in names],
        "name of the highlands": [Asked(chosen.choice(rare).said("full_name")) for _ in names],
        "surname only": [Asked(name.split()[0]) for name in names],
        "as it is typed": [Asked(name[: chosen.randint(1, len(name))]) for name in names],
        "as it is typed, no marks": [
            Asked(" ".join(plain_words(name))[: chosen.randint(1, len(name))]) for name in names
        ],
        "two common words": [Asked(" ".join(chosen.sample(common, 2))) for _ in names],
        "three common words": [Asked(" ".join(chosen.sample(common, 3)) + " ") for _ in names],
        "ID number": [Asked(one.said("id_number")) for one in people],
        "beginning of an ID number": [Asked(one.said("id_number")[: chosen.randint(3, 8)]) for one in people],
        "position and unit": [
            Asked(f"{one.said('current_position')} {one.said('employing_agency').split(maxsplit=3)[-1]}")
            for one in people
        ],
        "words of a document": [Asked(" ".join(one.text.split()[8:12]) + " hồ sơ lưu") for one in people],
        "nothing found": [Asked(f"{name}x {name.split()[0]}q ") for name in names],
        "nothing found, common words": [Asked(f"{' '.join(chosen.sample(common, 4))} zz ") for _ in names],
    }
    return kinds | _filtered(chosen, people, names)


def _filtered(
    chosen: random.Random, people: Sequence[Person], names: Sequence[str]
) -> dict[str, list[Asked]]:
    def some_filters(one: Person) -> Filters:
        year = int(one.said("birth_date")[-4:])
        return Filters(
            unit=one.said("employing_agency"),
            born_from=date(year - chosen.randint(0, 20), 5, 17),
            born_to=date(year + chosen.randint(1, 20), 3, 4),
            sex=one.said("gender"),
        )

    def other_filters(one: Person) -> Filters:
        return Filters(
            ethnicity=one.said("ethnicity"),
            party=chosen.random() < 0.7,
            rank=one.said("rank_code"),
            qualification=one.said("highest_qualification"),
            missing=(chosen.choice(DOCUMENT_TYPES),),
        )

    return {
        "surname in a unit, sex, age": [
            Asked(name.split()[0], some_filters(one)) for name, one in zip(names, people, strict=True)
        ],
        "surname, rank, party, missing": [
            Asked(name.split()[0], other_filters(one)) for name, one in zip(names, people, strict=True)
        ],
        "filters only": [Asked("", other_filters(one)) for one in people],
        "filters few have": [
            Asked(
                "",
                Filters(
                    sex="Nữ", ethnicity="Gia rai", party=False, unit="Chiềng", rank=one.said("rank_code")
                ),
            )
            for one in people
        ],
        "document missing": [
            Asked("", Filters(missing=(chosen.choice(DOCUMENT_TYPES), FORM))) for _ in people
        ],
    }


def _find(store: Store, asked: Asked) -> None:
    with store.view() as view:
        view.finder.find(Query.parse(asked.text), asked.filters, limit=_PAGE)


def _ask_all(
    asked: Mapping[str, Sequence[Asked]], ask: Callable[[Asked], None]
) -> Mapping[str, Sequence[float]]:
    """Milliseconds of each, in a mixed order: nobody asks the same kind a hundred times."""
    order = [(kind, one) for kind, ones in asked.items() for one in ones]
    random.Random(5).shuffle(order)
    took: dict[str, list[float]] = {kind: [] for kind in asked}
    for kind, one in order:
        begun = time.perf_counter()
        ask(one)
        took[kind].append(1000 * (time.perf_counter() - begun))
    return took


def _all_of(person: Person) -> str:
    return " ".join((*(held.answer.text for held in person.cadre.values.values()), person.text))


def _print(ours: Mapping[str, Sequence[float]], plainly: Mapping[str, Sequence[float]]) -> None:
    print(f"{'first page, ms':32}{'p50':>8}{'p95':>8}{'worst':>8}   plain p50     p95   ratio p50     p95")
    all_ours = [one for ones in ours.values() for one in ones]
    all_plain = [one for ones in plainly.values() for one in ones]
    for kind, took in (*ours.items(), ("altogether", all_ours)):
        floor = plainly.get(kind, all_plain)
        middle, late, floor_middle, floor_late = (_p(of, at) for of in (took, floor) for at in (50, 95))
        print(
            f"{kind:32}{middle:8.1f}{late:8.1f}{max(took):8.1f}{floor_middle:12.2f}{floor_late:8.2f}"
            f"{middle / floor_middle:12.1f}{late / floor_late:8.1f}",
            flush=True,
        )


def _p(took: Sequence[float], percent: int) -> float:
    return statistics.quantiles(took, n=100, method="inclusive")[percent - 1]


def _open(place: Path) -> Store:
    begun = time.perf_counter()
    store = open_store(place, _KEY, clock=_now, randomness=os.urandom)
    print(f"opened in {time.perf_counter() - begun:.2f} s", flush=True)
    return store


def _units(store: Store) -> None:
    """Cadres written one by one, as people approve them: record, index and log in one unit of work."""
    took: list[float] = []
    for person in People(seed=8).people(_OF_A_KIND):
        cadre = CadreId(f"new-{person.cadre.id[4:]}")
        begun = time.perf_counter()
        with store.work(_REVIEWER) as work:
            work.cadres.add(cadre, FORM, at=work.at)
            work.cadres.write(cadre, person.cadre.values.values())
            work.commit("document-approved", cadre)
        took.append(1000 * (time.perf_counter() - begun))
    print(
        f"a cadre written and indexed in a unit of work: p50 {_p(took, 50):.0f} ms, p95 {_p(took, 95):.0f} ms"
    )


def _back_up(store: Store, place: Path, folder: Path) -> None:
    disk = BackupPlace(folder / "disk")
    begun = time.perf_counter()
    disk.make(store, place, _KEY, made_on=_now().date())
    made = time.perf_counter()
    (newest,) = disk.generations()
    disk.restore(newest, folder / "restored")
    print(f"backed up and read back in {made - begun:.1f} s, restored in {time.perf_counter() - made:.1f} s")
    shutil.rmtree(folder / "disk")
    shutil.rmtree(folder / "restored")


def _now() -> datetime:
    return datetime.now(tz=UTC)
