"""The layouts of form 2C-BNV/2008 (QĐ 02/2008/QĐ-BNV): printings that look nothing like one another."""

from __future__ import annotations

from random import Random

from tests.generator import styles
from tests.generator.blocks import Item, Row
from tests.generator.composing import Composer
from tests.generator.faces import Family
from tests.generator.forms import bnv2008_exam
from tests.generator.forms.bnv2008_words import DECREE, FORM_MARK, HINTS, PHOTO, TITLE, WORDS
from tests.generator.laying import Laid, Layout, StandardForm, begin, beside_photo, laid
from tests.generator.lines import Text
from tests.generator.typesetting import Sheets
from tests.generator.writing import Written, write


def _i(key: str, number: str = "", tab_mm: float = 0.0, *, inline: bool = False, suffix: str = "") -> Item:
    return Item(key, number, tab_mm, inline, suffix)


_PERSON = (
    Row((_i("full_name", "1", inline=True),)),
    Row((_i("other_names", "2"),)),
    Row((_i("birth_date", "3"), _i("gender", "", 96))),
    Row((_i("birth_place", "4"),)),
    Row((_i("native_place", "5"),)),
)

_OFFICIAL = (
    Row((_i("ethnicity", "6"), _i("religion", "7", 82))),
    Row((_i("permanent_residence", "8"),), ((8, "permanent_residence"),), 1),
    Row((_i("current_residence", "9"),), ((8, "current_residence"),)),
    Row((_i("occupation_before_recruitment", "10"),)),
    Row((_i("recruitment_date", "11"), _i("recruiting_agency", "", 76))),
    Row((_i("current_position", "12"),), ((20, "current_position"),), 1),
    Row((_i("main_duty", "13"),)),
    Row((_i("civil_service_rank", "14"), _i("rank_code", "", 112))),
    Row((_i("salary_grade"), _i("salary_coefficient", "", 50), _i("salary_from", "", 98))),
    Row((_i("position_allowance"), _i("other_allowance", "", 82))),
    Row((_i("general_education", "15.1", inline=True),)),
    Row((_i("highest_qualification", "15.2"),), ((10, "highest_qualification"),)),
    Row((_i("political_theory", "15.3"), _i("state_management", "15.4", 84))),
    Row(
        (_i("foreign_language", "15.5"), _i("informatics", "15.6", 100)),
        ((0, "foreign_language"), (100, "informatics")),
    ),
    Row((_i("party_joined_date", "16"), _i("party_official_date", "", 110))),
    Row((_i("organization_joined", "17"),), ((4, "organization_joined"),), 1),
    Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
    Row((_i("highest_title", "19"),), ((0, "highest_title"),)),
    Row((_i("work_strength", "20"),)),
    Row((_i("awards", "21"),), ((60, "awards"),)),
    Row((_i("discipline", "22"),), ((30, "discipline"),)),
    Row((_i("health", "23"), _i("height"), _i("weight", suffix="kg"), _i("blood_type"))),
    Row((_i("wounded_soldier_class", "24"), _i("policy_family", "", 66)), ((66, "policy_family"),)),
    Row((_i("id_number", "25"), _i("id_issue_date", "", 104))),
    Row((_i("social_insurance_number", "26"),)),
)

_OFFICE = (
    Row((_i("ethnicity", "6"), _i("religion", "7", 92))),
    Row((_i("permanent_residence", "8"),)),
    Row((_i("current_residence", "9"),)),
    Row((_i("occupation_before_recruitment", "10"),)),
    Row((_i("recruitment_date", "11"), _i("recruiting_agency", "", 72))),
    Row((_i("current_position", "12"),), ((6, "current_position"),)),
    Row((_i("main_duty", "13"),)),
    Row((_i("civil_service_rank", "14"), _i("rank_code", "", 106))),
    Row((_i("salary_grade"), _i("salary_coefficient", "", 52), _i("salary_from", "", 96))),
    Row((_i("position_allowance"), _i("other_allowance", "", 74))),
    Row((_i("general_education", "15.1", inline=True),)),
    Row((_i("highest_qualification", "15.2"),), ((0, "highest_qualification"),)),
    Row(
        (_i("political_theory", "15.3"), _i("state_management", "15.4", 82)),
        ((2, "political_theory"), (86, "state_management")),
    ),
    Row(
        (_i("foreign_language", "15.5"), _i("informatics", "15.6", 92)),
        ((0, "foreign_language"), (92, "informatics")),
    ),
    Row((_i("party_joined_date", "16"), _i("party_official_date"))),
    Row((_i("organization_joined", "17"),), ((0, "organization_joined"),)),
    Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
    Row((_i("highest_title", "19"),), ((0, "highest_title"),)),
    Row((_i("work_strength", "20"),)),
    Row((_i("awards", "21"), _i("discipline", "22", 88)), ((2, "awards"), (88, "discipline"))),
    Row((_i("health", "23"), _i("height"), _i("weight", suffix="kg"), _i("blood_type"))),
    Row((_i("wounded_soldier_class", "24"), _i("policy_family")), ((70, "policy_family"),)),
    Row((_i("id_number", "25"), _i("id_issue_date", "", 100))),
    Row((_i("social_insurance_number", "26"),)),
)

