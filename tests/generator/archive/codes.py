"""QR codes as printed: those of separator sheets and of chip cards."""

from __future__ import annotations

import numpy as np
import segno
from PIL import Image

from tests.generator.lines import px

_QUIET = 4


def qr(text: str, side_mm: float, error: str = "m") -> Image.Image:
    """A QR code so wide, with its quiet zone; error: how much may be lost ("l", "m", "q", "h")."""
    matrix = np.array([list(row) for row in segno.make(text, error=error, micro=False).matrix], np.uint8)
    framed = np.pad(matrix, _QUIET)
    pixels = np.where(framed > 0, 0, 255).astype(np.uint8)
    return Image.fromarray(pixels).resize((px(side_mm), px(side_mm)), Image.Resampling.NEAREST)


def payload(dossier: str, type_id: str, person: str) -> str:
    """What the code of a separator sheet says; each part may be empty."""
    return "|".join(
        ("HRDS1", *(" ".join(part.replace("|", " ").split()) for part in (dossier, type_id, person)))
    )
