"""A made-up cadre with something in every field and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from hrdigitize.domain.reading import State
from hrdigitize.domain.record import Answer, Cadre, CadreId, FieldPath, RecordValue
from hrdigitize.formdefs.model import FormDef

PRINTED_AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def cadre(form: FormDef, answers: Mapping[FieldPath, Answer]) -> Cadre:
    """A cadre with these answers in the record."""
    values = {path: RecordValue(path, answer, None, "lan", PRINTED_AT) for path, answer in answers.items()}
    return Cadre(CadreId("0190"), form.id, values)


def given_text(text: str) -> Answer:
    return Answer(State.VALUE, text, text)


def full_answers(form: FormDef, *, rows: int = 3) -> dict[FieldPath, Answer]:
    """Something different everywhere, so that a value printed in the wrong place is noticed missing."""
    answers = {FieldPath(key): given_text(f"Giá trị số {n}") for n, key in enumerate(form.fields, start=100)}
    answers[FieldPath("full_name")] = given_text("NGUYỄN THỊ KIỀU OANH")
    answers[FieldPath("birth_date")] = given_text("06 tháng 07 năm 1970")
    answers[FieldPath("weight")] = given_text("57")
    answers[FieldPath("native_place")] = given_text(
        "thôn Đoài, xã Phượng Cách, huyện Quỳnh Nhai, tỉnh Đồng Tháp Mười, nay là xã Ếch Ộp"
    )
    answers[FieldPath("assessment")] = given_text(
        "Có phẩm chất tốt; hoàn thành tốt nhiệm vụ & <được> tín nhiệm."
    )
    for number, (key, table) in enumerate(form.tables.items()):
        for row in range(rows):
            for place, column in enumerate(table.columns):
                path = FieldPath(column.key, key, row)
                answers[path] = given_text(f"Ô{number}{place}-{row}")
    return answers


def texts(answers: Mapping[FieldPath, Answer]) -> Sequence[str]:
    return [answer.text for answer in answers.values()]
