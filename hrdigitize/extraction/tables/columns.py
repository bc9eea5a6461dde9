"""Which columns of a grid are which of the table: a rule may be lost, or a streak may pass for one.

The form says how many columns a table has and what stands at their heads; a grid that has another number
is brought to these columns, and everything in it is doubted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from hrdigitize.domain.geometry import Box, union
from hrdigitize.domain.page import Word
from hrdigitize.extraction.anchors import similarity_to_best
from hrdigitize.extraction.flow import words_of
from hrdigitize.extraction.tables.cells import Block, CellRow, CellText
from hrdigitize.formdefs.model import ColumnDef

#: So many columns may have run into one, or one may have been cut into so many.
_MOST = 4
#: What a column that is not one of the grid costs: of two readings the plainer one counts.
_ODD = 0.05
#: Column widths of a transposed table that are the same, as shares of the usual width.
_EVEN = 0.12
_NARROW = 0.75
_FEWEST_EVEN = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How a grid's columns go with a table's, left to right.

    groups: (columns of the grid, columns of the table), one of the two is 1. score: 0..1.
    """

    score: float
    groups: tuple[tuple[int, int], ...]


def similar(column: ColumnDef, text: str) -> float:
    """How similar a text is to one of the headers of a column, as a whole (0..1)."""
    joined = "".join(words_of(text))
    if not joined:
        return 0.0
    headers = ("".join(words_of(header)) for header in column.headers)
    return max((similarity_to_best([joined], [header]) for header in headers), default=0.0)


def fit(columns: Sequence[ColumnDef], heads: Sequence[str]) -> Fit:
    """The best way to read the heads of a grid as the headers of the columns, in order."""
    best: dict[tuple[int, int], Fit] = {(0, 0): Fit(0.0, ())}
    for done in ((i, j) for i in range(len(heads)) for j in range(len(columns)) if (i, j) in best):
        before = best[done]
        for step in _STEPS:
            to = done[0] + step[0], done[1] + step[1]
            if to[0] > len(heads) or to[1] > len(columns):
                continue
            text = " ".join(heads[done[0] : to[0]])
            gained = sum(_holds(column, text) for column in columns[done[1] : to[1]])
            score = before.score + gained - (0.0 if step == (1, 1) else _ODD)
            if to not in best or best[to].score < score:
                best[to] = Fit(score, (*before.groups, step))
    whole = best.get((len(heads), len(columns)), Fit(0.0, ()))
    return replace(whole, score=max(0.0, whole.score / len(columns)))


_STEPS = ((1, 1), *((1, n) for n in range(2, _MOST + 1)), *((n, 1) for n in range(2, _MOST + 1)))


def _holds(column: ColumnDef, text: str) -> float:
    words = words_of(text)
    return max(similar(column, text), similarity_to_best(column.headers, words)) if words else 0.0


def refitted(block: Block, columns: Sequence[ColumnDef], found: Fit) -> Block:
    """The block with the columns of the table; every cell is doubted."""
    return with_borders(block, tuple(_borders(block, columns, found)))


def _borders(block: Block, columns: Sequence[ColumnDef], found: Fit) -> Iterator[int]:
    head = block.rows[0]
    at, column = 0, 0
    yield head[0].box.x
    for wide, several in found.groups:
        if several > 1:
            cells = [row[at] for row in block.rows]
            yield from _inner_borders(cells, columns[column : column + several])
        at, column = at + wide, column + several
        yield head[at - 1].box.right


def _inner_borders(cells: Sequence[CellText], columns: Sequence[ColumnDef]) -> list[int]:
    """Where the columns in one cell part: in the white between their headers, else evenly.

    cells: one below the other, the headers first.
    """
    head = cells[0]
    places = [_place_of(column, single_words(head.words)) for column in columns]
    found = [place for place in places if place is not None]
    ordered = all(left.centre[0] < right.centre[0] for left, right in pairwise(found))
    if len(found) == len(columns) and ordered:
        words = [word.box for cell in cells for word in single_words(cell.words)]
        return [_whitest(words, left, right) for left, right in pairwise(found)]
    step = head.box.width / len(columns)
    return [head.box.x + round(step * number) for number in range(1, len(columns))]


def _whitest(words: Sequence[Box], left: Box, right: Box) -> int:
    """The middle of the widest white between the middles of two headers, or of what is crossed least.

    Headers stand in the middle of their columns, values at the left: a wide column's begin far left of it.
    """
    first, last = round(left.centre[0]), round(right.centre[0])
    covered = np.zeros(max(1, last - first), dtype=np.int64)
    for box in words:
        covered[max(0, box.x - first) : max(0, box.right - first)] += 1
    runs = white_runs(covered <= int(covered.min()))
    start, end = max(runs, key=lambda run: run[1] - run[0])
    return first + (start + end) // 2


