"""Makes the two tones of the scanning station: `python3 packaging/make-tones.py`. Standard library only."""

from __future__ import annotations

import math
import wave
from collections.abc import Sequence
from pathlib import Path

_RATE = 22_050
_LOUDNESS = 90
_FADE_S = 0.015
#: Hertz and seconds of each note: two rising ones for well done, three low ones for look here.
_TONES = {"done": ((880.0, 0.10), (1318.5, 0.18)), "look": ((330.0, 0.22), (0.0, 0.06)) * 3}


def _samples(notes: Sequence[tuple[float, float]]) -> bytes:
    made = bytearray()
    for hertz, length_s in notes:
        count = round(_RATE * length_s)
        fade = _RATE * _FADE_S
        for n in range(count):
            swell = min(1.0, n / fade, (count - n) / fade)
            made.append(round(128 + _LOUDNESS * swell * math.sin(2 * math.pi * hertz * n / _RATE)))
    return bytes(made)


def main() -> None:
    folder = Path(__file__).resolve().parents[1] / "resources" / "sounds"
    for name, notes in _TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(1)
            file.setframerate(_RATE)
            file.writeframes(_samples(notes))


if __name__ == "__main__":
    main()
