"""The gate of a store: who knows a passphrase comes in, who does not waits ever longer.

It works before the store is open, on the keyring and on the counted attempts that lie beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hrdigitize.crypto.keyring import Keyring
from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.passphrases import LEAST_COST, Cost, WrongPassphraseError
from hrdigitize.crypto.recovery import RecoveryKey, RecoveryLock, SharesRefusedError
from hrdigitize.domain.actors import Clock
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.identifiers import Randomness
from hrdigitize.domain.users import NewUser, is_login_name, is_weak
from hrdigitize.domain.vietnamese import nfc, one_spaced
from hrdigitize.store.attempts import AttemptLog
from hrdigitize.store.keyrings import has_keyring, read_keyring, write_keyring


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody came in. failed: wrong passphrases under this name since the last right one."""

    name: str
    key: DataKey
    failed: int = 0


class Gate:
    """The gate of the store in a folder. Callable from any thread; one call takes about a second."""

    def __init__(self, folder: Path, *, clock: Clock, randomness: Randomness) -> None:
        self._folder = folder
        self._clock = clock
        self._randomness = randomness
        self._attempts = AttemptLog(folder)

    def is_set_up(self) -> bool:
        """Whether anybody can log in at all."""
        return has_keyring(self._folder)

    def is_only_one(self, name: str) -> bool:
        """Whether this is the one name that can log in, as when a store was just set up."""
        return set(read_keyring(self._folder).wraps) == {name}

    def set_up(
        self,
        store: str,
        key: DataKey,
        first: NewUser,
        lock: RecoveryLock | None,
        cost: Cost = LEAST_COST,
    ) -> None:
        """The first keyring of a store, with its first user; in place of one that opens nothing.

        cost: what a guess costs, of this passphrase and of all to come. UserFault as `require_fit` says, and
        what the disk says.
        """
        require_fit(first)
        ring = Keyring.made(store, key, lock)
        ring = ring.with_user(first.name, key, first.passphrase, self._randomness, cost)
        write_keyring(self._folder, ring)

    def log_in(self, name: str, passphrase: str, *, own: str | None = None) -> Login:
        """The data key for the right passphrase.

        own: what its user chose to have in its place (`give` puts it there). Without it a passphrase that
        somebody else gave opens nothing: UserFault "passphrase-not-own"; nor does "passphrase-unchanged", the
        same one once more, or "passphrase-weak". UserFault "login-refused" for a wrong passphrase and for an
        unknown name alike, "login-wait" while one has to wait; both say for how many seconds.
        "keyring-missing", "keyring-damaged".
        """
        if own is not None:
            require_strong(own)
        ring = read_keyring(self._folder)
        known = name if name in ring.wraps else None
        before = self._attempts.of(known, self._clock())
        counted = self._attempts.fail(known, self._clock())
        if counted is None:
            raise UserFault("login-wait", seconds=self._seconds_left(known))
        try:
            key = ring.opened(name, passphrase, self._randomness)
        except WrongPassphraseError:
            raise UserFault("login-refused", seconds=self._seconds_left(known)) from None
        self._attempts.clear(name)
        if not ring.wraps[name].own:
            _require_own(name, passphrase, own)
        return Login(name, key, before.failed)

    def recover(self, shares: Sequence[str]) -> DataKey:
        """The data key by two of three shares; UserFault "recovery-shares-refused", "recovery-none"."""
        ring = read_keyring(self._folder)
        if ring.lock is None:
            raise UserFault("recovery-none")
        try:
            return ring.recovered(RecoveryKey.joined(shares))
        except SharesRefusedError:
            raise UserFault("recovery-shares-refused") from None

    def give(self, key: DataKey, name: str, passphrase: str, *, own: bool) -> None:
        """This user has this passphrase from now on, and need not wait; the data key stays the same.

        own: whether the user chose it; otherwise it is good for nothing but for choosing one.
        """
        ring = read_keyring(self._folder)
        write_keyring(self._folder, ring.with_user(name, key, passphrase, self._randomness, own=own))
        self._attempts.clear(name)

    def take(self, name: str) -> None:
        """This user cannot log in any more."""
        write_keyring(self._folder, read_keyring(self._folder).without_user(name))

    def lift_wait(self, name: str) -> None:
        """Nobody has to wait under this name any more."""
        self._attempts.clear(name)

    def _seconds_left(self, name: str | None) -> int:
        now = self._clock()
        return max(1, math.ceil(self._attempts.of(name, now).wait_left(now).total_seconds()))


def require_fit(new: NewUser) -> None:
    """UserFault "login-name-unfit", "user-nameless", "passphrase-weak"."""
    if not is_login_name(new.name):
        raise UserFault("login-name-unfit")
    if not one_spaced(new.full_name):
        raise UserFault("user-nameless")
    require_strong(new.passphrase)


def require_strong(passphrase: str) -> None:
    """UserFault "passphrase-weak"."""
    if is_weak(passphrase):
        raise UserFault("passphrase-weak")


def _require_own(name: str, given: str, own: str | None) -> None:
    """Whoever gave the passphrase knows it, so the user takes another. UserFault as `Gate.log_in`."""
    if own is None:
        raise UserFault("passphrase-not-own", name=name)
    if nfc(own) == nfc(given):
        raise UserFault("passphrase-unchanged")
