"""The reading queue: batches are read in the background, while pages still come and people work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.pace import Pace
from hrdigitize.domain.record import BatchId, DocumentId
from hrdigitize.services.batch_run import Archive, BatchRun
from hrdigitize.services.permissions import Action, require
from hrdigitize.services.reading import ReaderFactory
from hrdigitize.workers.reading import Reader

_Result: TypeAlias = Future[tuple[DocumentId, ...]]


class Stage(StrEnum):
    """Where a batch stands in the queue: its turn has not come, it is read, held up, or waits for paper."""

    WAITING = "waiting"
    READING = "reading"
    PAUSED = "paused"
    HUNGRY = "hungry"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a batch is: pages read of those acknowledged, seconds that the rest takes (None: unknown)."""

    batch: BatchId
    stage: Stage
    read: int
    known: int
    remaining_s: float | None


@dataclass(slots=True)
class _Turn:
    """A batch in the queue: its run, the pages acknowledged so far, whether more may have
    come, and whether none will come any more."""

    run: BatchRun
    result: _Result
    known: int = 0
    came: bool = True
    ended: bool = False
    read: int = 0


class ReadingQueue:
    """Reads batches one after the other, on one thread beside the helpers; any thread may call.

    Batches come in the order in which they were named, the one named to `prefer` before all others: from the
    next page on, not from the next batch. Pages that wait lie sealed on the disk, so however many there are,
    memory stays flat. stopwatch: seconds that only go forward.
    """

    def __init__(self, archive: Archive, readers: ReaderFactory, stopwatch: Callable[[], float]) -> None:
        self._archive = archive
        self._readers = readers
        self._stopwatch = stopwatch
        self._reader: Reader | None = None
        self._turns: dict[BatchId, _Turn] = {}
        self._paused = False
        self._closing = False
        self._pace = Pace()
        self._watched: set[Future[Any]] = set()
        self._inbox: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._results: dict[BatchId, _Result] = {}
        self._standing: Mapping[BatchId, Standing] = {}
        self._thread = threading.Thread(target=self._serve, name="reading-queue", daemon=True)
        self._thread.start()

    def arrived(self, batch: BatchId, pages: int, *, actor: Actor) -> None:
        """The batch has so many acknowledged pages now; it is read as far as they go.

        Its last document stays open until `ended`. UserFault "action-not-allowed".
        """
        require(actor, Action.READ)
        result = self._results.get(batch)
        if result is None or result.done():
            self._results[batch] = result = Future()
        self._inbox.put(partial(self._note_arrival, batch, pages, actor, result))

    def ended(self, batch: BatchId, *, actor: Actor) -> _Result:
        """No more pages come to a batch that `arrived`; its documents, to come.

        The future fails as `BatchReading.read` does; it is cancelled where the batch is.
        """
        require(actor, Action.READ)
        self._inbox.put(partial(self._note_end, batch))
        return self._results[batch]

    def prefer(self, batch: BatchId, *, actor: Actor) -> None:
        """The batch comes before all others: somebody is looking at it."""
        require(actor, Action.READ)
        self._inbox.put(partial(self._put_first, batch))

    def pause(self, *, actor: Actor) -> None:
        """No further page is begun; those that are being read end."""
        require(actor, Action.READ)
        self._inbox.put(partial(self._set_paused, value=True))

    def resume(self, *, actor: Actor) -> None:
        """Goes on after `pause`."""
        require(actor, Action.READ)
        self._inbox.put(partial(self._set_paused, value=False))

    def cancel(self, batch: BatchId, *, actor: Actor) -> None:
        """Gives the batch up: its documents so far stay, the rest is read when it is named again."""
        require(actor, Action.READ)
        self._results.pop(batch, None)  # who names it again gets documents of their own
        self._inbox.put(partial(self._drop, batch))

    def standing(self, *, actor: Actor) -> Mapping[BatchId, Standing]:
        """The batches that are not wholly read, in their order."""
        require(actor, Action.LOOK)
        return self._standing

    def close(self) -> None:
        """Ends the queue and its helpers; what is not stored is read anew next time."""
        self._inbox.put(None)
        self._thread.join()

    # What follows runs on the queue's own thread.

    def _serve(self) -> None:
        try:
            while (command := self._inbox.get()) is not None:
                command()
                self._go_on()
        finally:
            for batch in list(self._turns):
                self._drop(batch)
            if self._reader is not None:
                self._reader.close()

    def _go_on(self) -> None:
        """Feeds and keeps until there is nothing to do but wait; what it is told meanwhile comes first."""
        moved = True
        while moved and not self._closing:
            moved = False
            self._heed()
            for batch, turn in list(self._turns.items()):
                moved |= self._step(batch, turn, may_feed=not moved)
            self._standing = {batch: self._standing_of(batch, turn) for batch, turn in self._turns.items()}
        self._watch()

    def _heed(self) -> None:
        with suppress(Empty):
            while True:
                command = self._inbox.get_nowait()
                if command is None:
                    self._inbox.put(None)  # for `_serve`, which ends
                    self._closing = True
                    return
                command()

    def _note_arrival(self, batch: BatchId, pages: int, actor: Actor, result: _Result) -> None:
        turn = self._turns.get(batch)
        if turn is None:
            try:
                self._reader = self._reader or self._readers()
                turn = _Turn(BatchRun(batch, actor, self._archive, self._reader), result)
            except Exception as error:  # noqa: BLE001 - the door of the thread: whoever waits is told
                result.set_exception(error)
                return
            if not self._turns:
                self._pace.rest(self._stopwatch())
            self._turns[batch] = turn
        turn.known = max(turn.known, pages)
        turn.came = True

    def _note_end(self, batch: BatchId) -> None:
        if batch in self._turns:
            self._turns[batch].ended = True

    def _put_first(self, batch: BatchId) -> None:
        if batch in self._turns:
            self._turns = {batch: self._turns.pop(batch), **self._turns}

    def _set_paused(self, *, value: bool) -> None:
        self._paused = value

    def _drop(self, batch: BatchId) -> None:
        turn = self._turns.pop(batch, None)
        if turn is not None:
            turn.run.cancel()
            turn.result.cancel()

    def _step(self, batch: BatchId, turn: _Turn, *, may_feed: bool) -> bool:
        """Whether it changed anything; what comes first takes all the room that there is."""
        try:
            fed = may_feed and not self._paused and self._feed(turn)
            turn.run.keep()
        except Exception as error:  # noqa: BLE001 - the door of the thread: one batch fails alone
            self._turns.pop(batch)
            turn.run.cancel()
            turn.result.set_exception(error)
            self._renew()
            return True
        for _ in range(turn.run.done - turn.read):
            self._pace.note(self._stopwatch())
        turn.read = turn.run.done
        if turn.run.is_done:
            self._turns.pop(batch)
            turn.result.set_result(turn.run.documents)
            return True
        return fed

    def _renew(self) -> None:
        """Helpers that could not get ready, or are out of reach, stay so: the next batch gets new ones."""
        if not self._turns and self._reader is not None:
            self._reader.close()
            self._reader = None

    def _feed(self, turn: _Turn) -> bool:
        """Whether it fed any."""
        fed = False
        while self._in_flight() < self._most():
            self._look(turn)
            if turn.run.feed():
                fed = True
            elif not (turn.came and turn.run.is_hungry):
                break
        self._look(turn)  # the last file may just have been found to have no further page
        return fed

    def _look(self, turn: _Turn) -> None:
        """Only when all that is known is taken: a batch of thousands is not listed for every page of it."""
        if turn.came and turn.run.is_hungry:
            turn.came = False
            turn.run.look()
        if turn.ended and not turn.came:
            turn.run.end()

    def _in_flight(self) -> int:
        return sum(len(turn.run.in_flight()) for turn in self._turns.values())

    def _most(self) -> int:
        return self._reader.most_in_flight if self._reader is not None else 0

    def _watch(self) -> None:
        """Has everything that comes wake the queue when it is there, once; also what came meanwhile."""
        coming = set().union(*(turn.run.coming() for turn in self._turns.values()))
        fresh = coming - self._watched
        self._watched = coming
        for future in fresh:
            future.add_done_callback(lambda _: self._inbox.put(_wake))

    def _standing_of(self, batch: BatchId, turn: _Turn) -> Standing:
        read = turn.run.read_before + turn.run.done
        known = max(turn.known, turn.run.read_before + turn.run.known)
        left = known - read
        stage = Stage.READING if turn.run.in_flight() else Stage.WAITING
        if not left:
            stage = Stage.HUNGRY
        elif self._paused:
            stage = Stage.PAUSED
        return Standing(batch, stage, read, known, self._pace.remaining(left))


def _wake() -> None:
    """Nothing to say, but something is done."""
