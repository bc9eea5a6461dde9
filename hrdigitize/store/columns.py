"""Single fields of many documents at once, in a few questions to the database whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.columns import Cell, OpenBatch
from hrdigitize.domain.dossier import Keyed
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import (
    Answer,
    BatchId,
    DocumentId,
    DocumentStatus,
    FieldPath,
    StoredPage,
    Verification,
)
from hrdigitize.store.batches import stored_page
from hrdigitize.store.documents import reading_of
from hrdigitize.store.encoding import value_from_json
from hrdigitize.store.models import (
    BatchRow,
    DocumentPageRow,
    DocumentRow,
    FileRow,
    PageRow,
    ReadingRow,
    ReentryRow,
    VerificationRow,
)

_Pages = dict[DocumentId, dict[int, StoredPage]]


class Columns:
    """The fields of documents that are not approved, across them, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def batches(self) -> tuple[OpenBatch, ...]:
        """The batches that have such documents, newest first."""
        rows = self._session.execute(
            select(BatchRow.id, BatchRow.created_at, BatchRow.created_by, DocumentRow.form, func.count())
            .join(DocumentRow, DocumentRow.batch_id == BatchRow.id)
            .where(DocumentRow.id.in_(_waiting(None)))
            .group_by(BatchRow.id, BatchRow.created_at, BatchRow.created_by, DocumentRow.form)
            .order_by(BatchRow.created_at.desc(), BatchRow.id.desc())
        )
        found: dict[BatchId, OpenBatch] = {}
        for identity, created_at, created_by, form, count in rows:
            batch = BatchId(identity)
            before = found.get(batch, OpenBatch(batch, created_at, created_by, 0, frozenset()))
            found[batch] = OpenBatch(
                batch, created_at, created_by, before.documents + count, before.forms | {form or ""}
            )
        return tuple(found.values())

    def cells(
        self, paths: Sequence[FieldPath], title_path: FieldPath, batch: BatchId | None = None
    ) -> tuple[Cell, ...]:
        """What stands at these paths, document by document in the order they came.

        batch: of this one; None for all of them. A document without pages is none; one that has no
        reading at a path has no cell there.
        """
        documents = _waiting(batch)
        pages = self._pages(documents)
        given = self._given(documents, {*paths, title_path})
        titles = {document: next(iter(own.values())).name for document, own in pages.items() if own}
        titles |= self._titles(documents, title_path, given)
        rows = self._session.execute(
            select(ReadingRow, DocumentRow)
            .join(DocumentRow, DocumentRow.id == ReadingRow.document_id)
            .where(DocumentRow.id.in_(documents), ReadingRow.path.in_([str(path) for path in paths]))
            .order_by(DocumentRow.arrival, ReadingRow.position)
        )
        return tuple(
            _cell(row, document, titles, pages, given)
            for row, document in rows
            if DocumentId(document.id) in pages
        )

    def keyed_again(self) -> dict[DocumentId, dict[FieldPath, Keyed]]:
        """The newest blind keying at each place of these documents."""
        rows = self._session.scalars(
            select(ReentryRow).where(ReentryRow.document_id.in_(_waiting(None))).order_by(ReentryRow.sequence)
        )
        found: dict[DocumentId, dict[FieldPath, Keyed]] = defaultdict(dict)
        for row in rows:
            keyed = Keyed(Answer(State(row.state), row.text, value_from_json(row.value)), row.by, row.at)
            found[DocumentId(row.document_id)][FieldPath.parse(row.path)] = keyed
        return found

    def titles(self, documents: Collection[DocumentId], title_path: FieldPath) -> dict[DocumentId, str]:
        """Whose documents these are, in whatever state, as far as a name was read or typed."""
        chosen = select(DocumentRow.id).where(DocumentRow.id.in_(documents))
        return self._titles(chosen, title_path, self._given(chosen, {title_path}))

    def _titles(
        self,
        documents: Select[str],
        title_path: FieldPath,
        given: dict[tuple[DocumentId, FieldPath], Verification],
    ) -> dict[DocumentId, str]:
        rows = self._session.execute(
            select(ReadingRow.document_id, ReadingRow.text).where(
                ReadingRow.document_id.in_(documents), ReadingRow.path == str(title_path)
            )
        )
        found = {DocumentId(identity): text for identity, text in rows if text}
        typed = {place[0]: one.answer.text for place, one in given.items() if place[1] == title_path}
        return found | {document: text for document, text in typed.items() if text}

    def _given(
        self, documents: Select[str], paths: Collection[FieldPath]
    ) -> dict[tuple[DocumentId, FieldPath], Verification]:
        """The answers that stand at these paths."""
        rows = self._session.scalars(
            select(VerificationRow)
            .where(
                VerificationRow.document_id.in_(documents),
                VerificationRow.path.in_([str(path) for path in paths]),
            )
            .order_by(VerificationRow.sequence)
        )
        found: dict[tuple[DocumentId, FieldPath], Verification] = {}
        for row in rows:
            place = DocumentId(row.document_id), FieldPath.parse(row.path)
            found.pop(place, None)
            if row.state is not None:
                answer = Answer(State(row.state), row.text, value_from_json(row.value))
                found[place] = Verification(place[1], answer, row.by, row.at)
        return found

    def _pages(self, documents: Select[str]) -> _Pages:
        rows = self._session.execute(
            select(DocumentPageRow.document_id, PageRow, FileRow.name, DocumentPageRow.rotation)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(DocumentPageRow.document_id.in_(documents), PageRow.aside == "")
            .order_by(PageRow.place)
        )
        found: _Pages = defaultdict(dict)
        for identity, page, name, rotation in rows:
            found[DocumentId(identity)][page.number] = stored_page(page, name, rotation)
        return found


def _waiting(batch: BatchId | None) -> Select[str]:
    """The documents of a form that are not approved."""
    found = select(DocumentRow.id).where(
        DocumentRow.status != DocumentStatus.APPROVED.value,
        DocumentRow.form.is_not(None),
        DocumentRow.succeeded_by.is_(None),
    )
    return found if batch is None else found.where(DocumentRow.batch_id == batch)


def _cell(
    row: ReadingRow,
    document: DocumentRow,
    titles: dict[DocumentId, str],
    pages: _Pages,
    given: dict[tuple[DocumentId, FieldPath], Verification],
) -> Cell:
    identity, path = DocumentId(document.id), FieldPath.parse(row.path)
    return Cell(
        document=identity,
        batch=BatchId(document.batch_id),
        form=document.form or "",
        title=titles.get(identity, ""),
        status=DocumentStatus(document.status),
        path=path,
        page=pages[identity].get(row.page) if row.width > 0 else None,
        reading=reading_of(row),
        given=given.get((identity, path)),
    )
