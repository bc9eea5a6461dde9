"""The layouts of form 2C/TCTW-98 (facts: form of the Central Organisation Board, 1998, and its reprints)."""

from __future__ import annotations

from random import Random

from tests.generator import styles
from tests.generator.blocks import (
    Above,
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
    Sentence,
    Title,
)
from tests.generator.drafting import draft, in_blanks, told
from tests.generator.forms.tctw98_words import WORDS
from tests.generator.habits import Habit
from tests.generator.laying import Layout, StandardForm, one_a_line, planned
from tests.generator.people import Person
from tests.generator.writing import Written

_INCOME = ("{}", "+ Các nguồn khác: {}")
_HOUSING = (
    "+ Được cấp, được thuê, loại nhà: {}, tổng diện tích sử dụng: {} m2",
    "+ Nhà tự mua, tự xây, loại nhà: {}, tổng diện tích sử dụng: {} m2",
)
_LAND = ("+ Đất được cấp: {} m2,", "+ Đất tự mua: {} m2")
_UNITS = ("(xã, phường)", "(huyện, quận)", "(tỉnh, TP)")


def _write(person: Person, habit: Habit, rng: Random) -> Written:
    work = draft(person, habit, rng)
    facts, hand, house, post = work.facts, work.hand, work.facts.household, work.facts.position
    answers = {
        "household_income": (house.salary, house.other_income),
        "housing": (*house.given_house, *house.own_house),
        "residential_land": (house.given_land, house.own_land),
    }
    height = person.body.height_cm - 100
    texts = {
        "managing_agency": hand.name(facts.province),
        "employing_agency": hand.name(person.office.managing_agency),
        "base_unit": hand.name(facts.base_unit),
        "party_position": hand.or_nothing(post.party, hand.name),
        "concurrent_party_position": hand.or_nothing(post.concurrent_party, hand.name),
        "phone": facts.phone if rng.random() < 0.8 else "",
        "family_origin": hand.words(facts.origin),
        "academic_degree": hand.or_nothing(facts.degree, hand.name),
        "longest_job": hand.name(post.longest_job),
        "height": f"1m{height}" if rng.random() < 0.5 else f"1m {height}",
        "martyr_family": "x" if facts.martyr_family else "",
        "_insurance": person.papers.insurance_number,
        "_id_issued": work.written.texts["id_issue_date"],
        "history_old_regime": hand.or_nothing(facts.old_regime, hand.name),
        "household_income": told(_INCOME, answers["household_income"]),
        "housing": told(_HOUSING, answers["housing"], cut=True),
        "residential_land": told(_LAND, answers["residential_land"], cut=True),
    }
    days = {
        "current_agency_date": (post.joined_agency, work.day_of()),
        "revolution_date": (facts.revolution, work.day_of()),
        "salary_from": (person.office.pay[-1].start, work.day_of(0.1)),
    }
    return work.also(texts, days, answers=answers)


def _i(key: str, number: str = "", tab_mm: float = 0.0, *, inline: bool = False, suffix: str = "") -> Item:
    return Item(key, number, tab_mm, inline, suffix)


_ECONOMY: tuple[Block, ...] = (
    Heading("salary_history", opening="- ", closing=":"),
    Lying("salary_history", least=(6, 8)),
    Sentence("household_income", _INCOME),
    Sentence("housing", _HOUSING),
    Sentence("residential_land", _LAND),
    Row((Item("_farm_land", dash=True),), (), 1),
)


def _second_part(first: int, *, lines: int, spare: int, note: bool, printed: bool) -> tuple[Block, ...]:
    """The six headings with tables and the foot.

    first: the number of the first heading, 27 where a reprint has put an item in before it. printed: the
    words of relations stand on the form.
    """
    family = (26.0, 42.0, 22.0, 74.0)
    notes: tuple[Block, ...] = (Note("training"),) if note else ()
    return (
        Heading("training", str(first)),
        Records("training", (36, 33, 36, 24, 33), spare=spare),
        *notes,
        Heading("career", str(first + 1)),
        Records("career", (42, 122), spare=spare),
        Heading("_history", str(first + 2)),
        Free("history_arrest", opening="a) ", lines=lines),
        Free("history_old_regime", opening="b) ", lines=lines),
        Heading("_foreign", str(first + 3)),
        Free("foreign_organizations", opening="- ", lines=lines),
        Free("foreign_relatives", opening="- ", lines=lines),
        Heading("_relatives", str(first + 4)),
        Heading("family", opening="a) "),
        Records(
            "family",
            family,
            spare=spare,
            printed=(0,) if printed else (),
            vacant=("Vợ", "Chồng") if printed else (),
        ),
        Heading("family_in_law", opening="b) "),
        Records("family_in_law", family, spare=spare, printed=(0,) if printed else ()),
        Heading("_economy", str(first + 5)),
        *_ECONOMY,
        Foot(),
    )


