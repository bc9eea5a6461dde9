"""Rules about one person: the identity number, ages, and the order of the dates of a life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hrdigitize.domain.dates import surely_older, surely_younger
from hrdigitize.domain.personal_number import parse_personal_number
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.statements import Statements

_BIRTH = FieldPath("birth_date")
_ID_NUMBER = FieldPath("id_number")
_WOMAN = {"Nữ": True, "Nam": False}

#: Dates that a person must have been alive for.
_IN_LIFE = (
    "recruitment_date",
    "current_agency_date",
    "revolution_date",
    "position_appointed_on",
    "position_reappointed_on",
    "rank_appointed_on",
    "salary_from",
    "party_joined_date",
    "party_official_date",
    "youth_union_date",
    "enlistment_date",
    "discharge_date",
    "id_issue_date",
)


@dataclass(frozen=True, slots=True)
class _Ages:
    """The ages, in full years, at which something usually happens."""

    least: int
    most: int | None = None


#: Party: full 18 years by its statutes. Recruitment: 18 by law, retirement age above. Identity papers
#: are given from 14 on. Army and Youth Union: the lowest ages seen under older rules.
_USUAL_AGES: Mapping[str, _Ages] = {
    "recruitment_date": _Ages(18, 60),
    "party_joined_date": _Ages(18),
    "youth_union_date": _Ages(14, 35),
    "enlistment_date": _Ages(17, 45),
    "id_issue_date": _Ages(14),
}


@dataclass(frozen=True, slots=True)
class _Order:
    """Two dates of which the first must not lie after the second."""

    first: str
    second: str
    code: str
    severity: Severity


_ORDERS = (
    _Order(
        "party_joined_date", "party_official_date", "finding-party-official-before-joined", Severity.ERROR
    ),
    _Order("enlistment_date", "discharge_date", "finding-discharge-before-enlistment", Severity.ERROR),
    _Order(
        "position_appointed_on",
        "position_reappointed_on",
        "finding-reappointed-before-appointed",
        Severity.ERROR,
    ),
    _Order("recruitment_date", "current_agency_date", "finding-agency-before-recruitment", Severity.WARNING),
    _Order("recruitment_date", "salary_from", "finding-salary-before-recruitment", Severity.WARNING),
)

#: Twelve months of probation, give or take one for the way the days are counted. Older statutes had
#: other lengths for workers and for others: admissions before this year are not judged.
_PROBATION_MONTHS = range(11, 14)
_PROBATION_JUDGED_FROM = 1987


def _finding(code: str, severity: Severity, *keys: str) -> Finding:
    return Finding(code, severity, keys)


def identity(stated: Statements, provinces: Mapping[str, str]) -> Iterator[Finding]:
    """The identity number against sex, year of birth and the provinces that gave out numbers."""
    number = parse_personal_number(stated.text(_ID_NUMBER))
    if number is None:
        return
    woman = _WOMAN.get(stated.text(FieldPath("gender")))
    if woman is not None and woman is not number.female:
        yield _finding("finding-id-gender", Severity.ERROR, "id_number", "gender")
    birth = stated.date(_BIRTH)
    if birth is not None and birth.year != number.birth_year:
        yield _finding("finding-id-birth-year", Severity.ERROR, "id_number", "birth_date")
    if number.names_province and number.place not in provinces:
        yield _finding("finding-id-province", Severity.WARNING, "id_number")


def ages(stated: Statements) -> Iterator[Finding]:
    """Nothing before birth, and the usual things at usual ages."""
    birth = stated.date(_BIRTH)
    if birth is None:
        return
    for key in _IN_LIFE:
        when = stated.date(FieldPath(key))
        if when is None:
            continue
        usual = _USUAL_AGES.get(key, _Ages(0))
        if when.surely_before(birth):
            yield _finding("finding-before-birth", Severity.ERROR, key, "birth_date")
        elif surely_younger(birth, when, usual.least):
            yield _finding("finding-age-too-young", Severity.WARNING, key, "birth_date")
        elif usual.most is not None and surely_older(birth, when, usual.most):
            yield _finding("finding-age-too-old", Severity.WARNING, key, "birth_date")


def orders(stated: Statements) -> Iterator[Finding]:
    """Dates that must follow one another."""
    for order in _ORDERS:
        first, second = stated.date(FieldPath(order.first)), stated.date(FieldPath(order.second))
        if first is not None and second is not None and second.surely_before(first):
            yield _finding(order.code, order.severity, order.first, order.second)


def probation(stated: Statements) -> Iterator[Finding]:
    """Full Party membership comes twelve months after admission."""
    joined = stated.date(FieldPath("party_joined_date"))
    official = stated.date(FieldPath("party_official_date"))
    if joined is None or official is None or joined.year < _PROBATION_JUDGED_FROM:
        return
    months = joined.months_until(official)
    backwards = official.surely_before(joined)  # a finding of its own, see _ORDERS
    if months is not None and not backwards and months not in _PROBATION_MONTHS:
        yield _finding(
            "finding-party-probation", Severity.WARNING, "party_joined_date", "party_official_date"
        )
