"""The search index follows the records within the unit of work, and can be made anew from them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text, update

from hrdigitize.domain.dossier import DocumentIndex, Merge, MergeId
from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.search import Filters
from hrdigitize.store.checking import check
from hrdigitize.store.models import DocumentRow
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import KEY, REVIEWER, furnish, opened_store
from tests.store.searched import found, page, put, put_all, put_paper, value

_AT = datetime(2024, 5, 6, tzinfo=UTC)


def _words(store: Store, table: str) -> list[tuple[str, str]]:
    """Which cadre or document has which word, from the lists themselves."""
    owners = {
        "search_words": "SELECT number, cadre_id FROM search_cadres",
        "search_texts": "SELECT number, document_id FROM search_documents",
    }
    with store._engine.begin() as connection:
        connection.execute(text(f"CREATE VIRTUAL TABLE temp.listed USING fts5vocab(main, {table}, instance)"))
        names: dict[int, str] = dict(connection.execute(text(owners[table])).all())
        rows = connection.execute(text("SELECT DISTINCT doc, term FROM temp.listed")).all()
        connection.execute(text("DROP TABLE temp.listed"))
    return sorted((names[number], term) for number, term in rows)


@on_every_database
def test_a_correction_is_found_at_once_and_the_old_value_no_more(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    with store.work(REVIEWER) as work:
        work.cadres.write(cadre, [value("full_name", "Nguyễn Văn Ẩn"), value("gender", "Nam")])
        work.commit("record-written", cadre)
    assert found(store, "Ẩn") == ["Nguyễn Văn Ẩn"]
    assert [hit.tier.value for hit in page(store, "an ").hits] == ["name-plain"]
    assert found(store, "nguyễn", Filters(sex="Nam")) == ["Nguyễn Văn Ẩn"]
    assert check(store) == ()


@on_every_database
def test_a_document_is_found_when_it_lies_in_a_dossier_and_where_it_is_moved(store: Store) -> None:
    one, other = put_all(store, "Nguyễn Văn An", "Trần Bé")
    with store.work(REVIEWER) as work:
        paper = put_paper(work, 1, "giấy khai sinh", None, "party-001")
        work.commit("batch-read", paper)
    assert found(store, "khai sinh") == []
    for cadre, name, without in ((one, "Nguyễn Văn An", "Trần Bé"), (other, "Trần Bé", "Nguyễn Văn An")):
        with store.work(REVIEWER) as work:
            work.documents.set_cadre(paper, cadre)
            work.commit("document-approved", paper)
        assert found(store, "khai sinh") == [name]
        assert found(store, "", Filters(missing=("party-001",))) == [without]
        assert check(store) == ()


@on_every_database
def test_filters_of_documents_follow_the_record(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    with store.work(REVIEWER) as work:
        put_paper(work, 1, "giấy khai sinh", cadre)
        work.commit("document-approved", "d1")
    assert found(store, "khai sinh", Filters(unit="suối trong")) == []
    with store.work(REVIEWER) as work:
        work.cadres.write(cadre, [value("employing_agency", "UBND xã Suối Trong")])
        work.commit("record-written", cadre)
    assert found(store, "khai sinh", Filters(unit="suối trong")) == ["Nguyễn Văn An"]
    assert check(store) == ()


def test_what_is_not_committed_is_not_found(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    before = _words(store, "search_words")
    with store.work(REVIEWER) as work:
        work.cadres.write(cadre, [value("full_name", "Lê Sáu")])
        put(work, "c9", "Trần Bé")
        put_paper(work, 1, "giấy khai sinh", cadre)
    assert _words(store, "search_words") == before
    assert _words(store, "search_texts") == []
    assert (found(store, "sáu"), found(store, "trần"), found(store, "an")) == ([], [], ["Nguyễn Văn An"])
    assert check(store) == ()


def test_a_rebuild_gives_the_same(store: Store) -> None:
    furnish(store)
    one, other = put_all(store, "Nguyễn Văn An", "K'Pă Ý")
    with store.work(REVIEWER) as work:
        work.cadres.write(one, [value("birth_date", "1970"), value("full_name", "Nguyễn Văn Ân")])
        put_paper(work, 1, "giấy khai sinh", one, "party-001")
        put_paper(work, 2, "quyết định", other)
        work.commit("record-written", one)
    before = _words(store, "search_words"), _words(store, "search_texts")
    assert before[0] and before[1]
    with store.work(REVIEWER) as work:
        assert work.index.rebuild() == len(work.cadres.all())
        work.commit("index-rebuilt", "store")
    assert (_words(store, "search_words"), _words(store, "search_texts")) == before
    assert check(store) == ()


def test_an_index_that_says_something_else_than_the_records_is_noticed(store: Store) -> None:
    one, _, third = put_all(store, "Nguyễn Văn An", "Trần Bé", "Lê Sáu")
    with store.work(REVIEWER) as work:
        put_paper(work, 1, "giấy khai sinh", third)
        work.commit("document-approved", "d1")
    with store._engine.begin() as connection:
        connection.execute(
            text("UPDATE search_cadres SET digest = x'00' WHERE cadre_id = :one"), {"one": one}
        )
        connection.execute(text("DELETE FROM search_documents"))
    found_wrong = {(finding.code, finding.subject) for finding in check(store)}
    assert found_wrong == {("check-search-index", "c0"), ("check-search-index", "d1")}


def test_an_index_made_in_another_manner_is_made_anew_when_the_store_opens(store: Store) -> None:
    put_all(store, "Nguyễn Văn An")
    folder = store.originals._folder.parent
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE search_state SET manner = 0"))
        connection.execute(text("INSERT INTO search_words (search_words) VALUES ('delete-all')"))
        connection.execute(text("DELETE FROM search_cadres"))
    store.close()
    again = opened_store(folder, KEY)
    assert found(again, "an") == ["Nguyễn Văn An"]
    assert check(again) == ()
    again.close()


@on_every_database
def test_a_cadre_made_one_with_another_is_not_found_until_it_is_undone(store: Store) -> None:
    one, other = put_all(store, "Nguyễn Văn An", "Nguyễn Văn Ân")
    with store.work(REVIEWER) as work:
        put_paper(work, 1, "giấy khai sinh", other, "party-001")
        work.dossiers.merge(Merge(MergeId("m"), one, other, "", "minh", _AT))
        work.commit("cadres-merged", one)
    # The papers of the one are the other's now.
    assert found(store, "nguyễn") == found(store, "khai sinh") == ["Nguyễn Văn An"]
    assert found(store, "", Filters(missing=("party-001",))) == []
    assert check(store) == ()
    with store.work(REVIEWER) as work:
        work.dossiers.undo(MergeId("m"), by="minh", at=_AT)
        work.commit("merge-undone", one)
    assert found(store, "nguyễn") == ["Nguyễn Văn An", "Nguyễn Văn Ân"]
    assert found(store, "khai sinh") == ["Nguyễn Văn Ân"]
    assert found(store, "", Filters(missing=("party-001",))) == ["Nguyễn Văn An"]
    assert check(store) == ()


@on_every_database
def test_papers_go_with_whoever_speaks_in_the_end(store: Store) -> None:
    cadres = put_all(store, "Nguyễn Văn An", "Nguyễn Văn Ân", "Nguyễn Văn Ẩn")
    papers = ("khai sinh", "khen thưởng", "kỷ luật")
    with store.work(REVIEWER) as work:
        for number, said in enumerate(papers):
            put_paper(work, number, said, cadres[number])
        work.commit("document-approved", "d1")
    for number in (0, 1):
        with store.work(REVIEWER) as work:
            kept, absorbed = cadres[number + 1], cadres[number]
            work.dossiers.merge(Merge(MergeId(f"m{number}"), kept, absorbed, "", "minh", _AT))
            work.commit("cadres-merged", kept)
        assert check(store) == ()
    assert [found(store, said) for said in papers] == [["Nguyễn Văn Ẩn"]] * 3
    with store.work(REVIEWER) as work:
        work.dossiers.undo(MergeId("m1"), by="minh", at=_AT)
        work.commit("merge-undone", cadres[2])
    assert found(store, "khai sinh") == found(store, "khen thưởng") == ["Nguyễn Văn Ân"]
    assert found(store, "kỷ luật") == ["Nguyễn Văn Ẩn"]
    assert check(store) == ()


@on_every_database
def test_index_data_of_a_document_are_found_as_they_change(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    with store.work(REVIEWER) as work:
        paper = put_paper(work, 1, "quyết định", cadre)
        work.dossiers.describe(paper, DocumentIndex(number="127", signer="Trần Bé", subject="Khen thưởng"))
        work.commit("document-described", paper)
    assert found(store, "127") == found(store, "trần bé") == found(store, "khen thuong") == ["Nguyễn Văn An"]
    with store.work(REVIEWER) as work:
        work.dossiers.describe(paper, DocumentIndex(number="128"))
        work.commit("document-described", paper)
    assert (found(store, "127"), found(store, "128")) == ([], ["Nguyễn Văn An"])
    assert check(store) == ()


@on_every_database
def test_what_would_not_be_heard_is_refused(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    with store.work(REVIEWER) as work:
        put_paper(work, 1, "quyết định", cadre)
        with pytest.raises(AssertionError, match="DocumentRow"):
            work._session.execute(update(DocumentRow).values(cadre_id=None))


@on_every_database
def test_nothing_is_written_where_nothing_is_said_that_is_searched(store: Store) -> None:
    (cadre,) = put_all(store, "Nguyễn Văn An")
    with store.work(REVIEWER) as work:
        number = put_paper(work, 1, "giấy khai sinh", cadre)
        work.commit("document-approved", number)
    before = _last_number(store)
    with store.work(REVIEWER) as work:
        work.documents.set_cadre(DocumentId("d1"), CadreId(cadre))
        work.cadres.write(cadre, [value("full_name", "Nguyễn Văn An")])
        work.commit("document-approved", "d1")
    assert _last_number(store) == before


def _last_number(store: Store) -> int:
    with store._engine.begin() as connection:
        return int(connection.exec_driver_sql("SELECT max(number) FROM search_documents").scalar_one())