_PERSON: tuple[Block, ...] = (
    Row((_i("full_name", "1"), _i("gender", "", 100))),
    Row((_i("other_names", "2"),)),
    Row((_i("party_position", "3"), _i("concurrent_party_position", "", 74))),
    Row((_i("current_position"),)),
    Row((_i("position_allowance", "", 74),)),
    Row((_i("birth_date", "4"), _i("birth_place", "5", 74))),
)

_OFFICIAL = Plan(
    head=(
        Row((_i("managing_agency"), Item("_mark", "", 118, bare=True))),
        Row((_i("employing_agency"),)),
        Row((_i("base_unit"),)),
        Gap(2),
        Title(1.4),
        Above("personnel_number", 112),
        Gap(2),
    ),
    beside_photo=_PERSON,
    body=(
        Row((Item("native_place", "6", parts=_UNITS),)),
        Row((_i("current_residence", "7"), _i("phone", "", 128))),
        Row((_i("ethnicity", "8", inline=True), _i("religion", "9", 96))),
        Row((_i("family_origin", "10"),), ((12, "family_origin"),)),
        Row((_i("occupation_before_recruitment", "11"),), ((40, "occupation_before_recruitment"),)),
        Row((_i("recruitment_date", "12"), _i("recruiting_agency", "", 80))),
        Row((_i("current_agency_date", "13"), _i("revolution_date", "", 100))),
        Row((_i("party_joined_date", "14"), _i("party_official_date", "", 104))),
        Row((_i("organization_joined", "15"),), ((60, "organization_joined"),)),
        Row((_i("enlistment_date", "16"), _i("discharge_date"), _i("highest_military_rank"))),
        Row(
            (Item("_education", "17", bare=True), _i("general_education"), _i("academic_degree", "", 88)),
            ((56, "general_education"), (84, "academic_degree")),
        ),
        Row(
            (Item("political_theory", dash=True), Item("foreign_language", "", 80, dash=True)),
            ((10, "political_theory"), (92, "foreign_language")),
        ),
        Row((_i("main_duty", "18"),)),
        Row((_i("civil_service_rank", "19"), Item("rank_code", bracketed=True))),
        Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
        Row((_i("highest_title", "20"),), ((16, "highest_title"),)),
        Row((_i("work_strength", "21"), _i("longest_job", "", 82))),
        Row((_i("awards", "22"),), ((36, "awards"),)),
        Row((_i("discipline", "23", inline=True),)),
        Row(
            (
                _i("health", "24"),
                Item("height", opening="1m"),
                _i("weight", suffix="(kg)"),
                _i("blood_type"),
            ),
            ((36, "health"),),
        ),
        Row((_i("id_number", "25"), _i("wounded_soldier_class"), Item("martyr_family", boxes=1))),
        *_second_part(26, lines=2, spare=3, note=True, printed=True),
    ),
    photo_mm=28,
)

