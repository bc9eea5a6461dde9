"""Cells of tables as text: what stands in them, and grids as rows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Grid, PageReading, Word


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in one cell: the words in reading order; page within the document from 0.

    pieced: put together from the foot of a page and the head of the next one, set by a label that the
    cell's row was not surely under, or cut out where no rule says so. unread: the words are all that
    stands in a table that could not be divided into rows.
    """

    page: int
    box: Box
    words: tuple[Word, ...]
    pieced: bool = False
    unread: bool = False

    @property
    def raw(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def other(self) -> str:
        """The cell as other looks read it; as `raw` where none differed."""
        read = (word.text if word.other is None else word.other for word in self.words)
        return " ".join(text for text in read if text)

    @property
    def says_something(self) -> bool:
        """Whether there is a letter or figure: what is left of a rule reads as "|"."""
        return any(character.isalnum() for word in self.words for character in word.text)

    @property
    def confidence(self) -> float:
        return min((word.confidence for word in self.words), default=0.0)

    @property
    def ink_box(self) -> Box:
        """Around the words; the whole cell where there are none."""
        return (None if self.pieced else union(word.box for word in self.words)) or self.box

    def joined(self, lower: CellText) -> CellText:
        """This cell going on in another one after a page break; it keeps its own page and box."""
        if not self.words:
            return replace(lower, pieced=self.pieced or lower.pieced)
        return CellText(
            self.page, self.box, self.words + lower.words, pieced=self.pieced or bool(lower.words)
        )


#: A row of cells, or one row of a transposed table (its header first).
CellRow = tuple[CellText, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One grid as text, top to bottom; as many cells in every row."""

    page: int
    box: Box
    rows: tuple[CellRow, ...]

    @property
    def columns(self) -> int:
        return len(self.rows[0])


def blocks_of(readings: Sequence[PageReading]) -> list[Block]:
    """The ruled grids, page after page."""
    return [
        Block(page, grid.box, _rows_of(reading, grid, page))
        for page, reading in enumerate(readings)
        for grid in reading.grids
    ]


def _rows_of(reading: PageReading, grid: Grid, page: int) -> tuple[CellRow, ...]:
    inside = [line for line in reading.lines if grid.box.contains_point(*line.middle)]
    rows: list[list[CellText]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        words = tuple(word for line in inside if cell.box.contains_point(*line.middle) for word in line.words)
        rows[cell.row].append(CellText(page, cell.box, words))
    return tuple(_filled_up(row, grid.columns) for row in rows)


def _filled_up(row: Sequence[CellText], columns: int) -> CellRow:
    """The row with empty cells at its end, where the paper has fewer boxes in it than in others."""
    return (*row, *(replace(row[-1], words=()) for _ in range(columns - len(row))))
