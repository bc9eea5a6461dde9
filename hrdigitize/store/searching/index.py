"""The search index: kept up with the records within each unit of work, made anew from them at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from hrdigitize.domain.record import CadreId, DocumentId
from hrdigitize.domain.search import Summary
from hrdigitize.domain.summaries import Entry
from hrdigitize.store.searching.listed import Listed
from hrdigitize.store.searching.rows import (
    SUMMARY,
    SearchCadreRow,
    SearchDocumentRow,
    SearchStateRow,
    summary_in,
)
from hrdigitize.store.searching.sources import DocumentText, SearchSources
from hrdigitize.store.searching.terms import MANNER, cadre_terms, digest_of, filter_terms, text_terms
from hrdigitize.store.searching.word_lists import word_lists

_AT_A_TIME = 2000


class SearchIndex:
    """Writes the index. It holds nothing that the records do not say."""

    def __init__(self, session: Session, sources: SearchSources, listed: Listed) -> None:
        self._session = session
        self._sources = sources
        self._listed = listed
        self._words = word_lists(session, "search_words")
        self._texts = word_lists(session, "search_texts")

    def refresh(self, cadres: Iterable[CadreId], documents: Iterable[DocumentId]) -> None:
        """Brings the index up to what the records say now of these cadres and documents."""
        for cadre in sorted(self._sources.with_speakers(cadres)):
            self._refresh_cadre(cadre)
        for document in sorted(documents):
            self._refresh_document(document)

    def is_current(self) -> bool:
        """Whether the index was made, and in this program's manner."""
        return self._session.scalars(select(SearchStateRow.manner)).all() == [MANNER]

    def rebuild(self) -> int:
        """Makes all of it anew from the records; how many cadres can be found."""
        self._words.clear()
        self._texts.clear()
        for table in (SearchDocumentRow, SearchCadreRow, SearchStateRow):
            self._session.execute(delete(table))
        cadres = self.add_all(self._sources.entries())
        self.add_texts(self._sources.texts())
        self._words.settle()
        self._texts.settle()
        self._listed.rebuild()
        self._session.add(SearchStateRow(manner=MANNER))
        self._session.flush()
        return cadres

    def add_all(self, entries: Iterable[Entry]) -> int:
        """Entries of cadres that are not in the index yet, many at once; how many they were."""
        first = self._next_number(SearchCadreRow)
        rows: list[dict[str, object]] = []
        words: list[tuple[int, str]] = []
        number = first
        for number, entry in enumerate(entries, start=first + 1):
            terms = cadre_terms(entry)
            rows.append(_columns(entry.summary, terms) | {"number": number})
            words.append((number, terms))
            if len(rows) == _AT_A_TIME:
                self._write(rows, words)
        self._write(rows, words)
        return number - first

    def add_texts(self, texts: Iterable[DocumentText]) -> None:
        """Texts of documents that are not in the index yet, many at once; of indexed cadres only."""
        number = self._next_number(SearchDocumentRow)
        lot: list[DocumentText] = []
        for found in texts:
            lot.append(found)
            if len(lot) == _AT_A_TIME:
                number = self._write_texts(lot, number)
                lot = []
        self._write_texts(lot, number)

    def strays(self) -> Iterator[str]:
        """Identifiers of cadres and documents of which the index says something else than the records."""
        kept = dict(self._session.execute(select(SearchCadreRow.cadre_id, SearchCadreRow.digest)).all())
        for entry in self._sources.entries():
            if kept.pop(entry.summary.cadre, None) != _digest(entry.summary, cadre_terms(entry)):
                yield entry.summary.cadre
        yield from kept
        rows = select(SearchDocumentRow.document_id, SearchDocumentRow.digest)
        known = dict(self._session.execute(rows).all())
        for found in self._sources.texts():
            owner = self._owner(found.cadre)
            digest = digest_of(text_terms(found.text, owner[1])) if owner else None
            if known.pop(found.document, None) != digest:
                yield found.document
        yield from known
        yield from self._listed.strays()

    def _refresh_cadre(self, cadre: CadreId) -> None:
        row = self._session.scalar(select(SearchCadreRow).where(SearchCadreRow.cadre_id == cadre))
        entry = self._sources.entry(cadre)
        if entry is None:
            if row is not None:
                self._take_out(row)
            self._refresh_papers(cadre)
            return
        terms, before = cadre_terms(entry), summary_in(row) if row else None
        if row is None:
            self.add_all((entry,))
        elif row.digest != _digest(entry.summary, terms):
            self._rewrite(row, entry.summary, terms)
        if before is None or set(filter_terms(before)) != set(filter_terms(entry.summary)):
            self._refresh_papers(cadre)

    def _refresh_papers(self, cadre: CadreId) -> None:
        for document in self._sources.documents_of(cadre):
            self._refresh_document(document)

    def _rewrite(self, row: SearchCadreRow, summary: Summary, terms: str) -> None:
        for name, value in _columns(summary, terms).items():
            setattr(row, name, value)
        self._session.flush()
        self._words.drop(row.number)
        self._words.add([(row.number, terms)])

    def _take_out(self, row: SearchCadreRow) -> None:
        documents = select(SearchDocumentRow).where(SearchDocumentRow.cadre_number == row.number)
        for document in self._session.scalars(documents).all():
            self._take_text_out(document)
        self._words.drop(row.number)
        self._session.delete(row)
        self._session.flush()

    def _refresh_document(self, document: DocumentId) -> None:
        row = self._session.scalar(select(SearchDocumentRow).where(SearchDocumentRow.document_id == document))
        found = self._sources.text(document)
        owner = self._owner(found.cadre) if found else None
        if row is not None:
            if found is not None and owner is not None:
                digest = digest_of(text_terms(found.text, owner[1]))
                if (row.cadre_number, row.digest) == (owner[0], digest):
                    return
            self._take_text_out(row)
        if found is not None:
            self.add_texts((found,))

    def _take_text_out(self, row: SearchDocumentRow) -> None:
        self._texts.drop(row.number)
        self._session.delete(row)
        self._session.flush()

    def _owner(self, cadre: CadreId) -> tuple[int, Summary] | None:
        return self._owners((cadre,)).get(cadre)

    def _owners(self, cadres: Iterable[CadreId]) -> dict[str, tuple[int, Summary]]:
        """Number and glance of each that is in the index."""
        rows = select(*SUMMARY).where(SearchCadreRow.cadre_id.in_(tuple(cadres)))
        return {row.cadre_id: (row.number, summary_in(row)) for row in self._session.execute(rows)}

    def _next_number(self, table: type[SearchCadreRow | SearchDocumentRow]) -> int:
        return self._session.scalar(select(func.max(table.number))) or 0

    def _write(self, rows: list[dict[str, object]], words: list[tuple[int, str]]) -> None:
        """Writes and empties both."""
        if rows:
            self._session.execute(insert(SearchCadreRow), rows)
            self._words.add(words)
        rows.clear()
        words.clear()

    def _write_texts(self, lot: list[DocumentText], last: int) -> int:
        """Writes the texts, numbered from the one after `last`; the last number given."""
        owners = self._owners(found.cadre for found in lot)
        rows, words = [], []
        for found in lot:
            if found.cadre not in owners:
                continue
            last += 1
            number, owner = owners[found.cadre]
            terms = text_terms(found.text, owner)
            row = {"number": last, "document_id": found.document, "cadre_number": number}
            rows.append(row | {"digest": digest_of(terms)})
            words.append((last, terms))
        if rows:
            self._session.execute(insert(SearchDocumentRow), rows)
            self._texts.add(words)
        return last


def _digest(summary: Summary, terms: str) -> bytes:
    return digest_of(_plain_columns(summary), terms)


def _columns(summary: Summary, terms: str) -> dict[str, object]:
    return _plain_columns(summary) | {"digest": _digest(summary, terms)}


def _plain_columns(summary: Summary) -> dict[str, object]:
    return {
        "cadre_id": summary.cadre,
        "name": summary.name,
        "birth_date": summary.birth_date,
        "id_number": summary.id_number,
        "units": list(summary.units),
        "position": summary.position,
        "sex": summary.sex,
        "ethnicity": summary.ethnicity,
        "party": summary.party,
        "ranks": list(summary.ranks),
        "qualifications": list(summary.qualifications),
        "documents": sorted(summary.documents),
    }
