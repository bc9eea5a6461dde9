"""The layouts of form 2-HSĐV, the card of a Party member, in its wording after July 2025."""

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
    Plan,
    Records,
    Row,
    Sentence,
    Title,
)
from tests.generator.drafting import Draft, draft, told
from tests.generator.forms.hsdv_words import WORDS
from tests.generator.habits import DAY, Habit
from tests.generator.laying import Layout, StandardForm, one_a_line, planned
from tests.generator.people import Person
from tests.generator.writing import Written

_HOUSING = (
    "+ Được cấp, được thuê, loại nhà: {}, tổng diện tích sử dụng: {} m2",
    "+ Nhà tự mua, tự xây, loại nhà: {}, tổng diện tích sử dụng: {} m2",
)
_LAND = ("+ Đất được cấp: {} m2", "+ Đất tự mua: {} m2")


def _write(person: Person, habit: Habit, rng: Random) -> Written:
    work = draft(person, habit, rng)
    facts, member = work.facts, work.facts.membership
    house = facts.household
    answers = {
        "housing": (*house.given_house, *house.own_house),
        "residential_land": (house.given_land, house.own_land),
    }
    days = {
        "party_joined_date": (member.joined, DAY),
        "party_official_date": (member.official, DAY),
        "_admission_date": (member.decided, DAY),
        "youth_union_date": (member.youth_union, work.day_of()),
        "party_exempt_on": (member.exempt_on, DAY),
    }
    return work.also(_texts(work, answers), days, answers=answers)


def _texts(work: Draft, answers: dict[str, tuple[str, ...]]) -> dict[str, str]:
    facts, hand, member = work.facts, work.hand, work.facts.membership
    (first, first_post), (second, second_post) = member.introducers
    place = member.organization
    temporary = facts.temporary_home
    return {
        "party_file_number": member.file_number,
        "party_card_number": member.card_number,
        "_province": hand.name(facts.province),
        "_commune": hand.name(str(place.commune)),
        "_base": hand.name(str(place.commune)),
        "_part": "",
        "_cell": hand.name(member.official_cell.removeprefix("Chi bộ ")),
        "temporary_residence": hand.place(temporary) if temporary else "",
        "family_origin": hand.words(facts.origin),
        "current_occupation": hand.words(facts.occupation),
        "party_cell_joined": hand.name(member.cell),
        "party_introducer_1": hand.name(first),
        "_introducer_1_post": hand.name(first_post),
        "party_introducer_2": hand.name(second),
        "_introducer_2_post": hand.name(second_post),
        "_official_cell": hand.name(member.official_cell),
        "academic_degree": hand.or_nothing(facts.degree, hand.name),
        "academic_title": hand.or_nothing(facts.academic_title, hand.name),
        "martyr_family": "x" if facts.martyr_family else "",
        "party_badges": member.badge,
        "_been_abroad": hand.or_nothing(facts.abroad, hand.name),
        "history_old_regime": hand.or_nothing(facts.old_regime, hand.name),
        "household_income": facts.household.salary.removesuffix(" đồng"),
        "housing": told(_HOUSING, answers["housing"]),
        "residential_land": told(_LAND, answers["residential_land"]),
    }


def _whole_family(written: Written) -> Written:
    """The form has one table for the relatives of both sides."""
    family = (*written.tables["family"], *written.tables["family_in_law"])
    return written.with_tables({"family": family, "family_in_law": ()})


def _i(key: str, number: str = "", tab_mm: float = 0.0, *, suffix: str = "", dash: bool = False) -> Item:
    return Item(key, number, tab_mm, suffix=suffix, dash=dash)


_FAMILY = (26.0, 41.0, 22.0, 75.0)


