"""The data key wrapped by a passphrase: whoever knows the words has the key, nobody else.

Argon2id makes every guess cost memory and time. A new passphrase is a new wrap of the same key: nothing that
was sealed is sealed again.
"""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrdigitize.crypto.keys import KEY_BYTES, DataKey
from hrdigitize.crypto.sealing import SealBrokenError, Sealer
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.domain.vietnamese import nfc

_SALT_BYTES = 16


class WrongPassphraseError(Exception):
    """The passphrase does not open this wrap, or the wrap was changed or belongs to somebody else."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: passes over so much memory, in so many lanes."""

    passes: int
    memory_kib: int
    lanes: int

    def __post_init__(self) -> None:
        """ValueError for a cost that no sound wrap has.

        A file that asks for more than a PC has is damaged or hostile; so is one that asks for less than ASVS
        allows (2 passes over 19 MiB).
        """
        sound = 2 <= self.passes <= 64 and 19 * 1024 <= self.memory_kib <= 1 << 20 and 1 <= self.lanes <= 16
        if not sound:
            raise ValueError(f"no cost of a wrap: {self}")

    def covers(self, other: Cost) -> bool:
        """Whether a guess at this cost is no cheaper than one at the other."""
        return self.passes >= other.passes and self.memory_kib >= other.memory_kib


#: No new wrap is cheaper: RELIABILITY.md E2.
LEAST_COST = Cost(passes=3, memory_kib=64 * 1024, lanes=4)


@dataclass(frozen=True, slots=True)
class Wrap:
    """A data key sealed with what a passphrase gives; of no use without the words.

    own: whether the user chose the passphrase; false where somebody else did, who therefore knows it.
    """

    salt: bytes
    cost: Cost
    sealed: bytes
    own: bool = True


def wrapped(
    key: DataKey, passphrase: str, about: str, randomness: Randomness, cost: Cost = LEAST_COST
) -> Wrap:
    """The key wrapped. about: whose wrap this is; it must be said again to open it.

    ValueError for a cost below the least one.
    """
    if not cost.covers(LEAST_COST):
        raise ValueError(f"too cheap for a new wrap: {cost}")
    salt = randomness(_SALT_BYTES)
    sealer = Sealer(derive(passphrase, salt, cost), randomness)
    return Wrap(salt, cost, sealer.seal(key.reveal(), about))


def unwrapped(wrap: Wrap, passphrase: str, about: str) -> DataKey:
    """The key; WrongPassphraseError. Takes as long for wrong words as for right ones."""
    sealer = Sealer(derive(passphrase, wrap.salt, wrap.cost), _nothing_random)
    try:
        return DataKey(sealer.open(wrap.sealed, about))
    except (SealBrokenError, ValueError):
        raise WrongPassphraseError from None


def derive(passphrase: str, salt: bytes, cost: Cost) -> DataKey:
    """What the words give at this cost; in NFC or NFD, by whatever keyboard program, they are the same."""
    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return DataKey(derivation.derive(nfc(passphrase).encode()))


def _nothing_random(count: int) -> bytes:
    raise AssertionError(f"opening needs no randomness, {count} bytes were asked for")
