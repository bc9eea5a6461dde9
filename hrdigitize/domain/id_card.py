"""What the codes on a citizen's cards say: the chip identity card, and the health insurance card.

The code of an identity card has seven fields divided by "|": number, former number (may be empty), full
name, birth date, sex, residence, date of issue, dates as ddmmyyyy. The card of 2024 may have more behind
them; at least six are asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hrdigitize.domain.vietnamese import one_spaced

_FEWEST_FIELDS, _MOST_FIELDS, _LONGEST = 6, 16, 600
_NUMBER, _FORMER = re.compile(r"[0-9]{12}"), re.compile(r"[0-9]{9}|[0-9]{12}")
_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_SEXES = {"nam": "Nam", "nữ": "Nữ"}
#: Fifteen signs, the last ten of them the number of the social insurance.
_INSURANCE = re.compile(r"[A-Z]{2}[0-9]{13}|[0-9]{10}")


@dataclass(frozen=True, slots=True)
class IdCard:
    """The values of an identity card; dates are ISO, None where what stands there is no date.

    sex: "Nam", "Nữ", or "" where neither stands there. former: the number of the card before, or "".
    """

    number: str
    former: str
    full_name: str
    birth_date: str | None
    sex: str
    residence: str
    issued_on: str | None

    @property
    def fields(self) -> dict[str, str]:
        """The values by the field keys of the forms, as far as the card has them."""
        values = {
            "full_name": self.full_name,
            "id_number": self.number,
            "birth_date": self.birth_date or "",
            "gender": self.sex,
            "permanent_residence": self.residence,
            "id_issue_date": self.issued_on or "",
        }
        return {key: value for key, value in values.items() if value}


def parse_id_card(text: str) -> IdCard | None:
    """The card that a code tells; None for a code that is none. A wrong date is left out, not guessed."""
    fields = [one_spaced(field) for field in text.split("|")]
    if len(text) > _LONGEST or not _FEWEST_FIELDS <= len(fields) <= _MOST_FIELDS:
        return None
    number, former, name, born, sex, residence, issued, *_ = [*fields, ""]
    if not _NUMBER.fullmatch(number) or not _is_name(name):
        return None
    return IdCard(
        number=number,
        former=former if _FORMER.fullmatch(former) else "",
        full_name=name,
        birth_date=_iso(born),
        sex=_SEXES.get(sex.lower(), ""),
        residence=residence,
        issued_on=_iso(issued),
    )


def parse_insurance_number(text: str) -> str | None:
    """The number of a health insurance card or of the social insurance that a code begins with; else None."""
    first = text.split("|", 1)[0].strip()
    return first if _INSURANCE.fullmatch(first) else None


def _is_name(text: str) -> bool:
    return bool(text) and all(letter.isalpha() or letter in " '’-." for letter in text)


def _iso(text: str) -> str | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
