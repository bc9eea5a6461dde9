"""One data key, wrapped for each user and sealed to a recovery key that three people share."""

from __future__ import annotations

import json
import os
import time
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize.crypto import calibrating
from hrdigitize.crypto.calibrating import MOST_PASSES, calibrated
from hrdigitize.crypto.keyring import Keyring, KeyringDamagedError, from_text, to_text
from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.passphrases import LEAST_COST, Cost, WrongPassphraseError
from hrdigitize.crypto.recovery import RecoveryKey, SharesRefusedError
from tests.conftest import TellFigure

KEY = DataKey(bytes(range(32)))
RECOVERY = RecoveryKey(bytes(range(1, 33)))
WORDS = "bốn mùa hoa sữa"


@cache
def keyring() -> Keyring:
    return Keyring.made("store-1", KEY, RECOVERY.lock).with_user("lan", KEY, WORDS, os.urandom)


def opened(ring: Keyring, name: str, passphrase: str) -> bytes:
    return ring.opened(name, passphrase, os.urandom).reveal()


def test_a_user_opens_the_key_with_the_words_in_any_normal_form() -> None:
    for words in (WORDS, unicodedata.normalize("NFD", WORDS)):
        assert opened(keyring(), "lan", words) == KEY.reveal()


@pytest.mark.parametrize(("name", "words"), [("lan", "bốn mùa hoa sửa"), ("lan", ""), ("minh", WORDS)])
def test_wrong_words_and_unknown_names_are_refused_alike(name: str, words: str) -> None:
    with pytest.raises(WrongPassphraseError):
        opened(keyring(), name, words)


def test_a_change_of_users_wraps_the_same_key_again() -> None:
    ring = keyring().with_user("minh", KEY, "gió bấc", os.urandom)
    assert opened(ring, "minh", "gió bấc") == opened(ring, "lan", WORDS)
    changed = ring.with_user("lan", KEY, "mưa phùn", os.urandom)
    assert opened(changed, "lan", "mưa phùn") == KEY.reveal()
    with pytest.raises(WrongPassphraseError):
        opened(changed, "lan", WORDS)
    with pytest.raises(WrongPassphraseError):
        opened(changed.without_user("minh"), "minh", "gió bấc")


def test_a_wrap_opens_nothing_for_another_user_or_in_another_store() -> None:
    ring = keyring()
    moved = replace(ring, wraps={"minh": ring.wraps["lan"]})
    copied = replace(ring, store="store-2")
    for other, name in ((moved, "minh"), (copied, "lan")):
        with pytest.raises(WrongPassphraseError):
            opened(other, name, WORDS)


def test_a_passphrase_that_somebody_else_gave_is_known_as_such_and_opens_all_the_same() -> None:
    ring = from_text(to_text(keyring().with_user("minh", KEY, "gió bấc", os.urandom, own=False)))
    assert {name: wrap.own for name, wrap in ring.wraps.items()} == {"lan": True, "minh": False}
    assert opened(ring, "minh", "gió bấc") == KEY.reveal()
    chosen = ring.with_user("minh", KEY, "mưa phùn", os.urandom)
    assert chosen.wraps["minh"].own
    assert "given" not in to_text(chosen)


def test_whoever_edits_in_the_file_who_chose_a_passphrase_opens_nothing() -> None:
    text = to_text(keyring().with_user("minh", KEY, "gió bấc", os.urandom, own=False))
    struck, added = json.loads(text), json.loads(text)
    del struck["users"]["minh"]["given"]
    added["users"]["lan"]["given"] = True
    for content, name, words in ((struck, "minh", "gió bấc"), (added, "lan", WORDS)):
        with pytest.raises(WrongPassphraseError):
            opened(from_text(json.dumps(content)), name, words)


def test_wraps_cost_what_the_targets_ask_and_nobody_asks_for_more_than_a_machine_has(
    tell_figure: TellFigure,
) -> None:
    assert (LEAST_COST.passes, LEAST_COST.memory_kib) == (3, 65536)
    ring = Keyring.made("store-1", KEY, None).with_user("lan", KEY, WORDS, os.urandom)
    assert ring.wraps["lan"].cost == LEAST_COST
    lowest, highest = Cost(2, 19456, 1), Cost(64, 1 << 20, 16)
    for passes, memory, lanes in (
        (1, 19456, 1),
        (2, 19455, 1),
        (65, 19456, 1),
        (2, 1 << 21, 1),
        (2, 19456, 0),
    ):
        with pytest.raises(ValueError, match="no cost"):
            Cost(passes, memory, lanes)
    for cheap in (lowest, Cost(2, 65536, 4), Cost(3, 65535, 4), Cost(64, 19456, 1)):
        with pytest.raises(ValueError, match="too cheap"):
            keyring().with_user("lan", KEY, WORDS, os.urandom, cheap)
    tell_figure(
        f"E2 floor: new wraps {LEAST_COST.passes} passes over {LEAST_COST.memory_kib} KiB; keyrings are read"
        f" from {lowest.passes} over {lowest.memory_kib} to {highest.passes} over {highest.memory_kib}"
    )


