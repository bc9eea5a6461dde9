"""The commands `scan-profiles …`: scan settings under names, ready ones and the office's own."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered
from hrdigitize.cli.scan import (
    ColourOption,
    DeviceOption,
    DpiOption,
    FeedOption,
    SizeOption,
    ThresholdOption,
    Wishes,
)
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.scanning import ScanProfile, ScanSettings

ProfileArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
_COLUMNS = ("name", "device", "dpi", "colour", "feed", "size", "state", "source")

scan_profiles = typer.Typer(name="scan-profiles", no_args_is_help=True)


@scan_profiles.callback()
def _group() -> None:
    """Scan settings under names."""


@scan_profiles.command("list")
def show(context: typer.Context, *, name: AsOption, store: StoreOption = None) -> int:
    """Lists the scan settings."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        profiles = app.scan_profiles.all(actor=actor)
    table = Table()
    for column in _COLUMNS:
        table.add_column(terminal.text(f"profile-column-{column}"), overflow="fold")
    for profile in profiles:
        table.add_row(*map(Text, _row(terminal, profile)))
    terminal.show(table)
    return 0


@scan_profiles.command("save")
def save(
    context: typer.Context,
    profile_name: ProfileArgument,
    *,
    name: AsOption,
    store: StoreOption = None,
    device: DeviceOption = None,
    dpi: DpiOption = None,
    colour: ColourOption = None,
    feed: FeedOption = None,
    size: SizeOption = None,
    threshold: ThresholdOption = None,
) -> int:
    """Keeps scan settings under a name."""
    terminal: Terminal = context.obj
    settings = Wishes(device, dpi, colour, feed, size, threshold).over(ScanSettings(""))
    with entered(terminal, store, name) as (app, actor):
        kept = app.scan_profiles.save(profile_name, settings, actor=actor)
    terminal.tell("profile-kept", name=kept.name)
    return 0


@scan_profiles.command("remove")
def remove(
    context: typer.Context, profile_name: ProfileArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Removes scan settings."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        app.scan_profiles.remove(profile_name, actor=actor)
    terminal.tell("profile-removed", name=profile_name)
    return 0


@scan_profiles.command("lock")
def lock(
    context: typer.Context, profile_name: ProfileArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Locks scan settings: only the head of the office may change them."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        kept = app.scan_profiles.lock(profile_name, actor=actor)
    terminal.tell("profile-locked", name=kept.name)
    return 0


@scan_profiles.command("unlock")
def unlock(
    context: typer.Context, profile_name: ProfileArgument, *, name: AsOption, store: StoreOption = None
) -> int:
    """Unlocks scan settings."""
    terminal: Terminal = context.obj
    with entered(terminal, store, name) as (app, actor):
        kept = app.scan_profiles.unlock(profile_name, actor=actor)
    terminal.tell("profile-unlocked", name=kept.name)
    return 0


def _row(terminal: Terminal, profile: ScanProfile) -> tuple[str, ...]:
    settings = profile.settings
    colour = terminal.text(f"colour-{settings.colour.value}")
    if settings.threshold is not None:
        colour = f"{colour} {settings.threshold} %"
    state = ""
    if profile.locked:
        state = terminal.text("profile-ready" if profile.ready else "profile-yes")
    return (
        profile.name,
        settings.device,
        str(settings.dpi),
        colour,
        terminal.text(f"feed-{settings.feed.value}"),
        f"{settings.width_mm} × {settings.height_mm}",
        state,
        profile.source,
    )
