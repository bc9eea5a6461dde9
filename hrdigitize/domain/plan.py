"""The plan of an office: so many dossiers by a day; and whether it will be kept, at the present pace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

#: Over how long the present pace is taken.
RECENT = timedelta(days=28)
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Plan:
    """So many dossiers until the end of a day. done_then: how many there were when it was made."""

    dossiers: int
    until: date
    set_on: date
    set_by: str
    done_then: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the office is. done: dossiers in all; recent: those of the last `RECENT`."""

    done: int
    recent: int
    today: date
    plan: Plan | None = None

    @property
    def left(self) -> int:
        """Dossiers still to do by the plan."""
        return max(self.plan.dossiers - self.done, 0) if self.plan is not None else 0

    @property
    def days_left(self) -> int:
        """Days until the plan ends, today included; 0 when it is over."""
        return max((self.plan.until - self.today).days + 1, 0) if self.plan is not None else 0

    @property
    def a_week(self) -> float:
        """Dossiers a week, by the last weeks."""
        return self.recent * _WEEK_DAYS / RECENT.days

    @property
    def needed_a_week(self) -> float | None:
        """Dossiers a week that the plan still asks for; None when it is over or there is none."""
        return self.left * _WEEK_DAYS / self.days_left if self.days_left else None

    @property
    def expected(self) -> int:
        """How many there would be today if the work had gone evenly since the plan was made."""
        plan = self.plan
        if plan is None:
            return 0
        whole = max((plan.until - plan.set_on).days, 1)
        share = min(max((self.today - plan.set_on).days / whole, 0), 1)
        return plan.done_then + round(share * max(plan.dossiers - plan.done_then, 0))

    @property
    def ends_on(self) -> date | None:
        """The day on which the plan is fulfilled at the present pace; None where nobody can say."""
        if self.plan is None or not self.left or not self.recent:
            return None
        days = -(-self.left * RECENT.days // self.recent)
        try:
            return self.today + timedelta(days=days)
        except OverflowError:
            return None
