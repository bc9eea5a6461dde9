"""Training lines in files: strips side by side in one array, with their widths and texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hrdigitize.ocr.line_input import Grey

#: Lines in a file.
LINES = 2048


@dataclass(frozen=True, slots=True)
class Sample:
    """A strip as the reader gets it, and what stands on it. hand: drawn as if by hand."""

    strip: Grey
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
    partial = path.with_suffix(".part.npz")
    np.savez(
        partial,
        columns=np.concatenate([line.strip for line in lines], axis=1),
        widths=np.array([line.strip.shape[1] for line in lines], np.int32),
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
