"""Made-up people: facts about a cadre that fit together, before anybody writes them on a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generator import careers, families
from tests.generator.careers import Pay, Post, Study
from tests.generator.families import Families
from tests.generator.naming import Sex, draw_book, draw_name
from tests.generator.wordlists import NameBook, Place, places, words

#: Citizens' numbers of twelve digits are issued since 2016; before, the people's card had nine.
_FIRST_CITIZEN_CARDS = 2016


@dataclass(frozen=True, slots=True)
class Identity:
    """Who it is. "" where there is no other name or no religion."""

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


@dataclass(frozen=True, slots=True)
class Papers:
    """Numbers that offices gave; personnel_number may be ""."""

    id_number: str
    id_issued: date
    insurance_number: str
    personnel_number: str


@dataclass(frozen=True, slots=True)
class Office:
    """Work and standing in it; allowances, title, award and discipline may be ""."""

    occupation: str
    recruited: date
    recruiting_agency: str
    managing_agency: str
    employing_agency: str
    position: str
    duty: str
    position_allowance: str
    other_allowance: str
    strength: str
    highest_title: str
    award: str
    discipline: str
    pay: tuple[Pay, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """Schooling; all but the general education and the qualification may be ""."""

    general_education: str
    qualification: str
    political_theory: str
    state_management: str
    foreign_language: str
    informatics: str
    studies: tuple[Study, ...]


@dataclass(frozen=True, slots=True)
class Memberships:
    """Party, mass organisation and army; None or "" for those who never belonged."""

    party_joined: date | None
    party_official: date | None
    organization: str
    organization_role: str
    organization_joined: date | None
    enlisted: date | None
    discharged: date | None
    military_rank: str


@dataclass(frozen=True, slots=True)
class Body:
    """Health and merit; blood type, class of wounds and policy family may be ""."""

    health: str
    height_cm: int
    weight_kg: int
    blood_type: str
    wounded_class: str
    policy_family: str


@dataclass(frozen=True, slots=True)
class Background:
    """What items 29 and 32 ask; each may be ""."""

    history: str
    foreign_organizations: str
    foreign_relatives: str
    assessment: str


@dataclass(frozen=True, slots=True)
class Person:
    """A cadre who never lived. declared: the day the form was filled in; no other date lies after it."""

    declared: date
    identity: Identity
    papers: Papers
    office: Office
    learning: Learning
    memberships: Memberships
    body: Body
    background: Background
    kin: Families


def make_person(rng: Random) -> Person:
    """A made-up cadre; the same state of `rng` gives the same person."""
    declared = _between(rng, date(2009, 3, 1), date(2025, 6, 20))
    book = draw_book(rng)
    work_place = rng.choice(places())
    identity = _identity(rng, book, work_place, declared)
    born, sex, home = identity.born, identity.sex, identity.birth_place
    recruited = _between(rng, _after(born, 21.5), min(_after(born, 31), _after(declared, -1.5)))
    issued = _between(rng, max(date(2000, 1, 1), _after(born, 18)), _after(declared, -0.05))
    return Person(
        declared=declared,
        identity=identity,
        papers=Papers(
            id_number=id_number(rng, place=home, sex=sex, born=born, issued=issued),
            id_issued=issued,
            insurance_number=f"{rng.randint(1, 96):02d}{rng.randrange(10**8):08d}",
            personnel_number=f"{rng.randint(10, 99)}.{rng.randint(1, 9999):04d}"
            if rng.random() < 0.5
            else "",
        ),
        office=_office(rng, work_place, sex, recruited=recruited, declared=declared),
        learning=_learning(rng, born=born, declared=declared),
        memberships=_memberships(rng, identity, recruited=recruited, declared=declared),
        body=_body(rng, sex),
        background=_background(rng, home, born=born, declared=declared),
        kin=families.draw_families(
            rng, book=book, name=identity.name, sex=sex, born=born, declared=declared, home=home
        ),
    )


def id_number(rng: Random, *, place: Place, sex: Sex, born: date, issued: date) -> str:
    """A number as the police would have given it that year: nine digits before 2016, twelve since."""
    if issued.year < _FIRST_CITIZEN_CARDS:
        return f"{rng.randint(10, 385):03d}{rng.randrange(10**6):06d}"
    century_and_sex = (born.year // 100 - 19) * 2 + (sex is Sex.FEMALE)
    return f"{place.code}{century_and_sex}{born.year % 100:02d}{rng.randrange(10**6):06d}"


def _between(rng: Random, first: date, last: date) -> date:
    """A day from `first` to `last`, both included; `first` where they are in the wrong order."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def _after(day: date, years: float) -> date:
    return day + timedelta(days=round(years * 365.25))


def _maybe(rng: Random, chance: float, list_name: str) -> str:
    return rng.choice(words(list_name)) if rng.random() < chance else ""


def _identity(rng: Random, book: NameBook, work_place: Place, declared: date) -> Identity:
    sex = rng.choice((Sex.MALE, Sex.FEMALE))
    home = work_place if rng.random() < 0.5 else rng.choice(places())
    return Identity(
        sex=sex,
        name=draw_name(rng, book, sex),
        other_name=draw_name(rng, book, sex).split()[-1] if rng.random() < 0.15 else "",
        ethnicity=book.people,
        religion=_maybe(rng, 0.2, "religions"),
        born=_between(rng, _after(declared, -59), _after(declared, -25)),
        birth_place=home,
        native_place=home if rng.random() < 0.6 else rng.choice(places()),
        residence=home if rng.random() < 0.4 else rng.choice(places()),
        current_residence=work_place,
    )


