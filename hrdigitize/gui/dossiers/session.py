"""An open dossier: what the person asks of it becomes use cases, what they return becomes signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from hrdigitize.app import App
from hrdigitize.domain.actors import Actor
from hrdigitize.domain.checklist import Completeness
from hrdigitize.domain.dossier import Correction, CorrectionId, Dossier
from hrdigitize.domain.inventory import InventoryRow
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import CadreId, DocumentId, FieldPath, StoredDocument
from hrdigitize.gui.frame.room import Frame
from hrdigitize.gui.running.tasks import Task
from hrdigitize.reference.checklists import checklists_by_form, load_checklists

Given = TypeVar("Given")


class DossierSession(QObject):
    """Signals: opened (another dossier, or the same anew), history (path, values), document, findings,
    differences, contents (completeness, inventory, shelf), asked (Correction), decided (Correction).

    Answers about a dossier that is not open any more are let go.
    """

    opened = Signal()
    history = Signal(object, object)
    document = Signal(object)
    findings = Signal(object)
    differences = Signal(object)
    contents = Signal(object, object, str)
    asked = Signal(object)
    decided = Signal(object)

    def __init__(self, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._app: App = frame.app
        self._actor: Actor = frame.actor
        self._opening: Task[Dossier] | None = None
        self._papers: dict[DocumentId, StoredDocument] = {}
        self.dossier: Dossier | None = None
        self.kind = ""

    @property
    def cadre(self) -> CadreId | None:
        return self.dossier.cadre.id if self.dossier is not None else None

    def open(self, cadre: CadreId) -> None:
        """Opens a dossier; one that is still being opened is given up."""
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._frame.lane.start(
            lambda: self._app.dossiers.open(cadre, actor=self._actor), self._show, self._not_opened
        )

    def again(self) -> None:
        """The open dossier, as it is now."""
        if self.cadre is not None:
            self.open(self.cadre)

    def close(self) -> None:
        """No dossier is open any more."""
        self.dossier = None
        self._papers.clear()

    def paper(self, document: DocumentId) -> StoredDocument | None:
        """A document of the dossier if it is at hand; otherwise it is fetched and `document` tells."""
        known = self._papers.get(document)
        if known is None:
            self._start(lambda: self._app.desk.open(document, actor=self._actor), self._keep_paper)
        return known

    def ask_history(self, path: FieldPath) -> None:
        cadre = self._open_cadre()
        self._start(
            lambda: self._app.dossiers.history(cadre, path, actor=self._actor),
            partial(self.history.emit, path),
        )

    def check(self, kind: str) -> None:
        """The dossier against the checklist of a kind, and the list of what lies in it in that order."""
        self.kind = kind
        cadre, contents, actor = self._open_cadre(), self._app.contents, self._actor

        def look() -> tuple[Completeness, tuple[InventoryRow, ...], str]:
            return (
                contents.checked(cadre, kind, actor=actor),
                contents.inventory(cadre, kind, actor=actor),
                contents.shelf(cadre, actor=actor),
            )

        self._start(look, lambda found: self.contents.emit(*found))

    def ask_correction(
        self, path: FieldPath, text: str, state: State, reason: str, document: DocumentId | None
    ) -> None:
        cadre = self._open_cadre()
        self._start(
            lambda: self._app.corrections.ask(
                cadre, path, text, state, reason, actor=self._actor, document=document
            ),
            self._corrected,
        )

    def decide(self, correction: CorrectionId, *, granted: bool) -> None:
        self._start(
            lambda: self._app.corrections.decide(correction, granted=granted, actor=self._actor),
            self._decided,
        )

    def _open_cadre(self) -> CadreId:
        assert self.dossier is not None
        return self.dossier.cadre.id

    def _start(self, call: Callable[[], Given], done: Callable[[Given], object]) -> None:
        """A call about the open dossier; what it gives is let go once another one is open."""
        about = self.cadre

        def still(result: Given) -> None:
            if self.cadre == about:
                done(result)

        self._frame.lane.start(call, still)

    def _show(self, dossier: Dossier) -> None:
        self._opening = None
        if self.cadre != dossier.cadre.id:
            self._papers.clear()
            self.kind = kind_of(dossier)
        self.dossier = dossier
        self.opened.emit()
        cadre, checks, actor = dossier.cadre.id, self._app.cross_checks, self._actor
        self._start(lambda: checks.findings(cadre, actor=actor), self.findings.emit)
        self._start(lambda: checks.differences(cadre, actor=actor), self.differences.emit)
        self.check(self.kind)

    def _not_opened(self, fault: Exception) -> None:
        self._opening = None
        self._frame.fail(fault)

    def _keep_paper(self, document: StoredDocument) -> None:
        self._papers[document.id] = document
        self.document.emit(document)

    def _corrected(self, asked: Correction) -> None:
        self.asked.emit(asked)
        self._frame.ways.changed.emit()

    def _decided(self, decided: Correction) -> None:
        self.decided.emit(decided)
        self._frame.ways.changed.emit()


def kind_of(dossier: Dossier) -> str:
    """The checklist by which a dossier is most likely kept: by the form that its record began with."""
    found = checklists_by_form().get(dossier.cadre.form)
    return found.kind if found is not None else next(iter(load_checklists()))
