"""Findings in a form.toml: all at once, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrdigitize import bundle
from hrdigitize.domain.faults import UserFault
from hrdigitize.formdefs.checking import check_forms
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.messages import LANGUAGES

GOOD = """\
id = "small"
name = "Mẫu nhỏ"
source = "Quyết định 1"
valid_from = 2008-10-06
marks = ["Mẫu nhỏ"]
title = ["MẪU NHỎ"]

[groups]
person = "Bản thân"

[fields.full_name]
type = "name"
label = "Họ và tên"
group = "person"

[tables.training]
label = "Đào tạo"
group = "person"

[[tables.training.columns]]
key = "school"
type = "text"
label = "Trường"
headers = ["Tên trường"]

[[labels]]
field = "full_name"
texts = ["Họ và tên"]

[[labels]]
table = "training"
texts = ["Đào tạo"]

[[labels]]
end = true
texts = ["Người khai"]

[[print]]
kind = "line"
text = "1) Họ và tên: {full_name} | "

[[print]]
kind = "table"
target = "training"
options = { widths = "100" }
"""


def _write(folder: Path, text: str, *, name: str = "small") -> Path:
    path = folder / name / "form.toml"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


def _line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if part in line)


def test_a_good_form(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    assert check_forms(tmp_path) == ()
    form = load_forms(tmp_path)["small"]
    assert form.tables["training"].columns[0].headers == ("Tên trường",)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "small"', 'id = "other"', "form-id-not-folder"),
        ('name = "Mẫu nhỏ"', 'nome = "Mẫu nhỏ"', "form-unknown-key"),
        ('source = "Quyết định 1"', "source = 1", "form-not-text"),
        ('source = "Quyết định 1"', 'source = " "', "form-empty"),
        ("valid_from = 2008-10-06", 'valid_from = "2008-10-06"', "form-not-date"),
        ("valid_from = 2008-10-06", "valid_from = 2008-10-06T08:00:00", "form-not-date"),
        ('marks = ["Mẫu nhỏ"]', "marks = []", "form-empty"),
        ('marks = ["Mẫu nhỏ"]', 'marks = "Mẫu nhỏ"', "form-not-list"),
        ('marks = ["Mẫu nhỏ"]', 'marks = ["Mẫu nhỏ"]\nvalid_to = 2007-01-01', "form-validity-reversed"),
        ('marks = ["Mẫu nhỏ"]', 'marks = ["Mẫu nhỏ"]\nunlabelled = ["age"]', "form-unlabelled-unknown"),
        ('type = "name"', 'type = "nom"', "form-unknown-type"),
        ('type = "name"', 'type = "list:colour"', "form-unknown-detail"),
        ('type = "text"', 'type = "texts"', "form-unknown-type"),
        ('group = "person"', 'group = "persons"', "form-unknown-group"),
        ('key = "school"', 'ky = "school"', "form-unknown-key"),
        ('field = "full_name"', 'field = "fulname"', "form-label-unknown-field"),
        ('table = "training"', 'table = "trainings"', "form-label-unknown-table"),
        ("end = true", 'end = "yes"', "form-not-boolean"),
        ('texts = ["Họ và tên"]', 'texts = ["Họ và tên", "Họ và tên"]', "form-text-twice"),
        ('texts = ["Họ và tên"]', 'texts = ["1) Họ và tên"]', "form-text-punctuated"),
        ('texts = ["Họ và tên"]', 'texts = ["Họ và tên:"]', "form-text-punctuated"),
        ('kind = "line"', 'kind = "lines"', "form-print-unknown-kind"),
        ('kind = "line"', 'kind = "line"\ntarget = "full_name"', "form-print-no-target"),
        ('target = "training"', 'target = "full_name"', "form-print-unknown-table"),
        ("{full_name}", "{full_name} {age}", "form-print-unknown-place"),
        ('{ widths = "100" }', '{ widths = "50 50" }', "form-print-widths"),
        ('{ widths = "100" }', '{ widths = "all" }', "form-print-wrong-option"),
        ('{ widths = "100" }', '{ width = "100" }', "form-print-unknown-option"),
    ],
)
def test_a_finding_and_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = GOOD.replace(old, new, 1)
    path = _write(tmp_path, text)
    found = {(finding.code, finding.line) for finding in check_forms(tmp_path)}
    assert (code, _line_of(text, new.splitlines()[-1])) in found
    assert {finding.file for finding in check_forms(tmp_path)} == {str(path)}


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('label = "Họ và tên"\n', "", "form-missing-key", "[fields.full_name]"),
        ('field = "full_name"\n', "", "form-field-without-label", "[fields.full_name]"),
        ('field = "full_name"\n', "", "form-label-part", "[[labels]]"),
        ('table = "training"\n', "heading = true\n", "form-table-without-label", "[tables.training]"),
        ("1) Họ và tên: {full_name} | ", "Họ và tên", "form-print-without-field", "[fields.full_name]"),
        ('text = "1) Họ và tên: {full_name} | "\n', "", "form-print-needs-text", "[[print]]"),
        ('kind = "line"', 'kind = "photo"', "form-print-missing-option", "[[print]]"),
    ],
)
def test_what_is_missing_is_told_where_it_belongs(
    tmp_path: Path, old: str, new: str, code: str, line: str
) -> None:
    text = GOOD.replace(old, new, 1)
    _write(tmp_path, text)
    found = {(finding.code, finding.line) for finding in check_forms(tmp_path)}
    assert (code, _line_of(text, line)) in found


def test_a_column_twice(tmp_path: Path) -> None:
    column = GOOD[GOOD.index("[[tables.training.columns]]") : GOOD.index("[[labels]]")]
    text = GOOD.replace(column, column + column)
    _write(tmp_path, text)
    assert ("form-column-twice", _line_of(text, column.splitlines()[1]) + 6) in {
        (finding.code, finding.line) for finding in check_forms(tmp_path)
    }


def test_two_labels_in_a_row_for_the_same_table(tmp_path: Path) -> None:
    text = GOOD.replace("end = true", 'table = "training" # again')
    _write(tmp_path, text)
    (finding,) = check_forms(tmp_path)
    assert (finding.code, finding.line) == ("form-label-twice", _line_of(text, "# again"))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('table = "training"', 'table = "training"\ncolumns = ["scool"]', "form-label-unknown-column"),
        ('table = "training"', 'table = "training"\ncolumns = ["school", "school"]', "form-column-twice"),
        ("# sets", 'sets = { part = "1" }', "form-label-unknown-column"),
        ("# sets", 'sets = { school = "1" }', "form-label-sets-printed"),
        ('table = "training"', 'table = "training"\nsets = { school = "1" }', "form-label-stray-columns"),
        ('field = "full_name"', 'field = "full_name"\ncolumns = ["school"]', "form-label-stray-columns"),
        ('table = "training"', 'table = "training"\nabove = true', "form-label-stray-option"),
        ("end = true", "end = true\nboxes = 4", "form-label-stray-option"),
        ('field = "full_name"', 'field = "full_name"\nboxes = 1', "form-wrong-value"),
        ("end = true", 'end = true\nsentences = ["Họ: …"]', "form-label-stray-option"),
        ('field = "full_name"', 'field = "full_name"\nsentences = ["Họ:"]', "form-sentence-without-blank"),
        (
            'field = "full_name"',
            'field = "full_name"\nsentences = ["… , …"]',
            "form-sentence-blanks-together",
        ),
        ('field = "full_name"', 'field = "full_name"\nsentences = ["…", "…"]', "form-sentence-without-head"),
        ("end = true", 'end = true\nsets = { school = "1" }', "form-label-stray-columns"),
    ],
)
def test_columns_under_a_label(tmp_path: Path, old: str, new: str, code: str) -> None:
    good = GOOD.replace('table = "training"\n', 'table = "training"\ncolumns = ["school"]\n# sets\n', 1)
    text = (good if old == "# sets" else GOOD).replace(old, new, 1)
    _write(tmp_path, text)
    (finding,) = check_forms(tmp_path)
    assert (finding.code, finding.line) == (code, _line_of(text, new.splitlines()[-1]))
    assert all(finding.message(language=language) for language in LANGUAGES)


def test_a_table_printed_in_parts_has_a_label_for_each(tmp_path: Path) -> None:
    column = '[[tables.training.columns]]\nkey = "part"\ntype = "text"\nlabel = "Mục"\nheaders = ["Mục"]\n\n'
    part = '[[labels]]\ntable = "training"\ncolumns = ["school"]\nsets.part = "{0}"\ntexts = ["Phần {0}"]\n\n'
    text = GOOD.replace("[[labels]]", column + "[[labels]]", 1).replace('"100"', '"80 20"')
    text = text.replace("[[labels]]\nend", part.format("một") + part.format("hai") + "[[labels]]\nend")
    _write(tmp_path, text)
    assert check_forms(tmp_path) == ()
    whole, first, second = load_forms(tmp_path)["small"].labels[1:4]
    assert (whole.columns, dict(whole.sets)) == ((), {})
    assert (first.columns, dict(first.sets)) == (("school",), {"part": "một"})
    assert dict(second.sets) == {"part": "hai"}


def test_a_field_may_be_labelled_at_two_places(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace("end = true", 'field = "full_name"'))
    assert check_forms(tmp_path) == ()


def test_a_moment_is_no_day(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace("2008-10-06", "2008-10-06T08:00:00\nvalid_to = 2007-01-01"))
    assert [finding.code for finding in check_forms(tmp_path)] == ["form-not-date"]


def test_all_findings_at_once_and_in_order(tmp_path: Path) -> None:
    text = (
        GOOD.replace("valid_from = 2008-10-06", "valid_from = 7")
        .replace('type = "name"', 'type = "nom"')
        .replace('label = "Trường"', "lable = 1")
        .replace('table = "training"', 'table = "school"')
        .replace('target = "training"', 'target = "school"')
    )
    _write(tmp_path, text)
    findings = check_forms(tmp_path)
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)
    assert {finding.code for finding in findings} == {
        "form-not-date",
        "form-unknown-type",
        "form-unknown-key",
        "form-missing-key",
        "form-label-unknown-table",
        "form-table-without-label",
        "form-print-unknown-table",
        "form-print-without-table",
    }


def test_a_malformed_part_makes_no_other_findings(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace('label = "Họ và tên"', "label = 1"))
    assert [finding.code for finding in check_forms(tmp_path)] == ["form-not-text"]


def test_findings_of_all_forms(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    _write(tmp_path, GOOD, name="second")
    (tmp_path / "third").mkdir()
    assert [finding.code for finding in check_forms(tmp_path)] == ["form-id-not-folder", "form-file-missing"]


def test_repeated_keys_are_all_told(tmp_path: Path) -> None:
    text = GOOD.replace('name = "Mẫu nhỏ"', 'name = "Mẫu nhỏ"\nname = "Mẫu"').replace(
        "end = true", "end = true\nend = true"
    )
    _write(tmp_path, text)
    assert [(finding.code, finding.line) for finding in check_forms(tmp_path)] == [
        ("form-key-twice", 3),
        ("form-key-twice", _line_of(text, "end = true") + 1),
    ]


def test_broken_syntax(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace('type = "name"', 'type = "name'))
    (finding,) = check_forms(tmp_path)
    assert (finding.code, finding.line) == ("form-syntax", _line_of(GOOD, 'type = "name"'))


def test_unfinished_file(tmp_path: Path) -> None:
    _write(tmp_path, GOOD + "\n[[labels]]\ntexts = [")
    (finding,) = check_forms(tmp_path)
    assert (finding.code, finding.line) == ("form-syntax", len(GOOD.splitlines()) + 3)


def test_no_text_at_all(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD)
    path.write_bytes(b"\xff\xfe\x00")
    assert [finding.code for finding in check_forms(tmp_path)] == ["form-not-utf8"]


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_forms(tmp_path: Path, name: str) -> None:
    assert [finding.code for finding in check_forms(tmp_path / name)] == ["form-none"]


def test_findings_have_sentences(tmp_path: Path) -> None:
    _write(tmp_path, GOOD.replace('type = "name"', 'type = "{nom}"').replace("end = true", "end = 1"))
    findings = check_forms(tmp_path)
    assert len(findings) == 2
    for language in LANGUAGES:
        assert "{nom}" in findings[0].message(language=language)
        assert "labels.2.end" in findings[1].message(language=language)


def test_a_faulty_form_is_not_loaded(tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD.replace('type = "name"', 'type = "nom"'))
    with pytest.raises(UserFault) as caught:
        load_forms(tmp_path)
    assert caught.value.code == "form-definitions-faulty"
    assert caught.value.params == {"file": str(path), "line": "12", "count": "1"}


def test_the_programs_own_forms_are_well_and_loaded_once() -> None:
    assert check_forms(bundle.forms()) == ()
    assert load_forms() is load_forms()
