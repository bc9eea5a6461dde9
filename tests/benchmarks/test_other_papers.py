"""Papers of no known form: every sort is drawn, the same ones for the same seeds, and none is a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.groups import Group, Wanted, gathered, spread
from benchmarks.other_papers import NO_FORM, PAPERS, write_other_papers
from benchmarks.recognition import recognition
from benchmarks.running import Program, read_group
from hrdigitize.formdefs.loading import load_forms
from hrdigitize.workers.decoding import Decoder
from hrdigitize.workers.reading import Reader


def test_every_sort_is_written_and_the_same_seed_writes_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    papers = write_other_papers(one, range(len(PAPERS)), [0])
    again = write_other_papers(other, range(len(PAPERS)), [0])
    assert [paper.layout for paper in papers] == list(PAPERS)
    assert {(paper.form, paper.level) for paper in papers} == {(NO_FORM, 0)}
    assert [[page.read_bytes() for page in paper.pages] for paper in papers] == [
        [page.read_bytes() for page in paper.pages] for paper in again
    ]


@pytest.mark.engine
def test_a_paper_of_no_known_form_is_read_as_such(tmp_path: Path) -> None:
    application = write_other_papers(tmp_path, [3], [0])
    with Reader(inline=True) as reader:
        run = read_group(application, (), Program(Decoder(), reader, jobs=1))
    found = recognition(run.papers, load_forms())
    assert found.taken_for == {(NO_FORM, NO_FORM): 1}
    assert found.strangers_kept == 1
    assert run.compared.pages == 0


def test_a_run_without_generated_forms_and_scans_has_the_other_papers_alone(tmp_path: Path) -> None:
    wanted = Wanted(use="test", first=0, count=0, hands=0, others=1, scans=None, jobs=1)
    (group,) = gathered(wanted, list(load_forms()), tmp_path)
    assert (group.known, len(group.papers)) == (False, 3)
    assert group.searched(load_forms(), 0) == ()


def test_papers_are_spread_evenly_and_none_is_taken_twice(tmp_path: Path) -> None:
    papers = write_other_papers(tmp_path, [4], [0, 1, 2])
    assert [paper.level for paper in spread(papers, 2)] == [0, 1]
    assert tuple(spread(papers, 0)) == tuple(spread(papers, 9)) == papers
    assert Group("three", papers).pages == 3
