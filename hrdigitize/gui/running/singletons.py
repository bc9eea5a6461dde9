"""Keeps None, True and False alive under a binding that forgets to count them."""

from __future__ import annotations

import ctypes
import sys

_ENOUGH = 1 << 40


def keep_alive() -> None:
    """Call once before the window opens.

    WORKAROUND: the PySide6 6.12.0 wheels take these objects for immortal, which they are from Python
    3.12 on. Under 3.11 every Qt call that returns None (or a bool) takes away one reference too many:
    after some ten thousand calls the interpreter ends with "none_dealloc: deallocating None". Measured
    on 3.11.7; 6.11.3 counts rightly, but has QtPdf only together with WebEngine (175 MB). Remove this
    with Python 3.11, or with the first release of PySide6 for which test_singletons passes without it.
    """
    if sys.version_info >= (3, 12):
        return
    for single in (None, True, False, NotImplemented):
        # The reference count is the first word of every object in CPython up to 3.11.
        ctypes.c_ssize_t.from_address(id(single)).value += _ENOUGH
