"""Pictures as small as they can be committed."""

from __future__ import annotations

import io
import itertools

from PIL import Image

_COLOURS = 256
#: The commonest colours stay exactly what they are: grounds, inks, lines.
_EXACT = 96


def shrunk(png: bytes) -> bytes:
    """The picture in so few colours: rare ones stay what they are, and flat areas stay flat and pack well."""
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    few = picture.quantize(palette=_palette(picture), dither=Image.Dither.NONE)
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _palette(picture: Image.Image) -> Image.Image:
    """The commonest colours, and others that cover what is left."""
    counted = picture.getcolors(picture.width * picture.height)
    assert counted is not None
    ranked = sorted(counted, key=lambda one: one[0], reverse=True)
    common = [colour for _, colour in ranked[:_EXACT] if isinstance(colour, tuple)]
    others = picture.quantize(_COLOURS - len(common), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*itertools.chain.from_iterable(common), *others])
    return palette
