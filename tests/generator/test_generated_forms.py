"""What a generated form promises: the same seed the same form, and a truth that stands on the paper."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from hrdigitize.formdefs.loading import load_forms
from hrdigitize.formdefs.model import FormDef
from tests.generator.faces import FAMILIES, HANDS
from tests.generator.generating import (
    CALIBRATE,
    EXAM,
    FORM_ID,
    FORMS,
    SEEDS_OF_A_USE,
    TEST,
    TUNE,
    USES,
    PrintedForm,
    form_of,
    generate,
    print_form,
    use_of,
)

_LAYOUTS = [(form_id, layout.name) for form_id, form in FORMS.items() for layout in form.layouts]
_SEEDS = range(7_000, 7_003)


def _printed(form_id: str, layout: str, seed: int) -> PrintedForm:
    mono = FORMS[form_id].layout(layout).mono
    font = "liberation-mono" if mono else "liberation-serif"
    return print_form(seed, form=form_id, layout=layout, font=font)


@pytest.fixture(scope="module", params=_LAYOUTS, ids="-".join)
def forms(request: pytest.FixtureRequest) -> tuple[PrintedForm, ...]:
    """Some forms of one layout; every layout in turn."""
    form_id, layout = request.param
    return tuple(_printed(form_id, layout, seed) for seed in _SEEDS)


def _bare(text: str) -> str:
    """Without spaces, and without the commas that a form's own words stand for."""
    return "".join(text.split()).replace(",", "")


@pytest.fixture(scope="module")
def definitions() -> Mapping[str, FormDef]:
    return load_forms()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not() -> None:
    first, again, other = (
        generate(seed, 2, form=FORM_ID, layout="reprint", font="liberation-sans")
        for seed in (7_001, 7_001, 7_002)
    )
    assert first == again
    assert first.truth != other.truth


@pytest.mark.parametrize(("level", "dpi", "width"), [(0, 300, 2480), (1, 300, 2480), (2, 200, 1653)])
def test_pages_are_jpeg_scans_of_an_a4_sheet(level: int, dpi: int, width: int) -> None:
    form = generate(7_003, level, form=FORM_ID, layout="reprint", font="liberation-serif")
    for page in form.pages:
        with Image.open(io.BytesIO(page)) as picture:
            assert picture.format == "JPEG"
            assert picture.info["dpi"] == (dpi, dpi)
            assert abs(picture.width - width) <= 1


def test_the_level_changes_the_scan_and_not_the_truth() -> None:
    clean, worn = (
        generate(7_004, level, form=FORM_ID, layout="office", font="liberation-serif") for level in (0, 1)
    )
    assert clean.truth == worn.truth
    assert clean.pages != worn.pages


def test_the_truth_has_the_fields_and_tables_of_the_form(
    forms: tuple[PrintedForm, ...], definitions: Mapping[str, FormDef]
) -> None:
    for form in forms:
        keys = {key for key in form.truth if "__" not in key}
        wanted = {*definitions[form.form].fields, *definitions[form.form].tables}
        assert keys <= wanted
        assert wanted - keys <= _NOT_ON_EVERY_PRINTING[form.form]


#: Fields and tables whose label some printing of the form, or every one, leaves out.
_NOT_ON_EVERY_PRINTING = {
    "2c-bnv-2008": {"personnel_number"},
    "2c-tctw-98": {"academic_title"},
    "syll-tt06-2023": {"awards", "discipline"},
    "hs02-vc-bnv": set(),
    "2-hsdv": {"family_in_law"},
}


def test_the_rows_of_the_truth_have_the_columns_of_the_table(
    forms: tuple[PrintedForm, ...], definitions: Mapping[str, FormDef]
) -> None:
    tables = [(form.truth, *one) for form in forms for one in definitions[form.form].tables.items()]
    for truth, name, table in tables:
        rows = truth.get(name, [])
        assert isinstance(rows, list)
        for row in rows:
            keys = {key for key in row if "__" not in key}
            columns = {column.key for column in table.columns}
            assert keys <= columns if "section" in columns else keys == columns


def test_every_value_of_the_truth_is_drawn(forms: tuple[PrintedForm, ...]) -> None:
    for form in forms:
        for key, text in _values(form).items():
            drawn = "".join(form.laid.printed.get(key, ()))
            wanted = "".join(form.written.answers.get(key, (text,)))
            assert _bare(drawn) == _bare(wanted), key


def _values(form: PrintedForm) -> dict[str, str]:
    """Field or table[row].column -> the truth's text; but for the part of a table, which is printed."""
    found: dict[str, str] = {}
    for key, value in form.truth.items():
        if isinstance(value, list):
            for number, row in enumerate(value):
                found |= {
                    f"{key}[{number}].{column}": text
                    for column, text in row.items()
                    if "__" not in column and column != "section"
                }
        elif "__" not in key:
            found[key] = str(value)
    return found


def test_print_stays_on_the_paper(forms: tuple[PrintedForm, ...]) -> None:
    """Nothing reaches the outer five millimetres: no value is cut off."""
    for form in forms:
        for page in form.laid.pages:
            ink = Image.eval(page, lambda grey: 255 if grey < 128 else 0).getbbox()
            if ink is None:
                continue
            left, top, right, bottom = ink
            assert min(left, top, page.width - right, page.height - bottom) > 59


def test_a_form_written_by_hand_says_the_same_in_other_letters() -> None:
    typed, written = (
        print_form(7_005, form=FORM_ID, layout="office", font="liberation-serif", hand=hand)
        for hand in (False, True)
    )
    assert typed.truth == written.truth
    assert typed.laid.pages[0].tobytes() != written.laid.pages[0].tobytes()
    for key, text in _values(written).items():
        assert _bare("".join(written.laid.printed.get(key, ()))) == _bare(text), key


def test_no_other_use_writes_with_the_hands_of_the_exam() -> None:
    for use in (TUNE, TEST, CALIBRATE):
        assert set(use.hands) <= set(HANDS)
        assert not set(EXAM.hands) & set(use.hands)


def test_a_use_spreads_its_seeds_evenly_over_the_forms() -> None:
    for first in (use.first_seed for use in USES.values()):
        assert {form_of(seed) for seed in range(first, first + len(FORMS))} == set(FORMS)


def test_what_is_tuned_on_and_what_is_measured_on_share_no_seed_and_not_all_faces() -> None:
    assert use_of(TUNE.first_seed) is TUNE
    assert use_of(TUNE.first_seed + SEEDS_OF_A_USE - 1) is TUNE
    assert use_of(TEST.first_seed) is TEST
    assert set(TEST.layouts) - set(TUNE.layouts)
    assert {*TEST.fonts, *TEST.mono_fonts} - {*TUNE.fonts, *TUNE.mono_fonts}


def test_a_seed_of_no_use_is_refused() -> None:
    with pytest.raises(ValueError, match="no use has the seed"):
        use_of(-1)


def test_every_use_has_a_layout_of_every_form_and_its_faces_exist() -> None:
    for use in USES.values():
        assert {*use.fonts, *use.mono_fonts} <= set(FAMILIES)
        layouts = [use.layouts_of(form) for form in FORMS.values()]
        assert all(layouts)
        mono = any(layout.mono for found in layouts for layout in found)
        assert mono == bool(use.mono_fonts)


def test_the_exam_shares_no_layout_and_no_face_with_any_other_use() -> None:
    for use in (TUNE, TEST, CALIBRATE):
        assert not set(EXAM.layouts) & set(use.layouts)
        assert not {*EXAM.fonts, *EXAM.mono_fonts} & {*use.fonts, *use.mono_fonts}
