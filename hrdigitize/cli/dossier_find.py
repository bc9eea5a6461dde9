"""The command `dossier find`: cadres by what is typed and by filters."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from hrdigitize.cli.entering import AsOption, StoreOption, entered, now
from hrdigitize.cli.identifiers import short
from hrdigitize.cli.terminal import Terminal
from hrdigitize.domain.search import CadreHit, Filters, HitPage, Tier, born_of_ages

_DAYS = ["%Y-%m-%d", "%d/%m/%Y"]


class _Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


_SEXES = {_Sex.MALE: "Nam", _Sex.FEMALE: "Nữ"}
_DayOption = Annotated[datetime | None, typer.Option(formats=_DAYS, metavar="DATE", show_default=False)]
_AgeOption = Annotated[int | None, typer.Option(min=0, max=150, metavar="YEARS", show_default=False)]
_TextOption = Annotated[str, typer.Option(metavar="TEXT", show_default=False)]


def find(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", show_default=False)] = "",
    *,
    unit: _TextOption = "",
    sex: Annotated[_Sex | None, typer.Option(show_default=False)] = None,
    born_after: _DayOption = None,
    born_before: _DayOption = None,
    age_from: _AgeOption = None,
    age_to: _AgeOption = None,
    ethnic: _TextOption = "",
    party: Annotated[bool | None, typer.Option("--party/--no-party", show_default=False)] = None,
    rank: _TextOption = "",
    qualification: _TextOption = "",
    missing: Annotated[list[str] | None, typer.Option(metavar="TYPE", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    as_json: Annotated[bool, typer.Option("--json")] = False,
    name: AsOption,
    store: StoreOption = None,
) -> int:
    """Finds cadres by what is typed and by filters, nearest first. Exit code 0: found some, 1: nobody."""
    terminal: Terminal = context.obj
    oldest, youngest = born_of_ages(age_from, age_to, now().astimezone().date())
    filters = Filters(
        unit=unit,
        born_from=_later(_day(born_after), oldest),
        born_to=_earlier(_day(born_before), youngest),
        sex=_SEXES[sex] if sex else "",
        ethnicity=ethnic,
        party=party,
        rank=rank,
        qualification=qualification,
        missing=tuple(missing or ()),
    )
    with entered(terminal, store, name) as (app, actor):
        found = app.search.find(text, filters, actor=actor, limit=limit)
    if as_json:
        terminal.show_json(_as_json(found))
    else:
        _show(found, terminal)
    return 0 if found.hits else 1


def _show(found: HitPage, terminal: Terminal) -> None:
    if not found.hits:
        terminal.tell("found-nobody")
        return
    headings = ("name", "born", "unit", "position", "why", "cadre")
    table = Table(*(terminal.text(f"found-{heading}") for heading in headings))
    for hit in found.hits:
        table.add_row(*map(Text, _row(hit, terminal)))
    terminal.show(table)
    if found.after is not None:
        terminal.tell("found-more", count=len(found.hits))


def _row(hit: CadreHit, terminal: Terminal) -> tuple[str, ...]:
    one = hit.summary
    born = "/".join(reversed(one.birth_date.split("-")))
    why = hit.snippet or (one.id_number if hit.tier is Tier.NUMBER else "")
    told = terminal.text(f"tier-{hit.tier.value}")
    unit = one.units[0] if one.units else ""
    return one.name, born, unit, one.position, f"{told}: {why}" if why else told, short(one.cadre)


def _as_json(found: HitPage) -> object:
    return {"cadres": [_hit_as_json(hit) for hit in found.hits], "more": found.after is not None}


def _hit_as_json(hit: CadreHit) -> dict[str, object]:
    one = hit.summary
    return {
        "cadre": one.cadre,
        "full_name": one.name,
        "birth_date": one.birth_date or None,
        "id_number": one.id_number or None,
        "units": list(one.units),
        "position": one.position or None,
        "gender": one.sex or None,
        "ethnicity": one.ethnicity or None,
        "party": one.party,
        "ranks": list(one.ranks),
        "qualifications": list(one.qualifications),
        "documents": sorted(one.documents),
        "found_by": hit.tier.value,
        "document": hit.document,
        "snippet": hit.snippet or None,
    }


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)
