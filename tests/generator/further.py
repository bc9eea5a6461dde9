"""Further facts about a made-up person, for the forms that ask for more than 2C-BNV/2008 does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.generator import careers
from tests.generator.naming import Sex, draw_book, draw_name
from tests.generator.people import Person
from tests.generator.wordlists import Place, places, words


@dataclass(frozen=True, slots=True)
class Household:
    """Income and property as sentences' blanks; every part may be ""."""

    salary: str
    other_income: str
    given_house: tuple[str, str]
    own_house: tuple[str, str]
    given_land: str
    own_land: str


@dataclass(frozen=True, slots=True)
class Position:
    """Posts in office and Party beside the current one; each text may be ""."""

    joined_agency: date
    appointed: date | None
    reappointed: date | None
    planned: str
    concurrent: str
    party: str
    concurrent_party: str
    longest_job: str
    job_post: str
    job_post_salary: str
    rank_appointed: date
    percent: str
    seniority: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A Party member's file: numbers, cell, those who vouched, with their posts."""

    file_number: str
    card_number: str
    joined: date
    decided: date
    official: date
    cell: str
    official_cell: str
    introducers: tuple[tuple[str, str], tuple[str, str]]
    exempt_on: date | None
    badge: str
    youth_union: date | None
    organization: Place


@dataclass(frozen=True, slots=True)
class YearOfWork:
    """How one year of work was rated."""

    year: int
    rating: str
    emulation: str
    award: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """A disciplinary measure while it lasted."""

    start: date
    end: date
    kind: str
    offence: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class Further:
    """What the longer forms ask for. martyr_family: a member of the family died for the country."""

    phone: str
    province: str
    base_unit: str
    origin: str
    degree: str
    academic_title: str
    revolution: date | None
    old_regime: str
    martyr_family: bool
    temporary_home: Place | None
    occupation: str
    abroad: str
    skills: str
    household: Household
    position: Position
    membership: Membership
    years: tuple[YearOfWork, ...]
    penalties: tuple[Penalty, ...]
    allowances: tuple[tuple[str, str, str], ...]


def draw_further(rng: Random, person: Person) -> Further:
    """Facts that fit the person; the same state of `rng` gives the same ones."""
    born, _declared, place = person.identity.born, person.declared, person.identity.current_residence
    old = born.year < 1957
    return Further(
        phone=f"0{rng.choice((90, 91, 96, 97, 98, 35, 38, 77, 83))}{rng.randrange(10**7):07d}",
        province=place.province.name if rng.random() < 0.5 else str(place.province),
        base_unit=careers.at(rng.choice(words("agencies")), place),
        origin=rng.choice(words("origins")),
        degree=_maybe(rng, 0.6, "degrees_with_year"),
        academic_title=rng.choice(("Giáo sư", "Phó giáo sư")) if rng.random() < 0.04 else "",
        revolution=_between(rng, _after(born, 17), date(1975, 4, 30)) if old and rng.random() < 0.5 else None,
        old_regime=careers.at(_maybe(rng, 0.3 if old else 0.0, "old_regime"), place),
        martyr_family=rng.random() < 0.15,
        temporary_home=rng.choice(places()) if rng.random() < 0.3 else None,
        occupation=rng.choice(words("current_occupations")),
        abroad=_maybe(rng, 0.15, "abroad"),
        skills=_maybe(rng, 0.4, "specialist_skills"),
        household=_household(rng),
        position=_position(rng, person),
        membership=_membership(rng, person),
        years=_years(rng, person),
        penalties=_penalties(rng, person) if rng.random() < 0.15 else (),
        allowances=_allowances(rng),
    )


def _between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def _after(day: date, years: float) -> date:
    return day + timedelta(days=round(years * 365.25))


def _maybe(rng: Random, chance: float, list_name: str) -> str:
    return rng.choice(words(list_name)) if rng.random() < chance else ""


def _millions(rng: Random, least: int, most: int) -> str:
    return f"{rng.randint(least, most)}.{rng.choice(('000', '500', '200'))}.000"


def _household(rng: Random) -> Household:
    told = rng.random() < 0.7
    given = (rng.choice(words("houses")), str(rng.randint(28, 90))) if rng.random() < 0.15 else ("", "")
    own = (rng.choice(words("houses")), str(rng.randint(40, 220)))
    return Household(
        salary=f"{_millions(rng, 60, 180)} đồng" if told else "",
        other_income=_maybe(rng, 0.5, "other_incomes") if told else "",
        given_house=given,
        own_house=own if told and rng.random() < 0.8 else ("", ""),
        given_land=str(rng.randint(60, 400)) if rng.random() < 0.25 else "",
        own_land=str(rng.randint(50, 300)) if told and rng.random() < 0.5 else "",
    )