def test_whoever_comes_later_gets_a_wrap_as_dear_as_the_first_ones() -> None:
    dear = Cost(4, 65536, 4)
    ring = Keyring.made("store-1", KEY, None).with_user("lan", KEY, WORDS, os.urandom, dear)
    later = from_text(to_text(ring)).with_user("minh", KEY, "gió bấc", os.urandom)
    assert {name: wrap.cost for name, wrap in later.wraps.items()} == {"lan": dear, "minh": dear}
    assert opened(later, "minh", "gió bấc") == KEY.reveal()


class Pc:
    """A stopwatch that goes on by what a try costs on this PC; each try looks at it twice."""

    def __init__(self, seconds_a_pass: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(calibrating, "derive", self._derive)
        self._seconds_a_pass = seconds_a_pass

    def __call__(self) -> float:
        return self.now

    def seconds(self, cost: Cost) -> float:
        return cost.passes * self._seconds_a_pass

    def _derive(self, passphrase: str, salt: bytes, cost: Cost) -> None:
        self.now += self.seconds(cost)


@pytest.mark.parametrize(
    "seconds_a_pass", [0.0, 0.001, 0.0234, 0.03, 0.11, 0.17, 0.25, 0.33, 0.34, 1.0, 20.0]
)
def test_a_try_takes_half_a_second_to_a_second_within_floor_and_cap(
    monkeypatch: pytest.MonkeyPatch, seconds_a_pass: float
) -> None:
    pc = Pc(seconds_a_pass, monkeypatch)
    cost = calibrated(pc)
    assert cost.covers(LEAST_COST)
    assert cost.memory_kib == LEAST_COST.memory_kib
    assert cost.passes <= MOST_PASSES
    if 0.5 / MOST_PASSES <= seconds_a_pass <= 1.0 / LEAST_COST.passes:
        assert 0.5 <= pc.seconds(cost) <= 1.0
    elif seconds_a_pass > 1.0 / LEAST_COST.passes:
        assert cost == LEAST_COST


def test_this_pc_is_measured(tell_figure: TellFigure) -> None:
    cost = calibrated(time.perf_counter)
    began = time.perf_counter()
    Keyring.made("store-1", KEY, None).with_user("lan", KEY, WORDS, os.urandom, cost)
    took_s = time.perf_counter() - began
    tell_figure(f"E2 calibrated here: {cost.passes} passes over {cost.memory_kib} KiB, {took_s:.2f} s a try")
    assert cost.covers(LEAST_COST)


def test_any_two_of_three_shares_give_the_key_and_no_other_set_does() -> None:
    shares = RECOVERY.shares()
    assert len(shares) == 3
    for two in combinations(shares, 2):
        joined = RecoveryKey.joined([two[0].upper(), f"  {two[1]}\n"])
        assert keyring().recovered(joined).reveal() == KEY.reveal()
    strange = RecoveryKey(bytes(32)).shares()
    misspelled = " ".join(["academic", *shares[0].split()[1:-1], "zero"])
    for refused in (shares[:1], (shares[0], shares[0]), (shares[0], strange[1]), (misspelled, shares[1]), ()):
        with pytest.raises(SharesRefusedError):
            RecoveryKey.joined(refused)


def test_shares_of_another_store_open_nothing() -> None:
    other = RecoveryKey.joined(RecoveryKey(bytes(32)).shares()[:2])
    with pytest.raises(SharesRefusedError):
        keyring().recovered(other)
    with pytest.raises(SharesRefusedError):
        replace(keyring(), store="store-2").recovered(RECOVERY)


def test_a_fingerprint_is_short_and_of_the_public_half() -> None:
    assert len(RECOVERY.lock.fingerprint) == 19
    assert RECOVERY.lock.fingerprint != RecoveryKey(bytes(32)).lock.fingerprint


def test_nothing_secret_is_shown_or_written() -> None:
    ring = keyring()
    text = to_text(ring)
    assert from_text(text) == ring
    for secret in (KEY.reveal_hex(), WORDS, "hoa sữa"):
        assert secret not in text
        assert secret not in repr((ring, RECOVERY, KEY))


def test_a_keyring_without_recovery_is_kept_as_such() -> None:
    ring = Keyring.made("store-1", KEY, None)
    assert from_text(to_text(ring)) == ring


@pytest.mark.parametrize(
    "damage",
    [
        {"format": "hrdigitize-keyring-2"},
        {"users": {"lan": {"argon2id": [1, 1 << 40, 1], "salt": "AA==", "sealed": "AA=="}}},
        {"users": {"lan": {"argon2id": "3", "salt": "AA==", "sealed": "AA=="}}},
        {"users": {"lan": {"argon2id": [3, 65536, 4], "salt": "??", "sealed": "AA=="}}},
        {"users": {"lan": {"argon2id": [1, 65536, 4], "salt": "AA==", "sealed": "AA=="}}},
        {"users": {"lan": {"argon2id": [2, 19455, 1], "salt": "AA==", "sealed": "AA=="}}},
        {"users": []},
        {"recovery": {"lock": 7, "sealed": "AA=="}},
    ],
)
def test_a_damaged_keyring_is_told_from_a_sound_one(damage: dict[str, object]) -> None:
    with pytest.raises(KeyringDamagedError):
        from_text(json.dumps({**json.loads(to_text(keyring())), **damage}))


@given(st.text(max_size=200))
def test_any_text_is_a_keyring_or_damaged(text: str) -> None:
    with pytest.raises(KeyringDamagedError):
        from_text(text)
