"""The lists of words: which cadre, which document has which word. FTS5 and PostgreSQL's own are only here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

_TERM = re.compile(r'"([^"]+)"(\*?)')


class WordLists(Protocol):
    """One table of words (`search_words`, `search_texts`), within one unit of work."""

    def add(self, words: Iterable[tuple[int, str]]) -> None:
        """Words (parted by spaces) of numbers that have none yet."""

    def drop(self, number: int) -> None:
        """Forgets the words of a number."""

    def find(self, sought: str, *, behind: int, most: int) -> Sequence[int]:
        """Numbers above `behind` whose words fit an expression of `terms`, at most so many, in order."""

    def clear(self) -> None:
        """Forgets all words."""

    def settle(self) -> None:
        """Puts in order what many additions left."""


def word_lists(session: Session, table: str) -> WordLists:
    """The table in the database of a session."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    return Fts5Lists(session, table) if on_sqlite else VectorLists(session, table)


class Fts5Lists:
    """`WordLists` on SQLite. Hits come straight off the lists: what is asked for is what it costs."""

    def __init__(self, session: Session, table: str) -> None:
        self._session = session
        self._add = text(f"INSERT INTO {table} (rowid, words) VALUES (:number, :words)")
        self._drop = text(f"DELETE FROM {table} WHERE rowid = :number")
        self._find = text(
            f"SELECT rowid FROM {table} WHERE {table} MATCH :sought AND rowid > :behind"
            " ORDER BY rowid LIMIT :most"
        )
        self._command = text(f"INSERT INTO {table} ({table}) VALUES (:command)")

    def add(self, words: Iterable[tuple[int, str]]) -> None:
        _execute_all(self._session, self._add, words)

    def drop(self, number: int) -> None:
        self._session.execute(self._drop, {"number": number})

    def find(self, sought: str, *, behind: int, most: int) -> Sequence[int]:
        asked = {"sought": sought, "behind": behind, "most": most}
        return [int(number) for number in self._session.scalars(self._find, asked)]

    def clear(self) -> None:
        self._session.execute(self._command, {"command": "delete-all"})

    def settle(self) -> None:
        """One list for each word."""
        self._session.execute(self._command, {"command": "optimize"})


class VectorLists:
    """`WordLists` on PostgreSQL: a `tsvector` of the same words, under an inverted index."""

    def __init__(self, session: Session, table: str) -> None:
        self._session = session
        self._add = text(
            f"INSERT INTO {table} (number, words)"
            " VALUES (:number, array_to_tsvector(string_to_array(:words, ' ')))"
        )
        self._drop = text(f"DELETE FROM {table} WHERE number = :number")
        self._find = text(
            f"SELECT number FROM {table} WHERE words @@ CAST(:sought AS tsquery) AND number > :behind"
            " ORDER BY number LIMIT :most"
        )
        self._clear = text(f"DELETE FROM {table}")

    def add(self, words: Iterable[tuple[int, str]]) -> None:
        _execute_all(self._session, self._add, words)

    def drop(self, number: int) -> None:
        self._session.execute(self._drop, {"number": number})

    def find(self, sought: str, *, behind: int, most: int) -> Sequence[int]:
        asked = {"sought": _as_tsquery(sought), "behind": behind, "most": most}
        return [int(number) for number in self._session.scalars(self._find, asked)]

    def clear(self) -> None:
        self._session.execute(self._clear)

    def settle(self) -> None:
        """The server does so by itself."""


def _execute_all(session: Session, statement: TextClause, words: Iterable[tuple[int, str]]) -> None:
    rows = [{"number": number, "words": terms} for number, terms in words]
    if rows:
        session.execute(statement, rows)


def _as_tsquery(sought: str) -> str:
    """The expression in the server's words; terms hold letters and digits only."""
    terms = _TERM.sub(lambda found: f"'{found[1]}'{':*' if found[2] else ''}", sought)
    return terms.replace(" AND ", " & ").replace(" OR ", " | ").replace(" NOT ", " & !")
