"""`intake --watch`: what a scanner's own software writes into a folder comes in, until Ctrl+C."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

from hrdigitize.capture.watched import Remark, WatchedFolder
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.secrecy import Secrecy

if TYPE_CHECKING:  # loading it costs a second that other commands do not need
    from hrdigitize.domain.actors import Actor
    from hrdigitize.services.intake import IntakeReport
    from hrdigitize.services.watching import Watching


def watch_folder(
    terminal: Terminal,
    watching: Watching,
    folder: WatchedFolder,
    *,
    actor: Actor,
    into: BatchId | None,
    marking: Secrecy,
    once: bool,
) -> IntakeReport | None:
    """Watches until Ctrl+C; `once`: until nothing more is likely to be complete soon. None: nothing came."""
    from hrdigitize.services.watching import looks

    def tell(remark: Remark) -> None:
        terminal.fault(UserFault(remark.code), about=remark.name)

    if not once:
        terminal.say("intake-watching")
    with _stopping() as stopped, terminal.progress("intake-taking") as progress:
        report = watching.watch(
            folder,
            looks(stopped.wait, until_still=folder if once else None),
            actor=actor,
            into=into,
            marking=marking,
            taken=lambda _, pages: progress(pages, pages),
            told=tell,
        )
    if report.known:
        terminal.say("intake-known", files=report.known)
    if report.brought is None:
        terminal.say("intake-nothing-new")
    return report.brought


@contextmanager
def _stopping() -> Iterator[Event]:
    """Set at the first Ctrl+C, so that the file on its way is taken to its end; the second one breaks off."""
    stopped = Event()

    def stop(_number: int, _frame: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)
