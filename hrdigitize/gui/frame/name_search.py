"""Dossiers and papers by name, for the command palette: the newest question counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.record import DocumentId, StoredDocument
from hrdigitize.domain.search import CadreHit, Filters
from hrdigitize.domain.stored import DocumentSummary
from hrdigitize.formdefs.model import FormDef
from hrdigitize.gui.frame.commands import BETWEEN, Command, farness, matches
from hrdigitize.gui.frame.palette import Found
from hrdigitize.gui.frame.room import Frame
from hrdigitize.services.permissions import Action

_MOST = 6


@dataclass(frozen=True, slots=True)
class _Names:
    """apart: of papers that would be called alike, what tells them apart."""

    cadres: tuple[CadreHit, ...] = ()
    documents: tuple[DocumentSummary, ...] = ()
    apart: Mapping[DocumentId, str] = field(default_factory=dict)


class NameSearch:
    """cadre_rooms, document_rooms: whether the person has the rooms where they are opened."""

    def __init__(self, frame: Frame, *, cadre_rooms: bool, document_rooms: bool) -> None:
        self._frame = frame
        self._to_cadres = cadre_rooms
        self._to_documents = document_rooms
        self._newest = ""

    def __call__(self, text: str, found: Found) -> None:
        """Looks for a text and gives what was found with it, on the window's thread."""
        self._newest = text
        if not self._frame.may(Action.LOOK):
            return
        self._frame.lane.start(lambda: self._look(text), lambda names: found(text, self._commands(names)))

    def _wanted(self, text: str) -> Callable[[], bool]:
        return lambda: text == self._newest

    def _look(self, text: str) -> _Names:
        wanted = self._wanted(text)
        if not wanted():
            return _Names()
        app, actor = self._frame.app, self._frame.actor
        cadres: tuple[CadreHit, ...] = ()
        documents: tuple[DocumentSummary, ...] = ()
        if self._to_cadres:
            cadres = app.search.find(text, Filters(), actor=actor, limit=_MOST, wanted=wanted).hits
        if self._to_documents and wanted():
            fitting = [one for one in app.desk.documents(actor=actor) if matches(text, one.title)]
            documents = tuple(sorted(fitting, key=lambda one: farness(text, one.title))[:_MOST])
        return _Names(cadres, documents, self._apart(documents, wanted))

    def _apart(
        self, documents: Sequence[DocumentSummary], wanted: Callable[[], bool]
    ) -> Mapping[DocumentId, str]:
        """One person's papers of one form came on one day: their numbers or their pages' names differ."""
        forms, desk, actor = self._frame.app.forms, self._frame.app.desk, self._frame.actor
        alike = Counter(_called(one, forms) for one in documents)
        several = [one for one in documents if alike[_called(one, forms)] > 1]
        return {one.id: _known_by(desk.open(one.id, actor=actor)) for one in several if wanted()}

    def _commands(self, names: _Names) -> tuple[Command, ...]:
        ways = self._frame.ways
        dossier = QCoreApplication.translate("NameSearch", "hồ sơ")
        paper = QCoreApplication.translate("NameSearch", "tài liệu")

        def to_cadre(hit: CadreHit) -> Callable[[], None]:
            return lambda: ways.cadre.emit(hit.summary.cadre)

        def to_document(one: DocumentSummary) -> Callable[[], None]:
            return lambda: ways.document.emit(one.id)

        cadres = [Command(_told(hit), "", dossier, to_cadre(hit)) for hit in names.cadres]
        forms = self._frame.app.forms
        documents = [
            Command(_called(one, forms, names.apart.get(one.id, "")), "", paper, to_document(one))
            for one in names.documents
        ]
        return (*cadres, *documents)


def _called(one: DocumentSummary, forms: Mapping[str, FormDef], apart: str = "") -> str:
    """Several papers bear one person's name: its form and when it came tell them apart, most often."""
    form = forms.get(one.form or "")
    name = form.name.partition(":")[0] if form is not None else ""
    parts = (one.title, name, apart, f"{one.created_at.astimezone():%d/%m/%Y}")
    return BETWEEN.join(part for part in parts if part)


def _known_by(paper: StoredDocument) -> str:
    """Its number as it was read, otherwise the name of its first page."""
    read = (paper.index[key].text for key in ("number", "notation") if key in paper.index)
    number = "/".join(text for text in read if text)
    return number or next((page.name for page in paper.pages), "")


def _told(hit: CadreHit) -> str:
    year = hit.summary.birth_date[:4]
    parts = (hit.summary.name, year, *hit.summary.units[:1])
    return BETWEEN.join(part for part in parts if part)
