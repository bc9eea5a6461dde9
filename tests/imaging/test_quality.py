"""What is said about the quality of a page, on drawn pages spoilt one way each."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from hrdigitize.imaging import quality
from hrdigitize.imaging.clean import clean
from hrdigitize.imaging.pixels import Grey
from hrdigitize.imaging.quality import Measures, judged, measured
from tests.imaging.drawn import blank, picture, turned, write

LINES = [
    "Họ và tên khai sinh: NGUYỄN VĂN ĐỖ, nam, dân tộc Kinh",
    "Sinh ngày: 07 tháng 03 năm 1992, tại xã Ea Yông",
    "Quê quán: xã Ea Yông, huyện Krông Pắc, tỉnh Đắk Lắk",
]


def printed() -> Grey:
    image = np.full((1240, 1700), 245, np.uint8)
    for number, text in enumerate(LINES * 4):
        image = write(image, text, 120, 60 + 90 * number)
    return cv2.GaussianBlur(image, (0, 0), 0.6).astype(np.uint8)


def reasons(image: Grey, dpi: int = 300) -> tuple[str, ...]:
    page = picture(np.ascontiguousarray(image), dpi)
    return judged(measured(clean(page))).reasons


def lit(image: Grey, light: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Grey:
    return np.clip(image * light, 0, 255).astype(np.uint8)


def test_a_good_page_has_no_reason_and_the_best_score() -> None:
    page = picture(printed())
    found = judged(measured(clean(page)))
    assert (found.reasons, found.score) == ((), 1.0)


def test_an_empty_page_has_no_reason() -> None:
    assert reasons(blank()) == ()
    assert quality.is_blank(clean(picture(blank())).letters)
    assert not quality.is_blank(clean(picture(printed())).letters)


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        (cv2.GaussianBlur(printed(), (0, 0), 3.0).astype(np.uint8), "quality-blurred"),
        (lit(printed(), np.full(1700, 0.35)), "quality-too-dark"),
        ((255 - (255 - printed().astype(np.float64)) * 0.28).astype(np.uint8), "quality-too-pale"),
        (printed()[:, 200:], "quality-cut-off"),
        (np.ascontiguousarray(np.rot90(printed()[:, 200:])), "quality-cut-off"),
        (cv2.resize(printed(), None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA), "quality-low-resolution"),
        (turned(printed(), 9.0), "quality-tilted"),
        (lit(printed(), np.clip(np.linspace(-1, 2, 1700), 0.4, 1.0)), "quality-shadow"),
    ],
)
def test_a_spoilt_page_gets_its_reason(spoilt: Grey, reason: str) -> None:
    assert reason in reasons(spoilt)


def test_a_lamp_on_the_page_is_glare() -> None:
    y, x = np.mgrid[0:1240, 0:1700]
    lamp = np.exp(-(((x - 800) / 250) ** 2) - ((y - 600) / 200) ** 2)
    burnt = np.clip(printed() * 0.8 + lamp * 400, 0, 255).astype(np.uint8)
    assert "quality-glare" in reasons(burnt)


def test_a_stated_resolution_below_200_dpi_is_a_reason() -> None:
    assert reasons(printed(), dpi=150) == ("quality-low-resolution",)


GOOD = Measures(300, 240.0, 0.99, 0.0, 0.2, 27.0, 40.0, 0.85, 0)


def test_the_score_is_that_of_the_worst_measure() -> None:
    assert judged(GOOD).score == 1.0
    assert judged(replace(GOOD, tilt=5.0)) == quality.Quality(0.5, ())
    assert judged(replace(GOOD, tilt=7.0, paper=150.0)) == quality.Quality(0.25, ("quality-tilted",))
    assert judged(replace(GOOD, step=0.2)) == quality.Quality(0.0, ("quality-blurred",))


def test_letters_of_hard_strokes_are_small_sooner() -> None:
    assert judged(replace(GOOD, letter_px=17.0)).reasons == ()
    assert judged(replace(GOOD, letter_px=17.0, step=1.1)).reasons == ("quality-low-resolution",)
    assert judged(replace(GOOD, step=1.1)).reasons == ()


def test_blurred_strokes_are_not_called_pale_as_well() -> None:
    assert judged(replace(GOOD, step=0.3, ink=165.0)).reasons == ("quality-blurred",)
    assert judged(replace(GOOD, step=0.3, ink=190.0)).reasons == ("quality-blurred", "quality-too-pale")
    assert judged(replace(GOOD, ink=165.0)).reasons == ("quality-too-pale",)


def test_a_black_border_is_neither_shadow_nor_a_cut() -> None:
    page = printed()
    page[:, -70:] = np.random.default_rng(3).normal(18, 6, (1240, 70)).clip(0, 60)
    page[-60:] = 20
    assert reasons(page) == ()
