"""The personal number of twelve digits (CCCD, số định danh cá nhân) says sex and year of birth."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TWELVE = re.compile(r"[0-9]{12}")


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """What a number tells about its bearer (TT 07/2016/TT-BCA).

    place: three digits, a province where they begin with 0, otherwise a country of birth.
    """

    place: str
    female: bool
    birth_year: int

    @property
    def names_province(self) -> bool:
        return self.place.startswith("0")


def parse_personal_number(text: str) -> PersonalNumber | None:
    """The meaning of twelve digits; None for anything else, such as the old numbers of nine digits.

    Digits 1-3: place of registration; 4: sex and century (0 man, 1 woman of 19xx, 2 and 3 of 20xx …);
    5-6: year of birth. The rest means nothing, and there is no check digit.
    """
    if not _TWELVE.fullmatch(text):
        return None
    sex_and_century = int(text[3])
    century = 1900 + 100 * (sex_and_century // 2)
    return PersonalNumber(text[:3], sex_and_century % 2 == 1, century + int(text[4:6]))
