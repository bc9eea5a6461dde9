"""Dots per inch: what the file says when it is sane, otherwise what an A4 page would have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.capture.decode import decode
from hrdigitize.capture.resolution import page_dpi
from tests.capture.scans import page, saved


@pytest.mark.parametrize(
    ("size", "claimed", "dpi"),
    [
        ((2480, 3508), 300.0, 300),
        ((1654, 2339), 200.0, 200),
        ((2480, 3508), None, 300),
        ((2480, 3508), 72.0, 300),
        ((2480, 3508), 96.0, 300),
        ((3508, 2480), 72.0, 300),
        ((1653, 2330), None, 200),
        ((4960, 7016), 1.0, 600),
        ((794, 1123), 96.0, 96),
        ((2480, 3508), 99999.0, 300),
        ((4000, 3000), 72.0, 300),
        ((4000, 2000), None, 300),
        ((1000, 600), 300.0, 300),
        ((2200, 3110), None, 266),
        ((2480, 3508), float("nan"), 300),
    ],
)
def test_the_resolution_of_a_page(size: tuple[int, int], claimed: float | None, dpi: int) -> None:
    assert page_dpi(*size, claimed) == dpi


@given(st.integers(1, 20_000), st.integers(1, 20_000), st.none() | st.floats())
def test_the_resolution_is_always_usable(width: int, height: int, claimed: float | None) -> None:
    assert 45 <= page_dpi(width, height, claimed) <= 1200


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "TIFF", "BMP"])
def test_files_tell_their_resolution(file_format: str) -> None:
    (picture,) = decode(saved(page((600, 500)), file_format, dpi=(200, 200)))
    assert picture.dpi == 200
