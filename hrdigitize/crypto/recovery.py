"""The recovery key: opens a store whose passphrases are lost. Three people hold it, and two of them suffice.

The public half stays with the program and seals the data key (HPKE, RFC 9180). The private half is split into
three shares of words (SLIP-39), each with a checksum of its own, and then forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

from hrdigitize.crypto.keys import KEY_BYTES, DataKey
from hrdigitize.domain.identifiers import Randomness

SHARES, NEEDED = 3, 2
#: Signs of a key's fingerprint that people compare, in groups of four.
_FINGERPRINT_SIGNS = 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class SharesRefusedError(Exception):
    """The shares are too few, misspelled, of different keys, or twice the same."""


@dataclass(frozen=True, slots=True)
class RecoveryLock:
    """The public half: seals, and cannot open. raw: 32 bytes."""

    raw: bytes

    def seal(self, key: DataKey, about: str) -> bytes:
        """The key sealed so that only the recovery key opens it. about: of which store."""
        return _SUITE.encrypt(key.reveal(), X25519PublicKey.from_public_bytes(self.raw), about.encode())

    @property
    def fingerprint(self) -> str:
        """What people compare: sixteen hexadecimal digits in groups of four."""
        digits = hashlib.sha256(self.raw).hexdigest()[:_FINGERPRINT_SIGNS].upper()
        return " ".join(digits[at : at + 4] for at in range(0, _FINGERPRINT_SIGNS, 4))


class RecoveryKey:
    """The private half. It never shows itself in a repr."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a recovery key has {KEY_BYTES} bytes, not {len(secret)}")
        self._secret = secret

    @classmethod
    def generate(cls, randomness: Randomness) -> RecoveryKey:
        return cls(randomness(KEY_BYTES))

    @classmethod
    def joined(cls, shares: Sequence[str]) -> RecoveryKey:
        """The key of which these are shares, as people typed or scanned them; SharesRefusedError."""
        try:
            return cls(combine_mnemonics([" ".join(share.lower().split()) for share in shares]))
        except (MnemonicError, ValueError) as refused:
            raise SharesRefusedError(str(refused)) from None

    @property
    def lock(self) -> RecoveryLock:
        return RecoveryLock(self._private.public_key().public_bytes_raw())

    def shares(self) -> tuple[str, ...]:
        """Three shares of words; any two give the key, one alone says nothing about it."""
        (group,) = generate_mnemonics(1, [(NEEDED, SHARES)], self._secret)
        return tuple(group)

    def open(self, sealed: bytes, about: str) -> DataKey:
        """The data key that the public half sealed; SharesRefusedError where another key is needed."""
        try:
            return DataKey(_SUITE.decrypt(sealed, self._private, about.encode()))
        except (InvalidTag, ValueError):
            raise SharesRefusedError("these shares belong to another store") from None

    @property
    def _private(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self._secret)

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"
