"""How a made-up person fills in the form: a hand with its habits turns facts into words on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from hrdigitize.domain.vietnamese import new_tones
from tests.generator.careers import Month
from tests.generator.families import Relative
from tests.generator.people import Person
from tests.generator.wordlists import Place

#: Precision of a date on paper: how many of year, month, day are written.
YEAR, MONTH, DAY = 1, 2, 3

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Habit:
    """The ways of one hand, kept over the whole form.

    date: "long" (07 tháng 03 năm 1992), or the separator of digits. padded: 07/03 or 7/3.
    tones: "old" (hòa) or "new" (hoà). initial: first letters of values "upper", "lower" or "mixed".
    none: what is written for nothing; "" leaves blank. none_share: how often nothing is written so.
    place: "dash", "comma", "title", "bare" or "preprinted" (Xã …, Huyện …, Tỉnh … stand on the form).
    capitals: short values are typed in capitals. decimal: the sign before the fraction.
    """

    date: str
    padded: bool
    tones: str
    initial: str
    none: str
    none_share: float
    place: str
    period: str
    capitals: bool
    decimal: str
    detail: str
    grade: str


def draw_habit(rng: Random, *, preprinted_places: bool = False) -> Habit:
    """A hand. preprinted_places: the form has the words Xã, Huyện, Tỉnh printed."""
    place = rng.choice(("dash", "comma", "comma", "title", "title", "bare"))
    return Habit(
        date=rng.choice(("/", "/", "/", "-", "-", ".", "long")),
        padded=rng.random() < 0.65,
        tones=rng.choice(("old", "new")),
        initial=rng.choice(("upper", "upper", "lower", "mixed")),
        none=rng.choice(("không", "Không", "Không", "Không có", "không có")),
        none_share=rng.choice((0.0, 0.3, 0.6, 0.9)),
        place="preprinted" if preprinted_places else place,
        period=rng.choice(
            (
                "{start}-{end}",
                "{start} - {end}",
                "{start} đến {end}",
                "Từ {start} đến {end}",
                "{start} - {end}",
            )
        ),
        capitals=rng.random() < 0.12,
        decimal="." if rng.random() < 0.12 else ",",
        detail=rng.choice(("short", "short", "labelled", "lines")),
        grade=rng.choice(("{step}/{steps}", "{step}/{steps}", "{step}", "bậc {step}", "Bậc {step}/{steps}")),
    )


@dataclass(frozen=True, slots=True)
class Written:
    """Everything the hand wrote. texts: field -> text as typed ("" blank). iso: date field -> ISO date.

    tables: table -> rows, column -> text; `<column>__iso` stands beside dates and periods.
    """

    habit: Habit
    texts: Mapping[str, str]
    iso: Mapping[str, str]
    tables: Mapping[str, tuple[Row, ...]]
    declared: date
    signer: str

    def truth(self, printed: frozenset[str]) -> dict[str, object]:
        """The truth of a form on which the labels of these fields and tables are printed."""
        found: dict[str, object] = {}
        for key, text in self.texts.items():
            if key not in printed:
                continue
            found[key] = " ".join(text.split())
            if key in self.iso:
                found[f"{key}__iso"] = self.iso[key]
        for name, rows in self.tables.items():
            if name in printed:
                found[name] = [
                    {column: " ".join(text.split()) for column, text in row.items()} for row in rows
                ]
        return found


def iso(day: date, precision: int) -> str:
    """The ISO date known to so many parts."""
    return "-".join(day.isoformat().split("-")[:precision])


class Hand:
    """Writes facts as its habit has it."""

    def __init__(self, habit: Habit, rng: Random) -> None:
        self._habit = habit
        self._rng = rng

    def _number(self, number: int) -> str:
        return f"{number:02d}" if self._habit.padded else str(number)

    def day(self, day: date, precision: int) -> str:
        if precision == YEAR:
            return str(day.year)
        digits = [self._number(day.month), str(day.year)]
        if precision == DAY:
            digits.insert(0, self._number(day.day))
        if self._habit.date != "long":
            return self._habit.date.join(digits)
        if precision == DAY:
            return f"{digits[0]} tháng {digits[1]} năm {digits[2]}"
        return f"tháng {digits[0]} năm {digits[1]}"

    def month(self, month: Month) -> str:
        separator = self._habit.date if self._habit.date in "/-" else "/"
        if "-" in self._habit.period:
            separator = "/"
        return f"{self._number(month.month)}{separator}{month.year}"

    def period(self, start: Month, end: Month | None) -> str:
        closing = "nay" if end is None else self.month(end)
        return self._habit.period.format(start=self.month(start), end=closing)

    def words(self, text: str) -> str:
        """A value as typed: tone placement of the hand, its first letter."""
        if self._habit.tones == "new":
            text = new_tones(text)
        initial = self._habit.initial
        if initial == "mixed" or not text:
            return text
        acronym = len(text) > 1 and text[1].isupper()
        return text if acronym else (text[0].upper() if initial == "upper" else text[0].lower()) + text[1:]

    def name(self, text: str) -> str:
        """A proper name or official title: only the tone placement is the hand's."""
        return new_tones(text) if self._habit.tones == "new" else text

    def short(self, text: str) -> str:
        """A value of a word or two, which some hands type in capitals."""
        typed = self.words(text)
        return typed.upper() if self._habit.capitals else typed

    def nothing(self) -> str:
        """What is written where there is nothing to say: a word, or a blank."""
        return self._habit.none if self._rng.random() < self._habit.none_share else ""

    def or_nothing(self, text: str, write: Callable[[str], str]) -> str:
        return write(text) if text else self.nothing()

    def decimal(self, number: str) -> str:
        return number.replace(".", self._habit.decimal)

    def place(self, place: Place, *, before: str = "") -> str:
        """The three units in the hand's style; `before` is house or hamlet."""
        style = self._habit.place
        units = (place.commune, place.district, place.province)
        opening = [self.words(before)] if before else []
        if style == "preprinted" and not before:
            return self.name(f"Xã {units[0].name}, Huyện {units[1].name}, Tỉnh {units[2].name}")
        if style == "bare":
            names = [unit.name if not unit.name.isdigit() else str(unit) for unit in units]
            return self.name(", ".join([*opening, *names]))
        if style == "dash":
            return self.name(" - ".join([*opening, *(str(unit) for unit in units)]))
        shown = [f"{unit.kind.capitalize()} {unit.name}" if style != "comma" else str(unit) for unit in units]
        return self.name(", ".join([*opening, *shown]))

    def detail(self, kin: Relative) -> str:
        """The last cell of a family table."""
        where = f"{kin.home.commune}, {kin.home.district}, {kin.home.province}"
        if kin.died is not None:
            return self.name(
                self._rng.choice(
                    (
                        f"Đã mất năm {kin.died}",
                        f"Đã chết ({kin.died})",
                        f"{kin.job}, {where}; đã mất {kin.died}",
                    )
                )
            )
        if self._habit.detail == "labelled":
            living = f"{kin.home.commune}, {kin.home.district}"
            return self.name(f"Quê quán: {where}; nghề nghiệp: {kin.job}; nơi ở: {living}")
        if self._habit.detail == "lines":
            return self.name(f"- Quê quán: {where}\n- Nghề nghiệp: {kin.job}\n- Địa chỉ hiện tại: {where}")
        return self.name(f"{kin.job}, {where}")


