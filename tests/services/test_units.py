"""Units are renamed, dissolved and made of others; papers of every time still find theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrdigitize.domain.dates import PartialDate
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.units import ManagingLevel, UnitId, UnitKind
from tests.services.made_up import CLERK, HEAD, Office


def test_a_commune_made_of_two(office: Office) -> None:
    old = [office.units.add(f"UBND xã Thử {n}", since="1990", actor=HEAD) for n in (1, 2)]
    made = [unit.id for unit in old]
    new = office.units.add("UBND xã Thử", since="01/07/2025", made_of=made, actor=HEAD)
    ended = [office.units.dissolve(unit.id, on="30/06/2025", actor=HEAD) for unit in old]
    assert office.units.all(actor=CLERK) == (*ended, new)
    assert new.predecessors == tuple(made)
    assert ended[0].span.holds(PartialDate(2024))
    assert not ended[0].span.holds(PartialDate(2025, 7, 1))
    assert new.span.holds(PartialDate(2025)), "in 2025 it was there, at least in the end"


def test_a_name_has_its_time(office: Office) -> None:
    unit = office.units.add("Văn phòng Huyện uỷ", since="1998", kind=UnitKind.PARTY_COMMITTEE, actor=HEAD)
    renamed = office.units.rename(unit.id, "Văn phòng  Đảng uỷ", since="7/2025", actor=HEAD)
    assert renamed.name == "Văn phòng Đảng uỷ"
    assert renamed.name_on(PartialDate(2010, 5, 1)) == "Văn phòng Huyện uỷ"
    assert renamed.name_on(PartialDate(2026)) == "Văn phòng Đảng uỷ"
    assert office.units.all(actor=HEAD) == (renamed,)


def test_a_unit_knows_its_kind_level_and_parent(office: Office) -> None:
    party = office.units.add(
        "Đảng uỷ xã Thử", kind=UnitKind.PARTY_COMMITTEE, level=ManagingLevel.PROVINCE, actor=HEAD
    )
    cell = office.units.add("Chi bộ thôn 1", kind=UnitKind.PARTY_COMMITTEE, parent=party.id, actor=HEAD)
    kept = office.units.all(actor=HEAD)
    assert [(unit.kind, unit.level, unit.parent) for unit in kept] == [
        (UnitKind.PARTY_COMMITTEE, ManagingLevel.PROVINCE, None),
        (UnitKind.PARTY_COMMITTEE, ManagingLevel.COMMUNE, party.id),
    ]
    assert kept[1] == cell


def test_what_makes_no_sense_is_refused(office: Office) -> None:
    nobody = UnitId("nobody")
    calls: tuple[tuple[str, Callable[[], object]], ...] = (
        ("unit-name-empty", lambda: office.units.add(" ", actor=HEAD)),
        ("date-unclear", lambda: office.units.add("A", since="hồi xưa", actor=HEAD)),
        ("unit-unknown", lambda: office.units.add("A", parent=nobody, actor=HEAD)),
        ("unit-unknown", lambda: office.units.add("A", made_of=[nobody], actor=HEAD)),
        ("unit-unknown", lambda: office.units.rename(nobody, "B", since="", actor=HEAD)),
        ("unit-unknown", lambda: office.units.dissolve(nobody, on="", actor=HEAD)),
        ("action-not-allowed", lambda: office.units.add("A", actor=CLERK)),
    )
    for code, call in calls:
        with pytest.raises(UserFault) as caught:
            call()
        assert caught.value.code == code
    assert office.units.all(actor=HEAD) == ()
