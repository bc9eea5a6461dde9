"""How long the rest takes, by how long the last pages took."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

#: Pages differ: a dense one takes ten times as long as a blank one, so as many are looked at.
_PAGES = 30


@dataclass(slots=True)
class Pace:
    """Counts pages as they are done. Seconds come from a clock that only goes forward, and are passed in."""

    _at: deque[float] = field(default_factory=lambda: deque(maxlen=_PAGES))

    def note(self, seconds: float) -> None:
        """One more page was done at this moment."""
        self._at.append(seconds)

    def rest(self, seconds: float) -> None:
        """Nothing was to do until this moment: the time since the last page says nothing."""
        if self._at:
            idle = seconds - self._at[-1]
            self._at = deque((moment + idle for moment in self._at), maxlen=_PAGES)

    def remaining(self, pages: int) -> float | None:
        """Seconds that so many pages will take; None as long as nobody can say."""
        if len(self._at) < 2:
            return None
        return pages * (self._at[-1] - self._at[0]) / (len(self._at) - 1)
