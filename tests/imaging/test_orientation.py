"""Which way up a page lies, on drawn pages turned each way."""

from __future__ import annotations

import numpy as np
import pytest

from hrdigitize.domain.geometry import Box, Transform
from hrdigitize.imaging import light, orientation
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.components import components
from hrdigitize.imaging.pixels import Grey
from tests.imaging.drawn import blank, picture, turned, write

TURNS = [0, 90, 180, 270]
LINES = ["Họ và tên khai sinh: NGUYỄN VĂN ĐỖ", "Sinh ngày: 07 tháng 03 năm 1992", "Quê quán: xã Ea Yông"]


def printed() -> Grey:
    image = blank(1700, 1240)
    for number, text in enumerate(LINES * 4):
        image = write(image, text, 120, 60 + 90 * number)
    return image


def laid(image: Grey, degrees: int) -> Grey:
    """The page as it comes out of a scanner onto which it was laid turned clockwise."""
    return np.ascontiguousarray(np.rot90(image, -degrees // 90))


@pytest.mark.parametrize("degrees", TURNS)
@pytest.mark.parametrize("askew", [-3.0, 0.4])
def test_a_page_is_turned_upright(degrees: int, askew: float) -> None:
    page = clean(picture(laid(turned(printed(), askew), degrees)))
    assert (page.rotation, page.sure) == (degrees, True)
    assert page.skew == pytest.approx(askew, abs=0.15)
    assert page.image.shape == printed().shape


@pytest.mark.parametrize("degrees", TURNS)
def test_boxes_come_back_to_the_page_as_it_lies(degrees: int) -> None:
    image = printed()
    image[1140:1180, 1500:1560] = 0
    kept = laid(turned(image, 1.5), degrees)
    page = clean(picture(kept))
    box = page.to_kept.box(Box(1500, 1140, 60, 40)).clipped(kept.shape[1], kept.shape[0])
    inside = kept[box.y : box.bottom, box.x : box.right]
    assert np.count_nonzero(inside < 128) == pytest.approx(60 * 40, rel=0.03)


def test_a_page_of_few_letters_stays_as_it_lies_and_is_doubtful() -> None:
    page = clean(picture(laid(write(blank(), "Nhóm máu: B", 300, 400), 180)))
    assert (page.rotation, page.sure) == (0, False)


def test_a_known_rotation_is_taken() -> None:
    assert clean(picture(laid(write(blank(), "Nhóm máu: B", 300, 400), 270)), 270).image.shape == (1200, 1600)


def test_letters_hang_from_their_line_on_a_page_upside_down() -> None:
    upright, upside_down = (
        orientation.signs(components(light.ink(laid(printed(), turn)))) for turn in (0, 180)
    )
    assert upright.lead > 0.3
    assert (upside_down.upright, upside_down.upside_down) == (upright.upside_down, upright.upright)


def test_transforms_follow_each_other() -> None:
    turn = Transform.turned(30.0, 200, 100)
    there = turn.then(Transform.quarters(90, 100, 200))
    assert there.point(*turn.point(0, 0)) != there.point(0, 0)
    assert Transform.quarters(90, 100, 200).point(*turn.point(7, 9)) == pytest.approx(there.point(7, 9))
    assert turn.then(Transform.turned(-30.0, 200, 100)).point(31, 17) == pytest.approx((31, 17))
