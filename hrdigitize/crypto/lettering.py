"""Bytes as letters that people copy by hand: Base32 (RFC 4648) with the check sum of SLIP-39 behind it.

RS1024 is what the recovery shares have, too. Its signs are pairs of letters here: whatever is wrong in up to
three of them is found, so every mistyped letter and every two letters in the wrong order; of other errors one
in a thousand million is not.
"""

from __future__ import annotations

import base64
import binascii

from shamir_mnemonic import rs1024

_GROUP = 4
_CHECK_SIGNS = 3
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#: Figures that Base32 has not, read as the letters they look like; the check sum has the last word.
_LOOK_ALIKE = str.maketrans("018", "OIB")
#: Base32 turns so many bytes into whole letters.
_WHOLE = 5


class MiscopiedError(Exception):
    """The letters are not what was written down: mistyped, cut short, or of something else."""


def lettered(raw: bytes, about: str) -> str:
    """The bytes in groups of four letters. about: what they are; it must be said again to read them.

    ValueError unless the bytes come in fives.
    """
    if len(raw) % _WHOLE:
        raise ValueError(f"{len(raw)} bytes are no whole letters")
    signs = _signs(base64.b32encode(raw).decode("ascii"))
    check = rs1024.create_checksum(signs, about.encode())
    letters = "".join(_ALPHABET[sign >> 5] + _ALPHABET[sign & 31] for sign in (*signs, *check))
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def unlettered(text: str, about: str) -> bytes:
    """The bytes that `lettered` wrote, whatever the case and the spaces; MiscopiedError."""
    letters = "".join(text.split()).replace("-", "").upper().translate(_LOOK_ALIKE)
    if len(letters) % 2 or not set(letters) <= set(_ALPHABET):
        raise MiscopiedError
    signs = _signs(letters)
    if len(signs) <= _CHECK_SIGNS or not rs1024.verify_checksum(signs, about.encode()):
        raise MiscopiedError
    try:
        return base64.b32decode(letters[: -2 * _CHECK_SIGNS])
    except binascii.Error:
        raise MiscopiedError from None


def _signs(letters: str) -> list[int]:
    """Two letters are one sign of the check sum."""
    values = [_ALPHABET.index(letter) for letter in letters]
    return [high << 5 | low for high, low in zip(values[::2], values[1::2], strict=True)]
