"""The record's own tables: what fills them has the same keys, and every name stands in both languages."""

from __future__ import annotations

from hrdigitize import messages
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.record_tables import DECISIONS, RATINGS, known_by, record_tables


def test_a_decision_s_columns_are_the_fields_of_the_form_that_fills_them() -> None:
    fields = load_forms()["decision"].fields
    for column in record_tables()[DECISIONS].definition.columns:
        assert (column.type, column.label) == (fields[column.key].type, fields[column.key].label)


def test_no_form_has_a_table_of_the_same_name() -> None:
    assert not [form.id for form in load_forms().values() if form.tables.keys() & record_tables().keys()]


def test_every_column_has_its_name_in_both_languages_and_nothing_else_has_one() -> None:
    expected = {f"record-{key}" for key in record_tables()} | {
        f"record-{key}-{column.key}"
        for key, own in record_tables().items()
        for column in own.definition.columns
    }
    assert {code for code in messages.codes() if code.startswith("record-")} >= expected
    named = [code for code in messages.codes() if code.startswith(("record-decisions", "record-ratings"))]
    assert set(named) == expected


def test_what_a_row_is_known_and_dated_by_are_columns_of_it() -> None:
    for own in record_tables().values():
        assert {column.key for column in own.definition.columns} >= {*own.known_by, *own.dated_by}
    assert (known_by(DECISIONS), known_by(RATINGS), known_by("training")) == (("number", "issued_on"), (), ())
