"""What a scanner's software puts into a folder comes in once, whatever happens to either."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hrdigitize.capture.watched import TAKEN_FOLDER, WatchedFolder
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.stored import SourceFile
from hrdigitize.services.watching import WatchReport, looks
from hrdigitize.store.checking import check
from hrdigitize.store.opening import open_store
from tests.services.killed_sitting import KEY
from tests.services.made_up import CLERK, MovableClock, Office, open_office, scan, stack


def _watched(
    office: Office, folder: Path, into: BatchId | None = None, marking: Secrecy = Secrecy.OPEN
) -> WatchReport:
    """One watch until nothing more is on its way, by a clock on which a look takes a second."""
    seconds = [0.0]

    def passed(by: float) -> bool:
        seconds[0] += by
        return False

    watched = WatchedFolder(folder, now=lambda: seconds[0])
    turns = looks(passed, until_still=watched)
    return office.watching.watch(watched, turns, actor=CLERK, into=into, marking=marking)


def _files(office: Office, batch: BatchId) -> tuple[SourceFile, ...]:
    def look() -> tuple[SourceFile, ...]:
        with office.store.view() as view:
            return view.batches.files(batch)

    return office.lane.run(look)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "máy quét"
    made.mkdir()
    return made


def test_what_is_complete_becomes_one_batch_in_order(office: Office, folder: Path) -> None:
    for number in (10, 2, 1):
        (folder / f"scan{number}.png").write_bytes(scan(400 + number))
    (folder / "hồ sơ.tif").write_bytes(stack(300, 301))
    report = _watched(office, folder)
    assert report.brought is not None
    names = [file.name for file in _files(office, report.brought.batch)]
    assert names == ["hồ sơ.tif", "scan1.png", "scan2.png", "scan10.png"]
    assert (report.brought.pages, report.known) == (5, 0)
    assert office.lane.run(lambda: check(office.store)) == ()


def test_what_comes_in_is_marked_as_the_operator_says(office: Office, folder: Path) -> None:
    (folder / "scan001.png").write_bytes(scan(400))
    with pytest.raises(UserFault) as caught:
        _watched(office, folder, marking=Secrecy.SECRET)
    assert caught.value.code == "secrecy-refused"
    report = _watched(office, folder, marking=Secrecy.CONFIDENTIAL)
    assert report.brought is not None
    office.reading.read(report.brought.batch, actor=CLERK)
    assert [entry.batch for entry in office.markings.register(actor=CLERK)] == [report.brought.batch]


def test_a_second_watch_takes_only_what_is_new(office: Office, folder: Path) -> None:
    (folder / "scan001.png").write_bytes(scan(400))
    first = _watched(office, folder)
    assert first.brought is not None
    assert _watched(office, folder) == WatchReport(None, known=1)
    (folder / "scan001.png").write_bytes(scan(401))  # the scanner's software begins again
    (folder / "scan002.png").write_bytes(scan(400))  # the same paper under another name is another page
    again = _watched(office, folder, into=first.brought.batch)
    assert again.brought is not None
    assert (again.brought.batch, again.brought.pages, again.known) == (first.brought.batch, 3, 0)


def test_a_bad_file_is_kept_apart_with_its_reason(office: Office, folder: Path) -> None:
    (folder / "a.png").write_bytes(scan(400))
    (folder / "b.txt").write_bytes("Không phải ảnh".encode())
    (folder / "c.png").write_bytes(scan(402))
    seconds = [0.0]
    watched = WatchedFolder(folder, now=lambda: seconds[0])

    def turns() -> Iterator[None]:
        for _ in range(70):
            seconds[0] += 1
            yield

    told = list[tuple[str, str]]()
    report = office.watching.watch(
        watched, turns(), actor=CLERK, told=lambda remark: told.append((remark.name, remark.code))
    )
    assert report.brought is not None
    assert [(one.name, one.code) for one in report.brought.refused] == [("b.txt", "file-not-image")]
    assert report.brought.pages == 2
    assert told == [("b.txt", "watched-incomplete")]


def test_nothing_new_makes_no_batch(office: Office, folder: Path) -> None:
    assert _watched(office, folder) == WatchReport()

    def entries() -> int:
        with office.store.view() as view:
            return len(list(view.audit.entries()))

    assert office.lane.run(entries) == 0


def test_a_batch_that_takes_no_more_is_told_before_anybody_waits(office: Office, folder: Path) -> None:
    with pytest.raises(UserFault) as refused:
        office.watching.watch(
            WatchedFolder(folder, now=lambda: 0.0), iter(()), actor=CLERK, into=BatchId("none")
        )
    assert refused.value.code == "batch-unknown"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and no fork")
@pytest.mark.parametrize("move", ["stay", "move"])
def test_watches_that_are_killed_take_everything_once(
    tmp_path: Path, folder: Path, move: str, tell_figure: Callable[[str], None]
) -> None:
    kills, pages = 12, 60
    scans = {f"scan{number}.png": scan(300 + number) for number in range(pages)}
    for name, content in scans.items():
        (folder / name).write_bytes(content)
    open_office(tmp_path / "store").close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_watch", tmp_path / "store", folder, str(kills), move],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": "."},
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    told = [int(line) for line in done.stdout.split()]
    store = open_store(tmp_path / "store", KEY, clock=MovableClock(), randomness=os.urandom)
    with store.view() as view:
        batches = [entry.subject for entry in view.audit.entries() if entry.action == "batch-opened"]
        kept = [file for batch in batches for file in view.batches.files(BatchId(batch))]
    contents = [(file.name, store.originals.fetch(file.content)) for file in kept if file.content]
    assert sorted(contents) == sorted(scans.items()), "each file once"
    assert check(store) == ()
    store.close()
    assert sum(told) <= pages
    assert len([count for count in told if count]) > 2, "too few kills fell among pages"
    if move == "move":
        assert {file.name for file in (folder / TAKEN_FOLDER).iterdir()} == set(scans)
    tell_figure(f"{kills} watches killed over {pages} files ({move}): 0 lost, 0 taken twice")
