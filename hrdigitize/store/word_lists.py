"""The lists of words, on SQLite's FTS5: which cadre and which document has which word. FTS5 is only here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session


class WordLists:
    """One table of words (`search_words`, `search_texts`), within one unit of work.

    Hits come in the order of their numbers, straight off the lists: what is asked for is what it costs.
    """

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
        """Words (parted by spaces) of numbers that have none yet."""
        rows = [{"number": number, "words": terms} for number, terms in words]
        if rows:
            self._session.execute(self._add, rows)

    def drop(self, number: int) -> None:
        """Forgets the words of a number."""
        self._session.execute(self._drop, {"number": number})

    def find(self, sought: str, *, behind: int, most: int) -> Sequence[int]:
        """Numbers greater than `behind` whose words fit an expression of `terms`, at most so many."""
        asked = {"sought": sought, "behind": behind, "most": most}
        return [int(number) for number in self._session.scalars(self._find, asked)]

    def clear(self) -> None:
        """Forgets all words."""
        self._session.execute(self._command, {"command": "delete-all"})

    def settle(self) -> None:
        """Makes one list for each word out of the pieces that many additions left."""
        self._session.execute(self._command, {"command": "optimize"})
