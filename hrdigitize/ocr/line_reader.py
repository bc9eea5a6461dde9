"""The line readers: small networks of our own for Vietnamese lines, run by ONNX Runtime.

They err elsewhere than Tesseract: where two read the same, that is the best evidence there is. They are no
condition: without their files the program reads with Tesseract alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.page import Word
from hrdigitize.domain.vietnamese import nfc
from hrdigitize.ocr.ctc import Chances, Spelled, readings, spelled
from hrdigitize.ocr.engine import Grey, LineReading
from hrdigitize.ocr.line_input import ALPHABET, HEIGHT, MARGIN, STEP, strip_of, strip_scale

#: The resolution that the reader was trained at.
_DPI = 300
#: Columns of strips in one call: more at once are no quicker, and take 17 MiB for each thousand.
_COLUMNS = 1600
#: Other readings that are kept, of a line that is less sure than this.
_OTHERS, _CERTAIN = 3, 0.6
#: Steps that a word may reach beyond its first and last one.
_BESIDE = 1.5
#: What is no darker than this is paper.
_WHITE = 250
_NOTHING = LineReading("", 1.0, ())
#: How much ink each shade of grey is, 0 for white paper to 1.
_INK_OF = ((255.0 - np.arange(256)) / 255.0).astype(np.float32)


class UnusableReader(Exception):
    """The file of the network is broken, or of a kind that this runtime does not know."""


class OnnxLineReader:
    """Reads line crops with the network in a file; one thread, as there is one process for each core."""

    def __init__(self, path: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # Without these the session keeps the memory of the widest line for good.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        try:
            # The bytes and not the path: the runtime takes no path with letters beyond ASCII on Windows.
            self._session = onnxruntime.InferenceSession(
                path.read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except Exception as refused:  # the runtime's own errors have no common ancestor but this one
            raise UnusableReader(path.name) from refused
        version = self._session.get_modelmeta().custom_metadata_map.get("version", "0")
        self.name = f"{path.stem}/{version}"

    def read_lines(self, images: Sequence[Grey], dpi: int, alphabet: str = "") -> tuple[LineReading, ...]:
        """One result for each crop of a line, in their order; lines of like width are read together.

        White paper is nothing, without a question: the network never saw any so clean.
        """
        found = [_NOTHING] * len(images)
        inked = [at for at, image in enumerate(images) if image.size and int(image.min()) < _WHITE]
        strips = [strip_of(images[at], dpi) for at in inked]
        for group in _groups(strips):
            chances, hands = self._steps([strips[place] for place in group])
            for place, rows, hand in zip(group, chances, hands, strict=True):
                at, steps = inked[place], strips[place].shape[1] // STEP
                by_hand = hand[:steps].tolist()
                found[at] = _reading(_restricted(rows[:steps], alphabet), by_hand, images[at], dpi)
        return tuple(found)

    def close(self) -> None:
        """Give the model's memory back."""
        del self._session

    def _steps(self, strips: Sequence[Grey]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """For each strip and step the chances of the characters, and the chance that a hand drew it."""
        widest = max(strip.shape[1] for strip in strips)
        ink = np.zeros((len(strips), 1, HEIGHT, widest), np.float32)
        for at, strip in enumerate(strips):
            ink[at, 0, :, : strip.shape[1]] = cv2.LUT(strip, _INK_OF)
        chances, hands = self._session.run(["chances", "hand"], {"strips": ink})
        return chances, hands


def _groups(strips: Sequence[Grey]) -> list[list[int]]:
    """Places of strips of like width, as many as one call takes."""
    groups: list[list[int]] = []
    for at in sorted(range(len(strips)), key=lambda place: strips[place].shape[1]):
        if not groups or (len(groups[-1]) + 1) * strips[at].shape[1] > _COLUMNS:
            groups.append([])
        groups[-1].append(at)
    return groups


def _restricted(chances: Chances, alphabet: str) -> Chances:
    """The chances where only some characters are allowed."""
    if not alphabet:
        return chances
    allowed = np.array([True, *(character in alphabet for character in ALPHABET)])
    kept = np.where(allowed, chances, 0.0)
    total = kept.sum(axis=1, keepdims=True)
    # Where nothing allowed is likely at all there is nothing.
    empty = np.zeros_like(kept)
    empty[:, 0] = 1.0
    return np.where(total > 0.0, kept / np.maximum(total, 1e-12), empty).astype(np.float32)


def _reading(chances: Chances, hands: Sequence[float], image: Grey, dpi: int) -> LineReading:
    signs = _trimmed(spelled(chances))
    text = nfc("".join(ALPHABET[sign.label - 1] for sign in signs))
    if not text:
        return LineReading("", float(chances[:, 0].min()) if len(chances) else 0.0, ())
    words = _words(signs, hands, image, dpi)
    confidence = min(word.confidence for word in words)
    return LineReading(
        text,
        confidence,
        tuple(sign.confidence for sign in signs),
        words,
        _others(chances, text) if confidence < _CERTAIN else (),
    )


def _others(chances: Chances, text: str) -> tuple[str, ...]:
    """What else the line may say, best first."""
    spelled_out = (nfc("".join(ALPHABET[label - 1] for label in labels)) for labels, _ in readings(chances))
    found = dict.fromkeys(other.strip() for other in spelled_out)
    return tuple(other for other in found if other and other != text)[:_OTHERS]


def _trimmed(signs: Sequence[Spelled]) -> tuple[Spelled, ...]:
    """Without spaces at the ends."""
    inked = [at for at, sign in enumerate(signs) if ALPHABET[sign.label - 1] != " "]
    return tuple(signs[inked[0] : inked[-1] + 1]) if inked else ()


def _words(signs: Sequence[Spelled], hands: Sequence[float], image: Grey, dpi: int) -> tuple[Word, ...]:
    """The words with their places along the crop; they stand as high as it.

    A word is right where all of its characters are, and the space before it: their chances are multiplied.
    """
    rows, columns = image.shape
    scale = strip_scale(rows, columns, dpi)
    words: list[list[Spelled]] = [[]]
    spaces: list[Spelled] = []
    for sign in signs:
        if ALPHABET[sign.label - 1] != " ":
            words[-1].append(sign)
        elif words[-1]:
            words.append([])
            spaces.append(sign)
    placed = []
    for at, word in enumerate(words):
        before, after = spaces[at - 1 : at] if at else [], spaces[at : at + 1]
        left, right = _reach(word, before, after)
        box = _box((left - MARGIN) / scale, (right - MARGIN) / scale, columns, rows)
        letters = nfc("".join(ALPHABET[sign.label - 1] for sign in word))
        sure = math.prod(sign.confidence for sign in (*before, *word))
        hand = fmean(hands[word[0].first : word[-1].last + 1])
        placed.append(Word(letters, box, sure, hand=hand))
    return tuple(placed)


def _reach(
    word: Sequence[Spelled], before: Sequence[Spelled], after: Sequence[Spelled]
) -> tuple[float, float]:
    """From where to where a word stands, in columns of the strip: somewhat beyond its first and last step.

    The network says a letter at one step somewhere on it or beside it, and of a letter alone nothing else is
    known. The step of the space, which lies in the gap, bounds the word.
    """
    left, right = float(word[0].first - _BESIDE), float(word[-1].last + 1 + _BESIDE)
    if before:
        left = max(left, (before[0].last + 1 + word[0].first) / 2)
    if after:
        right = min(right, (word[-1].last + 1 + after[0].first) / 2)
    return left * STEP, right * STEP


def _box(left: float, right: float, columns: int, rows: int) -> Box:
    x = min(max(0, round(left)), columns - 1)
    return Box(x, 0, max(1, min(columns, round(right)) - x), rows)
