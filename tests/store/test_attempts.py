"""Attempts are counted on the disk, before they are made, whoever makes them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.lockout import Attempts
from hrdigitize.store.attempts import ATTEMPTS_NAME, AttemptLog

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)


def test_an_attempt_counts_before_it_is_made_and_after_a_restart(tmp_path: Path) -> None:
    assert AttemptLog(tmp_path).fail("lan", NOW) == Attempts(1, NOW)
    again = AttemptLog(tmp_path)
    assert again.of("lan", NOW) == Attempts(1, NOW)
    assert again.fail("lan", NOW) is None
    assert again.fail("lan", NOW + timedelta(seconds=1)) == Attempts(2, NOW + timedelta(seconds=1))
    assert again.of("minh", NOW) == Attempts()


def test_the_right_passphrase_clears_the_count_of_its_user_alone(tmp_path: Path) -> None:
    log = AttemptLog(tmp_path)
    log.fail("lan", NOW)
    log.fail("minh", NOW)
    log.clear("lan")
    assert (log.of("lan", NOW).failed, log.of("minh", NOW).failed) == (0, 1)


def test_names_that_nobody_has_count_as_one(tmp_path: Path) -> None:
    log = AttemptLog(tmp_path)
    assert log.fail(None, NOW) == Attempts(1, NOW)
    assert log.fail(None, NOW) is None


def test_a_clock_set_back_is_kept_with_the_count(tmp_path: Path) -> None:
    back = datetime(2009, 1, 1, tzinfo=UTC)
    log = AttemptLog(tmp_path)
    for step in range(10):
        assert log.fail("lan", NOW + timedelta(hours=step)) is not None
    assert log.of("lan", back) == Attempts(10, back)
    assert log.fail("lan", back + timedelta(minutes=14)) is None
    assert log.fail("lan", back + timedelta(minutes=15)) is not None


def test_two_windows_never_make_an_attempt_each_at_the_same_time(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: AttemptLog(tmp_path).fail("lan", NOW), range(24)))
    assert sum(one is not None for one in made) == 1


def test_a_damaged_count_is_no_free_attempt(tmp_path: Path) -> None:
    (tmp_path / ATTEMPTS_NAME).write_bytes(b"nonsense" * 200)
    with pytest.raises(UserFault) as refused:
        AttemptLog(tmp_path).fail("lan", NOW)
    assert refused.value.code == "store-not-readable"