def _second_part(*, lines: int, spare: int, divided: bool) -> tuple[Block, ...]:
    """Items 21 to 30 and the foot. divided: the relatives of wife or husband have a table of their own."""
    in_laws: tuple[Block, ...] = ()
    if divided:
        in_laws = (Heading("family_in_law", opening="- "), Records("family_in_law", _FAMILY, spare=spare))
    return (
        Heading("career", "21"),
        Records("career", (42, 122), spare=spare),
        Heading("training", "22"),
        Records("training", (36, 33, 36, 24, 33), spare=spare),
        Row((_i("awards", "23"),), (), lines - 1),
        Row((_i("party_badges", "24", suffix="năm"),)),
        Row((_i("highest_title", "25"),), (), lines - 1),
        Row((_i("discipline", "26"),), (), lines - 1),
        Heading("_history", "27", closing=":"),
        Row((Item("_expelled"), Item("_expelled_cell"))),
        Row((Item("_readmitted"), Item("_readmitted_cell"))),
        Row((Item("_restored"), Item("_restored_cell"))),
        Free("history_arrest", opening="d) ", lines=lines),
        Free("history_old_regime", opening="e) ", lines=lines),
        Heading("_foreign", "28", closing=":"),
        Free("_been_abroad", opening="a) ", lines=lines),
        Free("foreign_organizations", opening="b) ", lines=lines),
        Free("foreign_relatives", opening="c) ", lines=lines),
        Heading("family", "29"),
        Records("family", _FAMILY, spare=spare),
        *in_laws,
        Heading("_economy", "30", closing=":"),
        Row((_i("household_income", suffix="đồng", dash=True), _i("_each", suffix="đồng"))),
        Sentence("housing", _HOUSING, broken=True),
        Sentence("residential_land", _LAND),
        Row((_i("_business", dash=True),)),
        Row((_i("_farm_land", suffix="ha"), _i("_hired", suffix="người"))),
        Row((_i("_property"), _i("_property_value", suffix="đồng"))),
        Foot(),
    )


def _numbers(*, boxed: bool) -> tuple[Block, ...]:
    """The two numbers at the head, a box for each figure on the printed form."""
    return (
        Row((Item("party_file_number", "", 62, boxes=10 if boxed else 0, gap_after=6),)),
        Row((Item("party_card_number", "", 62, boxes=12 if boxed else 0),)),
    )


_EDUCATION: tuple[Block, ...] = (
    Row((_i("highest_qualification", dash=True),)),
    Row((_i("academic_degree", dash=True), _i("academic_title", "", 88, dash=True))),
    Row(
        (
            _i("political_theory", dash=True),
            _i("foreign_language", "", 66, dash=True),
            _i("informatics", "", 120, dash=True),
        )
    ),
)

_OFFICIAL = Plan(
    head=(
        Aside(WORDS.mark, "regular", 0.9),
        Row((Item("_mark", bare=True),)),
        *_numbers(boxed=True),
        Gap(2),
        Title(1.3),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("_province"),)),
        Row((_i("_commune"),)),
        Row((_i("_base"),)),
        Row((_i("_part"),)),
        Row((_i("_cell"),)),
    ),
    body=(
        Row((_i("full_name", "01"), _i("gender", "02", 104))),
        Row((_i("other_names", "03"), _i("birth_date", "04", 96))),
        Row((_i("birth_place", "05"),)),
        Row((_i("native_place", "06"),)),
        Row((_i("permanent_residence", "07"),)),
        Row((_i("temporary_residence"),)),
        Row((_i("ethnicity", "08"), _i("religion", "09", 84))),
        Row((_i("family_origin", "10"), _i("current_occupation", "11", 84))),
        Row((_i("party_joined_date", "12"), _i("party_cell_joined", "", 66))),
        Row((_i("party_introducer_1"), _i("_introducer_1_post", "", 92))),
        Row((_i("party_introducer_2"), _i("_introducer_2_post", "", 92))),
        Row((_i("_admission_date"),)),
        Row((_i("party_official_date"), _i("_official_cell", "", 66))),
        Row((_i("recruitment_date", "13"), _i("recruiting_agency", "", 80))),
        Row((_i("youth_union_date", "14"),)),
        Row((_i("organization_joined", "15"),)),
        Row((_i("enlistment_date", "16"), _i("discharge_date", "", 66))),
        Row((Item("_education", "17", bare=True), _i("general_education", dash=True))),
        *_EDUCATION,
        Row((_i("health", "18"), _i("wounded_soldier_class", "", 88, dash=True))),
        Row((Item("martyr_family", boxes=1, dash=True), _i("policy_family", "", 60, dash=True))),
        Row((_i("id_number", "19"), _i("party_exempt_on", "20", 84))),
        *_second_part(lines=2, spare=3, divided=False),
    ),
    photo_mm=26,
)

