"""The colours of the window, by day and by night. Ink on its ground has a contrast of 4.5 : 1 or more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Which of the two the person works with."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """What is what on screen: grounds, inks, edges, and three signs (doubt, good, fault) in several weights.

    on_accent, on_rail: ink on those grounds; off: what is disabled; chart: inks of parts beside each other.
    """

    ground: str
    surface: str
    paper: str
    ink: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_dark: str
    accent_soft: str
    accent_pressed: str
    on_accent: str
    rail: str
    rail_lit: str
    rail_ink: str
    on_rail: str
    doubt: str
    doubt_soft: str
    doubt_faint: str
    doubt_edge: str
    good: str
    good_soft: str
    good_edge: str
    fault: str
    fault_soft: str
    fault_edge: str
    lit: str
    desk: str
    off: str
    off_ground: str
    handle: str
    chart: tuple[str, ...]


LIGHT = Colours(
    ground="#f3f5f8",
    surface="#ffffff",
    paper="#fffdf8",
    ink="#1d2733",
    muted="#5d6977",
    line="#d5dbe3",
    edge="#b9c3cf",
    accent="#1b5aa6",
    accent_dark="#143f75",
    accent_soft="#e7effa",
    accent_pressed="#d5e3f5",
    on_accent="#ffffff",
    rail="#17324f",
    rail_lit="#204469",
    rail_ink="#c9d7e8",
    on_rail="#ffffff",
    doubt="#9a5200",
    doubt_soft="#fff3dc",
    doubt_faint="#fffaf0",
    doubt_edge="#ecd3a4",
    good="#1d7446",
    good_soft="#e5f4ec",
    good_edge="#b5dcc5",
    fault="#a8271d",
    fault_soft="#fdecea",
    fault_edge="#f0c0bb",
    lit="#ffd34d",
    desk="#8d97a4",
    off="#7f8a96",
    off_ground="#eceff3",
    handle="#b4bec9",
    chart=("#1b5aa6", "#d98324", "#2b8c5a", "#8a4fa3", "#b23a48", "#4a9bb5", "#7a7f35", "#5d6977"),
)

DARK = Colours(
    ground="#161b22",
    surface="#1f262f",
    paper="#232a33",
    ink="#e6ebf1",
    muted="#a2afbd",
    line="#36414d",
    edge="#4a5765",
    accent="#6aa8f0",
    accent_dark="#9cc6f7",
    accent_soft="#22364d",
    accent_pressed="#2a4563",
    on_accent="#0c1722",
    rail="#0e141b",
    rail_lit="#22364d",
    rail_ink="#b8c6d6",
    on_rail="#ffffff",
    doubt="#f0b45c",
    doubt_soft="#3d2f17",
    doubt_faint="#2a2519",
    doubt_edge="#6b5223",
    good="#6fcf97",
    good_soft="#183527",
    good_edge="#2d6346",
    fault="#ff9388",
    fault_soft="#43201d",
    fault_edge="#7a3a34",
    lit="#ffd34d",
    desk="#0f1318",
    off="#77838f",
    off_ground="#232a33",
    handle="#4f5c69",
    chart=("#6aa8f0", "#f0b45c", "#6fcf97", "#c79be0", "#ff9388", "#7fd0e6", "#c9cf6f", "#a2afbd"),
)

COLOURS = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}
