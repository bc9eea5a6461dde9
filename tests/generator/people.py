"""Made-up people: facts about a cadre that fit together, before anybody writes them on a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generator import careers, families
from tests.generator.careers import Pay, Post, Study
from tests.generator.families import Relative
from tests.generator.naming import Sex, draw_book, draw_name
from tests.generator.wordlists import Place, places, words

#: Citizens' numbers of twelve digits are issued since 2016; before, the people's card had nine.
_FIRST_CITIZEN_CARDS = 2016


@dataclass(frozen=True, slots=True)
class Person:
    """A cadre who never lived. None or "" where the person has nothing of the kind.

    declared: the day the form was filled in; no other date lies after it.
    """

    sex: Sex
    name: str
    other_name: str
    ethnicity: str
    religion: str
    born: date
    birth_place: Place
    native_place: Place
    residence: Place
    current_residence: Place
    work_place: Place
    declared: date
    occupation: str
    recruited: date
    recruiting_agency: str
    managing_agency: str
    employing_agency: str
    position: str
    duty: str
    pay: tuple[Pay, ...]
    position_allowance: str
    other_allowance: str
    general_education: str
    qualification: str
    political_theory: str
    state_management: str
    foreign_language: str
    informatics: str
    party_joined: date | None
    party_official: date | None
    organization: str
    organization_role: str
    organization_joined: date | None
    enlisted: date | None
    discharged: date | None
    military_rank: str
    highest_title: str
    strength: str
    award: str
    discipline: str
    health: str
    height_cm: int
    weight_kg: int
    blood_type: str
    wounded_class: str
    policy_family: str
    id_number: str
    id_issued: date
    insurance_number: str
    personnel_number: str
    studies: tuple[Study, ...]
    posts: tuple[Post, ...]
    family: tuple[Relative, ...]
    in_laws: tuple[Relative, ...]
    history: str
    foreign_organizations: str
    foreign_relatives: str
    assessment: str


def id_number(rng: Random, *, place: Place, sex: Sex, born: date, issued: date) -> str:
    """A number as the police would have given it that year: nine digits before 2016, twelve since."""
    if issued.year < _FIRST_CITIZEN_CARDS:
        return f"{rng.randint(10, 385):03d}{rng.randrange(10**6):06d}"
    century_and_sex = (born.year // 100 - 19) * 2 + (sex is Sex.FEMALE)
    return f"{place.code}{century_and_sex}{born.year % 100:02d}{rng.randrange(10**6):06d}"


def between(rng: Random, first: date, last: date) -> date:
    """A day from `first` to `last`, both included; `first` where they are in the wrong order."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def _years_after(day: date, years: float) -> date:
    return day + timedelta(days=round(years * 365.25))


def _maybe(rng: Random, chance: float, list_name: str) -> str:
    return rng.choice(words(list_name)) if rng.random() < chance else ""


def _party_dates(rng: Random, born: date, declared: date) -> tuple[date | None, date | None]:
    """Admission at eighteen or later, official a year after it and not after the declaration."""
    first, last = _years_after(born, 18.5), _years_after(declared, -1.2)
    if rng.random() < 0.12 or first >= last:
        return None, None
    joined = between(rng, first, min(last, _years_after(born, 40)))
    return joined, between(rng, _years_after(joined, 1), _years_after(joined, 1.05))


def _service(rng: Random, sex: Sex, born: date, recruited: date) -> tuple[date | None, date | None, str]:
    """Enlistment, discharge, highest rank; all empty for those who did not serve before recruitment."""
    enlisted = between(rng, _years_after(born, 18.1), _years_after(born, 19.5))
    discharged = between(rng, _years_after(enlisted, 1.5), _years_after(enlisted, 3.2))
    if sex is Sex.FEMALE or rng.random() < 0.65 or discharged >= recruited:
        return None, None, ""
    return enlisted, discharged, rng.choice(words("military_ranks"))


