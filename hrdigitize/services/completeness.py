"""Whether a dossier has what its kind asks for, and the list of what lies in it (mục lục tài liệu)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hrdigitize.domain.actors import Actor, Clock
from hrdigitize.domain.checklist import Checklist, Completeness, Paper, compare
from hrdigitize.domain.document_types import INVENTORY
from hrdigitize.domain.dossier import FiledDocument
from hrdigitize.domain.faults import UserFault
from hrdigitize.domain.inventory import Differences, InventoryRow, differences, inventory, listed_from
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Cadre, CadreId, DocumentId, StoredDocument
from hrdigitize.domain.vietnamese import one_spaced
from hrdigitize.formdefs.model import FormDef
from hrdigitize.reference.checklists import load_checklists
from hrdigitize.reference.document_types import load_document_types, types_of_forms
from hrdigitize.services.approval import counting_in
from hrdigitize.services.dossiers import dossier_of
from hrdigitize.services.permissions import Action, require
from hrdigitize.store.lane import Lane
from hrdigitize.store.opening import Store
from hrdigitize.store.work import View


class Contents:
    """Looks at what lies in dossiers. Callable from any thread; UserFault "cadre-unknown" throughout."""

    def __init__(self, store: Store, lane: Lane, *, forms: Mapping[str, FormDef], clock: Clock) -> None:
        self._store = store
        self._lane = lane
        self._forms = forms
        self._clock = clock

    def checked(self, cadre: CadreId, kind: str, *, actor: Actor) -> Completeness:
        """The dossier against the checklist of a kind. "checklist-unknown"."""
        require(actor, Action.LOOK)
        checklist = _checklist(kind)
        return self._lane.run(lambda: self._checked(cadre, checklist))

    def inventory(self, cadre: CadreId, kind: str = "", *, actor: Actor) -> tuple[InventoryRow, ...]:
        """What lies in the dossier, in the order of a checklist where one is named. "checklist-unknown"."""
        require(actor, Action.LOOK)
        checklist = _checklist(kind) if kind else None
        return self._lane.run(lambda: self._inventory(cadre, checklist))

    def against_paper(
        self, cadre: CadreId, document: DocumentId | None = None, *, actor: Actor
    ) -> Differences:
        """The dossier against its inventory on paper: one that is named, else those that came in with it.

        UserFault "document-unknown", "inventory-missing" where there is none.
        """
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._against_paper(cadre, document))

    def shelf(self, cadre: CadreId, *, actor: Actor) -> str:
        """Where the paper dossier lies; "" where nobody said."""
        require(actor, Action.LOOK)
        return self._lane.run(lambda: self._shelf(cadre))

    def put_on_shelf(self, cadre: CadreId, text: str, *, actor: Actor) -> None:
        """Says where the paper dossier lies (Phông/kho/giá/hộp/hồ sơ số)."""
        require(actor, Action.DESCRIBE)
        kept = one_spaced(text)
        self._lane.run(lambda: self._put_on_shelf(cadre, kept, actor))

    def _checked(self, cadre: CadreId, checklist: Checklist) -> Completeness:
        with self._store.view() as view:
            found = dossier_of(view, cadre)
        papers = [
            Paper(one.id, one.type, one.index.issued_on, _number(one)) for one in map(_typed, found.documents)
        ]
        return compare(checklist, papers, _dates(found.cadre), self._clock().astimezone().date())

    def _inventory(self, cadre: CadreId, checklist: Checklist | None) -> tuple[InventoryRow, ...]:
        with self._store.view() as view:
            return self._rows(view, cadre, checklist)

    def _rows(self, view: View, cadre: CadreId, checklist: Checklist | None) -> tuple[InventoryRow, ...]:
        found = dossier_of(view, cadre)
        whole = view.dossiers.shelf(found.cadre.id)
        papers = [
            replace(one, index=replace(one.index, shelf=one.index.shelf or whole))
            for one in map(_typed, found.documents)
        ]
        return inventory(papers, checklist, self._titles())

    def _against_paper(self, cadre: CadreId, document: DocumentId | None) -> Differences:
        with self._store.view() as view:
            rows = self._rows(view, cadre, None)
            lists = _inventories(view, rows) if document is None else (_found(view, document),)
        listed = [one for paper in lists for one in listed_from(_table(paper))]
        if not listed:
            raise UserFault("inventory-missing")
        return differences(listed, rows)

    def _shelf(self, cadre: CadreId) -> str:
        with self._store.view() as view:
            return view.dossiers.shelf(dossier_of(view, cadre).cadre.id)

    def _put_on_shelf(self, cadre: CadreId, text: str, actor: Actor) -> None:
        with self._store.work(actor) as work:
            whose = dossier_of(work, cadre).cadre.id
            work.dossiers.put_on_shelf(whose, text)
            work.commit("dossier-shelved", whose)

    def _titles(self) -> Mapping[str, str]:
        """Names for papers without a subject: of their types, and of forms."""
        types = {key: one.name for key, one in load_document_types().items()}
        return types | {key: form.name for key, form in self._forms.items()}


def _checklist(kind: str) -> Checklist:
    known = load_checklists()
    if kind not in known:
        raise UserFault("checklist-unknown", kinds=", ".join(known))
    return known[kind]


def _typed(one: FiledDocument) -> FiledDocument:
    """With the type that its form is, where nobody said otherwise."""
    return one if one.type else replace(one, type=types_of_forms().get(one.form or ""))


def _number(one: FiledDocument) -> str:
    return "/".join(part for part in (one.index.number, one.index.notation) if part)


def _dates(cadre: Cadre) -> dict[str, str]:
    """The dates of the record, by field."""
    return {
        path.field: value.answer.value
        for path, value in cadre.values.items()
        if not path.table and value.answer.state is State.VALUE and isinstance(value.answer.value, str)
    }


def _inventories(view: View, rows: tuple[InventoryRow, ...]) -> tuple[StoredDocument, ...]:
    """The lists that came in with the papers of a dossier."""
    batches = dict.fromkeys(view.documents.get(row.document).batch for row in rows)
    documents = (document for batch in batches for document in view.documents.of_batch(batch))
    return tuple(one for one in map(view.documents.get, documents) if one.type == INVENTORY)


def _found(view: View, document: DocumentId) -> StoredDocument:
    try:
        return view.documents.get(document)
    except KeyError:
        raise UserFault("document-unknown") from None


def _table(document: StoredDocument) -> list[dict[str, str]]:
    """The rows of the table "inventory" as they count."""
    rows: dict[int, dict[str, str]] = {}
    for path, answer in counting_in(document).items():
        if path.table == INVENTORY:
            text = answer.text if answer.state is State.VALUE else ""
            rows.setdefault(path.row, {})[path.field] = text
    return [rows[number] for number in sorted(rows)]
