"""The order in which things came. Time never orders records: a clock may be set back."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.store.models import CadreRow, DocumentRow


def next_arrival(session: Session, table: type[CadreRow | DocumentRow]) -> int:
    """The number behind the last one; units of work take turns, so nobody else takes it meanwhile."""
    return int(session.scalar(select(func.coalesce(func.max(table.arrival), 0))) or 0) + 1
