"""Timekeeping: a clock that was set back or lost its battery is told to whoever comes in, and hinders nobody.

No order of anything depends on the clock; only the dates that people read are wrong while it is.
"""

from __future__ import annotations

from datetime import date

from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.clocks import ClockBehind, behind
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


class Timekeeping:
    """Holds the PC's clock against the log and the program's own day. Database work runs on the lane."""

    def __init__(self, store: Store, lane: Lane, *, clock: Clock, released: date) -> None:
        self._store = store
        self._lane = lane
        self._clock = clock
        self._released = released

    def behind(self) -> ClockBehind | None:
        """What to tell whoever comes in, before their coming is noted; None where the clock may be right.

        Each setting back is told once: afterwards the newest entry has the clock's own time. A clock before
        the program's day is told every time.
        """
        return self._lane.run(self._behind)

    def note(self, found: ClockBehind, *, actor: Actor) -> None:
        """The log has it, beside the entries whose dates are wrong."""
        self._lane.run(lambda: self._note(found, actor))

    def _behind(self) -> ClockBehind | None:
        with self._store.view() as view:
            newest = view.audit.newest()
        return behind(self._clock(), last=newest.at if newest else None, released=self._released)

    def _note(self, found: ClockBehind, actor: Actor) -> None:
        with self._store.work(actor) as work:
            moments = {"now": found.now.isoformat(), "known": found.known.isoformat()}
            work.commit("clock-behind", "clock", **moments)
