"""Rules about tables: periods of study and work, and the people of the family."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hrdigitize.domain.dates import PartialDate
from hrdigitize.domain.reading import Finding, Severity
from hrdigitize.domain.record import FieldPath
from hrdigitize.domain.statements import Span, Statements
from hrdigitize.domain.vietnamese import one_spaced

_CAREER = "career"
_BIRTH = FieldPath("birth_date")
#: A parent is at least this many years older; under it somebody has misread a digit.
_LEAST_GENERATION_YEARS = 14
_MOST_GENERATION_YEARS = 60
#: Only parents and children by birth: step, foster and in-law relations have no such bounds.
_PARENTS = frozenset({"cha", "bố", "mẹ", "ba", "má", "cha đẻ", "bố đẻ", "mẹ đẻ", "cha ruột", "mẹ ruột"})
_CHILDREN = frozenset({"con", "con đẻ", "con trai", "con gái", "con ruột"})
_SPOUSES = frozenset({"vợ", "chồng"})
_SPOUSES_PARENTS = frozenset(
    f"{parent} {spouse}" for parent in ("cha", "bố", "mẹ", "ba", "má") for spouse in ("vợ", "chồng")
)


def _keys(*paths: FieldPath) -> tuple[str, ...]:
    return tuple(str(path) for path in paths)


def periods(stated: Statements) -> Iterator[Finding]:
    """In every table: a period ends after it began, and nobody did anything before birth."""
    birth = stated.date(_BIRTH)
    for table in stated.tables():
        for row in stated.rows(table):
            span = stated.span(table, row)
            if span is None:
                continue
            params = {"row": str(row + 1)}
            if span.end is not None and span.end.surely_before(span.start):
                yield Finding("finding-period-reversed", Severity.ERROR, _keys(*span.paths), params)
            if birth is not None and span.start.surely_before(birth):
                keys = _keys(*span.paths, _BIRTH)
                yield Finding("finding-period-before-birth", Severity.ERROR, keys, params)


def career(stated: Statements) -> Iterator[Finding]:
    """One post follows the other: a month without any or two at once is worth a look."""
    for row, following in pairwise(stated.rows(_CAREER)):
        span, next_span = stated.span(_CAREER, row), stated.span(_CAREER, following)
        if span is None or next_span is None:
            continue
        code = _seam(span, next_span)
        if code is not None:
            params = {"row": str(row + 1), "next_row": str(following + 1)}
            yield Finding(code, Severity.WARNING, _keys(*span.paths, *next_span.paths), params)


def _seam(span: Span, following: Span) -> str | None:
    """What is wrong between two posts: the code of a finding, or None."""
    if span.end is None or following.start.surely_before(span.end):
        return "finding-career-overlap"
    months = span.end.months_until(following.start)
    apart = months > 1 if months is not None else following.start.year - span.end.year > 1
    return "finding-career-gap" if apart else None


def family(stated: Statements) -> Iterator[Finding]:
    """Parents are older than their children, by a generation."""
    own_birth = stated.date(_BIRTH)
    if own_birth is not None:
        yield from _generations(stated, "family", _PARENTS, own_birth, _BIRTH, older=True)
        yield from _generations(stated, "family", _CHILDREN, own_birth, _BIRTH, older=False)
    spouses = [path for path in _relatives(stated, "family", _SPOUSES) if stated.date(path) is not None]
    if len(spouses) != 1:
        return
    spouse_birth = stated.date(spouses[0])
    if spouse_birth is not None:
        yield from _generations(
            stated, "family_in_law", _SPOUSES_PARENTS, spouse_birth, spouses[0], older=True
        )


def _relatives(stated: Statements, table: str, relations: frozenset[str]) -> Iterator[FieldPath]:
    """The birth year cells of these relatives."""
    for row in stated.rows(table):
        relation = one_spaced(stated.text(FieldPath("relation", table, row))).casefold()
        if relation in relations:
            yield FieldPath("birth_year", table, row)


def _generations(
    stated: Statements,
    table: str,
    relations: frozenset[str],
    birth: PartialDate,
    birth_path: FieldPath,
    *,
    older: bool,
) -> Iterator[Finding]:
    """Findings on relatives who must be a generation older (or younger) than the person born then."""
    for path in _relatives(stated, table, relations):
        relative = stated.date(path)
        if relative is None:
            continue
        years = birth.year - relative.year if older else relative.year - birth.year
        if _LEAST_GENERATION_YEARS <= years <= _MOST_GENERATION_YEARS:
            continue
        severity = Severity.ERROR if years <= 0 else Severity.WARNING
        code = "finding-parent-birth-year" if older else "finding-child-birth-year"
        yield Finding(code, severity, _keys(path, birth_path), {"row": str(path.row + 1)})
