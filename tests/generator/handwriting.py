"""Drawing words as a hand writes them: off the line a little, slanted, with a pen's grey."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw, ImageFont

_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Pen:
    """How one hand holds its pen.

    slant: how far a stroke leans over, of its height. grey: of the ink, 0 to 255. unsteady_px: how far words
    lie off the line.
    """

    rng: Random
    slant: float
    grey: int
    unsteady_px: float

    @staticmethod
    def drawn(rng: Random) -> Pen:
        """A pen by chance."""
        return Pen(rng, rng.uniform(-0.05, 0.28), rng.randint(0, 85), rng.uniform(0.8, 2.6))

    def write(
        self, page: Image.Image, place: tuple[float, float], text: str, face: ImageFont.FreeTypeFont
    ) -> None:
        """Write a text from this place on the baseline, in pixels; as long as the face says, word by word."""
        x, y = place
        done = ""
        for word in text.split(" "):
            if word:
                at = x + face.getlength(done)
                self._word(page, (at, y + self.rng.gauss(0, self.unsteady_px)), word, face)
            done += f"{word} "

    def _word(
        self, page: Image.Image, place: tuple[float, float], word: str, face: ImageFont.FreeTypeFont
    ) -> None:
        left, top, right, bottom = face.getbbox(word, anchor="ls")
        width, height = int(right - left) + 2 * _MARGIN, int(bottom - top) + 2 * _MARGIN
        mask = Image.new("L", (width, height), 0)
        base = _MARGIN - top
        ImageDraw.Draw(mask).text((_MARGIN - left, base), word, font=face, anchor="ls", fill=255)
        lean = self.slant + self.rng.gauss(0, 0.02)
        mask = mask.transform(
            mask.size, Image.Transform.AFFINE, (1, lean, -lean * base, 0, 1, 0), Image.Resampling.BICUBIC
        )
        mask = mask.rotate(self.rng.gauss(0, 0.5), Image.Resampling.BICUBIC)
        page.paste(self.grey, (round(place[0] + left - _MARGIN), round(place[1] - base)), mask)
