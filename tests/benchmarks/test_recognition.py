"""What papers are taken for, and what counts as found where nobody can read what was written."""

from __future__ import annotations

import pytest

from benchmarks.formsets import ScannedForm
from benchmarks.recognition import UNREAD, is_found, recognition
from benchmarks.running import ReadPaper
from benchmarks.scoring import Score
from hrdigitize.domain.reading import Doubt, FieldReading
from hrdigitize.formdefs.loading import load_forms
from tests.benchmarks.readings import reading

_FORM, _OTHER, _DECISION = "2c-bnv-2008", "2c-tctw-98", "decision"


def _read(form: str, *recognised: str | None, kept: bool = True) -> ReadPaper:
    paper = ScannedForm(name="one", form=form, level=0, layout="", pages=(), truth={})
    return ReadPaper(paper, Score((), ()), recognised, nothing_lost=kept, faults=0)


def test_papers_are_counted_by_their_first_document() -> None:
    papers = [_read(_FORM, _FORM), _read(_FORM, _FORM, None), _read(_FORM, _OTHER), _read(_FORM)]
    found = recognition(papers, load_forms())
    assert found.taken_for == {(_FORM, _FORM): 2, (_FORM, _OTHER): 1, (_FORM, UNREAD): 1}
    assert found.papers == {_FORM: 4}
    assert found.whole == {_FORM: 1}


def test_a_decision_taken_for_a_form_is_seen_on_any_of_its_pages() -> None:
    papers = [_read(_DECISION, _DECISION), _read(_DECISION, _DECISION, _FORM), _read(_FORM, _DECISION)]
    found = recognition(papers, load_forms())
    assert (found.decisions_as_forms, found.forms_as_decisions) == (1, 1)


def test_a_stranger_is_kept_when_no_page_of_it_became_a_form_or_lost_its_text() -> None:
    papers = [_read("", None, None), _read("", None, _FORM), _read("", None, kept=False), _read("")]
    assert recognition(papers, load_forms()).strangers_kept == 1


@pytest.mark.parametrize(
    ("read", "found"),
    [
        (reading("ẩn"), True),
        (reading(""), True),
        (reading("", page=0), False),
        (reading("", doubts=(Doubt("doubt-label-not-found"),)), False),
        (reading("ẩn", doubts=(Doubt("doubt-low-confidence"),)), True),
        (None, False),
    ],
)
def test_a_field_is_found_by_its_label_and_place_alone(read: FieldReading | None, found: bool) -> None:
    assert is_found(read) is found
