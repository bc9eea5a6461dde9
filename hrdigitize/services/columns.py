"""Review by column: one field of many documents at once, the odd ones among them named."""

from __future__ import annotations

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.columns import OddCell, OpenBatch
from hrdigitize.domain.oddness import oddness
from hrdigitize.domain.record import BatchId, FieldPath
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store

_TITLE = FieldPath("full_name")


class Columns:
    """Looks at documents that are not approved; answers are given at the desk. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def batches(self, *, actor: Actor) -> tuple[OpenBatch, ...]:
        """The batches that have documents to look at, the newest first."""
        require(actor, Action.LOOK)
        return self._lane.run(self._batches)

    def column(self, path: FieldPath, *, actor: Actor, batch: BatchId | None = None) -> tuple[OddCell, ...]:
        """One field of every document of a batch, or of all batches, in the order they came."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._column(path, batch))

    def _batches(self) -> tuple[OpenBatch, ...]:
        with self._store.view() as view:
            return view.columns.batches()

    def _column(self, path: FieldPath, batch: BatchId | None) -> tuple[OddCell, ...]:
        with self._store.view() as view:
            cells = view.columns.cells((path,), _TITLE, batch)
        odd = oddness([cell.answer.text for cell in cells])
        return tuple(OddCell(cell, one) for cell, one in zip(cells, odd, strict=True))