def _position(rng: Random, person: Person) -> Position:
    declared, office = person.declared, person.office
    joined = date(office.posts[-1].start.year, office.posts[-1].start.month, rng.randint(1, 28))
    appointed = _between(rng, joined, _after(declared, -0.1)) if rng.random() < 0.6 else None
    again = appointed is not None and rng.random() < 0.25 and _after(appointed, 5) < declared
    ladder = [pay for pay in office.pay if pay.rank == office.pay[-1].rank]
    seniority = rng.choice((5, 6, 7, 8, 10)) if rng.random() < 0.12 else 0
    return Position(
        joined_agency=max(joined, office.recruited),
        appointed=appointed,
        reappointed=_after(appointed, 5) if again and appointed is not None else None,
        planned=_maybe(rng, 0.3, "planned_positions"),
        concurrent=_maybe(rng, 0.3, "concurrent_positions"),
        party=_maybe(rng, 0.45, "party_positions"),
        concurrent_party=_maybe(rng, 0.12, "party_positions"),
        longest_job=rng.choice(words("longest_jobs")),
        job_post=_maybe(rng, 0.25, "job_posts"),
        job_post_salary=_millions(rng, 6, 19),
        rank_appointed=ladder[0].start,
        percent=rng.choice(("", "100", "100", "85")),
        seniority=str(seniority) if seniority else "",
    )


def _membership(rng: Random, person: Person) -> Membership:
    born, declared = person.identity.born, person.declared
    place = person.identity.current_residence
    joined = person.memberships.party_joined
    if joined is None:
        joined = _between(rng, _after(born, 19), min(_after(born, 35), _after(declared, -1.3)))
    years = (declared - joined).days // 365
    badge = max((step for step in (30, 40, 45, 50) if step <= years), default=0)
    youth = _between(rng, _after(born, 15), min(_after(born, 18), joined))
    return Membership(
        file_number=f"{rng.randrange(10**6):06d}{rng.randrange(10**4):04d}",
        card_number=f"{rng.randint(1, 96):02d}{rng.randrange(10**6):06d}{rng.randrange(10**4):04d}",
        joined=joined,
        decided=_after(joined, -rng.uniform(0.02, 0.1)),
        official=person.memberships.party_official or _after(joined, 1.01),
        cell=careers.at(rng.choice(words("party_cells")), place),
        official_cell=careers.at(rng.choice(words("party_cells")), place),
        introducers=(_introducer(rng, place), _introducer(rng, place)),
        exempt_on=_between(rng, _after(born, 55), declared) if declared > _after(born, 57) else None,
        badge=str(badge) if badge else "",
        youth_union=youth if rng.random() < 0.9 else None,
        organization=place,
    )


def _introducer(rng: Random, place: Place) -> tuple[str, str]:
    name = draw_name(rng, draw_book(rng), rng.choice((Sex.MALE, Sex.FEMALE)))
    return name, careers.at(rng.choice(words("introducer_posts")), place)


def _years(rng: Random, person: Person) -> tuple[YearOfWork, ...]:
    last = person.declared.year - 1
    first = max(person.office.recruited.year + 1, last - rng.randint(0, 5))
    place = person.identity.current_residence
    return tuple(
        YearOfWork(
            year,
            rng.choice(words("ratings")),
            rng.choice(words("emulations")),
            careers.at(rng.choice(words("year_awards")), place),
        )
        for year in range(first, last + 1)
    )


def _penalties(rng: Random, person: Person) -> tuple[Penalty, ...]:
    start = _between(rng, person.office.recruited, _after(person.declared, -1.1))
    place = person.identity.current_residence
    office = careers.at(
        rng.choice(("UBND {district}", "Đảng ủy {commune}", "Huyện ủy {district_name}")), place
    )
    kind = rng.choice(("Khiển trách", "Cảnh cáo"))
    return (Penalty(start, _after(start, 1), kind, rng.choice(words("offences")), office),)


def _allowances(rng: Random) -> tuple[tuple[str, str, str], ...]:
    """Kind, percentage and coefficient: one of the two, the other ""."""
    found = []
    for kind in rng.sample(words("allowance_kinds"), rng.choice((0, 0, 1, 1, 2))):
        percent = "công vụ" in kind or "thâm niên" in kind
        found.append((kind, "25%" if percent else "", "" if percent else rng.choice(("0.1", "0.3", "0.5"))))
    return tuple(found)
