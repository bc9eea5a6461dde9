"""The audit log: a chain in which every entry's hash covers the entry and the hash before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC

from sqlalchemy import select
from sqlalchemy.orm import Session

from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.record import AuditEntry
from hrdigitize.store.models import AuditRow

_DOMAIN = b"hrdigitize/audit/1\n"
_START = bytes(32)


class AuditLog:
    """Appends and reads; nothing here changes or removes an entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def append(self, entry: AuditEntry) -> None:
        """Writes the entry behind the last one; its sequence is given here."""
        last = self._session.scalars(select(AuditRow).order_by(AuditRow.sequence.desc()).limit(1)).first()
        sequence, previous = (last.sequence + 1, last.hash) if last else (1, _START)
        row = AuditRow(
            sequence=sequence,
            at=entry.at,
            actor=entry.actor.name,
            role=entry.actor.role.value,
            action=entry.action,
            subject=entry.subject,
            detail=dict(entry.detail),
        )
        row.hash = _chained(previous, row)
        self._session.add(row)

    def entries(self) -> Iterator[AuditEntry]:
        """All entries, oldest first."""
        for row in self._session.scalars(select(AuditRow).order_by(AuditRow.sequence)):
            yield _entry(row)

    def first_break(self) -> int | None:
        """The sequence at which the chain does not hold, None where it holds from the first to the last."""
        previous = _START
        rows = self._session.scalars(select(AuditRow).order_by(AuditRow.sequence))
        for expected, row in enumerate(rows, start=1):
            if row.sequence != expected or row.hash != _chained(previous, row):
                return expected
            previous = row.hash
        return None


def _entry(row: AuditRow) -> AuditEntry:
    actor = Actor(row.actor, Role(row.role))
    return AuditEntry(row.sequence, row.at, actor, row.action, row.subject, row.detail)


def _chained(previous: bytes, row: AuditRow) -> bytes:
    """SHA-256(domain, previous hash, entry as JSON with sorted keys and no spaces)."""
    entry = {
        "sequence": row.sequence,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": row.actor,
        "role": row.role,
        "action": row.action,
        "subject": row.subject,
        "detail": row.detail,
    }
    canonical = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(_DOMAIN + previous + canonical.encode()).digest()
