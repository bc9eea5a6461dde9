"""Fifty sides of twenty-five sheets, in one pass from both sides, through breaks: by eSCL and by SANE."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrdigitize.capture.escl import Escl
from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Scanner
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import Feed, ScanSettings
from hrdigitize.services.intake import IntakeReport
from hrdigitize.store.checking import check
from tests.capture.escl_simulator import Simulated, number_of, simulated
from tests.services.made_up import CLERK, Office

_SHEETS = 25


def _shades(office: Office, batch: BatchId) -> list[int]:
    """Which sides the batch has, in its order: read from the originals as they were sealed."""

    def look() -> list[int]:
        with office.store.view() as view:
            contents = [file.content for file in view.batches.files(batch)]
        return [number_of(office.store.originals.fetch(one)) for one in contents if one is not None]

    return office.lane.run(look)


def _sane(device: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Scanner, str]:
    (folder / "dll.conf").write_text("airscan\n", "utf-8")
    (folder / "airscan.conf").write_text(
        f'[devices]\n"Simulated" = {device.removeprefix("escl:")}, eSCL\n[options]\ndiscovery = disable\n',
        "utf-8",
    )
    monkeypatch.setenv("SANE_CONFIG_DIR", str(folder))
    (found,) = Sane().devices()
    return Sane(), found.id


@pytest.mark.parametrize(
    "way",
    [
        "escl",
        pytest.param(
            "sane",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners"),
        ),
    ],
)
def test_fifty_sides_with_a_jam_and_a_lost_scanner_in_between(
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tell_figure: Callable[[str], None],
    way: str,
) -> None:
    inside = Simulated(sheets=_SHEETS, jams_after=20)
    stops = list[str]()
    with simulated(inside) as address:
        scanner, device = (Escl(), address) if way == "escl" else _sane(address, tmp_path, monkeypatch)
        settings = ScanSettings(device, dpi=75, feed=Feed.BOTH_SIDES)

        def sitting(into: BatchId | None) -> IntakeReport:
            report = office.intake.scan(scanner, settings, actor=CLERK, into=into)
            if report.stopped is not None:
                stops.append(report.stopped.code)
            return report

        jammed = sitting(None)
        assert (jammed.pages, inside.sheets) == (20, 15)
        inside.state, inside.jams_after, inside.breaks_after = "", None, 34
        lost = sitting(jammed.batch)
        assert (lost.pages, inside.sheets) == (34, 8)
        inside.breaks_after = None
        done = sitting(jammed.batch)
    assert (done.pages, stops) == (2 * _SHEETS, ["scanner-jammed", "scanner-lost"])
    assert _shades(office, done.batch) == list(range(1, 2 * _SHEETS + 1))
    assert office.lane.run(lambda: check(office.store)) == ()
    tell_figure(f"two-sided feeder by {way}: {done.pages} of 50 sides in order, {len(stops)} stops between")
