"""Sealing bytes so that nobody can read or change them without the key (AEAD)."""

from __future__ import annotations

import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from hrdigitize.crypto.keys import DataKey
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.domain.stored import ContentId

#: Magic and format version, then one byte for the algorithm: another provider gets another number.
_MAGIC = b"HRS1"
_CHACHA20_POLY1305 = b"\x01"
_NONCE_BYTES = 12
_HEADER_BYTES = len(_MAGIC) + 1


class SealBrokenError(Exception):
    """The bytes are not what was sealed: damaged, changed, put in another's place, or another key."""


class Sealer:
    """Seals and opens with keys derived from the data key."""

    def __init__(self, key: DataKey, randomness: Randomness) -> None:
        self._cipher = ChaCha20Poly1305(key.subkey("seal/chacha20-poly1305"))
        self._name_key = key.subkey("content-id/hmac-sha256")
        self._randomness = randomness

    def content_id(self, plain: bytes) -> ContentId:
        """The name of these bytes; without the key nobody can tell whether two stores hold the same file."""
        return ContentId(hmac.new(self._name_key, plain, hashlib.sha256).hexdigest())

    def seal(self, plain: bytes, about: str) -> bytes:
        """Header, fresh nonce, cipher text. `about` says what this is and must be said again to open it."""
        header = _MAGIC + _CHACHA20_POLY1305
        nonce = self._randomness(_NONCE_BYTES)
        return header + nonce + self._cipher.encrypt(nonce, plain, header + about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """The bytes that were sealed; SealBrokenError for anything else."""
        header, rest = sealed[:_HEADER_BYTES], sealed[_HEADER_BYTES:]
        if header != _MAGIC + _CHACHA20_POLY1305:
            raise SealBrokenError("no seal that this version knows")
        nonce, text = rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]
        if len(nonce) != _NONCE_BYTES:
            raise SealBrokenError("cut short")
        try:
            return self._cipher.decrypt(nonce, text, header + about.encode())
        except InvalidTag as broken:
            raise SealBrokenError("the seal does not hold") from broken
