"""The window's thread gets its turn soon, whatever Python does on others."""

from __future__ import annotations

import sys

#: Seconds. Qt gives the interpreter away and takes it back at every call, some hundred times for a painting;
#: each time a busy thread may keep it so long. With Python's own 5 ms, a lane that was storing a document
#: held the window up for 40 ms; shorter turns than these bring nothing more.
_TURN_S = 0.0005


def be_short() -> None:
    """A thread that is busy with Python lets others in after half a millisecond."""
    sys.setswitchinterval(_TURN_S)
