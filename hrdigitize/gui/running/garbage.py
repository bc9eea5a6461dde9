"""Objects in cycles are let go on the window's thread alone: a Qt object must not die on the lane."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget

_LOOK_EVERY_MS = 1000


@contextmanager
def collected_here() -> Iterator[None]:
    """Python's own collector rests while this lasts; a timer of this thread does its work.

    Python collects on whichever thread happens to allocate. On the lane that destroyed parts of the
    window while the window's thread was working on them, and the program ended (segmentation fault in
    one run of the window's tests out of ten). Needs a QApplication.
    """
    timer = QTimer()
    timer.setInterval(_LOOK_EVERY_MS)
    timer.timeout.connect(_collect_if_due)
    was_on = gc.isenabled()
    gc.disable()
    leave_out_what_lives()
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        if was_on:
            gc.unfreeze()
        # What is left of the window dies here, before other threads may collect again.
        gc.collect()
        if was_on:
            gc.enable()


def leave_out_what_lives() -> None:
    """As long as a window is open, nobody looks again through what lives now (lists, registers, words).

    With it, one look at all objects kept the window waiting for 120 ms (240,000 objects). For a moment at
    which people wait anyway: what was left out before is looked through once more, for what is left of a
    window that was closed since lies among it.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def leave_out_what_came() -> None:
    """As `leave_out_what_lives`, for what was just loaded and stays, without a look at all that is there."""
    gc.freeze()


def let_go(window: QWidget) -> None:
    """A window that was closed dies now, with all that it holds.

    What is connected to signals of its parts is kept by Qt, and keeps the window in turn: no collector sees
    that. Each window that was locked left 67 MiB, and a page to log in on the passphrase that was typed.
    """
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _collect_if_due() -> None:
    """The oldest generation that is over its threshold, as Python itself would choose."""
    due = [
        age
        for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(max(due))
