"""Stacks whose two sides are scanned one after the other: what is known until their pages are in order."""

from __future__ import annotations

from sqlalchemy.orm import Session

from hrdigitize.domain.record import BatchId
from hrdigitize.domain.turning import TurnedStack
from hrdigitize.store.sorting_models import TurnedStackRow


class TurnedStacks:
    """At most one stack of a batch, from its first front page until the order is right or given up."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, batch: BatchId, stack: TurnedStack) -> None:
        """The stack as given, new or in place of what was known of it."""
        self._session.merge(
            TurnedStackRow(batch_id=batch, first_number=stack.first_number, fronts=stack.fronts)
        )
        self._session.flush()

    def find(self, batch: BatchId) -> TurnedStack | None:
        """The stack of this batch that is not done, if there is one."""
        row = self._session.get(TurnedStackRow, batch)
        return TurnedStack(row.first_number, row.fronts) if row is not None else None

    def end(self, batch: BatchId) -> None:
        """The stack is done; harmless where there is none."""
        row = self._session.get(TurnedStackRow, batch)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
