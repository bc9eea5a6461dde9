"""Scanning from the room: which scanner, with which settings, one side or both by hand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from hrdigitize.capture.choosing import devices_here, scanner_for
from hrdigitize.capture.scanners import Device, Scanner
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import ScanProfile, ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.intake.session import IntakeSession
from hrdigitize.services.both_sides import Standing
from hrdigitize.services.intake import IntakeReport, Taken


@dataclass(frozen=True, slots=True)
class WaysToScan:
    """How scanners are found and spoken to; tests have a feeder of their own."""

    devices: Callable[[], tuple[Device, ...]] = lambda: devices_here(platform=sys.platform)
    scanner: Callable[[str], Scanner] = lambda device: scanner_for(
        device, platform=sys.platform, network=False
    )


class Scanning(QObject):
    """Signals: found (devices, profiles); turned (Standing or None): how far a stack is whose sides are
    scanned by hand.
    """

    found = Signal(object, object)
    turned = Signal(object)

    def __init__(self, frame: Frame, session: IntakeSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame, self._session = frame, session
        self.ways = WaysToScan()

    def look(self) -> None:
        """Asks which scanners answer and which settings are kept; a scanner may take seconds to answer."""
        profiles, actor, ways = self._frame.app.scan_profiles, self._frame.actor, self.ways
        self._frame.aside.start(
            lambda: (profiles.all(actor=actor), ways.devices()),
            lambda seen: self.found.emit(seen[1], seen[0]),
        )

    def scan(self, device: str, profile: ScanProfile | None, marking: Secrecy, into: BatchId | None) -> None:
        """Takes what lies in the feeder; the batch is read to its end."""
        settings, intake, actor = _settings(device, profile), self._frame.app.intake, self._frame.actor
        scanner = _Stoppable(self.ways.scanner, device, self._session.stopping)
        self._session.feed(
            lambda taken: intake.scan(
                scanner, settings, actor=actor, into=into, marking=marking, taken=taken
            ),
            self.tr("Quét giấy"),
        )

    def scan_fronts(
        self, device: str, profile: ScanProfile | None, marking: Secrecy, into: BatchId | None
    ) -> None:
        """The front sides of a stack, or more of them; nothing is read before both sides are in order."""
        settings, sides, actor = _settings(device, profile), self._frame.app.both_sides, self._frame.actor
        scanner = _Stoppable(self.ways.scanner, device, self._session.stopping)
        self._session.feed(
            lambda taken: sides.scan_fronts(
                scanner, settings, actor=actor, into=into, marking=marking, taken=taken
            ),
            self.tr("Quét mặt trước"),
            reads=False,
        )

    def scan_backs(self, device: str, profile: ScanProfile | None, batch: BatchId) -> None:
        """The stack is turned over: its back sides; once there are as many as fronts, all is put in order."""
        settings, sides, actor = _settings(device, profile), self._frame.app.both_sides, self._frame.actor
        scanner = _Stoppable(self.ways.scanner, device, self._session.stopping)

        def backs(taken: Taken) -> IntakeReport:
            stand = sides.turn(batch, actor=actor)
            if stand.backs < stand.fronts:
                report = sides.scan_backs(scanner, settings, batch, actor=actor, taken=lambda *_: None)
                if report.stopped is not None:
                    return report
            settled = sides.settle(batch, actor=actor)
            taken(settled.batch, settled.pages)
            return settled

        self._session.feed(backs, self.tr("Quét mặt sau"))

    def leave_sides(self, batch: BatchId) -> None:
        """The pages stay in the order in which they came."""
        sides, actor = self._frame.app.both_sides, self._frame.actor
        self._frame.lane.start(lambda: sides.leave(batch, actor=actor), lambda _: self._session.refresh())

    def ask_standing(self, batch: BatchId) -> None:
        """How far the stack of a batch is; `turned` says it."""
        sides, actor = self._frame.app.both_sides, self._frame.actor

        def told(standing: Standing | None) -> None:
            self.turned.emit(standing)

        self._frame.lane.start(lambda: sides.standing(batch, actor=actor), told)


class _Stoppable:
    """A scanner that is looked for when it is needed, and that stops between two sheets when asked."""

    def __init__(self, way: Callable[[str], Scanner], device: str, stopping: Callable[[], bool]) -> None:
        self._way, self._device, self._stopping = way, device, stopping

    def devices(self) -> tuple[Device, ...]:
        return self._way(self._device).devices()

    def pages(self, settings: ScanSettings) -> Generator[bytes, None, None]:
        with closing(self._way(self._device).pages(settings)) as pages:
            for page in pages:
                yield page
                if self._stopping():
                    return


def _settings(device: str, profile: ScanProfile | None) -> ScanSettings:
    base = profile.settings if profile is not None else ScanSettings(device)
    return replace(base, device=base.device or device)
