"""Which records may be of one person: signs for it, signs against it."""

from __future__ import annotations

import itertools

import pytest

from hrdigitize.domain.likeness import Identity, Sign, alike, likeness
from hrdigitize.domain.record import CadreId

_numbers = itertools.count()


def _person(
    name: str = "Nguyễn Văn Mẫu", birth: str = "1970-07-06", place: str = "", number: str = ""
) -> Identity:
    return Identity(CadreId(f"cadre-{next(_numbers):04}"), name, birth, place, number)


@pytest.mark.parametrize(
    ("other", "signs"),
    [
        (_person(), (Sign.SAME_NAME, Sign.SAME_BIRTH)),
        (_person("NGUYEN VAN MAU", "1970"), (Sign.SAME_NAME, Sign.SAME_BIRTH)),
        (
            _person("Nguyễn Văn Mậu", "1970-06-07", "xã Thử, tỉnh Mẫu"),
            (Sign.SAME_NAME, Sign.NEAR_BIRTH, Sign.SAME_PLACE),
        ),
        (
            _person("Nguyễn Văn Mẫn", "1970-07-06", "Thử, Mẫu"),
            (Sign.NEAR_NAME, Sign.SAME_BIRTH, Sign.SAME_PLACE),
        ),
        (_person("Lê A", "1950", number="001 070 000 001"), (Sign.SAME_ID,)),
    ],
)
def test_signs_of_one_person(other: Identity, signs: tuple[Sign, ...]) -> None:
    one = _person(place="Xã Thử, huyện Nghiệm, tỉnh Mẫu", number="001070000001")
    found = likeness(one, other)
    assert found is not None
    assert found.signs == signs
    assert likeness(other, one) == found


@pytest.mark.parametrize(
    "other",
    [
        _person("Trần Thị Thử"),
        _person(birth="1970-08-07"),
        _person("Nguyễn Văn Mẫn", place="xã Khác"),
        _person(birth=""),
        _person(number="001070000002"),
        _person("", ""),
    ],
)
def test_too_little_for_one_person(other: Identity) -> None:
    assert likeness(_person(place="Xã Thử, tỉnh Mẫu", number="001070000001"), other) is None


def test_two_numbers_speak_against_it_unless_all_else_agrees() -> None:
    one = _person(place="xã Thử", number="001070000001")
    found = likeness(one, _person(place="xã Thử", number="001070000007"))
    assert found is not None
    assert Sign.OTHER_ID in found.signs


def test_an_old_number_says_nothing_against_a_new_one() -> None:
    assert likeness(_person(number="012345678"), _person(number="001070000001")) is not None


def test_all_pairs_are_found_once() -> None:
    one, two, three = _person(number="001070000001"), _person(), _person("Lê A", "", "", "001070000001")
    strangers = [_person(f"Người {n}", f"19{n}-01-0{1 + n % 9}") for n in range(60, 90)]
    pairs = [(pair.one, pair.other) for pair in alike([one, *strangers, two, three])]
    assert pairs == [(one.cadre, two.cadre), (one.cadre, three.cadre)]
