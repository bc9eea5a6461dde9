"""How much work documents were, and what operators answered in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.effort import Effort
from hrdigitize.domain.operator_figures import Given
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import DocumentId, FieldPath
from hrdigitize.store.models import DocumentRow, VerificationRow
from hrdigitize.store.quality_models import EffortRow, JudgementRow, SampleValueRow


class Efforts:
    """What operators did, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, document: DocumentId, effort: Effort, *, by: str, at: datetime) -> None:
        """A stretch of work at a document; KeyError for no such document."""
        if self._session.get(DocumentRow, document) is None:
            raise KeyError(document)
        row = EffortRow(
            document_id=document, by=by, at=at, keystrokes=effort.keystrokes, active_ms=effort.active_ms
        )
        self._session.add(row)
        self._session.flush()

    def by_person(self, since: datetime | None) -> tuple[tuple[str, Effort], ...]:
        """Keys and time of each person, from a moment on."""
        asked = select(EffortRow.by, func.sum(EffortRow.keystrokes), func.sum(EffortRow.active_ms))
        if since is not None:
            asked = asked.where(EffortRow.at >= since)
        rows = self._session.execute(asked.group_by(EffortRow.by))
        return tuple((by, Effort(int(keys), int(time_ms))) for by, keys, time_ms in rows)

    def given(self, since: datetime | None) -> Iterator[Given]:
        """Every answer from a moment on, in the order in which they were given."""
        asked = select(
            VerificationRow.document_id,
            VerificationRow.path,
            VerificationRow.by,
            VerificationRow.state,
            VerificationRow.text,
        ).order_by(VerificationRow.sequence)
        if since is not None:
            asked = asked.where(VerificationRow.at >= since)
        for document, path, by, state, text in self._session.execute(asked):
            found = State(state) if state is not None else None
            yield Given(DocumentId(document), FieldPath.parse(path), by, found, text)

    def judged(self, since: datetime | None) -> Iterator[tuple[str, bool]]:
        """Of each sampled value who had typed it ("" the machine), and whether it was right at last."""
        last = select(func.max(JudgementRow.sequence)).group_by(JudgementRow.sample_id, JudgementRow.number)
        asked = (
            select(SampleValueRow.by, JudgementRow.right)
            .join_from(
                JudgementRow,
                SampleValueRow,
                (SampleValueRow.sample_id == JudgementRow.sample_id)
                & (SampleValueRow.number == JudgementRow.number),
            )
            .where(JudgementRow.sequence.in_(last))
        )
        if since is not None:
            asked = asked.where(JudgementRow.at >= since)
        for row in self._session.execute(asked):
            yield row.by, row.right
