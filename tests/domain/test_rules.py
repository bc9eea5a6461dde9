"""Cross-field rules on made-up people: silent on a sound document, one finding for one contradiction."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdigitize import bundle, messages
from hrdigitize.domain.dates import PartialDate, parse_period, surely_older, surely_younger
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.pay import PayScale, PayTables, Placement, Rank
from hrdigitize.domain.personal_number import PersonalNumber, parse_personal_number
from hrdigitize.domain.reading import FieldReading, Finding, FormReading, Severity, State, Value
from hrdigitize.domain.record import Answer, FieldPath, readings_by_path
from hrdigitize.domain.rules import RuleTables, find

_A1 = PayScale("A1", tuple(map(Decimal, ("2.34", "2.67", "3.00", "3.33"))))
_B = PayScale("B", tuple(map(Decimal, ("1.86", "2.06", "2.26"))))
_TABLES = RuleTables(
    PayTables(
        {
            "01.003": Rank("01.003", "Chuyên viên", (Placement(_A1, date(2004, 10, 1)),)),
            "01.004": Rank("01.004", "Cán sự", (Placement(_B, date(2004, 10, 1), date(2021, 7, 31)),)),
            "V.07.03.29": Rank("V.07.03.29", "Giáo viên", (Placement(_A1, date(2021, 3, 20)),)),
        }
    ),
    {"001": "Hà Nội", "036": "Nam Định"},
)

#: A sound document: nothing in it contradicts anything else.
_SOUND: Mapping[str, str] = {
    "full_name": "TRẦN THỊ MẪU",
    "gender": "Nữ",
    "birth_date": "1985-04-12",
    "id_number": "036185000001",
    "id_issue_date": "2016-08-01",
    "recruitment_date": "2008-09",
    "current_agency_date": "2010-01-15",
    "youth_union_date": "2000-03-26",
    "party_joined_date": "2011-05-19",
    "party_official_date": "2012-05-18",
    "enlistment_date": "2003-02",
    "discharge_date": "2005-02",
    "position_appointed_on": "2015",
    "position_reappointed_on": "2020",
    "civil_service_rank": "Chuyên viên",
    "rank_code": "01.003",
    "salary_grade": "3/4",
    "salary_coefficient": "3.00",
    "salary_from": "2019-12",
    "training/0/period": "09/2005 - 06/2008",
    "career/0/period": "09/2008 - 12/2009",
    "career/1/period": "01/2010 - 05/2015",
    "career/2/period": "06/2015 - nay",
    "salary_history/0/month": "2013-12",
    "salary_history/0/code": "01.003/1",
    "salary_history/0/coefficient": "2.34",
    "salary_history/1/month": "2016-12",
    "salary_history/1/code": "01.003/bậc 2",
    "salary_history/1/coefficient": "2.67",
    "family/0/relation": "Bố đẻ",
    "family/0/birth_year": "1955",
    "family/1/relation": "Chồng",
    "family/1/birth_year": "1983",
    "family/2/relation": "Con",
    "family/2/birth_year": "2012",
    "family/3/relation": "Em ruột",
    "family/3/birth_year": "1988",
    "family_in_law/0/relation": "Mẹ chồng",
    "family_in_law/0/birth_year": "1958",
}


def _answer(path: str, text: str) -> Answer:
    if not text:
        return Answer(State.BLANK)
    value: Value = parse_period(text) if path.endswith("/period") else text
    return Answer(State.VALUE, text, value)


def _found(**changes: str) -> tuple[Finding, ...]:
    """What the rules say about the sound document with some fields changed ("__" stands for "/")."""
    document = dict(_SOUND) | {path.replace("__", "/"): text for path, text in changes.items()}
    return find({FieldPath.parse(path): _answer(path, text) for path, text in document.items()}, _TABLES)


def test_a_sound_document_has_no_findings() -> None:
    assert _found() == ()


def test_an_empty_document_has_no_findings() -> None:
    assert find({}, _TABLES) == ()


@pytest.mark.parametrize("path", sorted(_SOUND))
def test_a_blank_anywhere_contradicts_nothing(path: str) -> None:
    assert _found(**{path.replace("/", "__"): ""}) == ()


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


_CONTRADICTIONS: list[tuple[dict[str, str], str, Severity, tuple[str, ...]]] = [
    ({"id_number": "036085000001"}, "finding-id-gender", _ERROR, ("id_number", "gender")),
    ({"id_number": "036184000001"}, "finding-id-birth-year", _ERROR, ("id_number", "birth_date")),
    ({"id_number": "036385000001"}, "finding-id-birth-year", _ERROR, ("id_number", "birth_date")),
    ({"id_number": "099185000001"}, "finding-id-province", _WARNING, ("id_number",)),
    ({"youth_union_date": "1984"}, "finding-before-birth", _ERROR, ("youth_union_date", "birth_date")),
    ({"youth_union_date": "1997"}, "finding-age-too-young", _WARNING, ("youth_union_date", "birth_date")),
    ({"id_issue_date": "1999-04-11"}, "finding-age-too-young", _WARNING, ("id_issue_date", "birth_date")),
    (
        {"enlistment_date": "2001-12"},
        "finding-age-too-young",
        _WARNING,
        ("enlistment_date", "birth_date"),
    ),
    (
        {"youth_union_date": "2021-05"},
        "finding-age-too-old",
        _WARNING,
        ("youth_union_date", "birth_date"),
    ),
    (
        {"party_official_date": "2011-05-18"},
        "finding-party-official-before-joined",
        _ERROR,
        ("party_joined_date", "party_official_date"),
    ),
    (
        {"party_official_date": "2014-05-18"},
        "finding-party-probation",
        _WARNING,
        ("party_joined_date", "party_official_date"),
    ),
    (
        {"discharge_date": "2002"},
        "finding-discharge-before-enlistment",
        _ERROR,
        ("enlistment_date", "discharge_date"),
    ),
    (
        {"position_reappointed_on": "2014-12-31"},
        "finding-reappointed-before-appointed",
        _ERROR,
        ("position_appointed_on", "position_reappointed_on"),
    ),
    (
        {"current_agency_date": "2008-08-31"},
        "finding-agency-before-recruitment",
        _WARNING,
        ("recruitment_date", "current_agency_date"),
    ),
    (
        {"salary_from": "2007"},
        "finding-salary-before-recruitment",
        _WARNING,
        ("recruitment_date", "salary_from"),
    ),
    (
        {"civil_service_rank": "Cán sự"},
        "finding-rank-name-code",
        _ERROR,
        ("civil_service_rank", "rank_code"),
    ),
    (
        {"salary_coefficient": "3.08"},
        "finding-coefficient-present",
        _ERROR,
        ("salary_coefficient", "rank_code"),
    ),
    (
        {"salary_grade": "2"},
        "finding-grade-present",
        _ERROR,
        ("salary_grade", "salary_coefficient", "rank_code"),
    ),
    (
        {"salary_grade": "3/9"},
        "finding-grade-present",
        _ERROR,
        ("salary_grade", "salary_coefficient", "rank_code"),
    ),
    (
        {"salary_history__1__coefficient": "2.87"},
        "finding-coefficient-history",
        _ERROR,
        ("salary_history/1/coefficient", "salary_history/1/code"),
    ),
    (
        {"salary_history__1__code": "01.003/3"},
        "finding-grade-history",
        _ERROR,
        ("salary_history/1/code", "salary_history/1/coefficient"),
    ),
    (
        {"salary_history__1__code": "01.003", "salary_history__1__grade": "1"},
        "finding-grade-history",
        _ERROR,
        ("salary_history/1/grade", "salary_history/1/coefficient", "salary_history/1/code"),
    ),
    (
        {"salary_history__1__month": "2012-12"},
        "finding-salary-history-order",
        _WARNING,
        ("salary_history/1/month", "salary_history/0/month"),
    ),
    (
        {"training__0__period": "06/2008 - 09/2005"},
        "finding-period-reversed",
        _ERROR,
        ("training/0/period",),
    ),
    (
        {"training__0__period": "09/1975 - 06/2008"},
        "finding-period-before-birth",
        _ERROR,
        ("training/0/period", "birth_date"),
    ),
    (
        {"career__1__period": "02/2010 - 05/2015"},
        "finding-career-gap",
        _WARNING,
        ("career/0/period", "career/1/period"),
    ),
    (
        {"career__1__period": "11/2009 - 05/2015"},
        "finding-career-overlap",
        _WARNING,
        ("career/0/period", "career/1/period"),
    ),
    (
        {"career__1__period": "01/2010 - nay"},
        "finding-career-overlap",
        _WARNING,
        ("career/1/period", "career/2/period"),
    ),
    (
        {"family__0__birth_year": "1985"},
        "finding-parent-birth-year",
        _ERROR,
        ("family/0/birth_year", "birth_date"),
    ),
    (
        {"family__0__birth_year": "1975"},
        "finding-parent-birth-year",
        _WARNING,
        ("family/0/birth_year", "birth_date"),
    ),
    (
        {"family__2__birth_year": "1980"},
        "finding-child-birth-year",
        _ERROR,
        ("family/2/birth_year", "birth_date"),
    ),
    (
        {"family_in_law__0__birth_year": "1990"},
        "finding-parent-birth-year",
        _ERROR,
        ("family_in_law/0/birth_year", "family/1/birth_year"),
    ),
]


@pytest.mark.parametrize(("changes", "code", "severity", "fields"), _CONTRADICTIONS)
def test_one_contradiction_is_one_finding(
    changes: dict[str, str], code: str, severity: Severity, fields: tuple[str, ...]
) -> None:
    (finding,) = _found(**changes)
    assert (finding.code, finding.severity, finding.fields) == (code, severity, fields)
    for language in messages.LANGUAGES:
        assert "{" not in messages.sentence(finding.code, finding.params, language=language)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"id_number": "012345678"}, id="nine digits say nothing"),
        pytest.param({"id_number": "838185000001"}, id="born abroad: a country code, no province"),
        pytest.param({"id_issue_date": "1999"}, id="may have been 14 in that year"),
        pytest.param({"birth_date": "1985"}, id="the year alone agrees"),
        pytest.param({"party_official_date": "2012"}, id="a year cannot tell months"),
        pytest.param({"discharge_date": "2003"}, id="the year of enlistment holds the discharge"),
        pytest.param({"salary_from": "", "salary_coefficient": "3.08"}, id="no date, no scale"),
        pytest.param(
            {"rank_code": "99.001", "civil_service_rank": "", "salary_coefficient": "9.99"}, id="unknown rank"
        ),
        pytest.param(
            {"salary_history__0__month": "2003-12", "salary_history__0__coefficient": "1.92"},
            id="the scales before 2004 are not known",
        ),
        pytest.param({"salary_grade": "Bậc 3"}, id="a grade with its word"),
        pytest.param({"salary_grade": "khởi điểm"}, id="a grade in words"),
        pytest.param({"salary_grade": "2,67"}, id="a coefficient in the place of the grade"),
        pytest.param({"career__1__period": "12/2009 - 05/2015"}, id="both posts in the month of change"),
        pytest.param({"career__1__period": "2010 - 2015"}, id="years that touch"),
        pytest.param({"career__1__period": "không rõ"}, id="an unknown period has no seams"),
        pytest.param({"family__0__relation": "Bố dượng", "family__0__birth_year": "1980"}, id="no blood"),
        pytest.param({"family__0__relation": "CHA", "family__0__birth_year": "1930"}, id="an old father"),
    ],
)
def test_what_may_be_true_is_left_alone(changes: dict[str, str]) -> None:
    assert _found(**changes) == ()


def test_a_salary_is_judged_by_the_scale_of_its_time() -> None:
    junior = {"civil_service_rank": "Cán sự", "rank_code": "01.004", "salary_grade": "2"}
    assert _found(**junior, salary_coefficient="2.06", salary_from="2021-07-31") == ()
    assert _found(**junior, salary_coefficient="2.67", salary_from="2021-08") == ()
    (finding,) = _found(**junior, salary_coefficient="2.67", salary_from="2021")
    assert finding.code == "finding-coefficient-present"


def test_the_history_of_a_public_employee_is_judged_by_the_scale_of_its_code() -> None:
    teacher = {"salary_history__1__month": "2022-12", "salary_history__1__code": "V.07.03.29/2"}
    assert _found(**teacher) == ()
    (finding,) = _found(**teacher, salary_history__1__coefficient="2.87")
    assert finding.code == "finding-coefficient-history"


def test_old_statutes_had_another_probation() -> None:
    lived = {"birth_date": "1950", "id_number": "", "youth_union_date": "", "family__0__birth_year": "1920"}
    lived |= {"recruitment_date": "1975", "enlistment_date": "", "family__2__birth_year": "1980"}
    dates = {"party_joined_date": "1979-05-19", "party_official_date": "1981-02-19"}
    assert _found(**lived, **dates) == ()


def test_columns_from_and_to_make_a_period_too() -> None:
    base = {"career__0__period": "", "career__1__period": "", "career__2__period": ""}
    rows = {FieldPath.parse(path): _answer(path, text) for path, text in base.items() if text}
    for row, (start, end) in enumerate([("2008-09", "2007-12"), ("2010-01", "")]):
        rows[FieldPath("from", "career", row)] = Answer(State.VALUE, start, start)
        rows[FieldPath("to", "career", row)] = Answer(State.VALUE, end or "nay", end or None)
    (reversed_period, gap) = find(rows, _TABLES)
    assert reversed_period.fields == ("career/0/from", "career/0/to")
    assert gap.code == "finding-career-gap"


def test_an_unreadable_end_is_not_until_now() -> None:
    rows = {
        FieldPath("from", "career", 0): Answer(State.VALUE, "2008-09", "2008-09"),
        FieldPath("to", "career", 0): Answer(State.VALUE, "12/2O09", None),
        FieldPath("from", "career", 1): Answer(State.VALUE, "2008-10", "2008-10"),
        FieldPath("to", "career", 1): Answer(State.VALUE, "nay", None),
    }
    assert find(rows, _TABLES) == ()


def test_readings_are_judged_like_answers() -> None:
    def reading(value: Value) -> FieldReading:
        return FieldReading(
            State.VALUE, value, str(value), str(value), 1, Box(0, 0, 9, 9), 0.9, accepted=True
        )

    form = FormReading(
        "2c-bnv-2008",
        None,
        1,
        4,
        {"enlistment_date": reading("2003-02"), "discharge_date": reading("2002-02")},
        {"training": ({"period": reading(parse_period("2008-2005"))},)},
    )
    codes = [finding.code for finding in find(readings_by_path(form), _TABLES)]
    assert codes == ["finding-discharge-before-enlistment", "finding-period-reversed"]


@given(year=st.integers(1900, 2099), female=st.booleans(), tail=st.integers(0, 999_999))
def test_a_personal_number_tells_sex_and_year(year: int, female: bool, tail: int) -> None:
    number = f"036{(year // 100 - 19) * 2 + female}{year % 100:02}{tail:06}"
    assert parse_personal_number(number) == PersonalNumber("036", female, year)


@pytest.mark.parametrize("text", ["", "012345678", "03618500000", "03618500000O", "0361850000011"])
def test_other_numbers_tell_nothing(text: str) -> None:
    assert parse_personal_number(text) is None


def test_ages_leave_room_for_what_a_date_may_mean() -> None:
    leap = PartialDate(2000, 2, 29)
    assert surely_younger(leap, PartialDate(2018, 2, 28), 18)
    assert not surely_younger(leap, PartialDate(2018, 3, 1), 18)
    assert not surely_younger(PartialDate(2000), PartialDate(2018), 18)
    assert not surely_older(PartialDate(1940, 5, 1), PartialDate(2001, 4, 30), 60)
    assert surely_older(PartialDate(1940, 5, 1), PartialDate(2001, 5, 1), 60)


def test_every_finding_with_a_sentence_is_shown_by_a_contradiction() -> None:
    path = bundle.resources() / "messages" / "findings.toml"
    assert set(tomllib.loads(path.read_text("utf-8"))) == {code for _, code, _, _ in _CONTRADICTIONS}
