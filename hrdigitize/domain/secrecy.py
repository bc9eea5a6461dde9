"""State secrecy: the markings that a paper may bear, and what each means for digitising it."""

from __future__ import annotations

from enum import StrEnum


class Secrecy(StrEnum):
    """How secret a paper is marked (Luật Bảo vệ bí mật nhà nước 117/2025/QH15), lowest first.

    OPEN: no marking. SECRET "Mật": may be digitised, each copy entered in the register of copies.
    TOP_SECRET "Tối mật" and UTMOST "Tuyệt mật": never taken in by this program.
    """

    OPEN = "open"
    SECRET = "secret"
    TOP_SECRET = "top-secret"
    UTMOST = "utmost"

    @property
    def is_refused(self) -> bool:
        """Whether a page so marked is kept out altogether."""
        return self in (Secrecy.TOP_SECRET, Secrecy.UTMOST)

    @property
    def rank(self) -> int:
        """0 for an open paper, more for a more secret one."""
        return list(Secrecy).index(self)
