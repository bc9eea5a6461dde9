"""How long one waits after wrong passphrases: longer with each, as RELIABILITY.md E1 asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: After the first, second … wrong passphrase, in seconds; from the last one on always the longest.
_WAITS_S = (1, 2, 4, 8, 16, 32, 60, 60, 60)
_LONGEST_S = 15 * 60


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passphrases in a row, and when the last one was given."""

    failed: int = 0
    last: datetime | None = None

    def after_failure(self, now: datetime) -> Attempts:
        """With one more."""
        return Attempts(self.failed + 1, now)

    def rebased(self, now: datetime) -> Attempts:
        """As they count now: a clock set back waits the whole time again, and not for years."""
        return Attempts(self.failed, now) if self.last is not None and now < self.last else self

    def wait_left(self, now: datetime) -> timedelta:
        """How long nobody may try yet; zero where one may. now: not before the last one (see `rebased`)."""
        if not self.failed or self.last is None:
            return timedelta()
        return max(timedelta(), timedelta(seconds=_wait_s(self.failed)) - (now - self.last))


def _wait_s(failed: int) -> int:
    return _WAITS_S[failed - 1] if failed <= len(_WAITS_S) else _LONGEST_S
