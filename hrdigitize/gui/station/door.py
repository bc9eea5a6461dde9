"""The door of the scanning station."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from hrdigitize.app import App
from hrdigitize.capture.scanners import Scanner
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.scanning import ScanSettings
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.gui.entry.idle import LOCK_AFTER_MS, IdleWatch
from hrdigitize.gui.look.sounds import Sounds
from hrdigitize.gui.running import errors, garbage
from hrdigitize.gui.running.dressing import dressed
from hrdigitize.gui.station.session import StationSession
from hrdigitize.gui.station.station import Station
from hrdigitize.services.markings import require_digitisable
from hrdigitize.services.permissions import Action, require
from hrdigitize.workers.decoding import Decoder


def open_station(
    app: App,
    actor: Actor,
    scanner: Scanner,
    settings: ScanSettings,
    *,
    marking: Secrecy = Secrecy.OPEN,
    muted: bool = False,
    lock_after_ms: int = LOCK_AFTER_MS,
) -> int:
    """Fills the screen and stays until it is closed; gives the exit code.

    It closes by itself when nobody touched it for so long and nothing went on: whoever comes back logs in
    again. marking: what the operator says that the papers are. UserFault "action-not-allowed" for who may not
    scan, "secrecy-refused" for papers that are never digitised.
    """
    require(actor, Action.CAPTURE)
    require_digitisable(marking)
    qt = dressed()
    with errors.hook_installed(), garbage.collected_here():
        session = StationSession(app, actor, scanner, settings, Decoder().decode, marking=marking)
        _stay_open(qt, session, Sounds(muted=muted), lock_after_ms)
    return 0


def _stay_open(qt: QApplication, session: StationSession, sounds: Sounds, lock_after_ms: int) -> None:
    """The window's whole life: when this returns nothing refers to it any more."""
    station = Station(session, sounds)
    watch = IdleWatch(lock_after_ms, station)
    watch.idle.connect(station.close)
    session.changed.connect(watch.touched)  # paper that moves, pages that are read
    station.showFullScreen()
    station.windowHandle().installEventFilter(watch)
    qt.exec()
