"""A record keeps every value that ever stood in it; the newest one counts."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from hrdigitize.domain.dossier import Correction, CorrectionId
from hrdigitize.domain.geometry import Box
from hrdigitize.domain.reading import Period, State, Value
from hrdigitize.domain.record import Answer, CadreId, Evidence, FieldPath, RecordValue
from hrdigitize.domain.search import Filters, Query
from hrdigitize.formdefs.record_tables import DECISIONS, RATINGS, record_tables
from hrdigitize.store.checking import check
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


@pytest.mark.parametrize("table", [DECISIONS, RATINGS])
def test_a_row_of_the_record_s_own_tables_has_an_identity_evidence_and_a_history(
    store: Store, table: str
) -> None:
    store_document(store)
    evidence = Evidence(DOCUMENT, 1, Box(1, 2, 3, 4), "15/QĐ .", 0.5)
    columns = [column.key for column in record_tables()[table].definition.columns]
    with store.work(REVIEWER) as work:
        work.cadres.add(_CADRE, "2c-bnv-2008", at=work.at)
        number = work.cadres.add_row(_CADRE, table, document=DOCUMENT, document_row=0)
        paths = [FieldPath(column, table, number) for column in columns]
        row = [
            RecordValue(path, Answer(State.VALUE, f"{path.field} ổi", "x"), evidence, "minh", work.at)
            for path in paths
        ]
        work.cadres.write(_CADRE, row)
        work.commit("written", _CADRE)
    changed = _write(store, paths[-1], "khác")
    with store.view() as view:
        assert view.cadres.get(_CADRE).values == {one.path: one for one in (*row[:-1], changed)}
        assert view.cadres.history(_CADRE, paths[-1]) == (row[-1], changed)
        assert view.cadres.rows_from(_CADRE, DOCUMENT) == {(table, 0): number}
        assert len(view.cadres.row_ids(_CADRE, table)) == 1
        (hit,) = view.finder.find(Query.parse("oi"), Filters(), limit=10).hits
        assert hit.summary.cadre == _CADRE
    assert check(store) == ()


def test_a_row_that_waits_has_its_number_and_no_value_until_it_is_decided(store: Store) -> None:
    _write(store, _NAME, "Nguyễn")
    path = FieldPath("level", RATINGS, 0)
    answer = Answer(State.VALUE, "Hoàn thành nhiệm vụ", "Hoàn thành nhiệm vụ")
    with store.work(REVIEWER) as work:
        assert work.cadres.add_row(_CADRE, RATINGS) == 0
        asked = Correction(CorrectionId("c"), _CADRE, path, answer, "", None, "lan", work.at)
        work.dossiers.ask(asked)
        work.commit("row-asked", _CADRE)
    with store.view() as view:
        assert view.dossiers.corrections() == (asked,)
        assert (view.cadres.history(_CADRE, path), list(view.cadres.get(_CADRE).values)) == ((), [_NAME])
    assert check(store) == ()
    with store.work(REVIEWER) as work:
        assert work.cadres.add_row(_CADRE, RATINGS) == 1
        work.dossiers.decide(asked.id, granted=True, by="minh", at=work.at)
        work.cadres.write(_CADRE, [RecordValue(path, answer, None, "minh", work.at, seconded_by="lan")])
        work.commit("correction-granted", _CADRE)
    with store.view() as view:
        assert view.cadres.get(_CADRE).values[path].seconded_by == "lan"
        assert list(view.cadres.row_ids(_CADRE, RATINGS)) == [0, 1]
