"""The office that the pictures are taken in: who works there, what day it is, how its program is opened."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from hrdigitize.app import App, enter
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.users import NewUser

HEAD, REVIEWER = Actor("lan", Role.COMMUNE_HEAD), Actor("binh", Role.REVIEWER)
CLERK, OTHER_CLERK = Actor("mai", Role.CLERK), Actor("minh", Role.CLERK)
PASSPHRASE = "bốn mùa hoa sữa"
FIRST_USER = NewUser(HEAD.name, "Nguyễn Thị Lan", PASSPHRASE)
USERS = (
    (NewUser(REVIEWER.name, "Trần Văn Bình", PASSPHRASE), Role.REVIEWER),
    (NewUser(CLERK.name, "Lê Thị Mai", PASSPHRASE), Role.CLERK),
    (NewUser(OTHER_CLERK.name, "Phạm Đức Minh", PASSPHRASE), Role.CLERK),
    (NewUser("tuan", "Hoàng Anh Tuấn", PASSPHRASE), Role.TECHNICIAN),
)
#: The day of the pictures: half past nine by the clock on the wall.
TODAY = datetime(2026, 11, 27, 2, 30, tzinfo=UTC)
_HOURS_AHEAD = 7
#: Seven hours ahead of UTC wherever the pictures are taken; POSIX counts the other way round.
TIME_ZONE = f"ICT-{_HOURS_AHEAD}"


class StandingClock:
    """Stands still until it is moved: what shows a time shows the same one at every run."""

    def __init__(self, now: datetime = TODAY) -> None:
        self._now = now

    def __call__(self) -> datetime:
        return self._now

    def come_to(self, day: int, hour: int = 8) -> None:
        """A day of the month of the pictures, an hour by the clock on the wall."""
        self._now = datetime(2026, 11, day, hour - _HOURS_AHEAD, tzinfo=UTC)

    def wait(self, minutes: int = 1) -> None:
        """So long later."""
        self._now += timedelta(minutes=minutes)


@contextmanager
def named_pc() -> Iterator[None]:
    """The log names the PC: not the one that the pictures are taken on."""
    with patch("hrdigitize.app._who", return_value="may-van-phong"):
        yield


@contextmanager
def opened(folder: Path) -> Iterator[App]:
    """The office's program on the day of the pictures."""
    numbers = random.Random(5)
    with named_pc():
        app, _ = enter(
            folder, FIRST_USER.name, PASSPHRASE, clock=StandingClock(), randomness=numbers.randbytes
        )
    try:
        yield app
    finally:
        app.close()
