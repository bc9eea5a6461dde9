"""Pages from a scanner are safe one by one; a batch that broke off goes on where it was."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Device
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.services.intake import IntakeReport
from hrdigitize.store.checking import check
from tests.services.made_up import CLERK, Office, scan

_SETTINGS = ScanSettings("test:0", dpi=75)


@dataclass
class Feeder:
    """Gives so many different pages, then fails, or is empty."""

    sheets: int
    fault: str = ""

    def devices(self) -> tuple[Device, ...]:
        return (Device("feeder", "Feeder"),)

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        while self.sheets:
            self.sheets -= 1
            yield scan(400 + self.sheets)
        if self.fault:
            raise UserFault(self.fault)


def _numbers(office: Office, batch: BatchId) -> list[int]:
    def look() -> list[int]:
        with office.store.view() as view:
            return [page.page.number for page in view.batches.pages(batch)]

    return office.lane.run(look)


def test_a_jam_keeps_what_came_and_the_batch_goes_on(office: Office) -> None:
    told = list[int]()
    report = office.intake.scan(
        Feeder(3, "scanner-jammed"), _SETTINGS, actor=CLERK, taken=lambda _, pages: told.append(pages)
    )
    assert report.stopped is not None
    assert (report.stopped.code, report.pages, told) == ("scanner-jammed", 3, [1, 2, 3])
    rest = office.intake.scan(Feeder(2), _SETTINGS, actor=CLERK, into=report.batch)
    assert (rest.batch, rest.pages, rest.stopped) == (report.batch, 5, None)
    assert _numbers(office, report.batch) == [1, 2, 3, 4, 5]
    assert office.lane.run(lambda: check(office.store)) == ()


@pytest.mark.parametrize("fault", ["scanner-jammed", ""])
def test_nothing_is_made_where_not_one_page_came(office: Office, fault: str) -> None:
    with pytest.raises(UserFault) as caught:
        office.intake.scan(Feeder(0, fault), _SETTINGS, actor=CLERK)
    assert caught.value.code == (fault or "scanner-empty")

    def entries() -> int:
        with office.store.view() as view:
            return len(list(view.audit.entries()))

    assert office.lane.run(entries) == 0


def test_a_batch_that_was_read_takes_no_more(office: Office) -> None:
    report = office.intake.scan(Feeder(1), _SETTINGS, actor=CLERK)
    office.reading.read(report.batch, actor=CLERK)
    for code, batch in (("batch-already-read", report.batch), ("batch-unknown", BatchId("none"))):
        feeder = Feeder(1)
        with pytest.raises(UserFault) as caught:
            office.intake.scan(feeder, _SETTINGS, actor=CLERK, into=batch)
        assert caught.value.code == code
        assert feeder.sheets == 1, "no paper moves for a batch that takes none"


def test_files_given_again_are_passed_over(office: Office, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(4)]
    for number, file in enumerate(files):
        file.write_bytes(scan(400 + number))
    begun = office.intake.capture(files[:2], actor=CLERK)
    whole = office.intake.capture(files, actor=CLERK, into=begun.batch)
    assert (whole.pages, _numbers(office, begun.batch)) == (4, [1, 2, 3, 4])
    again = office.intake.capture(files[1:2], actor=CLERK, into=begun.batch)
    assert again.pages == 4
    files[1].write_bytes(scan(500))
    other = office.intake.capture(files[1:2], actor=CLERK, into=begun.batch)
    assert other.pages == 5, "another paper under the name of one that the batch has"


def test_a_file_that_was_missing_is_taken_when_it_is_there(office: Office, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.png" for number in range(3)]
    for number in (0, 2):
        files[number].write_bytes(scan(400 + number))
    begun = office.intake.capture(files, actor=CLERK)
    assert (begun.pages, [one.name for one in begun.refused]) == (2, ["1.png"])
    files[1].write_bytes(scan(401))
    assert office.intake.capture(files, actor=CLERK, into=begun.batch).pages == 3


@pytest.mark.skipif(sys.platform != "linux", reason="SANE is Linux's way to scanners")
def test_fifty_sheets_through_a_real_driver(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell_figure: Callable[[str], None]
) -> None:
    """SANE's simulated feeder holds ten: it is filled five times, jams and is unplugged in between."""
    (tmp_path / "dll.conf").write_text("test\n", "utf-8")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    faulty = [Sane(options=("--read-return-value", f"SANE_STATUS_{one}")) for one in ("JAMMED", "IO_ERROR")]
    report: IntakeReport | None = None
    stops = list[str]()
    for turn, breaks in zip(range(5), itertools.cycle([None, *faulty])):
        if breaks is not None and report is not None:
            with pytest.raises(UserFault) as caught:
                office.intake.scan(breaks, _SETTINGS, actor=CLERK, into=report.batch)
            stops.append(caught.value.code)
        into = report.batch if report is not None else None
        report = office.intake.scan(Sane(), _SETTINGS, actor=CLERK, into=into)
        assert report.pages == 10 * (turn + 1)
    assert report is not None
    assert _numbers(office, report.batch) == list(range(1, 51))
    assert stops == ["scanner-jammed", "scanner-lost", "scanner-jammed"]
    assert office.lane.run(lambda: check(office.store)) == ()
    tell_figure(
        f"SANE's simulated feeder: {report.pages} of 50 pages taken in order, {len(stops)} stops between"
    )
