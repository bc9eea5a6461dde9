"""What is kept about cadres besides their records, and the units: in every database alike."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from hrdigitize.domain.dossier import Correction, CorrectionId, DocumentIndex, Keyed, Merge, MergeId
from hrdigitize.domain.reading import Period, State
from hrdigitize.domain.record import Answer, FieldPath
from hrdigitize.domain.secrecy import Secrecy
from hrdigitize.domain.units import ManagingLevel, Span, Unit, UnitId, UnitKind, UnitName
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import (
    CADRE,
    CLERK,
    CORRECTION,
    DOCUMENT,
    INDEX,
    KEYED_AGAIN,
    OTHER_CADRE,
    REVIEWER,
    furnish,
)

pytestmark = on_every_database

_PERIOD = FieldPath("period", "career", 0)


@pytest.fixture
def furnished_store(store: Store) -> Store:
    furnish(store)
    with store.work(CLERK) as work:
        work.documents.set_cadre(DOCUMENT, CADRE)
        work.commit("filed", CADRE)
    return store


def test_a_document_is_filed_with_its_index_data(furnished_store: Store) -> None:
    index = DocumentIndex("12", "QĐ-UBND", "2024-05", "UBND xã", "về việc …", "Lê Ân", Secrecy.SECRET, "A3")
    with furnished_store.view() as view:
        (before,) = view.dossiers.documents(CADRE)
    assert (before.index, before.pages) == (INDEX, 2)
    with furnished_store.work(CLERK) as work:
        work.dossiers.describe(DOCUMENT, index)
        work.commit("described", DOCUMENT)
    with furnished_store.view() as view:
        assert view.dossiers.index(DOCUMENT) == index


def test_a_correction_waits_until_it_is_decided_once(furnished_store: Store) -> None:
    name, answer = CorrectionId("correction-2"), Answer(State.VALUE, "2010-nay", Period("2010", None))
    with furnished_store.work(CLERK) as work:
        asked = Correction(name, CADRE, _PERIOD, answer, "viết nhầm", DOCUMENT, "lan", work.at)
        work.dossiers.ask(asked)
        work.commit("asked", CADRE)
    with furnished_store.view() as view:
        assert set(view.dossiers.corrections()) == {asked, CORRECTION}
        assert set(view.dossiers.corrections(CADRE)) == {asked, CORRECTION}
    with furnished_store.work(REVIEWER) as work:
        work.dossiers.decide(name, granted=False, by="minh", at=work.at)
        work.commit("decided", CADRE)
    with furnished_store.view() as view:
        assert view.dossiers.corrections() == (CORRECTION,)
        assert view.dossiers.correction(name).granted is False
        with pytest.raises(KeyError):
            view.dossiers.decide(name, granted=True, by="minh", at=asked.asked_at)


def test_what_was_keyed_again_stays_and_the_newest_counts(furnished_store: Store) -> None:
    for text in ("2010", "2011"):
        with furnished_store.work(CLERK) as work:
            keyed = Keyed(Answer(State.VALUE, text, text), "lan", work.at)
            work.dossiers.key_again(DOCUMENT, _PERIOD, keyed)
            work.commit("keyed-again", DOCUMENT)
    with furnished_store.view() as view:
        assert view.dossiers.keyed_again(DOCUMENT) == {_PERIOD: keyed, FieldPath("birth_date"): KEYED_AGAIN}
    for attack in ("DELETE FROM reentries", "UPDATE reentries SET path = path"):
        with (
            pytest.raises(IntegrityError, match="append-only"),
            furnished_store._engine.begin() as raw,
        ):
            raw.exec_driver_sql(attack)


def test_a_merged_cadre_is_spoken_for_until_it_is_undone(furnished_store: Store) -> None:
    with furnished_store.work(REVIEWER) as work:
        merge = Merge(MergeId("merge-2"), OTHER_CADRE, CADRE, "một người", "minh", work.at)
        work.dossiers.merge(merge)
        work.cadres.mark_alone(OTHER_CADRE)
        work.dossiers.tell_apart(OTHER_CADRE, CADRE, by="minh", at=work.at)
        work.dossiers.tell_apart(CADRE, OTHER_CADRE, by="minh", at=work.at)
        work.commit("merged", OTHER_CADRE)
    with furnished_store.view() as view:
        assert view.cadres.all() == (OTHER_CADRE,)
        assert view.cadres.get(OTHER_CADRE).alone
        assert view.cadres.identities() == ()
        assert view.dossiers.merges(OTHER_CADRE) == (merge,)
        assert view.dossiers.merged_into(CADRE) == OTHER_CADRE
        assert [filed.id for filed in view.dossiers.documents(OTHER_CADRE)] == [DOCUMENT]
        assert view.dossiers.told_apart() == {(CADRE, OTHER_CADRE)}
    with furnished_store.work(REVIEWER) as work:
        work.dossiers.undo(merge.id, by="minh", at=work.at)
        work.commit("unmerged", OTHER_CADRE)
    with furnished_store.view() as view:
        assert view.cadres.all() == (CADRE, OTHER_CADRE)
        assert [identity.name for identity in view.cadres.identities()] == ["NGUYỄN THỊ ƯỚC"]


def test_the_rows_of_a_table_keep_their_identity(furnished_store: Store) -> None:
    with furnished_store.work(CLERK) as work:
        numbers = [
            work.cadres.add_row(CADRE, "career", document=DOCUMENT, document_row=row) for row in (3, 5)
        ]
        work.commit("rows", CADRE)
    with furnished_store.view() as view:
        assert view.cadres.rows_from(CADRE, DOCUMENT) == {
            ("career", 3): numbers[0],
            ("career", 5): numbers[1],
        }
        assert len(set(view.cadres.row_ids(CADRE, "career").values())) == 2


def test_a_unit_is_kept_as_last_put(store: Store) -> None:
    old = Unit(UnitId("u1"), next(iter(UnitKind)), next(iter(ManagingLevel)), (UnitName("Xã Đông"),))
    names = (UnitName("Xã Đông", Span("2000", "2025-06")), UnitName("Phường Ấn", Span("2025-07", None)))
    new = Unit(
        UnitId("u2"), old.kind, old.level, names, Span("2000", None), parent=old.id, predecessors=(old.id,)
    )
    for unit in (old, new, new):
        with store.work(CLERK) as work:
            work.units.put(unit)
            work.commit("unit-put", unit.id)
    with store.view() as view:
        assert view.units.all() == (old, new)
        assert view.units.get(new.id) == new
