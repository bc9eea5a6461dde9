"""Documents come out as they went in; answers stand beside readings and never change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hrdigitize.domain.picture import Spread
from hrdigitize.domain.reading import Period, State
from hrdigitize.domain.recipe import AS_IT_IS
from hrdigitize.domain.record import (
    Answer,
    DocumentId,
    DocumentStatus,
    FieldPath,
    PageId,
    StoredDocument,
    Verification,
    readings_by_path,
)
from hrdigitize.domain.stored import BatchPage, FileId, Refusal, SourceFile
from hrdigitize.store.opening import Store
from tests.store.databases import on_every_database
from tests.store.made_up import BATCH, CLERK, DOCUMENT, form_reading, page, source_file, store_document

pytestmark = on_every_database

_NAME = FieldPath("full_name")
_BIRTH = FieldPath("birth_date")


def _document(store: Store) -> StoredDocument:
    with store.view() as view:
        return view.documents.get(DOCUMENT)


def _answer(store: Store, path: FieldPath, answer: Answer) -> None:
    with store.work(CLERK) as work:
        work.documents.answer(DOCUMENT, Verification(path, answer, "lan", work.at))
        work.commit("field-answered", DOCUMENT)


def _reopen(store: Store, path: FieldPath) -> None:
    with store.work(CLERK) as work:
        work.documents.reopen(DOCUMENT, path, by="lan", at=work.at)
        work.commit("field-reopened", DOCUMENT)


def test_every_reading_comes_out_as_it_went_in_and_in_the_same_order(store: Store) -> None:
    read = store_document(store)
    found = _document(store)
    assert list(found.readings.items()) == list(readings_by_path(read).items())
    assert found.findings == read.findings
    assert (found.form, found.status, found.batch) == ("2c-bnv-2008", DocumentStatus.READ, BATCH)
    assert [(p.number, p.rotation) for p in found.pages] == [(1, 0), (2, 180)]
    assert found.text == "trang 1\ntrang 2"


def test_a_period_that_goes_on_keeps_its_open_end(store: Store) -> None:
    store_document(store)
    assert _document(store).readings[FieldPath("period", "career", 0)].value == Period("2010-09", None)


def test_an_answer_counts_and_the_reading_stays(store: Store) -> None:
    read = store_document(store)
    _answer(store, _BIRTH, Answer(State.VALUE, "08/07/1970", "1970-07-08"))
    found = _document(store)
    assert found.answer(_BIRTH) == Answer(State.VALUE, "08/07/1970", "1970-07-08")
    assert found.readings[_BIRTH] == read.fields["birth_date"]
    assert found.verifications[_BIRTH].by == "lan"
    assert _BIRTH not in found.open_paths()


def test_the_last_answer_counts(store: Store) -> None:
    store_document(store)
    _answer(store, _BIRTH, Answer(State.VALUE, "one"))
    _answer(store, _BIRTH, Answer(State.ILLEGIBLE))
    assert _document(store).answer(_BIRTH) == Answer(State.ILLEGIBLE)


def test_what_is_reopened_is_open_again_until_it_is_answered(store: Store) -> None:
    store_document(store)
    _answer(store, _BIRTH, Answer(State.VALUE, "one"))
    _reopen(store, _BIRTH)
    assert _BIRTH in _document(store).open_paths()
    assert _document(store).verifications == {}
    _answer(store, _BIRTH, Answer(State.VALUE, "two"))
    assert _document(store).answer(_BIRTH).text == "two"


def test_a_summary_counts_what_is_open(store: Store) -> None:
    store_document(store)
    with store.view() as view:
        (before,) = view.listed.all()
    assert (before.title, before.pages, before.open_count) == ("NGUYỄN THỊ ƯỚC", 2, 2)
    _answer(store, _BIRTH, Answer(State.BLANK))
    _answer(store, _NAME, Answer(State.VALUE, "NGUYỄN THỊ ƯỢC"))
    with store.view() as view:
        (after,) = view.listed.all()
    assert (after.title, after.open_count) == ("NGUYỄN THỊ ƯỢC", 1)
    _reopen(store, _BIRTH)
    _reopen(store, _NAME)
    with store.view() as view:
        assert view.listed.all() == (before,)
    assert before.open_count == len(_document(store).open_paths())


def test_a_clock_set_back_does_not_turn_the_order_about(store: Store) -> None:
    store_document(store)
    years = (2026, 2009, 2099, 2025)
    for year in years:
        with store.work(CLERK) as work:
            at = datetime(year, 1, 1, tzinfo=UTC)
            work.documents.add(DocumentId(f"document-{9999 - year}"), BATCH, form_reading(), {}, at=at)
            work.commit("batch-read", BATCH)
    with store.view() as view:
        listed = [summary.id for summary in view.listed.all()]
    assert listed == [DOCUMENT, *(f"document-{9999 - year}" for year in years)]


def test_a_paper_of_no_known_form_is_called_by_its_file(store: Store) -> None:
    store_document(store, change=lambda read: replace(read, form=None, fields={}, tables={}))
    with store.view() as view:
        (summary,) = view.listed.all()
    assert (summary.form, summary.title, summary.open_count) == (None, "scan-1.jpg", 0)


def test_what_is_not_there_is_a_key_error(store: Store) -> None:
    with store.view() as view:
        with pytest.raises(KeyError):
            view.documents.get(DocumentId("nobody"))
        with pytest.raises(KeyError):
            view.batches.source_of(PageId("nobody"))


def test_files_and_pages_of_a_batch_come_out_as_they_went_in(store: Store) -> None:
    good = source_file(store)
    refused = SourceFile(FileId("file-2"), 2, "hỏng.jpg", 0, None, Refusal("file-broken", {"most": "3"}))
    pages: tuple[BatchPage, ...] = (page(1, good), page(2, good, page_in_file=2))
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        work.batches.add_file(BATCH, good, pages)
        work.batches.add_file(BATCH, refused, ())
        work.commit("files", BATCH)
    with store.view() as view:
        assert view.batches.files(BATCH) == (good, refused)
        assert view.batches.pages(BATCH) == pages
        assert view.batches.source_of(PageId("page-2")) == (good.content, 2, AS_IT_IS, {})
        assert view.batches.contents() == (good.content,)


def test_documents_of_a_batch(store: Store) -> None:
    store_document(store)
    with store.view() as view:
        assert view.documents.of_batch(BATCH) == (DOCUMENT,)


def test_how_a_booklet_is_parted_is_kept_with_its_file(store: Store) -> None:
    spreads = {1: Spread(2480), 3: Spread(2300, backwards=True, corners=(1, 2, 3, 4, 5, 6, 7, -8))}
    file = replace(source_file(store), spreads=spreads)
    with store.work(CLERK) as work:
        work.batches.add(BATCH, at=work.at, by="lan")
        work.batches.add_file(BATCH, file, (page(1, file), page(2, file, page_in_file=2)))
        work.commit("file-captured", file.id)
    with store.view() as view:
        assert view.batches.files(BATCH) == (file,)
        assert view.batches.source_of(PageId("page-2"))[-1] == spreads
