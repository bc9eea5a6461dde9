"""Form 2C-BNV/2008 as the program knows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from hrdigitize import bundle
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef, Kind, LabelDef, LabelPart

TABLE_COLUMNS = {
    "training": ["school", "major", "period", "mode", "degree"],
    "career": ["period", "post"],
    "family": ["relation", "name", "birth_year", "detail"],
    "family_in_law": ["relation", "name", "birth_year", "detail"],
    "salary_history": ["month", "code", "coefficient"],
}


@pytest.fixture(scope="module")
def form() -> FormDef:
    return load_forms()["2c-bnv-2008"]


def _label(form: FormDef, target: str) -> LabelDef:
    return next(label for label in form.labels if label.target == target)


def test_tables(form: FormDef) -> None:
    assert {key: [c.key for c in table.columns] for key, table in form.tables.items()} == TABLE_COLUMNS
    assert [key for key, table in form.tables.items() if table.transposed] == ["salary_history"]


def test_value_types(form: FormDef) -> None:
    assert len(form.fields) == 54
    assert form.fields["position_allowance"].type.or_word
    assert form.fields["id_number"].type.detail == "id"
    dates = [key for key, field in form.fields.items() if field.type.kind is Kind.DATE]
    assert len(dates) == 8


def test_labels_follow_the_printed_order(form: FormDef) -> None:
    order = [label.target for label in form.labels if label.part is LabelPart.FIELD]
    for earlier, later in [
        ("full_name", "other_names"),
        ("birth_date", "gender"),
        ("permanent_residence", "current_residence"),
        ("political_theory", "state_management"),
        ("id_number", "social_insurance_number"),
        ("foreign_relatives", "assessment"),
    ]:
        assert order.index(earlier) < order.index(later)
    assert form.labels[-1].part is LabelPart.END


def test_reprints_that_ask_for_informatics_first(form: FormDef) -> None:
    order = [label.target for label in form.labels]
    between = order.index("foreign_language")
    assert "informatics" in order[:between]
    assert "informatics" in order[between:]


@pytest.mark.parametrize(
    ("target", "wording"),
    [
        ("permanent_residence", "Nơi đăng ký bộ khẩu thường trú"),
        ("permanent_residence", "Nơi đăng ký hộ khẩu thường trú"),
        ("occupation_before_recruitment", "Nghề nghiệp trước khi được tuyển dụng"),
        ("health", "Tình trạng sức khỏe"),
        ("id_number", "Số CCCD"),
    ],
)
def test_variants_and_misprints(form: FormDef, target: str, wording: str) -> None:
    assert wording in _label(form, target).texts


def test_guidance_and_units_are_no_value(form: FormDef) -> None:
    assert "(viết chữ in hoa)" in _label(form, "full_name").hints
    assert "kg" in _label(form, "weight").suffixes


def test_all_texts_are_nfc() -> None:
    for path in sorted(bundle.forms().glob("*/form.toml")):
        assert unicodedata.is_normalized("NFC", path.read_text("utf-8")), path


def test_a_definition_cannot_be_changed(form: FormDef) -> None:
    for mapping in _mappings(form):
        with pytest.raises(TypeError):
            mapping["new"] = "x"  # type: ignore[index]


def _mappings(form: FormDef) -> Iterator[object]:
    yield from (form.groups, form.fields, form.tables, load_forms())
