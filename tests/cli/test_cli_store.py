"""The commands of a store, typed as an office would: set up, users, check, log, recovery."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from hrdigitize import services
from hrdigitize.cli.main import run
from hrdigitize.cli.terminal import Terminal
from hrdigitize.crypto.passphrases import LEAST_COST
from hrdigitize.domain.faults import UserFault
from hrdigitize.messages import codes
from hrdigitize.store.layout import ORIGINALS_NAME
from tests.cli.programs import Outcome

HEAD, CLERK = "bốn mùa hoa sữa", "gió bấc mưa phùn"
#: Runs a command line with these lines on standard input.
Program = Callable[..., Outcome]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    # As on a slow PC: logging in takes a second as it should, and the tests log in often.
    monkeypatch.setattr("hrdigitize.app.calibrated", lambda _: LEAST_COST)

    def start(command: str, *lines: str, language: str = "vi", last: str | None = None) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        words = [*command.split(), *([] if last is None else [last]), "--language", language]
        code = run(words, {}, open_window=None)  # type: ignore[arg-type]
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return start


@pytest.fixture
def office(program: Program, tmp_path: Path) -> Program:
    made = program(f"db init --user lan --name Lan --shares {tmp_path / 'stick'}", HEAD, HEAD)
    assert made.code == 0, made.err
    assert "manh-khoa" not in made.out
    return program


def test_a_store_is_made_checked_and_its_log_read(office: Program, tmp_path: Path) -> None:
    sheets = sorted(path.name for path in (tmp_path / "stick").iterdir())
    assert sheets == ["manh-khoa-1.pdf", "manh-khoa-2.pdf", "manh-khoa-3.pdf"]
    checked = office("db check --as lan", HEAD)
    assert (checked.code, "nguyên vẹn" in checked.out) == (0, True)
    log = office("db log --as lan", HEAD, language="en")
    assert [word in log.out for word in ("store set up", "store checked", "head of the office")] == [True] * 3


def test_a_damaged_original_is_found(office: Program, tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(b"no picture")
    store = tmp_path / "hrdigitize" / "store"
    from hrdigitize.app import enter
    from hrdigitize.cli.entering import now
    from hrdigitize.domain.actors import Actor, Role

    app, _ = enter(store, "lan", HEAD, clock=now)
    app.intake.capture([tmp_path / "page.png"], actor=Actor("lan", Role.CLERK))
    app.close()
    (kept,) = (store / ORIGINALS_NAME).glob("*/*.sealed")
    sealed = kept.read_bytes()
    kept.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    checked = office("db check --as lan", HEAD)
    assert (checked.code, kept.stem in checked.out) == (1, True)


def test_a_broken_log_is_told_by_its_line(office: Program, tmp_path: Path) -> None:
    from hrdigitize.app import enter
    from hrdigitize.cli.entering import now

    def rewrite() -> None:
        with app.store._engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER audit_entries_no_update")
            connection.exec_driver_sql("UPDATE audit_entries SET actor = 'minh' WHERE sequence = 2")

    app, _ = enter(tmp_path / "hrdigitize" / "store", "lan", HEAD, clock=now)
    app.lane.run(rewrite)
    app.close()
    checked = office("db check --as lan", HEAD)
    assert (checked.code, "không còn liền mạch từ dòng số 2." in checked.out) == (1, True)


def test_an_anchor_is_printed_and_the_log_compared_with_it(office: Program, tmp_path: Path) -> None:
    printed = office("db anchor --as lan", HEAD)
    assert (printed.code, "phiếu cuối ngày" in printed.err) == (0, True)
    told, letters = printed.out.splitlines()
    assert re.search(r"lúc \d\d:\d\d \d\d/\d\d/\d{4}, nhật ký có 3 dòng", told)
    checked = office("db check --as lan --anchor", HEAD, last=letters)
    assert (checked.code, "khớp với cả 1 mã chốt" in checked.out) == (0, True)
    sheets = tmp_path / "chốt.txt"
    later = office("db anchor --as lan", HEAD).out.splitlines()[1]
    sheets.write_text(f"\ufeff{letters}\r\n\r\n{later.lower()}\r\n", "utf-8")
    checked = office(f"db check --as lan --anchors {sheets} --anchor", HEAD, last=later, language="en")
    assert (checked.code, "all 3 anchors" in checked.out) == (0, True)
    log = office("db log --as lan", HEAD).out
    assert log.count("lấy mã chốt nhật ký") == 2


def test_a_log_that_does_not_hold_an_anchor_is_told_and_so_is_a_slip_of_the_pen(
    office: Program, tmp_path: Path
) -> None:
    letters = office("db anchor --as lan", HEAD).out.splitlines()[1]
    shutil.copytree(tmp_path / "hrdigitize", tmp_path / "aside")
    later = office("db anchor --as lan", HEAD).out.splitlines()[1]
    shutil.rmtree(tmp_path / "hrdigitize")
    shutil.copytree(tmp_path / "aside", tmp_path / "hrdigitize")
    cut = office("db check --as lan --anchor", HEAD, last=later)
    assert (cut.code, "nay nhật ký ngắn hơn" in cut.out, "khớp với cả" in cut.out) == (1, True, False)
    assert ("Xin chưa khôi phục gì" in cut.out, "lấy lại bản sao lưu" in cut.out) == (True, False)
    assert office("db check --as lan --anchor", HEAD, last=letters).code == 0
    again = office("db check --as lan --anchor", HEAD, last=later)
    assert (again.code, "không còn đúng như khi lấy mã chốt" in again.out) == (1, True)


def test_an_anchor_copied_wrongly_or_from_no_text_file_is_told(office: Program, tmp_path: Path) -> None:
    letters = office("db anchor --as lan", HEAD).out.splitlines()[1]
    slip = office("db check --as lan --anchor", HEAD, last=letters[:-1])
    assert (slip.code, "Mã chốt thứ 1 chép chưa đúng" in slip.err) == (2, True)
    missing = office(f"db check --as lan --anchors {tmp_path / 'none.txt'}", HEAD)
    assert (missing.code, "none.txt" in missing.err) == (2, True)
    (tmp_path / "picture.txt").write_bytes(b"\xff\xd8\xff")
    assert office(f"db check --as lan --anchors {tmp_path / 'picture.txt'}", HEAD).code == 2


def test_a_backup_says_what_it_found_damaged(office: Program, tmp_path: Path) -> None:
    from hrdigitize.app import enter
    from hrdigitize.cli.entering import now
    from hrdigitize.domain.actors import Actor, Role

    (tmp_path / "page.png").write_bytes(b"no picture")
    app, _ = enter(tmp_path / "hrdigitize" / "store", "lan", HEAD, clock=now)
    app.intake.capture([tmp_path / "page.png"], actor=Actor("lan", Role.CLERK))
    app.close()
    backup = f"db backup --to {tmp_path / 'disk'} --as lan"
    assert office(backup, HEAD).code == 0
    (copy,) = (tmp_path / "disk" / ORIGINALS_NAME).glob("*/*.sealed")
    sealed = copy.read_bytes()
    copy.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    mended = office(backup, HEAD)
    assert (mended.code, "1 bản gốc bị hỏng" in mended.out) == (0, True)
    (kept,) = (tmp_path / "hrdigitize" / "store" / ORIGINALS_NAME).glob("*/*.sealed")
    kept.unlink()
    rescuable = office(backup, HEAD)
    assert (rescuable.code, "Xin giữ kỹ ổ này" in rescuable.out) == (1, True)
    copy.unlink()
    lost = office(backup, HEAD, language="en")
    assert (lost.code, "no older backup was removed" in lost.out) == (1, True)


def test_a_clock_in_2009_is_told_and_the_command_done(
    office: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrdigitize.cli.entering.now", lambda: datetime(2009, 1, 1, 12, tzinfo=UTC))
    checked = office("db check --as lan", HEAD)
    assert (checked.code, "01/01/2009" in checked.err, "Xin chỉnh lại ngày giờ" in checked.err) == (
        0,
        True,
        True,
    )
    monkeypatch.undo()


def test_names_steer_no_terminal(office: Program, tmp_path: Path) -> None:
    terminal = Terminal("vi")
    hostile = "a\nGIẢ MẠO\x1b[2J\x1b]0;x\x07\u202eb"
    added = office("user add minh --role clerk --as lan --name", HEAD, CLERK, CLERK, last=f"Minh {hostile}")
    assert added.code == 0, added.err
    listed = office("user list --as lan", HEAD)
    terminal.fault(UserFault("profile-cannot-write", name=hostile), about=hostile)
    terminal.tell("db-recovered", name=hostile)
    assert "GIẢ MẠO" in listed.out
    told = office("db check --as lan", HEAD)
    for stream in (listed.out, told.out, told.err):
        assert not {"\x1b", "\x07", "\u202e"} & set(stream)
    assert terminal.text("db-recovered", name=hostile).count("\n") == 0
    assert "\x1b" not in terminal.text("db-recovered", name=hostile)


def test_users_come_change_and_go(office: Program) -> None:
    assert office("user add minh --name Minh --role clerk --as lan", HEAD, CLERK, CLERK).code == 0
    assert "minh" in office("user list --as lan", HEAD).out
    assert office("user role minh --role reviewer --as lan", HEAD).code == 0
    assert office("user list --as minh", CLERK).code == 2
    changed = office("user passphrase --as minh", CLERK, "sông xanh núi biếc", "sông xanh núi biếc")
    assert changed.code == 0
    again = office("user passphrase --as minh", "sông xanh núi biếc", "nắng mới đầu hè", "nắng mới đầu hè")
    assert again.code == 0
    assert "không có quyền" in office("user list --as minh", "nắng mới đầu hè").err
    assert office("user reset minh --as lan", HEAD, CLERK, CLERK).code == 0
    assert office("user unlock minh --as lan", HEAD).code == 0
    assert office("user retire minh --as lan", HEAD).code == 0
    assert office("user list --as minh", CLERK).code == 2


def test_whoever_was_given_a_passphrase_chooses_one_before_anything_else(office: Program) -> None:
    added = office("user add thu --name Thu --role auditor --as lan", HEAD, CLERK, CLERK)
    assert (added.code, "phải đặt mật khẩu của riêng mình" in added.err) == (0, True)
    for command in ("db check", "db log", "db anchor", "user list", "dossier list"):
        refused = office(f"{command} --as thu", CLERK)
        assert (refused.code, refused.out) == (2, "")
        assert "hrdigitize user passphrase --as thu" in refused.err
    same = office("user passphrase --as thu", CLERK, CLERK, CLERK)
    assert (same.code, "giống mật khẩu do người khác đặt" in same.err) == (2, True)
    assert office("user passphrase --as thu", CLERK, "nắng mới đầu hè", "nắng mới đầu hè").code == 0
    log = office("db log --as thu", "nắng mới đầu hè", language="en")
    assert (log.code, "passphrase changed" in log.out) == (0, True)
    reset = office("user reset thu --as lan", HEAD, CLERK, CLERK, language="en")
    assert (reset.code, "has to choose a passphrase" in reset.err) == (0, True)
    assert office("db log --as thu", "nắng mới đầu hè").code == 2
    office("user unlock thu --as lan", HEAD)
    told = office("db log --as thu", CLERK, language="en")
    assert (told.code, "choose your own" in told.err) == (2, True)


def test_the_station_opens_for_who_came_in_and_says_so_without_a_screen(office: Program) -> None:
    command = "station --device test:0 --as lan"
    refused = office(command, HEAD)
    assert (refused.code, refused.out) == (2, "")
    assert "màn hình" in refused.err
    assert office(command, "sai mật khẩu rồi").code == 2


def test_a_scheduler_is_refused_before_anybody_is_asked(office: Program) -> None:
    for executor in ("tcp://127.0.0.1:8786", "dask://127.0.0.1:8786"):
        told = office(f"scan --device test:0 --as lan --executor {executor}", language="en")
        assert (told.code, told.out) == (2, "")
        assert "TLS" in told.err


def test_wrong_input_is_a_sentence_and_no_traceback(office: Program) -> None:
    refused = office("db check --as lan", "sai mật khẩu rồi")
    assert (refused.code, "không đúng" in refused.err) == (2, True)
    waits = office("db check --as lan", HEAD)
    assert (waits.code, "Xin đợi" in waits.err) == (2, True)
    assert office("user add minh --name Minh --role king --as lan", HEAD).code == 2
    assert "chưa có mật khẩu" in office("db check --as lan").err.lower()
    assert "Traceback" not in refused.err + waits.err


def test_two_passphrases_that_differ_make_nothing(program: Program, tmp_path: Path) -> None:
    made = program(f"db init --user lan --name Lan --shares {tmp_path / 'stick'}", HEAD, CLERK)
    assert (made.code, "không giống nhau" in made.err) == (2, True)
    assert not (tmp_path / "stick").exists()


def test_a_pc_that_is_gone_comes_back_from_the_backup_and_two_sheets(
    office: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path / "disk"
    made = office(f"db backup --to {disk} --as lan", HEAD)
    assert (made.code, "bản sao lưu số 1" in made.out) == (0, True)
    shutil.rmtree(tmp_path / "hrdigitize")
    assert office("db check --as lan", HEAD).code == 2
    restored = office(f"db restore --from {disk}")
    assert (restored.code, "số 1" in restored.out) == (0, True)
    assert office("db recover --user lan", *_shares(tmp_path, 2, 3), CLERK, CLERK).code == 0
    assert office("db check --as lan", CLERK).code == 0
    log = office("db log --as lan", CLERK).out
    # The copy was made before its own line was written.
    assert ("khôi phục mật khẩu" in log, "sao lưu" in log) == (True, False)
    assert "Không tìm thấy bản sao lưu" in office(f"db restore --from {disk} --number 9").err


def test_shares_read_off_the_sheets_bring_the_head_back(office: Program, tmp_path: Path) -> None:
    shares = _shares(tmp_path, 1, 3)
    recovered = office("db recover --user lan", *shares, CLERK, CLERK)
    assert (recovered.code, recovered.err) == (0, "")
    assert office("db check --as lan", CLERK).code == 0
    assert "dấu nhận dạng" in office("db recover --user lan", shares[0], shares[0], CLERK, CLERK).err


def _shares(folder: Path, *numbers: int) -> list[str]:
    """The words of printed sheets, in the order of their numbers."""
    shares = []
    for number in numbers:
        document = pypdfium2.PdfDocument(folder / "stick" / f"manh-khoa-{number}.pdf")
        text = document[0].get_textpage().get_text_range()
        document.close()
        words = {int(at): word for at, word in re.findall(r"\b(\d{1,2})\.\s+([a-z]+)", text)}
        shares.append(" ".join(words[at] for at in sorted(words)))
    return shares


def test_every_action_that_the_log_may_have_has_words() -> None:
    sources = (Path(services.__file__).parent).glob("*.py")
    named = {
        action
        for source in sources
        for action in re.findall(
            r'(?:commit|_changed|_rewrap)\([^")]*?"([a-z]+-[a-z]+)"', source.read_text("utf-8")
        )
    }
    assert len(named) >= 16
    assert {f"action-{action}" for action in named} <= set(codes())


def test_a_centre_s_key_opens_the_store_of_a_commune(program: Program, tmp_path: Path) -> None:
    lock = tmp_path / "khoa.json"
    made = program(f"db recovery-key --shares {tmp_path / 'stick'} --to {lock}")
    assert made.code == 0, made.err
    fingerprint = re.search(r"(?:[0-9A-F]{4} ){3}[0-9A-F]{4}", made.out)
    assert fingerprint is not None
    begun = program(f"db init --user lan --name Lan --recovery-key {lock}", HEAD, HEAD)
    assert (begun.code, fingerprint.group() in begun.out) == (0, True)
    assert list((tmp_path / "hrdigitize" / "store").glob("*.pdf")) == []
    recovered = program("db recover --user lan", *_shares(tmp_path, 1, 3), CLERK, CLERK)
    assert recovered.code == 0, recovered.err
    assert program("db check --as lan", CLERK).code == 0


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b'{"kind": "hrdigitize-recovery-lock", "public": "AAAA"}']
)
def test_a_file_that_is_no_key_is_refused(program: Program, tmp_path: Path, content: bytes) -> None:
    lock = tmp_path / "khoa.json"
    lock.write_bytes(content)
    refused = program(f"db init --user lan --name Lan --recovery-key {lock}", HEAD, HEAD)
    assert (refused.code, "khoa.json" in refused.err) == (2, True)
    missing = program(f"db init --user lan --name Lan --recovery-key {tmp_path / 'none'}", HEAD, HEAD)
    assert missing.code == 2
    neither = program("db init --user lan --name Lan", HEAD, HEAD)
    assert (neither.code, "--recovery-key" in neither.err) == (2, True)
