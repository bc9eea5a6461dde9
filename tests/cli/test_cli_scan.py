"""The commands `scan` and `scan-profiles`, typed as an office would, with SANE's simulated scanners."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.cli.main import run
from hrdigitize.crypto.passphrases import LEAST_COST
from tests.capture.escl_simulator import Simulated, simulated
from tests.cli.programs import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners")

HEAD, CLERK = "bốn mùa hoa sữa", "gió bấc mưa phùn"
#: Runs a command line with these lines on standard input.
Program = Callable[..., Outcome]
_SCAN = "scan --as minh --read-later --dpi 75"
#: SANE's simulated feeder holds ten sheets.
_IN_THE_FEEDER = 10


@pytest.fixture
def office(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A set-up store with a head (lan) and a clerk (minh), and simulated scanners alone."""
    (tmp_path / "dll.conf").write_text("test\n", "utf-8")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("hrdigitize.app.calibrated", lambda _: LEAST_COST)

    def start(command: str, *lines: str, name: str | None = None) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        words = [*command.split(), *([] if name is None else [name]), "--language", "en"]
        code = run(words, {}, open_window=None)  # type: ignore[arg-type]
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    made = start(f"db init --user lan --name Lan --shares {tmp_path / 'stick'}", HEAD, HEAD)
    assert made.code == 0, made.err
    added = start("user add minh --as lan --role clerk --name Minh", HEAD, CLERK, CLERK)
    assert added.code == 0, added.err
    own = start("scanners")
    assert "test:0" in own.out
    return start


@pytest.fixture
def clerk(office: Program) -> Program:
    """The office, once the clerk has a passphrase of her own."""
    chosen = office("user passphrase --as minh", CLERK, HEAD + CLERK, HEAD + CLERK)
    assert chosen.code == 0, chosen.err
    return lambda command, *lines, **rest: office(command, HEAD + CLERK, *lines, **rest)


def _batch(outcome: Outcome) -> str:
    found = re.search(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", outcome.out + outcome.err)
    assert found is not None, outcome
    return found[0]


def test_both_sides_by_hand(clerk: Program) -> None:
    done = clerk(f"{_SCAN} --device test:0 --both-sides-by-hand", "")
    assert (done.code, done.err.count("turn it over")) == (0, 0), done.err
    assert f"{_IN_THE_FEEDER} fronts are safe" in done.out
    assert f"{_IN_THE_FEEDER} sheets were put in order" in done.out
    assert f"has {2 * _IN_THE_FEEDER} pages" in done.out


def test_both_sides_go_on_after_nobody_answered(clerk: Program) -> None:
    """The sitting ends while the stack is being turned over: as when the PC goes off."""
    begun = clerk(f"{_SCAN} --device test:0 --both-sides-by-hand")
    assert begun.code == 2
    batch = _batch(begun)
    done = clerk(f"{_SCAN} --device test:0 --both-sides-by-hand --into {batch}", "t", "")
    assert done.code == 1, "twenty fronts and ten backs"
    assert "There are 20 fronts and only 10 backs" in done.err
    assert f"--both-sides-by-hand --into {batch}" in done.err
    done = clerk(f"{_SCAN} --device test:0 --both-sides-by-hand --into {batch}", "")
    assert (done.code, "20 sheets were put in order" in done.out) == (0, True), done.err
    assert "has 40 pages" in done.out


def test_both_sides_that_do_not_match_can_be_left(clerk: Program) -> None:
    batch = _batch(clerk(f"{_SCAN} --device test:0 --both-sides-by-hand"))
    left = clerk(f"{_SCAN} --both-sides-by-hand --into {batch} --as-it-lies")
    assert (left.code, "in the order in which they came" in left.out) == (0, True)


def test_settings_by_name(clerk: Program, office: Program) -> None:
    kept = clerk("scan-profiles save --as minh --device test:0 --dpi 75 --colour grey", name="Quầy một cửa")
    assert (kept.code, "Quầy một cửa" in kept.out) == (0, True)
    listed = clerk("scan-profiles list --as minh").out
    assert all(word in listed for word in ("Quầy", "test:0", "grey", "Hồ sơ nhà nước", "ready"))
    scanned = clerk("scan --as minh --read-later --profile", name="quầy một cửa")
    assert (scanned.code, f"has {_IN_THE_FEEDER} pages" in scanned.out) == (0, True), scanned.err
    locked = office("scan-profiles lock --as lan", HEAD, name="Quầy một cửa")
    assert (locked.code, "are locked" in locked.out) == (0, True)
    for command in (
        "scan-profiles save --as minh --dpi 300",
        "scan-profiles remove --as minh",
        "scan --as minh --read-later --dpi 150 --profile",
        "scan --as minh --read-later --device test:1 --profile",
    ):
        refused = clerk(command, name="Quầy một cửa")
        assert (refused.code != 0, "locked" in refused.err) == (True, True)
    assert office("scan-profiles unlock --as lan", HEAD, name="Quầy một cửa").code == 0
    assert clerk("scan-profiles remove --as minh", name="Quầy một cửa").code == 0


def test_a_ready_profile_needs_a_scanner_and_takes_no_other_resolution(clerk: Program) -> None:
    assert "name the scanner" in clerk("scan --as minh --profile", name="Hồ sơ Đảng").err
    assert "locked" in clerk("scan --as minh --device test:0 --dpi 75 --profile", name="Hồ sơ Đảng").err


def test_a_scanner_on_the_network_only_with_consent(clerk: Program) -> None:
    inside = Simulated(sheets=2)
    with simulated(inside) as device:
        refused = clerk(f"{_SCAN} --device {device}")
        assert (refused.code != 0, "--network" in refused.err, inside.asked) == (True, True, [])
        done = clerk(f"{_SCAN} --device {device} --feed both-sides --network")
    assert (done.code, "has 4 pages" in done.out) == (0, True), done.err


def test_a_jam_is_told_with_how_to_go_on(clerk: Program) -> None:
    inside = Simulated(sheets=4, jams_after=3)
    with simulated(inside) as device:
        stopped = clerk(f"{_SCAN} --device {device} --network")
        assert (stopped.code, "jammed" in stopped.err) == (1, True)
        inside.state, inside.jams_after = "", None
        done = clerk(f"{_SCAN} --device {device} --network --into {_batch(stopped)}")
    assert (done.code, "has 4 pages" in done.out) == (0, True), done.err
