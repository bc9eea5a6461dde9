"""The record's own tables: what every record can hold, whatever form it began with.

Columns are spelled as in a form.toml; their names on screen stand in `resources/messages/record.toml`
(`record-decisions-number`), for they are shown in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from hrdigitize.formdefs.model import ColumnDef, TableDef
from hrdigitize.formdefs.types import parse_type
from hrdigitize.messages import sentence

DECISIONS, RATINGS = "decisions", "ratings"

#: Keys and types of the form `decision`, whose papers fill the table. What records of acts under 377-QĐ/TW
#: and the offices' HR systems have in common: kind, number, both dates, agency, signer, old and new post.
#: Grounds and recipients stay with the paper.
_DECISION_COLUMNS = {
    "kind": "list:act",
    "number": "code:document_number",
    "issued_on": "date",
    "effective_on": "date",
    "issuing_agency": "text",
    "subject": "text",
    "person_from": "text",
    "person_to": "text",
    "signer_title": "text",
    "signer": "name",
}
#: After KL 198-KL/TW (quarterly, yearly, ad hoc), QĐ 366-QĐ/TW, NĐ 335/2025 and Hà Nội's monthly ratings.
#: Points are of 100, hence a percentage: a decimal has two figures before its point at most.
_RATING_COLUMNS = {
    "period": "text:rating_period",
    "scope": "list:rating_scope",
    "self_level": "list:rating",
    "level": "list:rating",
    "self_points": "percent",
    "points": "percent",
    "rated_by": "text",
    "number": "code:document_number",
    "issued_on": "date",
    "remarks": "text",
    "recommendation": "text",
}


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table of the record.

    known_by: columns by which a thing is known; two rows alike in all of them are about one thing. dated_by:
    the columns that say when, the first that has a value counts.
    """

    definition: TableDef
    known_by: tuple[str, ...]
    dated_by: tuple[str, ...]


@cache
def record_tables() -> Mapping[str, RecordTable]:
    """The record's own tables by their keys, in the order in which they are shown."""
    return MappingProxyType(
        {
            DECISIONS: RecordTable(
                _table(DECISIONS, _DECISION_COLUMNS), ("number", "issued_on"), ("issued_on", "effective_on")
            ),
            RATINGS: RecordTable(_table(RATINGS, _RATING_COLUMNS), (), ("period", "issued_on")),
        }
    )


def known_by(table: str) -> tuple[str, ...]:
    """The columns by which a row of this table is known; () for a table of a form."""
    own = record_tables().get(table)
    return own.known_by if own is not None else ()


def _table(key: str, columns: Mapping[str, str]) -> TableDef:
    return TableDef(
        key=key,
        label=sentence(f"record-{key}", {}),
        group="",
        columns=tuple(
            ColumnDef(column, parse_type(spelled), sentence(f"record-{key}-{column}", {}), ())
            for column, spelled in columns.items()
        ),
    )