def make_person(rng: Random) -> Person:
    """A made-up cadre; the same state of `rng` gives the same person."""
    sex = rng.choice((Sex.MALE, Sex.FEMALE))
    book = draw_book(rng)
    home = rng.choice(places())
    declared = between(rng, date(2009, 3, 1), date(2025, 6, 20))
    born = between(rng, _years_after(declared, -59), _years_after(declared, -25))
    recruited = between(
        rng, _years_after(born, 21.5), min(_years_after(born, 31), _years_after(declared, -1.5))
    )
    work_place = home if rng.random() < 0.5 else rng.choice(places())
    name = draw_name(rng, book, sex)
    ranks = careers.rank_ladder(rng)
    studies = careers.draw_studies(rng, born=born, declared=declared)
    party_joined, party_official = _party_dates(rng, born, declared)
    enlisted, discharged, military_rank = _service(rng, sex, born, recruited)
    issued = between(rng, max(date(2000, 1, 1), _years_after(born, 18)), _years_after(declared, -0.05))
    kin = families.draw_families(rng, book=book, name=name, sex=sex, born=born, declared=declared, home=home)
    joined_organization = between(rng, _years_after(born, 15), _years_after(born, 19))
    has_organization = rng.random() < 0.85
    return Person(
        sex=sex,
        name=name,
        other_name=draw_name(rng, book, sex).split()[-1] if rng.random() < 0.15 else "",
        ethnicity=book.people,
        religion=_maybe(rng, 0.2, "religions"),
        born=born,
        birth_place=home,
        native_place=home if rng.random() < 0.6 else rng.choice(places()),
        residence=home if rng.random() < 0.4 else rng.choice(places()),
        current_residence=work_place,
        work_place=work_place,
        declared=declared,
        occupation=rng.choice(words("occupations")),
        recruited=recruited,
        recruiting_agency=careers.at(rng.choice(words("agencies")), work_place),
        managing_agency=careers.at(rng.choice(words("upper_agencies")), work_place),
        employing_agency=careers.at(rng.choice(words("agencies")), work_place),
        position=careers.at(rng.choice(words("positions")), work_place),
        duty=rng.choice(words("duties")),
        pay=careers.draw_pay(rng, ranks, recruited=recruited, declared=declared),
        position_allowance=rng.choice(("", "0.15", "0.20", "0.25", "0.30", "0.50", "0.70")),
        other_allowance=rng.choice(
            ("", "", "25%", "0.10", "0.30", "công vụ 25%", "thâm niên 12%", "khu vực 0,5")
        ),
        general_education="10/10"
        if born.year < 1975 and rng.random() < 0.7
        else rng.choice(("12/12", "12/12", "12/12", "12/12 bổ túc", "9/12")),
        qualification=careers.qualification(rng, studies),
        political_theory=rng.choice(("", "sơ cấp", "trung cấp", "trung cấp", "cao cấp", "cử nhân")),
        state_management=rng.choice(("", "cán sự", "chuyên viên", "chuyên viên", "chuyên viên chính")),
        foreign_language=_maybe(rng, 0.8, "languages"),
        informatics=_maybe(rng, 0.85, "informatics"),
        party_joined=party_joined,
        party_official=party_official,
        organization=rng.choice(words("organizations")) if has_organization else "",
        organization_role=_maybe(rng, 0.5, "organization_roles"),
        organization_joined=joined_organization if has_organization else None,
        enlisted=enlisted,
        discharged=discharged,
        military_rank=military_rank,
        highest_title=_maybe(rng, 0.15, "titles"),
        strength=rng.choice(words("strengths")),
        award=careers.at(_maybe(rng, 0.75, "awards"), work_place, rng.randint(recruited.year, declared.year)),
        discipline=careers.at(
            _maybe(rng, 0.2, "disciplines"), work_place, rng.randint(recruited.year, declared.year)
        ),
        health=rng.choice(words("health")),
        height_cm=rng.randint(152, 182) if sex is Sex.MALE else rng.randint(145, 170),
        weight_kg=rng.randint(48, 84) if sex is Sex.MALE else rng.randint(41, 68),
        blood_type=rng.choice(("", "O", "A", "B", "AB", "O+", "A", "B")),
        wounded_class=_maybe(rng, 0.06, "wounded_classes") if sex is Sex.MALE else "",
        policy_family=_maybe(rng, 0.25, "policy_families"),
        id_number=id_number(rng, place=home, sex=sex, born=born, issued=issued),
        id_issued=issued,
        insurance_number=f"{rng.randint(1, 96):02d}{rng.randrange(10**8):08d}",
        personnel_number=f"{rng.randint(10, 99)}.{rng.randint(1, 9999):04d}" if rng.random() < 0.5 else "",
        studies=studies,
        posts=careers.draw_posts(rng, place=work_place, recruited=recruited, declared=declared),
        family=kin.own,
        in_laws=kin.in_laws,
        history=careers.at(_maybe(rng, 0.12 if born.year < 1965 else 0, "history"), home),
        foreign_organizations=careers.at(_maybe(rng, 0.08, "foreign_organizations"), home, declared.year - 1),
        foreign_relatives=careers.at(_maybe(rng, 0.12, "foreign_relatives"), home, declared.year - 6),
        assessment=_maybe(rng, 0.6, "assessments"),
    )
