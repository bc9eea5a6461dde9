"""A record keeps every value that ever stood in it; the newest one counts."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Period, State, Value
from hrdigitize.domain.record import Answer, CadreId, Evidence, FieldPath, RecordValue
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import DOCUMENT, REVIEWER, store_document

pytestmark = on_every_database

_CADRE = CadreId("cadre-1")
_NAME = FieldPath("full_name")
_PERIOD = FieldPath("period", "career", 0)


def _write(
    store: Store, path: FieldPath, text: str, *, value: Value = None, evidence: Evidence | None = None
) -> RecordValue:
    with store.work(REVIEWER) as work:
        if _CADRE not in work.cadres.all():
            work.cadres.add(_CADRE, "2c-bnv-2008", at=work.at)
        written = RecordValue(path, Answer(State.VALUE, text, value), evidence, "minh", work.at)
        work.cadres.write(_CADRE, [written])
        work.commit("written", _CADRE)
    return written


def test_a_value_comes_out_with_its_evidence(store: Store) -> None:
    store_document(store)
    evidence = Evidence(DOCUMENT, 2, Box(1, 2, 3, 4), "Nguyễn .", 0.5)
    written = _write(store, _NAME, "Nguyễn", value="Nguyễn", evidence=evidence)
    with store.view() as view:
        cadre = view.cadres.get(_CADRE)
    assert cadre.values == {_NAME: written}
    assert (cadre.form, cadre.text("full_name")) == ("2c-bnv-2008", "Nguyễn")


def test_a_new_value_counts_and_the_old_one_stays(store: Store) -> None:
    first = _write(store, _NAME, "Nguyễn Văn An")
    period = _write(store, _PERIOD, "2010-nay", value=Period("2010", None))
    second = _write(store, _NAME, "Nguyễn Văn Ân")
    with store.view() as view:
        assert view.cadres.get(_CADRE).values == {_NAME: second, _PERIOD: period}
        assert view.cadres.history(_CADRE, _NAME) == (first, second)
        assert view.cadres.all() == (_CADRE,)


def test_a_value_can_be_superseded_only_once(store: Store) -> None:
    _write(store, _NAME, "one")
    _write(store, _NAME, "two")
    with pytest.raises(IntegrityError), store._engine.begin() as raw:
        raw.exec_driver_sql(
            "INSERT INTO record_values (cadre_id, path, state, text, approved_by, approved_at, supersedes) "
            "VALUES ('cadre-1', 'full_name', 'value', 'three', 'x', 'y', 1)"
        )


def test_nobody_is_a_key_error(store: Store) -> None:
    with store.view() as view, pytest.raises(KeyError):
        view.cadres.get(CadreId("nobody"))
