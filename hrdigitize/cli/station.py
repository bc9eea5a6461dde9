"""The command `station`: a screen of its own for who feeds a scanner all day."""

from __future__ import annotations

from typing import Annotated

import typer

from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Colour, Feed, ScanSettings
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault

_Defaults = ScanSettings("")


def station(
    context: typer.Context,
    *,
    name: AsOption,
    device: Annotated[str, typer.Option("--device", metavar="ID", show_default=False)],
    store: StoreOption = None,
    dpi: Annotated[int, typer.Option("--dpi", min=75, max=1200)] = _Defaults.dpi,
    colour: Annotated[Colour, typer.Option("--colour")] = _Defaults.colour,
    feed: Annotated[Feed, typer.Option("--feed")] = _Defaults.feed,
    size: Annotated[tuple[int, int], typer.Option("--size", metavar="MM MM")] = (
        _Defaults.width_mm,
        _Defaults.height_mm,
    ),
    muted: Annotated[bool, typer.Option("--mute")] = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Opens the scanning station on a scanner; exit code 0 when it is closed."""
    terminal: Terminal = context.obj
    if terminal.open_station is None:
        raise UserFault("window-no-display")
    settings = ScanSettings(device, dpi, colour, feed, *size)
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        return terminal.open_station(app, actor, Sane(), settings, muted=muted)
