"""The command `station`: a screen of its own for who feeds a scanner all day."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hrdigitize.capture.choosing import scanner_for
from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.executor import ExecutorOption, TlsOption, readers
from hrdigitize.cli.intake import MarkingOption
from hrdigitize.cli.scan import (
    ColourOption,
    DeviceOption,
    DpiOption,
    FeedOption,
    NetworkOption,
    ProfileOption,
    SizeOption,
    ThresholdOption,
    Wishes,
    chosen_settings,
)
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.secrecy import Secrecy


def station(
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
    marking: MarkingOption = Secrecy.OPEN,
    muted: Annotated[bool, typer.Option("--mute")] = False,
    executor: ExecutorOption = None,
    tls: TlsOption = None,
) -> int:
    """Opens the scanning station on a scanner; exit code 0 when it is closed."""
    terminal: Terminal = context.obj
    if terminal.open_station is None:
        raise UserFault("window-no-display")
    wishes = Wishes(device, dpi, colour, feed, size, threshold)
    with entered(terminal, store, name, readers=readers(executor, tls)) as (app, actor):
        settings = chosen_settings(terminal, app, actor, profile, wishes)
        scanner = scanner_for(settings.device, platform=sys.platform, network=network)
        return terminal.open_station(app, actor, scanner, settings, marking=marking, muted=muted)
