"""The measurement of search runs, on a few cadres; made-up people are named as people are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import searching
from benchmarks.made_up_cadres import People


def test_it_measures_and_deletes_what_it_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    searching.measure(200, tmp_path)
    told = capsys.readouterr().out
    for said in ("200 cadres", "full name, no marks", "altogether", "ratio", "opened in", "restored in"):
        assert said in told
    assert list(tmp_path.iterdir()) == []


def test_the_same_people_every_time_with_three_surnames_for_half_of_them() -> None:
    names = [person.said("full_name") for person in People().people(2000)]
    assert names == [person.said("full_name") for person in People().people(2000)]
    common = Counter(name.split()[0] for name in names).most_common(3)
    assert [name for name, _ in common] == ["NGUYỄN", "TRẦN", "LÊ"]
    assert 0.4 < sum(count for _, count in common) / len(names) < 0.6
    assert any("'" in name for name in names)
