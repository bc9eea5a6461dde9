"""What stands on a paper, place by place of the document that the machine made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from benchmarks.scoring import says
from hrdigitize.domain.record import Answer, FieldPath, StoredDocument
from hrdigitize.formdefs.model import FormDef

_Row = Mapping[str, str]
#: Two rows this little alike are not the same row.
_ALIKE = 0.3


class PaperTruth:
    """The truth of one form, its rows paired with those that the machine found, in order and by likeness.

    truth: as in truth.json.
    """

    def __init__(self, truth: Mapping[str, object], document: StoredDocument, form: FormDef) -> None:
        self._form = form
        self._fields = {key: str(value) for key, value in truth.items() if not isinstance(value, list)}
        self._rows: dict[str, dict[int, _Row]] = {}
        self._missed: list[tuple[FieldPath, str]] = []
        for table, rows in truth.items():
            if isinstance(rows, list):
                self._pair(table, rows, document)

    def _pair(self, table: str, rows: Sequence[_Row], document: StoredDocument) -> None:
        read: dict[int, dict[str, str]] = {}
        for path in document.readings:
            if path.table == table:
                read.setdefault(path.row, {})[path.field] = document.answer(path).text
        numbers = sorted(read)
        pairs = _paired([_line(read[number]) for number in numbers], [_line(row) for row in rows])
        self._rows[table] = {numbers[one]: rows[other] for one, other in pairs.items()}
        after = numbers[-1] + 1 if numbers else 0
        for row in (row for place, row in enumerate(rows) if place not in pairs.values()):
            self._rows[table][after] = row
            for column in self._form.tables[table].columns:
                self._missed.append((FieldPath(column.key, table, after), row.get(column.key, "")))
            after += 1

    def missed(self) -> Iterator[tuple[FieldPath, str]]:
        """Cells of rows that the machine did not find, row by row, at the place where a person adds them."""
        yield from self._missed

    def knows(self, path: FieldPath) -> bool:
        """Whether the truth says anything of the place; a row that is not on the paper is blank."""
        return bool(path.table and path.table in self._rows) or path.field in self._fields

    def text_at(self, path: FieldPath) -> str:
        """What is written there; "" where nothing is."""
        return str(self._at(path).get(path.field, ""))

    def right(self, path: FieldPath, answer: Answer) -> bool:
        """Whether an answer says what stands there, by the rule of `scoring`."""
        iso = self._at(path).get(f"{path.field}__iso")
        return says(answer.state, answer.text, answer.value, self.text_at(path), iso)

    def _at(self, path: FieldPath) -> _Row:
        return self._rows[path.table].get(path.row, {}) if path.table else self._fields


def _line(row: _Row) -> str:
    return " ".join(str(value) for key, value in row.items() if "__" not in key)


def _paired(read: Sequence[str], rows: Sequence[str]) -> dict[int, int]:
    """Which read row is which row of the paper: the pairing in order that is most alike in all."""
    best: dict[tuple[int, int], tuple[float, dict[int, int]]] = {}
    for one in range(len(read) + 1):
        for other in range(len(rows) + 1):
            ways = [(0.0, dict[int, int]())]
            if one:
                ways.append(best[one - 1, other])
            if other:
                ways.append(best[one, other - 1])
            if one and other:
                alike = SequenceMatcher(None, read[one - 1], rows[other - 1], autojunk=False).ratio()
                so_far, pairs = best[one - 1, other - 1]
                if alike >= _ALIKE:
                    ways.append((so_far + alike, {**pairs, one - 1: other - 1}))
            best[one, other] = max(ways, key=lambda way: way[0])
    return best[len(read), len(rows)][1]
