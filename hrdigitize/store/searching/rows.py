"""The tables of the search index, derived from the records: a rebuild makes all of them anew.

Beside them stand two FTS5 tables, `search_words` and `search_texts`, which no model describes: the words of
cadres and of documents, by the numbers given here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, Row, text
from sqlalchemy.orm import Mapped, mapped_column

from hrdigitize.domain.record import CadreId
from hrdigitize.domain.search import Summary
from hrdigitize.store.models import Base


class SearchCadreRow(Base):
    """A cadre at a glance (see `domain.search.Summary`); digest: of all that was indexed of it."""

    __tablename__ = "search_cadres"

    number: Mapped[int] = mapped_column(primary_key=True)
    cadre_id: Mapped[str] = mapped_column(ForeignKey("cadres.id"), unique=True)
    name: Mapped[str]
    birth_date: Mapped[str]
    id_number: Mapped[str]
    units: Mapped[list[str]] = mapped_column(JSON)
    position: Mapped[str]
    sex: Mapped[str]
    ethnicity: Mapped[str]
    party: Mapped[bool]
    ranks: Mapped[list[str]] = mapped_column(JSON)
    qualifications: Mapped[list[str]] = mapped_column(JSON)
    documents: Mapped[list[str]] = mapped_column(JSON)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


class SearchDocumentRow(Base):
    """A document whose text is searched, and the dossier it belongs to."""

    __tablename__ = "search_documents"

    number: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), unique=True)
    cadre_number: Mapped[int] = mapped_column(ForeignKey("search_cadres.number"), index=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


#: In full, not as a parameter: otherwise the index of what waits is not taken.
NOT_APPROVED = text("status <> 'approved'")


class ListedRow(Base):
    """A document as lists show it (see `domain.stored.DocumentSummary`); plain: its title without marks.

    What waits for somebody has an index of its own: it is little among all that was ever done.
    """

    __tablename__ = "search_listed"
    __table_args__ = (
        Index(None, "arrival", "document_id"),
        Index(
            "ix_search_listed_waiting",
            "arrival",
            "document_id",
            sqlite_where=NOT_APPROVED,
            postgresql_where=NOT_APPROVED,
        ),
    )

    document_id: Mapped[str] = mapped_column(ForeignKey("documents.id"), primary_key=True)
    arrival: Mapped[int]
    form: Mapped[str | None]
    status: Mapped[str]
    created_at: Mapped[datetime]
    title: Mapped[str]
    plain: Mapped[str]
    pages: Mapped[int]
    open_count: Mapped[int]
    held: Mapped[str | None]


class SearchStateRow(Base):
    """The one row that says by which manner of cutting words the index was made; none: not made yet."""

    __tablename__ = "search_state"

    manner: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


#: The columns of `domain.search.Summary`, and the number.
SUMMARY = (
    SearchCadreRow.number,
    SearchCadreRow.cadre_id,
    SearchCadreRow.name,
    SearchCadreRow.birth_date,
    SearchCadreRow.id_number,
    SearchCadreRow.units,
    SearchCadreRow.position,
    SearchCadreRow.sex,
    SearchCadreRow.ethnicity,
    SearchCadreRow.party,
    SearchCadreRow.ranks,
    SearchCadreRow.qualifications,
    SearchCadreRow.documents,
)


def summary_in(row: Row[*tuple[Any, ...]] | SearchCadreRow) -> Summary:
    """The glance that a row holds, whole or by `SUMMARY`."""
    return Summary(
        cadre=CadreId(row.cadre_id),
        name=row.name,
        birth_date=row.birth_date,
        id_number=row.id_number,
        units=tuple(row.units),
        position=row.position,
        sex=row.sex,
        ethnicity=row.ethnicity,
        party=row.party,
        ranks=tuple(row.ranks),
        qualifications=tuple(row.qualifications),
        documents=frozenset(row.documents),
    )
