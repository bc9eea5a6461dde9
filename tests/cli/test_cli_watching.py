"""`intake --watch` as a clerk types it: what the scanner's software wrote is in the store when it ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrdigitize.capture.watched import TAKEN_FOLDER
from hrdigitize.cli.main import run
from hrdigitize.crypto.passphrases import LEAST_COST
from tests.services.made_up import scan

CLERK = "gió bấc mưa phùn"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a clerk who chose a passphrase; logging in is cheap."""
    monkeypatch.setattr("hrdigitize.app.calibrated", lambda _: LEAST_COST)
    made, head = tmp_path / "store", "bốn mùa hoa sữa"
    first = "nắng mới đầu hè"
    for command, lines in (
        (f"db init --user lan --name Lan --shares {tmp_path / 'stick'}", (head, head)),
        ("user add minh --name Minh --role clerk --as lan", (head, first, first)),
        ("user passphrase --as minh", (first, CLERK, CLERK)),
    ):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert run([*command.split(), "--store", str(made)], {}, open_window=None) == 0  # type: ignore[arg-type]
    return made


def _started(store: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    root = str(Path(__file__).resolve().parents[2])
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "hrdigitize",
            "intake",
            *map(str, arguments),
            "--store",
            store,
            "--as",
            "minh",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
        encoding="utf-8",
    )
    assert program.stdin is not None
    program.stdin.write(f"{CLERK}\n")
    program.stdin.flush()
    return program


def test_once_takes_what_is_complete_and_leaves_the_rest(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "quét"
    folder.mkdir()
    (folder / "scan1.png").write_bytes(scan(400))
    (folder / "scan2.png.tmp").write_bytes(scan(401))
    out, err = _started(store, "--watch", folder, "--once", "--read-later").communicate(timeout=120)
    assert "có 1 trang, đã an toàn trên đĩa" in out, err
    assert (folder / "scan1.png").exists()
    program = _started(store, "--watch", folder, "--once", "--read-later")
    out, err = program.communicate(timeout=120)
    assert (program.returncode, out) == (2, "")
    assert "Số tệp bỏ qua vì kho đã có: 1." in err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to a whole console")
def test_it_watches_until_ctrl_c_and_ends_in_order(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "quét"
    folder.mkdir()
    program = _started(store, "--watch", folder, "--move", "--read-later")
    for number in (1, 2):
        (folder / f"scan{number}.png").write_bytes(scan(400 + number))
        deadline = time.monotonic() + 90
        while not (folder / TAKEN_FOLDER / f"scan{number}.png").exists():
            assert time.monotonic() < deadline, "not taken"
            assert program.poll() is None, "ended too early"
            time.sleep(0.1)
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=60)
    assert program.returncode == 0, err
    assert "có 2 trang, đã an toàn trên đĩa" in out
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["intake", "--as", "minh"], "--watch"),
        (["intake", "a.png", "--watch", ".", "--as", "minh"], "--watch"),
        (["intake", "a.png", "--move", "--as", "minh"], "--watch"),
        (["intake", "--watch", "nirgends", "--as", "minh"], "Không tìm thấy"),
    ],
)
def test_a_line_that_makes_no_sense_is_told(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, {}, open_window=None) == 2  # type: ignore[arg-type]
    assert told in capsys.readouterr().err
