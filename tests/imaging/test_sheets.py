"""The sheet on a photograph, on drawn pages."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from hrdigitize.domain.geometry import UNMOVED, Box
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.pixels import WORKING_DPI, Grey
from hrdigitize.imaging.quality import measured
from hrdigitize.imaging.sheets import Corners, outline, sheet_of
from tests.imaging.drawn import blank, picture, write

#: An A4 page at 150 dpi, and where its corners lie on a photograph of it.
_WIDTH, _HEIGHT = 1240, 1754
_PHOTO_WIDTH, _PHOTO_HEIGHT = 1500, 2000
_CORNERS = np.array([[150, 90], [1390, 140], [1340, 1890], [110, 1860]], np.float64)


def _page() -> Grey:
    page = blank(_WIDTH, _HEIGHT)
    for number in range(16):
        page = write(page, "Họ và tên khai sinh: NGUYỄN VĂN ĐỖ, xã Ea Yông", 120, 90 + 90 * number, size=36)
    page[1560:1590, 1000:1030] = 0
    cv2.rectangle(page, (60, 60), (_WIDTH - 60, _HEIGHT - 60), (0,), 4)
    return page


def _photo(page: Grey, desk: float, corners: Corners = _CORNERS) -> Grey:
    """The page on a desk, and the soft shadow of an arm over both."""
    height, width = page.shape
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    laid = cv2.warpPerspective(page, matrix, (_PHOTO_WIDTH, _PHOTO_HEIGHT), borderValue=(desk,))
    across = np.linspace(0, 1, _PHOTO_WIDTH)
    light = 0.95 - 0.45 / (1 + np.exp((across - 0.4) * 30))
    return np.asarray(laid * light, np.uint8)


def _ring(desk: float) -> Grey:
    """A flat page with the same dark border on three sides only."""
    page = _page()
    page[:40], page[:, :40], page[-40:] = desk, desk, desk
    return page


@pytest.mark.parametrize("desk", [10.0, 90.0, 150.0])
def test_the_corners_of_a_sheet_on_a_desk_are_found(desk: float) -> None:
    found = outline(picture(_photo(_page(), desk)))
    assert found is not None
    assert np.abs(found - _CORNERS).max() < 6


def test_flat_pages_have_no_outline() -> None:
    assert outline(picture(_page())) is None
    assert outline(picture(_ring(20))) is None
    assert outline(picture(np.full((900, 640), 30, np.uint8))) is None
    flat = sheet_of(picture(_page(), dpi=150))
    assert (flat.dpi, flat.taken_dpi, flat.to_kept) == (150, 150, UNMOVED)
    assert np.array_equal(flat.image, _page())


def test_a_sheet_that_runs_out_of_the_picture_is_not_certain() -> None:
    assert outline(picture(_photo(_page(), 90)[:, 200:])) is None


def test_a_sheet_that_is_no_a4_is_left_alone() -> None:
    square = _CORNERS * (1.0, 0.7)
    assert outline(picture(_photo(_page(), 90, square))) is None


def test_a_small_sheet_far_away_is_left_alone() -> None:
    assert outline(picture(_photo(_page(), 90, _CORNERS * 0.5 + 300))) is None


def test_a_photographed_page_is_laid_flat_with_even_light() -> None:
    page = clean(picture(_photo(_page(), 90)))
    assert page.paper.shape == pytest.approx((11.69 * WORKING_DPI, 8.27 * WORKING_DPI), abs=3)
    assert page.skew == pytest.approx(0.0, abs=0.15)
    assert int(np.percentile(page.paper, 10)) > 235
    assert measured(page).dpi == pytest.approx(150, abs=3)


@pytest.mark.parametrize("turns", range(4))
def test_a_box_of_the_flat_sheet_is_carried_back_to_the_photograph(turns: int) -> None:
    kept = np.ascontiguousarray(np.rot90(_photo(_page(), 90), -turns))
    page = clean(picture(kept), turns * 90)
    height, width = kept.shape
    reading = PageReading(
        width, height, 300, page.rotation, 0.0, PageKind.UNKNOWN, (), (), upright_to_kept=page.to_kept
    )
    # Twice as large, without the rim of 8 pixels.
    found = reading.to_kept(Box(2005, 3126, 60, 60))
    around = found.padded(25)
    rows, columns = np.nonzero(kept[around.y : around.bottom, around.x : around.right] < 40)
    assert len(rows) == pytest.approx(30 * 30, rel=0.15)
    middle = around.x + columns.mean() + 0.5, around.y + rows.mean() + 0.5
    assert middle == pytest.approx(found.centre, abs=2)
    assert (found.width, found.height) == pytest.approx((31, 31), abs=4)
