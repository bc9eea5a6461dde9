"""Samples: what they were drawn from, what was drawn, and what was said of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.inspection import Rule
from hrdigitize.domain.reading import FieldReading, State
from hrdigitize.domain.record import Answer, DocumentId, DocumentStatus, FieldPath, StoredPage
from hrdigitize.domain.sampling import (
    Judgement,
    Lot,
    Outcome,
    Place,
    Sample,
    SampledValue,
    SampleId,
)
from hrdigitize.store.batches import stored_page
from hrdigitize.store.documents import reading_of
from hrdigitize.store.encoding import value_from_json, value_to_json
from hrdigitize.store.models import (
    DocumentPageRow,
    DocumentRow,
    FileRow,
    PageRow,
    ReadingRow,
    VerificationRow,
)
from hrdigitize.store.quality_models import JudgementRow, SampleDocumentRow, SampleRow, SampleValueRow

_CHECKED = (DocumentStatus.VERIFIED.value, DocumentStatus.APPROVED.value)
#: Documents in one lot, the oldest first: an office that never drew any gets lots that can be worked through.
_LARGEST_LOT = 1000


class Samples:
    """The samples of a store, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undrawn(self, at: datetime) -> Lot:
        """What is checked and lies in no lot yet; a lot that was refused is to be drawn again."""
        return self._lot(self._undrawn(), at)

    def count_undrawn(self, at: datetime) -> tuple[int, int]:
        """How many documents and places `undrawn` has."""
        documents = self._undrawn()
        count = select(func.count()).where(DocumentRow.id.in_(documents))
        read = select(func.count()).where(ReadingRow.document_id.in_(documents))
        added = len(self._typed(documents, at))
        return self._session.scalar(count) or 0, (self._session.scalar(read) or 0) + added

    def lot(self, sample: SampleId) -> Lot:
        """What a sample was drawn from, as it was then; KeyError for no such sample."""
        row = self._row(sample)
        documents = select(SampleDocumentRow.document_id).where(SampleDocumentRow.sample_id == sample)
        return self._lot(documents, row.drawn_at)

    def _undrawn(self) -> Select[str]:
        kept = [sample.id for sample in self.all() if sample.outcome is not Outcome.REFUSED]
        taken = select(SampleDocumentRow.document_id).where(SampleDocumentRow.sample_id.in_(kept))
        return (
            select(DocumentRow.id)
            .where(
                DocumentRow.status.in_(_CHECKED),
                DocumentRow.form.is_not(None),
                DocumentRow.succeeded_by.is_(None),
                DocumentRow.id.not_in(taken),
            )
            .order_by(DocumentRow.arrival)
            .limit(_LARGEST_LOT)
        )

    def _lot(self, documents: Select[str], at: datetime) -> Lot:
        """All places of these documents that had a value at a moment: readings and answers only grow."""
        read = select(ReadingRow.document_id, ReadingRow.path).where(ReadingRow.document_id.in_(documents))
        places = {(DocumentId(document), path) for document, path in self._session.execute(read)}
        whole = tuple(DocumentId(one) for one in self._session.scalars(documents))
        return Lot(whole, tuple(places | self._typed(documents, at)))

    def _typed(self, documents: Select[str], at: datetime) -> set[Place]:
        """Where an answer stood at a moment and the machine had read nothing: in rows that it missed."""
        read = select(ReadingRow.id).where(
            ReadingRow.document_id == VerificationRow.document_id, ReadingRow.path == VerificationRow.path
        )
        asked = select(VerificationRow.document_id, VerificationRow.path, VerificationRow.state).where(
            VerificationRow.document_id.in_(documents), VerificationRow.at <= at, ~read.exists()
        )
        last = {
            (DocumentId(document), path): state
            for document, path, state in self._session.execute(asked.order_by(VerificationRow.sequence))
        }
        return {place for place, state in last.items() if state}

    def add(self, sample: Sample, documents: Collection[DocumentId]) -> None:
        """A sample as it was drawn, with the documents of its lot."""
        self._session.add(
            SampleRow(
                id=sample.id,
                drawn_at=sample.drawn_at,
                drawn_by=sample.drawn_by,
                seed=sample.seed,
                lot=sample.lot,
                fingerprint=sample.fingerprint,
                aql=sample.rule.limit,
                size=sample.rule.size,
                accept=sample.rule.accept,
            )
        )
        self._session.flush()
        self._session.add_all(SampleDocumentRow(sample_id=sample.id, document_id=one) for one in documents)
        self._session.add_all(
            SampleValueRow(
                sample_id=sample.id,
                number=value.number,
                document_id=value.document,
                path=str(value.path),
                state=value.answer.state.value,
                text=value.answer.text,
                value=value_to_json(value.answer.value),
                by=value.by,
            )
            for value in sample.values
        )
        self._session.flush()

    def counting(self, document: DocumentId, path: str) -> tuple[Answer, str]:
        """What counts at a place, and who typed it; "" for the machine. Blank where nothing is known."""
        given = self._session.scalars(
            select(VerificationRow)
            .where(VerificationRow.document_id == document, VerificationRow.path == path)
            .order_by(VerificationRow.sequence.desc())
            .limit(1)
        ).first()
        if given is not None and given.state is not None:
            return Answer(State(given.state), given.text, value_from_json(given.value)), given.by
        read = self._session.scalars(
            select(ReadingRow).where(ReadingRow.document_id == document, ReadingRow.path == path)
        ).first()
        if read is None:
            return Answer(State.BLANK), ""
        return Answer(State(read.state), read.text, value_from_json(read.value)), ""

    def judge(self, sample: SampleId, number: int, judgement: Judgement) -> None:
        """What was said of a drawn value; KeyError for none of this number."""
        if self._session.get(SampleValueRow, (sample, number)) is None:
            raise KeyError(number)
        answer = judgement.answer
        self._session.add(
            JudgementRow(
                sample_id=sample,
                number=number,
                right=judgement.right,
                state=answer.state.value,
                text=answer.text,
                value=value_to_json(answer.value),
                by=judgement.by,
                at=judgement.at,
            )
        )
        self._session.flush()

    def get(self, sample: SampleId) -> Sample:
        """KeyError for no such sample."""
        return self._sample(self._row(sample))

    def all(self) -> tuple[Sample, ...]:
        """Every sample, the newest first."""
        rows = self._session.scalars(
            select(SampleRow).order_by(SampleRow.drawn_at.desc(), SampleRow.id.desc())
        )
        return tuple(self._sample(row) for row in rows)

    def places(
        self, sample: SampleId
    ) -> tuple[dict[DocumentId, str], dict[int, StoredPage], dict[int, FieldReading]]:
        """The forms of the documents of a sample; page and reading of each drawn value, by its number."""
        drawn = select(SampleValueRow.document_id).where(SampleValueRow.sample_id == sample)
        forms = self._session.execute(
            select(DocumentRow.id, DocumentRow.form).where(DocumentRow.id.in_(drawn))
        )
        rows = self._session.execute(
            select(SampleValueRow.number, ReadingRow)
            .join(
                ReadingRow,
                (ReadingRow.document_id == SampleValueRow.document_id)
                & (ReadingRow.path == SampleValueRow.path),
            )
            .where(SampleValueRow.sample_id == sample)
        )
        readings: dict[int, FieldReading] = {}
        where: dict[int, tuple[str, int]] = {}
        for number, row in rows:
            readings[number] = reading_of(row)
            where[number] = row.document_id, row.page
        seen = self._session.execute(
            select(DocumentPageRow.document_id, PageRow, FileRow.name, DocumentPageRow.rotation)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .join(FileRow, FileRow.id == PageRow.file_id)
            .where(DocumentPageRow.document_id.in_(drawn))
        )
        pages = {
            (document, page.number): stored_page(page, name, rotation)
            for document, page, name, rotation in seen
        }
        found = {number: pages[place] for number, place in where.items() if place in pages}
        return {DocumentId(one): form or "" for one, form in forms}, found, readings

    def _row(self, sample: SampleId) -> SampleRow:
        row = self._session.get(SampleRow, sample)
        if row is None:
            raise KeyError(sample)
        return row

    def _sample(self, row: SampleRow) -> Sample:
        rows = self._session.scalars(
            select(JudgementRow).where(JudgementRow.sample_id == row.id).order_by(JudgementRow.sequence)
        )
        said = {one.number: _judgement(one) for one in rows}
        values = self._session.scalars(
            select(SampleValueRow).where(SampleValueRow.sample_id == row.id).order_by(SampleValueRow.number)
        )
        return Sample(
            id=SampleId(row.id),
            drawn_at=row.drawn_at,
            drawn_by=row.drawn_by,
            seed=row.seed,
            lot=row.lot,
            fingerprint=row.fingerprint,
            rule=Rule(row.aql, row.size, row.accept),
            values=tuple(_value(value, said.get(value.number)) for value in values),
        )


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(
        row.right, Answer(State(row.state), row.text, value_from_json(row.value)), row.by, row.at
    )


def _value(row: SampleValueRow, judgement: Judgement | None) -> SampledValue:
    return SampledValue(
        row.number,
        DocumentId(row.document_id),
        FieldPath.parse(row.path),
        Answer(State(row.state), row.text, value_from_json(row.value)),
        row.by,
        judgement,
    )
