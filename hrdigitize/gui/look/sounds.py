"""The two tones of the station: well done, look here. Qt's own player is 100 MB; the system has one."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from hrdigitize import bundle

#: PipeWire's, PulseAudio's and ALSA's own, the first one that is there.
_PLAYERS = ("pw-play", "paplay", "aplay")


class Sound(StrEnum):
    """The names of the files in resources/sounds (made by packaging/make-tones.py)."""

    DONE = "done"
    LOOK = "look"


class Sounds:
    """Plays without waiting; the system's bell where there is no player. muted: says nothing at all."""

    def __init__(self, *, muted: bool = False) -> None:
        self.muted = muted

    def play(self, sound: Sound) -> None:
        if self.muted:
            return
        if not _played(bundle.resources() / "sounds" / f"{sound.value}.wav"):
            QApplication.beep()


def _played(file: Path) -> bool:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
        return True
    for name in _PLAYERS:
        program = QStandardPaths.findExecutable(name)
        if program:
            return bool(QProcess.startDetached(program, [str(file)])[0])
    return False
