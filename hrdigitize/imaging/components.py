"""Connected pieces of ink, with their sizes: what specks, leaders, rules and marks are told apart by."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.imaging.pixels import Grey

#: For each component (0 is the paper): a length or an area in pixels.
Sizes = NDArray[np.int32]
#: For each component: whether it was chosen.
Choice = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Components:
    """All connected components of an ink mask; component 0 is the paper and is never chosen by anybody."""

    labels: NDArray[np.int32]
    left: Sizes
    top: Sizes
    width: Sizes
    height: Sizes
    area: Sizes
    centres: NDArray[np.float64]

    @property
    def count(self) -> int:
        return len(self.area)

    def box(self, index: int) -> Box:
        return Box(
            int(self.left[index]), int(self.top[index]), int(self.width[index]), int(self.height[index])
        )

    def mask(self, chosen: Choice) -> Grey:
        """255 where a chosen component lies."""
        shades = np.where(chosen, 255, 0).astype(np.uint8)
        shades[0] = 0
        painted: Grey = shades[self.labels]
        return painted

    def touched_by(self, area: Grey) -> Choice:
        """Which components have a pixel in the area."""
        found = np.zeros(self.count, dtype=np.bool_)
        found[np.unique(self.labels[area > 0])] = True
        found[0] = False
        return found


def components(mask: Grey) -> Components:
    """The 8-connected components of a mask."""
    _, labels, stats, centres = cv2.connectedComponentsWithStats(mask, connectivity=8)
    columns = np.asarray(stats, dtype=np.int32)
    return Components(
        labels=np.asarray(labels, dtype=np.int32),
        left=columns[:, cv2.CC_STAT_LEFT],
        top=columns[:, cv2.CC_STAT_TOP],
        width=columns[:, cv2.CC_STAT_WIDTH],
        height=columns[:, cv2.CC_STAT_HEIGHT],
        area=columns[:, cv2.CC_STAT_AREA],
        centres=np.asarray(centres, dtype=np.float64),
    )
