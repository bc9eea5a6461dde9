"""The head of the log noted for the day sheet, and the store checked against the sheets of earlier days."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdigitize.app import App, open_sample
from hrdigitize.domain.actors import Actor, Role
from hrdigitize.domain.faults import UserFault
from hrdigitize.store.checking import StoreFinding
from hrdigitize.store.layout import DATABASE_NAME
from tests.store.made_up import ticking_clock

AUDITOR = Actor("thu", Role.AUDITOR)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = open_sample(tmp_path / "store", clock=ticking_clock())
    yield made
    made.close()


def test_the_last_entry_that_an_anchor_holds_says_that_it_was_noted(app: App) -> None:
    noted = app.upkeep.anchor(actor=AUDITOR)
    (entry,) = app.upkeep.log(actor=AUDITOR)
    assert (entry.sequence, entry.action, entry.at) == (noted.count, "log-anchored", noted.at)
    assert app.upkeep.check([noted.text], actor=AUDITOR) == ()
    checked = app.upkeep.log(actor=AUDITOR)[-1]
    assert dict(checked.detail) == {"findings": "0", "anchors": "1"}


def test_an_old_database_put_back_overnight_is_told_by_the_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    app = open_sample(folder, clock=ticking_clock())
    first = app.upkeep.anchor(actor=AUDITOR)
    app.close()
    shutil.copy(folder / DATABASE_NAME, tmp_path / "old.db")
    app = open_sample(folder, clock=ticking_clock())
    second = app.upkeep.anchor(actor=AUDITOR)
    app.close()
    shutil.copy(tmp_path / "old.db", folder / DATABASE_NAME)
    app = open_sample(folder, clock=ticking_clock())
    found = app.upkeep.check([first.text, second.text], actor=AUDITOR)
    app.close()
    assert found == (StoreFinding("anchor-beyond-log", str(second.count)),)


def test_a_miscopied_anchor_is_told_by_its_number_and_nothing_is_checked(app: App) -> None:
    noted = app.upkeep.anchor(actor=AUDITOR)
    for wrong in ("", "xin chào", noted.text[:-1], f"{noted.text} A", noted.text[::-1]):
        with pytest.raises(UserFault) as refused:
            app.upkeep.check([noted.text, wrong], actor=AUDITOR)
        assert (refused.value.code, refused.value.params) == ("anchor-misread", {"number": "2"})
    assert len(app.upkeep.log(actor=AUDITOR)) == noted.count
