"""Scan settings under names: who may change them, and what no scanner can be asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.scanning import Feed, ScanSettings
from tests.services.made_up import CLERK, HEAD, Office

_SETTINGS = ScanSettings("test:0", 200, feed=Feed.BOTH_SIDES)


def _actions(office: Office) -> list[str]:
    def look() -> list[str]:
        with office.store.view() as view:
            return [f"{entry.action} {entry.subject} {dict(entry.detail)}" for entry in view.audit.entries()]

    return office.lane.run(look)


def test_settings_are_kept_found_replaced_and_removed(office: Office) -> None:
    profiles = office.scan_profiles
    profiles.save("  Quầy   một cửa ", _SETTINGS, actor=CLERK)
    assert profiles.named("quầy một CỬA", actor=CLERK).settings == _SETTINGS
    other = replace(_SETTINGS, dpi=300)
    assert profiles.save("QUẦY một cửa", other, actor=CLERK).name == "Quầy một cửa"
    own = [one for one in profiles.all(actor=HEAD) if not one.ready]
    assert [(one.name, one.settings) for one in own] == [("Quầy một cửa", other)]
    profiles.remove("quầy một cửa", actor=CLERK)
    assert all(one.ready for one in profiles.all(actor=CLERK))
    assert _actions(office) == [
        "scan-profile-saved scan-profiles {}",
        "scan-profile-saved scan-profiles {}",
        "scan-profile-removed scan-profiles {}",
    ], "a name is free text: it stands in no line of the log"


def test_what_the_head_locked_a_clerk_cannot_change(office: Office) -> None:
    profiles = office.scan_profiles
    profiles.save("Quầy", _SETTINGS, actor=CLERK)
    assert profiles.lock("quầy", actor=HEAD).locked
    for change in (
        lambda: profiles.save("QUẦY", replace(_SETTINGS, dpi=100), actor=CLERK),
        lambda: profiles.remove("Quầy", actor=CLERK),
    ):
        with pytest.raises(UserFault) as caught:
            change()
        assert caught.value.code == "scan-profile-locked"
    for act in (profiles.lock, profiles.unlock):
        with pytest.raises(UserFault) as caught:
            act("Quầy", actor=CLERK)
        assert caught.value.code == "action-not-allowed"
    changed = profiles.save("Quầy", replace(_SETTINGS, dpi=150), actor=HEAD)
    assert (changed.locked, changed.settings.dpi) == (True, 150)
    profiles.unlock("Quầy", actor=HEAD)
    profiles.remove("Quầy", actor=CLERK)


def test_ready_ones_are_there_and_nobody_changes_them(office: Office) -> None:
    profiles = office.scan_profiles
    assert profiles.named("hồ sơ đảng", actor=CLERK).settings.dpi == 300
    for act in (
        lambda: profiles.save("HỒ SƠ ĐẢNG", _SETTINGS, actor=HEAD),
        lambda: profiles.remove("Hồ sơ Đảng", actor=HEAD),
        lambda: profiles.lock("Hồ sơ Đảng", actor=HEAD),
        lambda: profiles.unlock("Hồ sơ Đảng", actor=HEAD),
    ):
        with pytest.raises(UserFault) as caught:
            act()
        assert caught.value.code == "scan-profile-ready"


@pytest.mark.parametrize(
    ("name", "settings", "code"),
    [
        (" \u200b ", _SETTINGS, "scan-profile-name"),
        ("x" * 61, _SETTINGS, "scan-profile-name"),
        ("x", replace(_SETTINGS, dpi=5000), "scan-settings-outside"),
        ("x", replace(_SETTINGS, width_mm=0), "scan-settings-outside"),
    ],
)
def test_what_is_not_kept(office: Office, name: str, settings: ScanSettings, code: str) -> None:
    with pytest.raises(UserFault) as caught:
        office.scan_profiles.save(name, settings, actor=CLERK)
    assert caught.value.code == code


def test_a_name_that_nobody_gave(office: Office) -> None:
    profiles = office.scan_profiles
    for act in (profiles.named, profiles.remove):
        with pytest.raises(UserFault) as caught:
            act("Không có", actor=CLERK)
        assert caught.value.code == "scan-profile-unknown"
    with pytest.raises(UserFault) as caught:
        profiles.lock("Không có", actor=HEAD)
    assert caught.value.code == "scan-profile-unknown"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.TECHNICIAN])
def test_who_neither_scans_nor_leads_sees_none(office: Office, role: Role) -> None:
    with pytest.raises(UserFault) as caught:
        office.scan_profiles.all(actor=Actor("x", role))
    assert caught.value.code == "action-not-allowed"
