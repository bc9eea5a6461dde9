"""The commands `scan` and `scanners`: paper comes into the store from a scanner, one side or both."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.capture.choosing import devices_here, scanner_for
from hrdigitize.capture.scanners import Scanner
from hrdigitize.cli.asking import ask_line
from hrdigitize.cli.entering import AsOption, StoreOption, entered, now
from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.intake import (
    ALL_TAKEN,
    SOME_FAILED,
    IntoOption,
    LaterOption,
    MarkingOption,
    read_all,
    show_intake,
    show_sitting,
    telling,
)
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.record import BatchId
from hrdigitize.domain.scanning import (
    LEAST_DPI,
    LEAST_THRESHOLD,
    MOST_DPI,
    MOST_THRESHOLD,
    Colour,
    Feed,
    ScanSettings,
)
from hrdigitize.domain.secrecy import Secrecy

if TYPE_CHECKING:
    from hrdigitize.app import App
    from hrdigitize.domain.actors import Actor
    from hrdigitize.services.intake import IntakeReport

DeviceOption = Annotated[str | None, typer.Option("--device", metavar="ID", show_default=False)]
DpiOption = Annotated[int | None, typer.Option("--dpi", min=LEAST_DPI, max=MOST_DPI, show_default=False)]
ColourOption = Annotated[Colour | None, typer.Option("--colour", show_default=False)]
FeedOption = Annotated[Feed | None, typer.Option("--feed", show_default=False)]
ThresholdOption = Annotated[
    int | None, typer.Option("--threshold", min=LEAST_THRESHOLD, max=MOST_THRESHOLD, show_default=False)
]
SizeOption = Annotated[tuple[int, int] | None, typer.Option("--size", metavar="MM MM", show_default=False)]
ProfileOption = Annotated[str | None, typer.Option("--profile", metavar="NAME", show_default=False)]
NetworkOption = Annotated[bool, typer.Option("--network")]
_MORE_FRONTS = "t"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was typed of the settings; None where nothing was."""

    device: str | None = None
    dpi: int | None = None
    colour: Colour | None = None
    feed: Feed | None = None
    size: tuple[int, int] | None = None
    threshold: int | None = None

    def over(self, settings: ScanSettings) -> ScanSettings:
        """The settings, with what was typed in the place of theirs."""
        width, height = self.size or (settings.width_mm, settings.height_mm)
        return ScanSettings(
            device=self.device if self.device is not None else settings.device,
            dpi=self.dpi or settings.dpi,
            colour=self.colour or settings.colour,
            feed=self.feed or settings.feed,
            width_mm=width,
            height_mm=height,
            threshold=self.threshold or settings.threshold,
        )


