"""What a generated form promises: the same seed the same form, and a truth that stands on the paper."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from tests.generator.faces import FAMILIES
from tests.generator.generating import (
    FORM_ID,
    SEEDS_OF_A_USE,
    TEST,
    TUNE,
    PrintedForm,
    generate,
    print_form,
    use_of,
)
from tests.generator.layouts import LAYOUTS

_FACES = {name: "liberation-mono" if layout.mono else "liberation-serif" for name, layout in LAYOUTS.items()}
_SEEDS = range(7_000, 7_006)


def _printed(seed: int, layout: str) -> PrintedForm:
    return print_form(seed, layout=layout, font=_FACES[layout])


def _unspaced(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def definition() -> FormDef:
    return load_forms()[FORM_ID]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not() -> None:
    first = generate(7_001, 2, layout="reprint", font="liberation-sans")
    again = generate(7_001, 2, layout="reprint", font="liberation-sans")
    other = generate(7_002, 2, layout="reprint", font="liberation-sans")
    assert first == again
    assert first.truth != other.truth


@pytest.mark.parametrize(("level", "dpi", "width"), [(0, 300, 2480), (1, 300, 2480), (2, 200, 1653)])
def test_pages_are_jpeg_scans_of_an_a4_sheet(level: int, dpi: int, width: int) -> None:
    form = generate(7_003, level, layout="reprint", font="liberation-serif")
    for page in form.pages:
        with Image.open(io.BytesIO(page)) as picture:
            assert picture.format == "JPEG"
            assert picture.info["dpi"] == (dpi, dpi)
            assert abs(picture.width - width) <= 1


def test_the_level_changes_the_scan_and_not_the_truth() -> None:
    clean, worn = (generate(7_004, level, layout="office", font="liberation-serif") for level in (0, 1))
    assert clean.truth == worn.truth
    assert clean.pages != worn.pages


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_truth_has_the_fields_and_tables_of_the_form(layout: str, definition: FormDef) -> None:
    for seed in _SEEDS:
        form = _printed(seed, layout)
        truth = form.written.truth(form.laid.labelled)
        keys = {key for key in truth if "__" not in key}
        wanted = {*definition.fields, *definition.tables}
        assert keys <= wanted
        assert wanted - keys <= {"personnel_number"}, "only this label is missing on some printings"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_rows_of_the_truth_have_the_columns_of_the_table(layout: str, definition: FormDef) -> None:
    form = _printed(7_000, layout)
    for name, table in definition.tables.items():
        for row in form.written.tables[name]:
            assert {key for key in row if "__" not in key} == {column.key for column in table.columns}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_value_of_the_truth_is_drawn(layout: str) -> None:
    for seed in _SEEDS:
        form = _printed(seed, layout)
        for key, text in _values(form).items():
            drawn = "".join(form.laid.printed.get(key, ()))
            assert _unspaced(drawn) == _unspaced(text), (seed, key)


def _values(form: PrintedForm) -> dict[str, str]:
    """Field or table[row].column -> the truth's text."""
    found: dict[str, str] = {}
    for key, value in form.written.truth(form.laid.labelled).items():
        if isinstance(value, list):
            for number, row in enumerate(value):
                found |= {
                    f"{key}[{number}].{column}": text for column, text in row.items() if "__" not in column
                }
        elif "__" not in key:
            found[key] = str(value)
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_print_stays_on_the_paper(layout: str) -> None:
    """Nothing reaches the outer five millimetres: no value is cut off."""
    for seed in _SEEDS:
        for page in _printed(seed, layout).laid.pages:
            ink = Image.eval(page, lambda grey: 255 if grey < 128 else 0).getbbox()
            if ink is None:
                continue
            left, top, right, bottom = ink
            assert min(left, top, page.width - right, page.height - bottom) > 59


def test_what_is_tuned_on_and_what_is_measured_on_share_no_seed_and_not_all_faces() -> None:
    assert use_of(TUNE.first_seed) is TUNE
    assert use_of(TUNE.first_seed + SEEDS_OF_A_USE - 1) is TUNE
    assert use_of(TEST.first_seed) is TEST
    assert set(TEST.layouts) - set(TUNE.layouts)
    assert {*TEST.fonts, *TEST.mono_fonts} - {*TUNE.fonts, *TUNE.mono_fonts}


def test_a_seed_of_no_use_is_refused() -> None:
    with pytest.raises(ValueError, match="no use has the seed"):
        use_of(-1)


def test_every_layout_and_face_of_a_use_exists() -> None:
    for use in (TUNE, TEST):
        assert set(use.layouts) <= set(LAYOUTS)
        assert {*use.fonts, *use.mono_fonts} <= set(FAMILIES)
        mono = any(LAYOUTS[name].mono for name in use.layouts)
        assert mono == bool(use.mono_fonts)
