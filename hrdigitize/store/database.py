"""What a store needs of the database under it: an encrypted file on the PC, or a server at the centre."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.orm import Session


class Database(Protocol):
    """Rows in tables, opened. How they are kept is its own affair; what stands in them is not."""

    @property
    def engine(self) -> Engine:
        """By which SQLAlchemy reaches it."""

    def faults(self) -> AbstractContextManager[None]:
        """Turns the faults that a user can do something about into UserFaults."""

    def begin_work(self, session: Session) -> None:
        """From here on this session alone writes: the audit log is one chain, whoever writes at once."""

    def begin_view(self, session: Session) -> None:
        """From here on this session sees one state, whatever others write meanwhile."""

    def require_sound(self) -> None:
        """A quick look at opening; UserFault "store-damaged", or what else does not hold."""

    def damage(self) -> tuple[str, ...]:
        """What is wrong with its structure, a line each, no content in them; empty when sound."""

    def ease(self) -> None:
        """Gives back the memory that is kept for what was read: the next look is a little slower."""

    def copy_to(self, target: Path) -> None:
        """Everything as it is now, in a file that is not there yet; UserFault where that is not its way."""

    def close(self) -> None:
        """Ends what is open and gives the database free."""
