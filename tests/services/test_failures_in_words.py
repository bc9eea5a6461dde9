"""What goes wrong in an office is said in Vietnamese and English: what happened, and what to do."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId, PageId
from hrdigitize.messages import sentence
from hrdigitize.store.checking import check
from hrdigitize.store.connection import connect
from hrdigitize.store.layout import DATABASE_NAME, ORIGINALS_NAME
from tests.conftest import TellFigure
from tests.services.made_up import scan
from tests.services.test_office import HEAD, Office
from tests.store.made_up import KEY, new_store, opened_store
from tests.store.old_schemas import answers, old_store

_ROOT = Path(__file__).parents[2]
_CLERK = Actor("lan", Role.CLERK)
#: A store of the newest schema and a copy of it for the upgrade fit in, and not much more.
_SMALL_DISK = "6m"


def _can_mount() -> bool:
    """Whether this system lets a process mount a small disk that nobody else sees."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-Urm", "true"], capture_output=True, check=False).returncode == 0


on_small_disk = pytest.mark.skipif(not _can_mount(), reason="no small disk can be mounted here")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file")


def said(code: str, params: Mapping[str, str], vi: str, en: str) -> None:
    """Both sentences hold these words, which say what to do, and ask for it politely."""
    in_vietnamese = sentence(code, params, language="vi")
    in_english = sentence(code, params, language="en")
    assert vi in in_vietnamese
    assert en in in_english
    assert "xin " in in_vietnamese.lower()
    assert "lease " in in_english


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "store", tmp_path / "stick")
    app, _ = made.set_up()
    app.close()
    return made


@contextmanager
def entered(office: Office) -> Iterator[App]:
    app, _ = office.enter("lan", HEAD.passphrase)
    try:
        yield app
    finally:
        app.close()


def refused(office: Office, passphrase: str = HEAD.passphrase) -> UserFault:
    with pytest.raises(UserFault) as fault:
        office.enter("lan", passphrase)
    return fault.value


def test_a_bad_passphrase(office: Office) -> None:
    fault = refused(office, "bốn mùa hoa sửa")
    assert (fault.code, fault.params["seconds"]) == ("login-refused", "1")
    said(
        fault.code,
        fault.params,
        "bộ gõ tiếng Việt và phím Caps Lock",
        "the Vietnamese keyboard and Caps Lock",
    )


@pytest.mark.parametrize("at", [0, 17, 200, 4095, 4097, 30_000, 90_000, -1])
def test_a_damaged_file_is_told_and_replaced_by_nothing(office: Office, at: int) -> None:
    database = office.folder / DATABASE_NAME
    content = bytearray(database.read_bytes())
    content[at] ^= 0x10
    database.write_bytes(content)
    fault = refused(office)
    assert fault.code in ("store-damaged", "store-not-readable")
    said(fault.code, fault.params, "báo kỹ thuật viên để lấy lại bản sao lưu", "restore the backup")
    assert database.read_bytes() == content


@on_small_disk
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(
    tmp_path: Path, tell_figure: TellFigure
) -> None:
    old_store(tmp_path / "old", 3, answers)
    (tmp_path / "disk").mkdir()
    script = (
        f'mount -t tmpfs -o size={_SMALL_DISK} none "$1" && exec "$0" -m tests.services.full_disk "$1" "$2"'
    )
    told = _worked(
        ["unshare", "-Urm", "sh", "-c", script, sys.executable, tmp_path / "disk", tmp_path / "old"]
    )
    codes = {told.pop(work) for work in ("intake", "backup", "upgrade")}
    assert codes == {"store-disk-full"}
    assert told == {"generations": "0", "again": "", "lost": "0", "findings": "0", "upgrade again": ""}
    said("store-disk-full", {}, "giải phóng bớt dung lượng ổ đĩa rồi làm lại", "free some space and repeat")
    tell_figure("full disk: intake, backup and upgrade each said so, 0 acknowledged files lost, all went on")


@on_posix
def test_a_disk_that_takes_no_more_loses_nothing(tmp_path: Path) -> None:
    old_store(tmp_path / "old", 3, answers)
    (tmp_path / "disk").mkdir()
    most = str(200_000)
    places = [str(tmp_path / "disk"), str(tmp_path / "old")]
    command = [sys.executable, "-m", "tests.services.full_disk", *places, most]
    told = _worked(command)
    assert {told.pop(work) for work in ("intake", "backup")} == {"store-cannot-write"}
    assert told == {"generations": "0", "again": "", "lost": "0", "findings": "0", "upgrade again": ""}
    said("store-cannot-write", {}, "kiểm tra ổ đĩa và quyền ghi", "check the disk and its permissions")


