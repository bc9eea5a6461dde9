"""Users: people who log in, each under a name of their own and in one role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from hrdigitize.domain.actors import Actor, Role

#: A login name: letters of the keyboard, figures, dots; typed by people who do not look at the screen.
_LOGIN = re.compile(r"[a-z][a-z0-9.]{1,31}")
#: A passphrase is no shorter: four short words come to this.
LEAST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class NewUser:
    """Who shall be able to log in: the login name, the person's name, the passphrase."""

    name: str
    full_name: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class User:
    """name: the login name, which the audit log has too. retired_at: None while the user may log in."""

    name: str
    full_name: str
    role: Role
    created_at: datetime
    retired_at: datetime | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.name, self.role)


def is_login_name(name: str) -> bool:
    """Whether a name can be typed as one: 2 to 32 small letters without marks, figures and dots."""
    return _LOGIN.fullmatch(name) is not None


def is_weak(passphrase: str) -> bool:
    """Whether a passphrase is too short, or one sign over and over."""
    plain = "".join(passphrase.split())
    return len(passphrase.strip()) < LEAST_PASSPHRASE or len(set(plain)) < LEAST_PASSPHRASE // 2