def _precision(rng: Random, day: float, month: float) -> int:
    chance = rng.random()
    if chance < day:
        return DAY
    return MONTH if chance < day + month else YEAR


def _date_fields(person: Person, rng: Random) -> dict[str, tuple[date | None, int]]:
    """Every date field with the precision that it is remembered to."""
    return {
        "birth_date": (person.born, _precision(rng, 0.95, 0.0)),
        "recruitment_date": (person.recruited, _precision(rng, 0.72, 0.18)),
        "salary_from": (person.pay[-1].start, _precision(rng, 0.4, 0.6)),
        "party_joined_date": (person.party_joined, _precision(rng, 0.94, 0.04)),
        "party_official_date": (person.party_official, _precision(rng, 0.94, 0.04)),
        "enlistment_date": (person.enlisted, _precision(rng, 0.4, 0.5)),
        "discharge_date": (person.discharged, _precision(rng, 0.4, 0.5)),
        "id_issue_date": (person.id_issued, _precision(rng, 0.96, 0.02)),
    }


def write(person: Person, habit: Habit, rng: Random) -> Written:
    """The whole form as this hand fills it in."""
    hand = Hand(habit, rng)
    dates = _date_fields(person, rng)
    texts = {key: hand.day(day, precision) if day else "" for key, (day, precision) in dates.items()}
    texts |= _person_texts(person, hand, rng) | _service_texts(person, hand) | _body_texts(person, hand, rng)
    return Written(
        habit=habit,
        texts=texts,
        iso={key: iso(day, precision) if day else "" for key, (day, precision) in dates.items()},
        tables=_tables(person, hand, habit),
        declared=person.declared,
        signer=hand.name(person.name),
    )


