"""Where a list of documents has its rows from: the store, part by part, or a few documents at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.record import DocumentId, DocumentStatus
from hrdigitize.domain.stored import DocumentSummary, ListedPart, Sought
from hrdigitize.domain.vietnamese import folded
from hrdigitize.gui.running.tasks import Task, Tasks
from hrdigitize.services.verification import Desk


class DocumentSource(Protocol):
    """Gives what is asked for when it has it: at once, or later on the window's thread."""

    def part(self, sought: Sought, first: int, done: Callable[[ListedPart], None]) -> None:
        """The documents that are sought from a place on, as many as come at once."""

    def place(self, document: DocumentId, sought: Sought, done: Callable[[int | None], None]) -> None:
        """Where a document stands among those that are sought; None where it is not."""


class StoredDocuments:
    """All documents of the store, however many: use cases on the lane.

    Whoever types on gives up what was asked for with fewer letters.
    """

    def __init__(self, desk: Desk, actor: Actor, tasks: Tasks) -> None:
        self._desk = desk
        self._actor = actor
        self._tasks = tasks
        self._asked = Sought()
        self._waiting: list[Task[ListedPart]] = []

    def part(self, sought: Sought, first: int, done: Callable[[ListedPart], None]) -> None:
        if sought != self._asked:
            for task in self._waiting:
                task.cancel()
            self._asked, self._waiting = sought, []
        task = self._tasks.start(
            lambda: self._desk.listed(sought, first, actor=self._actor),
            lambda part: self._come(task, part, done),
        )
        self._waiting.append(task)

    def place(self, document: DocumentId, sought: Sought, done: Callable[[int | None], None]) -> None:
        self._tasks.start(lambda: self._desk.place(document, sought, actor=self._actor), done)

    def _come(self, task: Task[ListedPart], part: ListedPart, done: Callable[[ListedPart], None]) -> None:
        self._waiting.remove(task)
        done(part)


class DocumentsAtHand:
    """Some documents that are all there."""

    def __init__(self, summaries: Sequence[DocumentSummary] = ()) -> None:
        self._summaries = tuple(summaries)

    def part(self, sought: Sought, first: int, done: Callable[[ListedPart], None]) -> None:
        found = self._found(sought)
        done(ListedPart(first, found[first:], len(found)))

    def place(self, document: DocumentId, sought: Sought, done: Callable[[int | None], None]) -> None:
        ids = [one.id for one in self._found(sought)]
        done(ids.index(document) if document in ids else None)

    def _found(self, sought: Sought) -> tuple[DocumentSummary, ...]:
        words = folded(sought.typed).split()
        return tuple(
            one
            for one in self._summaries
            if all(word in folded(one.title) for word in words)
            and (not sought.approved or (one.status is DocumentStatus.APPROVED and one.form is not None))
        )
