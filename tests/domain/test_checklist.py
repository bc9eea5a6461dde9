"""Dossiers against checklists: present, missing, expired, doubled, not due."""

from __future__ import annotations

from datetime import date

import pytest

from hrdigitize.domain.checklist import Checklist, ChecklistItem, ItemFound, ItemState, Paper, compare
from hrdigitize.domain.record import DocumentId

_TODAY = date(2024, 5, 6)
_SINCE = {"recruitment_date": "2020-06-15"}


def _paper(number: int, kind: str | None = "state-cv", issued_on: str = "", reference: str = "") -> Paper:
    return Paper(DocumentId(f"d{number}"), kind, issued_on, reference)


def _found(item: ChecklistItem, *papers: Paper, dates: dict[str, str] = _SINCE) -> ItemFound:
    checklist = Checklist("k", "n", "s", date(2013, 1, 1), None, (item,))
    return compare(checklist, papers, dates, _TODAY).items[0]


_CV = ChecklistItem("cv", "CV", ("state-cv",), due_from="recruitment_date")
_REVIEW = ChecklistItem("review", "R", ("state-review",), due_from="recruitment_date", yearly=True)
_HEALTH = ChecklistItem(
    "health", "H", ("state-health",), several=True, valid_months=6, valid_at="recruitment_date"
)


def test_a_paper_of_its_type_is_present_and_another_is_not() -> None:
    assert _found(_CV, _paper(1)).state is ItemState.PRESENT
    assert _found(_CV, _paper(1, "party-001")).state is ItemState.MISSING
    assert _found(_CV, _paper(1, None)).state is ItemState.MISSING


def test_nothing_is_missing_before_it_is_due() -> None:
    assert _found(_CV, dates={}).state is ItemState.NOT_DUE
    assert _found(_CV, dates={"recruitment_date": "2024-07"}).state is ItemState.NOT_DUE
    assert _found(_CV, dates={"recruitment_date": "2024"}).state is ItemState.NOT_DUE
    assert _found(ChecklistItem("x", "X", ("state-cv",), optional=True)).state is ItemState.NOT_DUE


def test_two_of_a_single_paper_are_doubled_and_two_of_several_only_when_the_same() -> None:
    assert _found(_CV, _paper(1), _paper(2)).state is ItemState.DOUBLED
    pay = ChecklistItem("pay", "P", ("state-pay",), several=True)
    one, two = _paper(1, "state-pay", "2020-01-01", "15/QĐ"), _paper(2, "state-pay", "2023-01-01", "15/QĐ")
    assert _found(pay, one, two).state is ItemState.PRESENT
    assert _found(pay, one, _paper(3, "state-pay", "2020-01-01", "15/QĐ")).state is ItemState.DOUBLED


def test_yearly_papers_are_asked_for_each_full_year() -> None:
    papers = [
        _paper(1, "state-review", "2021-12-20"),
        # Written early in the next year, about the year before.
        _paper(2, "state-review", "2023-01-10"),
    ]
    found = _found(_REVIEW, *papers)
    assert (found.state, found.years) == (ItemState.MISSING, (2023,))
    assert _found(_REVIEW, *papers, _paper(3, "state-review", "2023-12-28")).state is ItemState.PRESENT
    assert _found(_REVIEW, *papers, _paper(3, "state-review")).state is ItemState.PRESENT
    assert _found(_REVIEW).years == (2021, 2022, 2023)


@pytest.mark.parametrize(
    ("issued_on", "state"),
    [
        ("2020-01-10", ItemState.PRESENT),
        ("2019-12-15", ItemState.PRESENT),
        ("2019-12-14", ItemState.EXPIRED),
        ("2019-12", ItemState.PRESENT),
        ("2018", ItemState.EXPIRED),
        ("", ItemState.PRESENT),
    ],
)
def test_a_certificate_runs_out(issued_on: str, state: ItemState) -> None:
    assert _found(_HEALTH, _paper(1, "state-health", issued_on)).state is state


def test_one_valid_certificate_is_enough() -> None:
    old, good = _paper(1, "state-health", "2015-01-01"), _paper(2, "state-health", "2020-05-01")
    assert _found(_HEALTH, old, good).state is ItemState.PRESENT


def test_what_no_item_asks_for_is_told() -> None:
    checklist = Checklist("k", "n", "s", date(2013, 1, 1), None, (_CV,))
    found = compare(checklist, [_paper(1), _paper(2, None), _paper(3, "party-104")], _SINCE, _TODAY)
    assert found.others == ("d2", "d3")
    assert found.is_complete
    assert not compare(checklist, [], _SINCE, _TODAY).is_complete