def white_runs(white: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True as [start, end), left to right."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], white, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _place_of(column: ColumnDef, words: Sequence[Word]) -> Box | None:
    """Around the words that are most like one of the column's headers; the most words that are."""
    best, found = (0.0, 0), None
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            score = similar(column, " ".join(word.text for word in words[first:last]))
            if score and (score, last - first) > best:
                best, found = (score, last - first), union(word.box for word in words[first:last])
    return found


def single_words(words: Sequence[Word]) -> list[Word]:
    """Words without spaces in them: a cell read in one piece is cut in proportion to its letters."""
    return [piece for word in words for piece in _pieces(word)]


def _pieces(word: Word) -> Iterator[Word]:
    parts = word.text.split()
    if len(parts) < 2:
        yield word
        return
    at, letter = 0, word.box.width / len(word.text)
    for part in parts:
        at = word.text.index(part, at)
        box = replace(word.box, x=word.box.x + round(at * letter), width=max(1, round(len(part) * letter)))
        yield replace(word, text=part, box=box)
        at += len(part)


def with_borders(block: Block, borders: Sequence[int]) -> Block:
    """The block cut at these places (pixels of the page) instead of at its rules; every cell is doubted."""
    return replace(block, rows=tuple(_cut(row, borders) for row in block.rows))


def _cut(row: CellRow, borders: Sequence[int]) -> CellRow:
    old = {(cell.box.x, cell.box.right): cell for cell in row}
    words = in_reading_order([word for cell in row for word in single_words(cell.words)])
    top = row[0]
    cells: list[CellText] = []
    for number, (left, right) in enumerate(pairwise(borders)):
        kept = old.get((left, right))
        first, last = number == 0, number == len(borders) - 2
        inside = tuple(
            word
            for word in words
            if (first or word.box.centre[0] >= left) and (last or word.box.centre[0] < right)
        )
        box = Box(left, top.box.y, right - left, top.box.height)
        cells.append(CellText(top.page, box, kept.words if kept is not None else inside, pieced=True))
    return tuple(cells)


def in_reading_order(words: Sequence[Word]) -> list[Word]:
    """Words line by line, each line from left to right."""
    return [word for line in word_lines(words) for word in line]


def word_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand at one height as lines, top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.box.centre[1]):
        line = lines[-1] if lines else []
        if line and abs(word.box.centre[1] - line[0].box.centre[1]) < max(line[0].box.height, 1) / 2:
            line.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.box.x) for line in lines]


def evened(block: Block, columns: Sequence[ColumnDef]) -> Block:
    """A transposed table with the rules that it lost and without those of a streak.

    Its first column holds the headers; all records are as wide. Where no usual width is to be seen they
    stay as they are.
    """
    return _of_one_width(_without_values_in_heads(block, columns))


def _without_values_in_heads(block: Block, columns: Sequence[ColumnDef]) -> Block:
    """The block with its first column cut in two where values stand behind most of the headers."""
    heads, values = [], []
    for row in block.rows:
        words = in_reading_order(single_words(row[0].words))
        column = max(columns, key=lambda one: _holds(one, row[0].raw))
        place = _place_of(column, words)
        behind = [word.box for word in words if place is not None and word.box.x >= place.right]
        if place is not None and any(character.isdigit() for word in words for character in word.text):
            heads.append(place)
            values.extend(behind)
    if len(heads) <= len(block.rows) // 2 or len(values) < len(heads):
        return block
    left, right = max(place.right for place in heads), min(box.x for box in values)
    if left >= right:
        return block
    first = block.rows[0][0].box
    return with_borders(block, [first.x, (left + right) // 2, *(cell.box.right for cell in block.rows[0])])


def _of_one_width(block: Block) -> Block:
    cells = block.rows[0][1:]
    if len(cells) <= _FEWEST_EVEN:
        return block
    usual = median(cell.box.width for cell in cells)
    if sum(_is_about(cell.box.width, usual) for cell in cells) < max(_FEWEST_EVEN, len(cells) // 2):
        return block
    borders = [block.rows[0][0].box.x, block.rows[0][0].box.right, *_even_borders(cells, usual)]
    whole = [block.rows[0][0].box.x, *(cell.box.right for cell in block.rows[0])]
    return block if borders == whole else with_borders(block, borders)


def _even_borders(cells: CellRow, usual: float) -> Iterator[int]:
    """Right ends of the records."""
    at = 0
    while at < len(cells):
        box = cells[at].box
        after = cells[at + 1].box if at + 1 < len(cells) else None
        times = round(box.width / usual)
        if after is not None and max(box.width, after.width) < _NARROW * usual:
            if _is_about(after.right - box.x, usual):
                box, at = after, at + 1
        elif times > 1 and _is_about(box.width / times, usual):
            yield from (box.x + round(box.width * part / times) for part in range(1, times))
        yield box.right
        at += 1


def _is_about(width: float, usual: float) -> bool:
    return abs(width - usual) <= _EVEN * usual
