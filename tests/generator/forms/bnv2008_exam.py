"""Layouts of form 2C-BNV/2008 that no other use than the exam draws: a district's template, a boxed one."""

from __future__ import annotations

from tests.generator import styles
from tests.generator.blocks import (
    Aside,
    Block,
    Foot,
    Free,
    Gap,
    Heading,
    Item,
    Lying,
    Plan,
    Records,
    Row,
    Title,
)
from tests.generator.forms.bnv2008_words import FORM_MARK, WORDS
from tests.generator.laying import Layout, planned

_SHARES = {"training": (37, 33, 36, 24, 34), "career": (38, 126), "family": (24, 42, 22, 76)}


def _i(key: str, number: str = "", tab_mm: float = 0.0, suffix: str = "") -> Item:
    return Item(key, number, tab_mm, suffix=suffix)


_SECOND_PART: tuple[Block, ...] = (
    Heading("training", "27", closing=":"),
    Records("training", _SHARES["training"], spare=0),
    Heading("career", "28", closing=":"),
    Records("career", _SHARES["career"], spare=1),
    Heading("history", "29", closing=":"),
    Free("history_arrest", opening="+ ", lines=1),
    Free("foreign_organizations", opening="+ ", lines=1),
    Free("foreign_relatives", opening="+ ", lines=1),
    Heading("relatives", "30", closing=":"),
    Heading("family", opening="a. "),
    Records("family", _SHARES["family"], spare=1),
    Heading("family_in_law", opening="b. "),
    Records("family_in_law", _SHARES["family"], spare=0),
    Heading("salary_history", "31", closing=":"),
    Lying("salary_history", 1.9, (4, 6), 6),
    Free("assessment", "32", lines=2),
    Foot(),
)

_DISTRICT = Plan(
    head=(
        Row((_i("managing_agency"),)),
        Row((_i("employing_agency"),)),
        Row((_i("personnel_number"),)),
        Gap(3),
        Title(1.15),
        Aside(f"({FORM_MARK})", "italic", 0.9, centred=True),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "1"),)),
        Row((_i("other_names", "2"),)),
        Row((_i("birth_date", "3"), _i("gender", "", 104))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
    ),
    body=(
        Row((_i("ethnicity", "6"), _i("religion", "7", 60))),
        Row((_i("permanent_residence", "8"),)),
        Row((_i("current_residence", "9"),)),
        Row((_i("occupation_before_recruitment", "10"),)),
        Row((_i("recruitment_date", "11"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_position", "12"),)),
        Row((_i("main_duty", "13"),)),
        Row((_i("civil_service_rank", "14"),)),
        Row((_i("rank_code"), _i("salary_grade", "", 52), _i("salary_coefficient", "", 104))),
        Row((_i("salary_from"), _i("position_allowance", "", 60), _i("other_allowance", "", 112))),
        Row((_i("general_education", "15.1"), _i("highest_qualification", "15.2", 78))),
        Row((_i("political_theory", "15.3"), _i("state_management", "15.4", 78))),
        Row((_i("foreign_language", "15.5"), _i("informatics", "15.6", 78))),
        Row((_i("party_joined_date", "16"),)),
        Row((_i("party_official_date"),)),
        Row((_i("organization_joined", "17"),)),
        Row(
            (_i("enlistment_date", "18"), _i("discharge_date", "", 56), _i("highest_military_rank", "", 106))
        ),
        Row((_i("highest_title", "19"),)),
        Row((_i("work_strength", "20"),)),
        Row((_i("awards", "21"),)),
        Row((_i("discipline", "22"),)),
        Row((_i("health", "23"), _i("height", "", 66), _i("weight", "", 104), _i("blood_type", "", 136))),
        Row((_i("wounded_soldier_class", "24"), _i("policy_family", "", 70))),
        Row((_i("id_number", "25"),)),
        Row((_i("id_issue_date"), _i("social_insurance_number", "26", 70))),
        *_SECOND_PART,
    ),
    photo_mm=26,
)

_BOXED = Plan(
    head=(Aside(FORM_MARK, "regular", 0.9), Title(1.2), Gap(2)),
    beside_photo=(
        Row((_i("managing_agency"),)),
        Row((_i("employing_agency"), _i("personnel_number"))),
        Row((_i("full_name", "1"), _i("other_names", "2"))),
        Row((_i("birth_date", "3"), _i("gender"))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
        Row((_i("ethnicity", "6"), _i("religion", "7"))),
        Row((_i("permanent_residence", "8"),)),
        Row((_i("current_residence", "9"),)),
    ),
    body=(
        Row((_i("occupation_before_recruitment", "10"),)),
        Row((_i("recruitment_date", "11"), _i("recruiting_agency"))),
        Row((_i("current_position", "12"),)),
        Row((_i("main_duty", "13"),)),
        Row((_i("civil_service_rank", "14"), _i("rank_code"))),
        Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
        Row((_i("position_allowance"), _i("other_allowance"))),
        Row((_i("general_education", "15.1"), _i("highest_qualification", "15.2"))),
        Row((_i("political_theory", "15.3"), _i("state_management", "15.4"))),
        Row((_i("foreign_language", "15.5"), _i("informatics", "15.6"))),
        Row((_i("party_joined_date", "16"), _i("party_official_date"))),
        Row((_i("organization_joined", "17"),)),
        Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("highest_title", "19"), _i("work_strength", "20"))),
        Row((_i("awards", "21"),)),
        Row((_i("discipline", "22"),)),
        Row((_i("health", "23"), _i("height"), _i("weight", suffix="kg"), _i("blood_type"))),
        Row((_i("wounded_soldier_class", "24"), _i("policy_family"))),
        Row((_i("id_number", "25"), _i("id_issue_date"))),
        Row((_i("social_insurance_number", "26"),)),
        Gap(2),
        *_SECOND_PART,
    ),
    photo_mm=0,
)

LAYOUTS = (
    Layout("district", planned(_DISTRICT, WORDS, styles.district)),
    Layout("boxed", planned(_BOXED, WORDS, styles.boxed)),
)
