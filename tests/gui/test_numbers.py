"""Numbers stand in the window as its language writes them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from hrdigitize.gui.look import translation
from hrdigitize.gui.look.numbers import written


def test_a_vietnamese_window_has_a_comma_before_decimals(qapp: QApplication) -> None:
    translation.install(qapp)
    assert written("1,234.5") == "1.234,5"


def test_an_english_window_leaves_numbers_as_they_are(qapp: QApplication) -> None:
    translation.install(qapp, translation.ENGLISH)
    try:
        assert written("1,234.5") == "1,234.5"
    finally:
        translation.install(qapp)