_REPRINT = (
    Row((_i("ethnicity", "6"), _i("religion", "7", 66))),
    Row((_i("permanent_residence", "8"),)),
    Row((_i("current_residence", "9"),)),
    Row((_i("occupation_before_recruitment", "10"),)),
    Row((_i("recruitment_date", "11"), _i("recruiting_agency", "", 66))),
    Row((_i("current_position", "12"),)),
    Row((_i("main_duty", "13"),)),
    Row((_i("civil_service_rank", "14"), _i("rank_code", "", 104))),
    Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
    Row((_i("position_allowance"), _i("other_allowance"))),
    Row((_i("general_education", "15.1"),)),
    Row((_i("highest_qualification", "15.2"),)),
    Row((_i("political_theory", "15.3"), _i("state_management", "15.4", 80))),
    Row((_i("foreign_language", "15.5"), _i("informatics", "15.6", 80))),
    Row((_i("party_joined_date", "16"), _i("party_official_date", "", 106))),
    Row((_i("organization_joined", "17"),)),
    Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
    Row((_i("highest_title", "19"),)),
    Row((_i("work_strength", "20"),)),
    Row((_i("awards", "21"),)),
    Row((_i("discipline", "22"),)),
    Row((_i("health", "23"), _i("height"), _i("weight", suffix="kg"), _i("blood_type"))),
    Row((_i("wounded_soldier_class", "24"), _i("policy_family"))),
    Row((_i("id_number", "25"), _i("id_issue_date", "", 98), _i("social_insurance_number", "26"))),
)

_TYPED = (
    *(Row((Item(item.key, item.number),)) for row in _PERSON for item in row.items),
    Row((_i("ethnicity", "6"), _i("religion", "7"))),
    Row((_i("permanent_residence", "8"),), (), 1),
    Row((_i("current_residence", "9"),)),
    Row((_i("occupation_before_recruitment", "10"),)),
    Row((_i("recruitment_date", "11"),)),
    Row((_i("recruiting_agency"),)),
    Row((_i("current_position", "12"),), (), 1),
    Row((_i("main_duty", "13"),)),
    Row((_i("civil_service_rank", "14"),)),
    Row((_i("rank_code"), _i("salary_grade"), _i("salary_coefficient"))),
    Row((_i("salary_from"),)),
    Row((_i("position_allowance"), _i("other_allowance"))),
    Row((_i("general_education", "15.1"),)),
    Row((_i("highest_qualification", "15.2"),)),
    Row((_i("political_theory", "15.3"),)),
    Row((_i("state_management", "15.4"),)),
    Row((_i("foreign_language", "15.5"),)),
    Row((_i("informatics", "15.6"),)),
    Row((_i("party_joined_date", "16"),)),
    Row((_i("party_official_date"),)),
    Row((_i("organization_joined", "17"),), ((0, "organization_joined"),)),
    Row((_i("enlistment_date", "18"), _i("discharge_date"))),
    Row((_i("highest_military_rank"),)),
    Row((_i("highest_title", "19"),)),
    Row((_i("work_strength", "20"),)),
    Row((_i("awards", "21"),)),
    Row((_i("discipline", "22"),)),
    Row((_i("health", "23"), _i("height"))),
    Row((_i("weight", suffix="kg"), _i("blood_type"))),
    Row((_i("wounded_soldier_class", "24"),)),
    Row((_i("policy_family"),)),
    Row((_i("id_number", "25"), _i("id_issue_date"))),
    Row((_i("social_insurance_number", "26"),)),
)

_SHARES = {
    "training": (34, 36, 34, 26, 34),
    "career": (44, 120),
    "family": (26, 40, 20, 78),
    "family_in_law": (26, 40, 20, 78),
}


def _agencies(composer: Composer, *, number: bool) -> None:
    composer.row(Row((_i("managing_agency"),)))
    composer.row(Row((_i("employing_agency"),)))
    if number:
        composer.row(Row((_i("personnel_number"),)))


def _second_part(composer: Composer, *, spare: int, lines: int, note: bool, columns: tuple[int, int]) -> None:
    """Items 27 to 32 and the foot: tables and free text."""
    rng = composer.rng

    def table(name: str) -> None:
        composer.table(
            name,
            _SHARES[name],
            spare_rows=rng.randint(0, spare),
            repeat=rng.random() < 0.5,
            split=rng.random() < 0.2,
        )

    composer.heading("training", "27")
    table("training")
    if note:
        composer.sheets.line(Text(HINTS["training"], "italic", size=0.88))
    composer.heading("career", "28")
    table("career")
    composer.heading("history", "29", closing=":")
    for key in ("history_arrest", "foreign_organizations", "foreign_relatives"):
        composer.free_text(key, spare_lines=lines, opening="- ")
    composer.heading("relatives", "30")
    composer.heading("family", opening="a) ")
    table("family")
    composer.heading("family_in_law", opening=rng.choice(("b) ", "b) ", "a) ")))
    table("family_in_law")
    composer.heading("salary_history", "31")
    composer.lying_table(
        "salary_history", heading_share=1.7, least_columns=columns[0], most_columns=columns[1]
    )
    composer.free_text("assessment", "32", spare_lines=lines + 1)
    composer.foot()


