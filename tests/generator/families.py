"""The relatives of made-up people: ages that can be, names that fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.generator import careers
from tests.generator.naming import Sex, draw_book, draw_name, surname_of
from tests.generator.wordlists import NameBook, Place, places, words


@dataclass(frozen=True, slots=True)
class Relative:
    """One line of a family table. died: the year, None for the living."""

    relation: str
    name: str
    born: int
    died: int | None
    home: Place
    job: str


@dataclass(frozen=True, slots=True)
class Families:
    """The person's own relatives and those of wife or husband; the second empty for the single."""

    own: tuple[Relative, ...]
    in_laws: tuple[Relative, ...]


_MARRIAGE_AGE = 26
_SIBLINGS = {
    (Sex.MALE, True): "Anh",
    (Sex.FEMALE, True): "Chị",
    (Sex.MALE, False): "Em",
    (Sex.FEMALE, False): "Em",
}


def _relative(rng: Random, relation: str, name: str, born: int, *, home: Place, now: int) -> Relative:
    age = now - born
    place = home if rng.random() < 0.7 else rng.choice(places())
    died = rng.randint(born + 50, now) if age > 62 and rng.random() < 0.25 else None
    if age < 6:
        job = "Còn nhỏ"
    elif age < 18:
        job = "Học sinh"
    elif age < 22:
        job = "Sinh viên"
    else:
        job = careers.at(rng.choice(words("relatives_jobs")), place)
    return Relative(relation, name, born, died, place, job)


def _parents(
    rng: Random, book: NameBook, surname: str | None, born: int, *, home: Place, now: int, side: str
) -> tuple[Relative, Relative]:
    father_born = born - rng.randint(22, 36)
    mother_born = max(born - 42, father_born + rng.randint(-2, 6))
    mother_born = min(mother_born, born - 18)
    father = _relative(
        rng, f"Bố {side}", draw_name(rng, book, Sex.MALE, surname), father_born, home=home, now=now
    )
    mother = _relative(rng, f"Mẹ {side}", draw_name(rng, book, Sex.FEMALE), mother_born, home=home, now=now)
    return father, mother


def _siblings(
    rng: Random,
    book: NameBook,
    surname: str | None,
    *,
    born: int,
    mother_born: int,
    home: Place,
    now: int,
    side: str,
    most: int,
) -> list[Relative]:
    found: list[Relative] = []
    for _ in range(rng.randint(0, most)):
        year = born + rng.choice((-9, -7, -5, -3, -2, 2, 3, 5, 7))
        if not mother_born + 17 <= year <= min(mother_born + 45, now):
            continue
        sex = rng.choice((Sex.MALE, Sex.FEMALE))
        relation = f"{_SIBLINGS[sex, year < born]} {side}"
        found.append(_relative(rng, relation, draw_name(rng, book, sex, surname), year, home=home, now=now))
    return sorted(found, key=lambda one: one.born)


def _children(
    rng: Random, book: NameBook, surname: str | None, parents_born: int, *, home: Place, now: int
) -> list[Relative]:
    found: list[Relative] = []
    year = parents_born + _MARRIAGE_AGE + rng.randint(0, 4)
    for _ in range(rng.choice((1, 2, 2, 2, 3))):
        if year > now:
            break
        sex = rng.choice((Sex.MALE, Sex.FEMALE))
        relation = rng.choice(("Con", "Con trai" if sex is Sex.MALE else "Con gái", "Con đẻ"))
        found.append(_relative(rng, relation, draw_name(rng, book, sex, surname), year, home=home, now=now))
        year += rng.randint(2, 6)
    return found


def draw_families(
    rng: Random, *, book: NameBook, name: str, sex: Sex, born: date, declared: date, home: Place
) -> Families:
    """The family of a person of that name, sex and birth, as it was on the day declared."""
    now = declared.year
    surname = surname_of(name, book)
    own_word = rng.choice(("đẻ", "đẻ", "ruột"))
    father, mother = _parents(rng, book, surname, born.year, home=home, now=now, side=own_word)
    siblings = _siblings(
        rng, book, surname, born=born.year, mother_born=mother.born, home=home, now=now, side="ruột", most=4
    )
    if now - born.year < _MARRIAGE_AGE + 1 or rng.random() < 0.12:
        return Families((father, mother, *siblings), ())
    partner_book = book if rng.random() < 0.8 else draw_book(rng)
    partner_sex = Sex.FEMALE if sex is Sex.MALE else Sex.MALE
    partner_name = draw_name(rng, partner_book, partner_sex)
    partner_born = born.year + rng.randint(-4, 4)
    word = "Vợ" if partner_sex is Sex.FEMALE else "Chồng"
    partner = _relative(rng, word, partner_name, partner_born, home=home, now=now)
    children = _children(
        rng,
        book if sex is Sex.MALE else partner_book,
        surname if sex is Sex.MALE else surname_of(partner_name, partner_book),
        max(born.year, partner_born),
        home=home,
        now=now,
    )
    partner_home = rng.choice(places())
    partner_surname = surname_of(partner_name, partner_book)
    in_laws = _parents(
        rng, partner_book, partner_surname, partner_born, home=partner_home, now=now, side=word.lower()
    )
    partner_siblings = _siblings(
        rng,
        partner_book,
        partner_surname,
        born=partner_born,
        mother_born=in_laws[1].born,
        home=partner_home,
        now=now,
        side=word.lower(),
        most=3,
    )
    return Families((father, mother, partner, *children, *siblings), (*in_laws, *partner_siblings))