_OFFICE = Plan(
    head=(
        Aside(WORDS.mark, "regular"),
        Row((_i("managing_agency"),)),
        Row((_i("employing_agency"),)),
        Row((_i("base_unit"),)),
        Gap(2),
        Title(1.25),
        Above("personnel_number", 108),
    ),
    beside_photo=(
        Row((_i("full_name", "1"), _i("gender"))),
        Row((_i("other_names", "2"),)),
        Row((_i("party_position", "3"),)),
        Row((_i("concurrent_party_position"),)),
        Row((_i("current_position"),)),
        Row((_i("position_allowance"),)),
        Row((_i("birth_date", "4"),)),
        Row((_i("birth_place", "5"),)),
    ),
    body=(
        Row((_i("native_place", "6"),)),
        Row((_i("current_residence", "7"),)),
        Row((_i("phone"),)),
        Row((_i("ethnicity", "8"), _i("religion", "9", 70))),
        Row((_i("family_origin", "10"),)),
        Row((_i("occupation_before_recruitment", "11"),)),
        Row((_i("recruitment_date", "12"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_agency_date", "13"),)),
        Row((_i("revolution_date"),)),
        Row((_i("party_joined_date", "14"), _i("party_official_date"))),
        Row((_i("organization_joined", "15"),), ((0, "organization_joined"),)),
        Row((_i("enlistment_date", "16"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("general_education", "17", inline=True),)),
        Row((_i("academic_degree"),), ((0, "academic_degree"),)),
        Row((Item("political_theory", dash=True), Item("foreign_language", dash=True))),
        Row((_i("main_duty", "18"),)),
        Row((_i("civil_service_rank", "19"), _i("rank_code", "", 100))),
        Row((_i("salary_grade"), _i("salary_coefficient"), _i("salary_from"))),
        Row((_i("highest_title", "20"),)),
        Row((_i("work_strength", "21"),)),
        Row((_i("longest_job"),)),
        Row((_i("awards", "22"),)),
        Row((_i("discipline", "23"),), ((0, "discipline"),)),
        Row((_i("health", "24"), _i("height"), _i("weight", suffix="kg"), _i("blood_type"))),
        Row((_i("id_number", "25"), _i("_id_issued", "", 96))),
        Row((_i("wounded_soldier_class"), Item("martyr_family", "", 80, boxes=1))),
        Row((_i("_insurance", "26"),)),
        *_second_part(27, lines=1, spare=1, note=False, printed=False),
    ),
    photo_mm=32,
)

_DISTRICT = Plan(
    head=(
        Row((_i("managing_agency"), _i("employing_agency", "", 62))),
        Row((_i("base_unit"),)),
        Gap(3),
        Title(1.1),
        Aside("(Mẫu 2C/TCTW-98)", "italic", 0.9, centred=True),
        Above("personnel_number", 4),
    ),
    beside_photo=(
        Row((_i("full_name", "1"), _i("gender", "", 110))),
        Row((_i("other_names", "2"),)),
        Row((_i("party_position", "3"), _i("concurrent_party_position", "", 88))),
        Row((_i("current_position"),)),
        Row((_i("position_allowance"), _i("birth_date", "4", 62))),
        Row((_i("birth_place", "5"),)),
        Row((_i("native_place", "6"),)),
        Row((_i("current_residence", "7"),)),
        Row((_i("phone"), _i("ethnicity", "8", 62), _i("religion", "", 118))),
        Row((_i("family_origin"),)),
    ),
    body=(
        Row((_i("occupation_before_recruitment", "9"),)),
        Row((_i("recruitment_date", "10"), _i("recruiting_agency", "", 70))),
        Row((_i("current_agency_date", "11"),)),
        Row((_i("revolution_date"), _i("party_joined_date", "12", 70))),
        Row((_i("party_official_date"), _i("organization_joined", "13", 60))),
        Row((_i("enlistment_date", "14"), _i("discharge_date", "", 60))),
        Row((_i("highest_military_rank"),)),
        Row((_i("general_education", "15"), _i("academic_degree", "", 66))),
        Row((_i("political_theory"), _i("foreign_language", "", 66))),
        Row((_i("main_duty", "16"),)),
        Row((_i("civil_service_rank", "17"), _i("rank_code", "", 90))),
        Row((_i("salary_grade"), _i("salary_coefficient", "", 50), _i("salary_from", "", 100))),
        Row((_i("highest_title", "18"), _i("work_strength", "19", 90))),
        Row((_i("longest_job"),)),
        Row((_i("awards", "20"),)),
        Row((_i("discipline", "21"),)),
        Row((_i("health", "22"), _i("height", "", 60), _i("weight", "", 96), _i("blood_type", "", 132))),
        Row((_i("id_number", "23"), _i("wounded_soldier_class", "", 74), Item("martyr_family", "", 126))),
        *_second_part(24, lines=1, spare=0, note=False, printed=False),
    ),
    photo_mm=0,
)

FORM = StandardForm(
    "2c-tctw-98",
    _write,
    (
        Layout("official", planned(_OFFICIAL, WORDS, styles.official), prepare=in_blanks),
        Layout("office", planned(_OFFICE, WORDS, styles.office)),
        Layout("reprint", planned(_OFFICIAL, WORDS, styles.reprint), prepare=in_blanks),
        Layout("typed", planned(one_a_line(_OFFICE), WORDS, styles.typed), mono=True),
        Layout("district", planned(_DISTRICT, WORDS, styles.district)),
    ),
)
