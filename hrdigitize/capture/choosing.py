"""Which way leads to a scanner: told by the beginning of its identifier, and by the system."""

from __future__ import annotations

from contextlib import suppress

from hrdigitize.capture.escl import ESCL, Escl
from hrdigitize.capture.naps2 import NAPS2, Naps2
from hrdigitize.capture.sane import Sane
from hrdigitize.capture.scanners import Device, Scanner
from hrdigitize.capture.wia import WIA, Wia
from hrdigitize.domain.faults import UserFault

_WINDOWS = "win32"
#: A driver of SANE that names the scanner itself, behind a number of its own.
_AIRSCAN = "airscan"
#: The scanner hangs on another PC, whose name comes first.
_ELSEWHERE = "net"


def scanner_for(device: str, *, platform: str, network: bool) -> Scanner:
    """The way to this scanner. platform: as `sys.platform` names it. network: whether somebody agreed.

    UserFault "scanner-network-consent" for a scanner on the network to which nobody agreed,
    "scanner-other-system" for a way that this system does not have.
    """
    if device.startswith(ESCL):
        if not network:
            raise UserFault("scanner-network-consent", address=device.removeprefix(ESCL))
        return Escl()
    of_windows = device.startswith((WIA, NAPS2))
    if of_windows is not (platform == _WINDOWS):
        raise UserFault("scanner-other-system")
    if not of_windows:
        return Sane()
    return Wia() if device.startswith(WIA) else Naps2()


def name_in(device: str) -> str:
    """Maker and model, as far as the identifier says them, otherwise the identifier itself.

    For where asking the scanners takes too long: "fujitsu:fi-7160:1148" is a Fujitsu fi-7160.
    """
    if device.startswith((ESCL, WIA)):
        return device
    driver, first, rest = (*device.split(":", 2), "", "")[:3]
    if not rest:
        return device
    if f"{driver}:" == NAPS2 or driver == _AIRSCAN:
        return rest
    if driver == _ELSEWHERE:
        return name_in(rest)
    is_model = any(map(str.isdigit, first)) and any(map(str.isalpha, first))
    return f"{driver.capitalize()} {first}" if is_model else device


def devices_here(*, platform: str) -> tuple[Device, ...]:
    """The scanners that answer by every way of this system; none on the network is looked for.

    UserFault as `Scanner.devices`; that NAPS2 is not installed is none.
    """
    if platform != _WINDOWS:
        return Sane().devices()
    found = list(Wia().devices())
    with suppress(UserFault):
        found.extend(Naps2().devices())
    return tuple(found)
