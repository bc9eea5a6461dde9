"""Training lines in files: strips side by side in one array, with their widths and texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hrdigitize.ocr.line_input import Grey, strip_of

#: Lines in a file.
LINES = 2048


@dataclass(frozen=True, slots=True)
class Sample:
    """A crop at 300 dpi, and what stands on it. hand: drawn as if by hand."""

    crop: Grey
    text: str
    hand: bool


@dataclass(frozen=True, slots=True)
class Shard:
    """Strips with what stands on them."""

    strips: tuple[Grey, ...]
    texts: tuple[str, ...]
    hands: tuple[bool, ...]


def write_shard(path: Path, lines: list[Sample]) -> None:
    """The lines as one file; a broken-off write leaves no file of that name."""
    strips = [strip_of(line.crop) for line in lines]
    partial = path.with_suffix(".part.npz")
    np.savez(
        partial,
        columns=np.concatenate(strips, axis=1),
        widths=np.array([strip.shape[1] for strip in strips], np.int32),
        texts=np.array([line.text for line in lines]),
        hands=np.array([line.hand for line in lines]),
    )
    partial.replace(path)


def read_shard(path: Path) -> Shard:
    """The lines of a file."""
    with np.load(path) as content:
        columns, widths = content["columns"], content["widths"]
        texts, hands = content["texts"].tolist(), content["hands"].tolist()
    ends = np.cumsum(widths)
    strips = tuple(columns[:, end - width : end] for end, width in zip(ends, widths, strict=True))
    return Shard(strips, tuple(texts), tuple(hands))
