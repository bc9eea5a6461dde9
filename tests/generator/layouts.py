"""The layouts of form 2C-BNV/2008: four printings that look nothing like one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from PIL import Image

from tests.generator.composing import Composer, Item, Manner, Row
from tests.generator.faces import Family
from tests.generator.lines import Text
from tests.generator.typesetting import Look, Sheets
from tests.generator.wording import DECREE, FORM_MARK, HINTS, PHOTO, TITLE, Wording
from tests.generator.writing import Written


@dataclass(frozen=True, slots=True)
class Laid:
    """A form as printed: pages at DRAWN_DPI, the labelled fields and tables, each value's drawn pieces."""

    pages: tuple[Image.Image, ...]
    labelled: frozenset[str]
    printed: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A printing of the form. mono: in a typewriter face. places_printed: chance of Xã, Huyện, Tỉnh."""

    name: str
    lay_out: Callable[[Written, Family, Random], Laid]
    mono: bool = False
    places_printed: float = 0.0


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


def _laid(composer: Composer) -> Laid:
    sheets = composer.sheets
    return Laid(
        pages=tuple(sheets.pages),
        labelled=frozenset(composer.labelled),
        printed={key: tuple(pieces) for key, pieces in sheets.printed.items()},
    )


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
    look = Look(
        family=family,
        size_pt=rng.choice((12.0, 12.5, 13.0)),
        leading=rng.choice((1.35, 1.45, 1.6)),
        left_mm=rng.uniform(25, 32),
        right_mm=rng.uniform(14, 19),
        top_mm=rng.uniform(19, 25),
        bottom_mm=rng.uniform(19, 24),
        leader=rng.choice(("dots", "dots", "ellipsis", "drawn")),
        under_values=rng.random() < 0.22,
        page_number=rng.choice(("top", "bottom", "none")),
        value_style=rng.choice(("regular", "regular", "bold", "italic")),
    )
    manner = Manner(
        before_mm=rng.choice((0.0, 2.5, 5.0)),
        hints=rng.choice((1.0, 0.8)),
        colon=rng.choice((": ", ":", ": ")),
        table_heading_style=rng.choice(("regular", "bold")),
    )
    sheets = Sheets(look)
    composer = Composer(sheets, form, Wording(rng, reprint=False), manner, rng)
    sheets.right(rng.choice((FORM_MARK, "Mẫu 2c-BNV/2008")))
    if rng.random() < 0.5:
        sheets.right(f"({DECREE})", style="italic", size=0.75)
    _agencies(composer, number=rng.random() < 0.6)
    sheets.space(3)
    sheets.centred(TITLE, size=rng.choice((1.1, 1.2, 1.3)))
    sheets.space(2)
    _beside_photo(composer, width_mm=rng.choice((28.0, 32.0)))
    composer.rows(_OFFICIAL)
    _second_part(composer, spare=4, lines=rng.choice((2, 3)), note=True, columns=(rng.choice((6, 7, 8)), 8))
    return _laid(composer)


def _beside_photo(composer: Composer, *, width_mm: float) -> None:
    """Items 1 to 5 right of the frame for the photo."""
    sheets = composer.sheets
    top = sheets.y_mm + 2
    sheets.box(0, top, width_mm, width_mm * 1.42, PHOTO)
    sheets.indent_mm = width_mm + 4
    composer.rows(_PERSON)
    sheets.indent_mm = 0.0
    below = top + width_mm * 1.42 + 1 - sheets.y_mm
    if below > 0 and len(sheets.pages) == 1:
        sheets.space(below)


def _office(form: Written, family: Family, rng: Random) -> Laid:
    """A word-processor template as offices pass it on: few leaders, two or three items a line."""
    look = Look(
        family=family,
        size_pt=rng.choice((12.0, 13.0, 13.0, 14.0)),
        leading=rng.choice((1.25, 1.4, 1.55)),
        left_mm=rng.uniform(20, 30),
        right_mm=rng.uniform(14, 20),
        top_mm=rng.uniform(18, 25),
        bottom_mm=rng.uniform(18, 25),
        leader=rng.choice(("dots", "ellipsis")),
        page_number=rng.choice(("corner", "bottom", "top")),
        first_page_numbered=rng.random() < 0.5,
        hint_style=rng.choice(("regular", "italic")),
        hint_size=rng.choice((0.82, 0.9, 1.0)),
    )
    manner = Manner(
        leaders=rng.choice((0.0, 0.1, 0.3)),
        blank_leaders=rng.choice((0.0, 0.2, 0.5)),
        hints=rng.choice((1.0, 0.7)),
        colon=rng.choice((": ", ": ", ":")),
        spare_lines=rng.random() < 0.6,
        printed_slashes=False,
        separator=rng.choice((",", ",", "")),
        label_style="regular",
        table_size=rng.choice((0.85, 0.92, 1.0)),
        table_heading_style=rng.choice(("regular", "bold")),
    )
    sheets = Sheets(look)
    composer = Composer(sheets, form, Wording(rng, reprint=rng.random() < 0.5), manner, rng)
    sheets.right(rng.choice((FORM_MARK, "Mẫu 2c-BNV/2008")))
    _agencies(composer, number=rng.random() < 0.3)
    sheets.space(4)
    sheets.centred(TITLE, size=1.15)
    sheets.space(3)
    _beside_photo(composer, width_mm=rng.choice((30.0, 34.0)))
    composer.rows(_OFFICE)
    _second_part(
        composer, spare=1, lines=rng.choice((1, 2)), note=rng.random() < 0.8, columns=(rng.choice((5, 7)), 8)
    )
    return _laid(composer)


def _reprint(form: Written, family: Family, rng: Random) -> Laid:
    """A compact reprint: boxed head, rules to write on, items counted anew, labels varied and misprinted."""
    look = Look(
        family=family,
        size_pt=rng.choice((10.5, 11.0, 11.5)),
        leading=rng.choice((1.3, 1.4, 1.5)),
        left_mm=rng.uniform(18, 24),
        right_mm=rng.uniform(12, 16),
        top_mm=rng.uniform(15, 20),
        bottom_mm=rng.uniform(16, 20),
        leader=rng.choice(("rule", "rule", "underscore")),
        under_values=True,
        page_number=rng.choice(("bottom", "corner", "none")),
        value_style=rng.choice(("regular", "bold")),
    )
    manner = Manner(
        number=rng.choice(("{}. ", "{}/ ", "{}- ")),
        renumber=True,
        hints=0.15,
        spare_lines=rng.random() < 0.4,
        printed_slashes=rng.random() < 0.5,
        separator=rng.choice((",", ";", "")),
        label_style=rng.choice(("regular", "bold", "italic")) if look.value_style == "regular" else "regular",
        table_heading_style="bold",
    )
    sheets = Sheets(look)
    composer = Composer(sheets, form, Wording(rng, reprint=True), manner, rng)
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
    return _laid(composer)


def _photo_at_right(sheets: Sheets) -> float:
    """Draw the frame for the photo; how far down the page lines must stay clear of it."""
    width_mm, height_mm = 26.0, 36.0
    top = sheets.y_mm + 2
    sheets.box(sheets.width_mm - width_mm, top, width_mm, height_mm, PHOTO)
    sheets.inset_mm = width_mm + 3
    return top + height_mm


def _typed(form: Written, family: Family, rng: Random) -> Laid:
    """A form typed on a machine: one width for every letter, leaders of full stops, nothing bold."""
    look = Look(
        family=family,
        size_pt=rng.choice((10.5, 11.0)),
        leading=rng.choice((1.5, 1.65)),
        left_mm=rng.uniform(22, 28),
        right_mm=rng.uniform(12, 16),
        top_mm=rng.uniform(18, 24),
        bottom_mm=rng.uniform(18, 24),
        leader=rng.choice(("dots", "dots", "none", "underscore")),
        page_number=rng.choice(("none", "top")),
        hint_style="regular",
        hint_size=1.0,
    )
    manner = Manner(
        number=rng.choice(("{}/ ", "{}. ", "{}) ")),
        hints=rng.choice((0.0, 0.6)),
        leaders=rng.choice((0.5, 1.0)),
        separator=rng.choice((",", "")),
        printed_slashes=False,
        table_size=0.82,
    )
    sheets = Sheets(look)
    composer = Composer(sheets, form, Wording(rng, reprint=rng.random() < 0.5), manner, rng)
    _agencies(composer, number=rng.random() < 0.5)
    sheets.right(FORM_MARK, style="regular")
    sheets.space(3)
    sheets.centred(TITLE, style="regular", size=1.0)
    sheets.space(3)
    composer.rows(_TYPED)
    _second_part(composer, spare=1, lines=2, note=False, columns=(5, 8))
    return _laid(composer)


LAYOUTS = {
    layout.name: layout
    for layout in (
        Layout("official", _official, places_printed=0.4),
        Layout("office", _office, places_printed=0.0),
        Layout("reprint", _reprint, places_printed=0.5),
        Layout("typed", _typed, mono=True),
    )
}
