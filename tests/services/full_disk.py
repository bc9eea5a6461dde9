"""Fills a small disk and works on it: `python -m tests.services.full_disk FOLDER OLD [MOST_BYTES]`.

FOLDER lies on the small disk, OLD is a store of an older schema elsewhere. Prints one line of JSON: the code
of what each kind of work said, and whether work went on once there was room. MOST_BYTES: no file may grow
longer (where no small disk can be had).
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.store.backup import BackupPlace
from hrdigitize.store.checking import check
from hrdigitize.store.layout import DATABASE_NAME
from hrdigitize.store.opening import Store
from tests.store.made_up import CLERK, KEY, furnish, new_store, opened_store, page, source_file

_BALLAST_BYTES = 2 << 20
_ENOUGH = 2000


def main(folder: Path, old: Path, most_bytes: int) -> None:
    ballast = folder / "ballast"
    ballast.write_bytes(b"\1" * _BALLAST_BYTES)
    store = new_store(folder / "store")
    furnish(store)
    if most_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    taken: list[int] = []
    told = {"intake": code(lambda: _take_in(store, taken, _ENOUGH))}
    place = BackupPlace(folder / "disk")
    told["backup"] = code(lambda: place.make(store, folder / "store", KEY, made_on=date(2026, 11, 2)))
    told["generations"] = str(len(place.generations()))
    if not most_bytes:
        store.close()
        store = opened_store(folder / "store")  # on a full disk one can still look
        told["upgrade"] = code(lambda: _upgraded(old, folder / "old"))
    ballast.unlink()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    held = len(taken)
    told["again"] = code(lambda: _take_in(store, taken, held + 2))
    told["lost"] = str(held + 3 - _kept(store))
    told["findings"] = str(len(check(store)))
    told["upgrade again"] = code(lambda: _upgraded(old, folder / "old"))
    print(json.dumps(told))  # noqa: T201 - the parent waits for it


def code(call: Callable[[], object]) -> str:
    """What it said, "" where it was done."""
    try:
        call()
    except UserFault as fault:
        return fault.code
    return ""


def _take_in(store: Store, taken: list[int], until: int) -> None:
    while len(taken) < until:
        number = 100 + len(taken)
        file = source_file(store, f"scan {number}".encode() * 2500, position=number)
        batch = BatchId(f"batch-{number}")
        with store.work(CLERK) as work:
            work.batches.add(batch, at=work.at, by="lan")
            work.batches.add_file(batch, file, [page(number, file)])
            work.commit("file-captured", batch)
        taken.append(number)


def _kept(store: Store) -> int:
    """How many originals are named and whole; one came with the furniture."""
    with store.view() as view:
        return len([name for name in view.batches.contents() if store.originals.is_whole(name)])


def _upgraded(old: Path, folder: Path) -> None:
    """An old store is brought here while there is room for it, and none for its copy."""
    if not folder.exists():
        (folder / "originals").mkdir(parents=True)
        (folder.parent / "ballast").write_bytes(b"")
        shutil.copyfile(old / DATABASE_NAME, folder / DATABASE_NAME)
        _fill(folder.parent / "ballast")
    opened_store(folder).close()


def _fill(path: Path) -> None:
    """Until the disk, or this file, is full."""
    try:
        with path.open("ab", buffering=0) as file:
            for _ in range(_BALLAST_BYTES // 4096):
                file.write(b"\1" * 4096)
    except OSError:
        return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
