"""The figures of the operators: each sees his own, whoever decides sees all."""

from __future__ import annotations

from datetime import timedelta

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.effort import Effort
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.operator_figures import OperatorFigures, figures
from hrdigitize.domain.record import DocumentId
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store


class Operators:
    """Keeps how much work documents were, and says what everybody did. Callable from any thread."""

    def __init__(self, store: Store, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def note(self, document: DocumentId, effort: Effort, *, actor: Actor) -> None:
        """Keeps what a stretch of work at a document took: how many keys and how long, nothing else.

        UserFault "document-unknown".
        """
        require(actor, Action.ANSWER)
        self._lane.run(lambda: self._note(document, effort, actor))

    def own(self, *, actor: Actor, days: int | None = None) -> OperatorFigures:
        """The actor's figures of the last days; None: of all time."""
        require(actor, Action.SEE_OWN_FIGURES)
        everybody = self._lane.run(lambda: self._figures(actor, days))
        return next((one for one in everybody if one.name == actor.name), OperatorFigures(actor.name))

    def all(self, *, actor: Actor, days: int | None = None) -> tuple[OperatorFigures, ...]:
        """The figures of everybody who did something in the last days, by name."""
        require(actor, Action.SEE_FIGURES)
        return self._lane.run(lambda: self._figures(actor, days))

    def _note(self, document: DocumentId, effort: Effort, actor: Actor) -> None:
        with self._store.work(actor) as work:
            try:
                work.efforts.add(document, effort, by=actor.name, at=work.at)
            except KeyError:
                raise UserFault("document-unknown") from None
            work.commit("effort-noted", document, keystrokes=effort.keystrokes, active_ms=effort.active_ms)

    def _figures(self, actor: Actor, days: int | None) -> tuple[OperatorFigures, ...]:
        # A unit of work for its moment alone: nothing is changed, so nothing is committed.
        with self._store.work(actor) as work:
            since = work.at - timedelta(days=days) if days is not None else None
            efforts = work.efforts
            return figures(efforts.given(since), efforts.by_person(since), efforts.judged(since))
