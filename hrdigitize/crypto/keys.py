"""The data key of an installation and the keys derived from it, one for each purpose."""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from hrdigitize.domain.identifiers import Randomness

KEY_BYTES = 32


class DataKey:
    """A random 256-bit key. It never shows itself in a repr, so neither in a log nor in a traceback."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, not {len(secret)}")
        self._secret = secret

    @classmethod
    def generate(cls, randomness: Randomness) -> DataKey:
        return cls(randomness(KEY_BYTES))

    @classmethod
    def from_hex(cls, text: str) -> DataKey:
        """ValueError for anything but 64 hexadecimal digits."""
        return cls(bytes.fromhex(text))

    def subkey(self, purpose: str) -> bytes:
        """The 256-bit key for one purpose (HKDF-SHA256): the data key itself is used for nothing else."""
        derivation = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=b"hrdigitize/1/" + purpose.encode())
        return derivation.derive(self._secret)

    def reveal(self) -> bytes:
        """The key itself, for whoever wraps it; nobody else has a use for it."""
        return self._secret

    def reveal_hex(self) -> str:
        """The key itself as text, for whoever writes a key file."""
        return self._secret.hex()

    def __repr__(self) -> str:
        return "DataKey(hidden)"
