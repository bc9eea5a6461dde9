"""Made-up people could exist: their dates, numbers, pay and relatives fit together."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from tests.generator.naming import Sex
from tests.generator.people import Person, id_number, make_person
from tests.generator.wordlists import name_books, places, ranks, words

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_VOWELS = "aăâeêioôơuưy"


@pytest.fixture(scope="module")
def crowd() -> list[Person]:
    return [make_person(Random(f"crowd {number}")) for number in range(300)]


def test_dates_come_in_the_order_of_a_life(crowd: list[Person]) -> None:
    for person in crowd:
        born, office, joined = person.identity.born, person.office, person.memberships
        assert born < office.recruited < person.declared
        assert born < person.papers.id_issued < person.declared
        if joined.party_joined is not None and joined.party_official is not None:
            assert _age(born, joined.party_joined) >= 18
            assert joined.party_joined < joined.party_official <= person.declared
        if joined.enlisted is not None and joined.discharged is not None:
            assert _age(born, joined.enlisted) >= 18
            assert joined.enlisted < joined.discharged < office.recruited


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def test_studies_and_posts_follow_one_another_up_to_the_declaration(crowd: list[Person]) -> None:
    for person in crowd:
        studies, posts = person.learning.studies, person.office.posts
        assert all(study.start < study.end for study in studies)
        assert all(one.end < other.start for one, other in pairwise(studies))
        assert posts[-1].end is None
        for one, other in pairwise(posts):
            assert one.end is not None
            assert one.start < one.end
            assert one.end.later(1) == other.start
        assert posts[-1].start.year <= person.declared.year


def test_the_citizens_number_says_place_sex_century_and_year() -> None:
    place = places()[0]
    issued = date(2021, 5, 4)
    woman = id_number(Random(1), place=place, sex=Sex.FEMALE, born=date(1985, 2, 3), issued=issued)
    man = id_number(Random(1), place=place, sex=Sex.MALE, born=date(2001, 2, 3), issued=issued)
    assert woman.startswith("001185")
    assert man.startswith("001201")
    assert len(woman) == len(man) == 12


def test_before_2016_the_number_has_nine_digits() -> None:
    old = id_number(
        Random(1), place=places()[0], sex=Sex.MALE, born=date(1970, 1, 1), issued=date(2009, 1, 1)
    )
    assert len(old) == 9


def test_numbers_of_the_crowd_fit_their_owners(crowd: list[Person]) -> None:
    for person in crowd:
        number, identity = person.papers.id_number, person.identity
        if person.papers.id_issued.year < 2016:
            assert len(number) == 9
            continue
        assert number[:3] == identity.birth_place.code
        assert int(number[3]) % 2 == (identity.sex is Sex.FEMALE)
        assert number[4:6] == f"{identity.born.year % 100:02d}"


def test_pay_stands_in_the_table_of_its_rank_and_rises(crowd: list[Person]) -> None:
    for person in crowd:
        pay = person.office.pay
        assert 1 <= len(pay) <= 8
        for one in pay:
            assert one.coefficient in ranks()[one.rank.code].steps
            assert person.office.recruited <= one.start < person.declared
        assert [one.start for one in pay] == sorted(one.start for one in pay)
        assert [float(one.coefficient) for one in pay] == sorted(float(one.coefficient) for one in pay)


def test_relatives_are_of_an_age_to_be_what_they_are(crowd: list[Person]) -> None:
    for person in crowd:
        born = person.identity.born.year
        for kin in (*person.kin.own, *person.kin.in_laws):
            assert kin.born <= person.declared.year
            assert kin.died is None or kin.born < kin.died <= person.declared.year
        for parent in person.kin.own[:2]:
            assert parent.relation.split()[0] in ("Bố", "Mẹ")
            assert 15 < born - parent.born < 46
        for kin in person.kin.own:
            if kin.relation.startswith("Con"):
                assert kin.born - born >= 20


def test_only_the_married_have_in_laws(crowd: list[Person]) -> None:
    for person in crowd:
        married = any(kin.relation in ("Vợ", "Chồng") for kin in person.kin.own)
        assert married == bool(person.kin.in_laws)


def test_names_and_places_use_every_vietnamese_letter() -> None:
    pools = [word for book in name_books() for pool in book.pools.values() for word in pool]
    units = [str(place.commune) + str(place.district) + str(place.province) for place in places()]
    seen = set("".join([*pools, *units, *words("positions"), *words("duties"), *words("agencies")]))
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {
        "đ",
        "Đ",
    }
    assert letters - seen == set()


def test_minorities_bring_their_own_ways_of_naming() -> None:
    assert len(name_books()) >= 10
    people = [make_person(Random(f"names {number}")).identity for number in range(400)]
    assert any(one.name.startswith("H'") for one in people)
    assert any(one.ethnicity == "Mông" and " A " in one.name for one in people)


def test_places_are_many_and_all_different() -> None:
    names = {place.commune.name for place in places()} | {place.district.name for place in places()}
    assert len(names) >= 150
    assert len(set(places())) == len(places())
    assert len({place.code for place in places()}) == len({place.province for place in places()}) == 63
