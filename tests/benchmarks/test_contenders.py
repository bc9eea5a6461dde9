"""Contenders beside each other: pages a minute, the best mode, several groups as one."""

from __future__ import annotations

import pytest

from benchmarks.contenders import Comparison, Contender, best, together
from benchmarks.formsets import ScannedForm
from benchmarks.printing import bounded, comparison_lines, totals_lines
from benchmarks.running import ReadPaper
from benchmarks.scoring import Score, tally
from benchmarks.stopwatch import Spent, Stopwatch, processor_seconds
from tests.benchmarks.readings import outcome


def _contender(name: str, right: int, wrong: int, *, seconds: float, pages: int = 4) -> Contender:
    fields = (*[outcome(True)] * right, *[outcome(False)] * wrong)
    return Contender(name, (Score(fields, ()),), pages, Spent(seconds, 2 * seconds))


def test_the_best_has_most_right_and_of_equals_the_quicker_counts() -> None:
    slow, quick, wrong = (
        _contender("slow", 3, 1, seconds=9),
        _contender("quick", 3, 1, seconds=8),
        _contender("wrong", 2, 2, seconds=1),
    )
    assert best([slow, quick, wrong]) is quick
    assert quick.pages_a_minute == 30.0
    assert quick.processor_a_page == 4.0


def test_groups_add_up_and_the_baseline_has_its_best_mode_in_each() -> None:
    one = Comparison(
        _contender("ours", 4, 0, seconds=8),
        _contender("theirs", 2, 2, seconds=16),
        (_contender("psm 3", 1, 3, seconds=2), _contender("psm 4", 3, 1, seconds=2)),
    )
    other = Comparison(
        _contender("ours", 3, 1, seconds=4),
        _contender("theirs", 1, 3, seconds=8),
        (_contender("psm 3", 2, 2, seconds=1), _contender("psm 4", 1, 3, seconds=1)),
    )
    both = together([one, other])
    assert [one.fields.right for one in both.everybody] == [7, 3, 5]
    assert [one.pages_a_minute for one in both.everybody] == [40.0, 20.0, 160.0]
    lines = comparison_lines(both, jobs=2)
    assert any("theirs" in line and "(2.00 times)" in line and "3/8 = 37.5 %" in line for line in lines)
    assert any("best modes" in line and "(0.25 times)" in line for line in lines)


def test_alone_the_program_stands_alone() -> None:
    ours = Comparison(_contender("ours", 4, 0, seconds=8), None, ())
    assert together([ours, ours]).everybody[1:] == ()


def test_accepted_and_wrong_comes_with_its_bound() -> None:
    accepted = [outcome(True, accepted=True)] * 99 + [outcome(False, accepted=True), outcome(False)]
    assert bounded(tally(accepted)) == "1 of 100 = 1.000 %, at most 4.656 % (95 %)"
    assert bounded(tally([outcome(True)])) == "none accepted"


def test_totals_stand_by_form_and_by_level() -> None:
    papers = [
        ReadPaper(
            ScannedForm(name=form, form=form, level=level, layout="", pages=(), truth={}),
            Score((outcome(right, accepted=True),), (outcome(True),)),
            (form,),
            nothing_lost=True,
            faults=0,
        )
        for form, level, right in (("a", 0, True), ("a", 1, False), ("b", 1, True))
    ]
    lines = {line[2:20].strip(): line for line in totals_lines("all print", papers)}
    assert "1/2 = 50.0 %" in lines["a"]
    assert "2/2 = 100.0 % (1)" in lines["a"]
    assert lines["b"].split()[1] == "1"
    assert "1/1 = 100.0 %" in lines["level 0"]
    assert "1/2 = 50.0 %" in lines["level 1"]
    assert "2/3 = 66.7 %" in lines["all"]


def test_a_stopwatch_counts_both_kinds_of_seconds_since_it_was_made() -> None:
    walls, processors = iter([10.0, 12.5]), iter([1.0, 4.0])
    watch = Stopwatch(lambda: next(walls), lambda: next(processors))
    assert watch.spent() + Spent(1.0, 1.0) == Spent(3.5, 4.0)


def test_processor_time_grows_with_work() -> None:
    before = processor_seconds()
    while processor_seconds() - before < 0.05:
        sum(range(10_000))
    assert processor_seconds() == pytest.approx(before + 0.05, abs=0.5)