def scan(
    context: typer.Context,
    *,
    name: AsOption,
    device: DeviceOption = None,
    profile: ProfileOption = None,
    store: StoreOption = None,
    dpi: DpiOption = None,
    colour: ColourOption = None,
    feed: FeedOption = None,
    size: SizeOption = None,
    threshold: ThresholdOption = None,
    network: NetworkOption = False,
    by_hand: Annotated[bool, typer.Option("--both-sides-by-hand")] = False,
    as_it_lies: Annotated[bool, typer.Option("--as-it-lies")] = False,
    into: IntoOption = None,
    marking: MarkingOption = Secrecy.OPEN,
    read_later: LaterOption = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Scans what lies in the feeder into the store and reads it. Exit codes as `intake`."""
    terminal: Terminal = context.obj
    wishes = Wishes(device, dpi, colour, feed, size, threshold)
    batch = BatchId(into) if into is not None else None
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        if by_hand and as_it_lies and batch is not None:
            app.both_sides.leave(batch, actor=actor)
            terminal.tell("sides-left")
            return ALL_TAKEN
        settings = chosen_settings(terminal, app, actor, profile, wishes)
        scanner = scanner_for(settings.device, platform=sys.platform, network=network)
        if by_hand:
            report = _ByHand(terminal, app, actor, scanner, settings, marking).done(batch)
            if report is None:
                return SOME_FAILED
            return read_all(terminal, app, actor, report, later=read_later)
        if read_later:
            report = app.intake.scan(scanner, settings, actor=actor, into=batch, marking=marking)
            return show_intake(terminal, report)
        with terminal.progress("intake-scanning") as progress:
            told = telling(progress)
            sitting = app.sitting.scan(scanner, settings, actor=actor, into=batch, marking=marking, told=told)
        return show_sitting(terminal, app, actor, sitting)


def scanners(context: typer.Context) -> int:
    """Lists the scanners that answer."""
    terminal: Terminal = context.obj
    found = devices_here(platform=sys.platform)
    if not found:
        terminal.say("scanner-none")
        return SOME_FAILED
    table = Table()
    for column in ("device", "name"):
        table.add_column(terminal.text(f"scanner-column-{column}"), overflow="fold")
    for device in found:
        table.add_row(Text(device.id), Text(device.name))
    terminal.show(table)
    return ALL_TAKEN


def chosen_settings(
    terminal: Terminal, app: App, actor: Actor, profile: str | None, wishes: Wishes
) -> ScanSettings:
    """What was typed over the profile's settings. UserFault "scan-device-missing", "scan-profile-locked"."""
    base = ScanSettings("")
    if profile is not None:
        kept = app.scan_profiles.named(profile, actor=actor)
        if kept.locked and wishes.over(kept.settings) != replace(
            kept.settings, device=kept.settings.device or wishes.device or ""
        ):
            raise UserFault("scan-profile-locked")
        if not kept.holds_on(now().astimezone().date()):
            terminal.say("scan-profile-outdated")
        base = kept.settings
    settings = wishes.over(base)
    if not settings.device:
        raise UserFault("scan-device-missing")
    return settings


@dataclass(frozen=True, slots=True)
class _ByHand:
    """A sitting that takes both sides of a stack, one after the other, with whoever stands at the scanner."""

    terminal: Terminal
    app: App
    actor: Actor
    scanner: Scanner
    settings: ScanSettings
    marking: Secrecy

    def done(self, batch: BatchId | None) -> IntakeReport | None:
        """The sitting's last report when all is in order; None where it broke off, which was told."""
        stand = self.app.both_sides.standing(batch, actor=self.actor) if batch is not None else None
        if batch is None or stand is None:
            report = self._fronts(batch)
            batch = report.batch
            if self._broke_off(report):
                return None
        while not self._turned(batch):
            if self._broke_off(self._fronts(batch)):
                return None
        return self._backs(batch)

    def _turned(self, batch: BatchId) -> bool:
        """Whether the stack is turned over now; it asks where that is not known."""
        stand = self.app.both_sides.standing(batch, actor=self.actor)
        if stand is not None and stand.turned:
            return True
        self.terminal.tell("sides-fronts", fronts=stand.fronts if stand else 0, batch=batch)
        if ask_line(self.terminal, "sides-turn").casefold() == _MORE_FRONTS:
            return False
        self.app.both_sides.turn(batch, actor=self.actor)
        return True

    def _backs(self, batch: BatchId) -> IntakeReport | None:
        stand = self.app.both_sides.turn(batch, actor=self.actor)
        report: IntakeReport | None = None
        if stand.backs < stand.fronts:
            if stand.backs:
                ask_line(self.terminal, "sides-backs", backs=stand.backs, fronts=stand.fronts)
            report = self._scanned(batch)
            if self._broke_off(report):
                return None
        try:
            settled = self.app.both_sides.settle(batch, actor=self.actor)
        except UserFault as fault:
            self.terminal.fault(fault)
            self.terminal.say("sides-go-on", batch=batch)
            return None
        self.terminal.tell("sides-in-order", sheets=stand.fronts)
        return report if report is not None else settled

    def _fronts(self, batch: BatchId | None) -> IntakeReport:
        with self.terminal.progress("intake-scanning") as progress:
            return self.app.both_sides.scan_fronts(
                self.scanner,
                self.settings,
                actor=self.actor,
                into=batch,
                marking=self.marking,
                taken=lambda _, pages: progress(pages, pages),
            )

    def _scanned(self, batch: BatchId) -> IntakeReport:
        with self.terminal.progress("intake-scanning") as progress:
            return self.app.both_sides.scan_backs(
                self.scanner,
                self.settings,
                batch,
                actor=self.actor,
                taken=lambda _, pages: progress(pages, pages),
            )

    def _broke_off(self, report: IntakeReport) -> bool:
        if report.stopped is None:
            return False
        self.terminal.fault(report.stopped)
        self.terminal.say("sides-go-on", batch=report.batch)
        return True
