"""Acceptance before calibration: when a reading may stand without a person looking.

Only where the engine is surer than a high fixed limit, the label was found beyond doubt, the type
parses, and nothing else speaks against it. Everything else is doubtful, with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hrdigitize.domain.reading import Doubt, FieldReading, Finding, FormReading, Row

#: The engine's lowest word confidence from which a value may be accepted (fixed until calibration).
CONFIDENCE_LIMIT = 0.95
#: A label less similar than this to any known wording may be another label.
LABEL_LIMIT = 0.88


def doubts_of(
    confidence: float, label_similarity: float, typed: Sequence[Doubt], *, blank: bool, inked: bool
) -> tuple[Doubt, ...]:
    """Every reason against accepting a reading; none means that it is accepted."""
    found = list(typed)
    if label_similarity < LABEL_LIMIT:
        found.append(Doubt("doubt-label-weak"))
    if blank and inked:
        found.append(Doubt("doubt-no-text-but-ink"))
    if not blank and confidence < CONFIDENCE_LIMIT:
        found.append(Doubt("doubt-low-confidence"))
    return tuple(found)


def with_findings(reading: FormReading, findings: Sequence[Finding]) -> FormReading:
    """The reading with its findings; a field that a finding speaks against is not accepted any more."""
    against = {path for finding in findings for path in finding.fields}
    fields = {key: _doubted(field, key in against) for key, field in reading.fields.items()}
    tables = {
        key: tuple(_doubted_row(key, index, row, against) for index, row in enumerate(rows))
        for key, rows in reading.tables.items()
    }
    return replace(reading, fields=fields, tables=tables, findings=tuple(findings))


def _doubted_row(table: str, index: int, row: Row, against: set[str]) -> Row:
    return {key: _doubted(cell, f"{table}/{index}/{key}" in against) for key, cell in row.items()}


def _doubted(reading: FieldReading, spoken_against: bool) -> FieldReading:  # noqa: FBT001 - one private flag
    if not spoken_against:
        return reading
    return replace(reading, accepted=False, doubts=(*reading.doubts, Doubt("doubt-finding")))
