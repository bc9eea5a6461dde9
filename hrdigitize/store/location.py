"""Where a store may lie: on a fixed disk of this PC, never on a share or a stick (RELIABILITY.md 4.3).

Locks and the order of writes mean nothing on a share, and a stick is pulled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from hrdigitize.domain.faults import UserFault


class Location(StrEnum):
    """What kind of place a folder lies in."""

    FIXED = "fixed"
    SHARE = "share"
    REMOVABLE = "removable"


#: File systems of other machines, as Linux names them.
_SHARED = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.rclone",
     "fuse.gvfsd-fuse", "fuse.davfs", "fuse.glusterfs", "fuse.onedrive"}
)  # fmt: skip
_MOUNTS = Path("/proc/self/mountinfo")
_BLOCK_DEVICES = Path("/sys/dev/block")


def require_fixed(folder: Path, location_of: Callable[[Path], Location] | None = None) -> None:
    """UserFault "store-on-share" or "store-on-removable" for a folder that holds no store safely."""
    location = (location_of or _location_of)(folder.resolve())
    if location is not Location.FIXED:
        raise UserFault(f"store-on-{location.value}")


def location_on_linux(folder: Path, mounts: str, is_removable: Callable[[str], bool]) -> Location:
    """By the mounts as the kernel lists them; is_removable is asked with the device's numbers ("8:17")."""
    device, kind = "", ""
    deepest = -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        columns = before.split()
        if len(columns) < 5 or not after:
            continue
        # The kernel writes a space in a path as \040.
        point = Path(columns[4].encode().decode("unicode_escape"))
        if folder.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, device, kind = len(point.parts), columns[2], after.split()[0]
    if kind in _SHARED:
        return Location.SHARE
    return Location.REMOVABLE if device and is_removable(device) else Location.FIXED


def _is_removable(device: str) -> bool:
    """What the disk says of itself; a partition's disk stands above it."""
    place = (_BLOCK_DEVICES / device).resolve()
    for disk in (place, place.parent):
        flag = disk / "removable"
        if flag.is_file():
            return flag.read_text("ascii", "replace").strip() == "1"
    return False


if sys.platform == "win32":
    import ctypes

    _REMOVABLE, _REMOTE = 2, 4

    def _location_of(folder: Path) -> Location:
        cloud = os.environ.get("ONEDRIVE")
        if str(folder).startswith("\\\\") or (cloud and folder.is_relative_to(cloud)):
            return Location.SHARE
        kind = ctypes.WinDLL("kernel32").GetDriveTypeW(folder.anchor)
        kinds = {_REMOVABLE: Location.REMOVABLE, _REMOTE: Location.SHARE}
        return kinds.get(kind, Location.FIXED)

else:

    def _location_of(folder: Path) -> Location:
        try:
            mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return Location.FIXED
        return location_on_linux(folder, mounts, _is_removable)
