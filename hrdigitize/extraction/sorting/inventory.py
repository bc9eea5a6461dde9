"""The list of what lies in a dossier: told by its columns or its title, and read to rows.

Its columns are "Tên tài liệu", "Có", "Không", "Lý do không có", with a number and often the pages; offices
reword them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Grid, PageReading, Word
from hrdigitize.domain.reading import FieldReading, Row, State
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.sorting.heads import Head

COLUMNS = ("number", "title", "pages", "present", "absent", "reason")
#: What heads each column, folded and in one.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "number": ("tt", "stt", "sott", "so", "sothutu"),
    "title": (
        "tentailieu",
        "tenloaitailieu",
        "tenvanban",
        "trichyeu",
        "noidung",
        "tieudetailieu",
        "thanhphanhoso",
        "tengiayto",
        "loaitailieu",
        "danhmuctailieu",
        "tengiaytotailieu",
        "tenvaloaitailieu",
        "tenthanhphantailieu",
        "trichyeunoidung",
    ),
    "pages": ("sotrang", "soto", "trang", "soluong", "toso", "trangso"),
    "present": ("co", "hienco", "daco", "cotronghoso"),
    "absent": ("khong", "thieu", "khongco", "chuaco", "conthieu"),
    "reason": ("lydokhongco", "lydo", "ghichu", "lydothieu", "lydovang"),
}
_TITLES = (
    "mucluctailieu",
    "muclucho",
    "muclucvanban",
    "danhmuctailieu",
    "danhmucho",
    "danhmucthanhphanho",
    "bangkethanhphanho",
    "bangketailieu",
    "bangkegiayto",
    "thongketailieu",
)
_ALIKE = 0.8
#: A list has the column of titles and two more.
_FEWEST = 3
_SURE = 0.95
_TITLE_LETTERS = 12


def looks_like_inventory(reading: PageReading, head: Head) -> bool:
    """Whether a page is one of an inventory, its first or a later one that repeats the columns."""
    title = "".join(words_of(head.block))
    titled = any(one in title for one in _TITLES) or any(
        line.text.isupper() and _likeness("".join(words_of(line.text))[:_TITLE_LETTERS], _TITLES) >= _ALIKE
        for line in reading.lines[:8]
    )
    columns = {key for grid in reading.grids for _, found in _headed(reading, grid) for key in found.values()}
    if "title" in columns and len(columns) >= _FEWEST and columns & {"present", "absent"}:
        return True
    wide = any(grid.columns >= _FEWEST for grid in reading.grids)
    return titled and (wide or not reading.grids)


def inventory_rows(readings: Sequence[PageReading], first_page: int) -> tuple[Row, ...]:
    """The rows of an inventory; its columns are those of the last page that had headers."""
    rows: list[Row] = []
    columns: Mapping[int, str] = {}
    for offset, reading in enumerate(readings):
        for grid in reading.grids:
            heads = list(_headed(reading, grid))
            behind = 0
            if heads:
                behind, columns = heads[0][0] + 1, heads[0][1]
            for cells in _rows(reading, grid)[behind:]:
                row = {
                    key: _reading(cells[at], reading, first_page + offset)
                    for at, key in columns.items()
                    if at < len(cells)
                }
                if row.get("title") is not None and row["title"].text:
                    rows.append(row)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Cell:
    box: Box
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def _rows(reading: PageReading, grid: Grid) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = [[] for _ in range(grid.rows)]
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        lines = [line for line in reading.lines if cell.box.contains_point(*line.box.centre)]
        lines.sort(key=lambda line: line.box.y)
        rows[cell.row].append(_Cell(cell.box, tuple(word for line in lines for word in line.words)))
    return rows


def _headed(reading: PageReading, grid: Grid) -> Iterator[tuple[int, Mapping[int, str]]]:
    """The row with the headers, and which column is which; only among the first rows."""
    for index, cells in enumerate(_rows(reading, grid)[:2]):
        found: dict[int, str] = {}
        for at, cell in enumerate(cells):
            letters = "".join(words_of(cell.text))
            likeness = {key: _likeness(letters, texts) for key, texts in _HEADERS.items()}
            best = max(likeness, key=lambda key: likeness[key])
            if likeness[best] >= _ALIKE and best not in found.values():
                found[at] = best
        if "title" in found.values() and len(found) >= _FEWEST:
            yield index, found
            return


def _likeness(letters: str, texts: Sequence[str]) -> float:
    if not letters:
        return 0.0
    return max(Levenshtein.normalized_similarity(letters, text) for text in texts)


def _reading(cell: _Cell, page: PageReading, number: int) -> FieldReading:
    place = page.to_kept(union(word.box for word in cell.words) or cell.box)
    if not cell.words:
        return FieldReading(State.BLANK, None, "", "", number, place, _SURE, accepted=False)
    sure = min(word.confidence for word in cell.words)
    return FieldReading(State.VALUE, cell.text, cell.text, cell.text, number, place, sure, accepted=False)