def _person_texts(person: Person, hand: Hand, rng: Random) -> dict[str, str]:
    house = rng.choice(
        (
            "thôn {n}",
            "xóm {n}",
            "số {m}",
            "tổ dân phố số {n}",
            "số nhà {m}, đường Lê Lợi",
            "ấp Hòa Thuận",
            "buôn Ea Mă",
            "{m}/{n} đường Nguyễn Thị Minh Khai",
        )
    )
    agency = str.upper if hand.short("a") == "A" and rng.random() < 0.5 else str
    return {
        "managing_agency": agency(hand.name(person.managing_agency)),
        "employing_agency": agency(hand.name(person.employing_agency)),
        "personnel_number": person.personnel_number,
        "full_name": hand.name(person.name).upper(),
        "other_names": hand.or_nothing(person.other_name, hand.name),
        "gender": hand.short(person.sex.value),
        "birth_place": hand.place(person.birth_place),
        "native_place": hand.place(person.native_place),
        "ethnicity": hand.short(person.ethnicity[0].upper() + person.ethnicity[1:])
        if rng.random() < 0.5
        else person.ethnicity,
        "religion": hand.name(person.religion) or rng.choice((hand.short("không"), hand.short("không"), "")),
        "permanent_residence": hand.place(
            person.residence, before=house.format(n=rng.randint(1, 12), m=rng.randint(2, 320))
        ),
        "current_residence": hand.place(
            person.current_residence,
            before=rng.choice(("thôn {n}", "số {m}", "số {m}, tổ {n}")).format(
                n=rng.randint(1, 12), m=rng.randint(2, 320)
            ),
        ),
        "occupation_before_recruitment": hand.words(person.occupation),
        "recruiting_agency": hand.name(person.recruiting_agency),
        "id_number": person.id_number,
        "social_insurance_number": person.insurance_number if rng.random() < 0.93 else "",
    }


def _service_texts(person: Person, hand: Hand) -> dict[str, str]:
    pay = person.pay[-1]
    return {
        "current_position": hand.name(person.position),
        "main_duty": hand.words(person.duty),
        "civil_service_rank": hand.words(pay.rank.name),
        "rank_code": pay.rank.code,
        "salary_grade": hand._habit.grade.format(step=pay.step, steps=len(pay.rank.steps)),
        "salary_coefficient": hand.decimal(pay.coefficient),
        "position_allowance": hand.or_nothing(person.position_allowance, hand.decimal),
        "other_allowance": hand.or_nothing(person.other_allowance, hand.decimal),
        "general_education": person.general_education,
        "highest_qualification": hand.name(person.qualification),
        "political_theory": hand.or_nothing(person.political_theory, hand.words),
        "state_management": hand.or_nothing(person.state_management, hand.words),
        "foreign_language": hand.or_nothing(person.foreign_language, hand.name),
        "informatics": hand.or_nothing(person.informatics, hand.name),
        "highest_military_rank": hand.name(person.military_rank),
        "highest_title": hand.or_nothing(person.highest_title, hand.words),
        "work_strength": hand.words(person.strength),
        "awards": hand.or_nothing(person.award, hand.name),
        "discipline": hand.or_nothing(person.discipline, hand.words),
    }