def _worked(command: Sequence[str | Path]) -> dict[str, str]:
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is another one there")
@pytest.mark.parametrize("noted", [True, False])
def test_a_store_that_another_program_holds(office: Office, *, noted: bool) -> None:
    holding = (
        "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.flock(f, 2); print('held', flush=True); input()"
    )
    note = office.folder / "in-use.json"
    with subprocess.Popen(
        [sys.executable, "-c", holding, office.folder / "in-use.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        if noted:
            note.write_text('{"who": "hà (PHONG-2)", "since": "2026-11-02T08:00:00+00:00"}', "utf-8")
        fault = refused(office)
        other.communicate("\n")
    assert fault.code == ("store-in-use-by" if noted else "store-in-use")
    vi, en = "đóng", "close"
    said(fault.code, fault.params, vi, en)
    if noted:
        said(fault.code, fault.params, "hà (PHONG-2)", "02/11/2026")
    with entered(office) as app:
        assert app.upkeep.check(actor=Actor("lan", Role.COMMUNE_HEAD)) == ()


def test_a_database_that_a_scanner_of_viruses_holds(tmp_path: Path) -> None:
    new_store(tmp_path / "store").close()
    other = connect(tmp_path / "store" / DATABASE_NAME, KEY)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserFault) as fault:
        opened_store(tmp_path / "store")
    other.close()
    assert fault.value.code == "store-in-use"
    said(fault.value.code, fault.value.params, "thử lại", "try again")
    store = opened_store(tmp_path / "store")
    assert check(store) == ()
    store.close()


@pytest.mark.parametrize("gone", [True, False])
def test_the_file_of_a_page_that_is_gone_or_damaged(office: Office, tmp_path: Path, *, gone: bool) -> None:
    (tmp_path / "page.png").write_bytes(scan())
    with entered(office) as app:
        batch = app.intake.capture([tmp_path / "page.png"], actor=_CLERK).batch
        page = app.lane.run(lambda: _pages(app, batch)[0])
        app.backups.make(tmp_path / "disk", actor=Actor("lan", Role.TECHNICIAN))
        (original,) = (office.folder / ORIGINALS_NAME).glob("*/*.sealed")
        whole = original.read_bytes()
        original.unlink() if gone else original.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(UserFault) as fault:
            app.desk.picture(page, actor=_CLERK)
        (finding,) = app.upkeep.check(actor=Actor("lan", Role.TECHNICIAN))
        report = app.backups.make(tmp_path / "disk", actor=Actor("lan", Role.TECHNICIAN))
    expected = "original-missing" if gone else "original-damaged"
    assert (fault.value.code, finding.code, finding.subject) == (expected, expected, original.stem)
    said(expected, {}, "báo kỹ thuật viên để lấy lại bản sao lưu", "restore the backup")
    assert (report.rescuable, report.lost) == (1, 0)
    said("db-backup-rescuable", {"count": "1"}, "giữ kỹ ổ này", "keep this disk safe")
    said("db-backup-lost", {"count": "1"}, "quét lại trang giấy", "scan the paper again")
    said("db-backup-mended", {"count": "1"}, "thay ổ đĩa hoặc USB", "use another disk or stick")


def _pages(app: App, batch: BatchId) -> list[PageId]:
    with app.store.view() as view:
        return [one.page.id for one in view.batches.pages(batch)]


def test_a_clock_that_lost_its_battery_is_told_with_both_dates_and_hinders_nobody(
    office: Office, tmp_path: Path
) -> None:
    before = office.now
    office.now = datetime(2009, 1, 1, tzinfo=UTC)
    (tmp_path / "page.png").write_bytes(scan())
    with entered(office) as app:
        behind = app.clock_behind
        assert app.intake.capture([tmp_path / "page.png"], actor=_CLERK).pages == 1
        log = app.upkeep.log(actor=Actor("lan", Role.COMMUNE_HEAD))
        assert app.upkeep.check(actor=Actor("lan", Role.COMMUNE_HEAD)) == ()
    assert behind is not None
    assert (behind.now.year, behind.known.date()) == (2009, before.date())
    said("clock-behind", behind.params, "01/01/2009", "01/01/2009")
    said("clock-behind", behind.params, f"{before:%d/%m/%Y}", f"{before:%d/%m/%Y}")
    said("clock-behind", behind.params, "thay pin đồng hồ", "change the clock's battery")
    actions = [entry.action for entry in log]
    assert actions[:3] == ["store-founded", "logged-in", "clock-behind"]
    assert dict(log[2].detail) == {"now": behind.now.isoformat(), "known": behind.known.isoformat()}
    assert [entry.sequence for entry in log] == sorted(entry.sequence for entry in log)


def test_each_setting_back_is_told_once_and_a_right_clock_never(office: Office) -> None:
    def told() -> bool:
        with entered(office) as app:
            return app.clock_behind is not None

    office.now += timedelta(days=400)
    assert [told(), told()] == [False, False]
    office.now -= timedelta(days=90)
    assert [told(), told(), told()] == [True, False, False]
    office.now -= timedelta(minutes=62)  # an hour goes on at each look
    assert not told()


def test_a_new_store_is_made_by_a_dead_clock_too(tmp_path: Path) -> None:
    made = Office(tmp_path / "new", tmp_path / "stick-2", datetime(2009, 1, 1, tzinfo=UTC))
    app, _ = made.set_up()
    app.close()
    assert app.clock_behind is not None
    again, _ = made.enter("lan", HEAD.passphrase)
    again.close()
    assert again.clock_behind is not None
