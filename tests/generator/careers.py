"""Schooling, posts and pay of made-up people, in an order that can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.generator.naming import Sex
from tests.generator.wordlists import Place, Rank, places, ranks, short_courses, words


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    def later(self, months: int) -> Month:
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    def months_until(self, other: Month) -> int:
        return (other.year - self.year) * 12 + other.month - self.month


@dataclass(frozen=True, slots=True)
class Study:
    """One line of the training table."""

    school: str
    major: str
    start: Month
    end: Month
    mode: str
    degree: str


@dataclass(frozen=True, slots=True)
class Post:
    """One line of the career table; `end` is None for the post still held."""

    start: Month
    end: Month | None
    title: str


@dataclass(frozen=True, slots=True)
class Pay:
    """A step of the pay scale and the day it is drawn from; the coefficient stands in the rank's table."""

    start: date
    rank: Rank
    step: int

    @property
    def coefficient(self) -> str:
        return self.rank.steps[self.step - 1]


def at(pattern: str, place: Place, year: int = 0) -> str:
    """A pattern of work.toml with the units of a place and, where it names one, a year."""
    return pattern.format(
        year=year,
        commune=place.commune,
        district=place.district,
        province=place.province,
        district_name=place.district.name,
        province_name=place.province.name,
    )


def fitting(list_name: str, sex: Sex) -> tuple[str, ...]:
    """The entries of a list that a person of this sex can have: no man leads the Women's Union."""
    return tuple(entry for entry in words(list_name) if sex is Sex.FEMALE or "Phụ nữ" not in entry)


def rank_ladder(rng: Random) -> tuple[Rank, ...]:
    """The ranks of a career, first to last."""
    known = ranks()
    ladder = [
        rng.choice([rank for rank in known.values() if rank.cycle_months < 36 or rank.steps[0] == "2.34"])
    ]
    while (follower := ladder[-1].next) is not None and rng.random() < 0.35:
        ladder.append(known[follower])
    return tuple(ladder)


def draw_pay(rng: Random, ladder: tuple[Rank, ...], *, recruited: date, declared: date) -> tuple[Pay, ...]:
    """The pay from recruitment to the declaration, one entry a raise, at most the last eight of them."""
    day = recruited
    found = [Pay(day, ladder[0], 1)]
    while True:
        last = found[-1]
        months = last.rank.cycle_months + rng.choice((0, 0, 0, 0, -6, 1, 3))
        month = Month(last.start.year, last.start.month).later(months)
        day = date(month.year, month.month, 1)
        if day >= declared:
            return tuple(found[-8:])
        following = _raised(rng, ladder, last)
        if following is None:
            return tuple(found[-8:])
        found.append(Pay(day, *following))


def _raised(rng: Random, ladder: tuple[Rank, ...], pay: Pay) -> tuple[Rank, int] | None:
    """Rank and step of the next raise: the next step, or the step of the next rank that pays more."""
    place = ladder.index(pay.rank)
    last_step = pay.step == len(pay.rank.steps)
    if place + 1 < len(ladder) and pay.step >= 4 and (last_step or rng.random() < 0.4):
        following = ladder[place + 1]
        better = [
            step for step, paid in enumerate(following.steps, 1) if float(paid) > float(pay.coefficient)
        ]
        if better:
            return following, better[0]
    return None if last_step else (pay.rank, pay.step + 1)


_DEGREES = ("Cử nhân", "Kỹ sư", "Đại học", "Cao đẳng", "Trung cấp")


def draw_studies(rng: Random, *, born: date, declared: date) -> tuple[Study, ...]:
    """One to six studies in the order of time, all ended before the declaration."""
    now = Month(declared.year, declared.month)
    first = Month(born.year + 18, 9)
    major = rng.choice(words("majors"))
    found = [
        Study(rng.choice(words("schools")), major, first, first.later(45), "Chính quy", rng.choice(_DEGREES))
    ]
    for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 4, 5))):
        start = found[-1].end.later(rng.randint(8, 60))
        study = _further_study(rng, start, major)
        if study.end >= now:
            break
        found.append(study)
    return tuple(found)


def _further_study(rng: Random, start: Month, major: str) -> Study:
    chance = rng.random()
    if chance < 0.4:
        subject, certificate = rng.choice(short_courses())
        mode = rng.choice(words("short_modes"))
        return Study(
            rng.choice(words("schools")), subject, start, start.later(rng.randint(1, 6)), mode, certificate
        )
    if chance < 0.75:
        level = rng.choice(("Trung cấp", "Cao cấp"))
        mode = rng.choice(("Tập trung", "Tại chức"))
        school = rng.choice(words("political_schools"))
        return Study(
            school, "Lý luận chính trị", start, start.later(rng.randint(9, 18)), mode, f"{level} LLCT"
        )
    school, mode = rng.choice(words("schools")), rng.choice(words("modes"))
    degree = rng.choice(("Thạc sĩ", "Đại học", "Cử nhân"))
    return Study(
        school, rng.choice((major, rng.choice(words("majors")))), start, start.later(27), mode, degree
    )


def qualification(rng: Random, studies: tuple[Study, ...]) -> str:
    """The highest degree with its subject, as people write it in item 15.2."""
    order = ("Thạc sĩ", "Kỹ sư", "Cử nhân", "Đại học", "Cao đẳng", "Trung cấp")
    known = [study for study in studies if study.degree in order]
    best = min(known, key=lambda study: order.index(study.degree))
    return rng.choice(
        (f"{best.degree} {best.major}", f"{best.degree} {best.major}", f"{best.degree}, {best.major}")
    )


def draw_posts(rng: Random, *, place: Place, sex: Sex, recruited: date, declared: date) -> tuple[Post, ...]:
    """Posts from recruitment to now without gap; the last is still held."""
    now = Month(declared.year, declared.month)
    start = Month(recruited.year, recruited.month)
    count = rng.choice((1, 2, 3, 3, 4, 5, 6, 8))
    length = max(7, start.months_until(now) // count)
    found: list[Post] = []
    while len(found) + 1 < count:
        end = start.later(max(3, length + rng.randint(-length // 3, length // 3)))
        if end.later(2) >= now:
            break
        found.append(Post(start, end, _title(rng, place, sex)))
        start = end.later(1)
    return (*found, Post(start, None, _title(rng, place, sex)))


def _title(rng: Random, place: Place, sex: Sex) -> str:
    where = place if rng.random() < 0.6 else rng.choice(places())
    title = at(rng.choice(fitting("positions", sex)), where)
    named = str(where.commune) in title or str(where.district) in title
    return title if named else f"{title}, {where.commune}, {where.district}"
