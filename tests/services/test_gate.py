"""The gate: the right passphrase comes in, wrong ones wait, two of three shares help."""

from __future__ import annotations

import os
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrdigitize.crypto.keys import DataKey
from hrdigitize.crypto.recovery import RecoveryKey
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.users import NewUser
from hrdigitize.services.gate import Gate
from hrdigitize.store.keyrings import KEYRING_NAME

KEY = DataKey(bytes(range(32)))
RECOVERY = RecoveryKey(bytes(range(1, 33)))
LAN = NewUser("lan", "Nguyễn Thị Lan", "bốn mùa hoa sữa")


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go(self, **by: float) -> None:
        self.now += timedelta(**by)


def made(folder: Path, clock: Clock) -> Gate:
    gate = Gate(folder, clock=clock, randomness=os.urandom)
    gate.set_up("store-1", KEY, LAN, RECOVERY.lock)
    return gate


def refusal(gate: Gate, name: str, passphrase: str) -> UserFault:
    with pytest.raises(UserFault) as refused:
        gate.log_in(name, passphrase)
    return refused.value


def test_the_right_passphrase_comes_in_and_tells_how_often_it_was_wrong(tmp_path: Path) -> None:
    clock = Clock()
    gate = made(tmp_path, clock)
    assert gate.log_in("lan", LAN.passphrase).failed == 0
    refusal(gate, "lan", "bốn mùa hoa sửa")
    clock.go(seconds=1)
    login = gate.log_in("lan", LAN.passphrase)
    assert (login.name, login.key.reveal(), login.failed) == ("lan", KEY.reveal(), 1)
    assert gate.log_in("lan", LAN.passphrase).failed == 0


def test_wrong_words_and_unknown_names_get_one_answer(tmp_path: Path) -> None:
    gate = made(tmp_path, Clock())
    wrong, unknown = refusal(gate, "lan", "sai mật khẩu rồi"), refusal(gate, "minh", "sai mật khẩu rồi")
    assert (wrong.code, wrong.params) == (unknown.code, unknown.params) == ("login-refused", {"seconds": "1"})


def test_who_has_to_wait_is_not_let_in_with_the_right_words_either(tmp_path: Path) -> None:
    clock = Clock()
    gate = made(tmp_path, clock)
    refusal(gate, "lan", "sai mật khẩu rồi")
    assert refusal(gate, "lan", LAN.passphrase).code == "login-wait"
    clock.go(days=-365 * 17)
    again = Gate(tmp_path, clock=clock, randomness=os.urandom)
    assert refusal(again, "lan", LAN.passphrase).code == "login-wait"
    clock.go(seconds=1)
    assert again.log_in("lan", LAN.passphrase).key.reveal() == KEY.reveal()


def test_a_passphrase_that_somebody_else_gave_opens_only_for_one_of_their_own(tmp_path: Path) -> None:
    gate = made(tmp_path, Clock())
    given, own = "mật khẩu do lan đặt", "gió bấc mưa phùn"
    gate.give(KEY, "minh", given, own=False)
    assert refusal(gate, "minh", given).code == "passphrase-not-own"
    for unfit, code in (
        (given, "passphrase-unchanged"),
        (unicodedata.normalize("NFD", given), "passphrase-unchanged"),
        ("ngắn", "passphrase-weak"),
    ):
        with pytest.raises(UserFault) as refused:
            gate.log_in("minh", given, own=unfit)
        assert refused.value.code == code
    login = gate.log_in("minh", given, own=own)
    assert (login.name, login.key.reveal()) == ("minh", KEY.reveal())
    assert refusal(gate, "minh", given).code == "passphrase-not-own", "not chosen before it is put there"
    gate.give(login.key, "minh", own, own=True)
    assert gate.log_in("minh", own).key.reveal() == KEY.reveal()
    assert refusal(gate, "minh", given).code == "login-refused"


def test_a_wrong_passphrase_is_wrong_whoever_chose_it(tmp_path: Path) -> None:
    clock = Clock()
    gate = made(tmp_path, clock)
    gate.give(KEY, "minh", "mật khẩu do lan đặt", own=False)
    assert refusal(gate, "minh", "sai mật khẩu rồi").code == "login-refused"
    assert refusal(gate, "minh", "mật khẩu do lan đặt").code == "login-wait"
    clock.go(seconds=1)
    assert refusal(gate, "minh", "mật khẩu do lan đặt").code == "passphrase-not-own"


def test_a_wait_can_be_lifted(tmp_path: Path) -> None:
    gate = made(tmp_path, Clock())
    refusal(gate, "lan", "sai mật khẩu rồi")
    gate.lift_wait("lan")
    assert gate.log_in("lan", LAN.passphrase).key.reveal() == KEY.reveal()


def test_shares_open_what_they_belong_to(tmp_path: Path) -> None:
    gate = made(tmp_path, Clock())
    shares = RECOVERY.shares()
    assert gate.recover(shares[1:]).reveal() == KEY.reveal()
    for wrong in (shares[:1], RecoveryKey(bytes(32)).shares()[:2]):
        with pytest.raises(UserFault) as refused:
            gate.recover(wrong)
        assert refused.value.code == "recovery-shares-refused"


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewUser("Lan", "Nguyễn Thị Lan", "bốn mùa hoa sữa"), "login-name-unfit"),
        (NewUser("lân", "Nguyễn Thị Lan", "bốn mùa hoa sữa"), "login-name-unfit"),
        (NewUser("", "Nguyễn Thị Lan", "bốn mùa hoa sữa"), "login-name-unfit"),
        (NewUser("lan", " ", "bốn mùa hoa sữa"), "user-nameless"),
        (NewUser("lan", "Nguyễn Thị Lan", "ngắn quá"), "passphrase-weak"),
        (NewUser("lan", "Nguyễn Thị Lan", "aaaaaaaaaaaaaaaa"), "passphrase-weak"),
    ],
)
def test_an_unfit_first_user_makes_no_keyring(tmp_path: Path, new: NewUser, code: str) -> None:
    gate = Gate(tmp_path, clock=Clock(), randomness=os.urandom)
    with pytest.raises(UserFault) as refused:
        gate.set_up("store-1", KEY, new, None)
    assert refused.value.code == code
    assert not gate.is_set_up()


def test_a_lost_or_damaged_keyring_is_told(tmp_path: Path) -> None:
    gate = made(tmp_path, Clock())
    (tmp_path / KEYRING_NAME).write_text("{", "utf-8")
    assert refusal(gate, "lan", LAN.passphrase).code == "keyring-damaged"
    (tmp_path / KEYRING_NAME).unlink()
    assert refusal(gate, "lan", LAN.passphrase).code == "keyring-missing"


def test_a_passphrase_is_in_no_repr() -> None:
    assert "hoa sữa" not in repr(LAN)
