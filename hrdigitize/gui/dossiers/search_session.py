"""The search behind the list: what is typed becomes pages of cadres; a newer wish makes an older one void."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from hrdigitize.domain.actors import Actor
from hrdigitize.domain.overview import CadresOf
from hrdigitize.domain.search import Filters, HitPage, Place
from hrdigitize.gui.dossiers.hits import Hit
from hrdigitize.gui.running.tasks import Task, Tasks
from hrdigitize.services.overview import CadrePage, Overview
from hrdigitize.services.search import Search

#: How long the person must pause for a search to begin, in milliseconds.
PAUSE_MS = 120


class SearchSession(QObject):
    """Signals: found (hits, whether there are more, whether the list begins anew), failed (the fault)."""

    found = Signal(object, bool, bool)
    failed = Signal(object)

    def __init__(
        self, search: Search, overview: Overview, actor: Actor, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._overview = overview
        self._actor = actor
        self._tasks = tasks
        self._text = ""
        self._only: CadresOf | None = None
        self._wish = 0
        self._task: Task[HitPage] | Task[CadrePage] | None = None
        self._after: Place | int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.again)

    @property
    def only(self) -> CadresOf | None:
        """The cadres to which the list is narrowed; None while it is a search."""
        return self._only

    @property
    def wants_all(self) -> bool:
        """Whether nothing narrows the list: where it is empty there is no dossier at all."""
        return not self._text.strip() and self._only is None

    @property
    def waiting(self) -> bool:
        """Whether an answer to the last wish is still to come."""
        return self._pause.isActive() or self._task is not None

    def type(self, text: str) -> None:
        """The box says something else now: it is sought once the person pauses."""
        self._text, self._only = text, None
        self._pause.start()

    def show_only(self, which: CadresOf | None) -> None:
        """The cadres behind a number in place of a search; None: the search again."""
        self._only = which
        self.again()

    def again(self) -> None:
        """The first page of what is wanted now; whatever was under way interests nobody any more."""
        self._pause.stop()
        self._begin()
        self._ask(None, fresh=True)

    def more(self) -> None:
        """The next page of what is on screen."""
        if self._after is not None and self._task is None:
            self._ask(self._after, fresh=False)

    def _begin(self) -> None:
        self._wish += 1
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._after = None

    def _ask(self, after: Place | int | None, *, fresh: bool) -> None:
        only, actor = self._only, self._actor
        if only is not None:
            behind = after if isinstance(after, int) else 0
            self._task = self._tasks.start(
                lambda: self._overview.cadres(only, actor=actor, after=behind),
                lambda page: self._came(tuple(map(Hit, page.cadres)), page.after, fresh=fresh),
                self._fail,
            )
            return
        text, place, wanted = self._text, after if isinstance(after, Place) else None, self._still_wanted()
        self._task = self._tasks.start(
            lambda: self._search.find(text, Filters(), actor=actor, after=place, wanted=wanted),
            lambda page: self._came(
                tuple(Hit(one.summary, one.snippet) for one in page.hits), page.after, fresh=fresh
            ),
            self._fail,
        )

    def _still_wanted(self) -> Callable[[], bool]:
        """Asked from the lane: a newer search ends this one between two steps."""
        wish = self._wish
        return lambda: wish == self._wish

    def _came(self, hits: tuple[Hit, ...], after: Place | int | None, *, fresh: bool) -> None:
        self._task = None
        self._after = after
        self.found.emit(hits, after is not None, fresh)

    def _fail(self, fault: Exception) -> None:
        self._task = None
        self.failed.emit(fault)
