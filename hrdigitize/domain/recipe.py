"""How a page is turned and cut before anybody sees it; the original never changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box, Transform

_FULL_TURN = 360
_LYING = (90, 270)


@dataclass(frozen=True, slots=True)
class Recipe:
    """Turned clockwise by `turn` degrees (0, 90, 180, 270), then cut to `crop`, a box on the turned page.

    turn: None where nobody said how the page lies, so that the machine finds out. crop: None for all of it.
    """

    turn: int | None = None
    crop: Box | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the page is shown as it is kept."""
        return not self.turn and self.crop is None

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Width and height of what is shown of an original of this size, in pixels."""
        if self.crop is not None:
            return self.crop.width, self.crop.height
        return (height, width) if self.turn in _LYING else (width, height)

    def turned(self, degrees: int, width: int, height: int) -> Recipe:
        """Turned further clockwise, by a multiple of 90; width, height: of the original."""
        now = replace(self, crop=None).size(width, height)
        crop = self.crop and Transform.quarters(degrees % _FULL_TURN, *_after(degrees, *now)).box(self.crop)
        return Recipe(((self.turn or 0) + degrees) % _FULL_TURN, crop)

    def cropped(self, box: Box, width: int, height: int) -> Recipe:
        """Cut further, to a box in pixels of what is shown now; what lies outside of that is left out."""
        inside = box.clipped(*self.size(width, height))
        return replace(self, crop=inside.moved(self.crop.x, self.crop.y) if self.crop else inside)


#: Shown as it is kept.
AS_IT_IS = Recipe()


def _after(degrees: int, width: int, height: int) -> tuple[int, int]:
    return (height, width) if degrees % _FULL_TURN in _LYING else (width, height)