def _office(rng: Random, place: Place, sex: Sex, *, recruited: date, declared: date) -> Office:
    def at(pattern: str) -> str:
        return careers.at(pattern, place, rng.randint(recruited.year, declared.year))

    return Office(
        occupation=rng.choice(words("occupations")),
        recruited=recruited,
        recruiting_agency=at(rng.choice(words("agencies"))),
        managing_agency=at(rng.choice(words("upper_agencies"))),
        employing_agency=at(rng.choice(words("agencies"))),
        position=at(rng.choice(careers.fitting("positions", sex))),
        duty=rng.choice(words("duties")),
        position_allowance=rng.choice(("", "0.15", "0.20", "0.25", "0.30", "0.50", "0.70")),
        other_allowance=rng.choice(
            ("", "", "25%", "0.10", "0.30", "công vụ 25%", "thâm niên 12%", "khu vực 0.5")
        ),
        strength=rng.choice(words("strengths")),
        highest_title=_maybe(rng, 0.15, "titles"),
        award=at(_maybe(rng, 0.75, "awards")),
        discipline=at(_maybe(rng, 0.2, "disciplines")),
        pay=careers.draw_pay(rng, careers.rank_ladder(rng), recruited=recruited, declared=declared),
        posts=careers.draw_posts(rng, place=place, sex=sex, recruited=recruited, declared=declared),
    )


def _learning(rng: Random, *, born: date, declared: date) -> Learning:
    studies = careers.draw_studies(rng, born=born, declared=declared)
    old_school = born.year < 1975 and rng.random() < 0.7
    return Learning(
        general_education="10/10" if old_school else rng.choice(("12/12", "12/12", "12/12 bổ túc", "9/12")),
        qualification=careers.qualification(rng, studies),
        political_theory=rng.choice(("", "sơ cấp", "trung cấp", "trung cấp", "cao cấp", "cử nhân")),
        state_management=rng.choice(("", "cán sự", "chuyên viên", "chuyên viên", "chuyên viên chính")),
        foreign_language=_maybe(rng, 0.8, "languages"),
        informatics=_maybe(rng, 0.85, "informatics"),
        studies=studies,
    )


def _memberships(rng: Random, identity: Identity, *, recruited: date, declared: date) -> Memberships:
    born = identity.born
    party_joined, party_official = _party_dates(rng, born, declared)
    enlisted, discharged = _army_dates(rng, identity.sex, born, recruited)
    organized = rng.random() < 0.85
    return Memberships(
        party_joined=party_joined,
        party_official=party_official,
        organization=rng.choice(careers.fitting("organizations", identity.sex)) if organized else "",
        organization_role=_maybe(rng, 0.5, "organization_roles") if organized else "",
        organization_joined=_between(rng, _after(born, 15), _after(born, 19)) if organized else None,
        enlisted=enlisted,
        discharged=discharged,
        military_rank=rng.choice(words("military_ranks")) if enlisted else "",
    )


def _party_dates(rng: Random, born: date, declared: date) -> tuple[date | None, date | None]:
    """Admission at eighteen or later, official a year after it and not after the declaration."""
    first, last = _after(born, 18.5), _after(declared, -1.2)
    if rng.random() < 0.12 or first >= last:
        return None, None
    joined = _between(rng, first, min(last, _after(born, 40)))
    return joined, _between(rng, _after(joined, 1), _after(joined, 1.05))


def _army_dates(rng: Random, sex: Sex, born: date, recruited: date) -> tuple[date | None, date | None]:
    """Enlistment and discharge; both None for those who did not serve before recruitment."""
    enlisted = _between(rng, _after(born, 18.1), _after(born, 19.5))
    discharged = _between(rng, _after(enlisted, 1.5), _after(enlisted, 3.2))
    served = sex is Sex.MALE and rng.random() < 0.4 and discharged < recruited
    return (enlisted, discharged) if served else (None, None)


def _body(rng: Random, sex: Sex) -> Body:
    man = sex is Sex.MALE
    return Body(
        health=rng.choice(words("health")),
        height_cm=rng.randint(152, 182) if man else rng.randint(145, 170),
        weight_kg=rng.randint(48, 84) if man else rng.randint(41, 68),
        blood_type=rng.choice(("", "O", "A", "B", "AB", "O+", "A", "B")),
        wounded_class=_maybe(rng, 0.06, "wounded_classes") if man else "",
        policy_family=_maybe(rng, 0.25, "policy_families"),
    )


def _background(rng: Random, home: Place, *, born: date, declared: date) -> Background:
    grown_in_war = born.year < 1960
    return Background(
        history=careers.at(_maybe(rng, 0.3 if grown_in_war else 0, "history"), home),
        foreign_organizations=careers.at(_maybe(rng, 0.08, "foreign_organizations"), home, declared.year - 1),
        foreign_relatives=careers.at(_maybe(rng, 0.12, "foreign_relatives"), home, declared.year - 6),
        assessment=_maybe(rng, 0.6, "assessments"),
    )
