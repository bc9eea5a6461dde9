"""Setting text on A4 sheets: inline pieces broken into lines, leaders, tabulators, ruled tables, page breaks.

All lengths of the interface are millimetres and points; pixels (DRAWN_DPI) stay inside.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageDraw, ImageFont

from tests.generator.faces import DRAWN_DPI, Family, load_face
from tests.generator.handwriting import Pen
from tests.generator.lines import PX_PER_MM, Boxes, Breaker, Leader, Mark, Piece, box_side, px, wrapped

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210.0, 297.0
_MM_PER_PT = 25.4 / 72

#: A cell of a table: the key of its value ("" for printed matter) and its text.
Entry = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How the sheets look.

    leader: "dots", "ellipsis", "drawn" (round dots), "rule", "underscore" or "none".
    under_values: leaders run on beneath the values, as when a printed form is typed on.
    page_number: "top", "bottom", "corner" or "none". leading: line distance in type sizes.
    """

    family: Family
    size_pt: float
    leading: float
    left_mm: float
    right_mm: float
    top_mm: float
    bottom_mm: float
    leader: str
    under_values: bool = False
    page_number: str = "bottom"
    first_page_numbered: bool = False
    value_style: str = "regular"
    hint_style: str = "italic"
    hint_size: float = 0.85
    rule_px: int = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a ruled table: its printed heading and its share of the width.

    above: a heading over this column and its neighbours of the same one; "" where there is none.
    """

    heading: str
    share: float
    above: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table is set. spare_rows: empty ruled rows after the last record.

    centred: columns set in the middle; printed: columns whose words the form has printed.
    """

    columns: Sequence[Column]
    size: float = 0.92
    leading: float = 1.25
    padding_mm: float = 1.2
    spare_rows: int = 0
    repeat_heading: bool = True
    split_rows: bool = False
    heading_style: str = "regular"
    centred: frozenset[int] = frozenset()
    printed: frozenset[int] = frozenset()

    def style(self, at: int, value_style: str) -> str:
        """The style of a record's cell in this column."""
        return "regular" if at in self.printed else value_style


