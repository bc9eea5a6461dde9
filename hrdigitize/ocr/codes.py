"""Printed codes (QR and the like) on a piece of a page, read by zxing-cpp."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import zxingcpp

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Code
from hrdigitize.domain.vietnamese import nfc
from hrdigitize.ocr.engine import Grey

#: What is printed on cards and archive labels. Each of these carries a check of its own: a stamp or a
#: photograph is never taken for one.
_KINDS: Mapping[zxingcpp.BarcodeFormat, str] = {
    zxingcpp.BarcodeFormat.QRCode: "qr",
    zxingcpp.BarcodeFormat.DataMatrix: "datamatrix",
    zxingcpp.BarcodeFormat.PDF417: "pdf417",
    zxingcpp.BarcodeFormat.Code128: "code128",
}
#: Codes of 18 mm on poor scans are found on an enlarged piece only (2 of 6 generated ones).
_ENLARGED = 2


def read_codes(image: Grey) -> tuple[Code, ...]:
    """The codes on a piece of a page, whichever way they lie; boxes in pixels of the piece."""
    found = _found(image, 1)
    if found:
        return found
    larger = cv2.resize(image, None, fx=_ENLARGED, fy=_ENLARGED, interpolation=cv2.INTER_CUBIC)
    return _found(larger.astype(np.uint8, copy=False), _ENLARGED)


def _found(image: Grey, scale: int) -> tuple[Code, ...]:
    formats = zxingcpp.BarcodeFormats(list(_KINDS))
    read = zxingcpp.read_barcodes(np.ascontiguousarray(image), formats, text_mode=zxingcpp.TextMode.Plain)
    return tuple(
        Code(_KINDS[one.symbology], nfc(one.text), _box(one.position).moved(0, 0, scale))
        for one in read
        if one.symbology in _KINDS and one.text
    )


def _box(place: zxingcpp.Position) -> Box:
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    left, top = min(corner.x for corner in corners), min(corner.y for corner in corners)
    right, bottom = max(corner.x for corner in corners), max(corner.y for corner in corners)
    return Box(left, top, right - left, bottom - top)
