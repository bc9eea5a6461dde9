"""Numbers as the window's language writes them."""

from __future__ import annotations

from hrdigitize.gui.look import translation

_SWAPPED = str.maketrans(",.", ".,")


def written(number: str) -> str:
    """A number as Python writes it; Vietnamese has a comma before decimals and points between thousands."""
    return number.translate(_SWAPPED) if translation.language() == translation.VIETNAMESE else number
