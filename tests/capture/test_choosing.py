"""Which way leads to a scanner, by its identifier and the system."""

from __future__ import annotations

import pytest

from hrdigitize.capture.choosing import name_in, scanner_for
from hrdigitize.capture.naps2 import Naps2
from hrdigitize.capture.sane import Sane
from hrdigitize.capture.wia import Wia
from hrdigitize.domain.faults import UserFault


@pytest.mark.parametrize(
    ("device", "platform", "kind"),
    [
        ("test:0", "linux", Sane),
        ("airscan:e0:x", "linux", Sane),
        ("wia:{6BDD1FC6}", "win32", Wia),
        ("naps2:twain:x", "win32", Naps2),
    ],
)
def test_the_way_that_a_system_has(device: str, platform: str, kind: type) -> None:
    assert type(scanner_for(device, platform=platform, network=False)) is kind


@pytest.mark.parametrize(
    ("device", "platform"), [("wia:x", "linux"), ("naps2:twain:x", "linux"), ("test:0", "win32")]
)
def test_a_way_that_it_does_not_have(device: str, platform: str) -> None:
    with pytest.raises(UserFault) as caught:
        scanner_for(device, platform=platform, network=True)
    assert caught.value.code == "scanner-other-system"


@pytest.mark.parametrize(
    ("device", "name"),
    [
        ("fujitsu:fi-7160:1148", "Fujitsu fi-7160"),
        ("net:may-chu:fujitsu:fi-7160:1148", "Fujitsu fi-7160"),
        ("airscan:e0:Canon DR-C225: phòng 2", "Canon DR-C225: phòng 2"),
        ("naps2:twain:KODAK i2400", "KODAK i2400"),
        ("epjitsu:libusb:001:003", "epjitsu:libusb:001:003"),
        ("wia:{6BDD1FC6-810F}\\0000", "wia:{6BDD1FC6-810F}\\0000"),
        ("escl:https://10.0.0.7:443/eSCL", "escl:https://10.0.0.7:443/eSCL"),
        ("test:0", "test:0"),
        ("", ""),
    ],
)
def test_what_an_identifier_says_of_its_scanner(device: str, name: str) -> None:
    assert name_in(device) == name
