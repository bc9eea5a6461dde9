"""Printing at work: a record becomes a PDF file, whose bytes come back for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import CadreId
from hrdigitize.gui.running.tasks import Tasks
from hrdigitize.services.profiles import Profiles


@dataclass(frozen=True, slots=True)
class PrintedProfile:
    """A profile as it was written: whose, where, and its bytes (so that no file stays open for the view)."""

    cadre: CadreId
    path: Path
    content: bytes


class ProfileSession(QObject):
    """Signals: printed (PrintedProfile), failed (the fault)."""

    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, profiles: Profiles, actor: Actor, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._actor = actor
        self._tasks = tasks

    def print(self, cadre: CadreId, target: Path) -> None:
        """Writes the cadre's profile under this name."""
        self._tasks.start(lambda: self._write(cadre, target), self.printed.emit, self.failed.emit)

    def _write(self, cadre: CadreId, target: Path) -> PrintedProfile:
        written = self._profiles.print(cadre, target=target, actor=self._actor)
        return PrintedProfile(cadre, written, written.read_bytes())
