"""The audit log: who did what to what and when, each line chained to the one before (`store.chain`)."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import String, Text, cast, select, type_coerce
from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import AuditEntry
from hrdigitize.store.anchors import unheld
from hrdigitize.store.chain import START, Anchor, Link, chained, first_break
from hrdigitize.store.models import AuditRow

#: Rows fetched at a time: a log of years does not lie in memory as a whole.
_AT_A_TIME = 2000


class AuditLog:
    """Appends and reads; nothing here changes or removes an entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, entry: AuditEntry) -> None:
        """Writes the entry behind the last one; its sequence is given here."""
        sequence, previous = self._last()
        link = _link(replace(entry, sequence=sequence + 1))
        self._session.add(
            AuditRow(
                sequence=link.sequence,
                at=entry.at,
                actor=link.actor,
                role=link.role,
                action=link.action,
                subject=link.subject,
                detail=dict(link.detail),
                hash=chained(previous, link),
            )
        )

    def head(self) -> Anchor:
        """The log as it is now: its last entry, and its first one; (0, zeros) for an empty log."""
        return Anchor(*self._last(), self._hash_at(1) or b"")

    def unheld(self, anchor: Anchor) -> str | None:
        """Why the log does not hold an earlier head; None where it does. See `anchors.unheld`."""
        return unheld(anchor, self.head(), self._hash_at(anchor.sequence))

    def last(self, action: str) -> AuditEntry | None:
        """The newest entry of this action; None where there is none."""
        rows = select(AuditRow).where(AuditRow.action == action).order_by(AuditRow.sequence.desc()).limit(1)
        row = self._session.scalars(rows).one_or_none()
        return _entry(row) if row is not None else None

    def newest(self) -> AuditEntry | None:
        """The last entry that was written, whatever its date; None for an empty log."""
        row = self._session.scalars(
            select(AuditRow).order_by(AuditRow.sequence.desc()).limit(1)
        ).one_or_none()
        return _entry(row) if row is not None else None

    def entries(self) -> Iterator[AuditEntry]:
        """All entries, oldest first."""
        rows = select(AuditRow).order_by(AuditRow.sequence)
        with self._session.execute(rows, execution_options={"yield_per": _AT_A_TIME}) as found:
            for row in found.scalars():
                yield _entry(row)

    def first_break(self, anchor: Anchor | None = None) -> int | None:
        """The sequence at which the chain does not hold, None where it does; as `chain.first_break`."""
        # Whoever finds a break reads no further: what was opened for the rest is closed here.
        with contextlib.closing(self._links()) as links:
            return first_break(links, anchor)

    def _last(self) -> tuple[int, bytes]:
        columns = select(AuditRow.sequence, AuditRow.hash).order_by(AuditRow.sequence.desc()).limit(1)
        last = self._session.execute(columns).one_or_none()
        return (last.sequence, last.hash) if last is not None else (0, START)

    def _hash_at(self, sequence: int) -> bytes | None:
        return self._session.scalar(select(AuditRow.hash).where(AuditRow.sequence == sequence))

    def _links(self) -> Generator[Link, None, None]:
        """The entries as they are stored, moments as text: what is hashed is what lies there."""
        columns = select(
            AuditRow.sequence,
            type_coerce(AuditRow.at, String),
            AuditRow.actor,
            AuditRow.role,
            AuditRow.action,
            AuditRow.subject,
            # Not coerced: PostgreSQL's driver would hand over what it made of the text.
            cast(AuditRow.detail, Text),
            AuditRow.hash,
        ).order_by(AuditRow.sequence)
        with self._session.execute(columns, execution_options={"yield_per": _AT_A_TIME}) as rows:
            for row in rows:
                yield Link(*row[:6], json.loads(row[6]), row[7])


def _entry(row: AuditRow) -> AuditEntry:
    actor = Actor(row.actor, Role(row.role))
    return AuditEntry(row.sequence, row.at, actor, row.action, row.subject, row.detail)


def _link(entry: AuditEntry) -> Link:
    return Link(
        entry.sequence,
        _moment(entry.at),
        entry.actor.name,
        entry.actor.role.value,
        entry.action,
        entry.subject,
        entry.detail,
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
