"""The layouts of form HS02-VC/BNV for public employees (TT 07/2019/TT-BNV)."""

from __future__ import annotations

from random import Random

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
    Note,
    Plan,
    Records,
    Row,
    Title,
)
from tests.generator.careers import Month
from tests.generator.drafting import Draft, draft, grade, long_birth_date
from tests.generator.forms.hs02_words import WORDS
from tests.generator.habits import DAY, Habit
from tests.generator.laying import Layout, StandardForm, one_a_line, planned
from tests.generator.people import Person
from tests.generator.writing import Row as Cells
from tests.generator.writing import Written


def _write(person: Person, habit: Habit, rng: Random) -> Written:
    work = draft(person, habit, rng)
    facts, hand, position = work.facts, work.hand, work.facts.position
    background = person.background
    texts = {
        "_other_position": hand.or_nothing(position.concurrent, hand.name),
        "_skills": hand.or_nothing(facts.skills, hand.name),
        "_academic_title": hand.or_nothing(facts.academic_title, hand.name),
        "_title_year": "",
        "_arrest": hand.or_nothing(background.history, hand.name),
        "_abroad_organizations": hand.or_nothing(background.foreign_organizations, hand.name),
        "_abroad_relatives": hand.or_nothing(background.foreign_relatives, hand.name),
        "organization_joined": "",
        "height": str(person.body.height_cm),
    }
    tables = {"organizations": _organizations(work), "salary_history": _salary(work)}
    return work.also(texts, tables=tables)


def _organizations(work: Draft) -> list[Cells]:
    """What the table of item 17 says: at most the mass organisation of the person."""
    joined, hand = work.person.memberships, work.hand
    if joined.organization_joined is None:
        return []
    day = joined.organization_joined
    return [
        {
            "name": hand.name(joined.organization),
            "joined": hand.day(day, DAY),
            "role": hand.name(joined.organization_role),
            "joined__iso": day.isoformat(),
        }
    ]


def _salary(work: Draft) -> list[Cells]:
    hand = work.hand
    months = [Month(pay.start.year, pay.start.month) for pay in work.person.office.pay]
    return [
        {
            "month": hand.month(month),
            "code": pay.rank.code,
            "grade": grade(hand, pay),
            "coefficient": hand.decimal(pay.coefficient),
            "month__iso": f"{month.year}-{month.month:02d}",
        }
        for month, pay in zip(months, work.person.office.pay, strict=True)
    ]


def _i(key: str, number: str = "", tab_mm: float = 0.0, *, inline: bool = False, suffix: str = "") -> Item:
    return Item(key, number, tab_mm, inline, suffix)


_ORGANIZATIONS = Records("organizations", (60, 34, 70), spare=2)


def _second_part(*, lines: int, spare: int, note: bool) -> tuple[Block, ...]:
    """Items 27 to 32 and the foot."""
    family = (24.0, 41.0, 22.0, 77.0)
    notes: tuple[Block, ...] = (Note("training"), Note("degrees")) if note else ()
    return (
        Heading("training", "27"),
        Records("training", (36, 33, 36, 24, 33), spare=spare),
        *notes,
        Heading("career", "28"),
        Records("career", (42, 122), spare=spare),
        Heading("_history", "29"),
        Free("_arrest", opening="- ", lines=lines),
        Free("_abroad_organizations", opening="- ", lines=lines),
        Free("_abroad_relatives", opening="- ", lines=lines),
        Heading("_relatives", "30"),
        Heading("family", opening="a) "),
        Records("family", family, spare=spare),
        Heading("family_in_law", opening="b) "),
        Records("family_in_law", family, spare=spare),
        Heading("salary_history", "31"),
        Lying("salary_history", 1.6, (5, 7), 7),
        Free("assessment", "32", lines=lines + 2),
        Foot(),
    )


_EDUCATION: tuple[Block, ...] = (
    Row((_i("general_education", "15.1"),)),
    Row((_i("highest_qualification", "15.2"),)),
    Row((_i("political_theory", "15.3"),)),
    Row((_i("state_management", "15.4"),)),
    Row((_i("_skills", "15.5"),)),
    Row((_i("foreign_language", "15.6"),)),
    Row((_i("informatics", "15.7"),)),
)

_OFFICIAL = Plan(
    head=(
        Aside(WORDS.mark, "italic", 0.7, centred=True),
        Row((_i("managing_agency"), _i("personnel_number", "", 106))),
        Row((_i("employing_agency"),)),
        Gap(3),
        Title(1.25),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "1", inline=True),)),
        Row((_i("other_names", "2"),)),
        Row((_i("birth_date", "3"), _i("gender", "", 96))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
        Row((_i("ethnicity", "6"), _i("religion", "7", 96))),
    ),
    body=(
        Row((_i("permanent_residence", "8"),)),
        Row((_i("current_residence", "9"),)),
        Row((_i("occupation_before_recruitment", "10"),)),
        Row((_i("recruitment_date", "11"), _i("recruiting_agency", "", 70))),
        Row((_i("current_position", "12.1"),)),
        Row((_i("_other_position", "12.2"),)),
        Row((_i("main_duty", "13"),)),
        Row((_i("civil_service_rank", "14"), _i("rank_code", "", 116))),
        Row((_i("salary_grade"), _i("salary_coefficient", "", 54), _i("salary_from", "", 104))),
        Row((_i("position_allowance"), _i("other_allowance", "", 82))),
        *_EDUCATION,
        Row((_i("party_joined_date", "16"),)),
        Row((_i("party_official_date"),)),
        Heading("organization_joined", "17", closing=":"),
        _ORGANIZATIONS,
        Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("highest_title", "19.1"),), ((0, "highest_title"),)),
        Row((_i("_academic_title", "19.2"), _i("_title_year"))),
        Row((_i("work_strength", "20"),)),
        Row((_i("awards", "21"), _i("discipline", "22", 84)), ((6, "awards"), (76, "discipline"))),
        Row((_i("health", "23"), _i("height", "", 64, suffix="cm"), _i("weight", "", 112, suffix="kg"))),
        Row((_i("blood_type"),)),
        Row((_i("wounded_soldier_class", "24"), _i("policy_family", "", 70))),
        Row((_i("id_number", "25"), _i("id_issue_date", "", 108))),
        Row((_i("social_insurance_number", "26"),)),
        *_second_part(lines=2, spare=3, note=True),
    ),
)

