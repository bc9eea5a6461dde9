"""How many dots an inch of the paper has, when the file says so, says nonsense or says nothing."""

from __future__ import annotations

_A4_SHORT_IN, _A4_LONG_IN = 210 / 25.4, 297 / 25.4
#: What scanners offer; a page within 3 % of such an A4 was scanned so and trimmed a little.
_USUAL_DPI = (100, 150, 200, 240, 300, 400, 600)
_TRIM = 0.03
#: How far the sides of a page may be from A4's ratio to be taken for A4.
_RATIO_SLACK = 0.04
_LEAST_DPI, _MOST_DPI = 90, 1200
#: Written by programs that were not told: a screen's resolution, not a scanner's.
_SCREEN_DPI = (72, 96)
#: A claim that makes the page longer than A3 with a margin is nonsense.
_LONGEST_PAGE_IN = 18.0
_FALLBACK_DPI = 300


def page_dpi(width_px: int, height_px: int, claimed: float | None) -> int:
    """The resolution to work with: the file's claim where it is sane, otherwise that of an A4 page.

    Where the size is no A4 page either (a photo, a card) it is 300.
    """
    if claimed is not None and _sane(max(width_px, height_px), claimed):
        return round(claimed)
    return _as_a4(width_px, height_px) or _FALLBACK_DPI


def _sane(long_px: int, claimed: float) -> bool:
    if not _LEAST_DPI <= claimed <= _MOST_DPI or round(claimed) in _SCREEN_DPI:
        return False
    return long_px / claimed <= _LONGEST_PAGE_IN


def _as_a4(width_px: int, height_px: int) -> int | None:
    """The resolution at which the page is an A4 sheet, upright or lying; None where it is none."""
    short_px, long_px = sorted((width_px, height_px))
    across, along = short_px / _A4_SHORT_IN, long_px / _A4_LONG_IN
    if abs(across / along - 1) > _RATIO_SLACK:
        return None
    found = (across + along) / 2
    for usual in _USUAL_DPI:
        if abs(found / usual - 1) <= _TRIM:
            return usual
    return round(found) if _LEAST_DPI // 2 <= found <= _MOST_DPI else None
