"""Backups made while somebody works: each restores, is sound, and holds all that was acknowledged (H3)."""

from __future__ import annotations

import itertools
import shutil
import threading
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from hrdigitize.crypto.keyring import Keyring
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, BatchId, FieldPath, Verification
from hrdigitize.domain.stored import SourceFile
from hrdigitize.store.backup import BackupPlace
from hrdigitize.store.checking import check
from hrdigitize.store.keyrings import write_keyring
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.originals import Originals
from tests.conftest import TellFigure
from tests.store.made_up import CLERK, DOCUMENT, KEY, furnish, new_store, opened_store, page, source_file

_BACKUPS = 100
#: Papers taken in during the storm; then only answers, so that the store stays small and the test short.
_PAPERS = 4
#: Between two units of work: a backup waits for the lane as everybody does.
_BREATH_S = 0.02
_FIRST_DAY = date(2026, 1, 5)


class Storm:
    """Somebody who takes papers in and types answers without a break, on a thread of their own."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store, self._lane = store, lane
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self.acknowledged = 0

    def __enter__(self) -> Storm:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _work(self) -> None:
        for number in itertools.count(100):
            if self._stop.is_set():
                return
            if number % 5 == 0 and number < 100 + 5 * _PAPERS:
                self._take_in(number)
            self._lane.run(lambda: self._answer(number))  # noqa: B023 - runs before the next number
            self.acknowledged = number
            self._stop.wait(_BREATH_S)

    def _take_in(self, number: int) -> None:
        file = source_file(self._store, f"scan {number}".encode() * 50, position=number)
        self._lane.run(lambda: self._note(number, file))

    def _note(self, number: int, file: SourceFile) -> None:
        batch = BatchId(f"batch-{number}")
        with self._store.work(CLERK) as work:
            work.batches.add(batch, at=work.at, by="lan")
            work.batches.add_file(batch, file, [page(number, file)])
            work.commit("file-captured", batch)

    def _answer(self, number: int) -> None:
        with self._store.work(CLERK) as work:
            answer = Answer(State.VALUE, f"Văn thư {number}", None)
            work.documents.answer(
                DOCUMENT, Verification(FieldPath("post", "career", 0), answer, "lan", work.at)
            )
            work.commit("field-answered", DOCUMENT, number=number)


def _restored_entries(place: BackupPlace, folder: Path) -> int:
    """The number of the last answer in the newest backup, which is sound."""
    place.restore(place.generations()[-1], folder)
    restored = opened_store(folder)
    try:
        assert check(restored) == ()
        with restored.view() as view:
            last = view.audit.last("field-answered")
        assert last is not None
        return int(last.detail.get("number", 0))
    finally:
        restored.close()
        shutil.rmtree(folder)


def test_every_backup_of_a_storm_restores_and_is_sound(
    tmp_path: Path, tell_figure: TellFigure, monkeypatch: pytest.MonkeyPatch
) -> None:
    lane = Lane()
    store = lane.run(lambda: new_store(tmp_path / "store"))
    # A hundred restored stores need no empty folders for papers to come: they would cost most of the time.
    monkeypatch.setattr(Originals, "prepare", lambda _: None)
    lane.run(lambda: furnish(store))
    write_keyring(tmp_path / "store", Keyring.made("store-1", KEY, None))
    place, sound, units = BackupPlace(tmp_path / "disk"), 0, 0
    try:
        with Storm(store, lane) as storm:
            for number in range(_BACKUPS):
                day = _FIRST_DAY + timedelta(days=number)
                before = storm.acknowledged
                lane.run(lambda: place.make(store, tmp_path / "store", KEY, made_on=day))  # noqa: B023
                after = storm.acknowledged
                held = _restored_entries(place, tmp_path / "restored")
                assert before <= held <= after + 1
                sound += 1
            units = storm.acknowledged
    finally:
        with suppress(RuntimeError):
            lane.run(store.close)
        lane.close()
    tell_figure(f"H3 backups in a write storm of {units} units: {sound} of {_BACKUPS} restored and sound")
    assert sound == _BACKUPS
    assert units > _BACKUPS