_OFFICE = Plan(
    head=(
        Aside(WORDS.mark, "italic", 0.9),
        Row((_i("_province"),)),
        Row((_i("_commune"),)),
        Row((_i("_base"),)),
        Row((_i("_cell"),)),
        Gap(3),
        Title(1.2),
        Row((_i("party_file_number"),)),
        Row((_i("party_card_number"),)),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "1"),)),
        Row((_i("gender", "2"), _i("other_names", "3", 56))),
        Row((_i("birth_date", "4"),)),
        Row((_i("birth_place", "5"),)),
        Row((_i("native_place", "6"),)),
    ),
    body=(
        Row((_i("permanent_residence", "7"),)),
        Row((_i("temporary_residence"),)),
        Row((_i("ethnicity", "8"), _i("religion", "9"))),
        Row((_i("family_origin", "10"),)),
        Row((_i("current_occupation", "11"),)),
        Row((_i("party_joined_date", "12"), _i("party_cell_joined"))),
        Row((_i("party_introducer_1"),)),
        Row((_i("_introducer_1_post"),)),
        Row((_i("party_introducer_2"),)),
        Row((_i("_introducer_2_post"),)),
        Row((_i("_admission_date"),)),
        Row((_i("party_official_date"), _i("_official_cell"))),
        Row((_i("recruitment_date", "13"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("youth_union_date", "14"),)),
        Row((_i("organization_joined", "15"),)),
        Row((_i("enlistment_date", "16"), _i("discharge_date"))),
        Row((Item("_education", "17", bare=True),)),
        Row((_i("general_education", dash=True),)),
        *_EDUCATION,
        Row((_i("health", "18"), _i("wounded_soldier_class", dash=True))),
        Row((_i("martyr_family", dash=True), _i("policy_family", dash=True))),
        Row((_i("id_number", "19"),)),
        Row((_i("party_exempt_on", "20"),)),
        *_second_part(lines=1, spare=1, divided=True),
    ),
    photo_mm=28,
)

_DISTRICT = Plan(
    head=(
        Row((Item("_mark", bare=True),)),
        Row((_i("_province"), _i("_commune", "", 84))),
        Row((_i("_base"), _i("_cell", "", 84))),
        Gap(2),
        Title(1.15),
        Aside(f"({WORDS.mark})", "italic", 0.9, centred=True),
        Row((_i("party_file_number"), _i("party_card_number", "", 76))),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "01"), _i("gender", "02", 110))),
        Row((_i("other_names", "03"), _i("birth_date", "04", 80))),
        Row((_i("birth_place", "05"),)),
        Row((_i("native_place", "06"),)),
        Row((_i("permanent_residence", "07"),)),
        Row((_i("temporary_residence"),)),
    ),
    body=(
        Row((_i("ethnicity", "08"), _i("religion", "09", 60))),
        Row((_i("family_origin", "10"), _i("current_occupation", "11", 84))),
        Row((_i("party_joined_date", "12"),)),
        Row((_i("party_cell_joined"),)),
        Row((_i("party_introducer_1"), _i("_introducer_1_post", "", 92))),
        Row((_i("party_introducer_2"), _i("_introducer_2_post", "", 92))),
        Row((_i("_admission_date"),)),
        Row((_i("party_official_date"),)),
        Row((_i("_official_cell"),)),
        Row((_i("recruitment_date", "13"), _i("recruiting_agency", "", 74))),
        Row((_i("youth_union_date", "14"),)),
        Row((_i("organization_joined", "15"),)),
        Row((_i("enlistment_date", "16"), _i("discharge_date", "", 70))),
        Row((_i("general_education", "17"), _i("highest_qualification", "", 70))),
        Row((_i("academic_degree"), _i("academic_title", "", 70))),
        Row((_i("political_theory"),)),
        Row((_i("foreign_language"), _i("informatics", "", 70))),
        Row((_i("health", "18"), _i("wounded_soldier_class", "", 70))),
        Row((_i("martyr_family"), _i("policy_family", "", 70))),
        Row((_i("id_number", "19"), _i("party_exempt_on", "20", 70))),
        *_second_part(lines=1, spare=0, divided=False),
    ),
    photo_mm=0,
)

FORM = StandardForm(
    "2-hsdv",
    _write,
    (
        Layout("official", planned(_OFFICIAL, WORDS, styles.official), prepare=_whole_family),
        Layout("office", planned(_OFFICE, WORDS, styles.office)),
        Layout("reprint", planned(_OFFICIAL, WORDS, styles.reprint), prepare=_whole_family),
        Layout("typed", planned(one_a_line(_OFFICE), WORDS, styles.typed), mono=True),
        Layout("district", planned(_DISTRICT, WORDS, styles.district), prepare=_whole_family),
    ),
)