_OFFICE = Plan(
    head=(
        Aside("Mẫu HS02-VC/BNV", "regular"),
        Row((_i("managing_agency"),)),
        Row((_i("personnel_number"),)),
        Row((_i("employing_agency"),)),
        Gap(3),
        Title(1.2),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "1"),)),
        Row((_i("other_names", "2"),)),
        Row((_i("birth_date", "3"), _i("gender"))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
    ),
    body=(
        Row((_i("ethnicity", "6"), _i("religion", "7", 70))),
        Row((_i("permanent_residence", "8"),)),
        Row((_i("current_residence", "9"),)),
        Row((_i("occupation_before_recruitment", "10"),)),
        Row((_i("recruitment_date", "11"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_position", "12.1"),)),
        Row((_i("_other_position", "12.2"),)),
        Row((_i("main_duty", "13"),)),
        Row((_i("civil_service_rank", "14"), _i("rank_code"))),
        Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
        Row((_i("position_allowance"), _i("other_allowance"))),
        Row((_i("general_education", "15.1"), _i("highest_qualification", "15.2", 82))),
        Row((_i("political_theory", "15.3"), _i("state_management", "15.4", 82))),
        Row((_i("_skills", "15.5"),)),
        Row((_i("foreign_language", "15.6"), _i("informatics", "15.7", 82))),
        Row((_i("party_joined_date", "16"), _i("party_official_date"))),
        Heading("organization_joined", "17", closing=":"),
        _ORGANIZATIONS,
        Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("highest_title", "19.1"),)),
        Row((_i("_academic_title", "19.2"),)),
        Row((_i("work_strength", "20"),)),
        Row((_i("awards", "21"),)),
        Row((_i("discipline", "22"),)),
        Row((_i("health", "23"), _i("height", suffix="cm"), _i("weight", suffix="kg"), _i("blood_type"))),
        Row((_i("wounded_soldier_class", "24"), _i("policy_family"))),
        Row((_i("id_number", "25"), _i("id_issue_date"))),
        Row((_i("social_insurance_number", "26"),)),
        *_second_part(lines=1, spare=1, note=False),
    ),
    photo_mm=32,
)

_BOXED = Plan(
    head=(Aside("Mẫu HS02-VC/BNV", "italic", 0.9), Title(1.15), Gap(2)),
    beside_photo=(
        Row((_i("managing_agency"), _i("personnel_number"))),
        Row((_i("employing_agency"),)),
        Row((_i("full_name", "1"), _i("other_names", "2"))),
        Row((_i("birth_date", "3"), _i("gender"))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
        Row((_i("ethnicity", "6"), _i("religion", "7"))),
    ),
    body=(
        Row((_i("permanent_residence", "8"),)),
        Row((_i("current_residence", "9"),)),
        Row((_i("occupation_before_recruitment", "10"), _i("recruitment_date", "11"))),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_position", "12.1"),)),
        Row((_i("_other_position", "12.2"),)),
        Row((_i("main_duty", "13"),)),
        Row((_i("civil_service_rank", "14"), _i("rank_code"))),
        Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
        Row((_i("position_allowance"), _i("other_allowance"))),
        Row((_i("general_education", "15.1"), _i("highest_qualification", "15.2"))),
        Row((_i("political_theory", "15.3"), _i("state_management", "15.4"))),
        Row((_i("_skills", "15.5"),)),
        Row((_i("foreign_language", "15.6"), _i("informatics", "15.7"))),
        Row((_i("party_joined_date", "16"), _i("party_official_date"))),
        Gap(1),
        Heading("organization_joined", "17", closing=":"),
        _ORGANIZATIONS,
        Row((_i("enlistment_date", "18"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("highest_title", "19.1"),)),
        Row((_i("_academic_title", "19.2"), _i("work_strength", "20"))),
        Row((_i("awards", "21"),)),
        Row((_i("discipline", "22"),)),
        Row((_i("health", "23"), _i("height"), _i("weight"), _i("blood_type"))),
        Row((_i("wounded_soldier_class", "24"), _i("policy_family"))),
        Row((_i("id_number", "25"), _i("id_issue_date"), _i("social_insurance_number", "26"))),
        Gap(2),
        *_second_part(lines=1, spare=0, note=False),
    ),
    photo_mm=0,
)

FORM = StandardForm(
    "hs02-vc-bnv",
    _write,
    (
        Layout(
            "official",
            planned(_OFFICIAL, WORDS, styles.official),
            places_printed=0.2,
            prepare=long_birth_date,
        ),
        Layout("office", planned(_OFFICE, WORDS, styles.office)),
        Layout("reprint", planned(_OFFICIAL, WORDS, styles.reprint)),
        Layout("typed", planned(one_a_line(_OFFICE), WORDS, styles.typed), mono=True),
        Layout("boxed", planned(_BOXED, WORDS, styles.boxed)),
    ),
)
