"""Type faces of the generated forms: where their files lie, and which Debian package brings them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

#: Dots per inch that forms are drawn at.
DRAWN_DPI = 300

_ROOTS = (
    Path(__file__).resolve().parents[2] / "resources" / "fonts",
    Path(__file__).resolve().parent / "fonts",
    Path("/usr/share/fonts"),
)


@dataclass(frozen=True, slots=True)
class Family:
    """A type family with all Vietnamese letters in upright, bold and italic.

    package: the Debian package that brings it, "" for one that lies beside this file. scale: how much larger
    than its nominal size it is set. hand: the family that values are written in, None for this one.
    """

    name: str
    package: str
    regular: str
    bold: str
    italic: str
    mono: bool = False
    scale: float = 1.0
    hand: Family | None = None


FAMILIES = {
    family.name: family
    for family in (
        Family(
            "liberation-serif",
            "fonts-liberation2",
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf",
        ),
        Family(
            "liberation-sans",
            "fonts-liberation2",
            "LiberationSans-Regular.ttf",
            "LiberationSans-Bold.ttf",
            "LiberationSans-Italic.ttf",
        ),
        Family(
            "dejavu-serif",
            "fonts-dejavu-extra",
            "DejaVuSerifCondensed.ttf",
            "DejaVuSerifCondensed-Bold.ttf",
            "DejaVuSerifCondensed-Italic.ttf",
        ),
        Family(
            "dejavu-sans",
            "fonts-dejavu-extra",
            "DejaVuSansCondensed.ttf",
            "DejaVuSansCondensed-Bold.ttf",
            "DejaVuSansCondensed-Oblique.ttf",
        ),
        Family(
            "libertine",
            "fonts-linuxlibertine",
            "LinLibertine_R.otf",
            "LinLibertine_RB.otf",
            "LinLibertine_RI.otf",
        ),
        Family(
            "gentium",
            "fonts-sil-gentiumplus",
            "GentiumPlus-Regular.ttf",
            "GentiumPlus-Bold.ttf",
            "GentiumPlus-Italic.ttf",
        ),
        Family(
            "charis",
            "fonts-sil-charis",
            "CharisSIL-Regular.ttf",
            "CharisSIL-Bold.ttf",
            "CharisSIL-Italic.ttf",
        ),
        Family(
            "roboto", "fonts-roboto-unhinted", "Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Italic.ttf"
        ),
        Family("lato", "fonts-lato", "Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf"),
        Family(
            "free-serif",
            "fonts-freefont-ttf",
            "FreeSerif.ttf",
            "FreeSerifBold.ttf",
            "FreeSerifItalic.ttf",
        ),
        Family(
            "free-sans",
            "fonts-freefont-ttf",
            "FreeSans.ttf",
            "FreeSansBold.ttf",
            "FreeSansOblique.ttf",
        ),
        Family(
            "carlito",
            "fonts-crosextra-carlito",
            "Carlito-Regular.ttf",
            "Carlito-Bold.ttf",
            "Carlito-Italic.ttf",
        ),
        Family(
            "open-sans",
            "fonts-open-sans",
            "OpenSans-Regular.ttf",
            "OpenSans-Bold.ttf",
            "OpenSans-Italic.ttf",
        ),
        Family(
            "liberation-mono",
            "fonts-liberation2",
            "LiberationMono-Regular.ttf",
            "LiberationMono-Bold.ttf",
            "LiberationMono-Italic.ttf",
            mono=True,
        ),
        Family(
            "noto-mono",
            "fonts-noto-mono",
            "NotoSansMono-Regular.ttf",
            "NotoSansMono-Bold.ttf",
            "NotoSansMono-Regular.ttf",
            mono=True,
        ),
    )
}


def _hand(name: str, scale: float) -> Family:
    file_name = f"{name}.ttf"
    return Family(name, "", file_name, file_name, file_name, scale=scale)


#: Handwriting-like families; fonts/README.md says where they come from.
HANDS = {
    family.name: family
    for family in (
        _hand("patrick-hand", 1.15),
        _hand("charm", 1.1),
        _hand("mali", 0.95),
        _hand("dancing-script", 1.15),
    )
}


class FaceMissing(Exception):
    """A type family of the generator is not on this machine; the message names the Debian package."""


@lru_cache(maxsize=64)
def _path(file_name: str) -> Path | None:
    # Debian's older Liberation has files of the same names in "liberation", without most Vietnamese letters.
    for root in _ROOTS:
        found = max(root.rglob(file_name), default=None)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=256)
def load_face(family: Family, style: str, size_pt: float) -> ImageFont.FreeTypeFont:
    """The face for drawing at DRAWN_DPI. style: "regular", "bold", "italic", or "hand" (of the family)."""
    if style == "hand" and family.hand is not None:
        return load_face(family.hand, "regular", size_pt)
    file_name = {"regular": family.regular, "bold": family.bold, "italic": family.italic}[style]
    path = _path(file_name)
    if path is None:
        raise FaceMissing(f"{file_name} is missing: apt-get install {family.package}")
    size = size_pt * family.scale * DRAWN_DPI / 72
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
