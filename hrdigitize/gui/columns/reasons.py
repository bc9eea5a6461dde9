"""Why a row of a column is to be looked at, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hrdigitize.domain.oddness import OddCode
from hrdigitize.gui.columns.state import ColumnRow
from hrdigitize.gui.desk.reasons import reasons


def words_of(row: ColumnRow) -> str:
    """One line: what the machine doubts, then what is unlike the other rows."""
    said = reasons(row.entry, ()).splitlines() if row.entry is not None else []
    return " ".join([*said, *(_words(code) for code in row.oddness.codes)])


def _words(code: OddCode) -> str:
    match code:
        case OddCode.TWICE:
            return QCoreApplication.translate("Oddness", "Trùng với tài liệu khác.")
        case OddCode.YEAR:
            return QCoreApplication.translate("Oddness", "Năm cách xa các tài liệu khác.")
        case OddCode.SHAPE:
            return QCoreApplication.translate("Oddness", "Cách viết khác các tài liệu khác.")
        case OddCode.RARE:
            return QCoreApplication.translate("Oddness", "Hầu như không ai ghi như vậy.")
        case OddCode.BLANK:
            return QCoreApplication.translate("Oddness", "Các tài liệu khác đều có giá trị.")
        case OddCode.LENGTH:
            return QCoreApplication.translate("Oddness", "Dài hoặc ngắn hơn hẳn các tài liệu khác.")
