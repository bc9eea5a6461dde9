"""The keyring of a store: its one data key, wrapped for each user and sealed to the recovery key.

It lies in the open beside the store, for it is read before anything can be opened; it says who can log in
and who has still to choose a passphrase, and nothing else. Every wrap is bound to the store, to its user and
to whether the user chose the passphrase: put into another keyring, or said to be what it is not, it opens
nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.passphrases import LEAST_COST, Cost, Wrap, WrongPassphraseError, unwrapped, wrapped
from hrdigitize.crypto.recovery import RecoveryKey, RecoveryLock
from hrdigitize.domain.identifiers import Randomness

_FORMAT = "hrdigitize-keyring-1"
#: No keyring of an office is longer; a file that is was not written by this program.
_MOST_BYTES = 1 << 20


class KeyringDamagedError(Exception):
    """The text is no keyring that this program wrote."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """store: the store's identifier. wraps: by login name. recovery: the sealed key, None without one."""

    store: str
    lock: RecoveryLock | None
    sealed: bytes
    wraps: Mapping[str, Wrap]

    @classmethod
    def made(cls, store: str, key: DataKey, lock: RecoveryLock | None) -> Keyring:
        """A keyring with no user yet; without a recovery lock a lost passphrase loses the store."""
        sealed = lock.seal(key, _about_recovery(store)) if lock is not None else b""
        return cls(store, lock, sealed, {})

    @property
    def cost(self) -> Cost:
        """What a guess costs at the dearest wrap; the least cost where there is none."""
        costs = (wrap.cost for wrap in self.wraps.values())
        return max(costs, key=lambda cost: cost.passes * cost.memory_kib, default=LEAST_COST)

    def with_user(
        self,
        name: str,
        key: DataKey,
        passphrase: str,
        randomness: Randomness,
        cost: Cost | None = None,
        *,
        own: bool = True,
    ) -> Keyring:
        """The keyring in which this user has this passphrase, whatever it was before.

        cost: None for what the other users' wraps cost. own: whether the user chose it.
        """
        chosen = cost or (self.cost if self.cost.covers(LEAST_COST) else LEAST_COST)
        wrap = wrapped(key, passphrase, self._about(name, own=own), randomness, chosen)
        return replace(self, wraps={**self.wraps, name: replace(wrap, own=own)})

    def without_user(self, name: str) -> Keyring:
        """The keyring in which this user cannot log in any more."""
        return replace(self, wraps={other: wrap for other, wrap in self.wraps.items() if other != name})

    def opened(self, name: str, passphrase: str, randomness: Randomness) -> DataKey:
        """The data key; WrongPassphraseError, after the same time, for wrong words and an unknown name."""
        wrap = self.wraps.get(name)
        if wrap is None:
            # As much work as for a name that exists: the time tells nothing.
            self.with_user(name, DataKey.generate(randomness), passphrase, randomness)
            raise WrongPassphraseError
        return unwrapped(wrap, passphrase, self._about(name, own=wrap.own))

    def recovered(self, key: RecoveryKey) -> DataKey:
        """The data key by the recovery key; `recovery.SharesRefusedError`."""
        return key.open(self.sealed, _about_recovery(self.store))

    def _about(self, name: str, *, own: bool) -> str:
        """What the wrap is sealed with: whoever strikes out in the file that it was given opens nothing."""
        return f"{'wrap' if own else 'given'}/{self.store}/{name}"


def _about_recovery(store: str) -> str:
    return f"recovery/{store}"


def to_text(keyring: Keyring) -> str:
    """The keyring as its file has it: JSON, one line for each user."""
    content = {
        "format": _FORMAT,
        "store": keyring.store,
        "recovery": {"lock": _coded(keyring.lock.raw), "sealed": _coded(keyring.sealed)}
        if keyring.lock
        else None,
        "users": {name: _wrap_json(wrap) for name, wrap in sorted(keyring.wraps.items())},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def from_text(text: str) -> Keyring:
    """The keyring that `to_text` wrote; KeyringDamagedError for anything else."""
    if len(text) > _MOST_BYTES:
        raise KeyringDamagedError
    try:
        content = json.loads(text)
        if content["format"] != _FORMAT:
            raise KeyringDamagedError
        recovery = content["recovery"]
        return Keyring(
            store=str(content["store"]),
            lock=RecoveryLock(_decoded(recovery["lock"])) if recovery else None,
            sealed=_decoded(recovery["sealed"]) if recovery else b"",
            wraps={str(name): _wrap(wrap) for name, wrap in content["users"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise KeyringDamagedError from None


def _wrap_json(wrap: Wrap) -> Mapping[str, object]:
    cost = wrap.cost
    content: dict[str, object] = {
        "argon2id": [cost.passes, cost.memory_kib, cost.lanes],
        "salt": _coded(wrap.salt),
        "sealed": _coded(wrap.sealed),
    }
    # Said only where it is so: every keyring of before this was said is read as it was meant.
    return content if wrap.own else content | {"given": True}


def _wrap(content: Mapping[str, object]) -> Wrap:
    passes, memory_kib, lanes = map(int, content["argon2id"])  # type: ignore[call-overload]
    cost = Cost(passes, memory_kib, lanes)
    own = content.get("given") is not True
    return Wrap(_decoded(content["salt"]), cost, _decoded(content["sealed"]), own=own)


def _coded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _decoded(text: object) -> bytes:
    if not isinstance(text, str):
        raise KeyringDamagedError
    return base64.b64decode(text, validate=True)
