"""What stands on the form: a made-up person's facts in the words of one hand, and the truth about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from tests.generator.careers import Month
from tests.generator.families import Relative
from tests.generator.habits import DAY, MONTH, YEAR, Habit, Hand
from tests.generator.people import Person

Row = Mapping[str, str]

#: What nobody leaves out, however hasty.
_ESSENTIAL = frozenset({"full_name", "birth_date", "gender"})
_HOUSES = (
    "thôn {n}",
    "xóm {n}",
    "số {m}",
    "số {m}, tổ {n}",
    "tổ dân phố số {n}",
    "số nhà {m}, đường Lê Lợi",
    "ấp Hòa Thuận",
    "buôn Ea Mă",
    "{m}/{n} đường Nguyễn Thị Minh Khai",
)


@dataclass(frozen=True, slots=True)
class Written:
    """Everything the hand wrote. texts: field -> text as typed ("" blank). iso: date field -> ISO date.

    tables: table -> rows, column -> text; `<column>__iso` stands beside dates and periods. answers: field ->
    what was written into each blank of its printed sentences, whose whole wording is the field's text.
    """

    habit: Habit
    texts: Mapping[str, str]
    iso: Mapping[str, str]
    tables: Mapping[str, tuple[Row, ...]]
    declared: date
    signer: str
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_texts(self, texts: Mapping[str, str]) -> Written:
        """The same with other texts for some fields."""
        return replace(self, texts={**self.texts, **texts})

    def with_tables(self, tables: Mapping[str, tuple[Row, ...]]) -> Written:
        """The same with other rows for some tables."""
        return replace(self, tables={**self.tables, **tables})

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


def _precision(rng: Random, day: float, month: float) -> int:
    chance = rng.random()
    if chance < day:
        return DAY
    return MONTH if chance < day + month else YEAR


def _date_fields(person: Person, rng: Random) -> dict[str, tuple[date | None, int]]:
    """Every date field with the precision that it is remembered to."""
    return {
        "birth_date": (person.identity.born, _precision(rng, 0.95, 0.0)),
        "recruitment_date": (person.office.recruited, _precision(rng, 0.72, 0.18)),
        "salary_from": (person.office.pay[-1].start, _precision(rng, 0.4, 0.6)),
        "party_joined_date": (person.memberships.party_joined, _precision(rng, 0.94, 0.04)),
        "party_official_date": (person.memberships.party_official, _precision(rng, 0.94, 0.04)),
        "enlistment_date": (person.memberships.enlisted, _precision(rng, 0.4, 0.5)),
        "discharge_date": (person.memberships.discharged, _precision(rng, 0.4, 0.5)),
        "id_issue_date": (person.papers.id_issued, _precision(rng, 0.96, 0.02)),
    }


def write(person: Person, habit: Habit, rng: Random) -> Written:
    """The whole form as this hand fills it in."""
    hand = Hand(habit, rng)
    dates = _date_fields(person, rng)
    texts = {key: hand.day(day, precision) if day else "" for key, (day, precision) in dates.items()}
    texts |= _person_texts(person, hand, rng) | _service_texts(person, hand) | _body_texts(person, hand, rng)
    left_out = {key for key in texts if key not in _ESSENTIAL and rng.random() < habit.omitted}
    texts |= dict.fromkeys(left_out, "")
    return Written(
        habit=habit,
        texts=texts,
        iso={
            key: iso(day, precision) if day and key not in left_out else ""
            for key, (day, precision) in dates.items()
        },
        tables=_tables(person, hand),
        declared=person.declared,
        signer=hand.name(person.identity.name),
    )


def _person_texts(person: Person, hand: Hand, rng: Random) -> dict[str, str]:
    identity, office = person.identity, person.office

    def house(patterns: Sequence[str]) -> str:
        return rng.choice(patterns).format(n=rng.randint(1, 12), m=rng.randint(2, 320))

    people = identity.ethnicity[0].upper() + identity.ethnicity[1:]
    agency = str.upper if hand.habit.capitals and rng.random() < 0.5 else str
    return {
        "managing_agency": agency(hand.name(office.managing_agency)),
        "employing_agency": agency(hand.name(office.employing_agency)),
        "personnel_number": person.papers.personnel_number,
        "full_name": hand.name(identity.name).upper(),
        "other_names": hand.or_nothing(identity.other_name, hand.name),
        "gender": hand.short(identity.sex.value),
        "birth_place": hand.place(identity.birth_place),
        "native_place": hand.place(identity.native_place),
        "ethnicity": rng.choice((people, hand.short(people))),
        "religion": hand.name(identity.religion)
        or rng.choice((hand.short("không"), hand.short("không"), "")),
        "permanent_residence": hand.place(identity.residence, before=house(_HOUSES)),
        "current_residence": hand.place(identity.current_residence, before=house(_HOUSES)),
        "occupation_before_recruitment": hand.words(office.occupation),
        "recruiting_agency": hand.name(office.recruiting_agency),
        "id_number": person.papers.id_number,
        "social_insurance_number": person.papers.insurance_number if rng.random() < 0.93 else "",
    }


def _service_texts(person: Person, hand: Hand) -> dict[str, str]:
    office, learning = person.office, person.learning
    pay = office.pay[-1]
    return {
        "current_position": hand.name(office.position),
        "main_duty": hand.words(office.duty),
        "civil_service_rank": hand.words(pay.rank.name),
        "rank_code": pay.rank.code,
        "salary_grade": hand.habit.grade.format(step=pay.step, steps=len(pay.rank.steps)),
        "salary_coefficient": hand.decimal(pay.coefficient),
        "position_allowance": hand.or_nothing(office.position_allowance, hand.decimal),
        "other_allowance": hand.or_nothing(office.other_allowance, hand.decimal),
        "general_education": learning.general_education,
        "highest_qualification": hand.name(learning.qualification),
        "political_theory": hand.or_nothing(learning.political_theory, hand.words),
        "state_management": hand.or_nothing(learning.state_management, hand.words),
        "foreign_language": hand.or_nothing(learning.foreign_language, hand.name),
        "informatics": hand.or_nothing(learning.informatics, hand.name),
        "highest_military_rank": hand.name(person.memberships.military_rank),
        "highest_title": hand.or_nothing(office.highest_title, hand.words),
        "work_strength": hand.words(office.strength),
        "awards": hand.or_nothing(office.award, hand.name),
        "discipline": hand.or_nothing(office.discipline, hand.words),
    }


def _body_texts(person: Person, hand: Hand, rng: Random) -> dict[str, str]:
    body, background = person.body, person.background
    metres = f"{body.height_cm / 100:.2f}".replace(".", ",")
    height = (
        f"{metres}m",
        f"{metres} m",
        f"{body.height_cm} cm",
        f"{body.height_cm}cm",
        f"1m{body.height_cm - 100}",
    )
    return {
        "organization_joined": _organization(person, hand, rng),
        "health": hand.words(body.health),
        "height": rng.choice(height),
        "weight": str(body.weight_kg),
        "blood_type": body.blood_type,
        "wounded_soldier_class": hand.or_nothing(body.wounded_class, str),
        "policy_family": hand.or_nothing(body.policy_family, hand.words),
        "history_arrest": hand.or_nothing(background.history, hand.name),
        "foreign_organizations": hand.or_nothing(background.foreign_organizations, hand.name),
        "foreign_relatives": hand.or_nothing(background.foreign_relatives, hand.name),
        "assessment": hand.name(background.assessment),
    }


def _organization(person: Person, hand: Hand, rng: Random) -> str:
    joined = person.memberships
    if joined.organization_joined is None:
        return hand.nothing()
    day = hand.day(joined.organization_joined, _precision(rng, 0.85, 0.1))
    name = hand.name(joined.organization)
    found = rng.choice((f"{day}, {name}", f"{name} {day}", f"{day} ({name})", f"{day} {name}"))
    return f"{found}, {hand.name(joined.organization_role)}" if joined.organization_role else found


def _tables(person: Person, hand: Hand) -> dict[str, tuple[Row, ...]]:
    training = [
        {
            "school": hand.name(study.school),
            "major": hand.name(study.major),
            "period": hand.period(study.start, study.end),
            "mode": hand.words(study.mode),
            "degree": hand.name(study.degree),
            "period__iso": _iso_period(study.start, study.end),
        }
        for study in person.learning.studies
    ]
    career = [
        {
            "period": hand.period(post.start, post.end),
            "post": hand.name(post.title),
            "period__iso": _iso_period(post.start, post.end),
        }
        for post in person.office.posts
    ]
    salary = [
        {
            "month": hand.month(Month(pay.start.year, pay.start.month)),
            "code": f"{pay.rank.code}/{pay.step}",
            "coefficient": hand.decimal(pay.coefficient),
            "month__iso": _iso_month(Month(pay.start.year, pay.start.month)),
        }
        for pay in person.office.pay
    ]
    return {
        "training": tuple(training),
        "career": tuple(career),
        "family": tuple(_kin_row(kin, hand) for kin in person.kin.own),
        "family_in_law": tuple(_kin_row(kin, hand) for kin in person.kin.in_laws),
        "salary_history": tuple(salary),
    }


def _kin_row(kin: Relative, hand: Hand) -> Row:
    return {
        "relation": hand.name(kin.relation),
        "name": hand.name(kin.name),
        "birth_year": hand.born(kin),
        "detail": hand.detail(kin),
    }


def _iso_month(month: Month) -> str:
    return f"{month.year}-{month.month:02d}"


def _iso_period(start: Month, end: Month | None) -> str:
    """From and to as the truth writes them; ".." is "nay"."""
    return f"{_iso_month(start)}/{'..' if end is None else _iso_month(end)}"
