"""The layouts of the curriculum vitae of TT 06/2023/TT-BNV (facts: the circular's form of 38 items)."""

from __future__ import annotations

from random import Random

from tests.generator import careers, styles
from tests.generator.blocks import (
    Answer,
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
from tests.generator.careers import Month
from tests.generator.drafting import Draft, draft, grade, in_blanks, salary_periods, span, told
from tests.generator.forms.tt06_words import WORDS
from tests.generator.habits import DAY, Habit, Hand
from tests.generator.laying import Layout, StandardForm, one_a_line, planned
from tests.generator.people import Person
from tests.generator.wordlists import words
from tests.generator.writing import Row as Cells
from tests.generator.writing import Written

_INCOME = ("- Tiền lương: {}", "- Các nguồn khác: {}")
_HOUSING = (
    "+ Được cấp, được thuê (loại nhà): {}, tổng diện tích sử dụng: {} m2.",
    "Giấy chứng nhận quyền sở hữu: {}",
    "+ Nhà tự mua, tự xây (loại nhà): {}, tổng diện tích sử dụng: {} m2.",
    "Giấy chứng nhận quyền sở hữu: {}",
)
_LAND = (
    "+ Đất được cấp: {} m2.",
    "Giấy chứng nhận quyền sử dụng: {}",
    "+ Đất tự mua: {} m2.",
    "Giấy chứng nhận quyền sử dụng: {}",
)
_UNITS = ("(xã, phường)", "(huyện, quận)", "(tỉnh, TP)")

# ---- what is written -----------------------------------------------------------------------------------


def _write(person: Person, habit: Habit, rng: Random) -> Written:
    work = draft(person, habit, rng)
    facts, post, pay = work.facts, work.facts.position, person.office.pay[-1]
    answers = _answers(work)
    days = {
        "current_agency_date": (post.joined_agency, work.day_of()),
        "position_appointed_on": (post.appointed, DAY),
        "position_reappointed_on": (post.reappointed, DAY),
        "rank_appointed_on": (post.rank_appointed, work.day_of(0.5)),
        "seniority_allowance_from": (pay.start if post.seniority else None, work.day_of(0.5)),
        "job_post_salary_from": (pay.start if post.job_post else None, work.day_of(0.7)),
    }
    tables = {
        "training": _training(work),
        "career": _career(work),
        "salary_history": salary_periods(work),
        "awards_history": [
            _year(work.hand, one.year, one.rating, one.emulation, one.award) for one in facts.years
        ],
        "discipline_history": _penalties(work),
        "allowances": _allowances(work),
    }
    return work.also(_texts(work, answers), days, tables=tables, answers=answers)


def _texts(work: Draft, answers: dict[str, tuple[str, ...]]) -> dict[str, str]:
    person, facts, hand, post = work.person, work.facts, work.hand, work.facts.position
    pay = person.office.pay[-1]
    return {
        "_identifier": person.papers.id_number if work.rng.random() < 0.5 else "",
        "phone": facts.phone,
        "health_insurance_number": f"{work.rng.choice(('CH', 'HC', 'GD'))}4{person.papers.id_number[:2]}"
        f"{person.papers.insurance_number}",
        "family_origin": hand.words(facts.origin),
        "academic_title": hand.or_nothing(facts.academic_title, hand.name),
        "planned_position": hand.or_nothing(post.planned, hand.name),
        "concurrent_position": hand.or_nothing(post.concurrent, hand.name),
        "party_position": hand.or_nothing(post.party, hand.name),
        "concurrent_party_position": hand.or_nothing(post.concurrent_party, hand.name),
        "longest_job": hand.name(post.longest_job),
        "salary_percent": post.percent,
        "seniority_allowance": post.seniority,
        "concurrent_allowance": hand.nothing(),
        "job_post": hand.name(post.job_post),
        "job_post_code": f"{work.rng.randint(1, 9)}.{work.rng.randint(1, 40):03d}" if post.job_post else "",
        "job_post_grade": grade(hand, pay) if post.job_post else "",
        "job_post_salary": post.job_post_salary if post.job_post else "",
        "height": str(person.body.height_cm),
        "history_old_regime": hand.name(facts.old_regime),
        "foreign_organizations": hand.name(person.background.foreign_organizations),
        "household_income": told(_INCOME, answers["household_income"]),
        "housing": told(_HOUSING, answers["housing"]),
        "residential_land": told(_LAND, answers["residential_land"]),
    }


def _answers(work: Draft) -> dict[str, tuple[str, ...]]:
    house = work.facts.household
    deed = work.rng.choice(("có", "Có", "Đã cấp", f"BC {work.rng.randrange(10**6):06d}"))
    return {
        "household_income": (house.salary, house.other_income),
        "housing": (
            *house.given_house,
            "",
            *house.own_house,
            deed if house.own_house[0] and work.rng.random() < 0.5 else "",
        ),
        "residential_land": (house.given_land, "", house.own_land, deed if house.own_land else ""),
    }


def _training(work: Draft) -> list[Cells]:
    """The studies by the parts of item 32, each with the columns of its part."""
    hand, rows = work.hand, []
    for study in work.person.learning.studies:
        short = study.degree.startswith(("Chứng", "Giấy"))
        cells = {**span(hand, study.start, study.end), "school": hand.name(study.school)}
        degree = hand.name(study.degree)
        if study.major == "Lý luận chính trị":
            rows.append({"section": "32.2", **cells, "mode": hand.words(study.mode), "degree": degree})
        elif short and study.major.startswith("Tiếng"):
            score = work.rng.choice(("", "", "6.5", "75", "450"))
            language = hand.name(study.major)
            rows.append({"section": "32.6", **cells, "language": language, "degree": degree, "score": score})
        elif short:
            part = "32.4" if "Quốc phòng" in study.major else "32.5" if "Tin học" in study.major else "32.3"
            rows.append({"section": part, **cells, "degree": degree})
        else:
            mode, major = hand.words(study.mode), hand.name(study.major)
            rows.append({"section": "32.1", **cells, "major": major, "mode": mode, "degree": degree})
    return sorted(rows, key=lambda row: row["section"])


def _career(work: Draft) -> list[Cells]:
    place = work.person.identity.current_residence
    return [
        {
            **span(work.hand, post.start, post.end),
            "unit": work.hand.name(careers.at(work.rng.choice(words("agencies")), place)),
            "title": work.hand.name(work.rng.choice(words("bare_titles"))),
        }
        for post in work.person.office.posts
    ]


def _year(hand: Hand, year: int, rating: str, emulation: str, award: str) -> Cells:
    return {
        "year": str(year),
        "rating": hand.name(rating),
        "emulation": hand.name(emulation),
        "award": hand.name(award),
        "year__iso": str(year),
    }


def _penalties(work: Draft) -> list[Cells]:
    return [
        {
            **span(work.hand, Month(one.start.year, one.start.month), Month(one.end.year, one.end.month)),
            "kind": work.hand.name(one.kind),
            "offence": work.hand.name(one.offence),
            "decided_by": work.hand.name(one.decided_by),
        }
        for one in work.facts.penalties
    ]


def _allowances(work: Draft) -> list[Cells]:
    start = work.person.office.pay[-1].start
    return [
        {
            **span(work.hand, Month(start.year, start.month), None),
            "kind": work.hand.name(kind),
            "percent": percent,
            "coefficient": work.hand.decimal(coefficient),
            "form": work.rng.choice(("", "Theo lương", "Hàng tháng")),
            "amount": "",
        }
        for kind, percent, coefficient in work.facts.allowances
    ]


# ---- how it is printed ---------------------------------------------------------------------------------


def _i(key: str, number: str = "", tab_mm: float = 0.0, *, inline: bool = False, suffix: str = "") -> Item:
    return Item(key, number, tab_mm, inline, suffix)


_PARTS = (
    ("_specialist", "32.1", (19, 19, 34, 32, 27, 33)),
    ("_political", "32.2", (19, 19, 56, 34, 36)),
    ("_management", "32.3", (19, 19, 72, 54)),
    ("_defence", "32.4", (19, 19, 72, 54)),
    ("_computing", "32.5", (19, 19, 72, 54)),
    ("_languages", "32.6", (19, 19, 42, 32, 32, 20)),
)


def _second_part(*, lines: int, spare: int, asked_in_tables: bool) -> tuple[Block, ...]:
    """Items 32 to 38 and the foot. asked_in_tables: 34.2 and 34.3 have a table each for their answers."""
    training = tuple(
        block
        for label, section, shares in _PARTS
        for block in (
            Heading(label, section),
            Records("training", shares, f"training_{section}", section, spare=spare),
        )
    )
    history: tuple[Block, ...] = (
        Free("history_old_regime", "34.2", lines=lines),
        Free("foreign_organizations", "34.3", lines=lines),
    )
    if asked_in_tables:
        history = (
            Heading("history_old_regime", "34.2"),
            Answer("history_old_regime", (19, 19, 126)),
            Heading("foreign_organizations", "34.3"),
            Answer("foreign_organizations", (19, 19, 126)),
        )
    family = (24.0, 40.0, 23.0, 77.0)
    return (
        Heading("training", "32"),
        *training,
        Heading("career", "33"),
        Records("career", (19, 19, 74, 52), spare=spare),
        Heading("_history", "34"),
        Free("history_arrest", "34.1", lines=lines),
        *history,
        Heading("_merit", "35"),
        Heading("awards_history", "35.1"),
        Records("awards_history", (14, 50, 46, 54), spare=spare),
        Heading("discipline_history", "35.2"),
        Records("discipline_history", (19, 19, 34, 52, 40), spare=spare),
        Heading("_relatives", "36"),
        Heading("family", "36.1"),
        Records("family", family, spare=spare),
        Heading("family_in_law", "36.2"),
        Records("family_in_law", family, spare=spare),
        Heading("_economy", "37"),
        Heading("salary_history", "37.1"),
        Records("salary_history", (22, 22, 28, 26, 30, 36), spare=spare),
        Heading("allowances", "37.2"),
        Records("allowances", (20, 20, 38, 22, 18, 26, 24), spare=spare),
        Sentence("household_income", _INCOME, "37.3", "", broken=True),
        Sentence("housing", _HOUSING, broken=True),
        Sentence("residential_land", _LAND, broken=True),
        Row((Item("_farm_land", dash=True),), (), 1),
        Free("assessment", "38", lines=lines + 1),
        Foot(),
    )


_HEAD: tuple[Block, ...] = (
    Row((_i("managing_agency"),)),
    Row((_i("employing_agency"),)),
    Row((_i("personnel_number"),)),
    Row((_i("_identifier"),)),
)

_PAY: tuple[Block, ...] = (
    Heading("_pay", "30"),
    Row((_i("civil_service_rank", "30.1"), _i("rank_code"))),
    Row((_i("rank_appointed_on"),)),
    Row((_i("salary_grade"), _i("salary_coefficient", "", 54), _i("salary_from", "", 100))),
    Row(
        (
            _i("salary_percent", suffix="%"),
            _i("seniority_allowance", suffix="%"),
            _i("seniority_allowance_from"),
        )
    ),
    Row((_i("position_allowance", "30.2"), _i("concurrent_allowance"), _i("other_allowance"))),
    Row((_i("job_post", "30.3"), _i("job_post_code"))),
    Row((_i("job_post_grade"), _i("job_post_salary", suffix="vnđ"), _i("job_post_salary_from"))),
    Row(
        (
            _i("_job_post_percent", suffix="%"),
            _i("_job_post_seniority", suffix="%"),
            _i("_job_post_seniority_from"),
        )
    ),
)

_POSITION: tuple[Block, ...] = (
    Row((_i("current_position", "23"),)),
    Row((_i("position_appointed_on"), _i("position_reappointed_on"))),
    Row((_i("planned_position", "24"),)),
    Row((_i("concurrent_position", "25"),)),
    Row((_i("party_position", "26"),)),
    Row((_i("concurrent_party_position", "27"),)),
    Row((_i("main_duty", "28"),)),
)

_OFFICIAL = Plan(
    head=(
        Aside("MẪU SƠ YẾU LÝ LỊCH", centred=True),
        Aside(WORDS.mark, "italic", 0.8, centred=True),
        *_HEAD,
        Gap(2),
    ),
    beside_photo=(
        Title(1.1),
        Row((_i("full_name", "1", inline=True), _i("gender"))),
        Row((_i("other_names", "2"),)),
        Row((_i("birth_date", "3"),)),
        Row((_i("birth_place", "4"),)),
        Row((Item("native_place", "5", parts=_UNITS),)),
    ),
    body=(
        Row((_i("ethnicity", "6"),)),
        Row((_i("religion", "7"),)),
        Row((_i("id_number", "8"), _i("id_issue_date"), _i("phone"))),
        Row((_i("social_insurance_number", "9"), _i("health_insurance_number", "", 84))),
        Row((_i("current_residence", "10"),)),
        Row((_i("family_origin", "11"),)),
        Row((_i("occupation_before_recruitment", "12"),)),
        Row((_i("recruitment_date", "13"), _i("recruiting_agency"))),
        Row((_i("current_agency_date", "14"),)),
        Row((_i("party_joined_date", "15"), _i("party_official_date"))),
        Row((_i("organization_joined", "16", inline=True),)),
        Row((_i("enlistment_date", "17"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("policy_family", "18"),)),
        Row((_i("general_education", "19", inline=True),)),
        Row((_i("highest_qualification", "20"),)),
        Row((_i("academic_title", "21"),)),
        Row((_i("highest_title", "22"),)),
        *_POSITION,
        Row((_i("work_strength", "29"), _i("longest_job", "", 84))),
        *_PAY,
        Row((_i("health", "31"),)),
        Row((_i("height", suffix="cm"), _i("weight", "", 50, suffix="kg"), _i("blood_type", "", 100))),
        *_second_part(lines=2, spare=3, asked_in_tables=True),
    ),
)

_OFFICE = Plan(
    head=(
        Aside("Mẫu ban hành kèm theo Thông tư số 06/2023/TT-BNV", "italic", 0.85),
        *_HEAD,
        Gap(3),
        Title(1.2),
    ),
    beside_photo=(
        Row((_i("full_name", "1"),)),
        Row((_i("gender"), _i("other_names", "2", 50))),
        Row((_i("birth_date", "3"),)),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
        Row((_i("ethnicity", "6"), _i("religion", "7", 66))),
    ),
    body=(
        Row((_i("id_number", "8"), _i("id_issue_date"))),
        Row((_i("phone"),)),
        Row((_i("social_insurance_number", "9"), _i("health_insurance_number"))),
        Row((_i("current_residence", "10"),)),
        Row((_i("family_origin", "11"),)),
        Row((_i("occupation_before_recruitment", "12"),)),
        Row((_i("recruitment_date", "13"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_agency_date", "14"),)),
        Row((_i("party_joined_date", "15"), _i("party_official_date"))),
        Row((_i("organization_joined", "16"),)),
        Row((_i("enlistment_date", "17"), _i("discharge_date"), _i("highest_military_rank"))),
        Row((_i("policy_family", "18"), _i("general_education", "19", 84))),
        Row((_i("highest_qualification", "20"),)),
        Row((_i("academic_title", "21"), _i("highest_title", "22", 60))),
        *_POSITION,
        Row((_i("work_strength", "29"),)),
        Row((_i("longest_job"),)),
        *_PAY,
        Row((_i("health", "31"), _i("height", suffix="cm"), _i("weight", suffix="kg"), _i("blood_type"))),
        *_second_part(lines=1, spare=1, asked_in_tables=False),
    ),
    photo_mm=32,
)

_DISTRICT = Plan(
    head=(
        Title(1.15),
        Aside(WORDS.mark, "italic", 0.75, centred=True),
        Gap(2),
        Row((_i("managing_agency"),)),
        Row((_i("employing_agency"),)),
        Row((_i("personnel_number"), _i("_identifier", "", 78))),
        Gap(2),
    ),
    beside_photo=(
        Row((_i("full_name", "1"), _i("gender", "", 112))),
        Row((_i("other_names", "2"), _i("birth_date", "3", 70))),
        Row((_i("birth_place", "4"),)),
        Row((_i("native_place", "5"),)),
        Row((_i("ethnicity", "6"), _i("religion", "7", 70))),
        Row((_i("id_number", "8"), _i("id_issue_date", "", 70), _i("phone", "", 114))),
    ),
    body=(
        Row((_i("social_insurance_number", "9"), _i("health_insurance_number", "", 70))),
        Row((_i("current_residence", "10"),)),
        Row((_i("family_origin", "11"),)),
        Row((_i("occupation_before_recruitment", "12"),)),
        Row((_i("recruitment_date", "13"),)),
        Row((_i("recruiting_agency"),)),
        Row((_i("current_agency_date", "14"),)),
        Row((_i("party_joined_date", "15"), _i("party_official_date", "", 100))),
        Row((_i("organization_joined", "16"),)),
        Row(
            (_i("enlistment_date", "17"), _i("discharge_date", "", 60), _i("highest_military_rank", "", 104))
        ),
        Row((_i("policy_family", "18"),)),
        Row((_i("general_education", "19"),)),
        Row((_i("highest_qualification", "20"), _i("academic_title", "21", 110))),
        Row((_i("highest_title", "22"),)),
        Row((_i("current_position", "23"),)),
        Row((_i("position_appointed_on"),)),
        Row((_i("position_reappointed_on"),)),
        Row((_i("planned_position", "24"),)),
        Row((_i("concurrent_position", "25"),)),
        Row((_i("party_position", "26"),)),
        Row((_i("concurrent_party_position", "27"),)),
        Row((_i("main_duty", "28"),)),
        Row((_i("work_strength", "29"), _i("longest_job", "", 80))),
        *_PAY,
        Row((_i("health", "31"), _i("height", "", 60), _i("weight", "", 96), _i("blood_type", "", 130))),
        *_second_part(lines=1, spare=0, asked_in_tables=True),
    ),
    photo_mm=0,
)

FORM = StandardForm(
    "syll-tt06-2023",
    _write,
    (
        Layout("official", planned(_OFFICIAL, WORDS, styles.official), prepare=in_blanks),
        Layout("office", planned(_OFFICE, WORDS, styles.office)),
        Layout("reprint", planned(_OFFICIAL, WORDS, styles.reprint), prepare=in_blanks),
        Layout("typed", planned(one_a_line(_OFFICE), WORDS, styles.typed), mono=True),
        Layout("district", planned(_DISTRICT, WORDS, styles.district)),
    ),
)