@dataclass(slots=True)
class Sheets:
    """Pages being set, top to bottom.

    printed: by key, every piece of a value that was drawn, in order. indent_mm, inset_mm: what lines
    leave free at the left and at the right of the margins, beside a photo box. pen: what writes in the style
    "hand".
    """

    look: Look
    pages: list[Image.Image] = field(default_factory=list)
    printed: dict[str, list[str]] = field(default_factory=dict)
    indent_mm: float = 0.0
    inset_mm: float = 0.0
    pen: Pen | None = None
    _draw: ImageDraw.ImageDraw = field(init=False)
    _y: float = 0.0

    def __post_init__(self) -> None:
        self.new_page()

    @property
    def y_mm(self) -> float:
        """How far down the page the next line begins."""
        return self._y / PX_PER_MM

    @property
    def width_mm(self) -> float:
        """Between the margins."""
        return PAGE_WIDTH_MM - self.look.left_mm - self.look.right_mm

    @property
    def line_mm(self) -> float:
        return self.look.size_pt * _MM_PER_PT * self.look.leading

    @property
    def _left(self) -> int:
        return px(self.look.left_mm + self.indent_mm)

    @property
    def _right(self) -> int:
        return px(PAGE_WIDTH_MM - self.look.right_mm - self.inset_mm)

    def new_page(self) -> None:
        """Begin a page and print its number."""
        page = Image.new("L", (px(PAGE_WIDTH_MM), px(PAGE_HEIGHT_MM)), 255)
        self.pages.append(page)
        self._draw = ImageDraw.Draw(page)
        self._y = px(self.look.top_mm)
        number = len(self.pages)
        if self.look.page_number == "none" or (number == 1 and not self.look.first_page_numbered):
            return
        face = self._face("regular", 1.0)
        centre, right = page.width // 2, self._right
        places = {
            "top": (centre, px(self.look.top_mm) - px(7), "ms"),
            "bottom": (centre, page.height - px(self.look.bottom_mm) + px(9), "ms"),
            "corner": (right, page.height - px(self.look.bottom_mm) + px(9), "rs"),
        }
        x, y, anchor = places[self.look.page_number]
        self._draw.text((x, y), str(number), font=face, anchor=anchor, fill=0)

    def space(self, mm: float) -> None:
        """Leave room; at the end of a page the next line opens another."""
        self._y += px(mm)

    def keep(self, mm: float) -> None:
        """Open a page unless so much room is left on this one."""
        if self._y + px(mm) > px(PAGE_HEIGHT_MM - self.look.bottom_mm):
            self.new_page()

    def centred(self, text: str, *, style: str = "bold", size: float = 1.15, key: str = "") -> None:
        """One line in the middle between the margins."""
        self.keep(self.line_mm)
        self._y += px(self.line_mm)
        face = self._face(style, size)
        middle = (self._left + self._right) / 2
        self._note(key, text)
        self._draw.text((middle, self._y - px(self.line_mm) * 0.28), text, font=face, anchor="ms", fill=0)

    def right(self, text: str, *, style: str = "bold", size: float = 1.0) -> None:
        """One line against the right margin."""
        self._y += px(self.line_mm)
        self._draw.text(
            (self._right, self._y - px(self.line_mm) * 0.28),
            text,
            font=self._face(style, size),
            anchor="rs",
            fill=0,
        )

    def box(
        self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, lines: Sequence[str] = ()
    ) -> None:
        """A frame with centred lines in it (photo, heading), from the left margin and the page's top."""
        left, top = px(self.look.left_mm + x_mm), px(y_mm)
        right, bottom = left + px(width_mm), top + px(height_mm)
        self._draw.rectangle((left, top, right, bottom), outline=0, width=self.look.rule_px)
        face = self._face("regular", 0.95)
        step = px(self.line_mm)
        y = (top + bottom) / 2 - step * (len(lines) - 1) / 2
        for line in lines:
            self._draw.text(((left + right) / 2, y), line, font=face, anchor="mm", fill=0)
            y += step

    def rule(self, x_mm: float, width_mm: float) -> None:
        """A short horizontal line under what was set last."""
        left, y = px(self.look.left_mm + x_mm), int(self._y + px(0.8))
        self._draw.line((left, y, left + px(width_mm), y), fill=0, width=self.look.rule_px)

    def line(self, *pieces: Piece, hanging_mm: float = 0.0) -> None:
        """A paragraph; what does not fit goes on at the left margin, or `hanging_mm` right of it."""
        for marks in self._broken(pieces, hanging_mm):
            self.keep(self.line_mm)
            self._y += px(self.line_mm)
            self._set(marks, self._y - px(self.line_mm) * 0.28)

    def beside(self, cells: Sequence[Sequence[Piece]], weights: Sequence[float]) -> None:
        """Paragraphs beside each other in ruled boxes that share the width by their weights."""
        left, whole = self.indent_mm, self.width_mm - self.indent_mm - self.inset_mm
        insets = (self.indent_mm, self.inset_mm)
        self.keep(7 * self.line_mm)
        top = ends = self._y
        edges = [left]
        for weight in weights:
            edges.append(edges[-1] + whole * weight / sum(weights))
        for cell, start, end in zip(cells, edges, edges[1:], strict=False):
            self.indent_mm, self.inset_mm = start + 1.2, self.width_mm - end + 1.2
            self._y = top + px(0.8)
            self.line(*cell)
            ends = max(ends, self._y + px(0.8))
        self.indent_mm, self.inset_mm = insets
        for start, end in itertools.pairwise(edges):
            place = (px(self.look.left_mm + start), top, px(self.look.left_mm + end), ends)
            self._draw.rectangle(place, outline=0, width=self.look.rule_px)
        self._y = ends

    def leader_line(self) -> None:
        """A line of nothing but leader."""
        if self.look.leader != "none":
            self.line(Leader())

    def _face(self, style: str, size: float) -> ImageFont.FreeTypeFont:
        return load_face(self.look.family, style, round(self.look.size_pt * size, 2))

    def _note(self, key: str, text: str) -> None:
        if key and text.strip():
            self.printed.setdefault(key, []).append(text.strip())

    def _broken(self, pieces: Sequence[Piece], hanging_mm: float) -> list[list[Mark]]:
        breaker = Breaker(
            self._left, self._right, self._left + px(hanging_mm), px(self.look.left_mm), self._face
        )
        for place, piece in enumerate(pieces):
            breaker.add(piece, pieces[place + 1 :])
        return breaker.lines

    def _set(self, marks: Sequence[Mark], baseline: float) -> None:
        look = self.look
        for mark in marks:
            if mark.leader:
                self._leader(mark.x, mark.x + mark.width, baseline)
                continue
            if mark.boxes is not None:
                self._boxes(mark.x, baseline, mark.boxes)
                continue
            y = baseline
            if mark.key and look.under_values:
                self._leader(mark.x, mark.x + mark.width, baseline)
                y -= look.size_pt * 0.12 * DRAWN_DPI / 72
            self._text((mark.x, y), mark.text, mark.style, mark.size)
            self._note(mark.key, mark.text)

    def _text(self, place: tuple[float, float], text: str, style: str, size: float) -> None:
        """Letters from a place on the baseline."""
        face = self._face(style, size)
        if style == "hand" and self.pen is not None:
            self.pen.write(self.pages[-1], place, text, face)
        else:
            self._draw.text(place, text, font=face, anchor="ls", fill=0)

    def _boxes(self, left: float, baseline: float, boxes: Boxes) -> None:
        face = self._face("regular", 1.0)
        side = box_side(face)
        top = baseline - side * 0.78
        self._note(boxes.key, boxes.text)
        for at, x in enumerate(boxes.places(side)):
            place = (left + x, top, left + x + side, top + side)
            self._draw.rectangle(place, outline=0, width=self.look.rule_px - 1)
            if at < len(boxes.text):
                middle = (left + x + side / 2, baseline)
                self._draw.text(middle, boxes.text[at], font=face, anchor="ms", fill=0)

    def _leader(self, left: float, right: float, baseline: float) -> None:
        kind = self.look.leader
        if kind == "none" or right <= left:
            return
        if kind == "rule":
            y = round(baseline + px(0.9))
            self._draw.line((left, y, right, y), fill=0, width=max(2, self.look.rule_px - 1))
            return
        if kind == "drawn":
            radius, step = 1.6, px(1.05)
            x = left + step / 2
            while x + radius < right:
                self._draw.ellipse((x - radius, baseline - 2 * radius, x + radius, baseline), fill=0)
                x += step
            return
        sign = {"dots": ".", "ellipsis": "…", "underscore": "_"}[kind]
        face = self._face("regular", 1.0)
        count = int((right - left) / face.getlength(sign))
        self._draw.text((left, baseline), sign * count, font=face, anchor="ls", fill=0)

    # ---- tables --------------------------------------------------------------------------------------

    def table(self, grid: Grid, rows: Sequence[Sequence[Entry]]) -> None:
        """A ruled table: the headings, where there are any, then the rows, then the spare ones."""
        edges = self._edges(grid)
        blank = [("", "")] * len(grid.columns)
        self.keep(self._heading_height(edges, grid) + 2 * self.line_mm)
        self._heading(edges, grid)
        for row in [*rows, *[blank] * grid.spare_rows]:
            cells = [
                self._cell(text, edges, at, grid, grid.style(at, self.look.value_style))
                for at, (_, text) in enumerate(row)
            ]
            self._record(cells, edges, grid, [key for key, _ in row])
        self.space(2)

    def _edges(self, grid: Grid) -> list[int]:
        whole = sum(column.share for column in grid.columns)
        edges, width = [self._left], self._right - self._left
        passed = 0.0
        for column in grid.columns:
            passed += column.share
            edges.append(self._left + round(width * passed / whole))
        return edges

    def _cell(self, text: str, edges: Sequence[int], at: int, grid: Grid, style: str) -> list[str]:
        """The lines of a cell's text in its column; a new line of the text stays one."""
        face = self._face(style, grid.size)
        room = edges[at + 1] - edges[at] - 2 * px(grid.padding_mm)
        return [line for part in text.split("\n") for line in wrapped(part, face, room)]

    def _height(self, cells: Sequence[Sequence[str]], grid: Grid) -> float:
        """Height of a row in millimetres."""
        most = max(len(lines) for lines in cells)
        return most * self._table_line(grid) + 2 * grid.padding_mm

    def _table_line(self, grid: Grid) -> float:
        return self.look.size_pt * grid.size * grid.leading * _MM_PER_PT

    def _record(
        self,
        cells: list[list[str]],
        edges: Sequence[int],
        grid: Grid,
        keys: Sequence[str],
    ) -> None:
        """A row; at the end of a page it moves over whole, or leaves there what fits if rows may split."""
        room = PAGE_HEIGHT_MM - self.look.bottom_mm - self.y_mm
        if self._height(cells, grid) > room:
            fitting = int((room - 2 * grid.padding_mm) / self._table_line(grid))
            if grid.split_rows and fitting >= 1:
                self._row([lines[:fitting] for lines in cells], edges, grid, keys)
                cells = [lines[fitting:] or [""] for lines in cells]
            self.new_page()
            if grid.repeat_heading:
                self._heading(edges, grid)
        self._row(cells, edges, grid, keys)

    def _headings(self, edges: Sequence[int], grid: Grid) -> list[list[str]]:
        return [
            self._cell(column.heading, edges, at, grid, grid.heading_style)
            for at, column in enumerate(grid.columns)
        ]

    def _heading_height(self, edges: Sequence[int], grid: Grid) -> float:
        """Height of the headings in millimetres, with those over several columns."""
        return self._height(self._headings(edges, grid), grid) + self._above_height(grid)

    def _above_height(self, grid: Grid) -> float:
        if not any(column.above for column in grid.columns):
            return 0.0
        return self._table_line(grid) + 2 * grid.padding_mm

    def _heading(self, edges: Sequence[int], grid: Grid) -> None:
        """The headings of the columns, under those that stand over several."""
        if not any(column.heading for column in grid.columns):
            return
        cells = self._headings(edges, grid)
        top, middle = round(self._y), round(self._y + px(self._above_height(grid)))
        bottom = round(middle + px(self._height(cells, grid)))
        seen: set[str] = set()
        for at, (column, lines) in enumerate(zip(grid.columns, cells, strict=True)):
            place = (edges[at], middle if column.above else top, edges[at + 1], bottom)
            self._heading_cell(place, lines, grid)
            if column.above and column.above not in seen:
                seen.add(column.above)
                count = sum(other.above == column.above for other in grid.columns)
                self._heading_cell((edges[at], top, edges[at + count], middle), [column.above], grid)
        self._y = bottom

    def _heading_cell(self, place: tuple[int, int, int, int], lines: Sequence[str], grid: Grid) -> None:
        left, top, right, bottom = place
        step = self._table_line(grid) * PX_PER_MM
        face = self._face(grid.heading_style, grid.size)
        self._draw.rectangle(place, outline=0, width=self.look.rule_px)
        y = (top + bottom) / 2 - step * len(lines) / 2 + step * 0.78
        for line in lines:
            self._draw.text(((left + right) / 2, y), line, font=face, anchor="ms", fill=0)
            y += step

    def _row(
        self, cells: Sequence[Sequence[str]], edges: Sequence[int], grid: Grid, keys: Sequence[str]
    ) -> None:
        top, bottom = round(self._y), round(self._y + px(self._height(cells, grid)))
        step = self._table_line(grid) * PX_PER_MM
        for at, (lines, key) in enumerate(zip(cells, keys, strict=True)):
            self._draw.rectangle((edges[at], top, edges[at + 1], bottom), outline=0, width=self.look.rule_px)
            style = grid.style(at, self.look.value_style)
            middle = at in grid.centred
            y = top + px(grid.padding_mm) + step * 0.78
            for line in lines:
                x = float(edges[at] + px(grid.padding_mm))
                if middle:
                    x = (edges[at] + edges[at + 1] - self._face(style, grid.size).getlength(line)) / 2
                self._text((x, y), line, style, grid.size)
                self._note(key, line)
                y += step
        self._y = bottom

    def side_by_side(self, left: Sequence[str], right: Sequence[str], *, styles: Sequence[str]) -> None:
        """Two centred columns of lines, as at the foot of a form; `styles` holds one style a line."""
        width = self._right - self._left
        for at in range(max(len(left), len(right))):
            self._y += px(self.line_mm)
            for texts, share in ((left, 0.24), (right, 0.74)):
                if at < len(texts):
                    face = self._face(styles[at], 0.95)
                    self._draw.text(
                        (self._left + width * share, self._y), texts[at], font=face, anchor="ms", fill=0
                    )
