"""A store lies on a fixed disk of this PC; a share, a synchronised folder and a stick are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.store import layout, opening
from hrdigitize.store.location import Location, location_on_linux, require_fixed
from tests.store.made_up import new_store

_MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv/share rw,relatime shared:2 - cifs //server/share rw
31 22 0:41 / /people/lan/nfs\\040files rw - nfs4 server:/files rw
32 22 8:17 / /media/lan/USB rw,nosuid - vfat /dev/sdb1 rw
33 22 0:25 / /tmp rw - tmpfs tmpfs rw
34 22 0:42 / /people/lan/drive rw - fuse.rclone drive: rw
a line of another kernel
"""


@pytest.mark.parametrize(
    ("folder", "location"),
    [
        ("/people/lan/store", Location.FIXED),
        ("/tmp/store", Location.FIXED),
        ("/srv/share/store", Location.SHARE),
        ("/srv/shared", Location.FIXED),
        ("/people/lan/nfs files/store", Location.SHARE),
        ("/people/lan/drive", Location.SHARE),
        ("/media/lan/USB/hrdigitize", Location.REMOVABLE),
    ],
)
def test_the_deepest_mount_tells_where_a_folder_lies(folder: str, location: Location) -> None:
    assert location_on_linux(Path(folder), _MOUNTS, lambda device: device == "8:17") is location


@pytest.mark.parametrize(
    ("location", "code"), [(Location.SHARE, "store-on-share"), (Location.REMOVABLE, "store-on-removable")]
)
def test_what_is_no_fixed_disk_is_refused_before_anything_is_written(
    location: Location, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "require_fixed", lambda folder: require_fixed(folder, lambda _: location))
    with pytest.raises(UserFault) as refused:
        new_store(tmp_path / "store")
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_on_this_disk_a_store_is_made(tmp_path: Path) -> None:
    new_store(tmp_path / "store").close()
    assert (tmp_path / "store" / layout.DATABASE_NAME).stat().st_size > 0
