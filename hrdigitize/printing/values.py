"""What is printed for a value: its text as approved, nothing for a blank, a word for the illegible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrdigitize import messages
from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Cadre, FieldPath
from hrdigitize.domain.vietnamese import nfc


def printed_text(cadre: Cadre, path: FieldPath) -> str:
    """The text to print in NFC; "" for a blank and for what the record does not have."""
    found = cadre.values.get(path)
    if found is None or found.answer.state is State.BLANK:
        return ""
    if found.answer.state is State.ILLEGIBLE:
        # Dots would say that the paper was left blank there.
        return messages.sentence("printed-illegible", {})
    return nfc(found.answer.text)


def printed_rows(cadre: Cadre, table: str) -> Sequence[Mapping[str, str]]:
    """The rows of a table, column key -> text, in the order of their numbers."""
    rows: dict[int, dict[str, str]] = {}
    for path in cadre.values:
        if path.table == table:
            rows.setdefault(path.row, {})[path.field] = printed_text(cadre, path)
    return [rows[number] for number in sorted(rows)]
