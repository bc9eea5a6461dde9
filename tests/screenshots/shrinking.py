"""Pictures as small as they can be committed."""

from __future__ import annotations

import io
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_Colours: TypeAlias = NDArray[np.uint8]

#: The commonest colours stay exactly what they are: grounds, inks, lines.
_COMMON = 32
#: Others cover what is left; few of them, for most of it is the grain of scanned paper, which packs badly.
_OTHERS = 32
_AT_A_TIME = 4096


def shrunk(png: bytes) -> bytes:
    """The picture in few colours, undithered: flat areas stay flat."""
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    pixels = np.asarray(picture).reshape(-1, 3)
    colours, where, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    palette = _palette(picture, colours, counts)
    few = Image.fromarray(_nearest(colours, palette)[where].reshape(picture.height, picture.width), "P")
    few.putpalette(palette.tobytes())
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _palette(picture: Image.Image, colours: _Colours, counts: NDArray[np.intp]) -> _Colours:
    """The commonest colours, then those that cover all of them."""
    common = colours[np.argsort(-counts, kind="stable")[:_COMMON]]
    covering = picture.quantize(_OTHERS, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    others = np.array(covering, np.uint8).reshape(-1, 3)[:_OTHERS]
    return np.concatenate((common, others))


def _nearest(colours: _Colours, palette: _Colours) -> _Colours:
    """For each colour the place of the nearest one in the palette."""
    found = np.empty(len(colours), np.uint8)
    wanted = palette.astype(np.int32)
    for first in range(0, len(colours), _AT_A_TIME):
        part = colours[first : first + _AT_A_TIME].astype(np.int32)
        apart = ((part[:, None, :] - wanted[None, :, :]) ** 2).sum(axis=2)
        found[first : first + _AT_A_TIME] = apart.argmin(axis=1)
    return found
