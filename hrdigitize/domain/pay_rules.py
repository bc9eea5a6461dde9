"""Rules about pay: rank, code, grade and coefficient against the scale in force at that date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from hrdigitize.domain.dates import PartialDate
from hrdigitize.domain.pay import PayScale, PayTables
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.statements import Statements

_HISTORY = "salary_history"
#: A grade ("3", "Bậc 3"), perhaps with the number of grades of the scale behind it ("3/9").
_GRADE = re.compile(r"(?:bậc ?)?([0-9]{1,2})(?: ?/ ?([0-9]{1,2}))?(?![0-9.,])")
#: "01.003/3" or "V.07.03.29 - bậc 3", as the salary history of the 2C forms writes code and grade together.
_CODE_AND_GRADE = re.compile(
    r"([0-9]{2}[a-z]?\.[0-9]{3}|v(?:\.[0-9]{2}){3})(?: ?[/,;-]? ?((?:bậc ?)?[0-9].*))?"
)


@dataclass(frozen=True, slots=True)
class _Salary:
    """One statement of pay with the fields that make it. where: "present" or "history" (part of a code)."""

    where: str
    code: str
    grade: str
    coefficient: str
    since: PartialDate | None
    keys: tuple[str, ...]
    grade_key: str
    params: Mapping[str, str]


def rank_name(stated: Statements, tables: PayTables) -> Iterator[Finding]:
    """The rank's name must be the one that its code stands for."""
    name, rank = stated.text(FieldPath("civil_service_rank")), tables.ranks.get(_text(stated, "rank_code"))
    if name and rank is not None and rank.name != name:
        yield Finding("finding-rank-name-code", Severity.ERROR, ("civil_service_rank", "rank_code"))


def salaries(stated: Statements, tables: PayTables) -> Iterator[Finding]:
    """The present salary and every one of the history must be of the scale of its time."""
    for salary in (_present(stated), *_history(stated)):
        yield from _judged(salary, tables)


def history_order(stated: Statements) -> Iterator[Finding]:
    """The salary history runs forward in time."""
    dated = [
        (path, when)
        for row in stated.rows(_HISTORY)
        for path, when in _since(stated, row)
        if when is not None
    ]
    for (earlier_path, earlier), (later_path, later) in pairwise(dated):
        if later.surely_before(earlier):
            yield Finding(
                "finding-salary-history-order",
                Severity.WARNING,
                (str(later_path), str(earlier_path)),
                {"row": str(later_path.row + 1)},
            )


def _text(stated: Statements, key: str) -> str:
    return stated.text(FieldPath(key))


def _present(stated: Statements) -> _Salary:
    return _Salary(
        "present",
        _text(stated, "rank_code"),
        _text(stated, "salary_grade"),
        _text(stated, "salary_coefficient"),
        stated.date(FieldPath("salary_from")),
        ("salary_coefficient", "rank_code"),
        "salary_grade",
        {},
    )


def _since(stated: Statements, row: int) -> Iterator[tuple[FieldPath, PartialDate | None]]:
    """The cell that dates a row of the history: "month" on the 2C forms, "from" on the newer ones."""
    for column in ("month", "from"):
        path = FieldPath(column, _HISTORY, row)
        when = stated.date(path)
        if when is not None:
            yield path, when
            return


def _history(stated: Statements) -> Iterator[_Salary]:
    for row in stated.rows(_HISTORY):
        code_path, grade_path, coefficient_path = (
            FieldPath(column, _HISTORY, row) for column in ("code", "grade", "coefficient")
        )
        found = _CODE_AND_GRADE.fullmatch(stated.text(code_path).casefold())
        if found is None:
            continue
        own_grade = stated.text(grade_path)
        since = next((when for _, when in _since(stated, row)), None)
        yield _Salary(
            "history",
            found[1].replace("v", "V"),
            own_grade or found[2] or "",
            stated.text(coefficient_path),
            since,
            (str(coefficient_path), str(code_path)),
            str(grade_path if own_grade else code_path),
            {"row": str(row + 1)},
        )


def _judged(salary: _Salary, tables: PayTables) -> Iterator[Finding]:
    """Silent where the rank, the date or the rules of that time are not known."""
    rank, coefficient = tables.ranks.get(salary.code), _decimal(salary.coefficient)
    scales = rank.scales(salary.since) if rank is not None and salary.since is not None else ()
    if coefficient is None or not scales:
        return
    if all(coefficient not in scale.coefficients for scale in scales):
        yield Finding(f"finding-coefficient-{salary.where}", Severity.ERROR, salary.keys, salary.params)
        return
    grade = _GRADE.match(salary.grade.casefold())
    if grade is not None and not any(_agrees(scale, grade, coefficient) for scale in scales):
        keys = tuple(dict.fromkeys((salary.grade_key, *salary.keys)))
        yield Finding(f"finding-grade-{salary.where}", Severity.ERROR, keys, salary.params)


def _agrees(scale: PayScale, grade: re.Match[str], coefficient: Decimal) -> bool:
    full_length = grade[2] is None or int(grade[2]) == len(scale.coefficients)
    return full_length and scale.coefficient(int(grade[1])) == coefficient


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
