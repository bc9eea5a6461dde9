"""Codes on generated pages: small ones, turned ones, worn ones; and pages that have none."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from hrdigitize.capture.decode import decode
from hrdigitize.domain.page import Code
from hrdigitize.extraction.page.codes import codes_of
from hrdigitize.imaging.clean import CleanPage, clean
from tests.generator.faces import DRAWN_DPI
from tests.generator.generating import generate, print_form
from tests.generator.scanning import CLEAN, POOR, WORN, scan

_CARD = "067180012345|245012345|Lò Thị Ước|01051980|Nữ|Bon U, Xã Ea Yông, Huyện Krông Pắc, Đắk Lắk|12082021"
#: Beside the print of a form there is room for a code here.
_PLACE = (0.72, 0.03)


def _cleaned(file: bytes) -> CleanPage:
    return clean(next(iter(decode(file))))


def _with_code(seed: int, side_mm: float, turn: int, level: int) -> CleanPage:
    page = print_form(seed).laid.pages[0].copy()
    drawn = zxingcpp.create_barcode(_CARD, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image(
        scale=8, add_quiet_zones=True
    )
    side = round(side_mm / 25.4 * DRAWN_DPI)
    code = Image.fromarray(np.asarray(drawn)).resize((side, side), Image.Resampling.LANCZOS)
    page.paste(code, (int(page.width * _PLACE[0]), int(page.height * _PLACE[1])))
    rng = np.random.default_rng((seed, level))
    return _cleaned(scan([page.rotate(turn, expand=True)], level, rng)[0])


def test_the_code_of_a_card_is_read_on_scans_of_three_levels(tell_figure: Callable[[str], None]) -> None:
    tried = {
        (level, side, turn): codes_of(_with_code(902_000 + turn, side, turn, level))
        for level in (CLEAN, WORN, POOR)
        for side, turn in ((20.0, 0), (22.0, 90), (24.0, 180))
    }
    read = [key for key, codes in tried.items() if [code.text for code in codes] == [_CARD]]
    tell_figure(f"codes of cards of 20-24 mm read: {len(read)} of {len(tried)}")
    assert len(read) >= len(tried) - 1


def test_the_box_of_a_code_is_where_it_stands() -> None:
    page = _with_code(902_010, 24.0, 0, CLEAN)
    (code,) = codes_of(page)
    x, y = code.box.centre
    side = 24.0 / 25.4 * DRAWN_DPI
    assert abs(x - (_PLACE[0] * page.paper.shape[1] + side / 2)) < side / 4
    assert abs(y - (_PLACE[1] * page.paper.shape[0] + side / 2)) < side / 4


@pytest.mark.parametrize("level", [CLEAN, WORN, POOR])
def test_a_page_without_a_code_has_none_and_costs_little(level: int) -> None:
    pages = [_cleaned(file) for file in generate(902_020 + level, level).pages]
    began = time.process_time()
    found: list[tuple[Code, ...]] = [codes_of(page) for page in pages]
    spent = (time.process_time() - began) / len(pages)
    assert found == [()] * len(pages)
    # 14 ms as measured on two busy cores; the bound is for any machine.
    assert spent < 0.2
