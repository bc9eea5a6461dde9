"""WIA's automation objects, made up: the members that `capture.wia` uses, as Microsoft documents them.

They cannot be run against real ones here; what a scanner does is told in the name of its device.
"""

from __future__ import annotations

import io
import json
import os
import time
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from PIL import Image

#: Where the objects write what was set on them: a file, for they live in another process.
TOLD = "HRDIGITIZE_FAKE_WIA"


class FakeComError(Exception):
    """As comtypes' COMError: a number, a text, and details whose last says what went wrong inside."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.hresult = -0x7FFDFFF7  # 0x80020009
        self.details = ("WIA", "source", None, 0, code - (1 << 32))


@dataclass
class _Property:
    Value: object
    SubTypeMax: int = 10_000


@dataclass
class _Properties:
    values: dict[str, _Property]

    def __call__(self, name: str) -> _Property:
        return self.values[name]

    def Exists(self, name: str) -> bool:  # noqa: N802 - WIA's word
        return name in self.values


@dataclass
class _Collection:
    members: list[Any]

    @property
    def Count(self) -> int:  # noqa: N802
        return len(self.members)

    def __call__(self, number: int) -> Any:
        return self.members[number - 1]


@dataclass
class _Item:
    sheets: int
    fault: int
    device: _Properties
    Properties: _Properties
    given: int = field(default=0)

    def Transfer(self, kind: str) -> Any:  # noqa: N802
        assert kind == "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"
        self._tell()
        if self.given == self.sheets:
            if self.fault == -1:
                os._exit(3)
            if self.fault == -2:
                time.sleep(60)
            raise FakeComError(self.fault)
        self.given += 1
        content = io.BytesIO()
        Image.new("RGB", (60, 90), (255 - self.given, 0, 0)).save(content, "BMP")
        return SimpleNamespace(FileData=SimpleNamespace(BinaryData=content.getvalue()))

    def _tell(self) -> None:
        both = self.device.values | self.Properties.values
        with open(os.environ[TOLD], "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump({name: one.Value for name, one in both.items()}, file)


def _info(device: str, sheets: int, fault: int, *, abilities: int, ready: int = 1, kind: int = 1) -> Any:
    def connect() -> Any:
        feeding = {"3086": _Property(abilities), "3087": _Property(ready), "3088": _Property(0)}
        mine = _Properties(feeding | {"3096": _Property(0)})
        picture = {number: _Property(0) for number in ("6146", "6147", "6148", "6149", "6150")}
        extent = {"6151": _Property(0, 850), "6152": _Property(0, 1100)}
        item = _Item(sheets, fault, mine, _Properties(picture | extent))
        return SimpleNamespace(Properties=mine, Items=_Collection([item]))

    names = _Properties({"Name": _Property(f"Scanner {device}")})
    return SimpleNamespace(DeviceID=device, Type=kind, Properties=names, Connect=connect)


def connect() -> Any:
    """As `wia.device_manager`."""
    empty, jam, gone, cover, denied = 0x80210003, 0x80210002, 0x80210005, 0x80210016, 0x80070005
    return SimpleNamespace(
        DeviceInfos=_Collection(
            [
                _info("feeder", 3, empty, abilities=0x1 | 0x2 | 0x4),
                _info("one-side", 3, empty, abilities=0x1 | 0x2),
                _info("glass", 1, empty, abilities=0),
                _info("jams", 2, jam, abilities=0x5),
                _info("gone", 2, gone, abilities=0x5),
                _info("open", 0, cover, abilities=0x5),
                _info("denied", 0, denied, abilities=0x5),
                _info("odd", 0, 0x80004005, abilities=0x5),
                _info("dies", 1, -1, abilities=0x5),
                _info("hangs", 1, -2, abilities=0x5),
                _info("no-paper", 0, empty, abilities=0x5, ready=0),
                _info("camera", 0, empty, abilities=0, kind=2),
            ]
        )
    )