def _official(form: Written, family: Family, rng: Random) -> Laid:
    """The printed form of the decree, its dotted lines typed on."""
    composer = begin(form, WORDS, styles.official(family, rng), rng)
    sheets = composer.sheets
    sheets.right(rng.choice((FORM_MARK, "Mẫu 2c-BNV/2008")))
    if rng.random() < 0.5:
        sheets.right(f"({DECREE})", style="italic", size=0.75)
    _agencies(composer, number=rng.random() < 0.6)
    sheets.space(3)
    sheets.centred(TITLE, size=rng.choice((1.1, 1.2, 1.3)))
    sheets.space(2)
    beside_photo(composer, _PERSON, width_mm=rng.choice((28.0, 32.0)))
    composer.rows(_OFFICIAL)
    _second_part(composer, spare=4, lines=rng.choice((2, 3)), note=True, columns=(rng.choice((6, 7, 8)), 8))
    return laid(composer)


def _office(form: Written, family: Family, rng: Random) -> Laid:
    """A word-processor template as offices pass it on: few leaders, two or three items a line."""
    composer = begin(form, WORDS, styles.office(family, rng), rng)
    sheets = composer.sheets
    sheets.right(rng.choice((FORM_MARK, "Mẫu 2c-BNV/2008")))
    _agencies(composer, number=rng.random() < 0.3)
    sheets.space(4)
    sheets.centred(TITLE, size=1.15)
    sheets.space(3)
    beside_photo(composer, _PERSON, width_mm=rng.choice((30.0, 34.0)))
    composer.rows(_OFFICE)
    _second_part(
        composer, spare=1, lines=rng.choice((1, 2)), note=rng.random() < 0.8, columns=(rng.choice((5, 7)), 8)
    )
    return laid(composer)


def _reprint(form: Written, family: Family, rng: Random) -> Laid:
    """A compact reprint: boxed head, rules to write on, items counted anew, labels varied and misprinted."""
    composer = begin(form, WORDS, styles.reprint(family, rng), rng)
    sheets = composer.sheets
    width = sheets.width_mm
    sheets.box(0, sheets.y_mm, width, 16, (TITLE, f"({FORM_MARK} {DECREE.split(' ngày')[0]})"))
    sheets.space(18)
    _agencies(composer, number=rng.random() < 0.6)
    rows = list(_REPRINT)
    if rng.random() < 0.3:
        at = next(place for place, row in enumerate(rows) if row.items[0].key == "foreign_language")
        rows[at] = Row((_i("informatics", "15.5"), _i("foreign_language", "15.6", 80)))
    photo = _photo_at_right(sheets) if rng.random() < 0.5 else 0.0
    for row in (*_PERSON, *rows):
        if sheets.y_mm > photo:
            sheets.inset_mm = 0.0
        composer.row(row)
    _second_part(composer, spare=2, lines=1, note=rng.random() < 0.3, columns=(5, rng.choice((5, 8))))
    return laid(composer)


def _photo_at_right(sheets: Sheets) -> float:
    """Draw the frame for the photo; how far down the page lines must stay clear of it."""
    width_mm, height_mm = 26.0, 36.0
    top = sheets.y_mm + 2
    sheets.box(sheets.width_mm - width_mm, top, width_mm, height_mm, PHOTO)
    sheets.inset_mm = width_mm + 3
    return top + height_mm


def _typed(form: Written, family: Family, rng: Random) -> Laid:
    """A form typed on a machine: one width for every letter, leaders of full stops, nothing bold."""
    composer = begin(form, WORDS, styles.typed(family, rng), rng)
    sheets = composer.sheets
    _agencies(composer, number=rng.random() < 0.5)
    sheets.right(FORM_MARK, style="regular")
    sheets.space(3)
    sheets.centred(TITLE, style="regular", size=1.0)
    sheets.space(3)
    composer.rows(_TYPED)
    _second_part(composer, spare=1, lines=2, note=False, columns=(5, 8))
    return laid(composer)


FORM = StandardForm(
    "2c-bnv-2008",
    write,
    (
        Layout("official", _official, places_printed=0.4),
        Layout("office", _office, places_printed=0.0),
        Layout("reprint", _reprint, places_printed=0.5),
        Layout("typed", _typed, mono=True),
        *bnv2008_exam.LAYOUTS,
    ),
)
