"""The clean-up, on drawn pages."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import PageKind, PageReading
from hrdigitize.domain.picture import Picture
from hrdigitize.imaging import quality
from hrdigitize.imaging.borders import without_borders
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.components import components
from hrdigitize.imaging.light import flattened
from hrdigitize.imaging.stamps import without_stamps
from tests.imaging.drawn import blank, picture, turned, write

LINES = ["Họ và tên khai sinh: NGUYỄN VĂN ĐỖ", "Sinh ngày: 07 tháng 03 năm 1992", "Quê quán: xã Ea Yông"]


def printed() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    image = blank()
    for number, text in enumerate(LINES * 4):
        image = write(image, text, 120, 60 + 90 * number)
    return image


def ink(image: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> int:
    return int(np.count_nonzero(image < 128))


@pytest.mark.parametrize("degrees", [-2.0, -0.7, 0.0, 1.3, 2.0])
def test_skew_is_found_clockwise_positive(degrees: float) -> None:
    assert clean(picture(turned(printed(), degrees))).skew == pytest.approx(degrees, abs=0.15)


def test_a_box_of_the_upright_page_is_carried_back_to_the_kept_page() -> None:
    image = blank()
    for number in range(8):
        image = write(image, "Nơi ở hiện nay: thôn 7, xã Suối Trong", 120, 60 + 90 * number)
    image[1000:1040, 1400:1440] = 0
    kept = picture(turned(image, 2.0))
    page = clean(kept)
    reading = PageReading(
        1600, 1200, 300, page.rotation, page.skew, PageKind.UNKNOWN, (), (), upright_to_kept=page.to_kept
    )
    box = reading.to_kept(Box(1400, 1000, 40, 40))
    rows, columns = np.nonzero(np.frombuffer(kept.pixels, np.uint8).reshape(1200, 1600)[:, 1250:] < 60)
    middle = (1250 + columns[rows > 950].mean(), rows[rows > 950].mean())
    assert box.contains_point(*middle)


def test_leaders_go_and_the_letters_beside_them_stay() -> None:
    bare = write(blank(), "Kinh", 300, 400)
    dotted = write(bare, "." * 60, 410, 400)
    assert ink(dotted) > ink(bare) + 1000
    assert abs(ink(clean(picture(dotted)).image) - ink(clean(picture(bare)).image)) < 60


def test_full_stops_commas_dashes_and_dots_of_letters_stay() -> None:
    image = write(blank(), "Ngạch: 01.003, bậc 3 - hệ số 4,06. i í ị", 200, 400)
    page = clean(picture(image))
    assert ink(page.image) > 0.99 * ink(page.paper)


def test_specks_and_punch_holes_go() -> None:
    image = write(blank(), "Tôn giáo: không", 300, 400)
    clear = ink(clean(picture(image)).image)
    image[410:418, 1200:1207] = 0
    image[700:760, 20:80] = 0
    assert ink(clean(picture(image)).image) == pytest.approx(clear, abs=5)


def test_a_ruled_table_is_found_and_its_rules_are_taken_out() -> None:
    image = blank()
    for y in (200, 320, 440, 560):
        image[y : y + 4, 100:1500] = 0
    for x in (100, 500, 900, 1496):
        image[200:564, x : x + 4] = 0
    image = write(image, "Bố đẻ", 130, 340)
    page = clean(picture(image))
    assert [(grid.rows, grid.columns) for grid in page.grids] == [(3, 3)]
    assert page.grids[0].cells[0].box.x == pytest.approx(102, abs=6)
    assert ink(page.image) < ink(write(blank(), "Bố đẻ", 130, 340)) * 1.1


def test_a_row_of_serifs_is_no_rule() -> None:
    image = write(blank(), "nghiệp chính nhân dân thuộc hệ nào nhất", 200, 400)
    page = clean(picture(image))
    assert ink(page.image) > 0.99 * ink(page.paper)


def test_uneven_light_becomes_white_paper() -> None:
    image = printed().astype(np.float64)
    shade = np.linspace(0.45, 1.0, image.shape[1])
    dark = (image * shade).astype(np.uint8)
    even = flattened(dark)
    assert int(np.percentile(even[:, :200], 60)) > 235
    assert ink(even) == pytest.approx(ink(printed()), rel=0.25)


def test_a_coarse_page_is_read_at_the_working_resolution() -> None:
    page = clean(picture(printed(), dpi=200))
    assert page.scale == pytest.approx(1.5)
    assert page.image.shape == (1800, 2400)


def test_red_stamp_ink_is_lightened_and_black_print_stays() -> None:
    pixels = np.full((400, 600, 3), 255, np.uint8)
    pixels[100:140, 100:500] = (215, 60, 60)
    pixels[200:240, 100:500] = (30, 30, 30)
    page = clean(Picture(600, 400, 3, 300, pixels.tobytes()))
    assert page.paper[110:130, 200:400].min() > 190
    assert page.paper[210:230, 200:400].max() < 80


def test_a_page_without_letters_is_blank() -> None:
    empty = clean(picture(blank()))
    assert quality.is_blank(empty.letters)
    assert not quality.is_blank(clean(picture(printed())).letters)


def table(image: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], tops: tuple[int, ...]) -> None:
    for y in tops:
        image[y : y + 4, 100:1500] = 0
    for x in (100, 500, 900, 1496):
        image[tops[0] : tops[-1] + 4, x : x + 4] = 0


def test_two_tables_that_a_streak_ties_together_are_two() -> None:
    image = blank()
    table(image, (100, 220, 340))
    table(image, (560, 680, 800, 920))
    image[60:1000, 700:703] = 0
    grids = clean(picture(image)).grids
    assert [grid.rows for grid in grids] == [2, 3]


def test_a_table_that_lost_its_rules_in_the_middle_is_one() -> None:
    image = blank()
    table(image, (100, 220, 340))
    image[90:360, 560:840] = 255
    assert [(grid.rows, grid.columns) for grid in clean(picture(image)).grids] == [(2, 3)]


def test_a_pale_stamp_is_lifted_from_the_print_under_it() -> None:
    bare = blank()
    for number, text in enumerate(LINES * 4):
        bare = write(bare, text, 120, 60 + 90 * number)
    stamped = bare.copy()
    ring = np.full(bare.shape, 255, np.uint8)
    cv2.circle(ring, (700, 500), 180, 120, 8)
    cv2.circle(ring, (700, 500), 130, 120, 5)
    stamped = np.minimum(stamped, ring)
    before, after = ink(clean(picture(bare)).image), ink(clean(picture(stamped)).image)
    assert ink(stamped) > ink(bare) + 8000
    assert after == pytest.approx(before, rel=0.04)


def test_a_table_of_thin_pale_print_holds_no_stamp() -> None:
    """Circles of pale ink are found in any grey table; only a ring stands out from what is about it."""
    sheet = blank()
    for top in range(60, 1140, 60):
        sheet[top : top + 3, 60:1540] = 170
        sheet = np.minimum(
            sheet, write(blank(), "Cán bộ hưu trí, xã Cổ Loa " * 3, 70, top + 12, size=34) // 2 + 90
        )
    for left in range(60, 1560, 148):
        sheet[60:1083, left : left + 3] = 170
    pale = np.asarray(sheet, np.uint8)
    dark = np.where(pale < 200, 20, 0).astype(np.uint8)
    mask = cv2.threshold(dark, 10, 255, cv2.THRESH_BINARY)[1].astype(np.uint8)
    assert np.array_equal(without_stamps(pale, components(mask)), pale)


def test_rules_of_palest_grey_make_a_table_too() -> None:
    sheet = blank()
    for y in range(100, 1101, 100):
        sheet[y : y + 3, 100:1500] = 195
    for x in (100, 500, 900, 1497):
        sheet[100:1103, x : x + 3] = 195
    for y in range(125, 1000, 100):
        sheet = write(sheet, "Giáo viên, xã Cổ Loa", 510, y, size=36)
    (grid,) = clean(picture(sheet)).grids
    assert (grid.rows, grid.columns) == (10, 3)


def test_black_borders_leave_no_ink_and_no_table() -> None:
    image = printed()
    plain = clean(picture(image))
    bordered = np.asarray(image).copy()
    bordered[:, :60] = np.random.default_rng(3).normal(15, 6, (1200, 60)).clip(0, 60)
    bordered[:40] = 25
    page = clean(picture(bordered))
    assert ink(page.image) == pytest.approx(ink(plain.image), rel=0.002)
    assert (page.grids, page.skew) == (plain.grids, plain.skew)


def test_an_image_without_borders_stays_the_same() -> None:
    for page in (printed(), printed()[:, 100:], blank()):
        assert without_borders(page) is page
    mostly_dark = printed()
    mostly_dark[:500] = 30
    assert without_borders(mostly_dark) is mostly_dark
