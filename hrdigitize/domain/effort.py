"""How much work a document was: keys and time at it, pauses taken out. Never which keys they were."""

from __future__ import annotations

from dataclasses import dataclass

#: Whoever touches nothing for so long does something else; reading a line on paper takes less.
PAUSE_S = 30.0


@dataclass(frozen=True, slots=True)
class Effort:
    """keystrokes: keys pressed; what an input method hands over at once is one. active_ms: time at work."""

    keystrokes: int = 0
    active_ms: int = 0

    def __bool__(self) -> bool:
        return self.keystrokes > 0


class EffortCounter:
    """Counts keys as they come. Seconds come from a clock that only goes forward, and are passed in."""

    def __init__(self) -> None:
        self._keystrokes = 0
        self._active_s = 0.0
        self._last: float | None = None

    def begin(self, seconds: float) -> None:
        """Something else is on screen from this moment; nothing was typed yet."""
        self._keystrokes, self._active_s, self._last = 0, 0.0, seconds

    def note(self, seconds: float) -> None:
        """One key."""
        gap = 0.0 if self._last is None else seconds - self._last
        if gap <= PAUSE_S:
            self._active_s += gap
        self._keystrokes += 1
        self._last = seconds

    def taken(self) -> Effort:
        """What was counted since the beginning, or since it was taken last."""
        found = Effort(self._keystrokes, round(self._active_s * 1000))
        self._keystrokes, self._active_s = 0, 0.0
        return found
