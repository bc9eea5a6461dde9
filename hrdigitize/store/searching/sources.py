"""What the search index is made of, read from the records: entries of cadres, texts of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hrdigitize.domain.record import Cadre, CadreId, DocumentId
from hrdigitize.domain.summaries import Entry, entry_of
from hrdigitize.store.cadres import Cadres
from hrdigitize.store.models import DocumentPageRow, DocumentRow, MergeRow, PageRow

_AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document of a dossier: what its index data say, then what was read on its pages."""

    document: DocumentId
    cadre: CadreId
    text: str


class SearchSources:
    """Reads what is to be found: no cadre that another speaks for (see `MergeRow`), who has its papers."""

    def __init__(self, session: Session, cadres: Cadres) -> None:
        self._session = session
        self._cadres = cadres

    def entry(self, cadre: CadreId) -> Entry | None:
        """The entry of a cadre; None for one who is not to be found, or not there."""
        if self._speakers((cadre,)):
            return None
        try:
            record = self._cadres.get(cadre)
        except KeyError:
            return None
        return entry_of(record, self._types((cadre,))[cadre])

    def entries(self) -> Iterator[Entry]:
        """The entries of all cadres who are to be found, by identifier."""
        for records in _in_lots(self._cadres.each()):
            cadres = [record.id for record in records]
            types, spoken_for = self._types(cadres), self._speakers(cadres)
            yield from (entry_of(one, types[one.id]) for one in records if one.id not in spoken_for)

    def with_speakers(self, cadres: Iterable[CadreId]) -> set[CadreId]:
        """These cadres and who speaks for them, directly or not."""
        found = set(cadres)
        newest = set(self._speakers(found).values())
        while newest - found:
            found |= newest
            newest = set(self._speakers(newest).values())
        return found

    def documents_of(self, cadre: CadreId) -> tuple[DocumentId, ...]:
        """The documents of a dossier, in the order of their making."""
        owners = self._taken_in((cadre,))
        rows = select(DocumentRow.id).where(DocumentRow.cadre_id.in_(list(owners))).order_by(DocumentRow.id)
        return tuple(map(DocumentId, self._session.scalars(rows)))

    def text(self, document: DocumentId) -> DocumentText | None:
        """The text of a document in a dossier; None for any other."""
        return next(self.texts_of((document,)), None)

    def texts(self) -> Iterator[DocumentText]:
        """The texts of all documents in dossiers, by identifier."""
        last = ""
        while True:
            rows = select(DocumentRow.id).where(DocumentRow.cadre_id.is_not(None), DocumentRow.id > last)
            found = self._session.scalars(rows.order_by(DocumentRow.id).limit(_AT_A_TIME)).all()
            if not found:
                return
            yield from self.texts_of(map(DocumentId, found))
            last = found[-1]

    def texts_of(self, documents: Iterable[DocumentId]) -> Iterator[DocumentText]:
        """The texts of those of these documents that lie in dossiers."""
        wanted = tuple(documents)
        if not wanted:
            return
        index_data = func.concat_ws(
            "\n",
            DocumentRow.number,
            DocumentRow.notation,
            DocumentRow.issuer,
            DocumentRow.subject,
            DocumentRow.signer,
        )
        heads = self._session.execute(
            select(DocumentRow.id, DocumentRow.cadre_id, index_data.label("said"))
            .where(DocumentRow.id.in_(wanted), DocumentRow.cadre_id.is_not(None))
            .order_by(DocumentRow.id)
        )
        pages = self._pages(wanted)
        rows = heads.all()
        speakers = self._last_speakers(CadreId(head.cadre_id) for head in rows)
        for head in rows:
            text = "\n".join(part for part in (head.said.strip("\n"), *pages[head.id]) if part)
            yield DocumentText(DocumentId(head.id), speakers[head.cadre_id], text)

    def _pages(self, documents: tuple[DocumentId, ...]) -> Mapping[str, list[str]]:
        rows = self._session.execute(
            select(DocumentPageRow.document_id, DocumentPageRow.text)
            .join(PageRow, PageRow.id == DocumentPageRow.page_id)
            .where(DocumentPageRow.document_id.in_(documents), PageRow.aside == "")
            .order_by(DocumentPageRow.document_id, PageRow.place)
        )
        found: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            found[row.document_id].append(row.text)
        return found

    def _types(self, cadres: Iterable[CadreId]) -> Mapping[str, frozenset[str]]:
        """What lies in each dossier: the types of its documents, and the forms of those that have one."""
        owners = self._taken_in(cadres)
        rows = self._session.execute(
            select(DocumentRow.cadre_id, DocumentRow.type, DocumentRow.form)
            .where(DocumentRow.cadre_id.in_(list(owners)))
            .distinct()
        )
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for row in rows:
            found[owners[row.cadre_id]] |= {kind for kind in (row.type, row.form) if kind}
        return found

    def _taken_in(self, cadres: Iterable[CadreId]) -> dict[str, CadreId]:
        """These cadres and all for whom one of them speaks, each with that one."""
        found: dict[str, CadreId] = {cadre: cadre for cadre in cadres}
        newest = list(found)
        while newest:
            rows = self._session.execute(
                select(MergeRow.kept_id, MergeRow.absorbed_id).where(
                    MergeRow.kept_id.in_(newest), MergeRow.undone_at.is_(None)
                )
            ).all()
            newest = [row.absorbed_id for row in rows]
            found |= {row.absorbed_id: found[row.kept_id] for row in rows}
        return found

    def _speakers(self, cadres: Iterable[CadreId]) -> dict[CadreId, CadreId]:
        """Who speaks for those of these cadres that do not speak for themselves."""
        rows = self._session.execute(
            select(MergeRow.absorbed_id, MergeRow.kept_id).where(
                MergeRow.absorbed_id.in_(tuple(cadres)), MergeRow.undone_at.is_(None)
            )
        )
        return {CadreId(row.absorbed_id): CadreId(row.kept_id) for row in rows}

    def _last_speakers(self, cadres: Iterable[CadreId]) -> dict[str, CadreId]:
        """Who is found for each of these cadres: itself, or who speaks for it in the end."""
        found = {cadre: cadre for cadre in cadres}
        while further := self._speakers(found.values()):
            found = {cadre: further.get(last, last) for cadre, last in found.items()}
        return {str(cadre): last for cadre, last in found.items()}


def _in_lots(records: Iterator[Cadre]) -> Iterator[list[Cadre]]:
    lot: list[Cadre] = []
    for record in records:
        lot.append(record)
        if len(lot) == _AT_A_TIME:
            yield lot
            lot = []
    if lot:
        yield lot
