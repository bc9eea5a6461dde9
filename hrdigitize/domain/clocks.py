"""A PC's clock that cannot be right: it lies before what was written down already, or before the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

#: Clocks are set right by a little all the time; that is nothing to talk about.
_SLACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ClockBehind:
    """now: what the clock says. known: a moment that has surely passed."""

    now: datetime
    known: datetime

    @property
    def params(self) -> Mapping[str, str]:
        """Both moments in words, for the sentence "clock-behind"."""
        return {
            name: f"{at.astimezone():%H:%M %d/%m/%Y}"
            for name, at in (("now", self.now), ("known", self.known))
        }


def behind(now: datetime, *, last: datetime | None, released: date) -> ClockBehind | None:
    """What to say about the clock; None where nothing speaks against it.

    last: when the newest entry of the log was written. released: the day of the program.
    """
    made = datetime.combine(released, time(), UTC)
    known = max(made, last) if last is not None else made
    return ClockBehind(now, known) if now < known - _SLACK else None