def _body_texts(person: Person, hand: Hand, rng: Random) -> dict[str, str]:
    metres = f"{person.height_cm / 100:.2f}".replace(".", ",")
    height = (
        f"{metres}m",
        f"{metres} m",
        f"{person.height_cm} cm",
        f"{person.height_cm}cm",
        f"1m{person.height_cm - 100}",
    )
    return {
        "organization_joined": _organization(person, hand, rng),
        "health": hand.words(person.health),
        "height": rng.choice(height),
        "weight": str(person.weight_kg),
        "blood_type": person.blood_type,
        "wounded_soldier_class": hand.or_nothing(person.wounded_class, str),
        "policy_family": hand.or_nothing(person.policy_family, hand.words),
        "history_arrest": hand.or_nothing(person.history, hand.name),
        "foreign_organizations": hand.or_nothing(person.foreign_organizations, hand.name),
        "foreign_relatives": hand.or_nothing(person.foreign_relatives, hand.name),
        "assessment": hand.name(person.assessment),
    }


def _organization(person: Person, hand: Hand, rng: Random) -> str:
    if person.organization_joined is None:
        return hand.nothing()
    day = hand.day(person.organization_joined, _precision(rng, 0.85, 0.1))
    name = hand.name(person.organization)
    found = rng.choice((f"{day}, {name}", f"{name} {day}", f"{day} ({name})", f"{day} {name}"))
    return f"{found}, {hand.name(person.organization_role)}" if person.organization_role else found


def _tables(person: Person, hand: Hand, habit: Habit) -> dict[str, tuple[Row, ...]]:
    training = [
        {
            "school": hand.name(study.school),
            "major": hand.name(study.major),
            "period": hand.period(study.start, study.end),
            "mode": hand.words(study.mode),
            "degree": hand.name(study.degree),
            "period__iso": _iso_period(study.start, study.end),
        }
        for study in person.studies
    ]
    career = [
        {
            "period": hand.period(post.start, post.end),
            "post": hand.name(post.title),
            "period__iso": _iso_period(post.start, post.end),
        }
        for post in person.posts
    ]
    salary = [
        {
            "month": hand.month(Month(pay.start.year, pay.start.month)),
            "code": f"{pay.rank.code}/{pay.step}",
            "coefficient": hand.decimal(pay.coefficient),
            "month__iso": _iso_month(Month(pay.start.year, pay.start.month)),
        }
        for pay in person.pay
    ]
    return {
        "training": tuple(training),
        "career": tuple(career),
        "family": tuple(_kin_row(kin, hand) for kin in person.family),
        "family_in_law": tuple(_kin_row(kin, hand) for kin in person.in_laws),
        "salary_history": tuple(salary),
    }


def _kin_row(kin: Relative, hand: Hand) -> Row:
    return {
        "relation": hand.name(kin.relation),
        "name": hand.name(kin.name),
        "birth_year": str(kin.born),
        "detail": hand.detail(kin),
    }


def _iso_month(month: Month) -> str:
    return f"{month.year}-{month.month:02d}"


def _iso_period(start: Month, end: Month | None) -> str:
    """From and to as the truth writes them; ".." is "nay"."""
    return f"{_iso_month(start)}/{'..' if end is None else _iso_month(end)}"
